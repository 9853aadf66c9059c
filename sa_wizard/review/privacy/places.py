"""Places that are somebody's home: full postcodes, coordinates of a dwelling, house number and street."""

import re

from sa_wizard.expressions import Shape
from sa_wizard.review.privacy.clues import Clues, Span
from sa_wizard.review.privacy.match import Spans, after, before

_AREA_LETTERS = """
    AB AL B BA BB BD BH BL BN BR BS BT BX CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK
    FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP
    NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W
    WA WC WD WF WN WR WS WV YO ZE
"""
_SQUARE_LETTERS = """
    HP HT HU HW HX HY HZ NA NB NC ND NF NG NH NJ NK NL NM NN NO NR NS NT NU NW NX NY NZ OV SC SD SE SH SJ SK SM SN
    SO SP SR SS ST SU SV SW SX SY SZ TA TF TG TL TM TQ TR TV
"""
_AREAS = frozenset(_AREA_LETTERS.split())
_SQUARES = frozenset(_SQUARE_LETTERS.split())
_INWARD = Shape(r"[0-9][ABD-HJLNP-UW-Zabd-hjlnp-uw-z]{2}(?!\w)")
_OUTWARD = Shape(r"(?<![\w/])([A-Za-z]{1,2})[0-9][0-9A-Za-z]?[ \u00a0\t\n-]{0,2}\Z")
_ORDINAL = frozenset({"st", "nd", "rd", "th"})

_GRID = Shape(r"[0-9](?<![0-9.,][0-9])[0-9]{3,4} ?[0-9]{4,5}(?!\w|[.,/-][0-9])")
_SQUARE = Shape(r"(?<!\w)([A-Z]{2}) ?\Z")
_YEARS = Shape(r"(?:19[89]|20[0-4])[0-9] ?(?:19[89]|20[0-4])[0-9]")
_LATITUDE = Shape(r"[456][0-9](?<![\w.,-][0-9][0-9])\.[0-9]{4,15}(?![0-9])°? ?[NnSs]?")
_LONGITUDE = Shape(r"[^0-9A-Za-z]{0,4}(?:[Ll]on(?:g(?:itude)?)?\.?[:= ]{0,3})?[-−–]?[0-9]{1,2}\.[0-9]{4,15}(?![0-9])")
_MINUTES = Shape(r"[456][0-9] ?° ?[0-9]{1,2} ?['′’] ?[0-9]{1,2}(?:\.[0-9]{1,6})? ?(?:[\"″”]|''|′′)")
_METRES = Shape(
    r"(?i)(?:\beastings?|\bX)[:= ]{1,3}[0-9]{6}(?:\.[0-9]{1,6})?\b[^A-Za-z0-9]{1,6}(?:and )?(?:northings?|Y)[:= ]{1,3}"
    r"[0-9]{6,7}"
    r"|\bE[:= ]{0,3}[0-9]{6}(?:\.[0-9]{1,6})?\b[^A-Za-z0-9]{1,6}N[:= ]{0,3}[0-9]{6,7}\b"
    r"|\bnorthings?[:= ]{1,3}[0-9]{6,7}(?:\.[0-9]{1,6})?\b[^A-Za-z0-9]{1,6}(?:and )?eastings?[:= ]{1,3}[0-9]{6}"
)
_BEFORE_METRES = Shape(r"(?i)\b(?:(?:eastings?|northings?|X)[:= ]{1,3}|E[:= ]{0,3})\Z")
_THREE = r"[a-z]{2,24}\.[a-z]{2,24}\.[a-z]{2,24}(?!\w)"
_WORDS = Shape(rf"///{_THREE}")
_CALLED_WORDS = Shape(rf"3words?(?: (?:address|location))?(?: (?:is|was))?[ :(“\"'/]{{1,4}}({_THREE})")
_PROPERTY = Shape(r"(?i)\bUPRN(?: (?:number|no\.?))?[: (]{0,3}\Z")

