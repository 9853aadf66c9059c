"""What anybody could type or paste, and what any program could put in a draft file."""

from collections.abc import Iterable

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from sa_wizard.draft.values import Json
from sa_wizard.outline.records import RECORDS
from sa_wizard.outline.spec import Field

AWKWARD = (
    "",
    " ",
    "[/",
    "{{ x }}",
    "---",
    "<ward name>",
    "\x1b[31m",
    "\x00",
    "\ud800",
    "\r\n",
    "\u2028",
    "\ufeff",
    "TBC",
    "2024-13",
)

TERMINAL = (
    "\x1b[2J\x1b[1;31m",  # clear the screen, write in red
    "\x9b2J",  # the same with one character of eight bits
    "\x1b]0;title\x07",  # name the window
    "\x1b]8;;https://evil.example\x1b\\here\x1b]8;;\x1b\\",  # a link behind other words
    "\x1b]52;c;cm0gLXJmIH4=\x07",  # fill the clipboard
    "\x1bP+q544e\x1b\\",  # ask the terminal, which would type the answer
    "\x90q\x9c",
    "\x1b[6n",
    "\x0e\x0f\x05\x08\x08\x7f",
)
"""What a terminal obeys."""

DIRECTIONS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""What turns the rest of a line round."""

BREAKS = ("\n", "\r", "\r\n", "\n\r", "\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029")
"""Every way to end a line."""

INVISIBLE = (
    "\u200b",
    "\u200c",
    "\u200d",
    "\u200e",
    "\u200f",
    "\u061c",
    "\u2060",
    "\u00ad",
    "\ufeff",
    "\ufe0f",
    "\U000e0077",
)

CODE = (
    "{{ 7 * 7 }}{% for x in y %}{# c #}",
    "<script>alert(1)</script><img src=x onerror=y>",
    "</w:t></w:r><w:p/>&#27;&amp;",
    "```{=openxml}\n<w:p/>\n```",
    "\\input{/etc/passwd}\\write18{id}$x$",
    "---\ntitle: stolen\n---",
    "![x](file:///etc/passwd) ![y](https://evil.example/y.png)",
    "[x](file:///etc/passwd) <https://evil.example> [y](javascript:z)",
    "os.execute('id') --[[ ]]",
    '#import "/etc/passwd": *',
    "[red]x[/red] [@click=app.quit]x[/] [/] \\[",
    "../../x ~/x /etc/passwd C:\\x \\\\server\\share",
    "=cmd|' /C calc'!A0",
)
"""What some program or other would run, read or fetch."""


def _misread(codes: Iterable[str]) -> SearchStrategy[str]:
    """Text saved by one program as UTF-8 and read by another in an old code page, or the other way round."""
    said = st.text(st.characters(codec="utf-8"), max_size=20) | st.just("“Café” – it’s 5 €…")
    return st.builds(
        lambda text, code, there: (
            text.encode("utf-8").decode(code, "replace") if there else text.encode(code, "replace").decode("latin-1")
        ),
        said,
        st.sampled_from(tuple(codes)),
        st.booleans(),
    )


misread = _misread(("cp1252", "latin-1", "cp850", "cp437", "utf-16", "mac-roman"))
any_sign = st.characters() | st.integers(0, 0x10FFFF).map(chr) | st.sampled_from((*INVISIBLE, *DIRECTIONS))
"""Any character of any plane, halves included, with those that need care more often than chance would have them."""

hostile: SearchStrategy[str] = st.lists(
    st.sampled_from((*TERMINAL, *CODE, *BREAKS, *INVISIBLE, *DIRECTIONS)) | st.text(any_sign, max_size=8), max_size=8
).map("".join)
"""What somebody would write who wants harm."""

texts: SearchStrategy[str] = (
    st.sampled_from((*AWKWARD, *TERMINAL, *CODE)) | st.text(any_sign, max_size=60) | hostile | misread
)
"""Any text: control characters, lone surrogates and every line break included."""

json_values: SearchStrategy[Json] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**20), 10**20)
    | st.floats(allow_nan=False, allow_infinity=False)
    | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=6,
)
"""Any JSON value."""


def of_kind(kind: str, record: str = "", choices: tuple[str, ...] = (), depth: int = 2) -> SearchStrategy[Json]:
    """Any value of the right shape for a kind of field or column."""
    if kind == "choice":
        return st.sampled_from((*choices, "")) | texts
    if kind in ("list", "links"):
        return st.lists(st.sampled_from(("topic-1", "x")) | texts, max_size=3)
    if kind == "period":
        months = st.sampled_from(("2024-10", "2025-09", "2010-03", "0000-00", "9999-12", "")) | texts
        return st.fixed_dictionaries({"start": months, "end": months})
    if kind == "number":
        return st.none() | st.integers(-(10**18), 10**18) | st.floats(allow_nan=False, allow_infinity=False) | texts
    if kind == "records":
        return st.lists(rows(record, depth - 1), max_size=3)
    return texts


def rows(record: str, depth: int = 1) -> SearchStrategy[Json]:
    """Any row of a record type, with some of its columns, perhaps an id, perhaps keys nobody knows."""
    columns = {
        column.id: of_kind(column.kind, column.record, tuple(choice.value for choice in column.choices), depth)
        for column in RECORDS[record].columns()
        if column.kind != "records" or depth > 0
    }
    known = st.fixed_dictionaries({}, optional={"id": st.sampled_from(("topic-1", "x")) | texts, **columns})
    return st.builds(
        lambda row, odd: {**odd, **row},
        known,
        st.dictionaries(st.sampled_from(("x-new", "odd")), json_values, max_size=1),
    )


def of_field(field: Field) -> SearchStrategy[Json]:
    """Any value of the right shape for a field of an outline."""
    return of_kind(field.kind, field.record or "", tuple(choice.value for choice in field.choices))
