"""The quiet lines around a form: items (a) to (g), guidance for the field in focus, and the state of the draft."""

import os
from collections.abc import Callable
from re import escape, split, sub
from textwrap import wrap
from typing import TYPE_CHECKING, cast

from rich.cells import cell_len, set_cell_size
from textual.content import Content
from textual.style import Style
from textual.widget import Widget
from textual.widgets import Static

from sa_wizard.draft import words
from sa_wizard.draft.session import Session
from sa_wizard.review.findings import Finding, Review
from sa_wizard.sitting.questions import Question
from sa_wizard.tui.commands import Keyed
from sa_wizard.tui.glyphs import UNICODE, glyphs
from sa_wizard.tui.widths import cut

if TYPE_CHECKING:
    from sa_wizard.review.gaps import Gap


Parts = list[tuple[str, str] | str]
"""A text in pieces, each alone or with its style."""

ITEMS = 22
"""Columns at the end of the top line that are kept for the items, and the space before them."""
_TO_CHECK = Style.from_meta({"@click": "screen.check"})


class TopLine(Widget):
    """The draft, and ``a● b◐ c○ …``: the seven statutory items at a glance, where a click opens the check."""

    _title = ""
    _items = ""

    def call(self, title: str) -> None:
        """Show what the draft is called."""
        self._title = title
        self.refresh()

    def show(self, review: Review) -> None:
        """Show each item's letter and mark."""
        mark = glyphs()
        self._items = " ".join(f"{item.item}{mark.item(item.status)}" for item in review.items)
        self.refresh()

    def render(self) -> Content:
        """The name on the left, cut where it meets the items on the right."""
        room = self.size.width - ITEMS
        title = cut(self._title, room)
        return Content.assemble(
            (title, "bold"), " " * (room - cell_len(title) + ITEMS - cell_len(self._items)), (self._items, _TO_CHECK)
        )


class Guidance(Static):
    """What to write in the field in focus, and a question to ask of the data: as many whole sentences as fit.

    At a gap of the guided path, first of all why it matters; what to do stands under the answer.
    """

    LINES = 5
    _question: Question | None = None
    _because: tuple[str, str] | None = None

    def show(self, question: Question) -> None:
        """Show one question's guidance."""
        self._question = question
        self._because = None
        self._draw()

    def because(self, told: tuple[str, str] | None) -> None:
        """What a gap rests on and why it matters, before the guidance; None: no gap, or none any more."""
        if told != self._because:
            self._because = told
            self._draw()

    def on_resize(self) -> None:
        """More room, more sentences."""
        self._draw()

    def _draw(self) -> None:
        question = self._question
        if question is None:
            return
        width = max(30, self.size.width or 76)
        tall = self.parent is not None and self.screen.has_class("-broad")
        lines = max(self.LINES, self.size.height - 1) if tall else self.LINES
        why = self._why()
        more = cast(Keyed, self.app).said("F1: more") if question.example or question.questions or why else ""

        def parts(guidance: str) -> Parts:
            return [*why, "\n" if why else "", ("What to write  ", "bold"), guidance]

        def fits(told: Parts) -> bool:
            return wrapped_lines(with_more(_plain(told), more, width), width) <= lines

        guidance, cut = fitting(question.guidance, lambda kept: fits(parts(kept)))
        told = parts(guidance)
        if why and not fits(told):
            told = why
        elif not cut and question.questions:
            asking = [*told, "\n", ("Ask  ", "bold"), question.questions[0]]
            told = asking if fits(asking) else told
        behind = with_more(_plain(told), more, width)[len(_plain(told)) :]
        self.update(Content.assemble(*told, (behind, "dim")), layout=False)

    def _why(self) -> Parts:
        """Why the gap matters."""
        if self._because is None:
            return []
        basis, reason = self._because
        return [(f"Why it matters, {basis}  " if basis else "Why it matters  ", "bold"), reason]


def _plain(parts: Parts) -> str:
    return "".join(part if isinstance(part, str) else part[0] for part in parts)


def with_more(text: str, more: str, width: int, gap: str = "  ") -> str:
    """A text and how to see more of it: behind it where there is room, else below it, never on two lines."""
    if not more:
        return text
    last = (_wrapped(text.rpartition("\n")[2], width) or [""])[-1]
    apart = gap if cell_len(f"{last}{gap}{more}") <= width else "\n"
    return f"{text}{apart}{more}"


def wrapped_lines(text: str, width: int) -> int:
    """How many lines a text takes at a width."""
    return sum(max(1, len(_wrapped(line, width))) for line in text.split("\n"))


def _wrapped(line: str, width: int) -> list[str]:
    return wrap(line, width, break_on_hyphens=False)  # as Textual breaks it


def fitting(text: str, fits: Callable[[str], bool]) -> tuple[str, bool]:
    """As many whole sentences as fit, at least one, and whether any were left out."""
    kept = ""
    for sentence in split(r"(?<=[.?!])\s+", text):
        longer = f"{kept} {sentence}".strip()
        if kept and not fits(longer):
            return kept, True
        kept = longer
    return kept, False


_FEW = 12
"""Columns in which a few words can still be told."""

