"""What is left where an answer should be: words that hold its place, and lists, tables and forms nobody filled in.

Where it may be somebody's answer ("None", "n/a", "-", "XX Legion", "To do this we asked residents") it is one.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from sa_wizard.expressions import Rare, Shape
from sa_wizard.review.promises import LATER, PUT_OFF, WHAT, WHATS, promised

LONGEST = 20_000
"""Characters of a text that is looked at. At greater length nobody holds a place."""

_LONGEST_LINE = 200
"""Characters of a line that may be a placeholder; a longer one says something, unless it is Latin."""

_UNSEEN = Shape(
    "[\u00ad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0"
    "\ufffd\U000e0000-\U000e0fff]"
)
"""Characters that nobody sees: what a web page leaves behind when something is pasted from it."""
_CODE = Shape(
    r"</?(?:p|br|div|span|b|i|u|s|em|strong|small|sub|sup|font|a|h[1-6]|[uo]l|li|table|tbody|thead|t[rhd]|hr)"
    r"(?:\s[^<>]{0,200})?/?>|&nbsp;|<!--[^>]{0,500}-->",
    re.IGNORECASE,
)
_QUOTES = "*_~`\"'“”‘’ \t"

_HELD = "|".join(
    (
        r"to[ -]?do|tb[acdn]|fixme|tk|tktk|wip|n[/.] ?k|d[/.] ?k|place ?holder|asdf\w*|blah|x{2,}",
        rf"(?:(?:{WHAT}|more) )?to (?:follow|come|{LATER})",
        rf"awaiting (?:{WHAT}|update|confirmation|analysis|input)(?: from [\w ]{{1,40}})?",
        r"(?:place ?holder|dummy|filler|sample|your|body) text(?: (?:goes )?here)?|text (?:goes )?here",
        r"coming soon|under construction|work in progress",
    )
)
_INSTRUCTIONS = "|".join(
    (
        r"(?:please )?(?:click|tap)(?: or tap)? (?:here )?to (?:enter|add|insert|choose|type|select)\b.*",
        r"(?:choose|select) an? (?:item|option|date)",
        rf"(?:insert|enter|type) (?:the |your |an? )?{WHAT}(?: of [\w ]{{1,40}}| below)?",
    )
)
_WRITE_HERE = (
    r"(?:please )?(?:insert|enter|type|write|paste) (?:[\w'’,/ -]{1,80} )?here"
    rf"|(?:please )?(?:add|put|give|provide) (?:your |some |more |the )?{WHAT} here"
)
_ASKED = (
    r"(?:insert|add|enter|type|write|put|give|provide|complete|describe|summari[sz]e|explain|state|list|fill|select"
    r"|choose|click|delete|replace|update|include|paste|quote|check|confirm|ask|your)\b.*"
    r"|who|what|why|where|when|how"
    rf"|(?:the )?(?:{WHAT}|organisation|partnership|area|place|period|month|year|author|amount|reason)"
    r"(?: names?| of [\w ]{1,40}| here)?"
)
"""What stands in brackets when a form asks for something."""

_BRACKETED = Shape(r"([\[(<{«])[\[(<{«\s]*([^\[\](){}<>«»]*)([\])>}»]*)[\s.,;:]*")
_IN_BRACKETS = Shape(rf"(?:{_ASKED})?\W*", re.IGNORECASE)
_FIELD = Shape(r"[a-z][\w '’/,&-]*|\W*", re.IGNORECASE)
_FIGURE = Rare(
    r"[£$€~+-]{0,2}x[x\s.,/:()–—-]*%?(?:\s?(?:k|m|bn|million|per cent|offences|incidents|crimes|people|residents|cases"
    r"|responses|reports))?[\s.)]*",
    "x",
    flags=re.IGNORECASE,
)
_DAY = r"(?:dd|m{2,4}|y{2,4}|hh|ss|xx|day|month|year|20(?:xx|yy|\dx))"
_MISHAPS = (
    r"#(?:ref!|n/a|div/0!|value!|name\?|num!|null!)|error! (?:reference source|bookmark) not (?:found|defined)\.?"
    r"|nan|null|undefined"
)
"""What a spreadsheet, Word or a script writes where it has nothing to say."""
_UNCHOSEN = r"yes ?/ ?no(?: ?/ ?[\w ]{1,20})?|y ?/ ?n|high ?/ ?medium ?/ ?low|low ?/ ?medium ?/ ?high|h ?/ ?m ?/ ?l"
_DOTS = Shape(r"[\s.…?_•▪●◦·☐□]+|[\[({<][\s_.…?]*[\])}>]|[-–—=_*~]{3,}")
_END = r"[.:!\s]*"
_FORMS = Rare(
    rf"(?:{_DAY}\b[\s/.:–-]*){{2,}}(?<=\w)|yyyy|20(?:xx|yy|\dx)|{_MISHAPS}|{_UNCHOSEN}",
    *("dd", "mm", "yy", "hh", "ss", "xx", "day", "month", "year", "20", "#", "not ", "nan", "null", "undefined", "/"),
    flags=re.IGNORECASE,
)
_FORMS_BEGIN = """
dd mm mmm mmmm yy yyy yyyy hh ss xx 20 day month year ref n div value name num null error nan undefined yes y high low h
"""
_HOLDERS = Rare(
    rf"(?:\W*\b(?:{_HELD})\b)+\W*",
    *("to do", "to-do", "todo", "fixme", "tk", "wip", "n/k", "n/ k", "n.k", "n. k", "d/k", "d/ k", "d.k", "d. k"),
    *("placeholder", "place holder", "asdf", "blah", "xx", *PUT_OFF, "awaiting", "text", "coming soon"),
    *("under construction", "work in progress"),
    flags=re.IGNORECASE,
)
_HOLDERS_BEGIN = f"""
to todo tba tbc tbd tbn fixme tk tktk wip n d place placeholder asdf blah xx more awaiting dummy filler sample your body
coming under work {WHATS}
"""
_TOLD_TO = Shape(rf"(?:{_INSTRUCTIONS}){_END}", re.IGNORECASE | re.DOTALL)
_TOLD_TO_BEGIN = "please click tap choose select insert enter type"
_TOLD_WHERE = Rare(rf"(?:{_WRITE_HERE}){_END}", " here", flags=re.IGNORECASE)
_TOLD_WHERE_BEGIN = "please insert enter type write paste add put give provide"
_NOTE = Rare(
    r"to-?do\s*:.*|(?:tb[acd]|fixme|note to self|drafting note)(?:\s*:|\s+[-–—]\s).*"
    r"|(?-i:(?:TODO|FIXME)\b.*|DN:.*)",
    *("todo", "to-do", "tba", "tbc", "tbd", "fixme", "note to self", "drafting note", "dn:"),
    flags=re.IGNORECASE | re.DOTALL,
)
_NOTE_BEGIN = "to todo tba tbc tbd fixme note drafting dn"


PLACEHOLDERS: tuple[tuple[Shape, str], ...] = (
    (_FORMS, _FORMS_BEGIN),
    (_HOLDERS, _HOLDERS_BEGIN),
    (_TOLD_TO, _TOLD_TO_BEGIN),
    (_TOLD_WHERE, _TOLD_WHERE_BEGIN),
    (_NOTE, _NOTE_BEGIN),
)
"""What holds a place in words, with the words one of which it begins with: most texts begin otherwise."""


def _by_first_word() -> dict[str, list[Shape]]:
    found: dict[str, list[Shape]] = {}
    for shape, begin in PLACEHOLDERS:
        for word in begin.split():
            found.setdefault(word, []).append(shape)
    return found


_BY_FIRST_WORD = _by_first_word()
_FIRST = Shape(r"xx|asdf|20(?=xx|yy|\dx)|[^\W_]+", re.IGNORECASE)
_LONE_MARK = Shape(r"[•▪●◦·*+☐□]|\[ ?\]|\(?1[.)]")
_MARK = Shape(r"(?:[-–—*+•▪●◦·>]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]|\[ ?\]|☐|□)(?:\s+|$)", re.IGNORECASE)
_LONGEST_MARK = 6
"""Characters of a mark at the most: ``(viii)``."""
_HEADING = Shape(r"#{1,6}(?:\s.*)?")
_LABEL = Shape(r"[^:|]{1,60}:[*_]{0,2}(?:\s+|$)")
_SEPARATOR = Shape(r":?-+:?")
_LATIN_WORDS = """
lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor incididunt ut labore et dolore magna
aliqua enim ad minim veniam quis nostrud exercitation ullamco laboris nisi aliquip ex ea commodo consequat duis aute
irure in reprehenderit voluptate velit esse cillum eu fugiat nulla pariatur excepteur sint occaecat cupidatat non
proident sunt culpa qui officia deserunt mollit anim id est laborum
"""
_LATIN = frozenset(_LATIN_WORDS.split())
_ENGLISH_TOO = frozenset(["sit", "sed", "do", "ut", "et", "ad", "ex", "in", "non", "id", "est"])


@lru_cache(maxsize=16_384)
def held(text: str) -> bool:
    """Whether a text only holds the place of an answer: nothing to be seen, a placeholder, or a form left empty."""
    if len(text) > LONGEST:
        return not text.strip()
    seen = _seen(text)
    if not seen:
        return True
    if "\n" not in seen:
        return _line_alone(seen)
    return _lines([line for line in map(str.strip, seen.split("\n")) if line]) or _note(seen)


def _note(paragraph: str) -> bool:
    """A note to oneself that runs on over a line; what stands below an empty line is no longer part of it."""
    return len(paragraph) <= _LONGEST_LINE and "\n\n" not in paragraph and _is_phrase(paragraph.strip(_QUOTES))


def _seen(text: str) -> str:
    if not text.isascii():
        text = _UNSEEN.sub("", text)
    if "<" in text or "&" in text:
        text = _CODE.sub(" ", text)
    return text.strip()


def _line_alone(line: str) -> bool:
    """A text of one line. ``-`` and ``# of offences`` may be answers here; in a longer text they are form."""
    if line in ("-", "–", "—"):
        return False
    if line.startswith("#") and not line.startswith("##"):
        return _placeholder(line)
    if len(line) <= _LONGEST_MARK and _MARK.fullmatch(line):
        return bool(_LONE_MARK.fullmatch(line))
    return _unfilled([line]) if line.startswith("|") else _form(line)


