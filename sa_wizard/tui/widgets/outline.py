"""The outline: every section that applies, with its state, its answers, and a tick where the author says finished."""

from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from sa_wizard.draft.asked import Asked
from sa_wizard.outline.spec import Section
from sa_wizard.review.findings import Review
from sa_wizard.tui.glyphs import glyphs
from sa_wizard.tui.widgets.rowlist import fitted

WIDTH, WIDEST = 36, 60
"""Columns of the outline beside the form, and at most over it."""
_BESIDE = 11
"""Columns of a line that are not its number and heading."""


class OutlineList(OptionList):
    """Choose a section; the option ids are section ids. Redrawn only when a line of it changed."""

    def __init__(self) -> None:
        super().__init__(id="outline", compact=True, markup=False)
        self._listing: list[tuple[str, Content]] = []
        self._shown: tuple[Asked, Review | None, str] | None = None

    def on_resize(self) -> None:
        """Headings follow the width."""
        if self._shown is not None:
            self.show(*self._shown)

    @property
    def _name_width(self) -> int:
        """Columns for number and heading, known also before the outline is seen."""
        over = self.screen.has_class("-narrow")
        return (min(WIDEST, self.app.size.width * 9 // 10) if over else WIDTH) - _BESIDE

    def show(self, asked: Asked, review: Review | None, current: str) -> None:
        """Show the sections, with the cursor on the current one unless the person is choosing."""
        self._shown = (asked, review, current)
        width = self._name_width
        lines = [(section.id, _line(asked, review, section, width)) for section in asked.sections]
        at = self.highlighted
        if lines != self._listing:
            self._listing = lines
            self.clear_options()
            self.add_options([Option(line, id=section) for section, line in lines])
        if self.has_focus and at is not None:
            self.highlighted = at
        else:
            self.highlighted = next((index for index, (section, _) in enumerate(lines) if section == current), 0)


def _line(asked: Asked, review: Review | None, section: Section, width: int) -> Content:
    judged = review.section(section.id) if review else None
    glyph = glyphs().section(judged.state) if judged else " "
    number = asked.numbers.get(section.id)
    name = fitted(f"{number:>2} {asked.heading(section)}" if number else asked.heading(section), width)
    progress = f"{judged.done}/{judged.total}".rjust(5) if judged and judged.total else ""
    finished = glyphs().right if asked.finished(section) else ""
    return Content.assemble(f" {glyph} ", name, (progress, "dim"), finished)
