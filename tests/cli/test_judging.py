"""``check``: the JSON of the contract, a report that ends with what to do, and the exit code scripts wait for."""

import json
import re
from pathlib import Path

import pytest

from sa_wizard.review.explain import codes
from tests.cli.conftest import ENGLAND, Run


def test_check_json_has_the_shape_of_the_contract(run: Run, draft: Path) -> None:
    ran = run("check", draft, "--json")
    assert ran.code == 3
    found = ran.data
    assert set(found) == {"complete", "items", "sections", "findings"}
    assert found["complete"] is False
    assert [item["item"] for item in found["items"]] == list("abcdefg")
    for item in found["items"]:
        assert set(item) == {"item", "status", "findings", "proof"}
        assert item["status"] in {"met", "partly", "not_met", "not_applicable"}
        assert item["findings"] == sum(finding["item"] == item["item"] for finding in found["findings"])
    for section in found["sections"]:
        assert set(section) == {"id", "title", "state", "done", "total", "finished", "reason"}
        assert 0 <= section["done"] <= section["total"]
    for finding in found["findings"]:
        assert set(finding) == {"path", "section", "item", "severity", "code", "message", "hint"}
        assert finding["severity"] in {"error", "warning", "note"}
        assert finding["item"] is None or finding["item"] in "abcdefg"


def test_sections_that_do_not_apply_are_listed_as_such(run: Run, tmp_path: Path) -> None:
    run("new", tmp_path / "x.sa.json", *ENGLAND, "--area-type", "unitary")
    found = run("check", tmp_path / "x.sa.json", "--json").data
    states = {section["id"]: section["state"] for section in found["sections"]}
    assert states["county"] == "not_applicable"
    assert states["levels"] == "not_started"
    assert found["items"][-1] == {"item": "g", "status": "not_applicable", "findings": 0, "proof": []}


def test_the_report_begins_and_ends_with_what_to_do_next(run: Run, draft: Path) -> None:
    """An e-mail is read from the top, a terminal shows the end; between them stands everything else, once."""
    ran = run("check", draft)
    assert (ran.code, ran.err) == (3, "")
    lines = ran.out.splitlines()
    command = f"sa-wizard {draft} --at "
    assert [line.strip() for line in lines[:12] if command in line] == [lines[-1].removeprefix("Next: ")]
    path = lines[-1].rsplit(" ", 1)[1]
    assert run("get", draft, path).code == 0
    order = ["Not complete: ", "Next: ", "Why", "Statutory items", "Sections", "What is missing", "What a code means"]
    assert [ran.out.index(words) for words in order] == sorted(ran.out.index(words) for words in order)


def test_the_next_step_says_why_it_matters(run: Run, draft: Path) -> None:
    run("set", draft, "about.previous_title", "Assessment 2023-24")
    run("set", draft, "about.previous_date", "November 2024")
    run("set", draft, "about.author", "The analyst")
    run("set", draft, "progress.priorities", '[{"priority": "Cut burglary", "evidence": "Down 4%."}]')
    top = " ".join(run("check", draft).out.split("Statutory items")[0].split())
    assert "“Cut burglary” has no judgement of how far it was implemented." in top
    assert "Why: Item (f) asks how far the plan was carried out;" in top


def test_findings_are_numbered_through_the_gravest_first_with_their_codes(run: Run, draft: Path) -> None:
    run("set", draft, "priorities.priorities", '[{"title": "Robbery"}]')
    ran = run("check", draft)
    found = run("check", draft, "--json").data["findings"]
    numbers = [int(words) for words in re.findall(r"^ +(\d+)\. ", ran.out, re.MULTILINE)]
    assert numbers == list(range(1, len({(each["path"], each["message"]) for each in found}) + 1))
    assert ran.out.index("What is missing") < ran.out.index("Worth another look")
    worth = ran.out.split("Worth another look")[1]
    assert "at priorities.priorities[0].lead, code priority-lead" in worth
    assert (
        f"Not complete: {len({(e['path'], e['message']) for e in found if e['severity'] == 'error'})} things" in ran.out
    )


def test_what_keeps_two_items_from_being_met_is_told_once(run: Run, tmp_path: Path) -> None:
    run("new", tmp_path / "x.sa.json", *ENGLAND, "--area-type", "unitary")
    report = run("check", tmp_path / "x.sa.json").out
    missing = report.split("What is missing")[1]
    assert missing.count("It is not said whether there was an assessment") == 1
    assert "before this one. (b, f)" in missing


