"""Places that are somebody's home: full postcodes, coordinates of a dwelling, house number and street."""

from sa_wizard.review.rules.privacy_match import Shape, Spans, after, before

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
    r"(?i)\beastings?[:= ]{0,3}[0-9]{6}(?:\.[0-9]{1,6})?\b.{0,20}?\bnorthings?[:= ]{0,3}[0-9]{6,7}"
    r"|\bnorthings?[:= ]{0,3}[0-9]{6,7}(?:\.[0-9]{1,6})?\b.{0,20}?\beastings?[:= ]{0,3}[0-9]{6}"
)
_WORDS = Shape(r"///[a-z]{2,24}\.[a-z]{2,24}\.[a-z]{2,24}(?!\w)")
_PROPERTY = Shape(r"(?i)\bUPRN(?: (?:number|no\.?))?[: ]{0,3}[0-9]{6,12}\b")

_STREET = (
    "(?:Road|Street|Lane|Avenue|Close|Drive|Crescent|Terrace|Gardens|Grove|Way|Court|Place|Walk|Row|Mews|Rise|Hill"
    "|Square|Green|View|Parade|Gate|Wharf|Yard|Villas|Park|Vale|Bank|Rd|Ave|Ln|Cres|Tce|Terr|Gdns|Cl|Sq|Heol|Ffordd"
    "|Stryd)"
)
_HOUSE = Shape(
    r"[0-9](?<![\w.,/£$+-][0-9])[0-9]{0,3}[A-Za-z]?(?:[-–][0-9]{1,4}[A-Za-z]?)?,? (?!Safer |"
    r"(?:January|February|March|April|May|June|July|August|September"
    r"|October|November|December) )"
    r"(?:(?:Heol|Ffordd|Stryd|Lôn|Maes) (?:[A-Z][\w'’-]{1,20}|y|yr)(?: [A-Z][\w'’-]{1,20})?"
    rf"|(?:(?:[A-Z][\w'’-]{{0,20}}\.?|of|the|upon) ){{1,3}}(?:{_STREET}\b|St\b\.?(?! [A-Z])))"
)
_FLAT = Shape(
    r"(?:Flat|Apartment|Apt|Bungalow|Maisonette|Caravan|Plot) (?:[0-9]{1,4}[A-Za-z]?|[A-Z]\b),? "
    r"(?:[0-9]{1,4}[A-Za-z]?,? )?(?:at |in |on |of )?[A-Z][a-z]"
)
_NOT_A_HOUSE = Shape(
    r"(?i)(?:\b(?:the|these|those|all|top|other|of|only|last|first|for|with|by|than|over|about|some|nearly|around"
    r"|another|junction|operation|route|bus|ward|table|figure|class|year|item|appendix|section|chapter|part|phase|zone|platform"
    r"|priority|in|page|box|map|annex|stage|band|unit|bay|numbers?|was|were|January|February|March|April|May|June"
    r"|July|August|September|October|November|December|and|plus|into|had|has|have|recorded|saw|between|under|against)"
    r"|[:%;|]) \Z"
)
_HOUSES = Shape(r"(?i)\b(?:no|nos|number|numbers)\.? \Z|\b(?:at|of|from|outside|visited|address) \Z")
_THINGS = Shape(
    r"(?i)[ -](?:[a-z-]{3,15} ){0,1}(?:residents|incidents|calls|offences|reports|households|homes|tenants|complaints"
    r"|burglaries|traders|shops|businesses|pupils|visits|patrols|crimes|thefts|properties|flats|addresses|cases|fires"
    r"|premises|respondents|people|members|wards|stores|robberies|volunteers|cameras|police|officers)\b"
)
_YEAR = Shape(r"(?:19|20)[0-9]{2}[ ,]")


def postcodes(text: str) -> Spans:
    """Full postcodes, in capitals or not. The outward half alone is allowed by SI 2007/1831."""
    for inward in _INWARD.finditer(text):
        outward = _OUTWARD.search(before(text, inward.start(), 7))
        if not outward or outward.group(1).upper() not in _AREAS:
            continue
        words = outward.group() + inward.group()
        plain = inward.group()[1:] in _ORDINAL and not words[0].isupper()
        if (words.isupper() or words.islower()) and not plain:
            yield inward.start() - len(outward.group()), inward.end()


def coordinates(text: str) -> Spans:
    """Latitude and longitude to about ten metres, grid references of eight figures, metres, three words, UPRN."""
    for latitude in _LATITUDE.finditer(text):
        longitude = _LONGITUDE.match(text, latitude.end())
        if longitude and 49 <= float(latitude.group()[:2]) <= 61:
            yield latitude.start(), longitude.end()
    for grid in _GRID.finditer(text):
        square = _SQUARE.search(before(text, grid.start(), 4))
        digits = grid.group().replace(" ", "")
        if square and square.group(1) in _SQUARES and len(digits) in (8, 10) and not _YEARS.fullmatch(grid.group()):
            yield grid.start() - len(square.group()), grid.end()
    if "°" in text:
        yield from (found.span() for found in _MINUTES.finditer(text))
    if "///" in text:
        yield from (found.span() for found in _WORDS.finditer(text))
    if "orthing" in text.lower():
        yield from (found.span() for found in _METRES.finditer(text))
    if "uprn" in text.lower():
        yield from (found.span() for found in _PROPERTY.finditer(text))


def addresses(text: str) -> Spans:
    """House number and street, or a numbered flat. Why doubtful: '31 Priory Road residents' is a count."""
    for house in _HOUSE.finditer(text):
        lead = before(text, house.start(), 24)
        if _YEAR.match(house.group()) or _THINGS.match(after(text, house.end(), 40)):
            continue
        listed = (", " in house.group() and bool(lead)) or bool(_NOT_A_HOUSE.search(lead))
        if not listed or _HOUSES.search(lead):
            yield house.span()
    yield from (flat.span() for flat in _FLAT.finditer(text))
