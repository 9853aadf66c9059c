"""Numbers that identify a person for certain: telephones, e-mail, NHS, national insurance, plates, birth dates.

Every expression is tried where a number stands (or an @), repeats a bounded number of times, and then looks at the few
characters around it: the work grows with the length of a text and with nothing else.
"""

from collections.abc import Iterator
from functools import lru_cache

from sa_wizard.expressions import Shape
from sa_wizard.review.privacy.clues import Clues
from sa_wizard.review.privacy.match import Spans, after, before
from sa_wizard.review.privacy.people import is_somebody

_HOME = Shape(
    r"[(+0](?<![\w.,/+(-][(+0])(?:(?<=[(])[+0])?"
    r"(?:(?:(?<=\+)44|(?<=0)044)[)]?[ .-]{0,2}(?:[(]0[)])?[ .-]{0,2}[(]?[1-9]|(?<=0)[1-9])"
    r"(?:[ .()\u00a0-]{0,2}[0-9]){8,9}(?![\w]|[.,/-][0-9])"
)
_ABROAD = Shape(r"\+[1-9](?<![\w.,/]\+[1-9])[0-9]{0,2}(?:[ .()\u00a0-]{0,2}[0-9]){6,13}(?![\w%]|[.,/-][0-9])")
_HELPLINE = Shape(r"(?:[(]?0|\+?44|0044)[ .()-]{0,3}(?:8|9|3)")
"""Numbers of organisations by their first figures: 0800, 0300 and the like."""
_DOMAIN = Shape(r"@[A-Za-z0-9][A-Za-z0-9-]{0,62}(?:\.[A-Za-z0-9-]{1,63}){1,6}")
_MARKS = (" AT ", "(at)", "[at]", "[AT]")
_SPELLED = Shape(
    r"(?: ?(?:\(at\)|\[(?:at|AT)\]) ?|(?<=[A-Za-z0-9]) AT )([A-Za-z0-9][A-Za-z0-9-]{0,62}"
    r"(?:(?:\.| ?[(\[](?:dot|DOT)[)\]] ?)[A-Za-z0-9-]{1,63}){1,6})"
)
"""An address that is hidden from machines, and from nobody else."""
_LOCAL = Shape(r"[\w.+%'-]{1,64}\Z")
_MAILBOX_WORDS = """
    info information enquiries enquiry contact contactus feedback hello office mail mailbox reception admin post press
    media communications comms news foi dpo dataprotection data.protection privacy webmaster help support consultation
    consultations engagement survey csp cdrp partnership partnerships communitysafety community.safety
    community-safety communitysafetypartnership saferpartnership saferneighbourhoods safercommunities asb asbteam
    licensing environmentalhealth customerservices customer.services democraticservices democratic.services
"""
_MAILBOXES = frozenset(_MAILBOX_WORDS.split())
"""What stands before the @ of an address that belongs to an office. A post ('duty.sergeant') is one person's."""

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
_CAPITALS_BEFORE = Shape(r"(?<![\w/-])[A-Z]{1,3} ?\Z")
_VEHICLE = Shape(
    r"(?i)\b(?:cars?|vans?|vehicles?|registration|registered|reg|VRMs?|plates?|motorcycles?|motorbike|moped|lorry|taxi"
    r"|minicab|scooter|hatchback|saloon|driven|driver|BMW|Ford|Vauxhall|Audi|Volkswagen|VW|Nissan|Toyota|Fiat"
    r"|Mercedes|Renault|Peugeot|Transit|Corsa|Fiesta|Astra|Golf)\b"
)
_INDEX = Shape(r"(?i)\bindex \Z")
_YEAR_LIKE = Shape(r"[A-Z]{2,3} ?(?:19|20)[0-9]{2}")
_LISTED = Shape(
    r"(?i)\b(?:actions?|priority|forms?|models?|rules?|codes?|rooms?|units?|objective|recommendation|annex|route|lots?|batch"
    r"|grade|category|zone|bay|class) \Z"
)
_PLANNED = Shape(
    r" (?:plans?|pilots?|projects?|schemes?|programmes?|teams?|units?|strategy|reviews?|forms?|figures|returns?"
    r"|data|codes?|leads?|actions?|targets?|batter(?:y|ies)|models?|radios?|funds?|funding|meetings?|boards?|groups?)\b"
)
"""What follows two codes that make the shape of a plate between them: 'the NS12 DAP plan'."""
_ACRONYM_WORDS = """
    CSP ASB MPS PCC PCSO ICB ICS YOT YJS NHS DHR VRU SNT GMP ONS BTP DVA CCE CSE FGM SVD MSG LSA CCG PCT DAT THE AND
    FOR ARE WAS NOT HAS ALL NEW PER END OUT TOP DAY YTD QTR VAT GDP RTC KSI BID HMP HMO CPN PSP CBO AVG SAR TBC PTZ
"""
_ACRONYMS = frozenset(_ACRONYM_WORDS.split())
_FINANCIAL_YEAR = frozenset({"FY", "CY", "YE", "HY"})

_BORN = Shape(
    r"(?i)\b(?:d\.? ?o\.? ?b\b\.?|date of birth|birth ?date|birthday|born|b\.)(?: (?:is|was|of|on|the)){0,4}"
    r"[^\w]{0,4}\Z"
)
_BORN_IN = Shape(r"born in (?:Jan|Feb|March|April|May|June|July|August|Sept|Oct|Nov|Dec)[a-z]{0,7} (?:19|20)[0-9]{2}\b")
_OF_BIRTH = ("born", "birth", "dob", "d.o.b", "d o b", "b. ", "turn", "will be", "became")
_TURNED = Shape(r"(?i)\b(?:turned|turns|will be|became) (?:1[0-9]|[5-9]|2[0-9])(?: years old)? on (?:the )?\Z")
_WHOLE_DAY = Shape(r"(?:19|20)[0-9]{2}|[/.-][0-9]{2}\Z")


