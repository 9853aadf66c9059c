"""Words that put an answer off: who will write it, when the figures come, what it was last year.

A promise that says when, "To be agreed by the board in June", may be somebody's answer and is left alone.
"""

import re

from sa_wizard.expressions import Rare

WHATS = """
text figure figures data detail details number numbers name names date dates title chart charts graph graphs table
tables map maps image images picture pictures photo photos logo answer response content information commentary
narrative wording paragraph percentage ward source link
"""
WHAT = rf"(?:{'|'.join(WHATS.split())})"
"""What an answer is called by those who have none yet."""
_STEPS = (
    *("added", "confirmed", "completed", "supplied", "provided", "inserted", "written", "drafted", "updated"),
    *("finalised", "finalized", "agreed", "decided", "advised", "announced", "determined", "filled in"),
)
LATER = rf"be (?:{'|'.join(_STEPS)})"
PUT_OFF = ("tba", "tbc", "tbd", "tbn", "to follow", "to come", *(f"to be {step}" for step in _STEPS))
"""What a text has in it that says only that an answer will come."""

_STOPS = r"(?:in|on|at|by|to|before|after|when|once|if|but|and|next|this|until|within|rose|fell|was|were)"
_NAME = rf"(?!{_STOPS}\b)[a-z'’&-]{{1,20}}"
_WHO = rf"(?:the |our |an? )?{_NAME}(?: {_NAME}){{0,3}}"
_ROLES = (
    r"(?:analysts?|police|council|force|health|partners?|author|officers?|manager|leads?|chair|team|probation"
    r"|colleagues?|some(?:body|one))"
)
_VERBS = ("complete", "write", "draft", "fill in", "finish", "supply", "confirm", "update", "advise", "send")
_DO = rf"(?:{'|'.join(_VERBS)})(?: (?:this|it|here))?"
_PARTS = ["section", "part", "chapter", "paragraph", "text", "box", "field", "answer", "table", "page", "bit"]
_WHEN = (
    rf"later(?: on)?|soon|shortly|in due course|next|at a later (?:date|stage)|by {_WHO}|(?:when|once) [\w'’ ]{{1,40}}"
)
_DONE = (
    r"(?:added|completed|written|drafted|updated|supplied|filled in|finished|finali[sz]ed|provided|inserted|done)"
    rf"(?: (?:{_WHEN}))?"
)
_WILL_BE = r"(?:will be|is to be|(?:still )?(?:needs|has) to be|to be|(?:is|has) (?:still|yet) to be)"


def _promise(pattern: str, *signs: str) -> Rare:
    return Rare(rf"(?:{pattern})[\s.!…]{{0,20}}", *signs, flags=re.IGNORECASE)


_PROMISES = (
    _promise(
        rf"(?:tb[acdn]|(?:{WHAT} |more )?to (?:follow|come|{LATER})) ?(?:\([^()]{{1,80}}\)|(?:by|from) {_WHO})",
        *PUT_OFF,
    ),
    _promise(rf"(?:the )?(?:[\w'’-]{{1,20}} )?{_ROLES} to {_DO}", *(f" to {verb}" for verb in _VERBS)),
    _promise(rf"(?:draft |some |more |the |your )?{WHAT} (?:to go|to be put) (?:in )?here", "to go ", "to be put "),
    _promise(
        rf"(?:this|the) (?:{'|'.join(_PARTS)}) {_WILL_BE} {_DONE}",
        *(f"{this} {part} " for this in ("this", "the") for part in _PARTS),
    ),
    _promise(rf"{WHAT} (?:is |are |still )?(?:awaited|pending)(?: from {_WHO})?", "awaited", "pending"),
    _promise(rf"pending(?: (?:{WHAT}|update|confirmation))?", "pending"),
    _promise(r"(?:the )?(?:same )?as last year(?:['’]s)?(?: report| assessment)?", "as last year"),
)
"""The ways to put an answer off."""
_SOMEBODY = Rare(
    rf"[\w'’& .-]{{1,40}} to (?:{_DO}|(?:add|check|provide|do)(?: (?:this|it|here|{WHAT}))?)",
    *(f" to {verb}" for verb in (*_VERBS, "add", "check", "provide", "do")),
    flags=re.IGNORECASE,
)
_LONGEST = 120


def promised(line: str, *, bracketed: bool = False) -> bool:
    """Whether a line only says that something will come; in brackets, anybody may be the one to write it."""
    if len(line) > _LONGEST:
        return False
    low = line.lower()
    if not ("to " in low or "tb" in low or "pending" in low or "as last" in low or "awaited" in low or "be " in low):
        return False  # every promise has one of these, and they are sooner looked for
    return any(promise.fullmatch(line) for promise in _PROMISES) or (bracketed and bool(_SOMEBODY.fullmatch(line)))
