"""A form with lists of entries and links to them: what can be done with one, and what is chosen among them."""

from abc import abstractmethod

from textual import on

from sa_wizard.errors import SaWizardError
from sa_wizard.sitting.rows import choices
from sa_wizard.tui.messages import LinksWanted, RowChosen, RowsChanged
from sa_wizard.tui.screens.judged import JudgedScreen
from sa_wizard.tui.widgets.rowlist import RowsEditor


class ListingScreen(JudgedScreen):
    """What the lists of a form ask for, done in the session."""

    @abstractmethod
    def after_change(self, typed: str = "") -> None:
        """Everything a change sets in motion; ``typed`` is what was typed in."""

    @on(RowChosen)
    def _opened(self, message: RowChosen) -> None:
        message.stop()
        if message.path.endswith("]"):
            self.wizard.open_entry(message.path)
        else:
            self.wizard.go(message.path)

    @on(RowsChanged)
    def _rows_changed(self, message: RowsChanged) -> None:
        message.stop()
        if self.is_only_read():
            return
        try:
            entry = self._change_rows(message.path, message.act, message.row)
        except SaWizardError as error:  # the key came twice, and the entry was gone the second time
            self.wizard.tell(error)
            return
        self.after_change()
        self.stand_on(entry)
        if message.act == "add":
            self.wizard.open_entry(entry)

    def stand_on(self, entry: str) -> None:
        """Put the cursor of a list on an entry of it, as the draft now has them; where no list has it, nowhere."""
        self.form.show(self.session.asked)
        path, _, row = entry.rpartition("[")
        box = self.form.box(path)
        if box is not None and isinstance(box.editor, RowsEditor):
            box.editor.highlight(int(row[:-1]))

    def is_only_read(self) -> bool:
        """Whether nothing can be changed here, which is said."""
        if self.session.read_only:
            self.wizard.say("This draft is open for reading only.")
        return self.session.read_only

    def _change_rows(self, path: str, act: str, row: int) -> str:
        """Add, duplicate, delete or move an entry; returns the path to go on with."""
        entry = f"{path}[{row}]"
        if act == "add":
            return self.session.add_row(path)
        if act == "duplicate":
            return self.session.duplicate_row(entry)
        if act == "delete":
            self.session.remove_row(entry)
            self.wizard.say("Deleted. Ctrl+Z brings it back.")
            return entry
        return self.session.move_row(entry, -1 if act == "up" else 1)

    @on(LinksWanted)
    def _links_wanted(self, message: LinksWanted) -> None:
        message.stop()
        if self.is_only_read():
            return
        from sa_wizard.tui.screens.choose import ChooseLinks

        offered = choices(self.session.asked, message.to)
        found = self.session.outline.find(message.to)
        what = found[1].label if found else message.to
        if not offered:
            self._offer_way_to(message.to, what, self.session.asked.heading(found[0]) if found else "")
            return
        chosen = [str(link) for link in self.session.get(message.path)]

        def chose(ids: list[str] | None) -> None:
            if ids is not None and self.session.set(message.path, ids):
                self.after_change()
                self.form.show(self.session.asked)

        self.app.push_screen(ChooseLinks(what, offered, chosen), chose)

    def _offer_way_to(self, path: str, what: str, where: str) -> None:
        """There is nothing to link to yet: let the person go where such entries are added."""
        from sa_wizard.tui.screens.choose import Confirm

        def answered(answer: str | None) -> None:
            if answer == "go":
                self.wizard.go(path)

        told = f"There is nothing to choose yet. Entries are added under “{what}” in the section “{where}”."
        self.app.push_screen(Confirm(told, {"go": "Go there", "stay": "Stay here"}), answered)
