"""Any draft the store can open, however strange, can be judged; what is said about it is always true of its shape."""

import json
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from sa_wizard.draft import store
from sa_wizard.draft.asked import Asked
from sa_wizard.draft.draft import Draft, start
from sa_wizard.draft.paths import head, resolve
from sa_wizard.draft.values import DEEPEST, Json, Row
from sa_wizard.errors import UnreadableDraft
from sa_wizard.outline.records import RECORDS
from sa_wizard.outline.spec import ITEMS, Outline
from sa_wizard.review import statutory
from sa_wizard.review.answers import answered
from sa_wizard.review.evidence import Evidence
from sa_wizard.review.findings import Review
from sa_wizard.review.judge import review
from sa_wizard.review.meanings import STATUTORY
from tests.builders import asked, assessment, changed, drafted, judged, shipped, small
from tests.draft.strategies import json_values, of_field, texts


def sound(outline: Outline, draft: Draft) -> Review:
    """The review of a draft, proved to hold together."""
    found = review(outline, draft)
    seen = asked(draft, outline)
    shown = {f"{section.id}.{field.id}" for section in seen.sections for field in seen.fields(section)}
    for finding in found.findings:
        resolve(outline, finding.path)
        assert head(finding.path) in shown, f"{finding.path} leads to a question that is not asked"
        assert finding.section == finding.path.partition(".")[0]
        assert "{" not in finding.hint
    assert found.complete == (
        not found.errors and all(item.status in ("met", "not_applicable") for item in found.items)
    )
    sections_hold(seen, found)
    items_hold(seen, found)
    return found


def sections_hold(seen: Asked, found: Review) -> None:
    """Every section is counted once, never over its total, and says where whatever it lacks is missing."""
    assert [each.id for each in found.sections] == [section.id for section in seen.ordered]
    for section, judged_as in zip(seen.ordered, found.sections, strict=True):
        wrong = [each for each in found.errors if each.section == section.id]
        needed = sum(field.required for field in seen.fields(section))
        assert judged_as.finished == (draft_says(seen, section.id, "finished") == "yes")
        if judged_as.state == "not_applicable":
            assert (judged_as.done, judged_as.total) == (0, 0)
            continue
        assert judged_as.total == needed
        assert 0 <= judged_as.done <= judged_as.total
        assert judged_as.done == judged_as.total or wrong, f"{section.id} lacks something and nothing says where"
        assert judged_as.state != "done" or (judged_as.done == judged_as.total and not wrong)
        assert judged_as.state != "not_started" or judged_as.done == 0


def draft_says(seen: Asked, section: str, claim: str) -> str:
    """What the author says of a section."""
    return seen.draft.claims.get(section, {}).get(claim, "")


def items_hold(seen: Asked, found: Review) -> None:
    """An item is met when every part of it holds and only then; what proves it is there, and what lacks is said."""
    assert [each.item for each in found.items] == list(ITEMS)
    shown = {f"{section.id}.{field.id}" for section in seen.sections for field in seen.fields(section)}
    for item in found.items:
        assert item.findings == sum(each.item == item.item for each in found.findings)
        if item.status == "not_applicable":
            assert not seen.applies(seen.law.item(item.item).when)
            assert item.proof == ()
            continue
        parts = statutory.parts(item.item, Evidence(seen))
        held = [part for part in parts if part.holds]
        assert parts
        assert (item.status == "met") == (len(held) == len(parts))
        assert (item.status == "not_met") == (not held)
        lacking = [each for each in found.errors if each.item == item.item and each.code in STATUTORY]
        assert len(lacking) == len(parts) - len(held)
        assert set(item.proof) == {path for part in held for path in part.proof if head(path) in shown}
        assert len(set(item.proof)) == len(item.proof)
        for path in item.proof:
            assert answered(seen.draft.at(resolve(seen.outline, path))), f"{path} proves nothing"


def drawn(outline: Outline, data: st.DataObject, most: int) -> dict[str, Json]:
    """Random answers of the right shape to some fields of an outline."""
    fields = [pair for pair in outline.fields() if not pair[1].of]
    chosen = data.draw(st.lists(st.sampled_from(range(len(fields))), max_size=most, unique=True))
    return {
        f"{section.id}.{field.id}": data.draw(of_field(field)) for section, field in (fields[index] for index in chosen)
    }


@settings(deadline=None, max_examples=80)
@given(st.data())
def test_random_answers_to_the_shipped_outline_can_be_judged(data: st.DataObject) -> None:
    sound(shipped(), drafted(drawn(shipped(), data, 6)))


@settings(deadline=None, max_examples=80)
@given(st.data())
def test_a_complete_assessment_with_random_damage_can_be_judged(data: st.DataObject) -> None:
    sound(shipped(), changed(assessment(), shipped(), drawn(shipped(), data, 3)))


@settings(deadline=None, max_examples=60)
@given(st.data())
def test_random_answers_to_another_outline_can_be_judged(data: st.DataObject) -> None:
    sound(small(), drafted(drawn(small(), data, 6), small()))


@settings(deadline=None, max_examples=60)
@given(
    st.lists(
        st.sampled_from([f"{section.id}.{field.id}" for section, field in shipped().fields() if not field.of]),
        max_size=5,
    )
)
def test_taking_answers_out_never_makes_more_of_it_done(gone: list[str]) -> None:
    whole = {section.id: section for section in sound(shipped(), assessment()).sections}
    for section in sound(shipped(), changed(assessment(), shipped(), dict.fromkeys(gone))).sections:
        assert section.done <= whole[section.id].done


