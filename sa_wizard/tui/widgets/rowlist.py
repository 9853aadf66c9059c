"""The entries of a records field as a list to walk, open, add to, reorder and delete from."""

from collections.abc import Iterable
from typing import ClassVar

from rich.cells import cell_len
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.style import Style
from textual.widgets import OptionList, Static

from sa_wizard.sitting.questions import Question
from sa_wizard.sitting.rows import Line, Table
from sa_wizard.tui.glyphs import glyphs
from sa_wizard.tui.messages import RowChosen, RowsChanged
from sa_wizard.tui.widths import cut

_ACTS = (
    ("edit", "Open"),
    ("add", "a Add"),
    ("duplicate", "c Copy"),
    ("up", "u Up"),
    ("down", "d Down"),
    ("delete", "x Delete"),
)
"""What can be done with entries, as the buttons under the list; each letter is the key in the list."""
_TO_READ = _ACTS[:1]

_NAME = 26
"""Columns that the name of an entry is given where the other cells can spare them."""
_WIDEST = 18
_LEAST = 10
"""Columns that the other cells take at most, and are left at least."""


class Rows(OptionList):
    """The list itself. Letters act on the entry under the cursor; every letter has a button below."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a,insert", "act('add')", "Add", id="rows.add", show=False),
        Binding("c", "act('duplicate')", "Copy", id="rows.copy", show=False),
        Binding("u", "act('up')", "Up", id="rows.up", show=False),
        Binding("d", "act('down')", "Down", id="rows.down", show=False),
        Binding("delete,x", "act('delete')", "Delete", id="rows.delete", show=False),
    ]

    def action_act(self, act: str) -> None:
        """Tell the box around the list."""
        if isinstance(self.parent, RowsEditor):
            self.parent.act(act)


class Acts(Static):
    """What can be done with entries, for the mouse: each act has its key in the list, so Tab does not stop here."""

    def __init__(self, acts: Iterable[tuple[str, str]]) -> None:
        super().__init__(_buttons(acts))

    def offer(self, acts: Iterable[tuple[str, str]]) -> None:
        """Show other acts in their place."""
        self.update(_buttons(acts))

    def action_act(self, act: str) -> None:
        """Tell the box around the list."""
        if isinstance(self.parent, RowsEditor):
            self.parent.act(act)


def _buttons(acts: Iterable[tuple[str, str]]) -> Content:
    buttons = [(f" {label} ", Style.from_meta({"@click": f"act('{act}')"})) for act, label in acts]
    return Content(" ").join(Content.assemble(button) for button in buttons)


class RowsEditor(Vertical):
    """A list with its headings and buttons. Views of records kept elsewhere open entries but do not add or delete."""

    def __init__(self, question: Question, table: Table) -> None:
        super().__init__()
        self.question = question
        self.table = table
        self._headings = Static(classes="headings")
        """Over the list once there are entries."""
        self._drawn: tuple[Table, list[int]] | None = None
        self.is_view = bool(question.field.of) and question.path.count("[") == 0

    def compose(self) -> ComposeResult:
        """The list and the buttons under it."""
        yield Rows(compact=True, markup=False)
        yield Acts(_TO_READ if self.is_view else _ACTS)

    def on_mount(self) -> None:
        """Show what there is."""
        self.show(self.table)

    def on_resize(self, _: events.Resize) -> None:
        """Columns follow the width."""
        self.show(self.table)

    def show(self, table: Table) -> None:
        """Show entries, keeping the cursor where it was."""
        self.table = table
        widths = self._widths()
        if (table, widths) == self._drawn:
            return
        self._drawn = (table, widths)
        listed = self.query_one(Rows)
        at = listed.highlighted or 0
        figures = [any(_is_figure(line.cells[column]) for line in table.lines) for column in range(len(widths))]
        if table.lines and not self._headings.is_attached:
            self.mount(self._headings, before=0)
        self._headings.update(Content(_spread(table.headings, widths, figures)).stylize("dim"))
        self._headings.display = bool(table.lines)
        listed.clear_options()
        listed.add_options([_prompt(line, widths) for line in table.lines] or [Content(self._nothing())])
        listed.highlighted = min(at, max(0, len(table.lines) - 1))

    def only_read(self) -> None:
        """Offer nothing that would change the list."""
        self.query_one(Acts).offer(_TO_READ)

    def typed(self) -> None:
        """Nothing: entries are changed one by one."""

    def highlight(self, row: int) -> None:
        """Put the cursor on an entry and the focus on the list."""
        listed = self.query_one(Rows)
        listed.highlighted = max(0, min(row, len(self.table.lines) - 1)) if self.table.lines else 0
        listed.focus()

    def act(self, act: str) -> None:
        """Do what a key or a button asked: open an entry, or tell the screen to change the list."""
        row = self.query_one(Rows).highlighted or 0
        if act == "edit" and self.table.lines:
            self.post_message(RowChosen(f"{self.question.path}[{row}]"))
        elif self.is_view:
            if act in ("edit", "add"):  # entries are added where they are kept
                self.post_message(RowChosen(self.question.field.of or self.question.path))
        elif act in ("add", "edit") or self.table.lines:
            self.post_message(RowsChanged(self.question.path, "add" if act == "edit" else act, row))

    @on(OptionList.OptionSelected)
    def _opened(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.act("edit")

    def _nothing(self) -> str:
        if self.is_view:
            return "Nothing here yet. Enter goes to the list where entries are added."
        return "No entries yet. Enter or a adds the first."

    def _widths(self) -> list[int]:
        """Widths of the cells: the name takes what the others leave, and they leave it enough to be known by."""
        room = max(30, (self.size.width or 74) - 15)
        texts = [self.table.headings, *(line.cells for line in self.table.lines[:200])]
        name, *rest = (max(cell_len(cells[column]) for cells in texts) for column in range(len(self.table.headings)))
        widths = [min(_WIDEST, width) for width in rest]
        gaps = 2 * len(rest)
        while room - sum(widths) - gaps < min(_NAME, name) and max(widths, default=0) > _LEAST:
            widths[widths.index(max(widths))] -= 1
        return [max(_LEAST, room - sum(widths) - gaps), *widths]


def _prompt(line: Line, widths: list[int]) -> Content:
    mark = glyphs()
    state = mark.full if line.done == line.total else mark.half if line.done else mark.empty
    return Content.assemble(
        f"{state} ", _spread(line.cells, widths), ("  " + f"{line.done}/{line.total}".rjust(5), "dim")
    )


def _spread(cells: tuple[str, ...], widths: list[int], figures: list[bool] | None = None) -> str:
    """Cells side by side; figures, and the headings over them, stand on the right."""
    right = figures or [_is_figure(cell) for cell in cells]
    return "  ".join(fitted(cell, width, right=each) for cell, width, each in zip(cells, widths, right, strict=True))


def _is_figure(cell: str) -> bool:
    return bool(cell) and cell[0] in "+-\u22120123456789" and all(char in "+-\u22120123456789,.%" for char in cell)


def fitted(text: str, width: int, *, right: bool = False) -> str:
    """Exactly as many terminal cells as asked for, cut with an ellipsis."""
    shown = cut(text, width)
    space = " " * (width - cell_len(shown))
    return space + shown if right else shown + space
