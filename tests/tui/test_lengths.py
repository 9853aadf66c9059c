"""How long an answer is stands beside it, with about how long it might be: a guide, on which nothing depends."""

from pathlib import Path

import pytest

from sa_wizard.sitting import lengths
from sa_wizard.tui.widgets.form import FieldBox
from tests.tui.driving import draft_at, press, screen_text, session_of, settle, wizard, write


@pytest.mark.parametrize(
    ("words", "length", "room", "told"),
    [
        (132, (60, 160), 80, "132 words · about 60 to 160"),
        (132, (60, 160), 26, "132 words (60-160)"),
        (132, (60, 160), 17, "132 words"),
        (132, (60, 160), 8, ""),
        (4_112, None, 80, "4,112 words"),
        (1, (100, 100), 80, "1 word · about 100"),
        (0, (60, 160), 80, ""),
    ],
)
def test_the_count_is_told_as_far_as_there_is_room(
    words: int, length: lengths.Length | None, room: int, told: str
) -> None:
    assert lengths.beside(words, length, "·", lambda text: len(text) <= room) == told


def label(box: FieldBox) -> str:
    return box.render_line(0).text.strip()


async def test_the_count_stands_beside_the_label_once_the_draft_is_judged(tmp_path: Path) -> None:
    path = draft_at(tmp_path / "d.sa.json", changes__patterns="word " * 130, changes__longer_run="Three short words.")
    async with wizard(path, "changes.patterns", (80, 24)) as (app, pilot):
        boxes = {box.question.path: box for box in app.screen.query(FieldBox)}
        assert label(boxes["changes.patterns"]).endswith("130 words · about 120 to 250")
        assert label(boxes["changes.longer_run"]).endswith("  3 words")
        assert "words" not in label(boxes["changes.rising"])
        await write(pilot, "More words, ")
        assert "130 words" in label(boxes["changes.patterns"]), "nothing is counted on the way of a key"
        app.screen.judge_now()  # type: ignore[attr-defined]  # what a pause in the typing does
        assert "132 words · about" in label(boxes["changes.patterns"])


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (100, 30), (160, 50)])
async def test_a_label_is_never_cut_for_it(tmp_path: Path, size: tuple[int, int]) -> None:
    path = draft_at(
        tmp_path / "d.sa.json", progress__overall="word " * 100, about__first="no", summary__purpose_line="word " * 30
    )
    async with wizard(path, "progress.overall", size) as (app, pilot):
        shown = screen_text(app)
        assert "How far the plan was carried out, and with what" in shown
        box = next(box for box in app.screen.query(FieldBox) if box.question.path == "progress.overall")
        assert len(label(box)) <= box.content_size.width or "words" not in label(box)
        app.go("summary.purpose_line")
        await settle(pilot)
        assert "30 words · about 25 to 65" in screen_text(app)


async def test_the_help_says_that_it_is_a_guide(tmp_path: Path) -> None:
    path = draft_at(tmp_path / "d.sa.json", about__first="no")
    async with wizard(path, "progress.overall") as (app, pilot):
        await press(pilot, "f1")
        assert "about 60 to 160 words; a guide, not a rule." in screen_text(app)


async def test_nothing_depends_on_it(tmp_path: Path) -> None:
    """Far too long and far too short are no findings, and change no state."""
    states = []
    for words in (20, 100, 2_000):
        path = draft_at(
            tmp_path / f"{words}.sa.json", about__first="no", progress__overall="Delivered in part. " * words
        )
        async with wizard(path, "progress.overall") as (app, _):
            found = app.screen.review  # type: ignore[attr-defined]
            assert session_of(app).read_only is False
            states.append([(each.path, each.code) for each in found.findings] + [each.state for each in found.sections])
    assert states[0] == states[1] == states[2]
