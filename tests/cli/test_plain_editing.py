"""The line being typed: whatever keys come, in whatever pieces, the words are kept and nothing is drawn."""

from hypothesis import given
from hypothesis import strategies as st

from sa_wizard.cli.plain.editing import LineEditor


def typed(*pieces: bytes) -> tuple[list[str], str, str]:
    """The lines ended, what stands on the last, and what was shown."""
    editor = LineEditor()
    lines: list[str] = []
    shown = ""
    for piece in pieces:
        found, told = editor.feed(piece)
        lines += found
        shown += told
    return lines, editor.text, shown


def test_letters_are_shown_and_rubbed_out_by_the_columns_they_take() -> None:
    assert typed(b"ab\x7f") == ([], "a", "ab\b \b")
    assert typed("a\u6f22\x7f".encode()) == ([], "a", "a\u6f22\b \b\b \b")
    assert typed("e\u0301\x7f".encode())[1:] == ("", "e\u0301\b \b")
    assert typed(b"one two\x17", b"\x15")[1] == ""
    assert typed(b"\x7f\x7f") == ([], "", "")


def test_arrow_keys_split_anywhere_are_nothing() -> None:
    assert typed(b"a\x1b", b"[", b"1;5", b"Cb\x1bOPc\n") == (["abc"], "", "abc\n")
    assert typed(b"\x1bx\n")[0] == ["x"]
    assert typed(b"\x1b[12\n")[0] == [""]


PASTE = b"\x1b[200~Town centre\r\n\rat night\r\x1b[201~"


def test_a_paste_over_several_lines_is_one_line_where_an_answer_has_one() -> None:
    """Else its second line would be taken for the answer to the next question, and replace what is there."""
    for at in range(len(PASTE)):
        editor = LineEditor()
        editor.joins = True
        pieces = [editor.feed(piece)[0] for piece in (b"In ", PASTE[:at], PASTE[at:], b"!\n", b"Next\n")]
        assert [line for lines in pieces for line in lines] == ["In Town centre at night!", "Next"]


def test_a_paste_over_several_lines_is_several_where_an_answer_has_many() -> None:
    assert typed(PASTE)[0] == ["Town centre", "", "", "at night"]


def test_lines_that_are_typed_ahead_are_no_paste() -> None:
    editor = LineEditor()
    editor.joins = True
    assert editor.feed(b"One\nTwo\n\x1b[200~\r\x1b[201~\n")[0] == ["One", "Two", ""]


def test_ctrl_d_ends_only_an_empty_line() -> None:
    editor = LineEditor()
    editor.feed(b"a\x04")
    assert not editor.ended
    editor.feed(b"\n\x04")
    assert editor.ended


def test_an_old_terminal_is_understood() -> None:
    assert typed("déjà\n".encode("cp1252"))[0] == ["déjà"]


@given(st.text(st.characters(categories=["L", "M", "N", "P", "S", "Zs"])), st.integers(0, 50))
def test_words_come_through_however_the_line_cuts_them(words: str, at: int) -> None:
    raw = f"{words}\n".encode()
    assert typed(raw[:at], raw[at:])[0] == [words]


@given(st.lists(st.binary()))
def test_no_keys_make_the_terminal_obey_or_the_program_fail(pieces: list[bytes]) -> None:
    _, _, shown = typed(*pieces)
    assert not {letter for letter in shown if not letter.isprintable()} - set("\b\n\u200d")
