"""Per cents, directions and counts in prose agree with the counts they talk about."""

import pytest

from tests.review.rules.damage import codes, damaged, found, said


@pytest.mark.parametrize(
    "text",
    [
        "Burglary went from 120 to 100, a fall of 20%.",
        "Robbery rose by 71% from 41 to 58.",
        "Robbery rose from 41 to 58 (17%).",
        "It fell from 2,388 to 2,064 (down 24%).",
        "Of these, 72 of 211 (43%) were repeats.",
        "That is 46% of violence with injury (258 of 712).",
        "| Crime | 2023-24 | 2024-25 | Change |\n|---|---:|---:|---:|\n| Theft | 100 | 120 | +17% |",
        "| Crime | 2023-24 | 2024-25 | % change |\n|---|---:|---:|---:|\n| Theft | 100 | 120 | +17 |",
        "Arson rose from 48 last year to 71 this year, an increase of 32%.",
        "Thefts rose from 410 in 2023-24 to 452 in 2024-25, up 30%.",
        "Thefts rose from 410 (2023-24) to 452 (2024-25), up 30%.",
        "Arson rose to 71 from 48 (32%).",
        "Arson rose to 71 offences this year from 48 offences last year (32%).",
        "There were 71 fires, up from 48 (32%).",
        "That was 71 against 48 the year before, up 32%.",
        "Arson went from 24 reports of fire to 36 (150%).",
        "That is 258 out of 712 incidents (46%).",
        "Of 640 replies, 320 (45%) said so.",
        "Of the 640 replies, 320 people (45 per cent) said so.",
    ],
)
def test_a_per_cent_that_disagrees_with_its_counts_is_found(text: str) -> None:
    assert codes(said(text)) == ["percent-disagrees"]


@pytest.mark.parametrize(
    "text",
    [
        "Robbery rose by 41% from 41 to 58.",
        "Burglary went from 120 to 100, a fall of 17%.",
        "Burglary went from 120 to 100, a fall of about a sixth, and 20% were by night.",
        "Robbery rose from 41 to 58, up by about 40%.",
        "Cases rose from 67 to 72 (34% of the total).",
        "Of these, 72 of 211 (34%) were repeats, and 24 of 30 schools (5% of pupils) sent someone.",
        "Robbery rose from 48 to 71; theft fell by 3%.",
        "Robbery rose from 48 to 71, while theft fell by 3%.",
        "It fell by more than 10%, from 2,388 to 2,064.",
        "Thefts rose from 410 in 2023-24 to 452 in 2024-25, up 10%.",
        "Arson rose to 71 from 48 (48%).",
        "Referrals went from 132 to 201 (34%).",
        "That is 258 out of 712 incidents (36%).",
        "Of 640 replies, 320 (50%) said so.",
        "Of 640 replies, 320 (45% of women) said so.",
        "In 72 of 640 incidents, 320 (45%) people were hurt.",
        "Arson was 71 (48 last year), 3% of all crime.",
        "Victims who were children (13 to 17) rose by 12%.",
    ],
)
def test_a_per_cent_that_agrees_or_is_of_something_else_is_not(text: str) -> None:
    assert codes(said(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Arson rose from 120 to 100.",
        "A welcome drop in graffiti, from 102 to 140 reports.",
        "Calls fell from 410 incidents in 2023-24 to 452 in 2024-25.",
        "Arson fell to 71 from 48.",
        "There were 71 fires, down from 48.",
    ],
)
def test_a_rise_that_is_a_fall_is_found(text: str) -> None:
    assert codes(said(text)) == ["change-direction"]


@pytest.mark.parametrize(
    "text",
    [
        "Arson fell from 120 to 100.",
        "The borough rose from 12 to 7 in the ranks.",
        "A welcome drop in graffiti, from 140 to 102 reports.",
        "Drop-in visits went from 102 to 140.",
        "Violence fell and, from 102 to 140, reports of it did not.",
        "Calls fell from 10 to 12 March.",
        "Waits fell from 4 days to 26 hours.",
        "Calls rose from 10 to 2 at night.",
        "Doubt was felt by 1 in 10, down from one in five.",
        "It is now priority 3, down from 2.",
        "Arson fell in Castle, with 12 fires against 9 last year elsewhere.",
    ],
)
def test_one_that_is_not_or_that_counts_nothing_is_left_alone(text: str) -> None:
    assert codes(said(text, "levels.comparison")) == []


