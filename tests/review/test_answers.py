"""What counts as an answer: white space and scaffolds do not, and no honest sentence is mistaken for one."""

from time import process_time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sa_wizard.draft.values import Json
from sa_wizard.outline.spec import Choice, Field
from sa_wizard.review.answers import answered, gives_reason, own_words, without
from sa_wizard.review.judge import field_state
from tests.builders import BURGLARY, DRUGS, NOISE, asked, assessment, codes, judged, shipped

LATIN = (
    "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore et dolore "
    "magna aliqua. Ut enim ad minim veniam, quis nostrud exercitation ullamco laboris nisi ut aliquip ex ea commodo."
)
BLANK_TABLE = "| Ward | Count |\n|---|--:|\n"
WORDS = (
    "TODO", "to do", "To-do", "TODO: ask Sam for the figures", "todo:\nall of this", "TODO ask Sam", "FIXME", "WIP",
    "TBC", "tbc.", "(TBC)", "**TBC**", "TBA", "TBD", "TBC / TBC", "TBC - police to supply", "Lead: TBC",
    "To be confirmed", "to be added", "[to be completed]", "Text to follow", "more to come", "Data to be supplied",
    "Awaiting figures", "Awaiting data from the police", "[check with the police]", "Drafting note: is this right?",
    "n/k", "N.K.", "placeholder", "Your text here", "Insert map", "insert text here", "coming soon", "blah blah",
    "Yes/No", "Y / N", "High / Medium / Low",
)  # fmt: skip
PROMISES = (
    "TBC (data due Friday)", "To be confirmed by the board", "to follow from analyst", "Analyst to complete",
    "The police to supply.", "[Sam to write]", "[JB to check figures]", "(Analyst to complete)",
    "Draft text to go here", "This section will be completed later",
    "This part is to be written when the figures are in.", "| Lead | Post |\n|---|---|\n| As last year | Pending |",
    "data awaited from the force", "Figures pending", "pending", "Pending.", "as last year",
    "Same as last year's report", "- As last year\n- TBC (ask Sam)",
    "<b></b>", "<p class=\"x\"><strong> </strong></p>", "<ul><li></li></ul>",
)  # fmt: skip
FIGURES = (
    "XX", "xxx", "XXXX%", "XX.X%", "£X", "£XXm", "X%", "XX,XXX", "XX offences", "XX/XX/XXXX", "20XX-XX", "dd/mm/yyyy",
    "Month Year", "YYYY-MM", "#REF!", "#N/A", "#DIV/0!", "NaN", "Error! Reference source not found.",
)  # fmt: skip
BRACKETS = (
    "[insert figure]", "[Insert name of partnership here]", "<insert text>", "{{insert}}", "[insert …]", "[ insert",
    "<add text here>", "[name of ward]", "<ward name>", "{{ partnership }}", "«Partnership»", "[date]", "[X%]", "[ ]",
    "[Your answer]", "Click or tap here to enter text.", "Choose an item.", "[Type text]",
)  # fmt: skip
MARKS = ("...", "…", "?", "???", "____", "•", "☐", "1.", "-----", "****", '""', "<br>", "<p>&nbsp;</p>", "\u200b\u00ad")
FORMS = (
    "- \n- \n-", "1.\n2.\n", "* \n* ", "a)\nb)", "- TBC\n- TBC", "- [ ]\n- [ ]", "?\n?", "1. XX\n2. XX\n3. …",
    "## Where\n\n## When", "# Where\n# When", "## Where", "Where:\nWhen:\nWho:", "**Where:**\n\n**When:** TBC",
    BLANK_TABLE, f"{BLANK_TABLE}| | |\n| | |", f"{BLANK_TABLE}| XX | TBC |\n| | |", f"{BLANK_TABLE}| Castle | XX |",
    "| | |\n| | |", f"## Where\n-\n- TBC\n\n{BLANK_TABLE}| | ? |\n\n---", LATIN, f"{LATIN}\n\n{LATIN}",
)  # fmt: skip
SHORT = (
    "None", "No", "n/a", "N/A because no plan existed", "-", "–", "0", "Nil", "Not yet known", "Unknown", "Yes",
    "(None)", "x", "X", "XX Legion", "XXI", "XX Road was closed", "Malcolm X", "?!", "<5", "[1]", "[redacted]", "3.",
    "10:30", "# of offences", "Todmorden", "TK Maxx", "NK Ltd", "Ongoing", "In progress", "Text messages",
    "Data", "10%", "£4m", "1,554", "2025", "May", "Id", "[Burglary](https://example.org)", "<https://example.org>",
    "[x]",
)  # fmt: skip
SENTENCES = (
    "Insert sort of the list was done by hand.", "Insertion of new cameras", "[Insert A] shows the wards.",
    "To do this we asked residents.", "TBC by the board in June", "The list... goes on", "Date rape", "Ward: Castle",
    "The figure is to be confirmed by the police.", "Put more patrols here", "Add lighting here", "Awaiting trial",
    "To follow up victims within a week", "To be agreed by the board in June", "Text of the motion", "Lead: none",
    "Data to be added by health in May, but the police figures are in.", "(list available on request)", "Same as 2024",
    "No change from last year", "Nothing to add", "Nothing to update.", "Unable to complete",
    "Police to supply two cars", "The board to confirm the chair in May", "[Sam to the left of the map]",
    "Trial pending at Eastmoor",
    "Data are awaited from the force and burglary rose by four.", "This section of the canal will be completed later.",
    "As last year, most were in May.", "<b>Castle</b>", "5 <b 6", "To follow from the station to the park",
)  # fmt: skip
FILLED = (
    "## Where\nThe riverside", "- one\n-", "1. None\n2.", "Where: the riverside\nWhen:", "TODO: more\n\nIt rose.",
    f"{BLANK_TABLE}| Castle | 4 |", f"{BLANK_TABLE}| Castle | |", f"{BLANK_TABLE}| Castle | - |", "| Castle | 4 |",
    f"{LATIN}\n\nIt rose.", f"{LATIN} In Castle ward it did not, and we asked the residents there why.",
    "Burglary\nRobbery",
)  # fmt: skip


