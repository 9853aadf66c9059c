"""Keeping what was typed: saved in time, and safe whatever ends the program."""

import asyncio
import contextlib
import signal
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from pathlib import Path

from rich.text import Text
from textual.timer import Timer

from sa_wizard import crash
from sa_wizard.draft import lock
from sa_wizard.draft.store import SUFFIX
from sa_wizard.settings.manner import Manner
from sa_wizard.signs import one_line
from sa_wizard.sitting.desk import Desk
from sa_wizard.tui import line
from sa_wizard.tui.order import InOrder
from sa_wizard.tui.screens.writing import WritingScreen

SIGNALS = {"SIGHUP": 129, "SIGTERM": 143}
"""What asks the program to end, and the exit codes that say so."""

INTERRUPTED = 130
"""The exit code of SIGINT. Ctrl+C is a key here, and sends no signal."""

SLOW = 0.4
"""Seconds after which what is still on its way to the disk is kept in the second place too."""
_AT_ONCE = 0.02
"""Seconds. A timer of none at all never rings."""
VERY_SLOW = 3.0
"""Seconds after which the screen says so."""

LEAVE_COPY = "Leave; it is offered at the next start"


class Keeping(InOrder):
    """An app with a draft on its desk, which no way out of the program leaves unsaved without a question."""

    def __init__(self, desk: Desk, manner: Manner) -> None:
        super().__init__(manner)
        self.desk = desk
        self.saved_at = ""
        self._saving: Timer | None = None
        self._slow: Timer | None = None
        self._tell_saved = False
        self._away = False
        self._said: set[str] = set()

    @property
    def at_rest(self) -> bool:
        """Whether every key so far has had its whole effect, and nothing is on its way to the disk."""
        return super().at_rest and not self.desk.writing

    def watch_line(self) -> None:
        """Save and leave when the line drops or the machine goes down."""
        loop = asyncio.get_running_loop()
        for name, code in SIGNALS.items():
            if hasattr(signal, name):  # Windows has no SIGHUP, and a loop that takes no handlers
                with contextlib.suppress(NotImplementedError):
                    loop.add_signal_handler(getattr(signal, name), self._hung_up, code)
        self._when("SIGINT", lambda: loop.call_soon_threadsafe(self._hung_up, INTERRUPTED), away=lambda: None)
        self._watch_stops(loop)
        line.watch(lambda: loop.call_soon_threadsafe(self._hung_up, SIGNALS["SIGHUP"]))
        self.set_interval(lock.TOUCH, self.desk.show_life)
        self.app_suspend_signal.subscribe(self, lambda _: self._stopped(), immediate=True)

    def _watch_stops(self, loop: asyncio.AbstractEventLoop) -> None:
        """Save before the program is stopped; how it leaves and comes back to the terminal is the driver's to do."""
        stop = signal.getsignal(signal.SIGTSTP) if hasattr(signal, "SIGTSTP") else None
        if not callable(stop):
            return

        def stopped() -> None:
            self._stopped()
            stop(signal.SIGTSTP, None)

        self._when("SIGTSTP", lambda: loop.call_soon_threadsafe(stopped), away=lambda: stop(signal.SIGTSTP, None))

    def _when(self, name: str, here: Callable[[], object], *, away: Callable[[], object]) -> None:
        """Do something at a signal of the terminal's; something else while an editor has the terminal.

        Why not by the loop: it stands still meanwhile, and would only hear of the signal when the editor has ended.
        """

        def heard(*_: object) -> None:
            with contextlib.suppress(RuntimeError):  # the loop has ended meanwhile
                (away if self._away else here)()

        if not self.is_headless:
            signal.signal(getattr(signal, name), heard)

    @contextlib.contextmanager
    def suspend(self) -> Iterator[None]:
        """Give the terminal to an editor: what a person interrupts or stops then is meant for that one."""
        with super().suspend():
            self._away = True
            try:
                yield
            finally:
                self._away = False

    def save_soon(self) -> None:
        """Save within a second of the first unsaved change."""
        session = self.desk.session
        due = session.due_in() if session else None
        if due is not None and self._saving is None and not self.desk.writing:
            self._saving = self.set_timer(max(_AT_ONCE, due), self.save_now)

    def save_now(self) -> None:
        """Begin to save what changed; the status line says when it is done, or why not. A failed save is tried again.

        Nobody waits for the disk: a key typed meanwhile is shown as fast as ever.
        """
        if self._saving is not None:
            self._saving.stop()
            self._saving = None
        done = self.desk.begin_save()
        if done is None:
            return
        loop = asyncio.get_running_loop()
        self._slow = self.set_timer(SLOW, self._is_slow)

        def ended(_: object) -> None:
            with contextlib.suppress(RuntimeError):  # the app has closed meanwhile, and did the rest itself
                loop.call_soon_threadsafe(self.call_later, self._saved)  # as the app: a timer set outside never rings

        done.add_done_callback(ended)

    def save_and_say(self) -> None:
        """Save because the author asks for it, and say when it is done."""
        self._tell_saved = True
        self.save_now()
        if not self.desk.writing:
            self._say_saved("")

    def _saved(self) -> None:
        """What was on its way is on disk, or is not."""
        if self._slow is not None:
            self._slow.stop()
        if not self.desk.writing:
            return
        trouble = self.desk.finish_save()
        if not self.screen_stack:  # it ended while the app was closing
            return
        if not trouble:
            self.saved_at = datetime.now().astimezone().strftime("%H:%M")
        self._say_saved(trouble)
        for news in self.unsaid():
            self.notify(news, markup=False, timeout=20)
        self._show_status()
        if self.desk.changed:
            self.meet_changes()
        else:
            self.save_soon()

    def unsaid(self) -> tuple[str, ...]:
        """What the last save has to tell of, and that was not told yet; from now on it was."""
        news = tuple(one_line(told) for told in self.desk.news if told not in self._said)
        self._said.update(self.desk.news)
        return news

    def _say_saved(self, trouble: str) -> None:
        if self._tell_saved:
            self._tell_saved = False
            if trouble:
                self.notify(trouble, markup=False, timeout=4)
            else:
                self.say("Saved.")

    def _is_slow(self, *, very: bool = False) -> None:
        """The disk takes its time: what is typed goes to the second place, and in the end the screen says so."""
        if not self.desk.writing:
            return
        self.desk.copy_apart("The disk is slow.", say=very)
        if very:
            self._show_status()
        self._slow = self.set_timer(VERY_SLOW, partial(self._is_slow, very=True))

    def _show_status(self) -> None:
        if self.screen_stack and isinstance(self.screen, WritingScreen):
            self.screen.show_status()

    def meet_changes(self, *, asked: bool = False) -> None:
        """Another program wrote the draft's file: let the author look at both; ``asked``, also if that was put off."""

    def leave_draft(self, then: Callable[[], object]) -> None:
        """Save and put the draft away, then go on; when that fails, ask what to do rather than lose anything."""
        setup = next((screen for screen in self.screen_stack if hasattr(screen, "hold")), None)
        if setup is not None and setup.hold(then):  # answers that no file holds yet: it asks first
            return
        self._gather()
        trouble = self.desk.close()
        if not trouble:
            then()
            return

        def answered(answer: str | None) -> None:
            if answer == "elsewhere":
                self._save_elsewhere(then)
            elif answer == "leave":
                self.desk.drop()
                then()
            elif answer == "lose":
                self._throw_away(then)
            elif answer == "compare":
                self.meet_changes(asked=True)

        answers = {"elsewhere": "Save a copy somewhere else", "back": "Go back", "lose": "Throw it away…"}
        if self.desk.kept_apart:
            answers = {"elsewhere": answers["elsewhere"], "leave": LEAVE_COPY, **answers}
        if self.desk.changed:
            answers = {"compare": "Compare both", **answers}
        from sa_wizard.tui.screens.choose import Confirm

        self.push_screen(Confirm(f"The draft is not saved. {trouble}", answers), answered)

    def _throw_away(self, then: Callable[[], object]) -> None:
        """Leave without what is not saved: only when the author says so twice."""

        def answered(answer: str | None) -> None:
            if answer == "lose":
                self.desk.drop(lose=True)
                then()

        asked = "Throw away what you typed since the draft was last saved? Nothing brings it back."
        from sa_wizard.tui.screens.choose import Confirm

        self.push_screen(Confirm(asked, {"back": "No, go back", "lose": "Throw it away"}), answered)

    def _gather(self) -> None:
        """Take the last keys into the draft and note the place, before the desk is cleared."""
        if isinstance(self.screen, WritingScreen):
            self.screen.flush()
            self.screen.note_place()
        for screen in self.screen_stack:
            if hasattr(screen, "keep_answers"):  # the setup, which is loaded only when it is wanted
                screen.keep_answers(wait=True)

    def _save_elsewhere(self, then: Callable[[], object]) -> None:
        from sa_wizard.sitting.spelling import brief
        from sa_wizard.sitting.stages import free_file
        from sa_wizard.tui.screens.path import AskPath

        session = self.desk.session
        if session is None:
            return

        def saved(path: Path | None) -> None:
            if path is not None:
                self.leave_draft(then)

        free = brief(free_file(Path.home(), session.path.name.removesuffix(SUFFIX)))
        question = "Where should the draft be saved? No file is ever replaced."
        self.push_screen(AskPath(question, "Save", self.desk.save_as, value=free, suggest=False), saved)

    def _hung_up(self, code: int) -> None:
        """The line dropped or the machine is going down: save, remember the place, leave."""
        self._gather()
        self.desk.close()
        self.exit(return_code=code)

    def _stopped(self) -> None:
        """The program is about to be stopped (Ctrl+Z in a shell, or an editor takes the screen): save first."""
        self._gather()
        self.desk.save()

    def on_unmount(self) -> None:
        """Whatever ends the app, what was typed is on disk and the lock is given back."""
        self.desk.close()

    def _handle_exception(self, error: Exception) -> None:
        """A bug in our own code: save first, then say so."""
        with contextlib.suppress(Exception):  # what is broken may be the screen that the last keys stand in
            self._gather()
        self.desk.close()
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """One sentence and the log file, in place of a trace with the values of every variable."""
        error = self._exception or RuntimeError()
        trouble = self.desk.close()
        kept = f"What you wrote last is not saved. {trouble}" if trouble else "What you wrote is saved."
        told = f"{crash.sentence(error)} {kept}\n{crash.hint(crash.record(error))}"
        self.panic(Text(told))
