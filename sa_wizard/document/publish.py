"""From a draft to a file for the board: rendered, given its properties and marking, and handed to the exporter."""

from collections.abc import Callable, Mapping
from pathlib import Path

from sa_wizard.document import compliance, render
from sa_wizard.document.export import ExportResult, Report, export
from sa_wizard.document.writing import Writing
from sa_wizard.draft.asked import Asked
from sa_wizard.draft.draft import Draft
from sa_wizard.outline.records import Version
from sa_wizard.outline.spec import Outline
from sa_wizard.review.final import is_final
from sa_wizard.review.judge import judge

_MARKED_BY_HEADER = "docx"
"""The format whose pages carry the marking in their header and footer; the others print it at both ends of the text."""


def publish(  # noqa: PLR0913 - what, where, how, and three things a screen needs
    outline: Outline,
    draft: Draft,
    target: Path,
    to: str,
    *,
    reference: Path | None = None,
    report: Report | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> ExportResult:
    """Write the document of a draft to ``target``; ``to`` is docx, odt, html, pdf or md, and md needs no Pandoc.

    Raises what ``export`` raises; an earlier file is replaced only by a whole one.
    """
    asked = Asked(outline, draft)
    review = judge(asked)
    writing = Writing(asked, final=is_final(asked, review))
    markdown = render.markdown(outline, draft, review, styled=to != "md", marked=to != _MARKED_BY_HEADER)
    return export(
        markdown,
        target,
        to,
        title=compliance.title(writing),
        metadata=metadata(writing, compliance.notice(writing, review)),
        reference=reference,
        marking=compliance.marking(writing),
        footer=footer(writing),
        report=report,
        cancelled=cancelled,
    )


def metadata(writing: Writing, notice: str) -> Mapping[str, str]:
    """The document's properties, as plain words; what is not known is left out."""
    asked = writing.asked
    partnership = asked.draft.text("about.partnership").strip()
    known = {
        "subtitle": compliance.subtitle(writing),
        "author": asked.draft.text("about.author").strip(),
        "date": issued(asked),
        "subject": f"Strategic assessment under {asked.law.regulations}",
        "keywords": "; ".join(each for each in (partnership, asked.law.long, "strategic assessment") if each),
        "description": notice or "Final, as agreed.",
    }
    return {name: words for name, words in known.items() if words}


def issued(asked: Asked) -> str:
    """The version and its day, such as ``Version 0.4, 12 December 2025``; empty when neither is known."""
    version = asked.draft.text("about.version").strip()
    rows = [row for row in asked.draft.rows("about.versions", Version) if row.date.strip()]
    row = next((each for each in rows if each.version.strip() == version), rows[-1] if rows else None)
    named = f"Version {version}" if version and not version.lower().startswith("version") else version
    return ", ".join(part for part in (named, row.date.strip() if row else "") if part)


def footer(writing: Writing) -> str:
    """What stands at the foot of every page beside its number: the title, the version, and whether it is a draft."""
    version = writing.asked.draft.text("about.version").strip()
    parts = [compliance.title(writing), f"version {version}" if version else "", "" if writing.final else "draft"]
    return ", ".join(part for part in parts if part)