_STREET_WORDS = """
    Road Street Lane Avenue Close Drive Crescent Terrace Gardens Grove Way Court Place Walk Row Mews Rise Hill Square
    Green View Parade Gate Wharf Yard Villas Park Vale Bank Rd Ave Ln Cres Tce Terr Gdns Cl Sq Heol Ffordd Stryd
"""
_STREET = f"(?:{'|'.join(_STREET_WORDS.split())})"
_STREETS = frozenset((*_STREET_WORDS.split(), "St", "Lôn", "Maes"))
_CAPITALISED = Shape(r"[A-Z][a-zô]{1,20}")
_LONGEST_HOUSE = 120
"""Characters of a number and a street, and more."""
_HOUSE = Shape(
    r"[0-9](?<![\w.,/£$+-][0-9])[0-9]{0,3}[A-Za-z]?(?:[-–][0-9]{1,4}[A-Za-z]?)?,? (?!Safer |"
    r"(?:January|February|March|April|May|June|July|August|September"
    r"|October|November|December|[A-Z][a-z]{2,6}days?) )"
    r"(?:(?:Heol|Ffordd|Stryd|Lôn|Maes) (?:[A-Z][\w'’-]{1,20}|y|yr)(?: [A-Z][\w'’-]{1,20})?"
    rf"|(?:(?:[A-Z][\w'’-]{{0,20}}\.?|of|the|upon) ){{1,3}}(?:{_STREET}\b|St\b\.?(?! [A-Z])))"
)
_FLAT = Shape(
    r"(?:Flat|Apartment|Apt|Bungalow|Maisonette|Caravan|Plot) (?:[0-9]{1,4}[A-Za-z]?|[A-Z]\b),? "
    r"(?:[0-9]{1,4}[A-Za-z]?,? )?(?:at |in |on |of )?[A-Z][a-z]"
)
_AFTER_HOUSE = frozenset({" ", ",", "-", "–"})
_FLATS = frozenset({"Flat", "Apartment", "Apt", "Bungalow", "Maisonette", "Caravan", "Plot"})
_NOT_A_HOUSE = Shape(
    r"(?i)(?:\b(?:the|these|those|all|top|other|of|only|last|first|for|with|by|than|over|about|some|nearly|around"
    r"|another|junction|operation|route|bus|ward|table|figure|class|year|item|appendix|section|chapter|part|phase|zone"
    r"|platform|priority|in|page|box|map|annex|stage|band|unit|bay|block|beat|sector|site|stop|stand|gate|floor|level"
    r"|room|hall|shelter|car park|numbers?|was|were|January|February|March|April|May|June|July|August|September"
    r"|October|November|December|and|plus|into|had|has|have|recorded|saw|between|under|against|[0-9]{1,4} to)"
    r"|[:%;|]) \Z"
)
_HOUSES = Shape(r"(?i)\b(?:no|nos|number|numbers)\.? \Z|\b(?:at|of|from|outside|visited|address) \Z")
_THINGS = Shape(
    r"(?i)[ -](?:[a-z-]{3,15} ){0,1}(?:residents|incidents|calls|offences|reports|households|homes|tenants|complaints"
    r"|burglaries|traders|shops|businesses|pupils|visits|patrols|crimes|thefts|properties|flats|addresses|cases|fires"
    r"|premises|respondents|people|users|shoppers|passengers|customers|drivers|visitors|parents|workers|staff"
    r"|replies|answers|members|wards|stores|robberies|volunteers|cameras|police|officers|locations|sites|points|spots"
    r"|venues|units|entrances|doorways|benches|bins|columns|alleys|junctions)\b"
)
_PAIRED = Shape(
    r"(?i)\b(?:at|of|from|outside|visited|address(?:es)?|homes?|houses?|numbers?|nos\.?|between)(?: the)?"
    r" [0-9]{1,3}[a-z]? (?:and|&) \Z"
)
"""What leads to the second of two house numbers: 'the tenants of 73 and'."""
_YEAR = Shape(r"(?:19|20)[0-9]{2}[ ,]")
_MILES = Shape(r"[0-9]{1,2} Miles? [A-Z][a-z]{2,10}")
"""A street that is called by its length: 5 Mile Drive."""


def postcodes(clues: Clues) -> Spans:
    """Full postcodes, in capitals or not. The outward half alone is allowed by SI 2007/1831."""
    text = clues.text
    for _, end in clues.odd:
        inward = _INWARD.match(text, end - 3) if text[end - 1].isalpha() else None
        if not inward:
            continue
        outward = _OUTWARD.search(before(text, end - 3, 7))
        if not outward or outward.group(1).upper() not in _AREAS:
            continue
        words = outward.group() + inward.group()
        plain = inward.group()[1:] in _ORDINAL and not words[0].isupper()
        if (words.isupper() or words.islower()) and not plain:
            yield end - 3 - len(outward.group()), end