def test_missing_things_stand_in_the_order_to_write_them(run: Run, draft: Path) -> None:
    missing = run("check", draft).out.split("What is missing")[1]
    places = [missing.index(f"\n{title}\n") for title in ("5 Levels and patterns", "7 Why it has changed")]
    assert places == sorted(places)
    assert missing.index("\n1 Executive summary\n") > missing.index("\n16 Equality considerations\n")


def test_what_the_author_says_of_a_section_stands_beside_what_is_found(run: Run, draft: Path) -> None:
    data = json.loads(draft.read_text(encoding="utf-8"))
    data["claims"] = {"equality": {"finished": "yes"}, "area": {"not_applicable": "See the county profile."}}
    data["accepted"] = [{"at": "levels.all_crime", "code": "acronym", "about": "ASB", "reason": "Known to all here."}]
    draft.write_text(json.dumps(data), encoding="utf-8")
    report = run("check", draft).out
    assert "16 Equality considerations (author: finished; 1 to do)" in report
    assert "(author: does not apply. See" in report
    assert "Let stand by the author (1)" in report
    assert "5 Levels and patterns: ASB (acronym). The reason given: Known to all here." in report


def test_a_complete_draft_is_told_to_go_out(run: Run, tmp_path: Path) -> None:
    run("example", tmp_path / "e.sa.json")
    ran = run("check", tmp_path / "e.sa.json")
    assert ran.code == 0
    assert "Complete: every item that applies is met" in ran.out
    assert f"Next: sa-wizard export {tmp_path / 'e.sa.json'}" in ran.out.splitlines()[:8]
    assert "What is missing" not in ran.out