def phones(clues: Clues) -> Spans:
    """Numbers that ring one person or one desk. Why: helplines (0800, 0300) belong to nobody and are left alone."""
    text = clues.text
    for start, end in clues.odd:
        led = text[start - 1 : start]
        if led not in ("+", "(") and (text[start] != "0" or end - start < 3):
            continue
        shape = _ABROAD if led == "+" and not text.startswith("44", start) else _HOME
        first = start - (led in ("+", "("))
        first -= shape is _HOME and led == "+" and text[first - 1 : first] == "("
        candidate = shape.match(text, first)
        if candidate and not _HELPLINE.match(candidate.group()) and _rings_somebody(candidate.group().strip(" .(")):
            yield candidate.span()


@lru_cache(maxsize=256)
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


def emails(clues: Clues) -> Spans:
    """E-mail addresses, the domain first, then what stands before the @; a general mailbox (info@) is nobody's."""
    text = clues.text
    for domain in _DOMAIN.finditer(text):
        local = _LOCAL.search(before(text, domain.start(), 64))
        if local and local.group().lower() not in _MAILBOXES:
            yield domain.start() - len(local.group()), domain.end() - domain.group().endswith("-")
    for start in [at for mark in _MARKS for at in _places(text, mark)]:
        spelled = _SPELLED.search(text, max(0, start - 1), start + 90)
        named = _LOCAL.search(before(text, spelled.start(), 64)) if spelled else None
        if not spelled or not named or named.group().lower() in _MAILBOXES:
            continue
        if "." in named.group() or "_" in named.group() or text[start] in "([":
            yield spelled.start() - len(named.group()), spelled.end()


def _places(text: str, mark: str) -> Iterator[int]:
    at = text.find(mark)
    while at >= 0:
        yield at
        at = text.find(mark, at + len(mark))


def nhs_numbers(clues: Clues) -> Spans:
    """Ten digits with the right check digit, or any ten called an NHS number."""
    text = clues.text
    for start, end in clues.odd:
        candidate = _NHS.match(text, start) if end - start in (3, 10) else None
        if candidate and (_NHS_WORDS.search(before(text, start)) or _checks("nhs", candidate.group())):
            yield candidate.span()


def _checks(kind: str, number: str) -> bool:
    """Whether the check digit of an NHS number (``nhs``) or of a pupil's number (``upn``) is right."""
    from stdnum.gb import nhs, upn  # as above: most drafts hold no such number

    return bool(nhs.is_valid(number) if kind == "nhs" else upn.is_valid(number))


def is_pupil_number(number: str) -> bool:
    """Whether thirteen characters are a unique pupil number."""
    return _checks("upn", number)


def insurance_numbers(clues: Clues) -> Spans:
    """National insurance numbers; without the right letters only where they are called so."""
    text = clues.text
    for first, last in clues.odd:
        if last - first not in (2, 6, 7) or not text[max(0, first - 2) : first].strip()[-1:].isalpha():
            continue
        lead = before(text, first, 3)
        candidate, letters = _NI.match(text, first), _TWO_LETTERS.search(lead)
        if not letters or not candidate:
            continue
        start = first - len(letters.group())
        whole = candidate.group()[-1].isalpha() and _NI_LETTERS.search(lead)
        if whole or _NI_WORDS.search(before(text, start)):
            yield start, candidate.end()


def plates(clues: Clues) -> Spans:
    """Registrations of today's form anywhere; of older and Northern Irish forms beside a word for a vehicle."""
    text = clues.text
    for first, _ in clues.odd:
        led = text[max(0, first - 2) : first]
        if not (led[-1:].isalpha() or led[:1].isupper()):
            continue
        candidate = _PLATE.match(text, first)
        if candidate and _PLATE_START.search(before(text, first, 4)):
            start, end = first - 2, candidate.end()
            words = text[start:end]
            plain = words[-3:].upper() in _ACRONYMS or words[:2].upper() in _FINANCIAL_YEAR
            plain = plain or bool(_LISTED.search(before(text, start, 16)) or _PLANNED.match(text, end))
            if (words.isupper() and not plain) or _beside_vehicle(text, start, end):
                yield start, end
            continue
        letters = _CAPITALS_BEFORE.search(before(text, first, 5))
        candidate = _OLD_PLATE.match(text, first - len(letters.group())) if letters else None
        if candidate and _is_old_plate(text, candidate.group(), *candidate.span()):
            yield candidate.span()


def _is_old_plate(text: str, words: str, start: int, end: int) -> bool:
    if words[-3:] in _ACRONYMS or words[:3] in _ACRONYMS or _YEAR_LIKE.fullmatch(words):
        return False
    return _beside_vehicle(text, start, end) or bool(_INDEX.search(before(text, start, 8)))


def _beside_vehicle(text: str, start: int, end: int) -> bool:
    return bool(_VEHICLE.search(before(text, start, 40)) or _VEHICLE.search(after(text, end, 24)))


def births(clues: Clues) -> Spans:
    """Days of birth: a date called one, the day of a birthday told with the age, and a person's month of birth."""
    if "born in " in clues.lower:
        for month in _BORN_IN.finditer(clues.text):
            if is_somebody(clues.text, month.start()):
                yield month.span()
    for start, end in clues.days:
        lead = before(clues.text, start)
        if not any(word in lead.lower() for word in _OF_BIRTH):
            continue
        if _TURNED.search(lead) or (_BORN.search(lead) and _WHOLE_DAY.search(clues.text[start:end])):
            yield start, end
