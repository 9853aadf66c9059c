"""Changes told in prose with their per cent: ``rose from 41 to 58 (41%)``, ``a fall of 20%, from 120 to 100``."""

import re
from typing import NamedTuple

from sa_wizard.expressions import Rare, Shape, Words
from sa_wizard.review.rules import prose
from sa_wizard.review.rules.counted import DOWNWARD, UPWARD
from sa_wizard.review.rules.pairs import Pair, pairs

_UP = rf"(?:{'|'.join(sorted(UPWARD))})\b(?<!\bup(?= to))(?<!\bmore(?= than))"
_DOWN = "|".join(sorted(DOWNWARD))
_HEDGE = r"almost|nearly|about|around|some|roughly|approximately|over|more than|just|under|less than|c\.|circa|only"
_LINK = rf"an?|or|that is|which is|is|was|by|of|to|equal|equivalent|change|it|this|i\.e\.|{_HEDGE}"
_LEADING = rf"(?:{_UP}|{_DOWN}|{_LINK})"
_AFTER = Shape(
    rf"(?P<gap>[\s,():=–-]{{0,4}}(?:{_LEADING}\b[\s,(]{{0,3}}){{0,6}}[-+−–]?)"
    rf"(?P<percent>{prose.FIGURE}){prose.PERCENT}(?!\s{{0,2}}(?:of|and \d)\b)(?P<move> (?:{_UP}|{_DOWN})\b)?",
    re.IGNORECASE,
)
_BEFORE = Shape(
    rf"(?P<percent>{prose.FIGURE}){prose.PERCENT}(?P<gap>[^.;:%\d\n]{{0,50}})\Z",
    re.IGNORECASE,
)
_WORDS = Shape(r"[\w-]+")
_HEDGED = Words(
    "almost nearly about around some roughly approximately over just under circa only", "more than", "less than", "c."
)
_OTHER = Words("and while but whereas though although against compared where", "of which")
_NOT = Shape(r"(?:\b(?:(?:can)?not|never|without|hardly|if)|n[’']t)\b", re.IGNORECASE)
_AT_LEAST = Words("over", "more than", "at least")
_NO_WAY = (("up", "to"), ("more", "than"))
_CLAUSE = Shape(r"[.;:\n](?!\d)|, (?!a |an |by |of )")
_JOINED = Shape(r"\b(?:and|but|while|or) ?\Z")
_SCALE = Rare(
    r"\b(?:aged?|ages?|open|opens|opening|shifts?"
    r"|(?:ranking|position|score|scoring|grade|wait|waiting|(?:response|waiting|journey) time)s?"
    r"(?: [a-z]{1,12}){0,3}) \(?\Z",
    *("age", "open", "shift", "rank", "position", "scor", "grade", "wait", "time"),
    flags=re.IGNORECASE,
)
"""What leads up to two figures that count nothing: ``aged from 10 to 15``, ``the score was raised from 2 to 3``."""
_REACH = 70


class Told(NamedTuple):
    """Two counts and the per cent said of them, if any. ``rising`` is None when no word says which way."""

    pair: Pair
    percent: float | None
    decimals: int
    hedged: bool
    at_least: bool
    rising: bool | None
    words: str
    clause: str
    """What leads up to the figures in the same clause."""
    said: str
    """The words that say which way."""

    @property
    def old(self) -> float:
        """The older count."""
        return self.pair.old

    @property
    def new(self) -> float:
        """The newer count."""
        return self.pair.new

    @property
    def counts(self) -> bool:
        """Whether both figures are whole numbers."""
        return self.pair.whole

    @property
    def now(self) -> bool:
        """Whether they may be the counts of this year and last: no other years are named, and one became the other."""
        return self.counts and not self.pair.dated and not self.pair.beside

    @property
    def fits(self) -> bool:
        """Whether the per cent is the change between the counts, allowing for rounding and for ``about``."""
        if self.percent is None or self.old == 0:
            return True
        true = abs(self.new - self.old) * 100 / self.old
        if self.at_least and self.percent <= true <= 1.5 * self.percent + 5:
            return True
        return close(true, self.percent, self.decimals, hedged=self.hedged)

    @property
    def turned(self) -> bool:
        """Whether the words say up and the counts go down, or the other way about."""
        return self.rising is not None and self.old != self.new and self.rising != (self.new > self.old)


