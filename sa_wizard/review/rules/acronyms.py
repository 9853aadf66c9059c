"""Acronyms never spelled out, so that only those who know them can read the document."""

import re
from collections.abc import Iterator, Sequence

from sa_wizard.expressions import Shape
from sa_wizard.review.evidence import Evidence
from sa_wizard.review.findings import Finding
from sa_wizard.review.rules import names, prose
from sa_wizard.review.rules.rule import Rule
from sa_wizard.review.rules.texts import Written, telling

ACRONYM = Rule(
    "acronym",
    "note",
    "An acronym that is never spelled out",
    "Councillors and the public read this too.",
    "Write it in full the first time, with the letters in brackets, or put it in the glossary.",
    "Government guidance on accessible documents: explain acronyms at first use",
)
RULES: tuple[Rule, ...] = (ACRONYM,)

_KNOWN = """
UK EU GB US USA UN BBC CCTV NHS GP GPs TV DVD CD PDF ID HIV AIDS MP MPs PM AM OK IT DNA VAT GPS SMS USB URL WC AD BC FAQ
FAQs IQ HR PR SI CEO MBE OBE CBE KC QC JP HM HMP HMS HMSO BST GMT RSPCA RNLI AA RAC YMCA YWCA NATO PIN SIM ATM ATMs LED
PhD SUV SUVs ISBN NB PS RE PE II III IV VI VII VIII IX XI XII XIII XIV XV XX XXX
ABOVE AFTER AGAIN ALL ALSO ALWAYS ANY BEFORE BELOW BETWEEN BOTH BUT CANNOT DURING EACH EVERY EXCEPT FEWER FIRST FROM
HERE INSIDE INTO LAST LESS MANY MAY MORE MOST MUST NEVER NEW NEXT NONE NOTE NOW OFF ONLY OUTSIDE OVER SAME SHOULD SOME
STILL THAN THAT THEN THERE THESE THIS THOSE TWICE UNDER UNTIL VERY WERE WHEN WHERE WHICH WHILE WILL WITH WITHIN WITHOUT
TBC TBA TBD TODO OFFICIAL NOT AND THE OR FOR DRAFT FINAL MARKED YES NO NA
"""
COMMON = frozenset(_KNOWN.split())
"""Letters that every reader knows, or that are not an acronym."""

_LETTERS = Shape(
    rf"[A-Z{prose.RARE}](?=[a-z]?[A-Z&])(?<=[A-Z])"
    r"(?<![\w&/.’'-].)(?:[A-Z]{1,8}|[A-Z]{0,2}&[A-Z]{1,3}|(?!c[A-Z]{2})(?:[a-z]?[A-Z]){1,8})s?"
    r"(?![\w&]|[’'-][A-Z]{2}|-\d)"
)
"""Up to nine capitals, some with a small letter between: VAWDASV, A&E, MoRiLE. A surname such as McBRIDE is none."""
_LIKE_A_WORD = Shape(
    r"[A-Z]{0,6}(?:ING|ED|L[YE]|IONS?|MENTS?|NESS|[AE]N[CT][ES]?|ENTS|[AEOI]RY|TY|IES|[AI]BLE|IVES?|ATE|[IY][SZ]E|[UI]RE"
    r"|[AI]GE|FUL|LESS|ISH|IS[MT]S?|OUS|ALS?|[EO]RS?|EST|ARDS?|SHIP|HOOD|ICS?|[AEI]CTS?|EMS?|EN|O[MNP]E|OODS?|ILD|[EO]ETS?"
    r"|OADS?|OUNDS?|OUTH|[AI]CE|AYS?|PHY|OGY|IT[ES]?|ETH)"
)
_RANK = Shape(r"(?:A?CC|DCC|DC[IS]?|D[IS]|T?/?D[CIS]|P[CS]|PCSO|C?Insp|Supt) [A-Z][a-z]")
"""A rank before a name, which a reader takes as one: ``DI Smith``."""
_A_WORD = 4
"""Letters from which capitals that the document also has in small letters are a word, and no acronym."""
_LONG = 7
"""Letters from which capitals that end as a word does are a word that is shouted."""
_SHOUTED = Shape(r"(?:\b[A-Z]{2,40}\b[\W_]{1,3}){3}")
_MOST = 60


def in_draft(seen: Evidence, answers: Sequence[Written]) -> Iterator[Finding]:
    """The first use of each acronym that no glossary entry, bracket or full form in the document explains.

    Why not those of the partnership's own name: it stands on the first page. Nor one in another partnership's name:
    that should go, not be spelled out.
    """
    order = {section.id: index for index, section in enumerate(seen.asked.sections)}
    first: dict[str, Written] = {}
    explained: set[str] = set()
    using = telling(answers, _used)
    for answer, used in sorted(using, key=lambda each: order.get(each[0].section, 0)):
        for letters, said in used:
            if said or answer.path.endswith(".glossary"):
                explained.add(letters)
            elif letters not in first and not any(letters in name.split() for name in names.others(seen, answer)):
                first[letters] = answer
    own = frozenset(re.findall(r"\w+", seen.text("about.partnership")))
    unknown = {
        letters: answer
        for letters, answer in first.items()
        if letters not in explained and letters not in own and not _is_a_word(letters, answers)
    }
    for letters in list(unknown)[:_MOST]:
        yield ACRONYM.found(unknown[letters].path, f"{letters} is used and never spelled out.")


def _is_a_word(letters: str, answers: Sequence[Written]) -> bool:
    """Whether the document has the same letters as an ordinary word: what is only written large for effect."""
    if len(letters) < _A_WORD or not letters.isupper():
        return False
    small = Shape(rf"\b{letters.lower()}\b")
    return any(letters.lower() in answer.text and small.search(answer.text) for answer in answers)


def _used(text: str) -> tuple[tuple[str, bool], ...]:
    """The acronyms of a text, once each, and whether it says what they stand for. Words all in capitals are none."""
    used: dict[str, bool] = {}
    for found in prose.matches(_LETTERS, text):
        letters = _bare(found[0])
        if found[0] in COMMON or letters in COMMON or used.get(letters):
            continue
        if len(letters) >= _LONG and _LIKE_A_WORD.fullmatch(letters):
            continue
        if _RANK.match(text, found.start()):
            continue
        if _explains(text, found):
            used[letters] = True
        elif letters not in used and not _shouted(text, found):
            used[letters] = False
    return tuple(used.items())


def _explains(text: str, found: re.Match[str]) -> bool:
    """Whether the words around a use say what the letters stand for."""
    start, end = found.span()
    before, after = text[max(0, start - 80) : start], text[end : end + 80]
    if re.search(r"\((?:the |an? |or |“|')?\Z", before) and _stands(before, found[0]):
        return True
    return re.match(r"(?: \((?=[A-Za-z][a-z])|,? (?:stands for|is short for|means)\b)", after) is not None


def _stands(before: str, letters: str) -> bool:
    """Whether the words before a bracket could be what its letters stand for: the first of them shares a letter."""
    words = re.findall(r"[A-Za-z]+", before[-70:])
    return any(word[0].upper() == letters[0] for word in words[-3 * len(letters) :])


def _shouted(text: str, found: re.Match[str]) -> bool:
    """Whether it stands among words all in capitals, as a marking or a heading does."""
    return _SHOUTED.search(prose.near(text, *found.span(), reach=24)) is not None


def _bare(letters: str) -> str:
    return letters[:-1] if letters.endswith("s") else letters
