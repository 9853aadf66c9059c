"""Counts of one to four in a sensitive category, in prose: a few cases that those who live there can recognise."""

from sa_wizard.expressions import Rare, Shape
from sa_wizard.review.privacy.clues import Clues, Span
from sa_wizard.review.privacy.match import Spans, after, before

_WORDS = """
    rape rapes raped sexual sexually sex hate racist racial racially religiously homophobic transphobic
    antisemitic anti-semitic islamophobic disability religious faith domestic forced fgm female modern slavery
    exploitation human trafficking trafficked grooming groomed honour-based honour child exclusion exclusions
    excluded permanent permanently fixed-term suspension suspensions admission admissions admitted hospital
    hospitalised indecent emergency alcohol drug assault self-harm alcohol-specific alcohol-related drug-related
    drug-specific assault-related partner
"""
_HINTS = frozenset(f"{word}{mark}" for word in _WORDS.split() for mark in ("", ",", ".", ";", ":", ")"))
"""One of these stands within six words of every sensitive count: looked for before anything slower is tried."""
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
_SENSITIVE = (
    f"(?:{'|'.join(_ITSELF)}|(?:(?:{'|'.join(_HATRED)})(?:[- ](?:hate|aggravated|motivated|harassment))?(?: hate)?"
    f"|(?:{'|'.join(_OF_WHAT)})(?: related)?){_TARGET})"
)
_ADJECTIVE = (
    "(?:recorded|reported|serious|repeat|alleged|attempted|confirmed|known|emergency|permanent|non-recent|historic"
    "|separate|fixed[- ]term|school|further|racially|religiously|unsolved|child|adult|male|female|stranger|high-risk"
    "|alcohol-specific|alcohol-related|drug-related|assault-related|violent|police-recorded|formal|new)"
)
_SMALL = "(?:[1-4]|one|two|three|four|single)"
_TOLD_OF = (
    "(?:victims?|survivors?|reports?|cases?|referrals?|disclosures?|incidents?|offences?|crimes?|allegations?|counts?)"
    " of (?:[a-z-]{3,12} )?(?:rape|sexual|domestic (?:abuse|violence)|modern slavery|slavery|fgm|female genital|forced"
    " marriage|honour|trafficking|human trafficking|grooming|hate crime|exploitation|child sexual)"
)
_COUNTED = Shape(
    rf"{_SMALL} (?:{_ADJECTIVE} ){{0,2}}(?:{_SENSITIVE}|{_TOLD_OF}|[a-z]{{4,12}}-(?:specific|related) admissions?"
    r"|admissions? (?:to hospital|for (?:[a-z-]{4,12} )?(?:assaults?|alcohol|drugs?|self-harm|violence|stab|poison)))"
    r"(?![\w-])"
)
_PEOPLE = Rare(
    rf"{_SMALL} (?:[a-z-]{{3,15}} ){{0,2}}(?:women|woman|men|man|girls?|boys?|pupils?|people|person|children|child"
    r"|students?|residents?|patients?|young people|young person|victims?|teenagers?|adults?)"
    r" (?:(?:were|was|had been|have been|has been) (?:(?:permanently|sexually|repeatedly|allegedly) )?"
    r"(?:raped|sexually assaulted|assaulted by a partner|excluded|admitted to hospital|hospitalised|trafficked|groomed"
    r"|victims? of (?:sexual|rape|domestic|modern slavery|trafficking|grooming|hate|exploitation|child sexual))"
    r"|(?:received|had|were given|was given) (?:permanent |fixed[- ]term )?(?:suspensions?|exclusions?))\b",
    *("raped", "assaulted", "excluded", "admitted", "hospitalised", "trafficked", "groomed", "victim", "suspension"),
    "exclusion",
)
_SUBJECT = Shape(
    r"(?:rapes?|sexual (?:offen[cs]es?|assaults?|violence|abuse|crimes?|exploitation)|sex offences?"
    r"|hate (?:crimes?|incidents?)|domestic (?:abuse|violence|homicides?)|antisemitic|islamophobic|homophobic"
    r"|(?:racist|racial|homophobic|transphobic|antisemitic|anti-semitic|islamophobic)[a-z]{0,3} (?:hate |aggravated )?"
    r"[a-z]{5,9}|transphobic|exclusions?|suspensions?|(?:hospital |emergency )?admissions?|honour[- ]based [a-z]{5,8}"
    r"|forced marriages?|fgm|female genital mutilation|modern slavery|trafficking|indecent exposures?)(?![\w])"
)
_SUBJECT_NOT = Shape(
    r"\b(?:non-domestic|services?|training|refuges?|workers?|sessions?|officers?|posts?|strands?|per"
    r"|actions?|priorit(?:y|ies)|advis[eo]rs?|courses?|groups?|rate|rates|reviews?|average|terms?|campaigns?|policy"
    r"|polic(?:y|ies)|strategy|plans?|rose by|fell by|section|chapter|than|weeks?|months?|courts?)\b"
)
_STEMS = (
    *("rape", "sex", "hate ", "raci", "racia", "phobic", "semit", "domestic ", "exclusion", "suspension", "admission"),
    *("honour", "forced", "fgm", "mutilation", "slavery", "traffick", "indecent"),
)
"""Every subject holds one of these: looked for first."""
_MARKS = (":", ": ", "(", "= ", "=", "– ", "— ", " - ", ", ", "n=")
_VERBS = (
    *("numbered ", "totalled ", "totaled ", "were ", "was ", "were just ", "were only ", "stood at ", "only ", "just "),
    *("came to ", "amounted to ", "reached ", "fell to ", "rose to ", "dropped to ", "down to ", "up to just "),
    *("increased to ", "decreased to ", "reduced to ", "remained at ", "had "),
)
_LEADS = (*_MARKS, *_VERBS, "from ", " to ")
_LAST = frozenset(lead[-2:] for lead in _LEADS)
"""The last characters of what may lead to a count: a look at them spares most the rest."""
_THEN = Shape(
    r" *(?:[;|).,](?![0-9])|\n|\Z)| (?:in (?!(?:[0-9]{1,4}|two|three|four|five|six|seven|eight|nine|ten|every|each)\b)"
    r"|at |this |last |recorded|reported|offen[cs]es?|crimes?|incidents?|reports?|cases?|victims?|admissions?|pupils?"
    r"|among|for |on |during |and |from |women|men |children|people|\()"
)
_TO = Shape(
    r" to (?:[0-9]{1,3}(?![\w%]|[.,][0-9])|[a-z]{3,9}\b)"
    r"(?! (?:in the (?:morning|afternoon|evening|early)|am\b|pm\b|o.clock|per|%|years|times|hours))"
)
_FROM = Shape(r"from (?:[0-9]{1,3}|[a-z]{3,9}) to \Z")
_ROOM = 80
_LONGEST = 200
"""Characters of a count and what it counts, and more."""
_NOT_A_COUNT = Shape(
    r"(?i)(?:\b(?:fewer than|less than|under|below|more than|over|up to|at least|at most|about|average of|mean of|by"
    r"|priority|section|item|level|table|chapter|appendix|group|category|tier|year|phase|figure|recommendation"
    r"|objective|theme|type|quarter|stage|step|strand|goal|aim|action|page|part|part [a-z]|than|to|minus|between"
    r"|each|every|question|least|top|the|these|our|all|first|next|rank|class|ranked|average|averages)|one|two|three|four"
    r"|[0-9]) \Z|[\w.,/£$+−-]\Z|[0-9] ?(?:in|out of) \Z"
    r"|\bin (?:[0-9]|one|two|three) of \Z|\b(?:one|two|three|four|five|six|seven|nine|ten) (?:in|out of) \Z"
)
_HEARD = Shape(
    r"(?: who)?(?: have| had| also| then){0,2} (?:spoke|speak|told|tell|sit|sat|joined|attended|helped?|shared"
    r"|described|(?:co-)?chair(?:ed)?|wrote|presented|led|took part|take part|advised?"
    r"|were (?:interviewed|invited|heard|paid))\b"
)
_HEARD_FROM = Shape(
    r"\b(?:(?:heard?|accounts?|words|stor(?:y|ies)|films?|talks?|visits?|advice|contributions?) (?:from|of|by|with)"
    r"|(?:spoke|talked|listened|interview(?:s|ed)?|met|workshops?|conversations?)(?: (?:to|with))?) \Z"
)
"""What is told of people who were asked, and not of a count of those who were harmed."""
_TIMES_BEFORE = Shape(
    r"\b(?:was|were|has been|have been|had been) (?:only |just )?(?:recorded|reported|disclosed|identified|logged"
    r"|alleged|charged|prosecuted)(?: only| just)? \Z"
)
_TIMES_AFTER = Shape(r" {0,3}(?:[.;,)]|\n|\Z)| (?:in|during|last|over the|all year|and (?:never|not))\b")
_NOT_THIS = Shape(
    r"(?i)(?: [a-z]{2,12}){0,3}[ ,]{1,2}(?:per (?:day|night|week|month|hour|1,000|100)|(?:an?|each|every) (?:day|night"
    r"|week|month|hour|weekend)\b|daily|weekly)"
    r"| (?:review|reviews|worker|adviser|advisor|advocate|campaign|workshop|session|services?|training|prevention"
    r"|strategy|team|officer|scheme|polic(?:y|ies)|lead|champion|reporting|panel|group|coordinator|awareness|course"
    r"|crisis|counsell\w{2,4}|centres?|referral (?:centres?|units?|pathways?)|clinics?|helplines?|alarms?|kits?|law"
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


def small_counts(clues: Clues) -> Spans:
    """One to four of something sensitive, counted in prose. Tables are read by their rows and columns elsewhere."""
    text = clues.lower
    for start, end in clues.small:
        then = text[end + 1 : end + 64].split(None, 6)
        counted = None if _HINTS.isdisjoint(then) else _counted(text, start)
        if counted:
            yield start, counted
            continue
        if text.startswith(" times", end):
            yield from _so_often(text, start, end + len(" times"))
            continue
        led = text[max(0, start - 2) : start]
        if (led in _LAST or led[-1:] in _LAST) and text.endswith(_LEADS, 0, start):
            subject = _said_of(text, start, end)
            if subject:
                yield subject
    for start, end in clues.times:
        yield from _so_often(text, start, end)


def _so_often(text: str, start: int, end: int) -> Spans:
    """'FGM was recorded twice'."""
    lead = before(text, start, _ROOM)
    if _TIMES_BEFORE.search(lead) and _TIMES_AFTER.match(text, end):
        subject = _subject(lead, start)
        if subject is not None:
            yield subject, end


def _counted(text: str, start: int) -> int | None:
    """Where 'three reported rapes' or 'four pupils were excluded' ends."""
    for shape in (_COUNTED, _PEOPLE):
        found = shape.match(text, start, start + _LONGEST)
        if not found or (shape is _COUNTED and not _agrees(found.group())):
            continue
        lead, then = before(text, start, 24), after(text, found.end(), 30)
        if not (_NOT_A_COUNT.search(lead) or _NOT_THIS.match(then) or _was_heard(found.group(), lead, then)):
            return found.end()
    return None


def _was_heard(words: str, lead: str, then: str) -> bool:
    """Whether it is told of people who spoke: 'we heard from two survivors of domestic abuse'."""
    survivors = "survivor" in words
    return bool((survivors and _HEARD.match(then)) or ((survivors or "victim" in words) and _HEARD_FROM.search(lead)))


def _agrees(words: str) -> bool:
    """Whether number and noun agree. Why: 'two rape support charities' counts charities."""
    return words.startswith(("1", "one", "single")) or words.endswith("s") or " of " in words or " for " in words


def _said_of(text: str, start: int, end: int) -> Span | None:
    """'Sexual offences in Thornhay: three', 'exclusions fell from nine to three', from its subject to the count."""
    lead = before(text, start, _ROOM)
    changed = _TO.match(text, end) if lead.endswith("from ") else None
    if changed:
        stop = changed.end()
    elif (lead.endswith((*_MARKS, *_VERBS)) or _FROM.search(lead)) and _THEN.match(text, end):
        stop = end
    else:
        return None
    subject = _subject(lead, start)
    return None if subject is None else (subject, stop)


def _subject(lead: str, end: int) -> int | None:
    """Where the last sensitive subject of the clause that leads up to a place starts."""
    if not any(stem in lead for stem in _STEMS):
        return None
    clause = lead[max(lead.rfind(mark) for mark in (". ", "\n", "; ")) + 1 :]
    subjects = list(_SUBJECT.finditer(clause))
    subject = subjects[-1] if subjects else None
    if not subject or clause[subject.start() - 1 : subject.start()].isalnum():
        return None
    if _SUBJECT_NOT.search(clause, subject.start()) or _NAMED_NOT.search(clause):
        return None
    return end - len(clause) + subject.start()


def is_sensitive(name: str) -> bool:
    """Whether the name of a problem or of what is counted belongs to a sensitive category."""
    return bool(_NAMED.search(name)) and not _NAMED_NOT.search(name)
