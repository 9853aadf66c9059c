"""What proves an item, in the words of the outline: section, question and columns, once each."""

from typing import NamedTuple

from sa_wizard.draft.asked import Asked
from sa_wizard.draft.paths import head, resolve
from sa_wizard.outline.spec import Field, Section
from sa_wizard.review.findings import ItemJudgement


class Proof(NamedTuple):
    """One question that proves something of an item: the first place in it, and what it is called."""

    path: str
    section: Section
    field: Field
    label: str
    columns: tuple[str, ...]
    """The labels of the columns that prove it; none when the answer as a whole does."""

    @property
    def words(self) -> str:
        """``Problems of this period (Count, this period; Where)``."""
        label = self.label.rstrip(".?")
        return f"{label} ({'; '.join(self.columns)})" if self.columns else label


def proofs(asked: Asked, judged: ItemJudgement) -> tuple[Proof, ...]:
    """The questions that prove an item, in the order of the document."""
    found: dict[str, list[str]] = {}
    for path in judged.proof:
        found.setdefault(head(path), []).append(path)
    return tuple(_proof(asked, paths) for paths in found.values())


def _proof(asked: Asked, paths: list[str]) -> Proof:
    targets = [resolve(asked.outline, path) for path in paths]
    section, field = targets[0].seen_in
    columns = dict.fromkeys(target.column.label.rstrip("?") for target in targets if target.column)
    return Proof(paths[0], section, field, asked.say(field.label), tuple(columns))