NOT_SAVED = " NOT SAVED  "


class StatusLine(Static):
    """Saved when, how long, how much is missing, and what comes next. Says in words when saving fails."""

    def note(self, text: str) -> None:
        """Say something once; the next judgement replaces it."""
        said = cast(Keyed, self.app).said(text)
        self.update(Content(f" {last_whole(said, (self.size.width or 80) - 1)}"), layout=False)

    def show(
        self,
        session: Session,
        review: Review,
        saved_at: str,
        *,
        front: "Gap | None" = None,
        coming: "Gap | None" = None,
    ) -> None:
        """Show the gap in front of the author, if there is one; else the state of the draft and the gap to come.

        ``saved_at`` is the time of the last save, empty when there was none yet.
        """
        if session.trouble:
            told = self._trouble(session)
            self.update(Content.assemble((NOT_SAVED, "bold"), told), layout=False)
            return
        if front is not None:
            self.update(Content(self._front(front)), layout=False)
            return
        dot = f" {glyphs().dot} "
        state = "not saved yet" if session.dirty else f"saved {saved_at}".strip()
        if session.hindrance:
            state = "cannot be saved here"
        if session.read_only:
            state = "read only"
        long = f"{words.count(session.outline, session.draft):,} words"
        missing = review.to_do
        todo = f"{missing} to do" if missing else "nothing missing"
        parts = [state, long, todo]
        if coming is not None:
            parts = self._with_next(coming.finding, parts, [state, todo], dot)
        self.update(Content(f" {dot.join(parts)}"), layout=False)

    def _with_next(self, finding: Finding, parts: list[str], without_length: list[str], dot: str) -> list[str]:
        """The parts and what comes next, which is told whole in place of the length where there is no room for both."""
        for kept in (parts, without_length):
            room = (self.size.width or 80) - 1 - cell_len(dot.join([*kept, "next: "]))
            if cell_len(finding.message.rstrip(".")) <= room:
                break
        return [*kept, f"next: {brief(finding, max(20, room)).rstrip('.')}"]

    def _trouble(self, session: Session) -> str:
        """Why the draft is not saved, the reason whole: of the folders, which are long and are known, the last."""
        told = session.trouble
        parent = session.path.parent
        more = "…" if glyphs() is UNICODE else "..."  # "~" in its place would be somebody's home
        folders = {os.path.realpath(parent), os.path.abspath(parent), str(parent)}  # noqa: PTH100 - links stay
        for folder in sorted(folders - {os.curdir}, key=len, reverse=True):
            above, _, name = folder.rpartition(os.sep)
            short = f"{more}{os.sep}{name}" if above and name else folder
            told = _in_place_of(f"{folder}{os.sep}{session.path.name}", session.path.name, told)
            told = _in_place_of(folder, short, told)
        why, _, rest = told.partition(". ")
        room = max(20, (self.size.width or 80) - len(NOT_SAVED) - 1)
        return f"{both_ends(f'{why}.' if rest else why, room)} {rest}".rstrip()

    def _front(self, gap: "Gap") -> str:
        lead = f" Gap {gap.number} of {gap.of}: "
        more = f" (and {gap.more} more here)" if gap.more else ""
        room = max(20, (self.size.width or 80) - len(lead) - len(more) - 1)
        return f"{lead}{brief(gap.finding, room)}{more}"


def _in_place_of(path: str, short: str, told: str) -> str:
    """A sentence with a path shortened wherever it stands whole, not where it is a part of a longer one."""
    return sub(rf"(?<![^\s‘“'\"(]){escape(path)}(?![\w{escape(os.sep)}-])", lambda _: short, told)


def brief(finding: Finding, width: int) -> str:
    """What is found, in so many columns; of a long quotation the very words it is about, not those around them."""
    message, words = finding.message, " ".join(finding.words.split())
    before, opened, quoted = message.partition("“")
    lead, found, rest = quoted.partition(words) if words else (quoted, "", "")
    rest, closed, behind = rest.partition("”")
    if cell_len(message) <= width or not (opened and found and closed):
        return both_ends(message, width)
    start, end = f"{before}“{'…' if lead else ''}", f"”{behind}"
    room = width - cell_len(start + end)
    told = cut(f"{words}{'…' if rest else ''}", room)
    return both_ends(message, width) if room < _FEW else f"{start}{told}{end}"


def last_whole(text: str, width: int) -> str:
    """A message in one line: what it ends with, which says what to do, stays whole, and what was done gives way."""
    ends = [text.rpartition(sign) for sign in (". ", "; ")]
    head, sign, last = min(ends, key=lambda parts: len(parts[2]))
    room = width - cell_len(f"{sign}{last}")
    return both_ends(text, width) if not sign or room < _FEW else f"{both_ends(head, room)}{sign}{last}"


def both_ends(text: str, width: int) -> str:
    """A sentence cut in the middle when it is too wide: a name may be long, and what is wrong with it comes last."""
    if cell_len(text) <= width:
        return text
    head = set_cell_size(text, width // 3).rstrip()
    tail = text
    while cell_len(tail) > width - cell_len(head) - 1:
        tail = tail[1:]
    return f"{head}…{tail.lstrip()}"
