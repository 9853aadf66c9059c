"""How long an export takes of the largest document, and how much memory, against the same work done bare.

The baselines run in the same minute: Pandoc alone on the same Markdown, and the Typst compiler alone on the same
source.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from sa_wizard.document import compose, export, phrases, render, typeset
from sa_wizard.document.expected import contract
from sa_wizard.document.pandoc import find_pandoc
from sa_wizard.document.prose import READER
from sa_wizard.document.publish import publish
from sa_wizard.document.writing import Writing
from sa_wizard.draft import words
from sa_wizard.draft.asked import Asked
from sa_wizard.draft.draft import Draft
from sa_wizard.folders import templates_dir
from sa_wizard.outline.spec import Outline
from sa_wizard.review.findings import Review
from sa_wizard.review.judge import review
from tests.benchmarks.large import large

WORDS, TABLES = 110_000, 240
ROUNDS = 3
PROCESSOR = os.environ.get("BENCH_TIME") == "processor"
"""Seconds of the processor instead of the clock, for a machine on which others work."""
_CHILD = (sys.executable, "-m", "tests.benchmarks.exporting")


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
    """Print the table. Every export is a program of its own; what loading the draft takes is left out."""
    outline, draft = large(WORDS)
    draft = tabled(outline, draft, TABLES)
    found = review(outline, draft)
    took = _median(lambda: _rendered(outline, draft, found))
    markdown = _rendered(outline, draft, found)
    tables = markdown.count("|---")
    print(f"Exporting {words.count(outline, draft):,} words with {tables} tables, median of {ROUNDS}, least of memory")
    _tell("rendering the Markdown, nothing remembered", took, goal="under 0.5 s")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _docx(markdown, folder)
        _pdf(folder)


def _rendered(outline: Outline, draft: Draft, found: Review) -> str:
    phrases._prose.cache_clear()
    return render.markdown(outline, draft, found, styled=True, marked=False)


def _docx(markdown: str, folder: Path) -> None:
    source = folder / "document.md"
    source.write_text(markdown, encoding="utf-8")
    styles = templates_dir() / "word" / "reference.docx"
    bare = [str(find_pandoc()), str(source), f"--from={READER}", "--to=docx", "--standalone"]
    bare += [f"--reference-doc={styles}", f"--output={folder / 'bare.docx'}"]
    base, base_kb = _run(bare)
    _tell("bare Pandoc to docx (baseline)", base, kilobytes=base_kb)
    ready, _ = _run([*_CHILD, "ready", str(folder)])
    export, export_kb = _run([*_CHILD, "docx", str(folder)])
    took = export - ready
    _tell("from the Markdown to docx, proved and checked", took, took / base, "at most 1.6 times", kilobytes=export_kb)
    print(
        f"  the most memory of one process against Pandoc{export_kb / base_kb:26.2f} times   (goal: at most 1.3 times)"
    )
    loaded, _ = _run([*_CHILD, "load", str(folder)])
    whole, _ = _run([*_CHILD, "publish", str(folder)])
    _tell("from the draft to docx: judged, rendered, proved, checked", whole - loaded, (whole - loaded) / base)


def _pdf(folder: Path) -> None:
    ready, _ = _run([*_CHILD, "ready", str(folder)])
    whole, _ = _run([*_CHILD, "pdf", str(folder)])  # leaves the source behind as well
    alone, _ = _run([*_CHILD, "typst", str(folder)])
    idle, _ = _run([*_CHILD, "idle", str(folder)])
    told = subprocess.run(["pdfinfo", str(folder / "x.pdf")], capture_output=True, text=True, check=False).stdout
    pages = next((line.split()[-1] for line in told.splitlines() if line.startswith("Pages")), "?")
    _tell(f"the Typst compiler alone, {pages} pages (baseline)", alone - idle)
    _tell("from the Markdown to PDF, proved", whole - ready, (whole - ready) / (alone - idle), "under 2.5 times")


def _run(command: Sequence[str]) -> tuple[float, int]:
    """The median of seconds, and the least of the most kilobytes, of a program and what it starts."""
    took, memory = [], []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        process = subprocess.Popen(list(command), stdout=subprocess.DEVNULL)
        _, status, used = os.wait4(process.pid, 0)
        took.append(used.ru_utime + used.ru_stime if PROCESSOR else time.perf_counter() - began)
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


def once(what: str, folder: Path) -> None:
    """What a child does, up to the step that is timed, or with it."""
    if what in ("idle", "typst"):
        import typst  # noqa: PLC0415 -- so that what is measured is the compiler

        if what == "typst":
            typst.compile(folder / "x.typ", output=folder / "alone.pdf", pdf_standards="ua-1")
        return
    outline, draft = large(WORDS)
    draft = tabled(outline, draft, TABLES)
    if what == "publish":
        publish(outline, draft, folder / "y.docx", "docx", replace=True)
    if what in ("load", "publish"):
        return
    asked = Asked(outline, draft)
    document = compose.document(asked, review(outline, draft))
    markdown = render.written(document, styled=True, marked=False)
    if what == "ready":
        return
    if what == "pdf":
        _keep_source(folder / "x.typ")
    export.export(
        markdown,
        folder / f"x.{what}",
        what,
        title="Large",
        metadata={"author": "A"},
        promised=lambda: contract(Writing(asked), document),
    )


def _keep_source(place: Path) -> None:
    compiled = typeset.typeset

    def kept(source: Path, *rest: Any) -> None:  # noqa: ANN401
        place.write_bytes(source.read_bytes())
        compiled(source, *rest)

    typeset.typeset = kept  # type: ignore[assignment]


if __name__ == "__main__":
    if len(sys.argv) > 2:
        once(sys.argv[1], Path(sys.argv[2]))
    else:
        main()
