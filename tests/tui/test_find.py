"""Find and replace in the wizard: every place is listed and leads there; replacing says how many, and is one step."""

from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input, OptionList, TextArea

from sa_wizard.draft import begin
from sa_wizard.draft.finding import Sought
from sa_wizard.draft.session import Session
from sa_wizard.sitting.desk import Desk
from sa_wizard.sitting.searching import Search
from sa_wizard.tui.app import WizardApp
from sa_wizard.tui.screens.choose import Confirm
from sa_wizard.tui.screens.edit import EditScreen
from sa_wizard.tui.screens.entry import EntryScreen
from sa_wizard.tui.screens.find import LISTED, FindScreen
from sa_wizard.tui.widgets.form import question_of
from tests.tui.driving import draft_at, focused, on_disk, press, screen_text, session_of, settle, wizard, write

TOPICS = [
    {"id": "t1", "name": "Robbery", "where": "By the mill."},
    {"id": "t2", "name": "Burglary", "reasons": [{"id": "r1", "reason": "The mill closed", "evidence_for": "A mill."}]},
]
ANSWERS = {
    "about__title": "The Mill assessment",
    "levels__topics": TOPICS,
    "summary__headlines": ["First", "The mill [/ is busy"],
    "why__overall": "The mill closed.\n\nThen the mill and MILL Lane [red]too[/red].",
}


async def looked_for(pilot: Pilot[int], words: str) -> None:
    """Open the search and look for words."""
    await press(pilot, "ctrl+f")
    assert isinstance(pilot.app.screen, FindScreen)
    await press(pilot, "ctrl+f")
    await write(pilot, words)
    await press(pilot, "enter")


async def put_instead(pilot: Pilot[int], words: str) -> None:
    """Type what is to take their place."""
    pilot.app.screen.query_one("#by", Input).focus()
    await write(pilot, words)


def place(app: WizardApp) -> str:
    """The path of the question in focus."""
    question = question_of(app.focused)
    return question.path if question else ""


def told(app: WizardApp) -> str:
    """The line above the list."""
    return str(app.screen.query_one("#told").render())


def under(app: WizardApp) -> str:
    """The line under the cursor."""
    option = app.screen.query_one("#hits", OptionList).highlighted_option
    return str(option.prompt) if option else ""


async def test_every_place_is_listed_by_section_in_its_words(tmp_path: Path) -> None:
    async with wizard(draft_at(tmp_path / "d.sa.json", **ANSWERS), "why.overall") as (app, pilot):
        await looked_for(pilot, "mill")
        assert told(app) == "8 places, in 6 answers."
        shown = screen_text(app)
        order = [
            "Document control",
            "Title: The Mill assessment",
            "The mill [/ is busy",
            "Where, Robbery: By the mill.",
            "7 Why it has changed",
            "Reason, Burglary › The mill closed: The mill closed",
            "Evidence for, Burglary › The mill closed: A mill.",
            "MILL Lane [red]too[/re",
        ]
        assert [shown.index(words) for words in order] == sorted(shown.index(words) for words in order)


async def test_enter_goes_to_the_answer_with_the_words_marked_and_comes_back_to_the_list(tmp_path: Path) -> None:
    async with wizard(draft_at(tmp_path / "d.sa.json", **ANSWERS), "about.title") as (app, pilot):
        await looked_for(pilot, "mill")
        wanted = [
            ("about.title", EditScreen),
            ("summary.headlines", EditScreen),
            ("levels.topics[0].where", EntryScreen),
            ("why.topics[1].reasons[0].reason", EntryScreen),
            ("why.topics[1].reasons[0].evidence_for", EntryScreen),
            ("why.overall", EditScreen),
            ("why.overall", EditScreen),
            ("why.overall", EditScreen),
        ]
        for number, (path, screen) in enumerate(wanted):
            await press(pilot, "enter")
            assert place(app) == path
            assert isinstance(app.screen, screen)
            editor = focused(app)
            assert isinstance(editor, TextArea | Input)
            assert editor.selected_text.casefold() == "mill"
            if number == len(wanted) - 1:
                assert editor.selection == ((2, 18), (2, 22))
            await press(pilot, "ctrl+f", "down")
        await press(pilot, "escape")
        assert place(app) == "why.overall"


