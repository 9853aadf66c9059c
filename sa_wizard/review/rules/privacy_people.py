"""People in prose: an exact age beside what happened to somebody, and names."""

import re

from sa_wizard.review.rules.privacy_forenames import FORENAMES
from sa_wizard.review.rules.privacy_match import Shape, Spans, after, before

_PERSON = (
    "(?:boy|girl|man|woman|male|female|youth|teenager|teen|pupil|student|victim|suspect|resident|pensioner|child|son"
    "|daughter|tenant|offender|perpetrator|defendant|driver|passenger|cyclist|pedestrian|person|youngster|adult|mother"
    "|father|husband|wife|brother|sister|neighbour|lad|gentleman|lady|individual|patient|survivor|juvenile|caller"
    "|complainant|nominal|witness|schoolboy|schoolgirl|widow|widower|carer|worker|shopkeeper|partner|grandmother"
    "|grandfather|boyfriend|girlfriend|baby|toddler)"
)
_OLD = Shape(r"years?[ -]old(?![\w])")
_DIGITS_BEFORE = Shape(r"(?<![\w.,-])(?:[1-9][0-9]?|1[01][0-9])[ -]\Z")
_WORD_AGE = Shape(
    r"(?i)\b(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
    r"|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?"
    r"|two|three|four|five|six|seven|eight|nine)[ -]\Z"
)
_ANYBODY = Shape(
    r"(?i)\b(?:any|every|each|typical|average|most|no|per|between|over|under|than|to|or|and|average of|like a|such as"
    r" a)(?: an?)? \Z"
)
_THEN_PERSON = Shape(rf"(?i)\s(?:[a-z-]{{2,15}} ){{0,2}}{_PERSON}\b")
_FEW_BEFORE = Shape(r"(?i)\b(?:two|three|four|both|[234]) (?:[\w-]{2,15} )?\Z")
_THEN_PEOPLE = Shape(r"(?i) (?:[a-z-]{2,15} )?(?:boys|girls|men|women|youths|pupils|students|teenagers|children)\b")
_THEN_VERB = Shape(
    r"(?:,? (?:was|were|is|who|whose|had|has|from|told|living|lived|reported|died|with|suffered|stabbed|attacked"
    r"|arrested|charged|and his|and her|being|received|remains|killed|raped|found|threatened|robbed)\b|[,.;)]|\Z)"
)
_SOMEBODY = Shape(
    rf"(?i)\b(?:he|she|who|{_PERSON}) (?:was|is)"
    r"(?: (?:only|just|then|now|aged|himself|herself))* \Z"
)
_ONE = Shape(
    rf"(?i)\b(?:(an?|the|one|this|that|his|her|their|another|second|third|first|single|each|every|any|per|no)\b(?:"
    rf" [\w-]{{2,15}}){{0,3}} )?{_PERSON}(?: of (?:one|two|three|four|five))?,? (?:is |was |then |now |\()?\Z"
)
_FEW = Shape(
    r"(?i)\b(?:two|three|four|both|[234]) (?:[\w-]{2,15} ){0,2}(?:boys|girls|men|women|males|females|youths|teenagers"
    r"|pupils|students|victims|suspects|brothers|sisters|children|teens|defendants|people),? \(?\Z"
)
_HAPPENED = Shape(
    r"(?i)\b(?:died|killed|murdered|stabbed|arrested|convicted|charged|raped|attacked|assaulted|shot|sentenced|jailed"
    r"|excluded|admitted|robbed|he|she),?(?: [\w-]{1,15}){0,4}(?: at the age of)?,? \Z"
)
_AGED = Shape(r"[Aa]ged? (?:of )?[1-9][0-9]?(?![\w+%]|[.,][0-9]|[-–/][0-9])")
_RANGE = Shape(
    r"(?i)(?: ?years?(?: of age| old)?)?(?: ?[-–+/]|,? (?:to|and (?:over|under|above|older|younger|up|below|[0-9])|or"
    r" (?:over|under|above|older|younger|more|less|below|[0-9])|plus|upwards|through|years and|years or|up)\b)"
)
_COMMA = Shape(r", (?:[1-9][0-9]?|1[01][0-9])(?:, |\)|\.(?!\w))|[(](?<= [(])(?:[1-9][0-9]?|1[01][0-9])[)]")
_HE_WAS = Shape(
    r"[Hh](?:(?<!\w[Hh])|(?<=\b[Ss][Hh]))e (?:was|is)(?: only| just| then| now)? [1-9][0-9]?(?=[,.;)]| when\b| at the"
    r" time\b| and\b)"
)

