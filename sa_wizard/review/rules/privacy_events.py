"""Small counts in sensitive categories, and a dated one-off event: what identifies somebody without any name."""

from sa_wizard.review.rules.privacy_days import DAY
from sa_wizard.review.rules.privacy_match import Shape, Spans, after, before

_SENSITIVE_WORDS = (
    "rape,sexual,sex offence,sex attack,hate ,racis,racial,homophob,transphob,antisemit,anti-semit,islamophob,"
    "domestic ,exclu,suspen,admission,admitted,hospitalised,honour,forced marr,fgm,genital,exploitation,traffick,"
    "slavery,groom,indecent,disability ,religious,faith "
)
_EVENT_WORDS = (
    "murder,homicid,manslaught,stabb,shoot,shot,rape,kill,kidnap,abduct,suicid,assault,sexual,death,died,dead,femicid,"
    "attack,bomb,hostag,overdos,robbe,exclud,strang,beaten,alight,injur,traffick,slash,fatal,drown,lost "
)
_SENSITIVE_STEMS = _SENSITIVE_WORDS.split(",")
_EVENT_STEMS = _EVENT_WORDS.split(",")
_STEM = Shape("|".join(_SENSITIVE_STEMS))
_ROOM = 120
"""Characters on either side of a sensitive word within which a count may belong to it."""
_TARGET = (
    " (?:offences?|crimes?|incidents?|reports?|cases?|victims?|assaults?|attacks?|allegations?|homicides?|murders?)"
)
_HATRED = (
    *("racial", "racist", "homophobic", "transphobic", "disability", "religious", "faith", "antisemitic"),
    *("anti-semitic", "islamophobic", "racially", "religiously"),
)
_OF_WHAT = (
    *("domestic", "domestic abuse", "domestic violence", "domestic homicide", "rape", "child sexual exploitation"),
    *("child sexual abuse", "sexual abuse", "sexual violence", "forced marriage", "fgm", "female genital mutilation"),
    *("honour-based abuse", "honour based abuse", "honour-based violence", "honour-based", "modern slavery"),
    *("exploitation", "human trafficking", "trafficking", "grooming", "hate"),
)
_ITSELF = (
    *("rapes?", "sexual offences?", "sexual assaults?", "sex offences?", "sex attacks?", "indecent exposures?"),
    *("hate crime (?:offences|incidents|reports|cases|victims)", "domestic homicides?", "forced marriages?"),
    *("exclusions?", "permanent suspensions?", "fixed[- ]term suspensions?", "suspensions from school"),
    *("hospital admissions?", "admissions? to hospital", "emergency admissions?", "alcohol admissions?"),
    *("drug admissions?", "assault admissions?", "self-harm admissions?"),
)
_SENSITIVE = "|".join(
    (
        *_ITSELF,
        *(f"{word}(?:[- ](?:hate|aggravated|motivated|harassment))?(?: hate)?{_TARGET}" for word in _HATRED),
        *(f"{word}(?: related)?{_TARGET}" for word in _OF_WHAT),
    )
)
_SMALL = "(?:1|2|3|4|one|two|three|four|a single|only one|just one)"
_ADJECTIVE = (
    "(?:recorded|reported|serious|repeat|alleged|attempted|confirmed|known|emergency|permanent|non-recent|historic"
    "|separate|fixed[- ]term|school|further|racially|religiously|unsolved|child|adult|male|female|stranger|high-risk"
    "|alcohol-specific|alcohol-related|drug-related|assault-related|violent|police-recorded|formal|new)"
)
_COUNTED = Shape(
    rf"{_SMALL} (?:{_ADJECTIVE} ){{0,2}}(?:{_SENSITIVE}|[a-z]{{4,12}}-(?:specific|related) admissions?)(?![\w-])"
)
_PEOPLE = Shape(
    rf"{_SMALL} (?:[a-z-]{{3,15}} ){{0,2}}(?:women|woman|men|man|girls?|boys?|pupils?|people|person|children|child"
    r"|students?|residents?|patients?|young people|young person|victims?|teenagers?|adults?)"
    r" (?:were|was|had been|have been|has been) (?:(?:permanently|sexually|repeatedly|allegedly) )?"
    r"(?:raped|assaulted by a partner|assaulted|excluded|admitted to hospital|hospitalised|trafficked|groomed)\b"
)
_SEXUAL_ONLY = Shape(r"(?i)(?<!sexually )assaulted\Z")
_AFTER_NAME = Shape(
    rf"(?:{_SENSITIVE})(?: recorded| reported| in \w{{3,15}}| this year)?(?:[ \u00a0]?[:(=|–—-][ \u00a0]?|, | \| )"
    r"(?:n ?= ?)?[1-4](?![\w%]|[.,/:-][0-9])(?= *(?:[;|).,]|\n|\Z| in\b| at\b| this\b| last\b| \(| recorded| reported))"
)
_MARKED = Shape(r"[:(=|–—,-] ?(?:n ?= ?)?[1-4](?!\w)")
_FELL = Shape(
    rf"(?:{_SENSITIVE})(?: [a-z-]{{2,15}}){{0,6}}? (?:from (?:[0-9]{{1,3}}|[a-z]{{3,9}}) to (?:[1-4](?![\w%]"
    rf"|[.,][0-9])"
    r"|(?:one|two|three|four)\b)|from (?:[1-4]|one|two|three|four) to (?:[0-9]|[a-z]))"
)
_NOT_A_COUNT = Shape(
    r"(?i)(?:\b(?:fewer than|less than|under|below|more than|over|up to|at least|at most|about|average of|mean of|by"
    r"|priority|section|item|level|table|chapter|appendix|group|category|tier|year|phase|figure|recommendation"
    r"|objective|theme|type|quarter|stage|step|strand|goal|aim|action|page|part|part [a-z]|than|to|minus|between"
    r"|each|every|question|least|top|the|these|our|all|first|next|rank|class|ranked|average|averages)|one|two|three|four"
    r"|[0-9]) \Z|[\w.,/£$+−-]\Z|[0-9] ?(?:in|out of) \Z|\b(?:one|two|three|four|five|six|seven|nine|ten) (?:in"
    r"|out of) \Z"
)
_NOT_THIS = Shape(
    r"(?i)(?: [a-z]{2,12}){0,3}[ ,]{1,2}(?:per (?:day|night|week|month|hour|1,000|100)|(?:an?|each|every) (?:day|night"
    r"|week|month|hour|weekend)\b|daily|weekly)"
    r"| (?:review|reviews|worker|adviser|advisor|advocate|campaign|workshop|session|services?|training|prevention"
    r"|strategy|team|officer|scheme|polic(?:y|ies)|lead|champion|reporting|panel|group|coordinator|awareness|course"
    r"|unit|programme|project|refuge|hub|forum|conference|schedules|categories|codes|types|definitions|questions"
    r"|indicators|support|charit(?:y|ies)|measures?|actions?|priorit(?:y|ies)|rates?|in (?:two|three|four|five|six|ten"
    r"|[0-9]{1,3})(?! (?:wards?|schools?|months|weeks|years)))\b"
)

