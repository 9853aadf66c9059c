"""``check``: the JSON of the contract, a report that ends with what to do, and the exit code scripts wait for."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import ENGLAND, Run


def test_check_json_has_the_shape_of_the_contract(run: Run, draft: Path) -> None:
    ran = run("check", draft, "--json")
    assert ran.code == 3
    found = ran.data
    assert set(found) == {"complete", "items", "sections", "findings"}
    assert found["complete"] is False
    assert [item["item"] for item in found["items"]] == list("abcdefg")
    for item in found["items"]:
        assert set(item) == {"item", "status", "findings"}
        assert item["status"] in {"met", "partly", "not_met", "not_applicable"}
        assert item["findings"] == sum(finding["item"] == item["item"] for finding in found["findings"])
    for section in found["sections"]:
        assert set(section) == {"id", "title", "state", "done", "total"}
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
    assert found["items"][-1] == {"item": "g", "status": "not_applicable", "findings": 0}


def test_the_report_ends_with_what_to_do_next(run: Run, draft: Path) -> None:
    ran = run("check", draft)
    assert (ran.code, ran.err) == (3, "")
    assert "(b) Changes since the previous report" in ran.out
    assert "Item (c): Why the patterns have changed\n  7 Why it has changed\n" in ran.out
    last = ran.out.splitlines()[-1].strip()
    assert last.startswith(f"sa-wizard {draft} --at ")
    path = last.rsplit(" ", 1)[1]
    assert run("get", draft, path).code == 0


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
    long = [line for line in run("check", draft).out.splitlines() if len(line) > 80 and "--at" not in line]
    assert long == []


def test_headings_of_the_partnership_are_shown_without_what_a_terminal_obeys(run: Run, draft: Path) -> None:
    data = json.loads(draft.read_text(encoding="utf-8"))
    data["headings"] = {"levels": "Levels " * 20, "why": "The \x1b[31mreasons\x07"}
    draft.write_text(json.dumps(data), encoding="utf-8")
    ran = run("check", draft)
    assert "7 The [31mreasons" in ran.out
    assert "\x1b" not in ran.out


def test_one_item_is_reported_alone_with_the_law_and_its_own_exit_code(run: Run, draft: Path) -> None:
    ran = run("check", draft, "--item", "c")
    assert ran.code == 3
    assert ran.out.startswith("Item (c): Why the patterns have changed, not met")
    assert "SI 2007/1830, regs 5 to 7" in ran.out
    found = run("check", draft, "--item", "c", "--json").data
    assert [item["item"] for item in found["items"]] == ["c"]
    assert {finding["item"] for finding in found["findings"]} == {"c"}


def test_an_item_that_does_not_apply_is_no_reason_to_fail(run: Run, tmp_path: Path) -> None:
    run("new", tmp_path / "x.sa.json", *ENGLAND, "--area-type", "unitary")
    ran = run("check", tmp_path / "x.sa.json", "--item", "g")
    assert ran.code == 0
    assert "not applicable" in ran.out


@pytest.mark.parametrize(("code", "words"), [("missing", "TODO"), ("c-reason", "Item (c)"), ("link", "no longer")])
def test_a_code_is_explained(run: Run, draft: Path, code: str, words: str) -> None:
    ran = run("check", draft, "--explain", code)
    assert ran.code == 0
    assert words in ran.out


def test_an_unknown_code_names_its_nearest(run: Run, draft: Path) -> None:
    ran = run("check", draft, "--explain", "mising")
    assert ran.code == 2
    assert "Did you mean missing?" in ran.err
