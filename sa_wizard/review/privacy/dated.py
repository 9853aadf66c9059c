"""A dated one-off event: the exact day of one homicide, stabbing or exclusion, which identifies it without a name."""

import re
from functools import lru_cache

from sa_wizard.expressions import Rare, Shape
from sa_wizard.review.privacy.clues import Clues
from sa_wizard.review.privacy.match import Spans, after, before

_NO_EVENT = (
    "(?:reviews?|prevention|strategy|summit|training|conference|offences?|reduction|problem|campaign|statistics|figures"
    "|data|inquiry|rates?|crisis|support|action|awareness|programme|team|unit|panel|report|workshop|network|charity"
    "|profile|plan|helpline|forum|group|investigations?|week|clinic|register|counts?|index)"
)
_ONE_EVENT = Rare(
    r"\b(?:an?|the|this|one|that|single|fatal|his|her)(?: [\w-]{2,15}){0,3} (?:murder|homicide|manslaughter"
    r"|stabbing|shooting|rape|killing|kidnap(?:ping)?|abduction|suicide|sexual assault|sexual offence|death|femicide"
    r"|acid attack|petrol bombing|firebombing|arson attack|knife attack|hostage|overdose|machete attack"
    r"|knifepoint robbery)\b"
    rf"(?!(?: and [a-z]{{3,12}}){{0,1}}(?: [a-z]{{3,12}})? {_NO_EVENT}\b)",
    *(
        "murder",
        "homicide",
        "manslaughter",
        "stabbing",
        "shooting",
        "rape",
        "killing",
        "kidnap",
        "abduction",
        "suicide",
    ),
    *(
        "sexual assault",
        "sexual offence",
        "death",
        "femicide",
        "attack",
        "bombing",
        "hostage",
        "overdose",
        "knifepoint",
    ),
    flags=re.IGNORECASE,
)
_WAS_HARMED = Rare(
    r"\b(?:an?|the|one|his|her|their|another)(?: [\w-]{2,15}){0,4} (?:was|were|had been|died after being|been|being) "
    r"(?:[a-z]{3,12}ly )?(?:stabbed|shot|raped|murdered|killed|abducted|kidnapped|sexually assaulted|permanently"
    r" excluded|found dead|strangled|beaten to death|set alight|seriously injured|critically injured|excluded"
    r"|trafficked|slashed|attacked with|fatally)",
    *("stabbed", "shot", "raped", "murdered", "killed", "abducted", "kidnapped", "sexually assaulted", "excluded"),
    *("found dead", "strangled", "beaten to", "set alight", "injured", "trafficked", "slashed", "attacked", "fatally"),
    flags=re.IGNORECASE,
)
_FATAL = Rare(
    r"\bfatal (?:[\w-]{2,12} ){0,2}(?:fire|collision|crash|attack|fall|overdose|blaze)\b",
    "fatal ",
    flags=re.IGNORECASE,
)
_FIRED = Rare(
    r"\b(?:firearm|gun|shotgun|shots?|weapon) (?:was|were) (?:discharged|fired)\b",
    *("discharged", "fired"),
    flags=re.IGNORECASE,
)
_WITH_AGE = Rare(
    r"\b(?:homicide|murder|manslaughter|stabbing|shooting|femicide|kidnap(?:ping)?|abduction) \((?=[0-9])",
    " (",
    flags=re.IGNORECASE,
)
_DIED = Rare(
    r"\b(?:man|woman|boy|girl|teenager|pupil|resident|baby|child|pensioner|youth) (?:died|lost (?:his|her) life"
    r"|drowned)\b",
    *(" died", " lost h", " drowned"),
    flags=re.IGNORECASE,
)
_EVENTS = (_ONE_EVENT, _WAS_HARMED, _FATAL, _FIRED, _WITH_AGE, _DIED)
"""How one serious event is told of."""
_SPAN = Shape(r"(?i)\b(?:from|between|to|until|till|since|up to|by|ending|ended|before|after|beginning|week of|and) \Z")
_BETWEEN = Shape(r"(?i)\b(?:between|from)\b[^.;]{0,24} (?:and|to) \Z")
_THEN_SPAN = Shape(r"(?i) ?(?:to|and|until|[-–]) ?[0-9]{1,2}(?:st|nd|rd|th)?[ /]")
_SENTENCE = 200


def dated_events(clues: Clues) -> Spans:
    """An exact day in the same sentence as one serious event. The span is the day's."""
    text = clues.text
    for start, end in clues.days:
        lead = before(text, start, _SENTENCE)
        opens = max(lead.rfind(". "), lead.rfind("\n"), lead.rfind("; ")) + 1
        then = after(text, end, _SENTENCE)
        ends = [place for place in (then.find(". "), then.find("\n"), then.find("; ")) if place >= 0]
        if not _tells_event(lead[opens:] + text[start:end] + then[: min(ends, default=len(then))]):
            continue
        if not (_SPAN.search(lead[-16:]) or _THEN_SPAN.match(text, end) or _BETWEEN.search(lead[-40:])):
            yield start, end


@lru_cache(maxsize=64)
def _tells_event(sentence: str) -> bool:
    return any(event.search(sentence) for event in _EVENTS)