@pytest.mark.parametrize("no", ["did not", "didn't", "didn’t", "doesn’t", "cannot", "can't", "won’t", "never"])
def test_a_rise_that_is_denied_is_no_rise(no: str) -> None:
    assert codes(said(f"Arson {no} rise from 120 to 100.", "levels.comparison")) == []
    assert codes(said("Arson, in short, rose from 120 to 100.", "levels.comparison")) == ["change-direction"]


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        ("-40%", True),
        ("down 30 per cent", True),
        ("up 21%", True),
        ("−21%", False),
        ("down 21 per cent", False),
        ("down by 20.6%", False),
        ("−142", False),
        ("690 to 548", False),
    ],
)
def test_the_change_column_of_a_place_agrees_with_its_counts(change: str, wrong: bool) -> None:
    findings = found(damaged({"places.places[0].change": change}))
    expected = [("percent-disagrees", "places.places[0].change")] if wrong else []
    assert [(finding.code, finding.path) for finding in findings] == expected


def test_a_problems_text_with_last_drafts_count_is_found() -> None:
    (finding,) = found(damaged({"levels.topics[3].narrative": "Robbery rose from 48 to 69."}))
    assert (finding.code, finding.path) == ("counts-disagree", "chapters.topics[3].narrative")
    assert codes(damaged({"levels.topics[3].narrative": "Robbery rose from 48 to 71; by day from 48 to 30."})) == []


@pytest.mark.parametrize(
    "text",
    [
        "Robbery rose from 48 to 75 offences.",
        "The number of robberies held, but robbery rose from 46 to 71.",
        "Robbery (48 to 75, up 56%) is a worry.",
        "Burglary from homes fell from 214 to 178 this year.",
        "Robbery rose to 75 from 48.",
    ],
)
def test_counts_told_of_a_name_anywhere_are_held_against_its_own(text: str) -> None:
    (finding,) = found(said(text, "changes.rising"))
    assert (finding.code, finding.path) == ("counts-disagree", "changes.rising")


@pytest.mark.parametrize(
    "text",
    [
        "Robbery rose from 48 to 71 offences.",
        "Robbery rose from 48 to 75 offences in Eastmoor.",
        "In Eastmoor, robbery rose from 48 to 75.",
        "Across the county robbery rose from 48 to 75.",
        "Robbery rose from 52 in 2020-21 to 71 in 2024-25.",
        "Robbery of children rose from 48 to 75.",
        "Robbery on Fridays, nights and weekends rose from 48 to 75.",
        "Robbery went from 48 to 30 by day.",
        "Lead theft rose from 48 to 75.",
    ],
)
def test_those_of_a_part_another_year_or_another_place_are_not(text: str) -> None:
    assert codes(said(text, "changes.rising")) == []


@pytest.mark.parametrize(
    "text",
    [
        "Late fights doubled from 10 to 18.",
        "Late fights more than doubled, from 10 to 18.",
        "Fights in the market halved from 40 to 28.",
        "Fights in the market trebled from 10 to 20.",
    ],
)
def test_doubled_and_halved_are_held_against_the_counts(text: str) -> None:
    (finding,) = found(said(text))
    assert finding.code == "percent-disagrees"
    assert text.split()[-3] in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "Late fights doubled from 10 to 20.",
        "Late fights nearly doubled from 10 to 18.",
        "Late fights more than doubled from 10 to 27.",
        "Fights in the market halved from 41 to 20.",
        "The number of patrols doubled, and fights fell from 40 to 28.",
    ],
)
def test_those_that_are_as_many_times_are_not(text: str) -> None:
    assert codes(said(text)) == []