def opened(outline: Outline, data: dict[str, Json]) -> Draft | None:
    """The draft in a file's JSON, or None when the store refuses it."""
    told = {"outline": {"id": outline.id, "version": "1", "checksum": ""}, **data}
    try:
        return store.from_data(outline, told, Path("any.sa.json"))
    except UnreadableDraft:
        return None


@st.composite
def files(draw: st.DrawFn, outline: Outline) -> dict[str, Json]:
    """What a file could hold: answers of any kind, answers nobody asks for, claims and waivers of any section."""
    names = st.sampled_from([section.id for section in outline.sections]) | st.sampled_from(("gone", "why", "", "x.y"))
    fields = draw(st.lists(st.sampled_from([pair for pair in outline.fields() if not pair[1].of]), max_size=6))
    values: dict[str, dict[str, Json]] = {}
    for section, field in fields:
        values.setdefault(section.id, {})[field.id] = draw(of_field(field))
    for name in draw(st.lists(names, max_size=2)):
        values.setdefault(name, {})[draw(st.sampled_from(("parked", "any", "period", "topics", "first")))] = draw(
            json_values
        )
    says = st.dictionaries(st.sampled_from(("finished", "not_applicable", "odd")), st.sampled_from(SAYS) | texts)
    let = st.dictionaries(st.sampled_from(("at", "code", "about", "reason")), texts)
    return {
        "about": values.pop("about", {}),
        "values": values,
        "claims": draw(st.dictionaries(names, says, max_size=4)),
        "accepted": draw(st.lists(let, max_size=2)),
        "headings": draw(st.dictionaries(names, texts, max_size=2)),
        "order": draw(st.lists(names, max_size=5)),
    }


SAYS = ("yes", "no", "n/a", "The county assesses it for all districts.")


@settings(deadline=None, max_examples=80)
@given(st.data())
def test_whatever_file_the_store_opens_can_be_judged_and_judged_again(data: st.DataObject) -> None:
    for outline in (shipped(), small()):
        draft = opened(outline, data.draw(files(outline)))
        if draft is None:
            continue
        found = sound(outline, draft)
        again = opened(outline, json.loads(store.encode(outline, draft)))
        assert again is not None
        assert review(outline, again) == found


@settings(deadline=None, max_examples=50)
@given(st.data())
def test_claims_never_meet_an_item_and_only_a_reason_shrinks_the_count(data: st.DataObject) -> None:
    draft = changed(assessment(), shipped(), drawn(shipped(), data, 2))
    before = sound(shipped(), draft)
    names = [section.id for section in shipped().sections]
    claims = data.draw(st.dictionaries(st.sampled_from((*names, "gone")), st.sampled_from(SAYS), max_size=6))
    said = replace(draft, claims={name: {"finished": "yes", "not_applicable": text} for name, text in claims.items()})
    after = sound(shipped(), said)
    assert [(each.status, each.proof) for each in after.items] == [(each.status, each.proof) for each in before.items]
    for old, new in zip(before.sections, after.sections, strict=True):
        left_out = claims.get(old.id) == SAYS[-1] and old.id != "about"
        assert (new.done, new.total) == ((0, 0) if left_out else (old.done, old.total))


def test_thousands_of_entries_with_dangling_links_can_be_judged() -> None:
    topics: list[Row] = [{"id": f"t{number}", "count": number, "sources": ["gone"]} for number in range(2000)]
    draft = start(shipped())
    found = sound(shipped(), Draft(draft.outline, {**assessment().values, "levels": {"topics": topics}}))
    assert sum(finding.code == "link" for finding in found.findings) >= 2000


def test_hundreds_of_entries_in_every_list_whose_links_all_dangle_can_be_judged() -> None:
    draft, many = assessment(), 300
    for section, field in shipped().fields():
        if field.kind == "records" and not field.of:
            links = [column.id for column in RECORDS[field.record or ""].columns() if column.kind == "links"]
            rows = [{"id": f"r{number}", **{each: ["gone", "", "r1"] for each in links}} for number in range(many)]
            kept = draft.values.get(section.id, {})
            draft = replace(draft, values={**draft.values, section.id: {**kept, field.id: rows}})
    found = sound(shipped(), draft)
    assert sum(finding.code == "link" for finding in found.findings) > 5 * many
    assert not found.complete


def test_a_row_as_deep_as_a_file_may_be_can_be_judged() -> None:
    deep: Json = "bottom"
    for _ in range(DEEPEST - 3):
        deep = {"x": [deep]} if isinstance(deep, str) else [deep]
    draft = opened(shipped(), {"values": {"levels": {"topics": [{"odd": deep}], "parked": deep}}})
    assert draft is not None
    sound(shipped(), draft)


def test_a_megabyte_of_one_character_can_be_judged() -> None:
    for character in (" ", "-", "[", "x", "1", "\n"):
        judged(assessment(why__overall=character * 1_000_000, about__title=character * 1_000_000))


def test_judging_changes_nothing() -> None:
    before = repr(assessment())
    judged(assessment())
    assert repr(assessment()) == before
