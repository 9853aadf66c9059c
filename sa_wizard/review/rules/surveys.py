"""Surveys cited without when they were made or how many answered."""

import re
from collections.abc import Iterator, Sequence

from sa_wizard.draft.values import is_empty
from sa_wizard.expressions import Shape
from sa_wizard.figures.change import is_count
from sa_wizard.review.answers import answered
from sa_wizard.review.evidence import Evidence
from sa_wizard.review.findings import Finding
from sa_wizard.review.rules import prose
from sa_wizard.review.rules.rule import Rule
from sa_wizard.review.rules.texts import Written, telling

UNDATED = Rule(
    "survey-undated",
    "warning",
    "A survey cited without its date or its number of responses",
    "Sixty-two per cent of eight people, or of last decade's residents, tells the board nothing.",
    "Say when it was made and how many answered: (June 2025, 640 responses).",
    "SI 2007/1830, reg 12; Barking and Dagenham board, which asked for correct survey names",
    "e",
)
RULES: tuple[Rule, ...] = (UNDATED,)

_SURVEYS = ("survey", "questionnaire", "poll", "consultation")
_SURVEY = Shape(r"\b(?:survey|questionnaire|poll|consultation)s?\b", re.IGNORECASE)
_SEVERAL = r"(?:one|two|three|four|five|six|seven|eight|nine|ten)"
_FINDING = Shape(
    rf"{prose.FIGURE}{prose.PERCENT}"
    r"|\b(?:half|most|majority|(?:a|one|two|three|four)[ -](?:third|quarter|fifth|tenth)s?"
    rf"|(?:\d|{_SEVERAL}) (?:in|out of) (?:every )?(?:\d{{1,3}}|{_SEVERAL}))"
    r" (?:of )?(?:the |our |all )?(?:\w{3,10} )?(?:residents|people|respondents|those|workers|adults|tenants|parents"
    r"|pupils|women|men|businesses|traders|households|visitors|shoppers|users)\b",
    re.IGNORECASE,
)
_BASE = Shape(
    rf"(?:{prose.FIGURE}) (?:[a-z-]{{1,15}} ){{0,2}}(?:responses?|respondents|replies|residents|people|answers"
    rf"|answered|replied|completed|returned|interviews?|households|participants|adults|workers|staff)\b"
    rf"|\bof (?:the )?(?!(?:19|20)\d\d\b){prose.FIGURE}(?!{prose.PERCENT})|\bn ?= ?\d",
    re.IGNORECASE,
)
_YEARS = Shape(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SAID_BEFORE = Shape(r"\b(?:the|our|this|that|these|both|its) (?:[\w’'-]{1,20} ){0,2}\Z", re.IGNORECASE)
_ANOTHER = Shape(
    r"\b(?:an?|another|one|recent|national|some|older|earlier|many|most|several) (?:[\w’'-]{1,20} ){0,2}\Z",
    re.IGNORECASE,
)
_REACH = 250
_LEAST = 5
_MOST = 400
"""Surveys looked at in one answer."""


def in_draft(seen: Evidence, answers: Sequence[Written]) -> Iterator[Finding]:
    """A survey's finding in prose, with neither a consultation recorded nor the date and the number beside it."""
    recorded = [
        set(_words(held.name))
        for _, held in seen.consultations
        if not is_empty(held.dates.ends) and is_count(held.responses) and answered(held.name)
    ]
    for answer, cited in telling(answers, _cited):
        if answer.section == "views" and answer.path.startswith("views.consultations"):
            continue
        for before, words, lacking in cited:
            if not _known(before, words, recorded):
                yield UNDATED.found(answer.path, f"{prose.quoted(words)} does not say {lacking}.")
                break


def _cited(text: str) -> tuple[tuple[str, str, str], ...]:
    """Findings of surveys told without their date or number: the words before, the sentence, and what it lacks."""
    low = prose.small(text)
    at = [place for word in _SURVEYS if word in low for place in prose.places(low, word)]
    return tuple(_cited_at(text, sorted(at)[:_MOST])) if at else ()


def _cited_at(text: str, places: list[int]) -> Iterator[tuple[str, str, str]]:
    for found in filter(None, (_SURVEY.match(text, place) for place in places)):
        words = prose.sentence(text, *found.span())
        if _FINDING.search(words) and (lacking := _lacking(prose.near(text, *found.span(), reach=_REACH))):
            yield text[max(0, found.start() - 60) : found.start()], words, lacking


def _known(before: str, words: str, recorded: Sequence[set[str]]) -> bool:
    """Whether it can only be a consultation that is recorded with its dates and responses."""
    if _ANOTHER.search(before):
        return False
    if any(names.intersection(_words(words)) for names in recorded):
        return True
    return bool(recorded) and _SAID_BEFORE.search(before) is not None


def _lacking(words: str) -> str:
    dated = _YEARS.search(words) is not None
    counted = _BASE.search(words) is not None
    if dated and counted:
        return ""
    if not dated and not counted:
        return "when the survey was made or how many answered"
    return "how many answered" if dated else "when the survey was made"


def _words(text: str) -> set[str]:
    """The words that tell one survey from another."""
    long = re.findall(rf"[a-z]{{{_LEAST},30}}", text[:600].lower())
    return {word for word in long if not word.startswith(("survey", "question", "about", "consult"))}