async def test_a_long_answer_that_is_gone_to_is_drawn_as_it_is_wrapped(tmp_path: Path) -> None:
    """An editor whose cursor was moved before it was laid out drew words twice and left others out."""
    path = tmp_path / "x.sa.json"
    path.write_bytes(begin.example())
    async with wizard(path, "why.overall") as (app, pilot):
        await looked_for(pilot, "bus station")
        await press(pilot, "down", "down", "enter")
        editor = focused(app)
        assert isinstance(editor, TextArea)
        assert place(app) == "area.population"
        at = editor.content_region
        rows = [row[at.x : at.right - 1] for row in screen_text(app).split("\n")[at.y : at.bottom]]
        assert len(rows) > 5
        wrapped = [row for line in editor.wrapped_document.lines for row in line][editor.scroll_offset.y :]
        assert [row.rstrip() for row in rows] == [row.rstrip() for row in wrapped[: len(rows)]]
        assert "through one bus station" in " ".join(rows)


async def test_the_next_place_is_reached_without_the_list(tmp_path: Path) -> None:
    async with wizard(draft_at(tmp_path / "d.sa.json", **ANSWERS), "why.overall") as (app, pilot):
        await app.screen.run_action("found(1)")
        await settle(pilot)
        assert isinstance(app.screen, FindScreen), "with nothing looked for yet the search opens"
        await write(pilot, "mill")
        await press(pilot, "enter", "enter")
        assert place(app) == "about.title"
        for path in ("summary.headlines", "levels.topics[0].where", "summary.headlines"):
            await app.screen.run_action("found(-1)" if path == place(app) or "levels" in place(app) else "found(1)")
            await settle(pilot)
            assert place(app) == path
        assert "Place 2 of 8." in screen_text(app)


async def test_one_is_replaced_and_the_next_is_under_the_cursor(tmp_path: Path) -> None:
    path = draft_at(tmp_path / "d.sa.json", **ANSWERS)
    async with wizard(path, "why.overall") as (app, pilot):
        await looked_for(pilot, "mill")
        await put_instead(pilot, "mill works")
        await press(pilot, "ctrl+r")
        assert session_of(app).get("about.title") == "The mill works assessment"
        assert told(app) == "Replaced “Mill” with “mill works” in “Title”. Ctrl+Z takes it back."
        assert "The mill [/ is busy" in under(app)
        await press(pilot, "ctrl+r", "ctrl+z")
        assert session_of(app).get("summary.headlines") == ["First", "The mill [/ is busy"]
        assert told(app).startswith("Undone: replace “mill” with “mill works” in “")
        await press(pilot, "ctrl+z", "ctrl+z")
        assert session_of(app).draft == session_of(app).saved
        assert "Nothing was replaced here last." in told(app)


async def test_tab_goes_from_what_was_found_to_what_takes_its_place_and_shift_tab_back(tmp_path: Path) -> None:
    """It went round to the words that had just been looked for, which were then typed over."""
    async with wizard(draft_at(tmp_path / "d.sa.json", **ANSWERS), "why.overall") as (app, pilot):
        await looked_for(pilot, "mill")
        assert focused(app).id == "hits"
        await press(pilot, "tab")
        assert focused(app).id == "by"
        await write(pilot, "works")
        await press(pilot, "shift+tab")
        assert focused(app).id == "words"
        await press(pilot, "tab", "tab", "tab", "tab", "tab", "tab")
        assert focused(app).id == "hits"
        await press(pilot, "ctrl+r", "ctrl+z", "ctrl+t", "enter")
        assert session_of(app).get("about.title") == "The works assessment"


