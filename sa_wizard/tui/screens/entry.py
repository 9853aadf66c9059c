"""One entry of a list: a problem, a priority, a reason. The same form as a section, one level further in."""

from textual.content import Content

from sa_wizard.draft.paths import resolve
from sa_wizard.draft.session import Session
from sa_wizard.outline.spec import Section
from sa_wizard.sitting.questions import Question, crumbs, of_row
from sa_wizard.tui.commands import Command, bindings
from sa_wizard.tui.screens.leading import OF_SECTION, OUTLINE, SHARED
from sa_wizard.tui.screens.writing import WritingScreen
from sa_wizard.tui.widgets.form import question_of
from sa_wizard.tui.widths import joined

HERE = (
    Command("entry.back", "Back", "back", "Back to the list; everything typed is kept", "escape", "Back"),
    Command("entry.previous", "Previous entry", "sibling(-1)", "The entry before this one", "f6"),
    Command("entry.next", "Next entry", "sibling(1)", "The entry after this one", "f7", "Next"),
    Command("entry.add", "Add another entry", "add", "Add an entry after this one", "ctrl+n", "Add"),
    OUTLINE,
    *SHARED,
    *OF_SECTION,
)


class EntryScreen(WritingScreen):
    """A form over one entry. Dismissed with the path that undo wants shown elsewhere, or an empty string."""

    BINDINGS = bindings(HERE)
    STAYS = ("write.check", "entry.add", "write.gap")

    def __init__(self, session: Session, path: str) -> None:
        super().__init__(session)
        self.path = path

    @property
    def base(self) -> str:
        """The path of the list."""
        return self.path.rpartition("[")[0]

    @property
    def row(self) -> int:
        """The number of the entry, from 0."""
        return int(self.path.rpartition("[")[2][:-1])

    @property
    def section(self) -> Section:
        """The section that the entry is written in."""
        return resolve(self.session.outline, self.path).seen_in[0]

    def questions(self) -> tuple[Question, ...]:
        """The columns asked for here."""
        return of_row(self.session.asked, self.path)

    def heading(self) -> Content:
        """Where the entry is."""
        count = len(self.session.get(self.base))
        number = f"   {self.row + 1} of {count}"
        room = (self.query_one("#heading").content_size.width or max(0, self.size.width - 2)) - len(number)
        where = joined(crumbs(self.session.asked, self.path), " › ", max(1, room))
        return Content.assemble((where, "bold"), (number, "dim"))

    def on_mount(self) -> None:
        """Start at the first question."""
        self.focus_first()

    def reveal(self, path: str) -> None:
        """Show a change made by undo: here if it is in this entry, otherwise wherever it is."""
        if self.row >= len(self.session.get(self.base)) or not path.startswith(f"{self.path}."):
            self.dismiss(path)
            return
        self.form.show(self.session.asked)
        self.refresh_words()
        inner, _, rest = path[len(self.path) :].partition("[")
        column = f"{self.path}{inner}"
        self.form.focus_path(column)
        entry = f"{column}[{rest.partition(']')[0]}]"
        if rest and not path.endswith("]") and int(entry.rpartition("[")[2][:-1]) < len(self.session.get(column)):
            self.stand_on(entry)
            self.wizard.open_entry(entry, focus=path)

    async def action_sibling(self, by: int) -> None:
        """Go to a neighbouring entry, staying at the same question."""
        to = self.row + by
        if not 0 <= to < len(self.session.get(self.base)):
            self.wizard.say("This is the last entry." if by > 0 else "This is the first entry.")
            return
        await self._move_to(to, same_question=True)

    async def action_add(self) -> None:
        """Add an entry after this one and go to it; lists kept elsewhere are added to there."""
        if self.questions() and self.questions()[0].field.of and self.path.count("[") == 1:
            self.wizard.say("Entries are added in the section that keeps them.")
            return
        if self.is_only_read():
            return
        self.session.add_row(self.base, at=self.row + 1)
        self.after_change()
        await self._move_to(self.row + 1)

    def action_back(self) -> None:
        """Back to the list."""
        if not self.closed_a_list():
            self.note_place()
            self.dismiss("")

    async def action_outline(self) -> None:
        """Close the entry and go to the outline."""
        await self._on_section("outline")

    async def action_finished(self) -> None:
        """Close the entry and say that its section is finished, or not yet."""
        await self._on_section("finished")

    async def action_waive(self) -> None:
        """Close the entry and say why its section does not apply."""
        await self._on_section("waive")

    async def action_rename(self) -> None:
        """Close the entry and give its section a heading of the partnership's own."""
        await self._on_section("rename")

    async def action_shift(self, by: int) -> None:
        """Close the entry and move its section in the document."""
        await self._on_section(f"shift({by})")

    async def _on_section(self, action: str) -> None:
        """Do on the section what its own key does there; everything typed here is kept."""
        self.flush()
        edit = self.wizard.close_above()
        self.wizard.save_now()
        if edit is not None:
            await edit.run_action(action)

    async def _move_to(self, row: int, *, same_question: bool = False) -> None:
        self.wizard.save_now()
        question = question_of(self.focused)
        column = question.path.rpartition(".")[2] if question and same_question else ""
        self.path = f"{self.base}[{row}]"
        below = self.app.screen_stack[-2]
        if isinstance(below, WritingScreen):
            below.stand_on(self.path)  # where Escape, or whatever else closes the entry, comes back to
        await self.rebuild(focus=f"{self.path}.{column}" if column else "")
        self.judge_soon()

    def commands_here(self) -> tuple[Command, ...]:
        """Commands for keys, footer, palette and help."""
        return (*HERE, *self.section_commands())