def test_a_draft_marked_final_all_the_same_says_so(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "e.sa.json"
    run("example", path)
    run("set", path, "gaps.effect", "")
    ran = run("check", path)
    assert ran.code == 3
    assert "Marked as final all the same, without a reason." in " ".join(ran.out.split())


def test_every_finding_is_in_the_report_at_a_path_that_opens(run: Run, draft: Path) -> None:
    run("set", draft, "levels.topics", '[{"name": "Robbery", "strand": "crime", "count": 58, "previous_count": 20}]')
    found = run("check", draft, "--json").data["findings"]
    report = run("check", draft).out
    assert found
    for finding in found:
        assert finding["path"] in report
        assert run("get", draft, finding["path"]).code == 0
    assert "why.topics[0].reasons" in {finding["path"] for finding in found}


def test_the_report_fits_the_terminal(run: Run, draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    run("set", draft, "about.partnership", "The community safety partnership of a place with a long name " * 3)
    long = [line for line in run("check", draft).out.splitlines() if len(line) > 80 and str(draft) not in line]
    assert long == []


def test_headings_of_the_partnership_are_shown_without_what_a_terminal_obeys(run: Run, draft: Path) -> None:
    data = json.loads(draft.read_text(encoding="utf-8"))
    data["headings"] = {"levels": "Levels " * 20, "why": "The \x1b[31mreasons\x07"}
    draft.write_text(json.dumps(data), encoding="utf-8")
    ran = run("check", draft)
    assert "7 The [31mreasons" in ran.out
    assert "\x1b" not in ran.out


def test_each_item_is_told_with_the_places_that_prove_it(run: Run, draft: Path) -> None:
    """From the same review: the JSON lists every place, the report every question, and the item alone says both."""
    robbery = {"name": "Robbery", "strand": "crime", "count": 58, "where": "Castle ward"}
    run("set", draft, "levels.topics", json.dumps([robbery]))
    items = {item["item"]: item for item in run("check", draft, "--json").data["items"]}
    assert items["a"]["proof"] == ["levels.topics[0].count", "levels.topics[0].where"]
    assert items["d"]["proof"] == []
    for item in items.values():
        for path in item["proof"]:
            assert run("get", draft, path).out.strip()
    report = run("check", draft).out
    assert "answered in levels.topics\n" in report
    assert report.count("answered in") == sum(bool(item["proof"]) for item in items.values())
    alone = run("check", draft, "--item", "a").out
    assert "The problems, one by one (Count, this period; Where)" in " ".join(alone.split())
    assert "at levels.topics[0].count" in alone
    assert "What answers it" not in run("check", draft, "--item", "d").out


def test_an_item_that_is_met_is_told_with_the_doubts_about_its_answers(run: Run, draft: Path) -> None:
    """A priority that rests on a problem is what item (d) asks; that nobody leads it is said in the same line."""
    run("set", draft, "levels.topics", json.dumps([{"id": "robbery", "name": "Robbery"}]))
    run("set", draft, "priorities.priorities", json.dumps([{"title": "Robbery", "topics": ["robbery"]}]))
    told = " ".join(run("check", draft).out.split())
    assert "(d) met" in told
    assert "answered in priorities.priorities; 5 to look at" in told
    alone = run("check", draft, "--item", "d").out
    assert "Worth another look (5)" in alone
    assert "What answers it" in alone


def test_one_item_is_reported_alone_with_the_law_and_its_own_exit_code(run: Run, draft: Path) -> None:
    ran = run("check", draft, "--item", "c")
    assert ran.code == 3
    assert ran.out.startswith("Item (c): Why the patterns have changed, not met")
    assert "SI 2007/1830, regs 5 to 7" in ran.out
    found = run("check", draft, "--item", "c", "--json").data
    assert [item["item"] for item in found["items"]] == ["c"]
    assert {finding["item"] for finding in found["findings"]} == {"c"}
    assert "why" in {section["id"] for section in found["sections"]}
    assert "county" not in {section["id"] for section in found["sections"]}
    assert "1 Executive summary" not in ran.out
    assert "Asked for in: " in ran.out


def test_an_item_that_does_not_apply_is_no_reason_to_fail(run: Run, tmp_path: Path) -> None:
    run("new", tmp_path / "x.sa.json", *ENGLAND, "--area-type", "unitary")
    ran = run("check", tmp_path / "x.sa.json", "--item", "g")
    assert ran.code == 0
    assert "not applicable" in ran.out


@pytest.mark.parametrize(
    ("code", "words"), [("missing", "TODO"), ("c-reason", "Item (c)"), ("link", "deleted or renamed")]
)
def test_a_code_is_explained(run: Run, draft: Path, code: str, words: str) -> None:
    ran = run("check", draft, "--explain", code)
    assert ran.code == 0
    assert words in ran.out


def test_an_unknown_code_names_its_nearest(run: Run, draft: Path) -> None:
    ran = run("check", draft, "--explain", "mising")
    assert ran.code == 2
    assert "Did you mean missing?" in ran.err
    assert run("check", draft, "--explain", "c-").code == 2


def test_a_code_is_explained_without_a_draft_and_nothing_else_is_done_without_one(run: Run, draft: Path) -> None:
    for code in (("missing",), ()):
        assert run("check", "--explain", *code).out == run("check", draft, "--explain", *code).out
    for rest in ((), ("--json",), ("--item", "a")):
        ran = run("check", *rest)
        assert (ran.code, ran.out) == (2, "")
        assert "It is not said which draft to check." in ran.err


def test_a_code_is_explained_as_data(run: Run, draft: Path) -> None:
    told = run("check", draft, "--explain", "score-override", "--json").data
    assert set(told) == {"code", "severity", "title", "why", "hint", "source", "item"}
    assert (told["code"], told["severity"], told["item"]) == ("score-override", "error", "d")


def test_without_a_code_every_code_is_listed_with_its_title(run: Run, draft: Path) -> None:
    ran = run("check", draft, "--explain")
    assert (ran.code, ran.err) == (0, "")
    lines = ran.out.splitlines()
    for code in codes():
        assert sum(line.split()[:1] == [code] for line in lines) == 1, code
    assert lines[0] == "What an answer lacks"
    assert "What may identify a person" in lines
    assert {each["code"] for each in run("check", draft, "--explain", "--json").data} == set(codes())


def test_a_part_of_a_code_is_refused_with_those_it_is_part_of_and_the_way_to_the_list(run: Run, draft: Path) -> None:
    ran = run("check", draft, "--explain", "postcode")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("There is no code 'postcode'. Did you mean private-postcode?")
    assert ran.err.rstrip().endswith("without a code lists them all.")


def test_the_report_numbers_and_counts_as_the_guided_path_does(run: Run, draft: Path) -> None:
    out = run("check", draft).out
    missing = int(re.search(r"Not complete: (\d+) thing", out)[1])  # type: ignore[index]  # the report says so
    listed = out.partition("What is missing, in the order to write it")[2].partition("\nWorth another look")[0]
    assert f"({missing})" in listed.splitlines()[0]
    assert max(int(number) for number in re.findall(r"^ {0,3}(\d+)\. ", listed, re.MULTILINE)) == missing


def test_a_met_item_is_never_listed_as_lacking(run: Run, tmp_path: Path) -> None:
    """The letter of an item stands only behind what its own test lacks."""
    path = tmp_path / "whole.sa.json"
    run("example", path)
    run("set", path, "why.overall", "")
    told = " ".join(run("check", path).out.split())
    assert "(c) met 1 also needed" in told
    assert "What lies behind the changes as a whole. (also needed in this section)" in told
    assert " (c) at why.overall" not in told
    one = " ".join(run("check", path, "--item", "c").out.split())
    assert "as a whole. (also needed in this section)" in one