async def test_taking_back_a_replace_all_leads_to_the_list_again(tmp_path: Path) -> None:
    """The list had been empty, and the focus was on the words; it stayed there, and Enter did nothing visible."""
    async with wizard(draft_at(tmp_path / "d.sa.json", **ANSWERS), "why.overall") as (app, pilot):
        await looked_for(pilot, "mill")
        await put_instead(pilot, "works")
        await press(pilot, "ctrl+t", "enter")
        assert focused(app).id == "words"
        await press(pilot, "ctrl+z", "down", "enter")
        assert place(app) == "summary.headlines"


async def test_nothing_is_replaced_that_was_not_shown(tmp_path: Path) -> None:
    """Words typed and Ctrl+R at once: the first place would be replaced unseen."""
    async with wizard(draft_at(tmp_path / "d.sa.json", **ANSWERS), "why.overall") as (app, pilot):
        await press(pilot, "ctrl+f")
        await write(pilot, "mill")
        await press(pilot, "ctrl+r")
        assert session_of(app).draft is session_of(app).saved
        assert told(app) == "8 places, in 6 answers."
        await press(pilot, "ctrl+r")
        assert isinstance(app.screen, Confirm)
        assert "Take “mill” out here?" in " ".join(screen_text(app).split())
        await press(pilot, "tab", "enter")
        assert session_of(app).get("about.title") == "The  assessment"


async def test_words_that_are_refused_replace_nothing(tmp_path: Path) -> None:
    """The words looked for before them must not be replaced in their stead."""
    async with wizard(draft_at(tmp_path / "d.sa.json", **ANSWERS), "why.overall") as (app, pilot):
        await looked_for(pilot, "mill")
        await put_instead(pilot, "works")
        app.screen.query_one("#words", Input).value = "x" * 250
        await press(pilot, "ctrl+t", "ctrl+r")
        assert not isinstance(app.screen, Confirm)
        assert session_of(app).draft is session_of(app).saved


async def test_all_are_replaced_after_a_question_in_one_step_that_undo_takes_back(tmp_path: Path) -> None:
    path = draft_at(tmp_path / "d.sa.json", **ANSWERS)
    async with wizard(path, "why.overall") as (app, pilot):
        before = session_of(app).draft
        await looked_for(pilot, "mill")
        await put_instead(pilot, "works [/")
        await press(pilot, "ctrl+t")
        assert isinstance(app.screen, Confirm)
        assert "Replace “mill” with “works [/”" in screen_text(app)
        assert app.screen.question.endswith(" in 8 places, in 6 answers? 2 of them are written with other capitals.")
        await press(pilot, "escape")
        assert session_of(app).draft is before
        await press(pilot, "ctrl+t", "enter")
        assert told(app) == "Replaced “mill” with “works [/” in 8 places, in 6 answers. Ctrl+Z takes it back."
        assert session_of(app).get("why.overall") == (
            "The works [/ closed.\n\nThen the works [/ and works [/ Lane [red]too[/red]."
        )
        await press(pilot, "escape")
        assert place(app) == "why.overall"
        assert focused(app).text == session_of(app).get("why.overall")  # type: ignore[attr-defined]
        await press(pilot, "ctrl+z")
        assert session_of(app).draft == before
        assert "Undone: replace “mill” with “works [/” in 8 places, in 6 answers" in screen_text(app)
        await press(pilot, "ctrl+y", "ctrl+s")
        await settle(pilot)
    assert on_disk(path, "about.title") == "The works [/ assessment"


