"""The Markdown of a draft: nothing typed is missing, nothing typed can break it, and it reads as a board would want."""

import itertools
import re
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sa_wizard.document import render
from sa_wizard.draft import store
from sa_wizard.draft.asked import Asked
from sa_wizard.draft.draft import Draft, start
from sa_wizard.draft.session import Session
from sa_wizard.draft.values import Json
from sa_wizard.errors import UsageProblem
from sa_wizard.outline.records import RECORDS
from sa_wizard.outline.spec import Outline
from sa_wizard.sound import sound
from tests.document.filled import VARIANTS, filled, partnership

NASTY = (
    "[/ risk [a[0]]",
    "{{ 7 * 7 }} {% raw %} {# note #}",
    "---\ntitle: Stolen\n---",
    "# A heading\n\n## Another",
    "<ward name> <script>alert(1)</script> <!-- gone -->",
    "```{=openxml}\n<w:p/>\n```",
    ":::\n::: {.page-break}\n:::",
    "| a | b |\n|---|---|\n| c | d | e |",
    "![x](/etc/passwd) [note]: x",
    "3*4*5 = 60, 10^3^, $x$, \\new \\\\server\\share",
    "ESC \x1b[31m NUL \x00 \ud800 \uffff",
)


def session(**values: Json) -> Session:
    """A draft of the shipped outline; keys are paths with ``__`` for the dot."""
    made = Session(Path("unused.sa.json"), partnership(), start(partnership()))
    for path, value in values.items():
        made.set(path.replace("__", "."), value)
    return made


def written(made: Session, *, styled: bool = False) -> str:
    return render.markdown(made.outline, made.draft, styled=styled)


def table(markdown: str, caption: str) -> list[list[str]]:
    """The header and rows of the table with this caption."""
    lines = markdown[markdown.index(caption) :].splitlines()
    start_at = next(index for index, line in enumerate(lines) if line.startswith("|"))
    rows = []
    for line in lines[start_at:]:
        if not line.startswith("|"):
            break
        rows.append([cell.strip() for cell in line.strip("|").split(" | ")])
    return [rows[0], *rows[2:]]


def headings(markdown: str) -> list[str]:
    return [line for line in markdown.splitlines() if re.match(r"#{1,6} ", line)]


# ---------------------------------------------------------------- nothing is missing


@pytest.mark.parametrize("choices", VARIANTS)
@pytest.mark.parametrize("styled", [False, True])
def test_every_answer_of_every_field_and_column_is_in_the_document(choices: dict[str, str], styled: bool) -> None:
    made = filled(choices)
    markdown = render.markdown(made.outline, made.draft, styled=styled)
    asked = Asked(made.outline, made.draft)
    applying = {f"{section.id}.{field.id}" for section in asked.sections for field in asked.fields(section)}
    lost = {
        path: [word for word in words if word not in markdown]
        for path, words in made.expected.items()
        if path in applying
    }
    assert {path: words for path, words in lost.items() if words} == {}


def test_the_variants_between_them_cover_the_whole_outline() -> None:
    applying: set[str] = set()
    for choices in VARIANTS:
        made = filled(choices)
        asked = Asked(made.outline, made.draft)
        applying |= {f"{section.id}.{field.id}" for section in asked.sections for field in asked.fields(section)}
    everything = {f"{section.id}.{field.id}" for section, field in partnership().fields()}
    by_date = {"alignment.police_and_crime_plan", "alignment.serious_violence", "chapters.serious_violence"}
    assert everything - applying - by_date == set()


def test_each_text_of_a_record_is_printed_once_even_when_two_sections_show_the_record() -> None:
    made = filled(VARIANTS[0])
    markdown = render.markdown(made.outline, made.draft)
    row = made.draft.get("levels.topics")[0]
    for column in RECORDS["topic"].columns():
        if column.kind == "text":
            assert markdown.count(row[column.id].split()[0] + " ") == 1, column.id


def test_a_column_that_no_field_asks_for_is_still_printed() -> None:
    outline = _outline([{"id": "topics", "kind": "records", "record": "topic", "columns": ["name", "count"]}])
    made = filled({}, outline)
    markdown = render.markdown(outline, made.draft)
    assert [word for word in made.expected["levels.topics"] if word not in markdown] == []


