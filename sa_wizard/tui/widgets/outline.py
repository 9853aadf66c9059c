"""The outline: every section that applies, with its state, its answers, and a tick where the author says finished."""

from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from sa_wizard.draft.asked import Asked
from sa_wizard.outline.spec import Section
from sa_wizard.review.findings import Review
from sa_wizard.tui.glyphs import glyphs
from sa_wizard.tui.widgets.rowlist import fitted

NAME_WIDTH = 25
"""Cells for number and heading: the outline is 36 wide."""


class OutlineList(OptionList):
    """Choose a section; the option ids are section ids. Redrawn only when a line of it changed."""

    def __init__(self) -> None:
        super().__init__(id="outline", compact=True, markup=False)
        self._listing: list[tuple[str, Content]] = []

    def show(self, asked: Asked, review: Review | None, current: str) -> None:
        """Show the sections, with the cursor on the current one unless the person is choosing."""
        lines = [(section.id, _line(asked, review, section)) for section in asked.sections]
        at = self.highlighted
        if lines != self._listing:
            self._listing = lines
            self.clear_options()
            self.add_options([Option(line, id=section) for section, line in lines])
        if self.has_focus and at is not None:
            self.highlighted = at
        else:
            self.highlighted = next((index for index, (section, _) in enumerate(lines) if section == current), 0)


def _line(asked: Asked, review: Review | None, section: Section) -> Content:
    judged = review.section(section.id) if review else None
    glyph = glyphs().section(judged.state) if judged else " "
    number = asked.numbers.get(section.id)
    name = fitted(f"{number:>2} {asked.heading(section)}" if number else asked.heading(section), NAME_WIDTH)
    progress = f"{judged.done}/{judged.total}".rjust(5) if judged and judged.total else ""
    finished = glyphs().right if asked.finished(section) else ""
    return Content.assemble(f" {glyph} ", name, (progress, "dim"), finished)