async def test_capitals_and_whole_words_are_a_matter_of_choice(tmp_path: Path) -> None:
    answers = {"why__overall": "Mill, mill, mills."}
    async with wizard(draft_at(tmp_path / "d.sa.json", **answers), "why.overall") as (app, pilot):
        await looked_for(pilot, "mill")
        assert told(app) == "3 places, in 1 answer."
        await pilot.click("#case")
        await settle(pilot)
        assert told(app) == "2 places, in 1 answer."
        app.screen.query_one("#whole").focus()
        await press(pilot, "enter")
        assert told(app).startswith("1 place, in “")
        assert "[x] Capitals" in screen_text(app)
        assert "[x] Whole words" in screen_text(app)
        await press(pilot, "ctrl+f")
        await write(pilot, "Lane")
        await press(pilot, "tab")
        assert told(app) == "“Lane” stands nowhere with these capitals and as a word of its own in what is written."
        await press(pilot, "ctrl+r", "ctrl+t")
        assert isinstance(app.screen, FindScreen)


@pytest.mark.parametrize(
    ("answer", "words", "match_case", "said"),
    [
        ("Mill, mill, MILL.", "mill", False, "2 of them are written with other capitals."),
        ("Mill, mill.", "mill", False, "1 of them is written with other capitals."),
        ("The Mill.", "mill", False, "It is written with other capitals."),
        ("Mill, mill.", "mill", True, ""),
        ("The mayor’s mill, the mayor's mill.", "mayor's mill", False, ""),
        ("Égalité.", "égalité", False, "It is written with other capitals."),
    ],
)
def test_what_is_found_with_other_capitals_is_told_before_all_are_replaced(
    tmp_path: Path, answer: str, words: str, match_case: bool, said: str
) -> None:
    """Both front ends find without regard to capitals; whoever replaces names has to know."""
    session = Session.open(draft_at(tmp_path / "d.sa.json", why__overall=answer))
    search = Search()
    search.look(session, Sought(words, match_case=match_case))
    assert search.of_capitals() == said
    search.by = "Works"
    search.replace_all(session)
    assert search.of_capitals() == ""
    assert "Works" in session.get("why.overall")


async def test_what_was_typed_a_moment_ago_is_found(tmp_path: Path) -> None:
    async with wizard(draft_at(tmp_path / "d.sa.json"), "why.overall") as (app, pilot):
        for char in "zebra":
            app.post_message(events.Key(char, char))
        await looked_for(pilot, "zebra")
        assert told(app).startswith("1 place, in “")


async def test_an_answer_that_is_not_asked_now_is_marked_and_leads_nowhere(tmp_path: Path) -> None:
    path = draft_at(tmp_path / "d.sa.json", about__area_type="unitary", county__none_reason="The mill.")
    async with wizard(path, "why.overall") as (app, pilot):
        await looked_for(pilot, "mill")
        assert "(not asked now)" in under(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, FindScreen)
        assert "has no place to go to" in told(app)
        await press(pilot, "ctrl+t")
        assert "1 of them is not asked for" in " ".join(screen_text(app).replace("│", " ").split())


async def test_a_draft_open_to_read_only_is_looked_through_and_not_changed(tmp_path: Path) -> None:
    path = draft_at(tmp_path / "d.sa.json", **ANSWERS)
    before = path.read_bytes()
    desk = Desk()
    desk.open(path, read_only=True)
    app = WizardApp(desk, "why.overall")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await looked_for(pilot, "mill")
        assert told(app) == "8 places, in 6 answers."
        for words in ("Replace with", "Replace this", "Replace all"):
            assert words not in screen_text(app)
        await press(pilot, "ctrl+r", "ctrl+t", "ctrl+z")
        assert app.is_running
        assert session_of(app).draft is session_of(app).saved
        await press(pilot, "end", "enter")
        assert place(app) == "why.overall"
    assert path.read_bytes() == before