@pytest.mark.parametrize("record", sorted(RECORDS))
def test_any_record_with_all_its_columns_can_be_used_by_a_custom_outline(record: str) -> None:
    if record == "reason":
        pytest.skip("reasons live inside problems")
    outline = _outline([{"id": "rows", "kind": "records", "record": record}], section="custom")
    made = filled({}, outline)
    markdown = render.markdown(outline, made.draft)
    assert [word for word in made.expected["custom.rows"] if word not in markdown] == []


def test_guidance_examples_questions_and_purposes_are_never_exported() -> None:
    made = filled(VARIANTS[0])
    markdown = " ".join(render.markdown(made.outline, made.draft).split())
    asked = Asked(made.outline, made.draft)
    for section, field in made.outline.fields():
        for words in (section.purpose, field.guidance, field.example, *field.questions, *field.help.values()):
            said = asked.say(words)
            label = any(said == choice.label for choice in field.choices)
            assert label or len(said) < 30 or said not in markdown, (section.id, field.id)


@pytest.mark.parametrize("choices", VARIANTS)
def test_what_the_form_asks_is_told_as_a_statement(choices: dict[str, str]) -> None:
    """A board reads "Arrangement of the chapters: By problem", and not the question with the advice on the choices."""
    made = filled(choices)
    shown = render.markdown(made.outline, made.draft)
    asked = [each for _, each in made.outline.fields() if each.label.endswith("?")]
    assert len(asked) == 2
    for each in asked:
        assert each.label.rstrip("?") not in shown
    assert re.findall(r"^[*#| ]*[^*|\n]*\?\*\*.*$", shown, re.MULTILINE) == []
    assert re.findall(r"(?:\*\* |\| )(?:Yes|No), .*$", shown, re.MULTILINE) == []


def test_every_choice_of_the_shipped_outline_can_be_told() -> None:
    """Advice to whoever chooses, behind a full stop or a colon and a sentence, is no part of the answer."""
    told = [choice.told for _, each in partnership().fields() for choice in each.choices]
    assert len(told) > 20
    assert [words for words in told if ". " in words or words.startswith(("Yes", "No,"))] == []


def test_answers_to_fields_hidden_by_a_condition_are_not_printed() -> None:
    made = session(about__nation="wales", county__any="yes", county__matters=[{"matter": "Hidden matter"}])
    assert "Hidden matter" not in written(made)
    made.set("about.nation", "england")
    made.set("about.area_type", "two-tier")
    assert "Hidden matter" in written(made)


# ---------------------------------------------------------------- nothing breaks it


@pytest.mark.parametrize("nasty", NASTY)
def test_hostile_text_anywhere_adds_no_heading_table_or_div(nasty: str) -> None:
    full = filled(VARIANTS[0])

    def written_with(words: str) -> str:
        values: Any = _replaced(dict(full.draft.values), words)
        draft = Draft(full.draft.outline, values, {"summary": words, "gaps": words}, (), {})
        return render.markdown(partnership(), draft, styled=True)

    markdown, ours = written_with(nasty), written_with(re.sub(r"\S", "w", nasty))
    assert len(headings(markdown)) == len(headings(ours))
    assert markdown.count("\n:::") >= ours.count("{.captioned")
    fences = [line for line in markdown.splitlines() if line.startswith(":::")]
    assert all(line == ":::" or line.startswith("::: {") for line in fences)
    assert "".join(fences).count("page-break") == "".join(ours).count("::: {.page-break}") == 2
    assert "7 * 7" in markdown or "7 * 7" not in nasty


_ANY_TEXT = st.text(max_size=60) | st.sampled_from(NASTY)


def _any_value(kind: str, record: str = "") -> st.SearchStrategy[Json]:
    if kind in ("line", "text", "choice"):
        return _ANY_TEXT
    if kind in ("list", "links"):
        return st.lists(_ANY_TEXT | st.sampled_from(["topic-1", "concern-1", "gone-9"]), max_size=3)
    if kind == "period":
        month = st.sampled_from(["", "2024-10", "2025-09", "2025-9", "soon", "9999-12", "0001-01"])
        return st.fixed_dictionaries({"start": month, "end": month})
    if kind == "number":
        return st.none() | st.integers(-(10**14), 10**14) | st.floats(allow_nan=False, allow_infinity=False) | _ANY_TEXT
    columns = RECORDS[record].columns()
    row = st.fixed_dictionaries({}, optional={column.id: _any_value(column.kind, column.record) for column in columns})
    return st.lists(row, max_size=2)


