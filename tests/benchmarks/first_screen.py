"""How long a draft of 100,000 words takes to its first screen, beside a bare Textual program, in one run."""

import statistics
import sys
import tempfile
from pathlib import Path

from sa_wizard.draft import store, words
from sa_wizard.draft.draft import start
from sa_wizard.draft.session import Session
from sa_wizard.outline import load
from tests.benchmarks.pty_run import SHOWN, open_until

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
        times: dict[str, list[float]] = {name: [] for name in programs}
        sent = dict.fromkeys(programs, 0)
        for _ in range(ROUNDS):
            for name, arguments in programs.items():
                opened = open_until(arguments, SHOWN)
                times[name].append(opened.seconds)
                sent[name] = opened.sent
    print(f"First screen at 80x24, median of {ROUNDS} alternating starts")
    medians = {name: statistics.median(found) for name, found in times.items()}
    for name, median in medians.items():
        spread = f"{min(times[name]) * 1000:.0f} to {max(times[name]) * 1000:.0f} ms"
        print(f"  {name:<34} {median * 1000:7.0f} ms   {spread}   {sent[name]:,} bytes")
    bare, ours = medians.values()
    print(f"  ratio {ours / bare:.2f} (goal: at most {GOAL:.2f})")


if __name__ == "__main__":
    main()