async def test_a_paste_of_several_lines_and_a_book_are_no_trouble(tmp_path: Path) -> None:
    async with wizard(draft_at(tmp_path / "d.sa.json", **ANSWERS), "why.overall") as (app, pilot):
        await press(pilot, "ctrl+f")
        app.post_message(events.Paste("The mill\nclosed"))
        await settle(pilot)
        assert app.screen.query_one("#words", Input).value == "The mill closed"
        await press(pilot, "enter")
        assert told(app) == "2 places, in 2 answers."
        await press(pilot, "ctrl+f")
        app.post_message(events.Paste("x" * 1000))
        await settle(pilot)
        await press(pilot, "enter")
        assert isinstance(app.screen, FindScreen)
        assert "no more than 200 characters" in app._notifications.__iter__().__next__().message


async def test_more_places_than_anybody_reads_are_counted_and_not_all_listed(tmp_path: Path) -> None:
    path = draft_at(tmp_path / "d.sa.json", why__overall="mill " * (LISTED + 1_000))
    async with wizard(path, "why.overall") as (app, pilot):
        await looked_for(pilot, "mill")
        assert told(app) == f"{LISTED + 1_000:,} places, in 1 answer."
        listed = app.screen.query_one("#hits", OptionList)
        assert listed.option_count == LISTED + 2
        assert "… and 1,000 more." in str(listed.options[-1].prompt)
        await put_instead(pilot, "works")
        await press(pilot, "ctrl+t", "enter")
        assert session_of(app).get("why.overall") == "works " * (LISTED + 1_000)


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (100, 30), (160, 50)])
async def test_everything_is_seen_at_every_size(tmp_path: Path, size: tuple[int, int]) -> None:
    async with wizard(draft_at(tmp_path / "d.sa.json", **ANSWERS), "why.overall", size) as (app, pilot):
        await looked_for(pilot, "mill")
        shown = screen_text(app)
        for words in ("Find ", "Replace with", "[ ] Capitals", "[ ] Whole words", "Replace this", "Replace all"):
            assert words in shown
        for words in ("8 places, in 6 answers.", "Title: The Mill assessment", "Esc Back", "F1 Help"):
            assert words in shown
        await press(pilot, "ctrl+f")
        await write(pilot, "y" * 190)
        assert "[ ] Capitals" in screen_text(app)


async def test_it_is_in_the_palette_and_in_the_help(tmp_path: Path) -> None:
    async with wizard(draft_at(tmp_path / "d.sa.json", **ANSWERS), "why.overall", (100, 50)) as (app, pilot):
        await press(pilot, "ctrl+p")
        await write(pilot, "find and")
        await press(pilot, "enter")
        await settle(pilot)
        assert isinstance(app.screen, FindScreen)
        await press(pilot, "f1")
        assert "The place under the cursor" in screen_text(app)
        await press(pilot, "escape", "escape", "f1", "pagedown")
        assert "Ctrl+F" in screen_text(app)


@pytest.mark.parametrize("size", [(80, 24), (60, 18)])
async def test_the_question_in_focus_is_seen_after_replacing_and_after_taking_it_back(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    """What is found in the answers above it comes and goes with the words, and moved it out of the window."""
    path = tmp_path / "x.sa.json"
    path.write_bytes(begin.example())
    async with wizard(path, "area.visitors", size=size) as (app, pilot):
        screen = app.screen
        assert isinstance(screen, EditScreen)
        await looked_for(pilot, "Northbridge")
        await put_instead(pilot, "12 Acacia Avenue, NR1 4QT, tel 07700 900123,")
        await press(pilot, "ctrl+t", "enter", "escape")
        await judged(pilot, screen)
        box = screen.form.box("area.visitors")
        assert box is not None
        assert screen.form.region.contains_region(box.region)
        assert sum(found.display for found in screen.query(".found")) > 1
        await press(pilot, "ctrl+f", "ctrl+z", "escape")
        await judged(pilot, screen)
        assert screen.form.region.contains_region(box.region)
        assert not any(found.display for found in screen.query(".found"))


async def judged(pilot: Pilot[int], screen: EditScreen) -> None:
    """What the screen does by itself a moment later: the draft is judged, and what is found is shown."""
    screen.judge_now()
    await settle(pilot)
