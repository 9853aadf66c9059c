"""Ask for a file: a line to type in, and below it the drafts and folders that begin with what was typed."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button, Input, OptionList, Static
from textual.widgets.option_list import Option

from sa_wizard.draft.store import SUFFIX
from sa_wizard.draft.text import clean_line
from sa_wizard.errors import SaWizardError
from sa_wizard.sitting.spelling import expanded
from sa_wizard.tui.glyphs import glyphs
from sa_wizard.tui.widths import cut

MOST = 200
"""Suggestions shown; a longer list is narrowed by typing."""


@dataclass(frozen=True)
class Suggestion:
    """One file or folder: what stands in the line when it is taken, and what the list shows."""

    typed: str
    shown: str
    folder: bool


def suggestions(typed: str) -> list[Suggestion]:
    """Folders and drafts that begin with what was typed; none where the folder cannot be read."""
    head, _, tail = typed.rpartition(os.sep)
    base = f"{head}{os.sep}" if os.sep in typed else ""
    try:
        with os.scandir(expanded(base) if base else ".") as entries:
            found = [(entry.name, _is_folder(entry)) for entry in entries]
    except (OSError, ValueError):
        return []
    matching = [
        Suggestion(f"{base}{name}{os.sep if folder else ''}", f"{name}{os.sep if folder else ''}", folder)
        for name, folder in found
        if clean_line(name) == name  # what no screen can show can be opened from the command line
        and name.lower().startswith(tail.lower())
        and (folder or name.endswith(SUFFIX))
        and (tail.startswith(".") or not name.startswith("."))
    ]
    return sorted(matching, key=lambda each: (each.folder, each.shown.lower()))[:MOST]


class AskPath(ModalScreen[Path | None]):
    """Ask for a file. ``take`` does what is wanted with it; when it refuses, its sentence is shown and nothing closes.

    Returns the path taken, or None for Escape.
    """

    CSS_PATH: ClassVar[list[str | PurePath]] = ["dialog.tcss", "path.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Cancel", id="path.cancel"),
        Binding("down", "move(1)", "Down", show=False, id="path.down"),
        Binding("up", "move(-1)", "Up", show=False, id="path.up"),
        Binding("tab", "complete", "Complete", show=False, priority=True, id="path.complete"),
    ]

    def __init__(
        self, question: str, verb: str, take: Callable[[Path], object], *, value: str = "", suggest: bool = True
    ) -> None:
        super().__init__()
        self.question = question
        self.verb = verb
        self.take = take
        self.value = value
        self.suggest = suggest

    def compose(self) -> ComposeResult:
        """The question, the line, what begins so, and what the keys do."""
        dot = glyphs().dot
        keys = f"↑ ↓ choose {dot} Tab completes {dot} " if self.suggest else ""
        with Vertical(classes="dialog", id="ask-path"):
            yield Static(Content.assemble((self.question, "bold")))
            yield Input(self.value, compact=True, select_on_focus=False, placeholder=f"NAME{SUFFIX}")
            yield Static(id="refusal")
            if self.suggest:
                listed = OptionList(id="suggestions", compact=True, markup=False)
                listed.can_focus = False  # the line keeps the focus, the arrows move in the list
                yield listed
            with Horizontal(classes="buttons"):
                yield Button(self.verb, id="take", variant="primary", compact=True)
                yield Button("Cancel", id="cancel", compact=True)
            yield Static(Content(f"{keys}Enter: {self.verb.lower()} {dot} Esc: cancel"), classes="hint")

    def on_mount(self) -> None:
        """Start with what is in this folder."""
        self._list()

    def refuse(self, sentence: str) -> None:
        """Say what is wrong with what was typed."""
        shown = self.query_one("#refusal", Static)
        shown.update(Content(f"{glyphs().wrong} {sentence}" if sentence else ""))
        shown.display = bool(sentence)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._list()

    def _list(self) -> None:
        self.refuse("")
        if not self.suggest:
            return
        found = suggestions(self.query_one(Input).value)
        listed = self.query_one("#suggestions", OptionList)
        self._found = found
        width = max(20, listed.size.width or 68)
        listed.clear_options()
        listed.add_options([Option(Content(cut(clean_line(each.shown), width))) for each in found])
        if not found:
            listed.add_option(Option(Content("Nothing here begins with that."), disabled=True))
        listed.highlighted = None

    def action_move(self, by: int) -> None:
        """Move in the list; the line keeps the focus."""
        if not self.suggest or not self._found:
            return
        listed = self.query_one("#suggestions", OptionList)
        at = listed.highlighted
        last = len(self._found) - 1
        listed.highlighted = (0 if by > 0 else last) if at is None else max(0, min(at + by, last))

    def action_complete(self) -> None:
        """Put the choice in the line, or as much as all suggestions share."""
        if not self.suggest:
            self.focus_next()
            return
        listed = self.query_one("#suggestions", OptionList)
        if listed.highlighted is not None and self._found:
            self._put(self._found[listed.highlighted].typed)
        elif self._found:
            shared = os.path.commonprefix([each.typed for each in self._found])  # noqa: RUF071 - letters are meant
            self._put(max(shared, self.query_one(Input).value, key=len))

    def _put(self, typed: str) -> None:
        line = self.query_one(Input)
        line.value = typed
        line.cursor_position = len(typed)
        line.focus()

    @on(OptionList.OptionSelected, "#suggestions")
    def _clicked(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._choose(self._found[event.option_index])

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self._done()

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        if event.button.id == "take":
            self._done()
        else:
            self.dismiss(None)

    def _done(self) -> None:
        listed = self.query_one("#suggestions", OptionList) if self.suggest else None
        if listed is not None and listed.highlighted is not None and self._found:
            self._choose(self._found[listed.highlighted])
            return
        typed = self.query_one(Input).value
        if not typed.strip():
            self.refuse("Type a name first" + (", or choose one with the arrows." if self.suggest else "."))
        elif self.suggest and os.path.isdir(expanded(typed)):  # noqa: PTH112 - Path.is_dir raises for some names
            self._put(typed if typed.endswith(os.sep) else typed + os.sep)
        else:
            self._take(expanded(typed))

    def _choose(self, chosen: Suggestion) -> None:
        if chosen.folder:
            self._put(chosen.typed)
        else:
            self._take(expanded(chosen.typed))

    def _take(self, path: Path) -> None:
        try:
            self.take(path)
        except SaWizardError as error:
            self.refuse(str(error))
            return
        self.dismiss(path)

    _found: list[Suggestion] = []  # noqa: RUF012 - replaced whole, never changed


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False
