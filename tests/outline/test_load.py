"""Outline files: the shipped one is sound, and every way a file can be wrong is said in one sentence with its place."""

import os
from pathlib import Path

import pytest

from sa_wizard.draft import begin, store
from sa_wizard.draft.asked import Asked
from sa_wizard.errors import OutlineError
from sa_wizard.outline import load
from sa_wizard.outline.spec import ITEMS
from tests.builders import SMALL, shipped, small, written


def refusal(folder: Path, text: str) -> str:
    """The sentence with which an outline file is refused."""
    with pytest.raises(OutlineError) as refused:
        load.load(written(folder, text))
    told = refused.value.sentence
    assert told.startswith("The outline small.toml ")
    assert "\n" not in told.strip()
    assert refused.value.exit_code == 2
    assert "sa-wizard outline verify" in refused.value.hint
    return told


def test_every_shipped_outline_verifies() -> None:
    assert [path.stem for path in load.shipped()] == ["partnership"]
    for path in load.shipped():
        assert not list(load.faults(load.load(path)))


def test_the_shipped_outline_has_the_eighteen_sections_in_order() -> None:
    names = "about summary introduction area progress levels changes why chapters places views choosing priorities"
    rest = "county alignment gaps equality appendices"
    assert [section.id for section in shipped().sections] == [*names.split(), *rest.split()]


def test_the_shipped_outline_guides_every_field_and_says_it_is_not_the_home_office_pdf() -> None:
    outline = shipped()
    assert "Home Office" in outline.provenance
    assert "not" in outline.provenance
    for section, field in outline.fields():
        assert field.guidance, f"{section.id}.{field.id}"
        assert field.questions or field.example, f"{section.id}.{field.id} has neither a question nor an example"


def test_every_item_is_served_by_a_required_field_of_the_shipped_outline() -> None:
    served = {item for section, field in shipped().fields() if field.required for item in field.items}
    assert served == set(ITEMS)


def test_no_instrument_is_cited_with_a_sub_paragraph_letter() -> None:
    """Which of regulations 5 to 7 holds the list was never confirmed."""
    for section, field in shipped().fields():
        for words in (section.purpose, field.guidance, field.example, *field.questions):
            assert "reg 7(" not in words
            assert "regulation 7(" not in words


def test_the_small_outline_verifies() -> None:
    assert small().checksum.startswith("sha256:")
    assert [section.id for section in small().sections] == ["about", "levels", "why", "county"]


@pytest.mark.parametrize(
    ("was", "becomes", "told"),
    [
        ('kind = "line"', 'kind = "essay"', "sections › about › fields › partnership › kind: Input should be"),
        ('title = "Why"\n', "", "sections › why › title: this key is missing"),
        ('guidance = "Which months."', "guidance = 5", "sections › about › fields › period › guidance"),
        (
            "required = true",
            "requird = true",
            "sections › about › fields › partnership › requird: this key is not known",
        ),
        ('provenance = "Made', 'colour = "red"\nprovenance = "Made', "colour: this key is not known"),
        ('id = "overall"', 'id = "Over all"', "sections › why › fields › Over all › id"),
        ('id = "tables"', 'id = "topics"', "field 'topics' appears 2 times in section levels"),
        ('id = "why"', 'id = "levels"', "section 'levels' appears 2 times in the outline"),
        (
            '{ value = "unitary" }',
            '{ value = "london" }',
            "choice 'london' appears 2 times in section about, field area_type",
        ),
        (
            '"county.any" = ["yes"]',
            '"county.each" = ["yes"]',
            "section county, field sure: the condition names county.each",
        ),
        (
            '"county.any" = ["yes"]',
            '"why.overall" = ["yes"]',
            "field sure: the condition names why.overall, which is not a",
        ),
        (
            '"county.any" = ["yes"]',
            '"county.any" = ["maybe"]',
            "field sure: the condition on county.any accepts 'maybe'",
        ),
        (
            '"county.any" = ["yes"]',
            '"county.sure" = ["yes"]',
            "the conditions of county.matter, county.sure wait for each",
        ),
        (
            "when = { county_group",
            "when = { county",
            "section county: the condition names 'county', which is neither a",
        ),
        ('when = { nation = ["england"] }', 'when = { nation = ["france"] }', "on nation accepts 'france'"),
        ('items = ["c"]', "", "no section or field serves item (c)"),
        ('items = ["c"]', 'items = ["h"]', "sections › why › items › 0"),
        (
            'record = "topic"\ncolumns',
            'record = "theme"\ncolumns',
            "section levels, field topics: record 'theme' is not one",
        ),
        ('record = "topic"\ncolumns', "columns", "section levels, field topics: record None is not one of"),
        ('"strand", "count"', '"strand", "sum"', "section levels, field topics: a topic has no column 'sum'"),
        ('"strand", "count"', '"strand", "sources"', "column sources links to appendices.sources, which the outline"),
        (
            'of = "levels.topics"',
            'of = "levels.tables"',
            "section why, field topics: of = 'levels.tables' is not a list",
        ),
        ('of = "levels.topics"', 'of = "why.topics"', "section why, field topics: of = 'why.topics' is not a list"),
        ("help = { reasons", "help = { reason_s", "section why, field topics: a topic has no column 'reason_s'"),
        ("{police_body}", "{police_boss}", "section why, field topics: {police_boss} is not one of the words"),
        (
            'kind = "text"\nlabel = "Overall"',
            'kind = "choice"\nlabel = "Overall"',
            "field overall: a choice needs choices",
        ),
        (
            'label = "Overall"',
            'label = "Overall"\nwords = [160, 60]',
            "field overall: words belong to kind text",
        ),
        (
            'label = "Tables"',
            'label = "Tables"\nwords = [60, 160]',
            "field tables: words belong to kind text",
        ),
        ('label = "Overall"', 'label = "Overall"\nwords = [60]', "sections › why › fields › overall › words › 1"),
        ('label = "Overall"', 'label = "Overall"\nwords = ["a", 60]', "fields › overall › words › 0"),
        ('label = "Overall"', 'label = "Overall"\nwords = [0, 60]', "fields › overall › words › 0"),
        ('label = "Overall"', 'label = "Overall"\nwords = [1, 20001]', "fields › overall › words › 1"),
        ('id = "period"', 'id = "months"', "the outline lacks the field about.period, which every outline needs"),
    ],
)
def test_each_fault_is_one_sentence_with_its_place(tmp_path: Path, was: str, becomes: str, told: str) -> None:
    assert was in SMALL
    assert told in refusal(tmp_path, SMALL.replace(was, becomes, 1))


