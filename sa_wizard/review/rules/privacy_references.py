"""References that lead to one record: crime, custody, URN, PNC, UPN, prison and case numbers."""

from sa_wizard.review.rules.privacy_match import Shape, Spans, after, before
from sa_wizard.review.rules.privacy_numbers import is_pupil_number

_TOKEN = Shape(
    r"[0-9](?<![0-9.,£$][0-9])(?=[0-9A-Za-z/*-]{3})[0-9A-Za-z]{0,16}(?:[/*-][0-9A-Za-z]{1,14}){0,4}(?![\w]|[.,][0-9])"
)
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
    r"|investigation|niche|storm|marac|safeguarding|client|patient|pupil|tenan(?:cy|t)|probation|social care|child"
    r"|intelligence|nominal|victim|suspect|complaint|referral|fixed penalty)(?: (?:crime|case|report|record|log|file))?"
    r"(?:'s)? ?(?:unique )?(?:references?|ref\b\.?|number|no\b\.?|num\b|id\b|#|record)(?: (?:number|no\b\.?|id\b))?"
    r"|(?:unique reference number|crime reference|PNC|PNCID|CRO|URN|UPN|CRN|NOMIS|NOMS|DELIUS|CAD|CRIS|ULN|nominal"
    r"|CrimeInt|MARAC)(?: (?:id\b|number|no\b\.?|ref(?:erence)?\b\.?)){0,2})(?: (?:is|was))?[ \u00a0:.#(=-]{0,4}\Z"
)
_SCHOOL = Shape(r"(?i)\b(?:school|academy|college|primary|nursery|ofsted)\b")
_LOG = Shape(r"[0-9](?<![\w.,][0-9])[0-9]{0,4} of (?:the )?[0-9]{1,2}(?:(?:st|nd|rd|th)? [A-Z][a-z]{2}|[/.][0-9])")
_LOGGED = Shape(r"(?i)\b(?:log|CAD|incident|crime|serial)(?: (?:log|number|no\.?|ref(?:erence)?))? \Z")
_PERIOD = Shape(r"(?:19|20)[0-9]{2}(?:[/-](?:[0-9]{2}|(?:19|20)[0-9]{2}))?(?:[/-][0-9]{1,2})?")
_DATE = Shape(r"[0-9]{1,2}[/-][0-9]{1,2}[/-](?:[0-9]{4}|[0-9]{2})")


def references(text: str) -> Spans:
    """References of a shape nothing else has, and numbers called a reference by the words before them."""
    for candidate in _TOKEN.finditer(text):
        start, end = candidate.span()
        if _PERIOD.fullmatch(candidate.group()):
            continue
        lead = _LEAD.search(before(text, start, 22))
        if lead:
            start -= len(lead.group())
        if _stands_alone(text[start:end], before(text, start, 24) + after(text, end, 12)) or _called(
            text, start, candidate.group()
        ):
            yield start, end
    for logged in _LOG.finditer(text) if " of " in text else ():
        label = _LOGGED.search(before(text, logged.start(), 30))
        if label:
            yield logged.start() - len(label.group()), logged.end()


def _stands_alone(token: str, beside: str) -> bool:
    if len(token) < 7:
        return False
    if _PUPIL.fullmatch(token):
        return "UPN" in beside or is_pupil_number(token)
    return bool(_ALONE.fullmatch(token) or _PRISON.fullmatch(token) or _CUSTODY.fullmatch(token))


def _called(text: str, start: int, digits: str) -> bool:
    """Whether at least four digits (three beside letters) stand where a label says a reference is."""
    number = sum(map(str.isdigit, digits))
    if number < 4 or _DATE.fullmatch(digits):
        return False
    label = _LABEL.search(before(text, start))
    if not label:
        return False
    school = label.group().upper().startswith(("URN", "UNIQUE")) and len(digits) == 6
    return not (school and _SCHOOL.search(before(text, start, 100)))
