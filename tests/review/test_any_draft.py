"""Any draft the store can open, however strange, can be judged; what is said about it is always true of its shape."""

from hypothesis import given, settings
from hypothesis import strategies as st

from sa_wizard.draft.draft import Draft, start
from sa_wizard.draft.paths import head, resolve
from sa_wizard.draft.values import Json, Row
from sa_wizard.outline.spec import Outline
from sa_wizard.review.findings import Review
from sa_wizard.review.judge import review
from tests.builders import asked, assessment, changed, drafted, judged, shipped, small
from tests.draft.strategies import of_field


def sound(outline: Outline, draft: Draft) -> Review:
    """The review of a draft, proved to hold together."""
    found = review(outline, draft)
    seen = asked(draft, outline)
    shown = {f"{section.id}.{field.id}" for section in seen.sections for field in seen.fields(section)}
    for judgement in found.sections:
        assert 0 <= judgement.done <= judgement.total
    for finding in found.findings:
        resolve(outline, finding.path)
        assert head(finding.path) in shown, f"{finding.path} leads to a question that is not asked"
        assert finding.section == finding.path.partition(".")[0]
        assert "{" not in finding.hint
    assert found.complete == (
        not found.errors and all(item.status in ("met", "not_applicable") for item in found.items)
    )
    for item in found.items:
        if item.status in ("partly", "not_met"):
            assert item.findings > 0, f"item {item.item} is not met and nothing says why"
    return found


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


def test_thousands_of_entries_with_dangling_links_can_be_judged() -> None:
    topics: list[Row] = [{"id": f"t{number}", "count": number, "sources": ["gone"]} for number in range(2000)]
    draft = start(shipped())
    found = sound(shipped(), Draft(draft.outline, {**assessment().values, "levels": {"topics": topics}}))
    assert sum(finding.code == "link" for finding in found.findings) >= 2000


def test_a_megabyte_of_one_character_can_be_judged() -> None:
    for character in (" ", "-", "[", "x", "1", "\n"):
        judged(assessment(why__overall=character * 1_000_000, about__title=character * 1_000_000))


def test_judging_changes_nothing() -> None:
    before = repr(assessment())
    judged(assessment())
    assert repr(assessment()) == before
