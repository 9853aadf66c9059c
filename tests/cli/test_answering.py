"""``fields``, ``get`` and ``set``: what is asked, what was answered, and no way to spoil a draft."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sa_wizard.draft import store
from sa_wizard.draft.lock import Lock
from sa_wizard.draft.text import clean
from tests.cli.conftest import ENGLAND, Run

TOPIC = {"name": "Burglary, residential", "strand": "crime", "count": 100, "previous_count": 120}


def topics(run: Run, draft: Path, *rows: dict[str, Any]) -> None:
    """Put rows into the list of problems."""
    assert run("set", draft, "levels.topics", json.dumps(rows or (TOPIC,))).code == 0


# ------------------------------------------------------------------ fields


def test_fields_json_has_the_keys_of_the_contract(run: Run, draft: Path) -> None:
    found = {field["path"]: field for field in run("fields", draft, "--json").data}
    always = {"path", "kind", "section", "label", "items", "level", "state", "required"}
    for field in found.values():
        assert always <= set(field)
        assert field["path"] == f"{field['section']}.{field['path'].split('.')[1]}"
        assert field["state"] in {"empty", "answered", "problems"}
    nation = found["about.nation"]
    assert nation["choices"] == [{"value": "england", "label": "England"}, {"value": "wales", "label": "Wales"}]
    assert (nation["state"], nation["required"], nation["level"]) == ("answered", True, "statutory")
    assert found["levels.topics"]["record"] == "topic"
    assert found["levels.topics"]["items"] == ["a"]
    assert "of" not in found["levels.topics"]
    assert found["why.topics"]["of"] == "levels.topics"
    assert "reasons" in found["why.topics"]["columns"]
    assert "name" in found["why.topics"]["schema"]["properties"]
    assert found["progress.overall"]["words"] == {"from": 60, "to": 160}
    assert "words" not in found["levels.all_crime"]


def test_fields_are_those_that_apply(run: Run, draft: Path, tmp_path: Path) -> None:
    two_tier = {field["path"] for field in run("fields", draft, "--json").data}
    run("new", tmp_path / "u.sa.json", *ENGLAND, "--area-type", "unitary")
    unitary = {field["path"] for field in run("fields", tmp_path / "u.sa.json", "--json").data}
    assert "county.any" in two_tier
    assert "county.any" not in unitary
    assert not any("{" in field["label"] for field in run("fields", draft, "--json").data)


def test_fields_for_people(run: Run, draft: Path) -> None:
    ran = run("fields", draft)
    assert ran.code == 0
    assert "about.partnership" in ran.out
    assert "\n7  Why it has changed\n" in ran.out


# ------------------------------------------------------------------ get


def test_get_gives_text_as_it_is_and_structure_as_json(run: Run, draft: Path) -> None:
    topics(run, draft)
    run("set", draft, "why.overall", "One.\n\n[/ two ] {{ x }} — \u00a3")
    assert run("get", draft, "about.partnership").out == "Safer Northbridge\n"
    assert run("get", draft, "why.overall").out == "One.\n\n[/ two ] {{ x }} — \u00a3\n"
    assert run("get", draft, "about.period").data == {"start": "2024-10", "end": "2025-09"}
    assert run("get", draft, "about.period").out.startswith('{\n  "start"')
    assert run("get", draft, "levels.topics").data == [{"id": "topic-1", **TOPIC}]
    assert run("get", draft, "levels.topics[0]").data == {"id": "topic-1", **TOPIC}
    assert run("get", draft, "why.topics[0].name").out == "Burglary, residential\n"
    assert run("get", draft, "levels.topics[0].count").out == "100\n"
    assert run("get", draft, "levels.topics[0].reasons").data == []
    assert run("get", draft, "levels.topics[0].id").out == "topic-1\n"
    assert run("get", draft, "about.title").out == "\n"


@pytest.mark.parametrize(
    "path",
    ["", "why", "why.", "why.nosuch", "nosuch.overall", "why.overall[0]", "why.overall\x1b[2J",
     "levels.topics[0].nosuch", "levels.topics[9]", "levels.topics[0].reasons[0].reason", "levels.topics[x]",
     "levels.topics[0", "levels.topics[-1]"],
)  # fmt: skip
@pytest.mark.parametrize("command", [("get",), ("set", "x")])
def test_a_path_that_leads_nowhere(run: Run, draft: Path, path: str, command: tuple[str, ...]) -> None:
    topics(run, draft)
    before = draft.read_bytes()
    ran = run(command[0], draft, path, *command[1:])
    assert (ran.code, ran.out) == (2, "")
    assert len(ran.err.splitlines()) == 1
    assert "\x1b" not in ran.err
    assert draft.read_bytes() == before


# ------------------------------------------------------------------ set


@pytest.mark.parametrize(
    ("path", "value", "kept"),
    [
        ("about.title", "A title", "A title"),
        ("about.title", "- starts like an option", "- starts like an option"),
        ("about.title", "--draft", "--draft"),
        ("about.title", "-5", "-5"),
        ("why.overall", "two\r\nlines\x1b[31m\x00", "two\nlines[31m"),
        ("about.area_type", "unitary", "unitary"),
        ("about.area_type", "", ""),
        ("about.period", "2023-01:2023-12", {"start": "2023-01", "end": "2023-12"}),
        ("about.period", '{"start": "2023-01", "end": "2023-12"}', {"start": "2023-01", "end": "2023-12"}),
        ("about.period", "", {"start": "", "end": ""}),
        ("about.period", "2024-04 to 2025-03", {"start": "2024-04", "end": "2025-03"}),
        ("about.period", "April 2024 to 03/2025", {"start": "2024-04", "end": "2025-03"}),
        ("appendices.glossary", '["LSOA: a small area", "ASB"]', ["LSOA: a small area", "ASB"]),
        ("levels.topics[0].count", "1,554", 1554),
        ("levels.topics[0].count", "12.5", 12.5),
        ("levels.topics[0].count", "", None),
        ("levels.topics[0].strand", "disorder", "disorder"),
        ("why.topics[0].reasons", '[{"reason": "New locks"}]', [{"id": "reason-1", "reason": "New locks"}]),
        ("levels.topics[0]", '{"name": "Robbery"}', {"id": "topic-1", "name": "Robbery"}),
        ("levels.topics[1]", '{"name": "Robbery"}', {"id": "topic-2", "name": "Robbery"}),
    ],
)
def test_set_keeps_a_value_that_fits(run: Run, draft: Path, path: str, value: str, kept: object) -> None:
    topics(run, draft)
    ran = run("set", draft, path, value)
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    got = run("get", draft, path)
    text = isinstance(kept, str | int | float) or kept is None
    assert got.out == f"{'' if kept is None else kept}\n" if text else got.data == kept
    store.load(draft)


@pytest.mark.parametrize(
    ("path", "value", "told"),
    [
        ("about.area_type", "county", "two-tier, unitary, london"),
        ("about.nation", "scotland", "england, wales"),
        ("about.nation", "England", "england, wales"),
        ("about.period", "2025-09:2024-10", "backwards"),
        ("about.period", "2025-09", "no last month"),
        ("about.period", "[]", "is no period. Write the first and the last month, such as 2024-10:2025-09 or October"),
        ("about.period", "2024:2025", "'2024' that is not a month written YYYY-MM. Write the first and the last month"),
        ("about.period", '{"start": 1, "end": 2}', "takes a period"),
        ("about.period", '{"start": "2025-01"', "not JSON"),
        ("appendices.glossary", "word", "takes JSON"),
        ("appendices.glossary", "", "takes JSON"),
        ("appendices.glossary", '"word"', "takes a list of texts"),
        ("appendices.glossary", "[1]", "takes a list of texts"),
        ("levels.topics", "{}", "takes a list of objects"),
        ("levels.topics", '["x"]', "takes a list of objects"),
        ("levels.topics", '[{"name": 3}]', "levels.topics[0].name takes text"),
        ("levels.topics", '[{"strand": "theft"}]', "levels.topics[0].strand takes one of crime"),
        ("levels.topics", '[{"count": "many"}]', "levels.topics[0].count takes a number"),
        ("levels.topics", '[{"count": true}]', "levels.topics[0].count takes a number"),
        ("levels.topics", '[{"count": NaN}]', "holds NaN, which is not a number"),
        ("levels.topics", '[{"other": 1e999}]', "holds 1e999, which is not a number"),
        ("levels.topics", '[{"reasons": [{"confidence": "sure"}]}]', "levels.topics[0].reasons[0].confidence"),
        ("levels.topics", '[{"period": {"start": "2025-02", "end": "2025-01"}}]', "topics[0].period runs backwards"),
        ("levels.topics", f'[{{"other": {"[" * 60}{"]" * 60}}}]', "nested too deeply"),
        ("levels.topics", f'[{{"other": {"[" * 5000}{"]" * 5000}}}]', "nested too deeply"),
        ("levels.topics", '[{"name": "a", "name": "b"}]', "the key 'name' appears twice in one object, in [0]"),
        ("levels.topics", f"[{'{},' * 500_000}{{}}]", "it holds more than 200,000 values, counted up to"),
        ("levels.topics", f"[{'{},' * 5_000}{{}}]", "levels.topics takes no more than 5,000 entries"),
        ("levels.topics", f'[{{"x": {"9" * 5_000}}}]', "it holds a number with thousands of digits, at line 1"),
        ("why.overall", "a" * 2_000_001, "why.overall takes no more than 2,000,000 characters at once"),
        ("levels.topics[0].count", "about 40", "takes a number"),
        ("levels.topics[0].count", "-3", "zero or more"),
        ("levels.topics[0].sources", "source-1", "takes JSON"),
        ("levels.topics[7]", "{}", "not there"),
        ("levels.topics[7].name", "x", "not there"),
        ("levels.topics[0]", "[]", "takes an object"),
        ("about.title", "caf\udce9", "not UTF-8"),
    ],
)  # fmt: skip
def test_set_refuses_what_does_not_fit(run: Run, draft: Path, path: str, value: str, told: str) -> None:
    topics(run, draft)
    before = draft.read_bytes()
    ran = run("set", draft, path, value)
    assert ran.code == 2
    assert told in ran.err
    assert len(ran.err.splitlines()) == 1
    assert draft.read_bytes() == before
    assert sorted(path.name for path in draft.parent.iterdir()) == [draft.name]


def test_set_from_a_file_and_from_stdin(run: Run, draft: Path, tmp_path: Path) -> None:
    source = tmp_path / "text.md"
    source.write_bytes("\ufeffFirst.\r\n\r\nSecond — é\r\n".encode())
    assert run("set", draft, "why.overall", "--from", source).code == 0
    assert run("get", draft, "why.overall").out == "First.\n\nSecond — é\n"
    assert run("set", draft, "levels.topics", "--from", "-", stdin=json.dumps([TOPIC]).encode()).code == 0
    assert run("get", draft, "levels.topics[0].name").out == "Burglary, residential\n"


def test_what_get_gives_set_takes(run: Run, draft: Path) -> None:
    """A script can carry any answer from one draft to another."""
    topics(run, draft, {**TOPIC, "where": "Abbey ward\n\n- one\n"}, {"name": "Robbery"})
    whole = run("get", draft, "levels.topics").out
    where = run("get", draft, "levels.topics[0].where").out
    before = draft.read_bytes()
    assert run("set", draft, "levels.topics", "--from", "-", stdin=whole.encode()).code == 0
    assert run("set", draft, "levels.topics[0].where", "--from", "-", stdin=where.encode()).code == 0
    assert draft.read_bytes() == before


@pytest.mark.parametrize(
    ("args", "stdin"),
    [
        ((), b""),
        (("x", "--from", "-"), b""),
        (("--from", "nosuch.txt"), b""),
        (("--from", "."), b""),
        (("--from", "-"), b"caf\xe9"),
        (("x", "y"), b""),
        (("x", "--form", "-"), b""),
    ],
)
def test_set_needs_one_readable_value(run: Run, draft: Path, args: tuple[str, ...], stdin: bytes) -> None:
    before = draft.read_bytes()
    ran = run("set", draft, "about.title", *args, stdin=stdin)
    assert ran.code == 2
    assert draft.read_bytes() == before


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="there is no endless device here")
def test_set_reads_no_more_than_an_answer_may_hold(run: Run, draft: Path) -> None:
    ran = run("set", draft, "why.overall", "--from", "/dev/zero")
    assert ran.code == 2
    assert "/dev/zero is larger than 10 MB" in ran.err


def test_a_new_entry_never_takes_the_place_of_one_that_something_rests_on(run: Run, draft: Path) -> None:
    """Else a priority whose evidence was burglary would silently rest on knife crime."""
    topics(run, draft, {"name": "Burglary"}, {"name": "Robbery"})
    run("set", draft, "priorities.priorities", '[{"name": "Homes", "topics": ["topic-1"]}]')
    assert run("set", draft, "levels.topics", '[{"name": "Knife crime"}]').code == 0
    assert run("get", draft, "levels.topics").data == [{"id": "topic-3", "name": "Knife crime"}]
    assert run("get", draft, "priorities.priorities[0].topics").data == ["topic-1"]
    run("set", draft, "levels.topics", "[]")
    run("set", draft, "levels.topics", '[{"name": "Noise"}]')
    assert run("get", draft, "levels.topics[0]").data["id"] != "topic-1"


def test_set_says_how_many_entries_another_list_took_the_place_of(run: Run, draft: Path) -> None:
    topics(run, draft, {"name": "A"}, {"name": "B"}, {"name": "C"}, {"name": "D"})
    whole = run("get", draft, "levels.topics").data
    path = "levels.topics"
    assert run("set", draft, path, json.dumps([*whole, {"name": "E"}])).err == ""
    assert run("set", draft, path, json.dumps(whole[1:])).err == "5 entries were replaced by 3.\n"
    assert run("set", draft, path, '[{"name": "F"}]').err == "3 entries were replaced by 1.\n"
    assert run("set", draft, path, "[]").err == "1 entry was replaced by none.\n"
    run("set", draft, "appendices.glossary", '["A: a", "B: b"]')
    assert run("set", draft, "appendices.glossary", '["A: x", "B: b", "C: c"]').err == ""
    assert run("set", draft, "appendices.glossary", '["A: x"]').err == "3 entries were replaced by 1.\n"


def test_set_says_what_no_document_will_show(run: Run, draft: Path) -> None:
    ran = run("set", draft, "levels.topics", '[{"nmae": "Burglary", "reasons": [{"why": "x"}]}]')
    assert ran.code == 0
    assert "levels.topics[0].nmae" in ran.err
    assert "levels.topics[0].reasons[0].why" in ran.err
    run("set", draft, "about.area_type", "unitary")
    assert "not asked of this draft" in run("set", draft, "county.any", "yes").err


def test_an_incomplete_draft_is_not_marked_final(run: Run, draft: Path) -> None:
    before = draft.read_bytes()
    for value in ("final", " final ", "final\x00"):
        assert run("set", draft, "about.status", value).code == 3
    assert draft.read_bytes() == before
    assert run("set", draft, "about.status", "draft").code == 0


def test_whoever_changes_a_final_draft_is_told_and_how_it_is_a_draft_again(run: Run, draft: Path) -> None:
    """Nobody changes what was issued unawares, whichever command they do it with."""
    run("set", draft, "about.override_reason", "The board wants it as it is.")
    assert run("set", draft, "about.status", "final").err == ""
    told = run("set", draft, "about.title", "New")
    again = f"sa-wizard set {draft} about.status draft"
    assert told.code == 0
    assert told.err == (
        f"This assessment is marked as final, and what you change is in it. To make it a draft again: {again}\n"
    )
    assert run("set", draft, "about.title", "New").err == "", "nothing was changed"
    assert again in run("find", draft, "board", "--replace", "group").err
    assert run(*again.split()[1:]).err == ""
    assert run("set", draft, "about.title", "Newer").err == ""


def test_set_waits_for_nobody(run: Run, draft: Path) -> None:
    before = draft.read_bytes()
    with Lock(draft):
        ran = run("set", draft, "about.title", "x")
        assert ran.code == 5
        assert "in use by" in ran.err
        assert run("get", draft, "about.title").code == 0
        assert run("check", draft).code == 3
    assert draft.read_bytes() == before


def test_a_full_disk_leaves_the_draft_whole(run: Run, draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    before = draft.read_bytes()
    monkeypatch.setattr("os.fsync", full)
    ran = run("set", draft, "about.title", "x")
    assert ran.code == 7
    assert "no space left on device" in ran.err
    assert draft.read_bytes() == before
    assert [path.name for path in draft.parent.iterdir()] == [draft.name]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=80))
def test_any_text_goes_in_and_comes_out_clean(run: Run, draft: Path, text: str) -> None:
    """Whatever is typed: it is kept as the draft cleans it, and nothing of it reaches the terminal as a command."""
    unreadable = any("\udc80" <= letter <= "\udcff" for letter in text)
    ran = run("set", draft, "why.overall", "--", text)
    assert ran.code == (2 if unreadable else 0)
    if not unreadable:
        got = run("get", draft, "why.overall").out
        assert got == clean(text) + "\n"
        assert not any(letter in got for letter in "\x1b\x00\x07\x9b")
