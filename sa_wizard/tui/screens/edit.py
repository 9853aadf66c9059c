"""Where a draft is written: the outline, one section's form, guidance, items (a) to (g), and what comes next."""

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList

from sa_wizard.draft.paths import resolve
from sa_wizard.draft.session import Session
from sa_wizard.errors import SaWizardError, UsageProblem
from sa_wizard.outline.spec import Section
from sa_wizard.sitting.questions import Question, of_section
from sa_wizard.tui import rules
from sa_wizard.tui.commands import Command, bindings
from sa_wizard.tui.glyphs import glyphs
from sa_wizard.tui.screens.leading import OF_SECTION, OUTLINE, SHARED
from sa_wizard.tui.screens.writing import WritingScreen
from sa_wizard.tui.widgets.form import cursor_of, question_of
from sa_wizard.tui.widgets.lines import StatusLine
from sa_wizard.tui.widgets.outline import OutlineList
from sa_wizard.tui.widgets.rowlist import RowsEditor
from sa_wizard.tui.widths import cut_at_word

HERE = (
    OUTLINE,
    Command("edit.previous", "Previous section", "neighbour(-1)", "The section before this one", "f6"),
    Command("edit.next", "Next section", "neighbour(1)", "The section after this one", "f7", "Next"),
    *SHARED,
    *OF_SECTION,
    Command("edit.close_drawer", "Close the outline", "close_drawer", "Back to the form", "escape"),
)
_LISTED = tuple(command for command in HERE if command.id != "edit.close_drawer")

_SHORTEST = 12
"""Columns of a heading of which no more is cut."""


