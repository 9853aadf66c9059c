"""A dated one-off event: the exact day of one homicide, stabbing or exclusion, which identifies it without a name."""

from functools import lru_cache

from sa_wizard.review.expressions import Shape
from sa_wizard.review.privacy.clues import Clues
from sa_wizard.review.privacy.match import Spans, after, before

_EVENT_WORDS = (
    "murder,homicid,manslaught,stabb,shoot,shot,rape,kill,kidnap,abduct,suicid,assault,sexual,death,died,dead,femicid,"
    "attack,bomb,hostag,overdos,robbe,exclud,strang,beaten,alight,injur,traffick,slash,fatal,drown,lost ,fired,discharg"
)
_EVENT_STEMS = _EVENT_WORDS.split(",")
_NO_EVENT = (
    "(?:reviews?|prevention|strategy|summit|training|conference|offences?|reduction|problem|campaign|statistics|figures"
    "|data|inquiry|rates?|crisis|support|action|awareness|programme|team|unit|panel|report|workshop|network|charity"
    "|profile|plan|helpline|forum|group|investigations?|week|clinic|register|counts?|index)"
)
_DATED_EVENT = Shape(
    r"(?i)\b(?:an?|the|this|one|that|single|fatal|his|her)(?: [\w-]{2,15}){0,3} (?:murder|homicide|manslaughter"
    r"|stabbing|shooting|rape|killing|kidnap(?:ping)?|abduction|suicide|sexual assault|sexual offence|death|femicide"
    r"|acid attack|petrol bombing|firebombing|arson attack|knife attack|hostage|overdose|machete attack"
    r"|knifepoint robbery)\b"
    rf"(?!(?: and [a-z]{{3,12}}){{0,1}}(?: [a-z]{{3,12}})? {_NO_EVENT}\b)"
    r"|\b(?:an?|the|one|his|her|their|another)(?: [\w-]{2,15}){0,4} (?:was|were|had been|died after being|been|being) "
    r"(?:[a-z]{3,12}ly )?(?:stabbed|shot|raped|murdered|killed|abducted|kidnapped|sexually assaulted|permanently"
    r" excluded|found dead|strangled|beaten to death|set alight|seriously injured|critically injured|excluded"
    r"|trafficked|slashed|attacked with|fatally)"
    r"|\bfatal (?:[\w-]{2,12} ){0,2}(?:fire|collision|crash|attack|fall|overdose|blaze)\b"
    r"|\b(?:firearm|gun|shotgun|shots?|weapon) (?:was|were) (?:discharged|fired)\b"
    r"|\b(?:homicide|murder|manslaughter|stabbing|shooting|femicide|kidnap(?:ping)?|abduction) \((?=[0-9])"
    r"|\b(?:man|woman|boy|girl|teenager|pupil|resident|baby|child|pensioner|youth) (?:died|lost (?:his|her) life"
    r"|drowned)\b"
)
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
    lower = sentence.lower()
    return any(stem in lower for stem in _EVENT_STEMS) and bool(_DATED_EVENT.search(sentence))
