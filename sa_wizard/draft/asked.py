"""What this draft is asked: the law of its nation and date, and the sections and fields that apply."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from sa_wizard.draft.draft import Draft
from sa_wizard.draft.links import names
from sa_wizard.draft.months import Months, months
from sa_wizard.outline import requirements
from sa_wizard.outline.conditions import Facts, applies, facts
from sa_wizard.outline.load import worded
from sa_wizard.outline.requirements import NATIONS, RequirementSet
from sa_wizard.outline.spec import Condition, Field, Outline, Section

LATEST_LAW = date(2026, 11, 1)
"""The day up to which the requirement files were checked; a draft without a period is judged by it."""


@dataclass(frozen=True)
class Asked:
    """An outline and a draft seen together. Cheap to make; everything is worked out when first needed."""

    outline: Outline
    draft: Draft

    @cached_property
    def period(self) -> Months | None:
        """The months the assessment covers, when they are known."""
        return months(self.draft.get("about.period"))

    @cached_property
    def previous_period(self) -> Months | None:
        """The months the previous assessment covered, when they are known."""
        return months(self.draft.get("about.previous_period"))

    @cached_property
    def law(self) -> RequirementSet:
        """The requirement set: of the draft's nation (England until said), on the last day of its period."""
        nation = self.draft.text("about.nation")
        return requirements.on(
            nation if nation in NATIONS else "england", self.period.end if self.period else LATEST_LAW
        )

    @cached_property
    def facts(self) -> Facts:
        """What conditions are read against."""
        return facts(self.law, self.draft.text("about.area_type"))

    @cached_property
    def county(self) -> bool:
        """Whether a county strategy group exists: two-tier England only."""
        return self.facts["county_group"] == "yes"

    @cached_property
    def words(self) -> Mapping[str, str]:
        """What stands for the tokens in guidance."""
        return self.law.words(county=self.county)

    @cached_property
    def ordered(self) -> tuple[Section, ...]:
        """Every section, applying or not, in the draft's own order; sections it does not mention keep their place.

        Document control stays where the outline has it.
        """
        known = {section.id: section for section in self.outline.sections if section.id != "about"}
        wanted = [known[name] for name in dict.fromkeys(self.draft.order) if name in known]
        rest = iter(wanted)
        moved = {section.id for section in wanted}
        return tuple(next(rest) if section.id in moved else section for section in self.outline.sections)

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """The sections that apply, in the draft's own order."""
        return tuple(section for section in self.ordered if self.applies(section.when))

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The number printed before each heading; document control has none."""
        counted = [section.id for section in self.sections if section.id != "about"]
        return {name: index for index, name in enumerate(counted, start=1)}

    def fields(self, section: Section) -> tuple[Field, ...]:
        """The fields of a section that apply."""
        return self._fields.get(section.id, ())

    def heading(self, section: Section) -> str:
        """The partnership's own heading, or the outline's."""
        return self.draft.headings.get(section.id, "").strip() or section.title

    def waived(self, section: Section) -> str:
        """Why the author says that a section does not apply; empty when they do not."""
        return self.draft.claims.get(section.id, {}).get("not_applicable", "").strip()

    def finished(self, section: Section) -> bool:
        """Whether the author says that a section is finished."""
        return self.draft.claims.get(section.id, {}).get("finished", "") == "yes"

    def names(self, path: str) -> Mapping[str, str]:
        """What the entries kept at a path are called, by everything a link may name them by."""
        if path not in self._names:
            self._names[path] = names(self.outline, self.draft, path)
        return self._names[path]

    def say(self, text: str) -> str:
        """Guidance with the bodies of the right nation and date in it."""
        return worded(text, dict(self.words))

    def applies(self, when: Condition) -> bool:
        """Whether a condition holds for this draft. An answer to a question that is no longer asked does not count."""
        return not when or applies(when, self.facts, self._answer)

    @cached_property
    def _fields(self) -> Mapping[str, tuple[Field, ...]]:
        return {
            section.id: tuple(field for field in section.fields if self.applies(field.when))
            for section in self.outline.sections
        }

    @cached_property
    def _names(self) -> dict[str, Mapping[str, str]]:
        return {}

    @cached_property
    def _answers(self) -> dict[str, object]:
        return {}

    def _answer(self, path: str) -> object:
        """The answer at a path as conditions see it, looked up once: pairs of conditions in a row would double."""
        if path not in self._answers:
            self._answers[path] = self._look_up(path)
        return self._answers[path]

    def _look_up(self, path: str) -> object:
        found = self.outline.find(path)
        if found is None or not (self.applies(found[0].when) and self.applies(found[1].when)):
            return None
        return self.draft.get(path)
