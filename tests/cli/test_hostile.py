"""Whatever is in a draft, a file name, an outline or an error of the system: no terminal is told to do anything."""

import json
import os
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from sa_wizard.cli.entry import main
from sa_wizard.draft.text import clean, clean_line
from sa_wizard.folders import templates_dir
from tests.builders import shipped
from tests.cli.conftest import Ran, Run
from tests.draft.strategies import CODE, DIRECTIONS, TERMINAL, hostile
from tests.hostile import ALL, OBEYED, by_hand

BASICS = {"nation": "england", "area_type": "two-tier", "period": {"start": "2024-10", "end": "2025-09"}, "first": "no"}


def harmless(ran: Ran) -> Ran:
    """What a command printed, once it is sure that a terminal obeys none of it."""
    for stream in (ran.out, ran.err):
        found = OBEYED.search(stream)
        assert found is None, repr(stream[max(0, found.start() - 60) : found.end() + 60])
    return ran


@pytest.fixture
def attacking(tmp_path: Path) -> Path:
    """A draft with every attack in every place."""
    return by_hand(tmp_path / "x.sa.json", shipped(), basics=BASICS)


@pytest.mark.parametrize(
    "command",
    [
        ("fields", "DRAFT"),
        ("fields", "DRAFT", "--json"),
        ("check", "DRAFT"),
        ("check", "DRAFT", "--json"),
        ("check", "DRAFT", "--item", "c"),
        ("render", "DRAFT"),
        ("export", "DRAFT", "--to", "md"),
        ("export", "DRAFT", "--to", "md", "-o", "-"),
        ("get", "DRAFT", "about.title"),
        ("get", "DRAFT", "why.overall"),
        ("get", "DRAFT", "summary.headlines"),
        ("get", "DRAFT", "levels.topics"),
        ("get", "DRAFT", "levels.topics[0].id"),
        ("get", "DRAFT", "about.period"),
        ("claim", "DRAFT", "why", "--does-not-apply", f"because {CODE[0]} {TERMINAL[0]}"),
        ("claim", "DRAFT", f"why{TERMINAL[0]}", "--finished"),
        ("accept", "DRAFT", "why.overall", "left-over", "--take-back"),
        ("accept", "DRAFT", "why.overall", "left-over", "--reason", "It may.", "--words", TERMINAL[2]),
        ("accept", "DRAFT", "why.overall", TERMINAL[2], "--reason", "It may."),
        ("set", "DRAFT", "about.nation", f"wales{TERMINAL[0]}"),
        ("set", "DRAFT", f"why.overall{TERMINAL[0]}", "x"),
        ("set", "DRAFT", "levels.topics", f'[{{"x{DIRECTIONS}": "\\u001b[2J"}}]'),
        ("set", "DRAFT", "levels.topics", f'{{"{TERMINAL[0]}"'),
        ("set", "DRAFT", "levels.topics", '[{"\\u001b": 1, "\\u001b": 2}]'),
        ("DRAFT", "--at", f"why.{TERMINAL[0]}"),
        ("DRAFT",),
        (f"{TERMINAL[0]}{DIRECTIONS}",),
        ("check", "DRAFT", "--explain", TERMINAL[0]),
        ("check", "DRAFT", f"--{TERMINAL[0]}"),
        ("outline", "show", TERMINAL[0]),
        ("outline", "verify", TERMINAL[0]),
        ("schema", "--outline", f"{TERMINAL[0]}.toml"),
    ],
)
def test_no_command_prints_what_a_terminal_obeys(run: Run, attacking: Path, command: tuple[str, ...]) -> None:
    ran = harmless(run(*(str(attacking) if word == "DRAFT" else word for word in command)))
    assert ran.code in {0, 2, 3, 6}
    assert len(ran.err.splitlines()) <= 1 or command[0] == "set"


def test_what_is_written_back_is_clean(run: Run, attacking: Path) -> None:
    assert run("set", attacking, "why.causes", "x").code == 0
    text = attacking.read_text(encoding="utf-8")
    assert OBEYED.search(text) is None
    assert "\\u00" not in text


@pytest.mark.parametrize(
    "name", [name.replace("/", "|") for name in (*TERMINAL, *CODE, DIRECTIONS, "a\nWrote it.", "\udcff")]
)
def test_no_file_name_tells_a_terminal_anything(run: Run, tmp_path: Path, name: str) -> None:
    drafts = tmp_path / f"d{name[:40]}"
    drafts.mkdir()
    draft, document = drafts / f"{name[:40]}.sa.json", drafts / f"{name[:40]}.md"
    made = ("--partnership", "P", "--nation", "wales", "--period", "2024-10:2025-09")
    for command, code in (
        (("new", draft, *made), 0),
        (("new", draft, *made), 2),
        (("check", draft), 3),
        (("render", draft, "-o", document), 0),
        (("render", draft, "-o", drafts / "none" / name[:40]), 7),
        (("export", draft, "--to", "md", "-o", draft), 2),
        (("export", draft, "--reference-doc", drafts / f"{name[:40]}.docx"), 2),
        (("set", draft, "why.overall", "--from", drafts / f"{name[:40]}.txt"), 2),
        (("outline", "verify", drafts / f"{name[:40]}.toml"), 2),
        (("check", drafts), 6),
        (("check", drafts / "none" / name[:40]), 6),
        (("outline", "list"), 0),
        (("paths",), 0),
    ):
        ran = harmless(run(*command))
        assert ran.code == code
        assert len(ran.err.splitlines()) <= 1
    draft.write_text("{")
    assert harmless(run("check", draft)).code == 6