def coordinates(clues: Clues) -> Spans:
    """Latitude and longitude to about ten metres, grid references of eight figures, metres, three words, UPRN."""
    text = clues.text
    for start, end in clues.odd:
        width = end - start
        found = None
        if width == 2:
            found = _degrees(text, start) if text[end : end + 1] in (".", "°") else None
        elif text.startswith("words", start + 1):
            called = _CALLED_WORDS.match(text, start)
            found = called and (called.start(1), called.end(1))
        elif width >= 4:
            lead = before(text, start, 20).lower()
            found = _grid(text, start)
            if "ing" in lead or "x" in lead or lead.rstrip(" :=")[-1:] == "e":
                found = found or _metres(text, start)
            if "uprn" in lead:
                found = found or _property(text, start, end)
        if found:
            yield found
    if "///" in text:
        yield from (found.span() for found in _WORDS.finditer(text))


def _degrees(text: str, start: int) -> Span | None:
    minutes = _MINUTES.match(text, start)
    if minutes:
        return minutes.span()
    latitude = _LATITUDE.match(text, start)
    longitude = _LONGITUDE.match(text, latitude.end()) if latitude else None
    return (start, longitude.end()) if longitude and 49 <= int(text[start : start + 2]) <= 61 else None


def _grid(text: str, start: int) -> Span | None:
    grid = _GRID.match(text, start)
    square = _SQUARE.search(before(text, start, 4)) if grid else None
    if not grid or not square or square.group(1) not in _SQUARES or _YEARS.fullmatch(grid.group()):
        return None
    exact = len(grid.group().replace(" ", "")) in (8, 10)
    return (start - len(square.group()), grid.end()) if exact else None


def _metres(text: str, start: int) -> Span | None:
    label = _BEFORE_METRES.search(before(text, start, 14))
    metres = _METRES.match(text, start - len(label.group())) if label else None
    return metres and metres.span()


def _property(text: str, start: int, end: int) -> Span | None:
    label = _PROPERTY.search(before(text, start, 20))
    return (start - len(label.group()), end) if label and 6 <= end - start <= 12 else None


def addresses(clues: Clues) -> Spans:
    """House number and street, or a numbered flat. Why doubtful: '31 Priory Road residents' is a count."""
    text = clues.text
    likely = [(start, end) for start, end in clues.odd if end - start <= 5 and text[end : end + 1] in _AFTER_HOUSE]
    for start, _ in (*clues.leading, *likely):
        house = _HOUSE.match(text, start) if _names_a_street(text[start : start + _LONGEST_HOUSE]) else None
        if house and _is_home(text, house):
            yield house.span()
        elif text[max(0, start - 11) : start - 1].rpartition(" ")[2] in _FLATS:
            yield from _flat(text, text.rfind(" ", 0, start - 1) + 1)
    for start, end in clues.capitals:
        if text[start : end - 1] in _FLATS:
            yield from _flat(text, start)


def _names_a_street(text: str) -> bool:
    return not _STREETS.isdisjoint(_CAPITALISED.findall(text))


def _flat(text: str, start: int) -> Spans:
    flat = _FLAT.match(text, start)
    if flat:
        yield flat.span()


def _is_home(text: str, house: re.Match[str]) -> bool:
    lead = before(text, house.start(), 24)
    if _YEAR.match(house.group()) or _MILES.fullmatch(house.group()):
        return False
    if _THINGS.match(after(text, house.end(), 40)) or _is_ranked(text, house):
        return False
    listed = (", " in house.group() and bool(lead)) or bool(_NOT_A_HOUSE.search(lead))
    return not listed or bool(_HOUSES.search(lead) or _PAIRED.search(lead))


def _is_ranked(text: str, house: re.Match[str]) -> bool:
    """Whether the street stands in a numbered list: '1 Bridge Street, 2 High Street'."""
    number = int("".join(filter(str.isdigit, house.group()[:4])) or 0)
    if not 0 < number < 30:
        return False
    then, lead = after(text, house.end(), 8), before(text, house.start(), 40)
    return then.lstrip(" ,;\n").startswith(f"{number + 1} ") or bool(
        number > 1 and re.search(rf"(?<![\w.]){number - 1}\.? [A-Z][^0-9]{{3,34}}\Z", lead)
    )
