"""How long an export takes of the largest document, and how much memory, against the same work done bare.

The baselines run in the same minute: Pandoc alone on the same Markdown, and the Typst compiler alone on the same
source.
"""

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from sa_wizard.document import export, render
from sa_wizard.document.pandoc import find_pandoc
from sa_wizard.document.prose import READER
from sa_wizard.document.publish import publish
from sa_wizard.draft import words
from sa_wizard.draft.draft import Draft
from sa_wizard.outline.spec import Outline
from sa_wizard.review.judge import review
from sa_wizard.settings import templates_dir
from tests.benchmarks.large import large

WORDS, TABLES = 110_000, 240
ROUNDS = 3
PDF_SHARE = 1.6
"""The PDF is made of a draft so much larger that it has 300 pages or more; see ``main``."""


def tabled(outline: Outline, draft: Draft, tables: int) -> Draft:
    """The draft with so many typed tables more, spread over its longest answers."""
    table = "\n".join(
        ["| Ward | Before | Now |", "|---|---:|---:|", *(f"| Ward {n} | {n * 7} | {n * 9} |" for n in range(6))]
    )
    texts = [(s, f) for s, f in outline.fields() if f.kind == "text" and s.id != "about"]
    each = -(-tables // len(texts))
    values = {section: dict(fields) for section, fields in draft.values.items()}
    left = tables
    for section, field in texts:
        wanted = min(each, left)
        left -= wanted
        told = values.setdefault(section.id, {}).get(field.id) or ""
        values[section.id][field.id] = told + "".join(f"\n\nTable of place {n}.\n\n{table}" for n in range(wanted))
    return replace(draft, values=values)


def main() -> None:
    """Print the table."""
    outline, draft = large(WORDS)
    draft = tabled(outline, draft, TABLES)
    found = review(outline, draft)
    took = _median(lambda: render.markdown(outline, draft, found, styled=True, marked=False))
    markdown = render.markdown(outline, draft, found, styled=True, marked=False)
    tables = markdown.count("|---")
    print(f"Exporting {words.count(outline, draft):,} words with {tables} tables, median of {ROUNDS}, least of memory")
    _tell("rendering the Markdown", took, goal="under 0.5 s")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source = folder / "document.md"
        source.write_text(markdown, encoding="utf-8")
        styles = templates_dir() / "word" / "reference.docx"
        bare = [str(find_pandoc()), str(source), f"--from={READER}", "--to=docx", "--standalone"]
        bare += [f"--reference-doc={styles}", f"--output={folder / 'bare.docx'}"]
        base, base_kb = _run(bare)
        _tell("bare Pandoc to docx (baseline)", base, kilobytes=base_kb)
        whole, whole_kb = _run([sys.executable, "-m", "tests.benchmarks.exporting", "docx", str(folder / "whole.docx")])
        load, _ = _run([sys.executable, "-m", "tests.benchmarks.exporting", "nothing", ""])
        share = (whole - load) / base
        print(f"  loading the draft, left out of what follows{load:27.2f} s")
        _tell("the whole export to docx", whole - load, share, "at most 1.6 times", kilobytes=whole_kb)
        print(f"  memory of the larger process{whole_kb / base_kb:40.2f} times   (goal: at most 1.3 times)")
        _pdf(outline, draft, folder)


def _pdf(outline: Outline, draft: Draft, folder: Path) -> None:
    """The PDF against the compiler alone on the source that the same export made."""
    kept: list[tuple[float, bytes]] = []
    typeset = export._typeset  # what is compared is inside

    def noted(source: Path, temporary: Path, *rest: object) -> None:
        began = time.perf_counter()
        typeset(source, temporary, *rest)  # type: ignore[arg-type]
        kept.append((time.perf_counter() - began, source.read_bytes()))

    export._typeset = noted  # type: ignore[assignment]
    took = _median(lambda: publish(outline, draft, folder / "whole.pdf", "pdf"))
    export._typeset = typeset
    alone = statistics.median(each for each, _ in kept)
    told = subprocess.run(["pdfinfo", str(folder / "whole.pdf")], capture_output=True, text=True, check=False).stdout
    pages = next((line.split()[-1] for line in told.splitlines() if line.startswith("Pages")), "?")
    _tell(f"the Typst compiler alone, {pages} pages (baseline)", alone)
    _tell("the whole export to PDF", took, took / alone, "under 2.5 times")


def _run(command: Sequence[str]) -> tuple[float, int]:
    """The median of seconds, and the least of the most kilobytes, of a program and what it starts."""
    took, memory = [], []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        process = subprocess.Popen(list(command), stdout=subprocess.DEVNULL)
        _, status, used = os.wait4(process.pid, 0)
        took.append(time.perf_counter() - began)
        memory.append(used.ru_maxrss)
        if status:
            raise SystemExit(f"{command[0]} ended with {status}")
    return statistics.median(took), min(memory)


def _median(act: Callable[[], object]) -> float:
    took = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        act()
        took.append(time.perf_counter() - began)
    return statistics.median(took)


def _tell(what: str, took: float, times: float = 0, goal: str = "", *, kilobytes: int = 0) -> None:
    said = f"   {times:4.2f} times" if times else ""
    said += f"   {kilobytes / 1000:,.0f} MB" if kilobytes else ""
    print(f"  {what:<58} {took:9.2f} s{said}{f'   (goal: {goal})' if goal else ''}")


def once(to: str, target: str) -> None:
    """What the child does: load, and export when a format is given."""
    outline, draft = large(WORDS)
    draft = tabled(outline, draft, TABLES)
    if target:
        publish(outline, draft, Path(target), to)
        children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
        print(children)


if __name__ == "__main__":
    if len(sys.argv) > 2:
        once(sys.argv[1], sys.argv[2])
    else:
        main()
