"""A place as a line: never wider than the screen, and the words whole wherever there is room for them."""

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from sa_wizard.draft.finding import Sought, find
from sa_wizard.tui.hits import hit
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
