"""Words that put an answer off: who will write it, when the figures come, what it was last year.

A promise that says when, "To be agreed by the board in June", may be somebody's answer and is left alone.
"""

import re

from sa_wizard.review.expressions import Shape

WHAT = (
    r"(?:text|figures?|data|details?|numbers?|names?|dates?|title|charts?|graphs?|tables?|maps?|images?|pictures?|photos?"
    r"|logo|answer|response|content|information|commentary|narrative|wording|paragraph|percentage|ward|source|link)"
)
"""What an answer is called by those who have none yet."""
LATER = (
    r"be (?:added|confirmed|completed|supplied|provided|inserted|written|drafted|updated|finali[sz]ed|agreed|decided"
    r"|advised|announced|determined|filled in)"
)

_STOPS = r"(?:in|on|at|by|to|before|after|when|once|if|but|and|next|this|until|within|rose|fell|was|were)"
_NAME = rf"(?!{_STOPS}\b)[a-z'’&-]{{1,20}}"
_WHO = rf"(?:the |our |an? )?{_NAME}(?: {_NAME}){{0,3}}"
_ROLES = (
    r"(?:analysts?|police|council|force|health|partners?|author|officers?|manager|leads?|chair|team|probation"
    r"|colleagues?|some(?:body|one))"
)
_DO = r"(?:complete|write|draft|fill in|finish|supply|confirm|update|advise|send)(?: (?:this|it|here))?"
_PART = r"(?:section|part|chapter|paragraph|text|box|field|answer|table|page|bit)"
_WHEN = (
    rf"later(?: on)?|soon|shortly|in due course|next|at a later (?:date|stage)|by {_WHO}|(?:when|once) [\w'’ ]{{1,40}}"
)
_DONE = (
    r"(?:added|completed|written|drafted|updated|supplied|filled in|finished|finali[sz]ed|provided|inserted|done)"
    rf"(?: (?:{_WHEN}))?"
)
_WILL_BE = r"(?:will be|is to be|(?:still )?(?:needs|has) to be|to be|(?:is|has) (?:still|yet) to be)"
_PROMISES = (
    rf"(?:tb[acdn]|(?:{WHAT} |more )?to (?:follow|come|{LATER})) ?(?:\([^()]{{1,80}}\)|(?:by|from) {_WHO})",
    rf"(?:the )?(?:[\w'’-]{{1,20}} )?{_ROLES} to {_DO}",
    rf"(?:draft |some |more |the |your )?{WHAT} (?:to go|to be put) (?:in )?here",
    rf"(?:this|the) {_PART} {_WILL_BE} {_DONE}",
    rf"{WHAT} (?:is |are |still )?(?:awaited|pending)(?: from {_WHO})?",
    rf"pending(?: (?:{WHAT}|update|confirmation))?",
    r"(?:the )?(?:same )?as last year(?:['’]s)?(?: report| assessment)?",
)
_PROMISE = Shape(rf"(?:{'|'.join(_PROMISES)})[\s.!…]{{0,20}}", re.IGNORECASE)
_SOMEBODY = Shape(
    rf"[\w'’& .-]{{1,40}} to (?:{_DO}|(?:add|check|provide|do)(?: (?:this|it|here|{WHAT}))?)", re.IGNORECASE
)
_LONGEST = 120


def promised(line: str, *, bracketed: bool = False) -> bool:
    """Whether a line only says that something will come; in brackets, anybody may be the one to write it."""
    if len(line) > _LONGEST:
        return False
    low = line.lower()
    if not ("to " in low or "tb" in low or "pending" in low or "as last" in low or "awaited" in low or "be " in low):
        return False  # every promise has one of these, and they are sooner looked for
    return bool(_PROMISE.fullmatch(line) or (bracketed and _SOMEBODY.fullmatch(line)))
