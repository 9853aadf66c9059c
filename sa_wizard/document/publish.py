"""From a draft to a file for the board: rendered, given its properties and marking, and handed to the exporter."""

import dataclasses
import os
from collections.abc import Callable
from pathlib import Path

from sa_wizard.document import exports, extracts, front, house, render
from sa_wizard.document.expected import contract
from sa_wizard.document.export import ExportResult, export
from sa_wizard.document.job import Report
from sa_wizard.document.logo import looked_at
from sa_wizard.document.writing import Writing
from sa_wizard.draft.asked import Asked
from sa_wizard.draft.draft import Draft
from sa_wizard.outline.spec import Outline
from sa_wizard.review.final import is_final
from sa_wizard.review.judge import judge

_MARKED_BY_HEADER = ("docx", "pdf", "odt")
"""Formats whose pages carry the marking in their header and footer; the others print it at both ends of the text, and
so does an OpenDocument file in somebody's own styles, whose headers are theirs."""


def publish(  # noqa: PLR0913 - what, where, how, and three things a screen needs
    outline: Outline,
    draft: Draft,
    target: Path,
    to: str,
    *,
    reference: Path | None = None,
    report: Report | None = None,
    cancelled: Callable[[], bool] | None = None,
    replace: bool = False,
    part: str = extracts.WHOLE,
) -> ExportResult:
    """Write the document of a draft to ``target``; ``to`` is docx, odt, html, pdf or md, and md needs no Pandoc.

    The style of its house is used where one was set; ``reference`` goes before that. ``replace``: write over a document
    that was changed since it was exported; otherwise EditedSince is raised. ``part``: less than the
    whole, see ``extracts``. Raises what ``export`` raises; an earlier
    file is replaced only by a whole one.
    """
    if not replace:
        exports.check(target)
    asked = Asked(outline, draft)
    review = judge(asked)
    writing = Writing(asked, final=is_final(asked, review))
    styled = to != "md"
    document = extracts.document(asked, review, part, top=1 if styled else 2, linked=styled)
    title = ": ".join(words for words in (front.title(writing), extracts.called(asked, part)) if words)
    style = house.of(draft.text("about.partnership"))
    reference, notes = (reference, ()) if reference else _own_styles(style, to)
    made = export(
        render.written(
            document, styled=styled, marked=to not in _MARKED_BY_HEADER or (to == "odt" and bool(reference))
        ),
        target,
        to,
        title=title,
        metadata=front.metadata(writing, review),
        reference=reference,
        marking=front.marking(writing),
        footer=front.footer(writing),
        report=report,
        cancelled=cancelled,
        promised=lambda: contract(writing, document),
        epoch=front.epoch(asked),
        logo=looked_at(Path(style.logo), style.logo_alt) if style.logo and to != "md" else None,
    )
    exports.remember(target)
    return dataclasses.replace(made, notes=(*notes, *made.notes))


def _own_styles(style: house.House, to: str) -> tuple[Path | None, tuple[str, ...]]:
    """The reference document of the house, if it is of the format's kind and is there; else what is said of it."""
    path = Path(style.reference_doc)
    if not style.reference_doc or path.suffix.lower() != f".{to}":
        return None, ()
    if not os.path.isfile(path):  # noqa: PTH113 - Path.is_file raises for some names
        return None, (
            f"{path}: the reference document of this partnership is not there; the styles supplied were used.",
        )
    return path, ()
