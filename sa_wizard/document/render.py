"""A draft as Markdown: values prepared in Python, laid out by the small templates in ``templates/documents``."""

import re
from functools import cache

from jinja2 import FileSystemLoader, StrictUndefined
from jinja2.sandbox import SandboxedEnvironment

from sa_wizard.document import compose
from sa_wizard.document.writing import Writing
from sa_wizard.draft.asked import Asked
from sa_wizard.draft.draft import Draft
from sa_wizard.errors import UsageProblem
from sa_wizard.outline.spec import Outline
from sa_wizard.review.final import is_final
from sa_wizard.review.findings import Review
from sa_wizard.review.judge import judge
from sa_wizard.settings import templates_dir

_BLANK_LINES = re.compile(r"\n{3,}")
_LOUD = frozenset({"Marking", "Draft Notice"})
"""Styles that plain Markdown shows in bold."""


def markdown(
    outline: Outline, draft: Draft, review: Review | None = None, *, styled: bool = False, marked: bool = True
) -> str:
    """The whole document as Markdown; never raises for a draft that opens.

    Plain by default, for people: the title is the first heading and sections stand one level below it. ``styled`` is
    for the export: sections are first-level headings with ids, paragraphs carry Word styles, and the title is left to
    the metadata. ``marked``: whether the protective marking stands at both ends of the text.
    """
    asked = Asked(outline, draft)
    document = compose.document(asked, review or judge(asked), top=1 if styled else 2, linked=styled)
    template = _environment(styled).get_template("document.md.j2")
    return _tidy(template.render(document=document, styled=styled, marked=marked))


def section(outline: Outline, draft: Draft, name: str) -> str:
    """One section as plain Markdown, for a preview. Raises UsageProblem when the section does not apply."""
    asked = Asked(outline, draft)
    found = next((each for each in asked.sections if each.id == name), None)
    if found is None:
        raise UsageProblem(f"The section {name!r} is not part of this document.")
    writing = Writing(asked, final=is_final(asked, judge(asked)), top=2)
    part = compose.part(writing, found, asked.numbers.get(name, 0))
    return _tidy(_environment(False).get_template("section.md.j2").render(part=part, styled=False))


@cache
def _environment(styled: bool) -> SandboxedEnvironment:
    """One environment for each of the two ways to write, so that templates are compiled once.

    ``autoescape`` is off because this is Markdown: every value was made safe for Markdown before it came here, and HTML
    escaping would put ``&amp;`` into a Word file.
    """
    environment = SandboxedEnvironment(
        loader=FileSystemLoader(templates_dir() / "documents"),
        undefined=StrictUndefined,
        autoescape=False,
        keep_trailing_newline=True,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.globals["in_style"] = _in_word_style if styled else _in_plain_style
    return environment


def _in_word_style(style: str, text: str) -> str:
    return f'::: {{custom-style="{style}"}}\n{text}\n:::'


def _in_plain_style(style: str, text: str) -> str:
    return f"**{text}**" if style in _LOUD else text


def _tidy(text: str) -> str:
    """One blank line between blocks, none at the beginning, one newline at the end."""
    return _BLANK_LINES.sub("\n\n", text).strip("\n") + "\n"
