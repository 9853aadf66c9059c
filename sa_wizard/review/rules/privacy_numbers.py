"""Numbers that identify a person for certain: telephones, e-mail, NHS, national insurance, plates, birth dates.

Every expression starts at a digit (or at an @), repeats a bounded number of times, and then looks at the few
characters around it: the work grows with the length of a text and with nothing else.
"""

from sa_wizard.review.rules.privacy_days import DAY
from sa_wizard.review.rules.privacy_match import Shape, Spans, after, before

_HOME = Shape(
    r"[(+0](?<![\w.,/+(-][(+0])(?:(?<=[(])[+0])?"
    r"(?:(?:(?<=\+)44|(?<=0)044)[)]?[ .-]{0,2}(?:[(]0[)])?[ .-]{0,2}[(]?[1-9]|(?<=0)[1-9])"
    r"(?:[ .()\u00a0-]{0,2}[0-9]){8,9}(?![\w]|[.,/-][0-9])"
)
_ABROAD = Shape(r"\+[1-9](?<![\w.,/]\+[1-9])[0-9]{0,2}(?:[ .()\u00a0-]{0,2}[0-9]){6,13}(?![\w%]|[.,/-][0-9])")
_GROUPED = Shape(r"[(]?0[0-9]{2}|[(]?\+|[(]?0044")
_DOMAIN = Shape(r"@[A-Za-z0-9][A-Za-z0-9-]{0,62}(?:\.[A-Za-z0-9-]{1,63}){1,6}")
_LOCAL = Shape(r"[\w.+%'-]+\Z")

_NHS = Shape(r"[0-9](?<![\w.,/+-][0-9])[0-9]{2}([ \u00a0-]?)[0-9]{3}\1[0-9]{4}(?![\w]|[.,/-][0-9])")
_NHS_WORDS = Shape(r"(?i)\bNHS\b.{0,8}\b(?:numbers?|nos?|id)\b[^0-9]{0,20}\Z")

_NI = Shape(r"[0-9](?<![0-9,.][0-9])[0-9][ ]?[0-9]{2}[ ]?[0-9]{2}(?:[ ]?[A-Da-d])?(?!\w)")
_NI_LETTERS = Shape(r"(?<!\w)(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][ ]?\Z")
_TWO_LETTERS = Shape(r"(?<!\w)[A-Za-z]{2}[ ]?\Z")
_NI_WORDS = Shape(r"(?i)(?:national insurance|\bNINO\b|\bNI\b).{0,24}\Z")

_PLATE = Shape(r"[0-9](?<![0-9][0-9])[0-9][ ]?[A-HJ-PR-Za-hj-pr-z]{3}(?!\w)")
_PLATE_START = Shape(r"(?<![\w/-])[A-HJ-PR-Ya-hj-pr-y]{2}\Z")
_OLD_PLATE = Shape(
    r"[A-Z](?<![\w/-][A-Z])(?:[0-9]{1,3} ?[A-Z]{3}|[A-Z]{2} ?[0-9]{1,3} ?[A-Z]|[A-Z]{1,2} ?[0-9]{3,4})(?!\w)"
)
_VEHICLE = Shape(
    r"(?i)\b(?:cars?|vans?|vehicles?|registration|registered|reg|VRMs?|plates?|motorcycles?|motorbike|moped|lorry|taxi"
    r"|minicab|scooter|hatchback|saloon|driven|driver|index|BMW|Ford|Vauxhall|Audi|Volkswagen|VW|Nissan|Toyota|Fiat"
    r"|Mercedes|Renault|Peugeot|Transit|Corsa|Fiesta|Astra|Golf)\b"
)
_ACRONYM_WORDS = """
    CSP ASB MPS PCC PCSO ICB ICS YOT YJS NHS DHR VRU SNT GMP ONS BTP DVA CCE CSE FGM SVD MSG LSA CCG PCT DAT THE AND
    FOR ARE WAS NOT HAS ALL NEW PER END OUT TOP DAY YTD QTR VAT GDP RTC KSI BID HMP HMO CPN PSP CBO AVG SAR TBC PTZ
"""
_ACRONYMS = frozenset(_ACRONYM_WORDS.split())
_FINANCIAL_YEAR = frozenset({"FY", "CY", "YE", "HY"})