def close(true: float, said: float, places: int, *, hedged: bool) -> bool:
    """Whether a per cent as printed stands for the true one."""
    room = 0.51 * float(10) ** -places
    return abs(true - said) <= (max(room, 2.5, 0.1 * true) if hedged else room)


def changes(text: str) -> tuple[Told, ...]:
    """Every pair of counts told as a change, with the per cent beside it."""
    found = [_told(text, pair) for pair in pairs(text)]
    return tuple([each for each in found if not _of_a_scale(text, each)])


def _of_a_scale(text: str, each: Told) -> bool:
    """Whether the figures are ages, scores or hours. It is asked only where it matters, because it takes time."""
    at = each.pair.start
    return (each.percent is not None or each.turned) and _SCALE.search(text, max(0, at - _REACH), at) is not None


def _told(text: str, pair: Pair) -> Told:
    start, end = pair.start, pair.end
    lead = text[max(0, start - _REACH) : start]
    clause = _clause(lead)
    said, words, percent = "" if pair.beside else clause, text[start:end], ""
    if pair.older_last and not pair.beside:  # 71, up from 48
        said += words
    after = _AFTER.match(text, end, end + _REACH) if _said_percent(text[end : end + _REACH]) else None
    before = _BEFORE.search(lead) if not after and not pair.beside and _said_percent(lead) else None
    if after and _is_change(pair, after, said):
        percent, words = after["percent"], text[start : after.end()]
        said = _last_way(after["gap"], after["move"] or "") or said
    elif before and not _OTHER.within(before["gap"]):
        said = lead[max(0, before.start() - 30) :]
        if _way(said) is not None:
            percent, words = before["percent"], lead[before.start() :] + text[start:end]
    around = f"{said} {words}" if percent else ""
    return Told(
        pair,
        prose.value(percent) if percent else None,
        prose.decimals(percent),
        _HEDGED.within(around),
        _AT_LEAST.within(around),
        _way(said),
        words,
        clause,
        f"{clause}{text[start : max(end, start + 50)]}",
    )


def _clause(lead: str) -> str:
    """The clause that leads up to two figures. A comma before them parts nothing: ``a drop in graffiti, from``."""
    last = _CLAUSE.split(lead.rstrip(" ,–") + " ")[-1]
    return "" if lead.endswith(", ") and _JOINED.search(last) else last


def _is_change(pair: Pair, after: re.Match[str], clause: str) -> bool:
    """Whether a per cent after two figures is of the change between them, and not the share of the later one.

    Some word says so, or the per cent itself does: it is that of the change, or more than the whole.
    """
    closed = ")" in after["gap"]
    if _last_way(after["gap"], after["move"] or ""):
        return not closed or pair.beside  # "children (13 to 17) rose by 12%" tells their age
    if closed:
        return False
    percent = prose.value(after["percent"])
    if _way(clause) is not None or percent > 100:
        return True
    return pair.old > 0 and close(
        abs(pair.new - pair.old) * 100 / pair.old, percent, prose.decimals(after["percent"]), hedged=False
    )


def _last_way(*words: str) -> str:
    """The last of some words that say a way; empty when none does."""
    return next((each for each in reversed(words) if _way(each) is not None), "")


def _said_percent(words: str) -> bool:
    return "%" in words or "cent" in words or "CENT" in words


def _way(words: str) -> bool | None:
    """Whether the last word of direction, or a sign at the very end, says up or down."""
    way: bool | None = None
    last = words[-1:]
    if last == "+":
        way = True
    elif last in tuple("-−–") and not words[-2:-1].isalnum():
        way = False
    else:
        after = ""
        for word in reversed(_WORDS.findall(words.lower())):
            if word in DOWNWARD or (word in UPWARD and (word, after) not in _NO_WAY):
                way = word in UPWARD
                break
            after = word
    return None if way is None or _NOT.search(words) else way
