"""References that lead to one record: crime, custody, URN, PNC, UPN, prison and case numbers."""

from sa_wizard.expressions import Shape
from sa_wizard.review.privacy.clues import Clues
from sa_wizard.review.privacy.match import Spans, after, before
from sa_wizard.review.privacy.numbers import is_pupil_number

_TOKEN = Shape(
    r"[0-9](?<![0-9.,£$][0-9])(?=[0-9A-Za-z/*-]{3})[0-9A-Za-z]{0,16}(?:[/*-][0-9A-Za-z]{1,14}){0,4}(?![\w]|[.,][0-9])"
)
_JOINS = frozenset("/*-")
_LEAD = Shape(r"(?<![\w.,])[A-Za-z]{1,10}(?:[/*-][A-Za-z]{1,10})?[/*-]?\Z")
_ALONE = Shape(
    r"[0-9]{2}/[0-9]{4,7}/[0-9]{2}"  # a crime reference: force or station, number, year
    r"|(?:19|20)?[0-9]{2}/[0-9]{4,7}[A-HJ-NP-RT-Z]"  # the Police National Computer's number for a person
    r"|[0-9]{2}[A-Z]{2}[0-9]{5,7}(?:/?[0-9]{2})?"  # a prosecution's unique reference
    r"|[0-9]{7}/[0-9]{2}"  # a London crime reference
    r"|[0-9]{4,6}/[0-9]{2}[A-HJ-NP-RT-Z]"  # a criminal record
)
_PRISON = Shape(r"[A-Z][0-9]{4}[A-Z]{2}")
_PUPIL = Shape(r"[A-Z][0-9]{11}[0-9A-Z]")
_CUSTODY = Shape(r"[A-Z]{2,5}/[0-9]{3,7}/[0-9]{2,4}")
_LABEL = Shape(
    r"(?i)\b(?:(?:crime|incident|custody|case|log|occurrence|police|offences?|court|arrest|prison(?:er)?|offender"
    r"|investigation|niche|athena|storm|marac|mappa|hospital|youth justice|yj|safeguarding|client|patient|pupil"
    r"|tenan(?:cy|t)|probation|social care|child|intelligence|nominal|victim|suspect|complaint|referral|fixed penalty)"
    r"(?: (?:crime|case|report|record|log|file))?(?:'s)?[ (]{0,2}(?:unique )?"
    r"(?:references?|ref\b\.?|number|no\b\.?|num\b|id\b|#|record)(?: (?:number|no\b\.?|id\b))?"
    r"|(?:unique reference number|crime reference|PNC|PNCID|CRO|URN|UPN|CRN|NOMIS|NOMS|DELIUS|CAD|CRIS|ULN|FWIN|nominal"
    r"|CrimeInt|MARAC)(?: (?:id\b|number|no\b\.?|ref(?:erence)?\b\.?)){0,2}"
    r"|(?:storm|niche|athena|cris) (?:log|record|report|investigation)|occurrence)"
    r"(?: (?:is|was))?[ \u00a0:,.#(=-]{0,4}\Z"
)
_LABEL_WORDS = """
    reference references ref number no num id record log report investigation is was pncid pnc cro urn upn crn nomis
    noms delius cad cris uln nominal crimeint marac fwin occurrence
"""
_LABEL_ENDS = frozenset(_LABEL_WORDS.split())
"""The last word before a number that a label gives its meaning to: looked up before anything slower is tried."""
_OCCURRENCE = 8
"""Figures of a number that needs no other word than 'occurrence' before it."""
_SCHOOL = Shape(r"(?i)\b(?:school|academy|college|primary|nursery|ofsted)\b")
_LOG = Shape(r"[0-9](?<![\w.,][0-9])[0-9]{0,4} of (?:the )?[0-9]{1,2}(?:(?:st|nd|rd|th)? [A-Z][a-z]{2}|[/.][0-9])")
_LOGGED = Shape(r"(?i)\b(?:log|CAD|FWIN|incident|crime|serial)(?: (?:log|number|no\.?|ref(?:erence)?))? \Z")
_PERIOD = Shape(r"(?:19|20)[0-9]{2}(?:[/-](?:[0-9]{2}|(?:19|20)[0-9]{2}))?(?:[/-][0-9]{1,2})?")
_DATE = Shape(r"[0-9]{1,2}[/-][0-9]{1,2}[/-](?:[0-9]{4}|[0-9]{2})")


def references(clues: Clues) -> Spans:
    """References of a shape nothing else has, and numbers called a reference by the words before them."""
    text = clues.text
    for start, end in clues.leading:
        logged = _logged(text, start) if text.startswith(" of ", end) else None
        if logged:
            yield logged
    for start, first in clues.odd:
        if text[start - 1 : start] in _JOINS and text[start - 2 : start - 1].isdigit():
            continue  # the middle of one that was looked at from its start
        if text.startswith(" of ", first):
            logged = _logged(text, start)
            if logged:
                yield logged
                continue
        candidate = _TOKEN.match(text, start)
        if not candidate or _PERIOD.fullmatch(candidate.group()) or _DATE.fullmatch(candidate.group()):
            continue
        end = candidate.end()
        lead = _LEAD.search(before(text, start, 22)) if start and not text[start - 1].isspace() else None
        if lead:
            start -= len(lead.group())  # noqa: PLW2901 - the letters before the first figure belong to it
        if _stands_alone(text, start, end) or _called(text, start, candidate.group()):
            yield start, end


def _logged(text: str, start: int) -> tuple[int, int] | None:
    """A log that is told by its number and its day, as '873 of 3 May'."""
    logged = _LOG.match(text, start)
    label = _LOGGED.search(before(text, start, 30)) if logged else None
    return (start - len(label.group()), logged.end()) if logged and label else None


def _stands_alone(text: str, start: int, end: int) -> bool:
    if end - start < 7:
        return False
    token = text[start:end]
    if _PUPIL.fullmatch(token):
        return "UPN" in before(text, start, 24) + after(text, end, 12) or is_pupil_number(token)
    return bool(_ALONE.fullmatch(token) or _PRISON.fullmatch(token) or _CUSTODY.fullmatch(token))


def _called(text: str, start: int, digits: str) -> bool:
    """Whether at least four digits (three beside letters) stand where a label says a reference is."""
    number = sum(map(str.isdigit, digits))
    if number < 4:
        return False
    last = before(text, start, 20).rstrip(" \u00a0:,.#(=-").rpartition(" ")[2]
    if last.lower().strip("(“‘'\"#") not in _LABEL_ENDS and text[start - 1 : start] != "#":
        return False
    label = _LABEL.search(before(text, start))
    if not label:
        return False
    if label.group().lower().rstrip(" \u00a0:,.#(=-") == "occurrence" and number < _OCCURRENCE:
        return False
    school = label.group().upper().startswith(("URN", "UNIQUE")) and len(digits) == 6
    return not (school and _SCHOOL.search(before(text, start, 100)))
