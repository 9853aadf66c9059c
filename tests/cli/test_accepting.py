"""``accept``: a finding of a rule stands for a written reason, as long as its words do."""

import json
from pathlib import Path
from typing import Any

import pytest

from sa_wizard.cli.named import COMMANDS
from sa_wizard.draft.lock import Lock
from tests.cli.conftest import ENGLAND, Run

TEXT = "The team is at duty@tower.example.org. A full answer would go on here."
WHY = "The trust publishes this address."


def private(run: Run, draft: Path) -> list[dict[str, Any]]:
    """The findings about personal data."""
    return [each for each in run("check", draft, "--json").data["findings"] if each["code"].startswith("private-")]


@pytest.fixture
def doubted(run: Run, draft: Path) -> Path:
    """A draft with an e-mail address in one answer."""
    assert run("set", draft, "why.overall", TEXT).code == 0
    assert [each["code"] for each in private(run, draft)] == ["private-email"]
    return draft


def test_it_stands_for_the_reason_and_check_says_so(run: Run, doubted: Path) -> None:
    ran = run("accept", doubted, "why.overall", "private-email", "--reason", WHY)
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == "Let stand, and 'check' says so with the reason: duty@tower.example.org (private-email).\n"
    assert private(run, doubted) == []
    assert WHY in " ".join(run("check", doubted).out.split())


def test_it_stands_while_its_words_do(run: Run, doubted: Path) -> None:
    run("accept", doubted, "why.overall", "private-email", "--reason", WHY)
    run("set", doubted, "why.overall", f"Much more was written first. {TEXT}")
    assert private(run, doubted) == []
    run("set", doubted, "why.overall", TEXT.replace("duty@", "sue.bell@"))
    assert [each["code"] for each in private(run, doubted)] == ["private-email"]


def test_it_can_be_taken_back_and_given_a_better_reason(run: Run, doubted: Path) -> None:
    run("accept", doubted, "why.overall", "private-email", "--reason", WHY)
    better = "It is on the trust's website."
    assert run("accept", doubted, "why.overall", "private-email", "--reason", better).code == 0
    (kept,) = json.loads(doubted.read_text(encoding="utf-8"))["accepted"]
    assert kept["reason"] == better
    ran = run("accept", doubted, "why.overall", "private-email", "--take-back")
    assert (ran.code, ran.err) == (0, "No longer let stand: duty@tower.example.org (private-email).\n")
    assert len(private(run, doubted)) == 1
    assert run("accept", doubted, "why.overall", "private-email", "--take-back").code == 2


def test_it_may_be_written_into_the_file_by_hand(run: Run, doubted: Path) -> None:
    data = json.loads(doubted.read_text(encoding="utf-8"))
    named = {"at": "why.overall", "code": "private-email", "about": "duty@tower.example.org", "reason": WHY}
    doubted.write_text(json.dumps({**data, "accepted": [named]}), encoding="utf-8")
    assert private(run, doubted) == []


def test_one_of_several_is_chosen_by_its_words(run: Run, draft: Path) -> None:
    run("set", draft, "why.overall", "Most were at TS1 3QW, some at M13 9PL.")
    ran = run("accept", draft, "why.overall", "private-postcode", "--reason", WHY)
    assert ran.code == 2
    assert "“M13 9PL”; “TS1 3QW”" in ran.err
    assert "accepted" not in json.loads(draft.read_text(encoding="utf-8"))
    assert run("accept", draft, "why.overall", "private-postcode", "--reason", WHY, "--words", "“m13  9pl”").code == 0
    assert [each["message"].partition(", in ")[0] for each in private(run, draft)] == ["Full postcode: TS1 3QW"]


def test_a_count_in_the_records_can_stand(run: Run, draft: Path) -> None:
    run("set", draft, "levels.topics[0]", json.dumps({"name": "Rape", "count": 3}))
    (told,) = private(run, draft)
    assert run("accept", draft, told["path"], told["code"], "--reason", "Published by the force already.").code == 0
    assert private(run, draft) == []


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("why.overall", "private-email"), "either --reason TEXT or --take-back"),
        (("why.overall", "private-email", "--reason", WHY, "--take-back"), "either --reason TEXT or --take-back"),
        (("why.overall", "private-email", "--reason", " "), "needs the reason in words"),
        (("why.overall", "private-email", "--reason", "n/a"), "needs the reason in words"),
        (("why.overall", "private-email", "--reason", "--words"), "needs the reason in words"),
        (("why.overall", "missing", "--reason", WHY), "missing cannot be let stand"),
        (("why.overall", "private-emial", "--reason", WHY), "private-email"),
        (("why.nowhere", "private-email", "--reason", WHY), "There is no field 'why.nowhere'"),
        (("summary.decision", "private-email", "--reason", WHY), "Nothing with the code private-email is found"),
        (
            ("why.overall", "private-email", "--reason", WHY, "--words", "other"),
            "about “other” is found at why.overall",
        ),
    ],
)
def test_what_cannot_be_is_told_and_changes_nothing(run: Run, doubted: Path, given: tuple[str, ...], said: str) -> None:
    before = doubted.read_bytes()
    ran = run("accept", doubted, *given)
    assert (ran.code, ran.out) == (2, "")
    assert said in " ".join(ran.err.split())
    assert doubted.read_bytes() == before


def test_a_draft_in_use_is_left_alone(run: Run, doubted: Path) -> None:
    with Lock(doubted):
        assert run("accept", doubted, "why.overall", "private-email", "--reason", WHY).code == 5


def test_it_is_in_the_list_of_commands(run: Run, tmp_path: Path) -> None:
    assert "accept" in COMMANDS
    assert "accept " in run("--help").out
    missing = run("accept", tmp_path / "x.sa.json", "why.overall", "private-email", "--reason", WHY)
    assert missing.code == 6
    assert run("new", tmp_path / "y.sa.json", *ENGLAND).code == 0
