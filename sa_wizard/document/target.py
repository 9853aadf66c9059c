"""The file a document is written to: the ending of its format, and what stands against it before anything is made."""

import os
from collections.abc import Mapping
from pathlib import Path

from sa_wizard.draft.store import SUFFIX
from sa_wizard.errors import CannotWrite, UsageProblem

ENDINGS: Mapping[str, tuple[str, ...]] = {
    "docx": (".docx",),
    "odt": (".odt",),
    "html": (".html", ".htm"),
    "pdf": (".pdf",),
    "md": (".md", ".markdown"),
}
"""Every format and the endings that stand for it; the first is the one given to a new file."""

STYLED = ("docx", "odt")
"""Formats that take their styles from a reference document."""


def beside(draft: Path, to: str) -> Path:
    """Where a document goes unless told otherwise: beside its draft, under the same name."""
    return draft.with_name(draft.name.removesuffix(SUFFIX).removesuffix(".json") + ENDINGS[to][0])


def format_of(target: Path) -> str:
    """The format that the ending of a file stands for; empty when it stands for none."""
    return next((to for to, endings in ENDINGS.items() if target.suffix.lower() in endings), "")


def styles_for(chosen: Mapping[str, str], partnership: str, to: str) -> Path | None:
    """The reference document chosen for a partnership, else that for every one (``*``), if it is one for the format."""
    said = chosen.get(partnership) or chosen.get("*") or ""
    path = Path(os.path.expanduser(said))  # noqa: PTH111 - Path.expanduser raises where there is no home
    return path if said and to in STYLED and path.suffix.lower() in ENDINGS[to] else None


def check_target(target: Path, to: str, draft: Path, reference: Path | None = None) -> None:
    """Raise UsageProblem or CannotWrite for a document that cannot go there; nothing is written to find out."""
    promised = format_of(target)
    if promised not in ("", to):  # no program would open it
        raise UsageProblem(
            f"{target.name} would hold {to} under the ending of {promised}.", "Choose the other format, or rename it."
        )
    if _same(target, draft):
        raise UsageProblem(f"{target} is the draft itself.", "Give the document another name. Nothing was written.")
    check_place(target)
    if reference is None:
        return
    if to not in STYLED:
        raise UsageProblem(f"A reference document gives its styles to docx and odt, not to {to}.", "Leave it out.")
    if not os.path.isfile(reference):  # noqa: PTH113 - Path.is_file raises for some names
        raise UsageProblem(f"There is no reference document {reference}.", "Check its name. Nothing was written.")
    if _same(reference, target):
        raise UsageProblem(f"{target} is the reference document itself.", "Give the document another name.")


def check_place(target: Path) -> None:
    """Raise CannotWrite unless there is a folder for a file and no folder of its name."""
    if os.path.isdir(target):  # noqa: PTH112 - Path.is_dir raises for some names
        raise CannotWrite(f"{target} is a folder.", "Give the name of a file in it.")
    if not os.path.isdir(target.parent):  # noqa: PTH112
        raise CannotWrite(f"There is no folder {target.parent}.", "Make it first, or choose another place.")


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except (OSError, ValueError):
        return os.path.realpath(one) == os.path.realpath(other)