_NAMED = Shape(
    r"(?i)\b(?:rapes?|sexual|sex offences?|hate|racist|racial|homophobic|domestic (?:abuse|violence|homicides?)"
    r"|exclusions?|suspensions?|hospital admissions?|admissions? to hospital|honour|forced marriages?|FGM|genital"
    r"|trafficking|slavery|exploitation)\b"
)
_NAMED_NOT = Shape(r"(?i)\b(?:non-domestic|services?|training|refuges?|workers|sessions|premises|schools)\b")

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
    r"|\b(?:man|woman|boy|girl|teenager|pupil|resident|baby|child|pensioner|youth) (?:died|lost (?:his|her) life"
    r"|drowned)\b"
)
_SPAN = Shape(r"(?i)\b(?:from|between|to|until|till|since|up to|by|ending|ended|before|after|beginning|week of|and) \Z")
_BETWEEN = Shape(r"(?i)\b(?:between|from)\b[^.;]{0,24} (?:and|to) \Z")
_THEN_SPAN = Shape(r"(?i) ?(?:to|and|until|[-–]) ?[0-9]{1,2}(?:st|nd|rd|th)?[ /]")
_SENTENCE = 200


def small_counts(text: str) -> Spans:
    """One to four of something sensitive, counted in prose."""
    lower = text.lower()
    if not any(stem in lower for stem in _SENSITIVE_STEMS):
        return
    if len(lower) != len(text):  # a few capitals of other alphabets become two characters
        lower = text
    for start, end in _around_sensitive(lower):
        yield from _small_within(lower, start, end)


def _around_sensitive(lower: str) -> Spans:
    """The stretches of a text with a sensitive word in them, with room on either side; no two overlap."""
    start = end = 0
    for stem in _STEM.finditer(lower):
        if end and stem.start() - _ROOM > end:
            yield start, end
            end = 0
        if not end:
            start = max(0, stem.start() - _ROOM)
        end = stem.end() + _ROOM
    if end:
        yield start, end


def _small_within(text: str, first: int, last: int) -> Spans:
    for shape in (_COUNTED, _PEOPLE):
        for found in shape.finditer(text, first, last):
            if shape is _PEOPLE and _SEXUAL_ONLY.search(found.group()):
                continue
            if shape is _COUNTED and not _agrees(found.group()):
                continue
            lead, then = before(text, found.start(), 24), after(text, found.end(), 30)
            if not _NOT_A_COUNT.search(lead) and not _NOT_THIS.match(then):
                yield found.span()
    after_name = _AFTER_NAME if _MARKED.search(text, first, last) else None
    fell = _FELL if text.find(" from ", first, last) >= 0 else None
    for shape in filter(None, (after_name, fell)):
        for found in shape.finditer(text, first, last):
            if not before(text, found.start(), 1).isalnum():
                yield found.span()


def _agrees(words: str) -> bool:
    """Whether number and noun agree. Why: 'two rape support charities' counts charities."""
    return words.lower().startswith(("1", "one", "a ", "only", "just")) or words.lower().endswith("s")


def is_sensitive(name: str) -> bool:
    """Whether the name of a problem or of what is counted belongs to a sensitive category."""
    return bool(_NAMED.search(name)) and not _NAMED_NOT.search(name)


def dated_events(text: str) -> Spans:
    """An exact day in the same sentence as one serious event. The span is the day's."""
    if not _speaks_of_event(text):
        return
    for day in DAY.finditer(text):
        lead = before(text, day.start(), _SENTENCE)
        if _BETWEEN.search(lead) or _THEN_SPAN.match(text, day.end()) or _SPAN.search(lead):
            continue
        start = max(lead.rfind(". "), lead.rfind("\n"), lead.rfind("; ")) + 1
        then = after(text, day.end(), _SENTENCE)
        ends = [place for place in (then.find(". "), then.find("\n"), then.find("; ")) if place >= 0]
        sentence = lead[start:] + day.group() + then[: min(ends, default=len(then))]
        if _speaks_of_event(sentence) and _DATED_EVENT.search(sentence):
            yield day.span()


def _speaks_of_event(text: str) -> bool:
    lower = text.lower()
    return any(stem in lower for stem in _EVENT_STEMS)
