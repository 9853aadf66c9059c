"""The real program on terminals and in locales of every kind: no crash, and nothing left switched on afterwards."""

import os
import re
import termios
import threading
from pathlib import Path

import pytest

from tests.tui.driving import draft_at, on_disk
from tests.tui.terminal import CTRL_Q, Terminal, needs_pty, running, writing

pytestmark = needs_pty

MODE = re.compile(rb"\x1b\[\?(\d+)([hl])")
ON_AT_START = {b"7", b"25"}
"""Modes that a terminal has on: its own wrapping of lines, and its cursor."""
SHAPE = re.compile(rb"\x1b\]22;([a-z]*)\x07")


def left_behind(sent: bytes) -> set[bytes]:
    """The modes that are not as they were before the program started: the keyboard's and the pointer's shape, too."""
    now = {mode: how == b"h" for mode, how in MODE.findall(sent)}
    left = {mode for mode, on in now.items() if on != (mode in ON_AT_START)}
    left |= {b"keyboard"} if len(re.findall(rb"\x1b\[>\d+u", sent)) > sent.count(b"\x1b[<u") else set()
    return left | {shape for shape in SHAPE.findall(sent)[-1:] if shape != b"default"}


def shown_and_left(terminal: Terminal, until: str = "What to write") -> bytes:
    """Wait for the first screen, leave, and give back everything that was sent."""
    try:
        terminal.until(until)
        terminal.type("\x11")
        assert terminal.drain() == 0
    finally:
        terminal.end()
    assert b"Traceback" not in terminal.seen
    return terminal.seen


@pytest.mark.parametrize("term", ["unknown", "linux", "screen", "no-such-terminal"])
def test_any_terminal_opens_and_is_left_as_it_was(tmp_path: Path, term: str) -> None:
    """Nor does this one answer anything that it is asked."""
    path = draft_at(tmp_path / "d.sa.json")
    sent = shown_and_left(Terminal(str(path), "--at", "why.overall", more={"TERM": term, "COLORTERM": None}))
    assert left_behind(sent) == set()
    assert b"38;2;" not in sent


@pytest.mark.parametrize("locale", ["C", "POSIX"])
def test_the_locale_of_c_gets_plain_signs(tmp_path: Path, locale: str) -> None:
    path = draft_at(tmp_path / "d.sa.json", why__overall="A tŷ rose…")
    sent = shown_and_left(Terminal(str(path), "--at", "why.overall", more={"LC_ALL": locale}), until="rose~")
    assert sent.isascii()
    assert b"ty rose~" in sent


def test_the_mouse_can_be_off_and_nothing_of_it_is_sent(tmp_path: Path) -> None:
    path = draft_at(tmp_path / "d.sa.json")
    sent = shown_and_left(Terminal(str(path), "--at", "why.overall", "--mouse", "off"))
    assert not {mode for mode, _ in MODE.findall(sent)} & {b"1000", b"1002", b"1003", b"1006", b"1015", b"1016"}
    assert left_behind(sent) == set()


@pytest.mark.parametrize(
    ("arguments", "no_color"), [(("--color", "never"), None), ((), "1"), (("--theme", "mono"), None)]
)
def test_no_colour_is_sent_when_none_is_wanted(
    tmp_path: Path, arguments: tuple[str, ...], no_color: str | None
) -> None:
    path = draft_at(tmp_path / "d.sa.json")
    terminal = Terminal(
        str(path), "--at", "why.overall", *arguments, more={"COLORTERM": "truecolor", "NO_COLOR": no_color}
    )
    sent = shown_and_left(terminal)
    looks = {code for codes in re.findall(rb"\x1b\[([\d;]*)m", sent) for code in codes.split(b";")}
    assert looks <= {b"", b"0", b"1", b"2", b"4", b"7", b"39", b"49"}


