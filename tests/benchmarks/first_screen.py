"""How long a draft of 100,000 words takes to its first screen, beside a bare Textual program, in one run."""

import statistics
import sys
import tempfile
from pathlib import Path

from sa_wizard.draft import store, words
from sa_wizard.draft.draft import start
from sa_wizard.draft.session import Session
from sa_wizard.outline import load
from tests.benchmarks.pty_run import SHOWN, Opened, open_until

SENTENCE = "Reports of robbery rose in the town centre after the late bus was withdrawn in March. "
ROUNDS = 7
GOAL = 1.25


def long_draft(path: Path, wanted: int = 100_000) -> int:
    """Write a draft of about this many words in 60 problems and every text field; returns its words."""
    outline = load.find("partnership")
    session = Session(path, outline, start(outline))
    session.set("about.partnership", "Safer Northbridge")
    session.set("about.nation", "england")
    session.set("about.area_type", "two-tier")
    session.set("about.period", {"start": "2024-10", "end": "2025-09"})
    each = (SENTENCE * 4 + "\n\n") * 4
    columns = ("where", "when", "victims", "offenders", "how", "narrative", "response")
    rows = [
        {"name": f"Problem {n}", "strand": "crime", "count": 400 + n, **dict.fromkeys(columns, each)} for n in range(60)
    ]
    session.set("levels.topics", rows)
    have = words.count(outline, session.draft)
    for section, field in outline.fields():
        if field.kind == "text" and have < wanted:
            session.set(f"{section.id}.{field.id}", each)
            have = words.count(outline, session.draft)
    session.set("summary.purpose_line", "The first screen is here.")
    while have < wanted:
        session.set("chapters.others", session.draft.text("chapters.others") + each)
        have = words.count(outline, session.draft)
    store.save(path, outline, session.draft)
    return have


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        draft = Path(folder) / "long.sa.json"
        count = long_draft(draft)
        own = [sys.executable, "-m", "sa_wizard", str(draft), "--at", "summary.purpose_line"]
        programs = {
            "bare Textual, one TextArea": [sys.executable, "-m", "tests.benchmarks.bare"],
            f"sa-wizard, {count:,} words": own,
        }
        for arguments in programs.values():
            open_until(arguments, SHOWN)  # compiles what is not compiled yet
        opened: dict[str, list[Opened]] = {name: [] for name in programs}
        for _ in range(ROUNDS):
            for name, arguments in programs.items():
                opened[name].append(open_until(arguments, SHOWN))
    print(
        f"First screen at 80x24, median of {ROUNDS} alternating starts; others at work change the processor time less"
    )
    for name, found in opened.items():
        times = [each.seconds * 1000 for each in found]
        spread = f"{min(times):.0f} to {max(times):.0f} ms"
        print(f"  {name:<34} {_clock(found) * 1000:7.0f} ms   {spread}   {found[-1].sent:,} bytes")
        print(f"  {'of the processor':>34} {_processor(found) * 1000:7.0f} ms")
    bare, ours = opened.values()
    print(f"  ratio {_clock(ours) / _clock(bare):.2f} (goal: at most {GOAL:.2f})")
    print(f"  ratio of processor time {_processor(ours) / max(_processor(bare), 0.01):.2f}")


def _clock(found: list[Opened]) -> float:
    return statistics.median(each.seconds for each in found)


def _processor(found: list[Opened]) -> float:
    return statistics.median(each.processor for each in found)


if __name__ == "__main__":
    main()
