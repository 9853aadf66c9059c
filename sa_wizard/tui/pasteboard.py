"""What is copied and what is pasted, whichever screen and widget it comes from or goes to."""

from abc import abstractmethod

from textual import events
from textual.widgets import Input, TextArea

from sa_wizard.draft.bounds import LONGEST_LINE, LONGEST_TEXT
from sa_wizard.draft.text import clean
from sa_wizard.tui import copying
from sa_wizard.tui.dress import Dressed
from sa_wizard.tui.messages import Pasted


class Pasteboard(Dressed):
    """An app that offers what is copied to the terminal and says so, and takes no paste that would be too much."""

    def copy_to_clipboard(self, text: str) -> None:
        """Textual's way to copy, from every widget that can; nothing selected is nothing to copy."""
        if text:
            self.copy(text)

    def copy(self, text: str, lead: str = "") -> None:
        """Keep a text for Ctrl+V, offer it to the terminal, and say what was done."""
        self._clipboard = text
        way = self.manner.clipboard
        sent = copying.code(text, way)
        if sent and self._driver is not None:
            self._driver.write(sent)  # it moves no cursor and draws nothing: what the terminal shows is still known
        self.say(f"{lead}{copying.told(text, way)}", 6)

    async def on_event(self, event: events.Event) -> None:
        """Refuse a paste that is too long for where it would go, in words; nothing in one reaches the terminal raw."""
        if isinstance(event, events.Paste) and not event.is_forwarded:
            room = self._room()
            if len(event.text) > room:
                self._refuse(len(event.text), room)
                return
            if not hasattr(self.focused, "question"):  # the editors of answers look closer, and tell what they changed
                event.text = clean(event.text)
        await super().on_event(event)

    def _room(self) -> int:
        """Characters that still go where the focus is."""
        focused = self.focused
        if isinstance(focused, TextArea):
            return LONGEST_TEXT - len(focused.text) + len(focused.selected_text)
        return LONGEST_LINE - len(focused.value) if isinstance(focused, Input) else LONGEST_TEXT

    def _refuse(self, length: int, room: int) -> None:
        told = f"Nothing was pasted: it has {length:,} characters, and there is room for {max(0, room):,} here."
        self.notify(f"{told} Paste it in parts.", severity="warning", markup=False, timeout=12)

    def on_pasted(self, message: Pasted) -> None:
        """Say what was changed in a paste, once its answer is kept."""
        told = message.pasted.told(self.size.width - 1)
        if told:
            self.note(told)

    @abstractmethod
    def say(self, text: str, seconds: float = 4) -> None:
        """Say something in passing, in place of what was said so before."""

    @abstractmethod
    def note(self, text: str) -> None:
        """Say something on the status line for a while."""