@st.composite
def _any_draft(draw: st.DrawFn) -> Session:
    made = session()
    outline = partnership()
    stored = [(section, field) for section, field in outline.fields() if not field.of]
    for section, field in draw(st.lists(st.sampled_from(stored), max_size=8, unique_by=lambda pair: id(pair[1]))):
        value = draw(_any_value(field.kind, field.record or ""))
        if field.kind == "choice":
            value = draw(st.sampled_from([choice.value for choice in field.choices]) | _ANY_TEXT)
        made.set(f"{section.id}.{field.id}", value)
    return made


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(_any_draft(), st.dictionaries(st.sampled_from(["summary", "why", "nowhere"]), _ANY_TEXT), st.booleans())
def test_any_draft_that_can_be_stored_renders(made: Session, own: dict[str, str], styled: bool) -> None:
    draft = made.draft
    for name, heading in own.items():
        draft = draft.with_heading(name, heading)
    reread = store.from_data(made.outline, store.to_data(made.outline, draft), made.path)
    markdown = render.markdown(made.outline, reread, styled=styled)
    assert markdown.endswith("\n")
    assert "\n\n\n" not in markdown
    for section in Asked(made.outline, reread).sections:
        assert render.section(made.outline, reread, section.id).startswith("## ")


@pytest.mark.parametrize("choices", VARIANTS)
def test_a_section_by_itself_is_word_for_word_as_in_the_whole(choices: dict[str, str]) -> None:
    """The preview promises the words, figures and numbers of the document, those of its tables too."""
    made = filled(choices)
    whole = render.markdown(made.outline, made.draft)
    sections = Asked(made.outline, made.draft).sections
    shown = {each.id: render.section(made.outline, made.draft, each.id) for each in sections}
    assert [name for name, text in shown.items() if text not in whole] == []
    assert sum(text.count("**Table ") for text in shown.values()) > 3


def test_a_section_that_a_final_document_leaves_out_can_be_looked_at() -> None:
    final = session(about__status="final", about__override_reason="The board has to decide before the summer.")
    assert "Appendices" not in written(final)
    assert "Appendices" in render.section(final.outline, final.draft, "appendices")


def test_short_remainders_of_records_are_one_paragraph_each_and_long_ones_have_headings() -> None:
    concern = {"concern": "Speeding", "wanted": "Cameras.", "answer": "Passed on.", "topics": ["Road safety"]}
    short = session(views__concerns=[concern])
    assert "**Speeding:** *What they would prioritise:* Cameras." in written(short)
    long = session(views__concerns=[{**concern, "wanted": "Cameras.\n\nAnd more of them."}, concern])
    assert any("Speeding" in line for line in headings(written(long)))


def test_a_view_that_has_nothing_of_its_own_to_say_prints_nothing() -> None:
    made = session(levels__topics=[{"name": "Burglary", "count": 100}])
    assert "This section has not been written yet." in render.section(made.outline, made.draft, "changes")
    made.set("levels.topics[0].pattern_change", "Moved to the east.")
    shown = render.section(made.outline, made.draft, "changes")
    assert "Moved to the east." in shown
    assert "Table" not in shown


def test_a_template_in_an_answer_is_words() -> None:
    made = session(summary__decision="{{ document.cover }} and {% for x in y %}")
    assert "{{ document.cover }}" in written(made).replace("\\", "")


# ---------------------------------------------------------------- how it reads


def test_an_empty_draft_shows_every_heading_and_says_that_nothing_is_written() -> None:
    markdown = written(session())
    asked = Asked(partnership(), start(partnership()))
    assert markdown.count("This section has not been written yet.") == len(asked.sections) - 1
    assert markdown.startswith("# Partnership strategic assessment\n")
    assert "**Draft: not yet final." in markdown


def test_sections_keep_the_order_and_headings_of_the_partnership_and_are_numbered_as_on_screen() -> None:
    made = session()
    made.rename("why", "What lies behind it")
    made.shift("why", -1)
    shown = [line for line in headings(written(made)) if line.startswith("## ")]
    asked = made.asked
    expected = [f"## {asked.numbers[each.id]} {asked.heading(each)}" for each in asked.sections if each.id != "about"]
    assert shown == ["## Document control", *expected, "## Where each requirement is met"]
    assert "What lies behind it" in "".join(shown)