class EditScreen(WritingScreen):
    """One section at a time, reachable in any order."""

    BINDINGS = bindings(HERE)
    STAYS = ("write.check", "edit.export", "edit.outline", "write.gap")

    def __init__(self, session: Session, section: str = "") -> None:
        super().__init__(session)
        self.outline = OutlineList()
        self._left = ("", 0, 0)
        """The field and cursor that were left for the outline."""
        known = {each.id for each in session.asked.sections}
        self.section_id = section if section in known else session.asked.sections[0].id

    @property
    def section(self) -> Section:
        """The section on the desk; document control when the one shown was switched off."""
        sections = self.session.asked.sections
        return next((each for each in sections if each.id == self.section_id), sections[0])

    def side(self) -> ComposeResult:
        """The outline, where it is seen; a drawer is put there when the screen has been shown."""
        if not self.has_class("-narrow"):
            yield self.outline

    def questions(self) -> tuple[Question, ...]:
        """The fields of the section that apply."""
        return of_section(self.session.asked, self.section)

    def heading(self) -> Content:
        """``7 of 17 · Why it has changed   statutory: item (c)``."""
        asked, section = self.session.asked, self.section
        number = asked.numbers.get(section.id)
        place = f"{number} of {len(asked.numbers)} {glyphs().dot} " if number else ""
        items = ", ".join(f"({item})" for item in section.items)
        serves = (
            f"   {section.level}: item{'s' if len(section.items) > 1 else ''} {items}"
            if items
            else f"   {section.level}"
        )
        said = (
            "   does not apply" if asked.waived(section) else "   you say finished" if asked.finished(section) else ""
        )
        room = self.query_one("#heading").content_size.width or self.app.size.width - 2
        named = cut_at_word(asked.heading(section), max(_SHORTEST, room - cell_len(f"{place}{serves}{said}")))
        return Content.assemble(place, (named, "bold"), (serves, "dim"), said)

    def on_mount(self) -> None:
        """The outline's marks, and the first question."""
        if self.outline.is_attached:
            self.list_sections()
        else:
            self.call_after_refresh(self._with_drawer)
        self.focus_first()

    async def _with_drawer(self) -> None:
        if not self.outline.is_attached:
            await self.query_one("#body").mount(self.outline, before=0)
        self.list_sections()

    def judge_now(self) -> None:
        """Judge the draft and show it everywhere; while the rules are being loaded, the app does so after that."""
        if rules.loaded():
            super().judge_now()

    def judge_soon(self, typed: str = "") -> None:
        """Judge when the typing pauses, as above."""
        if rules.loaded():
            super().judge_soon(typed)

    def list_sections(self) -> None:
        """Show the outline as it stands."""
        if self.outline.is_attached:
            self.outline.show(self.session.asked, self.review, self.section.id)

    def mark(self) -> None:
        """Show the last judgement, in the outline too."""
        super().mark()
        self.list_sections()

    async def open_section(self, section: str, focus: str = "") -> None:
        """Put a section on the desk. Leaving one saves."""
        self.outline.remove_class("open")
        if section != self.section_id:
            self.wizard.save_now()
            self.section_id = section
            await self.rebuild(focus)
            self.list_sections()
            self.judge_soon()
        elif focus:
            self.form.focus_path(focus)
        else:
            self.focus_first()

    async def go(self, path: str) -> None:
        """Show a path: its section, its field, and inside lists the entry (which opens on top)."""
        try:
            target = resolve(self.session.outline, path)
        except UsageProblem:
            await self.open_section(path if self.session.outline.section(path) else self.section_id)
            return
        section, field = target.seen_in
        if section not in self.session.asked.sections:
            self.wizard.say("That section does not apply to this partnership.")
            return
        head = f"{section.id}.{field.id}"
        await self.open_section(section.id, focus=head)
        box = self.form.box(head)
        if target.steps and box is not None and isinstance(box.editor, RowsEditor):
            box.editor.highlight(int(target.steps[0]))
            self._open_entries(path)

    def _open_entries(self, path: str) -> None:
        """Open the entries named in a path, the outer first, and focus the last column."""
        parts = path.split("[")
        for depth in range(1, len(parts)):
            entry = "[".join(parts[: depth + 1]).rpartition("]")[0] + "]"
            rows = self.session.get(entry.rpartition("[")[0])
            if int(entry.rpartition("[")[2][:-1]) >= len(rows):
                return
            self.wizard.open_entry(entry, focus=path if depth == len(parts) - 1 else "")

    def reveal(self, path: str) -> None:
        """Show the place of an undone change; headings and order show in the outline."""
        self.form.show(self.session.asked)
        self.refresh_words()
        self.list_sections()
        self.run_worker(self._reveal(path), exclusive=True, group="go")

    async def _reveal(self, path: str) -> None:
        """An answer in its place, in an entry if it is there; an entry that came, went or moved, in its list."""
        entry = path.rpartition("[") if path.endswith("]") else None
        if "." in path:
            await self.go(entry[0] if entry else path)
        await self.ask_again(path)
        if entry:
            self.stand_on(path)

    @on(OptionList.OptionSelected, "#outline")
    async def _section_chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        await self.open_section(event.option.id or self.section_id)

    async def action_neighbour(self, by: int) -> None:
        """The section before or after; at either end it stays and says so."""
        sections = [section.id for section in self.session.asked.sections]
        to = sections.index(self.section.id) + by
        if 0 <= to < len(sections):
            await self.open_section(sections[to])
        else:
            self.wizard.say("This is the last section." if by > 0 else "This is the first section.")

    async def action_outline(self) -> None:
        """Go to the outline; on a narrow screen it slides over the form."""
        outline = self.outline
        await self._with_drawer()
        if outline.has_focus:
            self.action_close_drawer()
        else:
            question = question_of(self.focused)
            self._left = (question.path if question else "", *cursor_of(self.focused))
            outline.add_class("open")
            outline.focus()

    def action_close_drawer(self) -> None:
        """Back to the form."""
        outline = self.outline
        if self.closed_a_list():
            return
        if outline.has_class("open") or outline.has_focus:
            outline.remove_class("open")
            path, row, column = self._left
            if self.form.focus_path(path):
                self.call_after_refresh(self.restore_cursor, row, column)
            else:
                self.focus_first()

    def action_finished(self) -> None:
        """Say that this section is finished, or take it back."""
        from sa_wizard.review import claims

        finished = self.session.asked.finished(self.section)
        claims.finish(self.session, self.section.id, finished=not finished)
        self._said("Not finished yet." if finished else "You say it is finished; what is still found stays listed.")

    def action_waive(self) -> None:
        """Say why this section does not apply; an empty reason takes it back."""
        from sa_wizard.review import claims
        from sa_wizard.tui.screens.choose import AskLine

        self.session.must_write()
        section = self.section

        def because(reason: str | None) -> None:
            try:
                changed = reason is not None and claims.waive(self.session, section.id, reason)
            except SaWizardError as error:
                self.wizard.tell(error)
                return
            if changed:
                waived = self.session.asked.waived(section)
                self._said("It does not apply; the document says why." if waived else "It applies again.")

        asked = "Why does this section not apply? The reason is printed; leave it empty if it does apply."
        self.app.push_screen(AskLine(asked, self.session.asked.waived(section)), because)

    def _said(self, told: str) -> None:
        self.after_change()
        self.judge_now()
        self.wizard.hush()
        self.query_one(StatusLine).note(told)

    def action_rename(self) -> None:
        """Ask for the partnership's own heading."""
        from sa_wizard.tui.screens.choose import AskLine

        self.session.must_write()
        section = self.section

        def renamed(heading: str | None) -> None:
            if heading is not None and self.session.rename(section.id, "" if heading == section.title else heading):
                self.after_change()
                self.refresh_words()
                self.list_sections()

        asked = f"Heading for this section (the outline calls it {section.title!r}; leave empty to use that)"
        self.app.push_screen(AskLine(asked, self.session.asked.heading(section)), renamed)

    def action_shift(self, by: int) -> None:
        """Move the section in the document."""
        if self.session.shift(self.section.id, by):
            self.after_change()
            self.refresh_words()
            self.list_sections()
        else:
            self.wizard.say("It cannot move further that way.")

    def commands_here(self) -> tuple[Command, ...]:
        """Commands for keys, footer, palette and help: the screen's, then one for every section."""
        return (*_LISTED, *self.section_commands())
