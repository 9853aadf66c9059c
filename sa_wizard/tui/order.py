"""Keys take effect in the order they were pressed, however fast they come.

Why: Textual hands a key at once to whatever has the focus, while what the key before it set in motion is still on its
way. Over a slow line keys come in bursts: text typed right after the key that opens an entry went into the list below,
where letters copy and delete, and a second Enter opened a second screen under the first.
"""

from collections import deque
from time import monotonic

from textual import events
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input, TextArea

from sa_wizard.settings.manner import Manner
from sa_wizard.tui.pasteboard import Pasteboard

PATIENCE = 2.0
"""Seconds that keys wait for the one before them at most; a slow command must not make the keyboard seem dead."""

OPENING = 60.0
"""Seconds that keys wait at most for the place they are meant for, such as a long draft on a busy machine: until it is
there they would go nowhere, and be lost."""

ROUNDS = 3
"""Times that every widget from the focus up is let finish: a key, the message it makes, and what that one makes."""

REFRESHES = 2
"""Times that the screen is let show itself after a key that may open or close something."""

HELD = frozenset(("up", "down", "left", "right", "pageup", "pagedown", "home", "end", "backspace", "delete"))
"""Keys that people hold down: they open nothing that is not seen at once."""

Place = tuple[Screen[object], Widget | None]


class InOrder(Pasteboard):
    """An app that takes a key when the ones before it have had their whole effect. Letters typed in a text flow."""

    def __init__(self, manner: Manner) -> None:
        super().__init__(manner)
        self._keys: deque[events.Key | events.Paste] = deque()
        self._typed = False
        self._busy_since: float | None = None
        self._held = False
        self._turn = 0
        self._alarm: Timer | None = None

    @property
    def at_rest(self) -> bool:
        """Whether every key so far has had its whole effect, letters that are flowing excepted."""
        return not self._keys and self._busy_since is None

    def hold_keys(self) -> None:
        """Keep keys in line while the place they are meant for is still being opened; ``release_keys`` ends it."""
        self._typed = False
        self._held = True
        self._busy_since = monotonic()
        self._turn += 1

    def release_keys(self) -> None:
        """The place is open: hand on the keys that waited for it."""
        self._held = False
        self._let_finish(self._place, 1)

    async def on_event(self, event: events.Event) -> None:
        """Put keys in line; everything else goes its way."""
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
            return
        self._keys.append(event)
        await self._take()
        if self._keys and self._alarm is None:
            self._alarm = self.set_timer(PATIENCE, self._hurry)

    async def _take(self) -> None:
        """Hand on the keys in line, up to the first that has to wait or has to be waited for."""
        if self._busy_since is not None and monotonic() - self._busy_since > (OPENING if self._held else PATIENCE):
            self._busy_since, self._held = None, False
        while self._keys and self._busy_since is None and self.screen_stack:
            flows = _flows(self._keys[0], self.focused)
            if self._typed and not flows:
                self._let_finish(self._place, 0)
                return
            place, event = self._place, self._keys.popleft()
            self._typed = flows
            self._busy_since = None if flows else monotonic()
            await super().on_event(event)
            if not flows:
                self._let_finish(place, 0 if _is_held(event) else REFRESHES)

    async def _hurry(self) -> None:
        self._alarm = None
        await self._take()
        if self._keys:
            self._alarm = self.set_timer(PATIENCE, self._hurry)

    @property
    def _place(self) -> Place:
        return self.screen, self.focused

    def _let_finish(self, place: Place, refreshes: int) -> None:
        """Come back when everything from the focus up to the app has dealt with what it was sent."""
        self._typed = False
        self._busy_since = self._busy_since or monotonic()
        self._turn += 1
        origin: Widget = place[1] or place[0]
        ladder: list[MessagePump] = [*origin.ancestors_with_self]
        self._climb([*ladder, self] * ROUNDS, self._turn, place, refreshes)

    def _climb(self, ladder: list[MessagePump], turn: int, place: Place, refreshes: int) -> None:
        for step, pump in enumerate(ladder):
            if pump.call_later(self._climb, ladder[step + 1 :], turn, place, refreshes):
                return
        self.call_later(self._finished, turn, place, refreshes)

    async def _finished(self, turn: int, place: Place, refreshes: int) -> None:
        if turn != self._turn or self._held or not self.screen_stack:
            return
        here = self._place
        if refreshes or here != place or not self.screen.is_mounted:
            again = max(0, refreshes - 1)
            if self.screen.call_after_refresh(self.call_later, self._let_finish, here, again):
                return
        self._busy_since = None
        await self._take()


def _flows(event: events.Event, focused: Widget | None) -> bool:
    """Whether a key only adds to a text, so that the next one need not wait for it."""
    adds = isinstance(event, events.Paste) or (isinstance(event, events.Key) and event.is_printable)
    return adds and isinstance(focused, Input | TextArea)


def _is_held(event: events.Event) -> bool:
    return isinstance(event, events.Key) and (event.key in HELD or event.is_printable)
