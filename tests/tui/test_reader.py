"""What a terminal sends, however it arrives: keys are keys, pastes are text, and what nobody knows is nothing."""

from collections.abc import Iterable
from itertools import pairwise
from time import monotonic

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events
from textual.message import Message

from sa_wizard.tui import reader
from sa_wizard.tui.reader import Reader

BEGIN, END = "\x1b[200~", "\x1b[201~"


def told(messages: Iterable[Message]) -> list[str]:
    """The keys by name, the pastes by their text, everything else by its kind."""
    out = []
    for message in messages:
        match message:
            case events.Key():
                out.append(message.key)
            case events.Paste():
                out.append(f"paste {message.text!r}")
            case _:
                out.append(type(message).__name__)
    return out


def read(*pieces: str) -> list[str]:
    """What pieces that come one after the other are taken for."""
    taking = Reader()
    return [each for piece in pieces for each in told(taking.feed(piece))]


@pytest.mark.parametrize(
    ("sent", "taken"),
    [
        ("a\x1b[Ab", ["a", "up", "b"]),
        ("\x1bOP\x1b[[A\x1b[15~", ["f1", "f1", "f5"]),
        ("\x1b[1;5C", ["ctrl+right"]),
        ("\x1b[3~\x1b[Z", ["delete", "shift+tab"]),
        ("\x1b[97;5u", ["ctrl+a"]),
        ("\x1b[<35;5;5M", ["MouseMove"]),
        ("\x1b[I\x1b[O", ["AppFocus", "AppBlur"]),
        ("\x1b[?2026;2$y", ["TerminalSupportsSynchronizedOutput"]),
    ],
)
def test_what_is_known_is_still_known(sent: str, taken: list[str]) -> None:
    assert read(sent) == taken


@pytest.mark.parametrize(
    "sent",
    [
        "\x1b[99;99;99z",
        "\x1b[>1;4205;0c",
        "\x1b[?62;22c",
        "\x1b]11;rgb:0000/0000/0000\x07",
        "\x1b]52;c;cXVpdA==\x1b\\",
        "\x1bP>|XTerm(380)\x1b\\",
        "\x1b[99999999999u",
        "\x1b[97;5;99999999999u",
        "\x1b[55296u",
        END,
    ],
)
def test_what_nobody_knows_types_nothing_and_takes_nothing_with_it(sent: str) -> None:
    assert read(f"a{sent}b") == ["a", "b"]
    for cut in range(1, len(sent)):
        assert read(f"a{sent[:cut]}", f"{sent[cut:]}b") == ["a", "b"], cut


def test_an_answer_whose_rest_never_comes_is_dropped_and_the_keyboard_lives(monkeypatch: pytest.MonkeyPatch) -> None:
    taking = Reader()
    assert told(taking.feed("a\x1b]11;rgb:0000/")) == ["a"]
    assert told(taking.tick()) == []
    now = monotonic()
    monkeypatch.setattr(reader, "monotonic", lambda: now + 2)
    assert told(taking.tick()) == []
    assert told(taking.feed("b")) == ["b"]


def test_a_terminal_whose_letters_have_no_size_keeps_its_mouse() -> None:
    assert read("\x1b[48;24;80;0;0t", "\x1b[<35;5;5Mx") == ["Resize", "MouseMove", "x"]


@pytest.mark.parametrize(
    "inside", ["words", "", "a\x1b[31m\x11 red", "\x1b", "\x1b[20", "\x1b[A", "\x1b]52;c;x\x07", BEGIN]
)
def test_nothing_in_a_paste_is_obeyed(inside: str) -> None:
    assert read(f"a{BEGIN}{inside}{END}b") == ["a", f"paste {inside!r}", "b"]


def test_a_paste_without_an_end_is_over_after_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    taking = Reader()
    assert told(taking.feed(f"{BEGIN}cut o")) == []
    assert told(taking.tick()) == []
    monkeypatch.setattr(reader, "PASTE_ENDS", 0.0)
    assert told(taking.tick()) == ["paste 'cut o'"]
    assert told(taking.feed("x")) == ["x"]


def test_of_a_paste_that_is_far_too_long_only_so_much_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "LONGEST_PASTE", 10)
    assert read(BEGIN, "12345678", "90abc", "def", f"{END}x") == ["paste '1234567890'", "x"]


def test_an_escape_is_a_key_once_nothing_has_followed_it(monkeypatch: pytest.MonkeyPatch) -> None:
    taking = Reader()
    assert told(taking.feed("\x1b")) == []
    assert told(taking.tick()) == []
    monkeypatch.setattr("textual.constants.ESCAPE_DELAY", 0.0)
    assert told(taking.tick()) == ["escape"]
    assert told(taking.feed("[A")) == ["left_square_bracket", "A"], "it was too late for an arrow"


SENT = (
    "a",
    "ŷ",
    "\x1b[A",
    "\x1b[15~",
    "\x1bOP",
    "\x1b[99;99z",
    "\x1b[<35;7;3M",
    f"{BEGIN}b\x1b[31mc{END}",
    "\r",
    "\x1b[1;5C",
)


@given(st.lists(st.sampled_from(SENT), max_size=8), st.lists(st.integers(0, 60), max_size=6))
def test_it_is_the_same_wherever_the_line_cuts_it(parts: list[str], cuts: list[int]) -> None:
    """Codes and the ends of pastes are cut in two at any place: over a slow line they are."""
    whole = "".join(parts)
    at = sorted({0, len(whole), *(cut for cut in cuts if cut < len(whole))})
    assert read(*(whole[start:end] for start, end in pairwise(at))) == read(whole)
