"""The appendix that traces evidence to action: two tables that meet in the priorities, then what is not linked."""

from itertools import pairwise

from sa_wizard.document import tracing
from sa_wizard.document.view import Block, Bullets, Table, Text
from sa_wizard.document.writing import Writing
from sa_wizard.draft import store
from sa_wizard.draft.draft import Draft, start
from sa_wizard.draft.values import Json
from sa_wizard.folders import templates_dir
from tests.builders import BURGLARY, DRUGS, NOISE, asked, assessment, shipped


def blocks(draft: Draft) -> list[Block]:
    return tracing.blocks(Writing(asked(draft)))


def tables(draft: Draft) -> list[Table]:
    return [block for block in blocks(draft) if isinstance(block, Table)]


def loose(draft: Draft) -> dict[str, tuple[str, ...]]:
    """What stands under each bold label."""
    found = blocks(draft)
    return {
        label.body.strip("*:"): listed.items
        for label, listed in pairwise(found)
        if isinstance(label, Text) and isinstance(listed, Bullets)
    }


def test_each_half_has_the_columns_of_the_thread_in_its_order() -> None:
    rests_on, leads_to = tables(assessment())
    assert [column.header for column in rests_on.columns] == ["Data sources", "Problem or concern", "Priority"]
    assert rests_on.rows == (("Police recorded crime", "Residential burglary", "1. Burglary"),)
    assert [column.header for column in leads_to.columns] == ["Priority", "Recommended", "Lead", "Measure"]
    assert leads_to.rows == (("1. Burglary", "Prevention", "Neighbourhoods group", "Offences by quarter."),)


def test_what_was_heard_stands_beside_what_was_counted() -> None:
    priority: dict[str, Json] = {"title": "Roads", "topics": ["burglary"], "concerns": ["speeding"]}
    rests_on, _ = tables(assessment(priorities__priorities=[priority]))
    assert [row[:2] for row in rests_on.rows] == [
        ("Police recorded crime", "Residential burglary"),
        ("Residents' survey", "Heard: Speeding on Mill Lane"),
    ]


def test_a_priority_that_rests_on_nothing_says_so_and_leaves_no_cell_empty() -> None:
    rests_on, leads_to = tables(assessment(priorities__priorities=[{"title": "Youth | work"}]))
    assert rests_on.rows == (("None given", "None given", "1. Youth \\| work"),)
    assert leads_to.rows == (("1. Youth \\| work", "None given", "None given", "None given"),)


def test_the_document_claims_no_answer_that_nobody_gave() -> None:
    """Every concern without a priority was once said to be answered, whether it was or not."""
    concerns = [
        {"id": "a", "concern": "Litter", "answer": "The council clears it."},
        {"id": "b", "concern": "Speeding"},
    ]
    told = loose(assessment(views__concerns=concerns))
    assert told["Concerns of the public that no priority takes up"] == (
        "Litter: answered where it is listed.",
        "Speeding: neither a priority nor answered.",
    )


def test_what_becomes_of_a_problem_is_said_in_brief() -> None:
    long = "Falling. " + "It has been led by the force for years, and will be. " * 6
    candidates = [
        {"id": "1", "issue": "Noise", "topics": ["noise"], "included": "no", "reason": "Level for three years."},
        {"id": "2", "issue": "Drugs", "topics": ["drugs"], "included": "no", "reason": long},
    ]
    fires = {"id": "f", "name": "Deliberate fires", "count": 3}
    draft = assessment(choosing__candidates=candidates, levels__topics=[BURGLARY, NOISE, DRUGS, fires])
    assert loose(draft)["Problems that no priority takes up"] == (
        "Neighbour noise: not put forward. Level for three years.",
        "Open drug use: not put forward, for the reason given where it was scored.",
        "Deliberate fires: nothing in this document says what becomes of it.",
    )


def test_a_document_in_which_all_is_accounted_for_says_so_and_another_does_not() -> None:
    said = "Every problem and every concern in this document is taken up by a priority or answered."
    assert Text(said) in blocks(assessment())
    assert Text(said) not in blocks(assessment(views__concerns=[{"id": "b", "concern": "Speeding"}]))
    assert Text(said) in blocks(store.load(templates_dir() / "examples" / "partnership.sa.json")[1])


def test_without_a_priority_there_is_nothing_to_trace() -> None:
    assert blocks(start(shipped())) == []
    assert blocks(assessment(priorities__priorities=[])) == []
