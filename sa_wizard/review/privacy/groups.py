"""Names of gangs, of organised groups and of drug lines, and what a person is called on the street."""

from sa_wizard.expressions import Shape
from sa_wizard.review.privacy.clues import Clues
from sa_wizard.review.privacy.match import Spans, before, has_quote

_BANDS = frozenset({"Boys", "Crew", "Mob", "Gunners", "Mandem", "Posse", "Youngers", "Soldiers", "Gang", "OCG", "Ocg"})
_BAND_STARTS = frozenset(band[0] for band in _BANDS)
_NOT_NAMES = frozenset(
    {"The", "An", "A", "Old", "Lost", "Fire", "Film", "Dance", "Street", "County", "Force", "Regional", "Each", "Every"}
    | {"Local", "Main", "One", "Any", "No", "Known", "Mapped", "Police", "Drug", "Drugs", "Priority", "Organised"}
    | {"Ambulance", "Youth", "Primary", "Secondary", "Independent", "High", "Grammar", "Flash", "Our", "This", "That"}
    | {"Most", "Some", "Children", "For", "In", "Of", "And", "Urban", "Violent", "Serious", "Ground", "Cabin", "Air"}
)
_BAND = Shape(
    r"[A-Z][a-zA-Z]{2,8}(?!['’\w-]| (?:and Girls|Club|School|Brigade|Academy|Choir|Home)\b"
    r"| [A-Z][a-z]{1,15} (?:School|Club))"
)
_CALLED = Shape(
    r"(?:s|es)?(?: (?:that|which|who))?(?: (?:is|was|are|were))?"
    r" (?:calls? (?:itself|themselves)|calling (?:itself|themselves)|called|known (?:locally )?as|named|nicknamed)"
    r" (?:the )?[\"“'‘]?(?:[A-Z][\w'’-]{1,20}|[A-Z0-9]{2,6})(?: [A-Z][\w'’-]{0,20}){0,3}"
)
_NAMED_BEFORE = Shape(r"\b(?:[Tt]he|rival|between|and|of|by|from) ((?:(?:[A-Z][\w'’-]{1,20}|[A-Z0-9]{2,6}) ){1,3})\Z")
_ABOUT_GANGS = Shape(
    r"s? (?:injunctions?|matrix|units?|teams?|strategy|prevention|interventions?|reviews?|awareness|projects?"
    r"|programmes?|exit|call-ins?|violence|crime|nominals|workers?|culture)"
)
_QUOTED = Shape(r"[\"“'‘](?<!\w['’])[A-Z]\w{1,15}[\"”'’]")
_LINE = Shape(r" (?:(?:county|deals?|drugs?|phone|graft) )?lines?\b")
_HELPLINES = frozenset({"Fearless", "Childline", "Crimestoppers", "Samaritans", "Silverline"})
_THEN_HELPLINE = Shape(r" (?:from|of|run by|by) (?:the )?(?:Crimestoppers|NSPCC|Samaritans|police|council|charity)\b")
"""A line that people ring for help, and no drug line."""
_ALIAS_NOT = Shape(r" (?:Park|Estate|Road|Street|Lane|Steps|Hill|field|campaign|scheme)")
_ALIASED = Shape(
    r"(?i)\b(?:known (?:locally |to police |on the street |to officers )?as|(?:nickname|street name|moniker|alias)"
    r"(?: (?:of|is|was))?:?|(?:goes|going|went) by(?: the name)?(?: of)?) \Z"
)


def groups(clues: Clues) -> Spans:
    """A gang, an organised crime group, a drug line or a nominal by the name it goes by."""
    text = clues.text
    last = -1
    for start, end in clues.capitals:
        band = _BAND.match(text, end) if text[end] in _BAND_STARTS else None
        if band and band.group() in _BANDS:
            longer = last == start and band.group() != "Crew"  # Canal Street Boys, but a Safer Street Crew mends gates
            if longer or text[start : end - 1] not in _NOT_NAMES:
                yield start, band.end()
        last = end
    for word in ("gang", "OCG"):
        if word in text:
            yield from _called(text, word)
    for quoted in _QUOTED.finditer(text) if has_quote(text) else ():
        line = _LINE.match(text, quoted.end())
        if line:
            helps = quoted.group()[1:-1] in _HELPLINES or _THEN_HELPLINE.match(text, line.end())
            if not helps:
                yield quoted.start(), line.end()
        elif _ALIASED.search(before(text, quoted.start(), 30)) and not _ALIAS_NOT.match(text, quoted.end()):
            yield quoted.span()


def _called(text: str, word: str) -> Spans:
    """A gang or group that is given its name: 'the E14 gang', 'a gang known as Dark Side'."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        named = _CALLED.match(text, end)
        lead = _NAMED_BEFORE.search(before(text, at, 50)) if word == "gang" else None
        if named:
            yield at, named.end()
        elif lead and not _ABOUT_GANGS.match(text, end) and lead.group(1).split()[-1] not in _NOT_NAMES:
            yield at - len(lead.group(1)), end
        at = text.find(word, end)
