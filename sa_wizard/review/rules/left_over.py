"""Placeholders for words or figures, left in and forgotten: every one of them would be printed."""

import re
from collections.abc import Iterator

from sa_wizard.draft.paths import head, resolve
from sa_wizard.expressions import Shape
from sa_wizard.review.answers import own_words
from sa_wizard.review.evidence import Evidence
from sa_wizard.review.findings import Finding
from sa_wizard.review.rules import pending, prose
from sa_wizard.review.rules.rule import Rule
from sa_wizard.review.rules.texts import Written
from sa_wizard.review.scaffolds import held

UNFILLED = Rule(
    "unfilled",
    "warning",
    "An answer that is only a placeholder, where none is needed",
    "The document prints it as it stands.",
    "Write the answer, or empty it.",
    "Real assessments sent out with parts of their template in them",
)
"""Told only where nothing else is found: what stands in place of a needed answer is missed as that already."""
LEFT = Rule(
    "left-over",
    "warning",
    "A placeholder left in the text",
    "The document prints what stands there, and one 'XX%' in front of a board puts every other figure in doubt.",
    "Write it, or take it out.",
    "Real assessments sent out with parts of their template in them",
)
RULES: tuple[Rule, ...] = (UNFILLED, LEFT)

_LONGEST = 60
_UNIT = (
    r"(?: ?%| per ?cent\b| (?:offences|incidents|crimes|people|residents|households|cases|calls|reports|responses"
    r"|victims|years?|months?)\b)"
)
_LATER = r"(?:tbc|tba|tbd|to be (?:confirmed|completed|added|advised|supplied|provided|inserted|written|updated))"
_NOUN = (
    r"(?:names?|wards?|places?|town|village|street|road|location|county|council|force|school|months?|years?|dates?|days?"
    r"|period|quarter|numbers?|figures?|totals?|counts?|amounts?|per ?cent|percentages?|rates?|shares?|organi[sz]ation"
    r"|partners?|agency|title|role|post|chair|lead|officer|author|contact|email|telephone|source|link|text|details?"
    r"|data|reasons?|answer|value|charts?|tables?|maps?|images?|photos?|logo|priority|offence|problem|service|version)"
)
"""What a template asks for in brackets. The partnership and its area are the names family's."""
_NAMES = r"(?:partnership|area|borough|district|csp)"
_COUNCILS = "PARTNERSHIP|AREA|BOROUGH|DISTRICT|COUNTY|TOWN|COUNCIL|CSP|FORCE"
_HELD = Shape(
    "|".join(
        (
            r"[\[<{«](?:insert|add|enter|type|tbc|tba|tbd|to be|xx+|\?\?)[^\[\]<>{}«»\n]{0,80}[\]>}»]",
            rf"\[(?:the |your )?{_NOUN}(?: {_NOUN}| here)?\](?!\()",
            rf"\[(?:the )?{_NOUN} of (?!(?:the |your )?{_NAMES}\])[\w’' -]{{1,40}}\](?!\()",
            r"\(insert [^()\n]{1,80}\)",
            rf"(?<![\w£])X{{2,4}}(?:[.,]X{{1,3}})?(?={_UNIT})|(?<![\w£.,/’'-])X(?= ?%)",
            r"£ ?(?:X{1,4}(?:[.,]X{1,3})?|tbc|tba|tbd)\b|£_{2,12}|(?<!\w)_{2,12}(?= ?%)",
            r"\bXX/XX/(?:XX|20)\w{0,2}\b|(?-i:\b(?:TODO|FIXME)\b)",
            r"(?<![\w?])\?{3,10}|(?<![\w?!.,’”\"'])\?\?(?=[\s%.,;:)|]|\Z)",
            rf"(?-i:(?<![\[<{{(«])\bNAME OF (?:THE |YOUR )?(?:{_COUNCILS})\b)(?! {{0,3}}[|:])",
            rf"(?<=: ){_LATER}(?=\.? {{0,9}}(?:\n|$))",
            rf"(?<=\| )(?:{_LATER}|xx+)(?= {{0,99}}\|)|(?<=\|)(?:{_LATER}|xx+)(?=\|)",
            r"#(?:REF!|DIV/0!|VALUE!|N/A\b)|Error! (?:Reference source|Bookmark) not \w{5,7}\.",
            r"Click (?:or tap )?here to enter (?:text|a date)\.?|Lorem ipsum",
        )
    ),
    re.IGNORECASE,
)
_ONE_WORD = Shape(r"\[\w{1,20}\]")
_QUOTED_BEFORE = 300
"""Characters in which a quotation may have been opened."""


def in_answer(seen: Evidence, answer: Written) -> Iterator[Finding]:
    """An answer that only holds a place, where none is needed; and the places held inside one that says something."""
    text = answer.text
    field = seen.asked.outline.find(head(answer.path))
    if not text.strip() or field is None:
        return
    own = field[1].kind != "list" and own_words(field[1]).hold(text)  # one line of a list may well be the outline's
    if own or answer.once(held):
        if not _missing(seen, answer.path):
            yield UNFILLED.found(answer.path, f"This is only a placeholder: {_quoted(text)}.", words=text)
        return
    for place in answer.once(placeholders):
        yield LEFT.found(answer.path, f"{_quoted(place)} is a placeholder, and no answer.", words=place)


def placeholders(text: str) -> tuple[str, ...]:
    """The places held in a text, each once, in order; of two that overlap, the one found first."""
    low = text.lower()
    later = "to be " in low or "tb" in low
    may_hold = _may_hold(text, low, later=later)
    if not (may_hold or later):
        return ()
    held_there = prose.matches(_HELD, text, 100) if may_hold else ()
    told = {found.span(): found[0].strip() for found in held_there if not _in_a_quotation(text, found)}
    for found in pending.put_off(text, low):
        if not any(found.start() < end and start < found.end() for start, end in told):
            told[found.span()] = found[0].strip()
    return tuple(dict.fromkeys(told[where] for where in sorted(told)))


def _may_hold(text: str, low: str, *, later: bool) -> bool:
    """Whether a text has a sign that some place is held. Most have none; single characters are found the fastest.

    ``later``: whether it may say that something is to come.
    """
    if "[" in text or "<" in text or "{" in text or "«" in text or "#" in text:
        return True
    return (
        ("xx" in low or "insert" in low or "todo" in low or "fixme" in low or "click" in low or "lorem" in low)
        or ("%" in low and ("x%" in low or "x %" in low))
        or ("£" in low and "£x" in low)
        or ("?" in low and "??" in low)
        or ("_" in low and "__" in low)
        or ("!" in low and "error!" in low)
        or (later and ("tbc" in low or "tba" in low or "tbd" in low or ": to be " in low))
        or (later and "|" in low and ("| to be " in low or "|to be " in low))
        or "NAME OF" in text
    )


def _in_a_quotation(text: str, found: re.Match[str]) -> bool:
    """Whether a bracketed word stands in somebody's words, where it hides what they said: “[name] was there”."""
    if not _ONE_WORD.fullmatch(found[0]):
        return False
    before = text[max(0, found.start() - _QUOTED_BEFORE) : found.start()].rpartition("\n")[2]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _missing(seen: Evidence, path: str) -> bool:
    """Whether an answer is needed there, so that the want of it is found already."""
    target = resolve(seen.asked.outline, path)
    if target.column is not None:
        return target.column.required
    return target.field.required and not seen.answered(path)


def _quoted(text: str) -> str:
    shown = " ".join(text.split())
    return f"“{shown if len(shown) <= _LONGEST else f'{shown[: _LONGEST - 1].rstrip()}…'}”"
