"""The exact age of one person beside what happened to them. Bands, thresholds, averages and groups are left alone."""

from collections.abc import Callable

from sa_wizard.expressions import Shape
from sa_wizard.review.privacy.clues import LED, Clues
from sa_wizard.review.privacy.match import Spans, after, before

_PERSON_WORDS = """
    boy girl man woman male female youth teenager teen pupil student victim suspect resident pensioner child son
    daughter tenant offender perpetrator defendant driver passenger cyclist pedestrian person youngster adult mother
    father husband wife brother sister neighbour lad gentleman lady individual patient survivor juvenile caller
    complainant nominal witness schoolboy schoolgirl widow widower carer worker shopkeeper partner grandmother
    grandfather boyfriend girlfriend baby toddler attacker killer assailant sleeper informant occupant detainee prisoner
    deceased burglar robber nephew niece cousin uncle aunt ex-partner ex-husband ex-wife
"""
_PERSON = frozenset(_PERSON_WORDS.split())
_PEOPLE_WORDS = """
    boys girls men women males females youths teenagers pupils students victims suspects brothers sisters children
    teens defendants people offenders lads friends cousins twins residents
"""
_PEOPLE = frozenset(_PEOPLE_WORDS.split())
_FEW = frozenset({"two", "three", "four", "both", "2", "3", "4", "the"})
_LEARNERS = frozenset({"pupils", "students", "children"})
_OF_A_KIND = frozenset({"youngest", "oldest", "eldest", "younger", "older", "other", "all"})
"""What makes 'the pupils' a year group of a school."""
_OF_SEVERAL = frozenset({"one", "two", "three", "four", "five"})
_NOBODY = frozenset(
    {"each", "every", "any", "per", "no", "average", "typical", "median", "mean", "most", "no-one", "everyone"}
)
_BEING = frozenset({"is", "was", "then", "now", "only", "just", "aged", "himself", "herself", "who", "also"})
_DONE_WORDS = """
    died killed murdered stabbed arrested convicted charged raped attacked assaulted shot sentenced jailed excluded
    admitted robbed he she
"""
_DONE = frozenset(_DONE_WORDS.split())
_UNITS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_TEENS = ["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_IN_WORDS = frozenset((*_UNITS, *_TEENS, *_TENS, *(f"{ten}-{unit}" for ten in _TENS for unit in _UNITS)))


_OLD = Shape(r"(?:[ -]?(?:years?|yrs?)[ -](?:old|of age)|[ -]?y/?o)(?!\w)")
_RANGE = Shape(
    r"(?i)(?:[ -]?years?(?:[ -]of age|[ -]old)?)?(?: ?[-–+/%]|,? (?:to|and (?:over|under|above|older|younger|up|below)"
    r"|or (?:over|under|above|older|younger|more|less|below|[0-9])|plus|upwards|through|years and|years or|up)\b)"
)
_AND = Shape(r",? and [0-9]{1,2}(?![\w-])")
_ANYBODY = Shape(
    r"(?i)\b(?:any|every|each|typical|average|most|no|per|between|over|under|than|to|or|and|average of|like a|such as"
    r" a)(?: an?)? \Z"
)
_FEW_BEFORE = Shape(r"(?i)\b(?:two|three|four|both|[234]) (?:[\w-]{2,15} )?\Z")
_NOUN = Shape(r"(?i)\b(?:an?|the|this|his|her|one|another)(?: [\w-]{2,15})? \Z")
_THEN_VERB = Shape(
    r"(?:,? (?:was|were|is|who|whose|had|has|from|told|living|lived|reported|died|with|suffered|stabbed|attacked"
    r"|arrested|charged|and his|and her|being|received|remains|killed|raped|found|threatened|robbed|for|after)\b"
    r"|[,.;)]|\Z)"
)
_ENDS = Shape(r"[,.;)]| when\b| at the time\b| and\b|\Z")
_THEN_OF = Shape(r"(?: years)?(?:[,.;)]| (?!or\b|to\b|and\b|years?\b|per\b|plus\b|months?\b|weeks?\b)[a-z])")
_LISTED = frozenset({"", ",", ")", "."})
_OPENS = frozenset({",", "("})
_ARTICLES = frozenset({"a", "an", "the", "one", "another", "this"})
_OF_AGE = frozenset(
    {"boy", "girl", "man", "woman", "child", "youth", "lad", "teenager", "widow", "widower", "pensioner"}
)
_OLDEST = 119


def ages(clues: Clues) -> Spans:
    """An exact age of one person, or of two to four."""
    text = clues.text
    for start, end in clues.plain:
        then = text[end : end + 2]
        if then in (" y", "-y"):
            old = _OLD.match(text, end)
            if old and _is_old(text, start, old.end()):
                yield start, old.end()
                continue
        led = text[start - 3 : start]
        if led not in LED and not ((then[:1] in _LISTED or then == " a") and (led[1:] == ", " or led[2:] == "(")):
            continue
        word = text[max(0, start - 9) : start].rstrip(" ").rpartition(" ")[2]
        look = _in_commas if word[-1:] in _OPENS else _LOOKS.get(word.lower().lstrip("("))
        told = look and look(text, start, end)
        if told and int(text[start:end]) <= _OLDEST:
            yield start, told
    for start, end in clues.odd:
        if text.startswith("yo", end - 2) and end - start <= 4 and _is_old(text, start, end):
            yield start, end
    yield from _in_words(text)


def _in_words(text: str) -> Spans:
    """Ages in words: 'a fifteen-year-old girl'."""
    at = text.find("year")
    while at >= 0:
        if at > 3 and text[at - 2].isalpha():
            word = text[max(0, at - 16) : at - 1].rpartition(" ")[2]
            old = _OLD.match(text, at - 1) if word.lower() in _IN_WORDS else None
            if old and _is_old(text, at - 1 - len(word), old.end()):
                yield at - 1 - len(word), old.end()
        at = text.find("year", at + 4)


def _is_old(text: str, start: int, end: int) -> bool:
    """Whether 'so many years old' is said of one person, or of a few."""
    lead, then = before(text, start, 24), after(text, end, 48)
    if not _ANYBODY.search(lead):
        nouns = [word.strip(",.;:()'’") for word in then.lower().split(None, 3)[:3]]
        if any(noun in _PERSON for noun in nouns) or (_NOUN.search(lead) and _THEN_VERB.match(then)):
            return True
        if any(noun in _PEOPLE for noun in nouns) and _FEW_BEFORE.search(lead):
            return True
    return _is_somebody(_words(text, start))


def _words(text: str, end: int) -> list[str]:
    """The last few words before a place, in small letters, of the same sentence."""
    words = text[max(0, end - 56) : end].lower().replace("(", " ").split()[-7:]
    for index in range(len(words) - 1, -1, -1):
        if words[index].endswith((".", ";")):
            return words[index + 1 :]
    return words


def _one(words: list[str]) -> bool:
    """Whether the words end in one person: 'the second victim,', 'a mother of two, who is'."""
    at = len(words) - 1
    who = False
    while at >= 0 and words[at].rstrip(",") in _BEING:
        who = who or words[at] == "who"
        at -= 1
    if at > 1 and words[at].rstrip(",") in _OF_SEVERAL and words[at - 1] == "of":
        at -= 2
    nearest = range(at, max(-1, at - 5), -1) if who else range(at, at - 1, -1)
    found = next((place for place in nearest if place >= 0 and words[place].rstrip(",") in _PERSON), -1)
    return found >= 0 and _NOBODY.isdisjoint(words[:found])


def _few(words: list[str]) -> bool:
    """Whether the words end in two, three or four people."""
    if not words or words[-1].rstrip(",") not in _PEOPLE or _FEW.isdisjoint(words[-4:-1]):
        return False
    return words[-1].rstrip(",") not in _LEARNERS or _OF_A_KIND.isdisjoint(words[-4:-1])


def _is_somebody(words: list[str]) -> bool:
    """Whether the words end in 'she was only', 'her attacker was'."""
    at = len(words) - 1
    while at >= 0 and words[at] in _BEING:
        at -= 1
    if not {"is", "was"}.intersection(words[at + 1 :]):
        return False
    return at >= 0 and (words[at] in ("he", "she") or _one(words))


def is_somebody(text: str, start: int) -> bool:
    """Whether the words before a place end in one person: 'the complainant,', 'she was'."""
    words = _words(text, start)
    return _one(words) or _is_somebody(words)


def _aged(text: str, start: int, end: int) -> int | None:
    """'A woman aged 34', 'two boys aged 14 and 15'."""
    words = _words(text, start)[:-1]
    return _ending(text, end, words) if _one(words) or _few(words) or _happened(words) else None


def _at_age(text: str, start: int, end: int) -> int | None:
    """'She died at age 24'."""
    words = _words(text, start)[:-1]
    return _ending(text, end, words) if _few(words) or _happened(words) else None


def _of(text: str, start: int, end: int) -> int | None:
    """'A woman of 73 was', 'died at the age of 24'."""
    last = text[max(0, start - 16) : start - 4].rpartition(" ")[2]
    if last not in _OF_AGE and last != "age":
        return None
    words = _words(text, start)[:-1]
    if words[-1:] == ["age"]:
        return _ending(text, end, words) if _few(words[:-1]) or _happened(words[:-1]) else None
    one = words[-1:] and words[-1] in _OF_AGE and _one(words) and not _ARTICLES.isdisjoint(words[-4:-1])
    return end if one and _THEN_OF.match(text, end) else None


def _is(text: str, start: int, end: int) -> int | None:
    """'She was only 19', 'her attacker was 17'."""
    return end if _ENDS.match(text, end) and _is_somebody(_words(text, start)) else None


def _in_commas(text: str, start: int, end: int) -> int | None:
    """'A man, 27, was', 'a woman (31)', 'two brothers, 15 and 17'."""
    last = before(text, start, 16).rstrip(" ,(").rpartition(" ")[2].lower()
    if last not in _PERSON and last not in _PEOPLE and last not in _OF_SEVERAL:
        return None
    words = _words(text, start)
    both = _AND.match(text, end)
    if both and _few(words):
        return both.end()
    return end if text[end : end + 1] in _LISTED and _one(words) else None


def _ending(text: str, end: int, words: list[str]) -> int | None:
    """Where a stated age ends; None when it is a range, or when two ages are told of more than a few."""
    both = _AND.match(text, end)
    if both:
        return both.end() if _few(words) else None
    return None if _RANGE.match(text, end) else end


def _happened(words: list[str]) -> bool:
    """Whether something was done to, or by, somebody in the words just before."""
    done = not _DONE.isdisjoint(word.rstrip(",") for word in words[-6:])
    return done and words[-1] not in ("people", "those") and _NOBODY.isdisjoint(words)


_LOOKS: dict[str, Callable[[str, int, int], int | None]] = {
    "aged": _aged,
    "age": _at_age,
    "of": _of,
    **dict.fromkeys(("is", "was", "only", "just", "now", "then"), _is),
}
"""What is tried after the word before a figure."""
