"""The finished example, damaged in one place, and what the rules about figures, names and reasons find in it."""

from collections.abc import Callable
from functools import cache

from sa_wizard.draft import store
from sa_wizard.draft.draft import Draft
from sa_wizard.draft.paths import resolve
from sa_wizard.draft.values import Json
from sa_wizard.folders import templates_dir
from sa_wizard.outline.spec import Outline
from sa_wizard.review import rules
from sa_wizard.review.evidence import Evidence
from sa_wizard.review.findings import Finding
from sa_wizard.review.rules import tracing
from tests.builders import asked, changed, shipped

Change = Callable[[Draft], Draft]
"""One thing that somebody does to a draft."""


@cache
def example() -> Draft:
    """The finished example."""
    return store.load(templates_dir() / "examples" / "partnership.sa.json")[1]


def damaged(answers: dict[str, Json] | None = None, /, **changes: Json) -> Draft:
    """The example with other answers, by path or by ``section__field``."""
    wanted = {path.replace("__", "."): value for path, value in changes.items()}
    return changed(example(), shipped(), {**wanted, **(answers or {})})


def said(text: str, path: str = "levels.harm", *, draft: Draft | None = None) -> Draft:
    """The example with something more said at a path."""
    draft = draft or example()
    return changed(draft, shipped(), {path: f"{draft.text(path)}\n\n{text}"})


def put(path: str, value: Json) -> Change:
    """Another answer at a path, which may lead into a record."""
    return lambda draft: changed(draft, shipped(), {path: value})


def add(path: str, text: str) -> Change:
    """One more paragraph of a text, or one more line of a list."""

    def change(draft: Draft) -> Draft:
        kept = draft.at(resolve(shipped(), path))
        return put(path, [*kept, text] if isinstance(kept, list) else f"{kept}\n\n{text}")(draft)

    return change


def reword(path: str, old: str, new: str) -> Change:
    """Other words in a text, or in a line of a list. The old ones must be there: a change of nothing shows nothing."""

    def change(draft: Draft) -> Draft:
        kept = draft.at(resolve(shipped(), path))
        lines = kept if isinstance(kept, list) else [kept]
        assert any(old in line for line in lines), f"{path} does not say {old!r}"
        told = [line.replace(old, new) for line in lines]
        return put(path, told if isinstance(kept, list) else told[0])(draft)

    return change


def found(draft: Draft, outline: Outline | None = None) -> list[Finding]:
    """Everything the families find in a draft but what may identify people and what is not linked: others look for it.

    A problem or a score put in for a test is linked to none of the example's own priorities.
    """
    findings = rules.found(Evidence(asked(draft, outline)))
    loose = {rule.code for rule in tracing.RULES}
    return [each for each in findings if not each.code.startswith("private-") and each.code not in loose]


def codes(draft: Draft) -> list[str]:
    """The codes found, each once, in alphabetical order."""
    return sorted({finding.code for finding in found(draft)})