@pytest.mark.parametrize(
    "value",
    ["", " \n\t\u00a0", None, [], {}, [""], ["TBC", " "], {"id": "topic-1"}, {"id": "x", "name": "TODO"},
     {"start": "YYYY-MM", "end": ""}, [{"id": "x", "reasons": [{"id": "y", "reason": "[why]"}]}],
     *WORDS, *PROMISES, *FIGURES, *BRACKETS, *MARKS, *FORMS],
)  # fmt: skip
def test_a_place_held_for_an_answer_is_none(value: Json) -> None:
    assert not answered(value)


@pytest.mark.parametrize(
    "value",
    [0, False, 5.5, ["", "x"], {"id": "x", "count": 0}, [{"id": "x", "name": "y"}], *SHORT, *SENTENCES, *FILLED],
)
def test_whatever_says_something_is_an_answer(value: Json) -> None:
    assert answered(value)


LINES = st.sampled_from(
    ("", " ", "# Where", "Where:", "- ", "1.", "TBC", "- XX", "[insert]", "| | |", "---", "…", LATIN)
)
ODD = st.text(st.characters(exclude_characters="<"), max_size=40)


@settings(max_examples=150)
@given(st.lists(LINES, max_size=6))
def test_a_form_is_empty_whatever_it_is_made_of(lines: list[str]) -> None:
    assert not answered("\n".join(["## Where", *lines]))


@settings(max_examples=150)
@given(st.lists(LINES | ODD, max_size=5), st.integers(0, 5))
@example(["|", "todo:"], 2)
def test_one_sentence_anywhere_in_a_form_is_an_answer(lines: list[str], at: int) -> None:
    lines.insert(at, "\n\nBurglary rose by four in Castle ward.\n")
    assert answered("\n".join(lines))


@settings(max_examples=150)
@given(st.sampled_from((*WORDS, *FIGURES, *BRACKETS)), st.sampled_from(("", " ", "\u200b", "\n", "**", '"')))
def test_what_stands_round_a_placeholder_changes_nothing(text: str, around: str) -> None:
    assert not answered(f"{around}{text}{around}")
    assert not answered([text, around.strip('*"\u200b')])


@settings(max_examples=150)
@given(st.text(max_size=300))
def test_any_text_is_judged_and_longer_ones_that_say_something_stay_said(text: str) -> None:
    if answered(text) and "<" not in text:
        assert answered(f"{text}\n\nIt rose by four.")


