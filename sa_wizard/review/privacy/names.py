"""Names of people in prose: a title with a name, or a common forename with a surname."""

from sa_wizard.expressions import Shape
from sa_wizard.review.privacy.clues import Clues
from sa_wizard.review.privacy.forenames import FORENAMES
from sa_wizard.review.privacy.match import Spans, before

_TITLES = frozenset(
    {"Mr", "Mrs", "Ms", "Miss", "Mx", "Dr", "Cllr", "Councillor", "PC", "DC", "DS", "DI", "DCI", "PCSO", "Sgt"}
    | {"Sergeant", "Insp", "Inspector", "Supt", "Superintendent", "Sir", "Dame", "Lord", "Lady", "Rev", "Revd"}
    | {"Reverend", "Prof", "Professor", "Judge", "Imam"}
)
_TITLE = Shape(
    r"[A-Z][A-Za-z]{1,13}\.? (?:[A-Z]\.? ?){0,3}(?:[A-Z][\w'’-]{1,20} ){0,2}(?:Mc|Mac|O'|O’|ap |ab )?"
    r"[A-Z][a-z][\w'’-]{0,20}"
)
_TITLE_NOT = Shape(
    r"(?:Lord|Lady|Father|Sister|Judge|Inspector|Dr) (?:Lieutenant|Mayor|Chancellor|Christmas|Chief|Justice|Martin"
    r" Luther)|PC World"
)
_PAIR = Shape(
    r"[A-Z](?<![\w'’.-][A-Z])[a-z]{1,14}(?:-[A-Z][a-z]{1,12})? (?:[A-Z]\.? |ap |ab )?(?:Mc|Mac|O'|O’|de |van"
    r" )?(?:[A-Z][a-z]{1,20}(?:-[A-Z][a-z]{1,20})?|[A-Z]{3,20}(?![\w&]))"
)
_SHOUTED = Shape(r"[A-Z]{3,20}")
"""A surname in capitals, as the police write it: Kyle JONES."""
_FIRMS = frozenset({"John Lewis", "Marie Curie", "Martin Luther", "Paul Smith", "Ann Summers", "Thomas Cook"})
"""Firms and charities that are called like people."""
_PLACE_WORDS = """
    Road Street Lane Avenue Close Drive Crescent Terrace Gardens Grove Way Court Place Walk Row Mews Rise Hill
    Square Green View Park Ward House School Academy College Primary Hospital Centre Center Hall Church Bridge
    Station Estate Surgery Trust Foundation Charity Inquiry Review Law Act Fund Theatre Library Clinic Arms Inn
    Hotel Lodge Cross Town Village Valley Point Wharf Quay Dock Market Arcade Stadium University Institute Day
    Project Report Tower Heights Building Buildings Barracks Memorial Cathedral Chapel Priory Abbey Farm Wood Field
    Fields Common Mill Works Society Association Service Services Council Police Partnership North South East West
    Central Infirmary Nursery Bank Line Club Cup Games Week Month Festival Fair Museum Gallery Wing Unit Suite Room
    Award Prize Scheme Programme Gate Head Ltd Limited Plc Gurdwara Mosque Temple Parish Division District County
    Lea Borough Bay Beach Pier Island Isle Reservoir
"""
_PLACES = frozenset(_PLACE_WORDS.split())
_LETTER_WORDS = """
    CSP ASB MPS PCC PCSO ICB ICS YOT YJS NHS DHR VRU GMP ONS BTP CCE CSE FGM CCG PCT DAT THE AND FOR ARE WAS NOT HAS
    TBC TBA TBD TODO CCTV ANPR IOM MARAC MAPPA ISVA IDVA SARC MASH CPN CBO PSPO HMP HMPPS CPS CID OCG NPS CRC RSL OBE
    MBE CBE DHSC MHCLG HMICFRS NSPCC RSPCA YMCA NRM KPI GDPR FOI GIS LSOA MSOA BCU LPA
"""
_LETTERS = frozenset(_LETTER_WORDS.split())
"""Letters after a forename that are no surname: 'ask Sam ASB', 'Helen ISVA'."""
_INSIDE = frozenset("'’.-")
_BEFORE_PLACE = Shape(
    r"(?:\bSt\.?|\bSaint|\bQueen|\bKing|\bPrince|\bPrincess|\bDuke of|\bThe|\bPort|\bMount|\bLake|\bRoyal) \Z"
)
_THEN_PLACE = Shape(r"(?:['’]s)?(?: (?:and|&))?(?: [A-Z][\w'’-]{1,20})? ([A-Z][a-z]{1,20})")
_THEN_PLAIN = Shape(r" ([a-z]{3,12})\b")


def names(clues: Clues) -> Spans:
    """A title with a name, or a common forename with a surname that is no place, building or organisation."""
    text = clues.text
    for start, end in clues.capitals:
        first = text[start:end].rstrip(" .")
        if text[start - 1 : start] in _INSIDE or (start and text[start - 1].isalnum()):
            continue
        if first in _TITLES:
            yield from _titled(text, start)
        elif first.partition("-")[0] in FORENAMES:
            yield from _paired(text, start)


def _titled(text: str, start: int) -> Spans:
    titled = _TITLE.match(text, start)
    if not titled or _TITLE_NOT.match(titled.group()) or titled.group().rpartition(" ")[2] in _PLACES:
        return
    then = _THEN_PLAIN.match(text, titled.end())
    if not then or then.group(1).capitalize() not in _PLACES:
        yield titled.span()


def _paired(text: str, start: int) -> Spans:
    pair = _PAIR.match(text, start)
    if not pair or pair.group() in _FIRMS or pair.group().split()[-1] in _PLACES:
        return
    surname = pair.group().split()[-1]
    if _SHOUTED.fullmatch(surname) and (surname in _LETTERS or surname.capitalize() in _PLACES):
        return
    then = _THEN_PLACE.match(text, pair.end())
    if not (then and then.group(1) in _PLACES) and not _BEFORE_PLACE.search(before(text, start, 12)):
        yield pair.span()