@pytest.mark.parametrize(
    "text", ["title = ", "[[sections]\n", "a = 1\na = 2", "x = " + "[" * 100_000, "n = " + "9" * 5000]
)
def test_bad_toml_is_refused(tmp_path: Path, text: str) -> None:
    assert "is not readable TOML: " in refusal(tmp_path, text)


def test_an_outline_that_is_not_utf8_is_refused_with_the_byte(tmp_path: Path) -> None:
    (tmp_path / "latin.toml").write_bytes('title = "Café"'.encode("latin-1"))
    with pytest.raises(OutlineError, match=r"The outline latin\.toml is not UTF-8 text \(byte 12\)\."):
        load.load(tmp_path / "latin.toml")


def test_a_byte_order_mark_from_a_windows_editor_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "small.toml").write_bytes(b"\xef\xbb\xbf" + SMALL.encode())
    assert load.load(tmp_path / "small.toml").id == "small"


def test_an_enormous_file_is_refused(tmp_path: Path) -> None:
    assert "is larger than 2 MB" in refusal(tmp_path, "#" * (load.LARGEST + 1))


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "gone.toml", tmp_path):
        with pytest.raises(OutlineError, match="cannot be read"):
            load.load(path)


def test_an_outline_beside_the_draft_comes_before_the_shipped_one(tmp_path: Path) -> None:
    written(tmp_path, SMALL.replace('id = "small"', 'id = "partnership"'), "partnership.toml")
    assert load.find("partnership", [tmp_path]).title == "Small outline"
    assert load.find("partnership").title == shipped().title


@pytest.mark.parametrize("name", ["nothing", "../outlines/partnership", "Partnership", "", "a/b", "\x1b[31m"])
def test_an_outline_nobody_has_is_refused_with_where_to_put_it(name: str) -> None:
    with pytest.raises(OutlineError) as refused:
        load.find(name)
    assert "There is no outline called" in refused.value.sentence
    assert "\x1b" not in refused.value.sentence
    assert "sa-wizard paths" in refused.value.hint


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="permissions do not bind this user")
def test_a_folder_that_may_not_be_searched_is_passed_over(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0)
    assert load.find("partnership", [closed]).id == "partnership"


def test_guidance_is_folded_and_its_tokens_replaced() -> None:
    told = load.worded("Ask the\n{health_body}\ntoday.\n\nThen {unknown}.", {"health_body": "integrated care board"})
    assert told == "Ask the integrated care board today.\n\nThen {unknown}."


def test_the_equality_question_names_what_the_act_protects() -> None:
    """Equality Act 2010, section 149(7): the words of the law, and all of them."""
    found = load.find("partnership").find("equality.affected")
    assert found is not None
    guidance = found[1].guidance.lower()
    for words in (
        "age",
        "disability",
        "gender reassignment",
        "pregnancy and maternity",
        "race",
        "religion or belief",
        "sex",
        "sexual orientation",
    ):
        assert words in " ".join(guidance.split())
    assert "gender identity" not in guidance


def test_a_length_is_given_only_where_the_guidance_gives_one_and_the_example_keeps_to_it() -> None:
    """A guide that the finished example does not keep would be no guide."""
    outline, draft = store.opened(begin.example(), Path("x.sa.json"))
    asked = Asked(outline, draft)
    guided = [(section, field) for section in asked.sections for field in asked.fields(section) if field.words]
    assert len(guided) > 15
    for section, field in guided:
        assert any(word in field.guidance.lower() for word in ("sentence", "paragraph", "half a page")), field.id
        words = len(draft.text(f"{section.id}.{field.id}").split())
        assert field.words is not None
        assert not words or field.words[0] <= words <= field.words[1], f"{section.id}.{field.id}: {words}"