_TITLE = Shape(
    r"(?:Mrs?|Ms|Miss|Mx|Dr|Cllr|Councillor|PC|DC|DS|DI|DCI|PCSO|Sgt|Sergeant|Insp|Inspector|Supt|Superintendent|Sir"
    r"|Dame|Lord|Lady|Rev|Revd|Reverend|Prof|Professor|Judge|Imam)\.? (?:[A-Z]\.? ?){0,3}"
    r"(?:[A-Z][\w'’-]{1,20} ){0,2}(?:Mc|Mac|O'|O’|ap |ab )?[A-Z][a-z][\w'’-]{0,20}"
)
_TITLE_NOT = Shape(
    r"(?:(?:Lord|Lady|Father|Sister|Judge|Inspector|Dr) )(?:Lieutenant|Mayor|Chancellor|Christmas|Chief|Justice|Martin"
    r" Luther)"
)
_PAIR = Shape(
    r"[A-Z](?<![\w'’.-][A-Z])[a-z]{1,14}(?:-[A-Z][a-z]{1,12})? (?:[A-Z]\.? |ap |ab )?(?:Mc|Mac|O'|O’|de |van"
    r" )?[A-Z][a-z]{1,20}(?:-[A-Z][a-z]{1,20})?"
)
_PLACE_WORDS = """
    Road Street Lane Avenue Close Drive Crescent Terrace Gardens Grove Way Court Place Walk Row Mews Rise Hill
    Square Green View Park Ward House School Academy College Primary Hospital Centre Center Hall Church Bridge
    Station Estate Surgery Trust Foundation Charity Inquiry Review Law Act Fund Theatre Library Clinic Arms Inn
    Hotel Lodge Cross Town Village Valley Point Wharf Quay Dock Market Arcade Stadium University Institute Day
    Project Report Tower Heights Building Buildings Barracks Memorial Cathedral Chapel Priory Abbey Farm Wood Field
    Fields Common Mill Works Society Association Service Services Council Police Partnership North South East West
    Central Infirmary Nursery Bank Line Club Cup Games Week Month Festival Fair Museum Gallery Wing Unit Suite Room
    Award Prize Scheme Programme Gate Head Ltd Limited Plc Gurdwara Mosque Temple Parish Division District County
    Borough Bay Beach Pier Island Isle Reservoir
"""
_PLACES = frozenset(_PLACE_WORDS.split())
_BEFORE_PLACE = Shape(
    r"(?:\bSt\.?|\bSaint|\bQueen|\bKing|\bPrince|\bPrincess|\bDuke of|\bThe|\bPort|\bMount|\bLake|\bRoyal) \Z"
)
_THEN_PLACE = Shape(r"(?:['’]s)?(?: (?:and|&))?(?: [A-Z][\w'’-]{1,20})? ([A-Z][a-z]{1,20})")


def ages(text: str) -> Spans:
    """An exact age of one person, or of two to four. Age bands, thresholds and groups are left alone."""
    if "year" in text:
        yield from _years_old(text)
    if "age" in text or "Age" in text:
        yield from _aged(text)
    for comma in _COMMA.finditer(text):
        one = _ONE.search(before(text, comma.start(), 48).rstrip() + " ")
        if one and (one.group(1) or "").lower() not in ("each", "every", "any", "per", "no"):
            yield comma.end() - len(comma.group().lstrip(", (")), comma.end() - 1
    yield from (found.span() for found in _HE_WAS.finditer(text))


def _years_old(text: str) -> Spans:
    for old in _OLD.finditer(text):
        lead = before(text, old.start(), 20)
        age = _DIGITS_BEFORE.search(lead) or _WORD_AGE.search(lead)
        if not age:
            continue
        start = old.start() - len(age.group())
        then, earlier = after(text, old.end(), 48), before(text, start)
        if not _ANYBODY.search(earlier):
            noun = re.search(r"(?i)\b(?:an?|the|this|his|her|one|another)(?: [\w-]{2,15})? \Z", earlier)
            several = _FEW_BEFORE.search(earlier) and _THEN_PEOPLE.match(then)
            if several or _THEN_PERSON.match(then) or (noun and _THEN_VERB.match(then)):
                yield start, old.end()
                continue
        if _SOMEBODY.search(earlier):
            yield start, old.end()


def _aged(text: str) -> Spans:
    for aged in _AGED.finditer(text):
        if _RANGE.match(text, aged.end()):
            band = re.match(r" and [0-9]{1,2}\b", text[aged.end() : aged.end() + 8])
            if not (band and _FEW.search(before(text, aged.start()))):
                continue
        lead = before(text, aged.start())
        one = _ONE.search(lead) if aged.group().lower().startswith("aged") else None
        if one and (one.group(1) or "").lower() in ("each", "every", "any", "per", "no"):
            continue
        if one or _FEW.search(lead) or (_HAPPENED.search(lead) and not lead.rstrip().endswith(("people", "those"))):
            yield aged.span()


def names(text: str) -> Spans:
    """A title with a name, or a common forename with a surname that is no place, building or organisation."""
    for titled in _TITLE.finditer(text):
        if not text[max(0, titled.start() - 1) : titled.start()].isalnum() and not _TITLE_NOT.match(titled.group()):
            yield titled.span()
    for pair in _PAIR.finditer(text):
        first, _, last = pair.group().partition(" ")
        if first.partition("-")[0] not in FORENAMES or last.split()[-1] in _PLACES:
            continue
        then = _THEN_PLACE.match(text, pair.end())
        if (then and (then.group(1) in _PLACES)) or _BEFORE_PLACE.search(before(text, pair.start(), 12)):
            continue
        yield pair.span()
