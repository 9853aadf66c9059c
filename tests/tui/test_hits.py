"""A place as a line: never wider than the screen, and the words whole wherever there is room for them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from sa_wizard.draft.finding import Sought, find
from sa_wizard.tui import hits
from sa_wizard.tui.hits import hit
from sa_wizard.tui.widths import cut_at_word, joined
from tests.builders import drafted, shipped

WIDE = st.text(st.sampled_from("ab ŵ警👍e\u0301\n"), max_size=80)


@settings(deadline=None, max_examples=60)
@given(before=WIDE, words=st.text(st.sampled_from("xy警 "), min_size=1, max_size=30), after=WIDE, name=WIDE)
def test_a_line_fits_and_shows_the_words(before: str, words: str, after: str, name: str) -> None:
    topic = {"name": f"n{name}", "where": f"{before}{words}{after}"}
    for place in find(shipped(), drafted({"levels.topics": [topic]}), Sought(words)):
        for width in (56, 76, 156):
            line = hit(place, width)
            assert cell_len(f"{line.before}{line.words}{line.after}") <= width
            assert "\n" not in line.before + line.words + line.after
            assert line.words == words or cell_len(words) > width // 2


LONG = "Shop theft and abuse of shop staff in the two large stores by the station, and what became of the people banned"


def test_a_name_is_cut_behind_a_word() -> None:
    """Labels ended in the middle of a word, at a third of the line, however much room there was."""
    draft = drafted(
        {
            "why.overall": f"It rose at the mill. {LONG}.",
            "levels.topics": [{"name": LONG, "narrative": f"It rose at the mill. {LONG}.", "where": "At the mill."}],
        }
    )
    shown = [hit(place, 76) for place in find(shipped(), draft, Sought("mill"))]
    assert [line.before.partition(":")[0].strip() for line in shown] == [
        "Where, Shop theft and abuse of shop staff in the two large…",
        "What lies behind the changes…",
        "The problem in…, Shop theft…",
    ]
    assert cut_at_word("Population, households and age", 25) == "Population, households…"
    assert cut_at_word("Population, households", 25) == "Population, households"
    assert cut_at_word("Llanfairpwllgwyngyll community", 12) == "Llanfairpwl…"
    assert joined(("Progress since the last assessment", "Reduce violence in town"), " › ", 50) == (
        "Progress since the last… › Reduce violence in town"
    )


def test_a_long_answer_is_not_measured_whole_for_each_of_its_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    """Five hundred lines of an answer of a megabyte took seconds, at every replacement."""
    measured: list[int] = []

    def noted(text: str) -> int:
        measured.append(len(text))
        return cell_len(text)

    monkeypatch.setattr(hits, "cell_len", noted)
    for place in find(shipped(), drafted({"why.overall": "burglary rose. " * 500}), Sought("burglary")):
        hit(place, 76)
    assert max(measured) < 200