_BORN = Shape(
    r"(?i)\b(?:d\.? ?o\.? ?b\b\.?|date of birth|birth ?date|birthday|born)(?: (?:is|was|of|on|the))*[^\w]{0,4}\Z"
)
_WHOLE_DAY = Shape(r"(?:19|20)[0-9]{2}|[/.-][0-9]{2}\Z")


def phones(text: str) -> Spans:
    """Numbers that ring one person or one desk. Why: helplines (0800, 0300) belong to nobody and are left alone."""
    for shape in (_HOME, _ABROAD):
        for candidate in shape.finditer(text):
            words = candidate.group().strip(" .(")
            if _GROUPED.match(candidate.group()) and _rings_somebody(words):
                yield candidate.span()


def _rings_somebody(words: str) -> bool:
    import phonenumbers  # loaded for the first thing that looks like a number, not for every check

    try:
        number = phonenumbers.parse(words, "GB")
    except phonenumbers.NumberParseException:
        return False
    if not phonenumbers.is_valid_number(number):  # numbers kept for drama and not yet given out still look like one
        national = str(number.national_number)
        return number.country_code == 44 and len(national) == 10 and national[0] in "127"
    kinds = phonenumbers.PhoneNumberType
    return phonenumbers.number_type(number) not in (
        kinds.TOLL_FREE,
        kinds.UAN,
        kinds.SHARED_COST,
        kinds.PREMIUM_RATE,
        kinds.VOICEMAIL,
    )


def emails(text: str) -> Spans:
    """E-mail addresses: the domain first, then what stands before the @."""
    if "@" not in text:
        return
    for domain in _DOMAIN.finditer(text):
        local = _LOCAL.search(before(text, domain.start(), 64))
        if local:
            yield domain.start() - len(local.group()), domain.end() - domain.group().endswith("-")


def nhs_numbers(text: str) -> Spans:
    """Ten digits with the right check digit, or any ten called an NHS number."""
    for candidate in _NHS.finditer(text):
        if _NHS_WORDS.search(before(text, candidate.start())) or _checks("nhs", candidate.group()):
            yield candidate.span()


def _checks(kind: str, number: str) -> bool:
    """Whether the check digit of an NHS number (``nhs``) or of a pupil's number (``upn``) is right."""
    from stdnum.gb import nhs, upn  # as above: most drafts hold no such number

    return bool(nhs.is_valid(number) if kind == "nhs" else upn.is_valid(number))


def is_pupil_number(number: str) -> bool:
    """Whether thirteen characters are a unique pupil number."""
    return _checks("upn", number)


def insurance_numbers(text: str) -> Spans:
    """National insurance numbers; without the right letters only where they are called so."""
    for candidate in _NI.finditer(text):
        lead = before(text, candidate.start(), 3)
        letters = _TWO_LETTERS.search(lead)
        if not letters:
            continue
        start = candidate.start() - len(letters.group())
        whole = candidate.group()[-1].isalpha() and _NI_LETTERS.search(lead)
        if whole or _NI_WORDS.search(before(text, start)):
            yield start, candidate.end()


def plates(text: str) -> Spans:
    """Registrations of today's form anywhere; of older and Northern Irish forms beside a word for a vehicle."""
    for candidate in _PLATE.finditer(text):
        letters = _PLATE_START.search(before(text, candidate.start(), 4))
        if not letters:
            continue
        start, end = candidate.start() - 2, candidate.end()
        words = text[start:end]
        known = words[-3:].upper() in _ACRONYMS or letters.group().upper() in _FINANCIAL_YEAR
        if (words.isupper() and not known) or _beside_vehicle(text, start, end):
            yield start, end
    for candidate in _OLD_PLATE.finditer(text):
        if _beside_vehicle(text, *candidate.span()) and candidate.group()[-3:] not in _ACRONYMS:
            yield candidate.span()


def _beside_vehicle(text: str, start: int, end: int) -> bool:
    return bool(_VEHICLE.search(before(text, start, 40)) or _VEHICLE.search(after(text, end, 24)))


def births(text: str) -> Spans:
    """Exact days of birth: a whole date called one."""
    lower = text.lower()
    if not any(word in lower for word in ("born", "birth", "dob", "d.o.b", "d o b")):
        return
    for day in DAY.finditer(text):
        called = _BORN.search(before(text, day.start()))
        if called and _WHOLE_DAY.search(day.group()):
            yield day.span()
