"""What Pandoc is told: the files it reads, the styles it borrows, and the filters that print every word as it is."""

import base64
import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from sa_wizard import folders
from sa_wizard.document.job import Job
from sa_wizard.document.logo import Logo
from sa_wizard.document.prose import READER
from sa_wizard.document.reference import dressed, dressed_odt, tamed
from sa_wizard.draft.text import clean_line

_WRITERS = {"docx": "docx", "odt": "odt", "html": "html5", "pdf": "typst"}
_PDF_METADATA = {"title", "subtitle", "period", "author", "date"}
"""What page.typ prints, in brackets; the marking and the footer are added to it."""

_HERE = Path(__file__).parent
_SUSPECT = re.compile(r"(?<!\\)(?:\\\\)*(?:<[A-Za-z/!?]|!\[)")
"""All that could be raw HTML or a picture. Documents made by ``render`` hold neither, and are spared the walk through
every word of them that turning it into text takes."""


def arguments(job: Job, folder: Path, temporary: Path) -> Sequence[str]:
    """Write what Pandoc reads into ``folder`` and say so.

    ``--data-dir`` so that nobody's own Pandoc templates change a statutory document. Not ``--sandbox``: it would date
    every file 1970 and, later, drop our own charts; ``literal.lua`` lets no picture through that a person could name.
    """
    (folder / "document.md").write_bytes(job.markdown.encode("utf-8", "replace"))
    known: dict[str, object] = dict(_metadata(job.metadata))
    if job.to == "pdf":
        known = {name: value for name, value in known.items() if name in _PDF_METADATA}
        known |= _metadata({"marking": job.marking, "footer": job.footer})
    if job.logo:
        known |= _placed(job.logo, folder, job.to)
    (folder / "metadata.json").write_text(json.dumps(known), encoding="utf-8")
    output = folder / "document.typ" if job.to == "pdf" else temporary
    told = [
        "document.md",
        "--standalone",
        f"--data-dir={folder}",
        f"--from={READER}",
        f"--to={_WRITERS[job.to]}",
        *([f"--lua-filter={_HERE / 'literal.lua'}"] if _SUSPECT.search(job.markdown) else []),
        f"--lua-filter={_HERE / 'pandoc.lua'}",
        f"--output={output}",
    ]
    if job.to == "html":
        style = (_HERE / "page.css").read_text(encoding="utf-8")
        told += [f"--variable=header-includes:<style>\n{style}</style>", "--variable=document-css:false"]
    if job.to == "pdf":
        told += [f"--template={_HERE / 'page.typ'}", "--wrap=none"]
    if job.to == "docx":
        styles = job.reference or folders.templates_dir() / "word" / "reference.docx"
        told.append(f"--reference-doc={dressed(styles, job.marking, job.footer, folder / 'reference.docx')}")
    if job.to == "odt":
        own, into = job.reference, folder / "reference.odt"
        told.append(f"--reference-doc={tamed(own, into) if own else dressed_odt(job.marking, job.footer, into)}")
    return told


def _placed(logo: Logo, folder: Path, to: str) -> dict[str, object]:
    """The logo beside what Pandoc reads, or in the page itself; what pandoc.lua is told of it."""
    name = f"logo{logo.ending}"
    (folder / name).write_bytes(logo.content)
    if to == "html":
        kind = "png" if logo.ending == ".png" else "jpeg"
        name = f"data:image/{kind};base64,{base64.b64encode(logo.content).decode()}"
    return {"sa-logo": {"src": name, "alt": logo.alt, "width": f"{logo.width}cm", "height": f"{logo.height}cm"}}


def _metadata(metadata: Mapping[str, str]) -> dict[str, str | list[str]]:
    """What pandoc.lua sets, one line each; keywords are a list to Word."""
    lines = {name: clean_line(value).strip() for name, value in metadata.items()}
    keywords = [each.strip() for each in lines.pop("keywords", "").replace(";", ",").split(",") if each.strip()]
    return {name: line for name, line in lines.items() if line} | ({"keywords": keywords} if keywords else {})