def test_statutory_items_stand_under_the_headings_that_serve_them() -> None:
    markdown = written(session())
    assert re.search(r"## \d+ Why it has changed\n\nServes statutory item \(c\)\n", markdown)


def test_one_long_answer_needs_no_heading_of_its_own() -> None:
    one = session(equality__affected="Older residents.")
    assert "### " not in render.section(one.outline, one.draft, "equality")
    one.set("equality.data_gaps", "Disability.")
    assert "### 16.2 " not in render.section(one.outline, one.draft, "gaps")
    assert len(re.findall("^### ", render.section(one.outline, one.draft, "equality"), re.MULTILINE)) == 2


def test_headings_never_skip_a_level() -> None:
    for choices in VARIANTS:
        made = filled(choices)
        levels = [len(line.split()[0]) for line in headings(render.markdown(made.outline, made.draft, styled=True))]
        assert levels[0] == 1
        assert all(deeper <= above + 1 for above, deeper in itertools.pairwise(levels))
        assert max(levels) <= 3


def test_the_change_table_names_both_periods_and_gives_small_counts_no_per_cent() -> None:
    made = session(
        about__period={"start": "2024-10", "end": "2025-09"},
        about__previous_period={"start": "2023-10", "end": "2024-09"},
        levels__topics=[
            {"name": "Burglary", "count": 100, "previous_count": 120},
            {"name": "Shoplifting", "count": 1402, "previous_count": 1010},
            {"name": "Arson", "count": 8, "previous_count": 1},
            {"name": "New drugs", "count": 8},
        ],
    )
    markdown = written(made)
    caption = "Change by problem, October 2023 to September 2024 compared with October 2024 to September 2025"
    assert table(markdown, caption) == [
        ["Problem", "Oct 2023 to Sep 2024", "Oct 2024 to Sep 2025", "Difference", "Change", "More than chance"],
        ["Burglary", "120", "100", "−20", "−17%", "No"],
        ["Shoplifting", "1,010", "1,402", "+392", "+39%", "Yes"],
        ["Arson", "1", "8", "+7", "from 1 to 8", "Yes"],
        ["New drugs", "–", "8", "–", "–", "–"],
    ]


def test_counts_over_unlike_periods_are_named_and_not_tested_for_chance() -> None:
    made = session(
        about__period={"start": "2024-10", "end": "2025-09"},
        about__previous_period={"start": "2023-10", "end": "2024-09"},
        levels__topics=[
            {
                "name": "Fly-tipping",
                "count": 400,
                "previous_count": 100,
                "previous_period": {"start": "2024-01", "end": "2024-03"},
            },
        ],
    )
    markdown = written(made)
    row = table(markdown, "Change by problem")[1]
    assert row[1:] == ["100", "400", "+300", "+300%", "–"]
    assert "Fly-tipping: the previous count covers January 2024 to March 2024." in markdown
    assert "not tested for chance" in markdown


FENLAND = (("Chatteris", 392, "10.67%"), ("March", 692, "18.84%"), ("Whittlesey", 428, "11.65%"))
OTHERS = (("Wisbech", 1554, "42.30%"), ("Elsewhere", 608, "16.55%"))


def test_places_with_one_measure_are_added_up_and_shares_stay_as_printed() -> None:
    rows = [
        {"name": name, "kind": "Parish", "measure": "Anti-social behaviour incidents", "count": count, "share": share}
        for name, count, share in (*FENLAND, *OTHERS)
    ]
    made = session(places__places=rows, about__period={"start": "2013-04", "end": "2014-03"})
    shown = table(written(made), "Anti-social behaviour incidents by parish, April 2013 to March 2014")
    assert shown[0] == ["Place", "Apr 2013 to Mar 2014", "Share"]
    assert ["Wisbech", "1,554", "42.30%"] in shown
    assert shown[-1] == ["**Total of these places**", "**3,674**", "–"]


def test_places_with_different_measures_are_not_added_up() -> None:
    rows = [
        {"name": "A", "measure": "Burglaries", "count": 3},
        {"name": "B", "measure": "Incidents", "count": 4},
    ]
    assert "Total of these places" not in written(session(places__places=rows))