@pytest.mark.parametrize(
    "piece",
    [
        " ",
        "-",
        "[",
        ".",
        "x",
        "?",
        "\n",
        "insert ",
        "todo:",
        "{",
        "\u3000",
        "|",
        "- \n",
        "| |\n",
        "1.\n",
        "#\n",
        "<!--",
        "<p ",
        "to follow from a ",
        "analyst to ",
        "a ",
    ],
)
def test_a_megabyte_of_anything_is_judged_at_once(piece: str) -> None:
    began = process_time()
    for length in (150, 199, 200, 19_999, 1_000_000):
        answered((piece * length)[:length])
        answered(f"[insert {(piece * length)[:length]}")
        answered(f"{(piece * length)[:length]}!z")
    assert process_time() - began < 1


# ------------------------------------------------------------------ the outline's own words


def question(path: str) -> Field:
    """A field of the shipped outline."""
    found = shipped().find(path)
    assert found is not None
    return found[1]


@pytest.mark.parametrize("path", ["why.overall", "introduction.basis", "gaps.effect", "summary.decision"])
def test_the_outlines_own_words_pasted_back_answer_nothing(path: str) -> None:
    seen, field = asked(assessment()), question(path)
    bullets = "\n".join(f"- {seen.say(each)}" for each in field.questions)
    for text in (
        field.example,
        seen.say(field.example),
        seen.say(field.guidance).replace(" ", "\n", 5),
        f'"{seen.say(field.guidance)}"',
        field.label,
        bullets,
        f"## {field.label}\n\n{bullets}\n\nTBC",
    ):
        assert not answered(text, own_words(field)), text
    for text in (f"{bullets}\n\nBurglary rose.", f"{field.example} And more.", "The theme", "Said in a sentence."):
        assert answered(text, own_words(field)), text


def test_a_name_or_a_choice_may_be_the_same_as_the_outlines_example() -> None:
    """Somebody's partnership is called so; and every choice is one of those the outline offers."""
    for path in ("about.partnership", "about.title", "about.previous_date", "about.cycle"):
        field = question(path)
        assert answered(field.example, own_words(field))
    field = Field(id="x", kind="choice", label="Yes", guidance="Yes", choices=(Choice(value="Yes"),))
    assert answered("Yes", own_words(field))


def test_an_example_pasted_is_missing_and_leaves_its_section_open() -> None:
    pasted = assessment(why__overall=question("why.overall").example)
    assert ("why.overall", "missing") in [(each.path, each.code) for each in judged(pasted).findings]
    section = next(each for each in shipped().sections if each.id == "why")
    assert field_state(asked(pasted), section, question("why.overall"), ()) == "empty"
    why = judged(pasted).section("why")
    assert why is not None
    assert (why.state, why.done, why.total) == ("in_progress", 1, 2)


def test_a_hint_pasted_into_an_entry_is_no_evidence_for_an_item() -> None:
    hint = question("levels.topics").help["where"]
    topics = [BURGLARY, NOISE, {**DRUGS, "where": hint}]
    assert codes(judged(assessment(levels__topics=topics)), "levels") == ["a-pattern", "unfilled"]
    only_hints = [{"title": question("priorities.priorities").help["title"]}]
    review = judged(assessment(priorities__priorities=only_hints))
    assert review.item("d").status == "not_met"


def test_what_was_not_pasted_stays_the_very_same_object() -> None:
    own = own_words(question("levels.topics"))
    rows: Json = [BURGLARY, NOISE]
    assert without(rows, own) is rows
    pasted = [{**BURGLARY, "where": question("levels.topics").guidance}, NOISE]
    assert without(pasted, own) == [{**BURGLARY, "where": ""}, NOISE]


# ------------------------------------------------------------------ reasons


@pytest.mark.parametrize(
    "text",
    ["", "none", "None.", "n/a", "N/A", "-", "No reason", "No matters", "TBC", "ok", "x", "[reason]",
     "First assessment", "This is the first assessment.", "Not applicable", "does not apply"],
)  # fmt: skip
def test_saying_it_again_is_no_reason(text: str) -> None:
    assert not gives_reason(text)


@pytest.mark.parametrize(
    "text", ["Covid-19", "Nothing crosses the border this year.", "The two areas were joined in April."]
)
def test_a_few_words_are_a_reason(text: str) -> None:
    assert gives_reason(text)
