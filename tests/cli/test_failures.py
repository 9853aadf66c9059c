"""What goes wrong outside anybody's plan: faults of the program, streams that fail, and what is kept of them."""

import errno
import io
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from jinja2 import Environment
from pydantic_core import SchemaValidator

from sa_wizard import crash
from sa_wizard.cli import talk
from sa_wizard.cli.entry import main
from sa_wizard.draft import store
from sa_wizard.outline.spec import Choice
from sa_wizard.review.strict import row_model
from sa_wizard.sound import checker
from tests.cli.conftest import Run

WORDS = "what the person wrote"


class Failing(io.StringIO):
    """A standard output that refuses every word."""

    def __init__(self, error: OSError) -> None:
        super().__init__()
        self.error = error

    def write(self, _: str, /) -> int:
        """Refuse."""
        raise self.error


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault in the program, of the kind whose message quotes what it met."""

    def fail(_: Path) -> None:
        try:
            vars(crash)[WORDS]
        except KeyError as cause:
            raise ValueError(f"cannot do with {WORDS}") from cause

    monkeypatch.setattr(store, "load", fail)


@pytest.mark.usefixtures("broken")
def test_a_fault_is_one_sentence_and_a_log_without_anybodys_words(run: Run, draft: Path) -> None:
    ran = run("get", draft, "about.title")
    assert (ran.code, ran.out) == (1, "")
    assert len(ran.err.splitlines()) == 1
    assert "ValueError" in ran.err
    assert str(crash.log_file()) in ran.err
    log = crash.log_file().read_text(encoding="utf-8")
    assert WORDS not in ran.err + log.replace("with {WORDS}", "")
    assert "builtins.ValueError" in log
    assert "builtins.KeyError" in log
    assert "answering.py" in log
    assert crash.log_file().stat().st_mode & 0o077 == 0


def throw(error: Exception) -> None:
    """Raise an error."""
    raise error


def noted() -> None:
    """An error with a note."""
    error = ValueError(WORDS)
    error.add_note(WORDS)
    raise error


def of_its_own_kind() -> None:
    """An error that shows what it was given however it is printed."""
    raise type("Odd", (Exception,), {"__str__": lambda _: WORDS, "__repr__": lambda _: WORDS})(WORDS)


def chained() -> None:
    """An error with a cause, both of which quote."""
    try:
        checker(Choice).validate_python({"value": [WORDS], WORDS: WORDS})
    except ValueError as cause:
        raise RuntimeError(f"while reading {WORDS!r}") from cause


def one_while_another() -> None:
    """An error met while another was dealt with."""
    try:
        json.loads(f'{{"{WORDS}": ')
    except ValueError:
        vars(crash)[WORDS]


def deep() -> None:
    """A circle of calls."""
    deep()


FAULTS: dict[str, Callable[[], object]] = {
    "pydantic": lambda: checker(Choice).validate_python({"value": [WORDS], WORDS: WORDS}),
    "pydantic, strict": lambda: SchemaValidator(row_model("version")).validate_python({"version": "", "date": WORDS}),
    "JSON": lambda: json.loads(f'{{"{WORDS}": '),
    "encoding": f"{WORDS}\ud800".encode,
    "decoding": (WORDS.encode() + b"\xff").decode,
    "key": lambda: vars(crash)[WORDS],
    "number": lambda: int(WORDS),
    "file": lambda: Path(f"/{WORDS}").read_text(encoding="utf-8"),
    "XML": lambda: ElementTree.fromstring(f"<{WORDS}"),  # noqa: S314 - text of our own
    "template": lambda: Environment(autoescape=True).from_string("{{ x[y][y] }}").render(x={}, y=WORDS),
    "regular expression": lambda: re.compile(f"({WORDS}"),
    "assertion": lambda: throw(AssertionError(WORDS, {"text": WORDS})),
    "several": lambda: throw(ExceptionGroup(WORDS, [ValueError(WORDS), TypeError(WORDS)])),
    "memory": lambda: throw(MemoryError(WORDS)),
    "noted": noted,
    "of its own kind": of_its_own_kind,
    "chained": chained,
    "one while another": one_while_another,
    "deep": deep,
}
"""Faults that carry what the person wrote somewhere about them."""


@pytest.mark.parametrize("kind", FAULTS)
def test_nothing_that_was_written_is_in_the_log_or_the_sentence(
    run: Run, draft: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    def fail(_: Path) -> None:
        FAULTS[kind]()
        raise NotImplementedError("it did not fail")

    monkeypatch.setattr(store, "load", fail)
    ran = run("check", draft)
    assert (ran.code, ran.out) == (1, "")
    assert len(ran.err.splitlines()) == 1
    assert "NotImplementedError" not in ran.err
    log = crash.log_file().read_text(encoding="utf-8")
    for told in (ran.err, log):
        assert WORDS not in told
        assert draft.name not in told
    assert len(log.splitlines()) > 2


def test_a_circle_of_causes_ends() -> None:
    one, other = ValueError(WORDS), TypeError(WORDS)
    one.__cause__, other.__cause__ = other, one
    assert crash.record(one) is not None
    assert crash.log_file().stat().st_size < 20_000


@pytest.mark.usefixtures("broken")
def test_a_fault_without_a_log(run: Run, draft: Path, own_folders: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (own_folders / "file").write_text("")
    monkeypatch.setenv("SA_WIZARD_DATA_DIR", str(own_folders / "file" / "state"))
    ran = run("check", draft)
    assert ran.code == 1
    assert len(ran.err.splitlines()) == 1


@pytest.mark.usefixtures("broken")
def test_the_log_does_not_grow_for_ever(run: Run, draft: Path) -> None:
    run("check", draft)
    crash.log_file().write_text("x" * (crash.LARGEST + 1))
    run("check", draft)
    assert crash.log_file().stat().st_size < crash.LARGEST


@pytest.mark.parametrize(
    ("error", "code"),
    [(BrokenPipeError(errno.EPIPE, "Broken pipe"), 141), (OSError(errno.ENOSPC, "No space left on device"), 7)],
)
def test_an_output_that_fails(
    draft: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], error: OSError, code: int
) -> None:
    monkeypatch.setattr(sys, "stdout", Failing(error))
    assert main(["check", str(draft)]) == code
    assert ("no space left" in capsys.readouterr().err) == (code == 7)


def test_closed_streams(draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stdin", None)
    assert main(["check", str(draft)]) == 7
    assert main(["set", str(draft), "about.title", "--from", "-"]) == 2
    assert main([str(draft)]) == 2


def test_interrupted(run: Run, draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(store, "load", interrupted)
    ran = run("check", draft)
    assert (ran.code, ran.out, ran.err) == (130, "", "")


def test_file_names_cannot_move_the_cursor(run: Run, tmp_path: Path) -> None:
    for name in ("\x1b[2Jx.sa.json", "\udcff.sa.json", "a\nb"):
        ran = run("check", tmp_path / name)
        assert ran.code == 6
        assert "\x1b" not in ran.err
        ran.err.encode("utf-8")


def test_a_name_no_file_can_have_is_one_sentence(run: Run, draft: Path) -> None:
    long = "x" * 300
    for args in (
        ("set", "/", "about.title", "x"),
        ("set", long, "about.title", "x"),
        ("export", draft, "-o", f"{long}.md"),
    ):
        ran = run(*args)
        assert ran.code in (6, 7)
        assert len(ran.err.splitlines()) == 1


def test_json_escapes_what_a_terminal_would_obey(capsys: pytest.CaptureFixture[str]) -> None:
    talk.say_json({"x": "\x1b[2J \x9b \u2028 \ud800 é"})
    assert capsys.readouterr().out == '{\n  "x": "\\u001b[2J \\u009b \\u2028 \\ud800 é"\n}\n'