def test_colours_asked_for_are_shown_in_spite_of_no_color(tmp_path: Path) -> None:
    path = draft_at(tmp_path / "d.sa.json")
    terminal = Terminal(
        *(str(path), "--at", "why.overall", "--color", "always", "--theme", "dark"),
        more={"NO_COLOR": "1", "COLORTERM": "truecolor"},
    )
    assert b"38;2;" in shown_and_left(terminal)


@pytest.mark.parametrize(("size", "told"), [((20, 5), "Too small"), ((80, 17), "the wizard needs 60 by 18")])
def test_a_small_window_says_so_from_the_start(tmp_path: Path, size: tuple[int, int], told: str) -> None:
    path = draft_at(tmp_path / "d.sa.json")
    assert left_behind(shown_and_left(Terminal(str(path), size=size), until=told)) == set()


def test_a_slip_in_the_settings_is_said_once_the_wizard_is_open(tmp_path: Path, own_folders: Path) -> None:
    path = draft_at(tmp_path / "d.sa.json")
    folder = own_folders / "config"
    folder.mkdir()
    folder.joinpath("config.toml").write_text('colour = "never"\n')
    sent = shown_and_left(Terminal(str(path), size=(160, 50)), until="There is no setting")
    assert b"'color'" in sent


@pytest.mark.parametrize("term", [None, "dumb"])
def test_a_terminal_that_only_prints_is_asked_line_by_line(tmp_path: Path, term: str | None) -> None:
    path = draft_at(tmp_path / "d.sa.json")
    with running(str(path), "--at", "why.overall", more={"TERM": term}) as terminal:
        terminal.until("What lies behind the changes")
        terminal.type(":quit\n")
        assert terminal.drain() == 0
        assert b"\x1b" not in terminal.seen


def modes(terminal: Terminal) -> list[object]:
    """How the line is set: whether it echoes, what it makes of Enter and Ctrl+C, and the like."""
    return termios.tcgetattr(terminal.main)


ANSWERS = "\x1b[?2026;2$y\x1b[?2048;2$y\x1b[?62;22c"
"""Of a terminal that has all that it is asked for: whole pictures, its size in the stream, the mouse in pixels."""


@pytest.mark.parametrize("ending", ["quit", "SIGTERM", "fault"])
def test_all_that_was_switched_on_is_off_again_however_it_ends(tmp_path: Path, ending: str) -> None:
    path = draft_at(tmp_path / "d.sa.json")
    module, before = ("tests.tui.broken", ("fault",)) if ending == "fault" else ("sa_wizard", ())
    with writing(path, "", module=module, before=before) as terminal:
        terminal.type(f"{ANSWERS}kept ")
        terminal.until("kept")
        terminal.wait(lambda: b"\x1b[?1016h" in terminal.seen)
        terminal.type("\x1b[<35;30;11M")
        if ending == "SIGTERM":
            terminal.send(ending)
        else:
            terminal.type(CTRL_Q if ending == "quit" else "!")
        code = terminal.drain()
        assert code == {"quit": 0, "SIGTERM": 143, "fault": 1}[ending]
        assert {b"1049", b"2048", b"1016", b"1003", b"2004"} <= {mode for mode, _ in MODE.findall(terminal.seen)}
        assert left_behind(terminal.seen) == set()
        sent, _, after = terminal.seen.rpartition(b"\x1b[?1049l")
        assert sent
        assert b"\x1b[" not in re.sub(MODE, b"", after).replace(b"\x1b[<u", b"") or ending == "fault"
        assert b"Traceback" not in after
        lines = modes(terminal)[3]
        assert isinstance(lines, int)
        assert lines & termios.ECHO
        assert lines & termios.ICANON
    assert on_disk(path, "why.overall").startswith("kept ")


