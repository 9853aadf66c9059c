"""Extracts from incident logs: the words of a caller or of a control room, which are somebody's own story."""

from collections.abc import Iterator

from sa_wizard.expressions import Rare, Shape
from sa_wizard.review.privacy.clues import Clues
from sa_wizard.review.privacy.match import Spans, after, before, has_quote

_VERB = "(?:states?|stating|reports?|reporting|advis(?:es|ing)|says?|saying|alleges?|alleging|believes?|can hear|heard)"
_TELLERS = ("caller", "informant", "inft ", "inf ", "aggrieved ")
_TELLS = Rare(
    rf"(?:caller|informant|inft|inf|aggrieved)(?: now| also| then)? {_VERB}(?: [a-z0-9'’-]{{1,20}}){{1,3}}",
    *(" stat", " report", " advis", " say", " alleg", " believe", " can hear", " heard"),
)
_IS_SOMEBODY = Rare(
    r"(?:caller|informant|inft|aggrieved) is (?:an? |the |very |now |still |in |outside |alone|distressed|elderly"
    r"|frightened|upset|drunk|male|female|ex)",
    " is ",
)
_IP = Shape(
    rf"IP (?:{_VERB}|is (?:an? |the |now |still |alone|distressed)|was (?:grabbed|hit|punched|pushed|followed))"
)
_ARTICLE = Shape(r"\b(?:the|an?|each|every|any|one|this|that|when|if|where|which|whether|most|or|first|new|per) \Z")
_THAT = Shape(r"[a-z]{3,10}(?: now| also| then)? [a-z]{3,9} that ")
_TWO_TIMES = Shape(r" x (?:IC[1-9] )?(?:males?|females?|youths?|persons?|lads)\b")
_LOOKED_LIKE = Shape(r"IC[1-9] (?:males?|females?|youths?)\b")
_QUOTED = Rare(
    r"logs? (?:[a-z]{2,12} ){0,3}?(?:reads?|says?|puts it|put it|states?|stated|recorded|quoted|notes?)[,:]{0,2} ?"
    r"[\"“'‘][^\"”’\n]{3,160}",
    *(" read", " say", " put", " state", " recorded", " quoted", " note"),
)
_SENTENCE = 120
_LONGEST = 250
"""Characters of what is looked for at one place, and more."""
_SHOUTED_WORDS = 5


def logs(clues: Clues) -> Spans:
    """Words that a control room wrote down: 'caller states male is…', 'INFT reports…', a log in capitals."""
    text, lower = clues.text, clues.lower
    for teller in _TELLERS:
        if teller in lower:
            yield from _told(text, lower, teller)
    if clues.shouted:
        yield from _capitals(text)
    for start, end in clues.plain if " x " in text else ():
        several = _TWO_TIMES.match(text, end)
        if several:
            yield start, several.end()
    for start, _ in clues.odd:
        looks = _LOOKED_LIKE.match(text, start - 2) if text.startswith("IC", start - 2) else None
        if looks:
            yield looks.span()
    for start in _places(lower, "log") if has_quote(text) else ():
        quoted = _QUOTED.match(lower, start, start + _LONGEST)
        if quoted:
            yield quoted.span()


def _capitals(text: str) -> Spans:
    for start in _places(text, "IP "):
        victim = _IP.match(text, start)
        if victim:
            yield victim.span()
    for start in _places(text, "NFA"):
        if _is_shouted(text, start):
            yield start, start + 3


def _places(text: str, word: str) -> Iterator[int]:
    """Where a word starts, unless it ends a longer one."""
    at = text.find(word)
    while at >= 0:
        if not text[at - 1 : at].isalnum():
            yield at
        at = text.find(word, at + len(word))


def _told(text: str, lower: str, teller: str) -> Spans:
    """'Caller states male is outside'. With an article it may be about callers: 'the caller states the problem'."""
    for start in _places(lower, teller):
        end = start + _LONGEST
        said = _TELLS.match(lower, start, end) or _IS_SOMEBODY.match(lower, start, end)
        if said and (not _ARTICLE.search(before(lower, start, 10)) or _THAT.match(lower, start)):
            yield said.span()
        elif _is_shouted(text, start):
            yield start, start + len(teller.rstrip())


def _is_shouted(text: str, at: int) -> bool:
    """Whether the sentence around a place is in capitals, as control rooms type."""
    lead, then = before(text, at, _SENTENCE), after(text, at, _SENTENCE)
    words = f"{lead[max(lead.rfind('. '), lead.rfind(chr(10))) + 1 :]}{then.partition(chr(10))[0].partition('. ')[0]}"
    plain = [word for word in words.replace("/", " ").split() if len(word) > 1 and word[0].isalpha()]
    return len(plain) >= _SHOUTED_WORDS and sum(map(str.isupper, plain)) >= len(plain) - 1
