"""The first screen: start, open, go on with a recent draft, look at the finished example."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from sa_wizard.draft import begin, opening, recent, way_back
from sa_wizard.draft.recent import Visit
from sa_wizard.draft.store import SUFFIX
from sa_wizard.errors import SaWizardError, UnreadableDraft
from sa_wizard.sitting.spelling import brief
from sa_wizard.sitting.stages import free_file, suggested_folder
from sa_wizard.tui.commands import Command, bindings
from sa_wizard.tui.glyphs import glyphs
from sa_wizard.tui.screens.explain import EXPLAIN, Explained
from sa_wizard.tui.screens.path import AskPath
from sa_wizard.tui.widgets.keys import KeyLine
from sa_wizard.tui.widths import cut, cut_front

WHAT = (
    "Draft a community safety partnership's strategic assessment section by section, see what each statutory item "
    "still needs, and hand the board a Word file."
)
ACTS = (
    Command("home.new", "Start a new assessment", "new", "A few questions, then the first section", "n"),
    Command("home.open", "Open a draft…", "open", f"Choose a file that ends in {SUFFIX}", "o"),
    Command("home.example", "Look at the finished example…", "example", "Write it to a new file and open it", "e"),
)
LEAVE = Command("home.quit", "Quit", "app.leave", "Leave the program", "q")
SHORTCUTS = 9


class HomeScreen(Explained[None]):
    """What the program is, and everything one can do from here, in one list."""

    CSS_PATH = "home.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings((*ACTS, LEAVE, EXPLAIN)),
        *(
            Binding(str(number), f"recent({number - 1})", "Open a recent draft", show=False, id=f"home.recent-{number}")
            for number in range(1, SHORTCUTS + 1)
        ),
    ]
    EXPLANATION = """
    Where you begin and come back to

    Start a new assessment, open a draft you have, or go on with one you opened lately: it opens at the question you
    left, with the cursor where it was.

    A draft is one file that ends in .sa.json, kept in the folder you choose. It can be copied, mailed and put under
    version control. Everything you type is saved in it within a second.

    The finished example is about an invented partnership. It is written to a new file of your own, so you can
    change anything in it and see what happens.

    Press the letter or number shown, or move with the arrows and press Enter, or click.
    """

    def __init__(self) -> None:
        super().__init__()
        self.visits = recent.visits()

    def compose(self) -> ComposeResult:
        """What it is, the list, the keys."""
        yield Static(Content.assemble(("sa_wizard", "bold")), id="name")
        yield Static(Content(WHAT), id="what")
        yield OptionList(id="acts", compact=True, markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """The cursor waits on the draft opened last: Enter goes on with it."""
        acts = self.query_one("#acts", OptionList)
        self._fill()
        acts.highlighted = acts.get_option_index("recent-0") if self.visits else 0
        acts.focus()

    def on_resize(self) -> None:
        """Paths are cut to the width."""
        self._fill()

    def _fill(self) -> None:
        acts = self.query_one("#acts", OptionList)
        at = acts.highlighted
        acts.clear_options()
        acts.add_options(_act(command) for command in (*ACTS, LEAVE))
        if self.visits:
            heading = Content.assemble((" Recent drafts", "bold"))
            acts.add_options((Option("", disabled=True), Option(heading, disabled=True)))
            width = max(40, acts.size.width or 74)
            acts.add_options(_entry(number, visit, width) for number, visit in enumerate(self.visits))
        acts.highlighted = at

    @on(OptionList.OptionSelected, "#acts")
    async def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        name = event.option.id or ""
        if name.startswith("recent-"):
            self.action_recent(int(name.removeprefix("recent-")))
        else:
            await self.run_action(next(each.action for each in (*ACTS, LEAVE) if each.id == name))

    def action_new(self) -> None:
        """Start a new assessment."""
        try:
            self.wizard.show_setup()
        except SaWizardError as error:
            self.wizard.tell(error)

    def action_open(self) -> None:
        """Ask for a draft and open it."""
        self.app.push_screen(AskPath("Which draft?", "Open", _can_be_opened), self._opened)

    def action_example(self) -> None:
        """Ask for a new file, write the example to it and open it."""
        free = brief(free_file(suggested_folder(), "example"))
        question = "Where should the example be written? No file is ever replaced."
        self.app.push_screen(AskPath(question, "Write", _write_example, value=free, suggest=False), self._opened)

    def _opened(self, path: Path | None) -> None:
        if path is not None:
            self.wizard.open_draft(path)

    def action_recent(self, number: int) -> None:
        """Go on with a recent draft."""
        if number < len(self.visits):
            self.wizard.open_draft(self.visits[number].path)

    def commands_here(self) -> tuple[Command, ...]:
        """Commands for keys, footer, palette and help."""
        going = tuple(
            Command(
                f"home.recent-{number + 1}",
                f"Open {visit.called}",
                f"recent({number})",
                brief(visit.path),
                str(number + 1) if number < SHORTCUTS else "",
            )
            for number, visit in enumerate(self.visits)
        )
        return (*ACTS, *going, LEAVE, EXPLAIN)


def when(stamp: str, now: datetime) -> str:
    """When a draft was opened, for people: ``today 10:42``, ``yesterday 16:05``, ``3 May``, ``3 May 2024``."""
    try:
        then = datetime.fromisoformat(stamp).astimezone(now.tzinfo)
    except (ValueError, OverflowError):
        return ""
    if then.date() == now.date():
        return f"today {then:%H:%M}"
    if then.date() == (now - timedelta(days=1)).date():
        return f"yesterday {then:%H:%M}"
    day = f"{then.day} {then:%B}"
    return day if then.year == now.year else f"{day} {then.year}"


def _can_be_opened(path: Path) -> None:
    """Refuse what is no draft; for a damaged one that there is a way back from, a box of its own offers it."""
    try:
        opening.load(path)
    except UnreadableDraft:
        if not way_back.kept(path).answers:
            raise


def _write_example(path: Path) -> None:
    begin.create(path, begin.example())


def _act(command: Command) -> Option:
    return Option(Content.assemble((f" {command.key}  ", "bold"), command.title), id=command.id)


def _entry(number: int, visit: Visit, width: int) -> Option:
    key = f" {number + 1}  " if number < SHORTCUTS else "    "
    opened = when(visit.opened, datetime.now().astimezone())
    dot = f" {glyphs().dot} " if opened else ""
    file = cut_front(brief(visit.path), width - len(opened) - len(dot) - 6)
    title = cut(visit.called, width - 5)
    return Option(
        Content.assemble((key, "bold"), title, "\n    ", (f"{file}{dot}{opened}", "dim")),
        id=f"recent-{number}",
    )