def test_no_outline_tells_a_terminal_anything(run: Run, tmp_path: Path, own_folders: Path) -> None:
    text = (templates_dir() / "outlines" / "partnership.toml").read_text(encoding="utf-8")
    own = own_folders / "config" / "outlines"
    own.mkdir(parents=True)
    for number, sign in enumerate((*TERMINAL, *DIRECTIONS)):
        escaped = "".join(f"\\U{ord(each):08x}" for each in sign)
        (own / f"bad{number}.toml").write_text(text.replace('title = "Why', f'title = "{escaped}Why'), encoding="utf-8")
    ran = harmless(run("outline", "list"))
    assert ran.code == 0
    assert ran.err.count("holds a control character") == len(TERMINAL) + len(DIRECTIONS)
    for path in own.iterdir():
        assert harmless(run("outline", "show", path)).code == 2
        assert harmless(run("outline", "verify", path)).code == 2


def test_markup_and_code_in_an_outline_are_text(run: Run, tmp_path: Path) -> None:
    text = (templates_dir() / "outlines" / "partnership.toml").read_text(encoding="utf-8")
    code = " ".join(CODE).replace("\n", " ").replace("{", "(").replace("}", ")")
    changed = text.replace('title = "Why it has changed"', f"title = {json.dumps('Why ' + code)}")
    assert changed != text
    (tmp_path / "partnership.toml").write_text(changed, encoding="utf-8")
    draft = by_hand(tmp_path / "x.sa.json", shipped(), "Said.", BASICS)
    draft.write_text(json.dumps({**json.loads(draft.read_text(encoding="utf-8")), "headings": {}}), encoding="utf-8")
    assert code in harmless(run("fields", draft)).out
    assert "\\[red\\]" in run("render", draft).out or "[red]" in run("render", draft).out
    assert harmless(run("export", draft)).code == 0


def commands(draft: Path) -> Iterator[tuple[str, ...]]:
    """What shows an answer."""
    yield ("get", str(draft), "why.overall")
    yield ("get", str(draft), "about.title")
    yield ("get", str(draft), "summary.headlines")
    for name in ("fields", "check", "render"):
        yield (name, str(draft))
    yield ("check", str(draft), "--json")


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=hostile)
def test_any_text_typed_or_loaded_is_shown_as_text(
    run: Run, draft: Path, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    if not any("\udc80" <= sign <= "\udcff" for sign in text):
        assert harmless(run("set", draft, "why.overall", "--", text)).code == 0
        assert run("get", draft, "why.overall").out == clean(text) + "\n"
    data = json.loads(draft.read_text(encoding="utf-8"))
    data["about"]["title"] = text
    data["headings"] = {"why": text}
    data["values"] = {"why": {"overall": text}, "summary": {"headlines": [text]}}
    by_itself = draft.with_name("by-hand.sa.json")
    by_itself.write_text(json.dumps(data), encoding="utf-8")
    shown = [harmless(run(*command)) for command in commands(by_itself)]
    assert shown[0].out == clean(text) + "\n"
    assert shown[1].out == clean_line(text) + "\n"
    assert json.loads(shown[2].out) == [clean_line(text)]


OPENED: list[str] = []
"""Every file that Python opened since this was last emptied; a hook of this kind cannot be taken away again."""

sys.addaudithook(lambda event, given: OPENED.append(str(given[0])) if event in ("open", "os.listdir") else None)


@pytest.mark.skipif(os.name == "nt", reason="paths of another system")
def test_nothing_in_a_draft_is_taken_for_a_path(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every text in the draft is the path of a file that is there, written in many ways; none is opened."""
    (tmp_path / "drafts").mkdir()
    secret = tmp_path / "secret.png"
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path / "drafts")
    secret.write_text("a canary in a file", encoding="utf-8")
    ways = f"../secret.png {secret} ~/secret.png file://{secret} ![x]({secret}) [x]({secret}) $HOME/secret.png"
    for way in (ways, *ways.split(), f"{secret}\0", "a" * 900):
        draft = by_hand(tmp_path / "drafts" / "x.sa.json", shipped(), way, BASICS)
        OPENED.clear()
        for command in (("check", draft), ("render", draft), ("export", draft, "--to", "md"), ("fields", draft)):
            assert harmless(run(*command)).code in {0, 3}
        assert run("export", draft).code == 0
        assert not [path for path in OPENED if "secret" in path or "~" in path]
        with zipfile.ZipFile(draft.with_name("x.docx")) as made:
            assert not [name for name in made.namelist() if "media" in name or b"a canary" in made.read(name)]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["drafts", "secret.png"]
    assert sorted(path.name for path in (tmp_path / "drafts").iterdir()) == ["x.docx", "x.md", "x.sa.json"]


@pytest.mark.parametrize(
    "name", ["../secret", "/etc/passwd", "~/secret", "secret\0", "a" * 100_000, "..", "secret.toml", TERMINAL[0], ALL]
)
def test_the_outline_a_draft_names_is_an_id_or_nothing(
    tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "drafts").mkdir()
    (tmp_path / "secret.toml").write_text("secret = 1", encoding="utf-8")
    path = tmp_path / "drafts" / "x.sa.json"
    path.write_text(
        json.dumps({"format": "sa-wizard-draft", "format_version": 1, "outline": {"id": name}}), encoding="utf-8"
    )
    assert main(["check", str(path)]) == 6
    told = capsys.readouterr().err
    assert "cannot be read without its outline: there is no outline called" in told
    assert OBEYED.search(told) is None
    assert len(told) < 600
