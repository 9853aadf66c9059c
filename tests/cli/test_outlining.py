"""``outline``: what there is, what it asks, and one sentence for one that cannot be used."""

from pathlib import Path

import pytest

from sa_wizard.folders import config_dir
from tests.cli.conftest import ENGLAND, Run
from tests.cli.test_starting import SHIPPED, own_outline


def test_list_names_the_shipped_and_ones_own(run: Run) -> None:
    own_outline(config_dir() / "outlines" / "ours.toml")
    (config_dir() / "outlines" / "bad.toml").write_text("nonsense")
    own_outline(config_dir() / "outlines" / "misnamed.toml", "other")
    ran = run("outline", "list")
    assert ran.code == 0
    assert ran.out.splitlines()[0].startswith("ours  version 1")
    assert "partnership  version 1" in ran.out
    assert "bad.toml" in ran.err
    assert "other.toml" in ran.err


def test_show_prints_sections_and_guidance(run: Run) -> None:
    by_id = run("outline", "show", "partnership")
    assert by_id.code == 0
    assert by_id.out == run("outline", "show", SHIPPED).out
    assert "7  Why it has changed" in by_id.out
    assert "why.overall" in by_id.out
    assert "About 120 to 480 words: a guide, not a rule." in by_id.out
    assert "{" not in by_id.out
    assert max(len(line) for line in by_id.out.splitlines()) < 160


@pytest.mark.parametrize("name", ["nosuch", "nosuch.toml", "../partnership", "Partnership"])
def test_show_of_what_is_not_there(run: Run, name: str) -> None:
    ran = run("outline", "show", name)
    assert (ran.code, ran.out) == (2, "")


def test_verify_a_sound_outline(run: Run) -> None:
    ran = run("outline", "verify", SHIPPED)
    assert ran.code == 0
    assert "18 sections" in ran.out


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('kind = "text"', 'kind = "essay"', "kind"),
        ('id = "summary"', 'id = "about"', "'about' appears 2 times"),
        ('when = { nation = ["england"] }', 'when = { nowhere = ["england"] }', "nowhere"),
        ('id = "partnership"\nversion', 'id = "partnership"\nnosuch = 1\nversion', "nosuch"),
        ('title = "Partnership', 'title = "\\u001b[2JPartnership', "control character"),
        ('id = "partnership"', "id = ", "not readable TOML"),
    ],
)
def test_verify_names_what_is_wrong(run: Run, tmp_path: Path, old: str, new: str, told: str) -> None:
    text = SHIPPED.read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "broken.toml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    for args in (("outline", "verify", path), ("new", tmp_path / "x.sa.json", *ENGLAND, "--outline", path)):
        ran = run(*args)
        assert (ran.code, ran.out) == (2, "")
        assert told in ran.err
        assert len(ran.err.splitlines()) == 1
        assert "\x1b" not in ran.err
    assert [each.name for each in tmp_path.iterdir()] == ["broken.toml"]


@pytest.mark.parametrize("content", [b"\xff", b"", b"x" * 2_000_001])
def test_verify_what_is_no_outline(run: Run, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.toml"
    path.write_bytes(content)
    assert run("outline", "verify", path).code == 2
    assert run("outline", "verify", tmp_path).code == 2