def _lines(lines: Sequence[str]) -> bool:
    """Whether none of these lines says anything. Looking stops at the first that does."""
    table: list[str] = []
    for line in lines:
        if line.startswith("|"):
            table.append(line)
            continue
        if (table and not _unfilled(table)) or not _form(line):
            return False
        table = []
    return not table or _unfilled(table)


def _form(line: str) -> bool:
    """A line that is a heading, a mark without text, a label without an answer, or a placeholder behind either."""
    if len(line) > _LONGEST_LINE:
        return _latin(line)
    if _HEADING.fullmatch(line) or _placeholder(line):
        return True
    mark = _MARK.match(line)
    if mark:
        line = line[mark.end() :]
        if _placeholder(line):
            return True
    line = line.strip(_QUOTES)
    label = _LABEL.match(line) if ":" in line else None
    if label:
        line = line[label.end() :]
        if _placeholder(line):
            return True
        line = line.strip(_QUOTES)
    return promised(line)


def _placeholder(line: str) -> bool:
    """A few words that hold a place, or none at all."""
    bare = " ".join(line.strip(_QUOTES).split())
    if not bare or _is_phrase(bare):
        return True
    first = bare[0]
    return (first in "xX£$€~+-" and _blank_figure(bare)) or (first in "[(<{«" and _asks(bare)) or _latin(bare)


