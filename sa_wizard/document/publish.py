"""From a draft to a file for the board: rendered, given its properties and marking, and handed to the exporter."""

from collections.abc import Callable
from pathlib import Path

from sa_wizard.document import compose, front, render
from sa_wizard.document.expected import contract
from sa_wizard.document.export import ExportResult, Report, export
from sa_wizard.document.writing import Writing
from sa_wizard.draft.asked import Asked
from sa_wizard.draft.draft import Draft
from sa_wizard.outline.spec import Outline
from sa_wizard.review.final import is_final
from sa_wizard.review.judge import judge

_MARKED_BY_HEADER = ("docx", "pdf")
"""Formats whose pages carry the marking in their header and footer; the others print it at both ends of the text."""


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
    styled = to != "md"
    document = compose.document(asked, review, top=1 if styled else 2, linked=styled)
    return export(
        render.written(document, styled=styled, marked=to not in _MARKED_BY_HEADER),
        target,
        to,
        title=front.title(writing),
        metadata=front.metadata(writing, review),
        reference=reference,
        marking=front.marking(writing),
        footer=front.footer(writing),
        report=report,
        cancelled=cancelled,
        promised=lambda: contract(writing, document),
    )
