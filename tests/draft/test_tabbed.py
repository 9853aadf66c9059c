"""What counts as a table pasted from a spreadsheet, for the rules and the document alike."""

import pytest

from sa_wizard.draft import tabbed

TABLES = [
    ("Ward\tCount\nElm\t3", [(0, 2)]),
    ("above\n\nWard\tCount\nElm\t3\nbelow", [(2, 4)]),
    ("\t2023\t2024\nElm\t3\t4", [(0, 2)]),
    ("Rank\tCrime\tCount\n1.\tBurglary\t120\n2.\tRobbery\t41", [(0, 3)]),
    ("Ward\tCount\tRate\nElm\t3\nAsh\t4\t0.1", [(0, 3)]),
    ("a\tb\nc\td\n\ne\tf\tg\nh\ti\tj", [(0, 2), (3, 5)]),
    ("a\tb\nc\td\te\nf\tg\th", [(1, 3)]),
]
TEXTS = [
    "One\ttab in a line",
    "\tIndented\n\tagain",
    "1.\tfirst\n2.\tsecond",
    "•\tfirst\n•\tsecond",
    "- Burglary\t120\n- Robbery\t41",
    "(iv)\tfourth\n(v)\tfifth",
    "To:\tthe chair\nFrom:\tthe analyst",
    "| a\t| b |\n|---|---|",
    "a\tb\n\nc\td",
    "  \t\n\t",
    "",
]


@pytest.mark.parametrize(("text", "where"), TABLES)
def test_lines_with_cells_are_a_table(text: str, where: list[tuple[int, int]]) -> None:
    assert list(tabbed.tables(text.split("\n"))) == where


@pytest.mark.parametrize("text", TEXTS)
def test_text_that_merely_has_a_tab_is_none(text: str) -> None:
    assert list(tabbed.tables(text.split("\n"))) == []


@pytest.mark.parametrize(
    ("first", "headed"),
    [(["Ward", "Count"], True), (["", "2023", "2024"], True), (["Elm", "12"], False), (["Elm", "1,204"], False)],
)
def test_a_row_of_counts_is_no_heading_and_one_of_years_is(first: list[str], headed: bool) -> None:
    assert tabbed.is_headed(first) is headed