def test_whatever_comes_in_types_what_was_typed_and_ends_nothing(tmp_path: Path) -> None:
    """Bytes that are no UTF-8, codes nobody knows, numbers too large, keys cut in two, a paste full of codes."""
    path = draft_at(tmp_path / "d.sa.json")
    with writing(path, "") as terminal:
        for sent in (
            b"a\xff",
            b"b\x1b[99;99;99z",
            b"c\x1b[99999999999u",
            b"d\x1b]11;rgb:0/0/0\x07",
            b"e\x1b[48;24;80;0;0t",
        ):
            os.write(terminal.main, sent)
        for sent in (
            b"\x1b[<35;5;5M",
            b"f\xc5",
            b"\xb7",
            b"g\x1b",
            b"[D",
            b"h\x1b[200~p\x1b[31m\x11",
            b"q\x1b[20",
            b"1~i",
        ):
            os.write(terminal.main, sent)
            terminal._read(0.01)
        terminal.until("hp[31mqi")
        terminal.type(CTRL_Q)
        assert terminal.drain() == 0
        assert b"\x11" not in terminal.seen
    assert on_disk(path, "why.overall") == "a\ufffdbcdefŷhp[31mqig"


def test_a_paste_of_five_megabytes_is_refused_in_words_and_the_keys_go_on(tmp_path: Path) -> None:
    path = draft_at(tmp_path / "d.sa.json")
    with writing(path, "before ") as terminal:
        data = b"\x1b[200~" + b"Robbery rose in the town. \n" * 185_000 + b"\x1b[201~after"
        sending = threading.Thread(target=write_all, args=(terminal.main, data))
        sending.start()
        terminal.until("Nothing was pasted")
        terminal.until("before after")
        sending.join()
        terminal.type(CTRL_Q)
        assert terminal.drain() == 0
        assert len(terminal.seen) < 100_000
    assert on_disk(path, "why.overall") == "before after"


def write_all(line: int, data: bytes) -> None:
    """Send all of it, however little the line takes at a time."""
    while data:
        data = data[os.write(line, data[:65_536]) :]


def test_the_window_changes_its_size_while_somebody_types(tmp_path: Path) -> None:
    """Up to a wall of screens, and below the least size, where it says so and nothing is lost."""
    path = draft_at(tmp_path / "d.sa.json")
    with writing(path, "") as terminal:
        typed = ""
        for number, (columns, rows) in enumerate(((60, 18), (500, 200), (80, 24))):
            terminal.resize(columns, rows)
            terminal.type(f"{number} word ")
            typed += f"{number} word "
            terminal.wait(lambda typed=typed: on_disk(path, "why.overall") == typed)  # type: ignore[misc]
        terminal.resize(20, 5)
        terminal.until("Too small")
        terminal.resize(80, 24)
        terminal.until(typed.strip())
        terminal.wait(lambda: "Ctrl+P All" in terminal.rows[-1])
        terminal.type(CTRL_Q)
        assert terminal.drain() == 0
        assert left_behind(terminal.seen) == set()
    assert on_disk(path, "why.overall") == typed


def test_a_terminal_that_tells_its_size_in_the_stream_is_sent_the_first_screen_once(tmp_path: Path) -> None:
    """It begins with the size that is known already, and the whole screen was sent a second time for it."""
    with writing(draft_at(tmp_path / "d.sa.json"), "") as terminal:
        terminal.type(ANSWERS)
        terminal.wait(lambda: b"\x1b[?2048h" in terminal.seen)
        terminal.type("\x1b[48;24;80;480;800tX")
        terminal.until("X")
        assert terminal.seen.count(b"What to write") == 1
        terminal.type("\x1b[48;30;100;600;1000t")
        terminal.wait(lambda: terminal.seen.count(b"What to write") == 2)


@pytest.mark.skipif(not Path("/proc/self/maps").exists(), reason="the system does not say what a program has loaded")
def test_a_program_that_connects_to_nothing_loads_no_openssl(tmp_path: Path) -> None:
    """It is four megabytes for as long as the wizard is open; asyncio and hashlib bring it where they find it."""
    with writing(draft_at(tmp_path / "d.sa.json"), "") as terminal:
        loaded = Path(f"/proc/{terminal.process.pid}/maps").read_text(encoding="utf-8", errors="replace")
        assert "python" in loaded
        assert "libcrypto" not in loaded
        assert "libssl" not in loaded