def first_word(text: str) -> str:
    """The word that a placeholder is looked for under, in small letters; empty when a text has none."""
    first = _FIRST.search(text)
    return first[0].lower() if first else ""


def _is_phrase(text: str) -> bool:
    """Whether a text is nothing but marks, or words that hold a place."""
    first = first_word(text)
    if not first:
        return _DOTS.fullmatch(text) is not None
    return any(phrase.fullmatch(text) for phrase in _BY_FIRST_WORD.get(first, ()))


def _blank_figure(line: str) -> bool:
    """``XX.X%``, ``£X``: a single X by itself may be a mark somebody made."""
    return _FIGURE.fullmatch(line) is not None and (
        line.casefold().count("x") > 1 or any(sign in line for sign in "£$€%")
    )


def _asks(line: str) -> bool:
    """``[name of ward]``, ``<add text here>``, ``«Partnership»``: brackets around the whole, and a request in them."""
    found = _BRACKETED.fullmatch(line)
    if not found:
        return False
    opening, inner, closing = found[1], found[2].strip(), found[3]
    if _is_phrase(inner) or _blank_figure(inner) or inner.casefold().startswith("insert"):
        return True
    if promised(inner, bracketed=bool(closing)):
        return True
    if not closing or opening == "(":
        return False
    if opening == "[":
        return bool(_IN_BRACKETS.fullmatch(inner))
    return bool(_FIELD.fullmatch(inner))


def _unfilled(table: Sequence[str]) -> bool:
    """Whether a table of Markdown has nothing below its header; cells without a header must hold nothing themselves."""
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in table]
    headed = len(rows) > 1 and all(_SEPARATOR.fullmatch(cell) for cell in rows[1])
    return all(map(_unfilled_row, rows[2:] if headed else rows))


def _unfilled_row(cells: Sequence[str]) -> bool:
    """Cells that are blank or hold a place; or one that names the row, before others that do nothing but hold one."""
    kept = [not (cell == "-" or _placeholder(cell) or promised(cell)) for cell in cells]
    named = kept[0] and not any(kept[1:]) and any(cells[1:]) and "-" not in cells
    return named or not any(kept)


def _latin(line: str) -> bool:
    """Words a printer fills a page with."""
    low = line[:2000].casefold()
    if not ("ipsum" in low or "dolor" in low or "veniam" in low or "velit" in low or "aute" in low or "sunt" in low):
        return False
    words = re.findall("[a-z]+", low)
    telling = sum(word in _LATIN and word not in _ENGLISH_TOO for word in words)
    return telling > 1 and sum(word in _LATIN for word in words) > len(words) * 0.8