def test_a_blank_score_is_likelihood_times_harm_and_a_typed_one_stays() -> None:
    rows = [
        {"issue": "Burglary", "likelihood": 11, "harm": 16, "band": "high", "included": "yes"},
        {"issue": "Hoax calls", "likelihood": 17, "harm": 11, "score": 187, "included": "no", "reason": "Falling."},
    ]
    markdown = written(session(choosing__candidates=rows))
    shown = table(markdown, "The candidate issues and their scores")
    assert shown[1] == ["Burglary", "11", "16", "176", "High", "Yes"]
    assert shown[2] == ["Hoax calls", "17", "11", "187", "–", "No"]
    assert "**Hoax calls:** Falling." in markdown


def test_links_print_the_name_of_what_they_point_to() -> None:
    made = session(
        levels__topics=[{"id": "topic-1", "name": "Robbery | street"}],
        views__concerns=[{"id": "concern-1", "concern": "Feeling unsafe at the station"}],
        priorities__priorities=[
            {
                "title": "Safer streets",
                "why": "Because.",
                "topics": ["topic-1", "topic-7"],
                "concerns": ["concern-1", "Typed by hand"],
            }
        ],
    )
    markdown = written(made)
    assert "**Problems it rests on:** Robbery \\| street; topic-7 (no longer listed)" in markdown
    assert "Feeling unsafe at the station" in markdown
    assert "Typed by hand" in markdown
    assert "Priority 1: Safer streets" in markdown


def test_the_compliance_table_explains_an_item_that_does_not_apply() -> None:
    made = session(about__nation="wales")
    rows = table(written(made), "Statutory items (a) to (g)")
    assert [row[0] for row in rows[1:]] == [f"({item})" for item in "abcdefg"]
    absent = made.asked.law.item("g").absent
    assert rows[7][2:] == [absent, "Not applicable"]
    assert rows[1][2:] == ["Nowhere yet", "Not met"]


def test_every_link_within_the_document_leads_somewhere() -> None:
    made = filled(VARIANTS[0])
    markdown = render.markdown(made.outline, made.draft, styled=True)
    anchors = re.findall(r"^#+ .*\{#([a-z0-9-]+)\}$", markdown, re.MULTILINE)
    tables = re.findall(r"^::: \{#(table-[0-9]+) \.captioned ", markdown, re.MULTILINE)
    links = re.findall(r"\]\(#([a-z0-9-]+)\)", markdown)
    assert len(links) > 10
    assert set(links) <= {*anchors, *tables}
    assert len(set(anchors)) == len(anchors) == len(headings(markdown))


def test_every_table_has_a_number_of_its_own_and_no_empty_cell() -> None:
    for choices in VARIANTS:
        made = filled(choices)
        markdown = render.markdown(made.outline, made.draft)
        captions = re.findall(r"^\*\*Table (\d+): (.+)\*\*$", markdown, re.MULTILINE)
        assert [int(number) for number, _ in captions] == list(range(1, len(captions) + 1))
        assert len({words for _, words in captions}) == len(captions)
        assert not re.search(r"^\|.*\| *\|", markdown, re.MULTILINE)


def test_provenance_is_the_last_sentence() -> None:
    last = written(session()).strip().splitlines()[-1]
    assert "reconstructed" in last
    assert "not a form issued by the Home Office" in last
    assert "PDF" not in last, "how the outline was looked for is no matter for a board"


def test_a_preview_of_a_section_that_does_not_apply_is_refused_in_a_sentence() -> None:
    made = session(about__nation="wales")
    with pytest.raises(UsageProblem):
        render.section(made.outline, made.draft, "county")


def _outline(fields: list[dict[str, Any]], section: str = "levels") -> Outline:
    """A small outline with one section of these fields after document control."""
    full = [{"label": f"Field {each['id']}", "guidance": "Write it.", **each} for each in fields]
    about = partnership().section("about")
    assert about is not None
    return sound(
        Outline,
        {
            "id": "small",
            "version": "1",
            "title": "A small outline",
            "provenance": "Made for a test.",
            "sections": [
                asdict(about),
                {"id": section, "title": "The one section", "purpose": "To test.", "fields": full},
            ],
        },
    )


def _replaced(value: Json, text: str) -> Json:
    """The value with this text added to every text in it, except ids, choices and periods."""
    if isinstance(value, dict):
        keep = ("id", "start", "end", "nation", "area_type", "first", "any", "language")
        return {key: part if key in keep else _replaced(part, text) for key, part in value.items()}
    if isinstance(value, list):
        return [_replaced(part, text) for part in value]
    return f"{value} {text}" if isinstance(value, str) else value
