"""Another partnership's name left in the text: last year's file, or a neighbour's used as a model."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from sa_wizard.expressions import Shape
from sa_wizard.review.evidence import Evidence
from sa_wizard.review.findings import Finding
from sa_wizard.review.rules import prose
from sa_wizard.review.rules.rule import Rule
from sa_wizard.review.rules.texts import Written

OTHER = Rule(
    "name-other",
    "warning",
    "Another partnership's name",
    "A name left in from the file this was copied from is the first thing a board member sees.",
    "Put your own partnership's name, or say what the other has to do with it.",
    "Real assessments begun from another area's Word file",
)
RULES: tuple[Rule, ...] = (OTHER,)

_WORD = r"[A-Z][\w’'-]{1,30}"
_PLACE = rf"{_WORD}(?: (?:and |& |of |upon |on )?{_WORD}){{0,3}}"
_NAMED = Shape(
    rf"\bSafer (?P<after>{_PLACE})"
    rf"|\b(?P<before>{_PLACE}) (?:(?:Community Safety|Crime (?:and|&) Disorder Reduction"
    r"|Safer (?:(?:and )?Stronger )?(?:Communities|Neighbourhoods)) Partnership|CSP|CDRP)\b"
    r"|\b(?P<letters>[A-Z]{1,4})(?:CSP|CDRP)\b"
)
_HELD = Shape(
    r"\{(?:partnership|name|area|partnership_kind|partnership name|area name)\}"
    r"|[\[<](?:the )?(?:name of )?(?:the |your )?(?:partnership|area|borough|district|CSP)(?: name)?[\]>]",
    re.IGNORECASE,
)
_FEW = r"(?:[\w’'-]{1,25} ){0,4}"
_OF_OTHERS = Shape(
    r"\b(?:neighbour\w{0,5}|adjoining|nearby|other|others|similar|peers?|compar\w{1,6}|elsewhere|example|such as|like"
    r"|unlike|than|against|learn(?:ed|t|ing)?|visit\w{0,4}|joint|jointly|regional|group of|stud(?:y|ies)|borders?"
    rf"|merge[rd]?|(?:found|reported|published|written|shared|lent) by),? {_FEW}(?:[Tt]he )?\Z",
    re.IGNORECASE,
)
"""What leads to the name of another partnership that is named as another."""
_AS_OTHERS = Shape(
    r"(?:['’]s)?(?: (?:area|analysts?|officers?|partners?|colleagues?|team|managers?|chairs?|leads?))?"
    r"(?: (?:forum|network|conference)\b"
    r"|,? (?:(?:which|that|who|has|have|had|is|are|also|kindly|and (?:[A-Z][\w’'-]{1,25} ){1,3}) ?){0,2}"
    r"(?:shar(?:e|es|ed|ing)|lent|lends?|border(?:s|ed)|adjoins?|(?:found|saw|sees|has|did|does|reports?|reported)"
    r" (?:much )?the same|next to|next door|(?:(?:our|a|an|the|its|most) ){0,2}(?:neighbour|similar|peer|comparable))"
    r"|(?: [\w’'-]{1,25}){0,5} (?:neighbour(?:s|ing)?|peers|elsewhere|other (?:areas|partnerships))\b)"
)
"""What follows one."""
_BESIDE = 110
_OWN = ("about.partnership", "about.area")
_COMMON = """
safer the our a an this that strategic partnership partnerships community communities safety strategy group plan
streets street fund neighbourhood neighbourhoods transport schools school places people homes roads internet
recruitment cities towns travel lives futures together england wales county city borough district council and of local
in for to when each every any former statutory crime disorder reduction board drug recovery women children night nights
business businesses foundation sleep day days week weeks month action awareness campaign online web driving drinking
drivers cycling walking gambling dating sex medicines care working workplaces spaces routes parks stations venues
custody sport families taxis rides students learning trading wards start nightlife injecting network team teams
domestic stronger sustainable healthier under since if after before home office responsible authority assessment
"""
_PLAIN_WORDS = frozenset(_COMMON.split())
"""Words that tell no place from another, some of them names of national programmes: Safer Streets, Safer Schools."""


class Name(NamedTuple):
    """One naming of a partnership: how it is written, the words that tell it from another, and where it begins.

    An abbreviation such as ``ECSP`` has the letters before its end instead, to be held against the first letters.
    """

    shown: str
    words: set[str]
    start: int


def in_answer(seen: Evidence, answer: Written) -> Iterator[Finding]:
    """Names of partnerships that share no word with this one's name and area, and places held for a name."""
    for held in answer.once(held_names):
        yield OTHER.found(answer.path, f"{held} stands where a name should be.", "Put the name.")
    for shown in others(seen, answer):
        yield OTHER.found(answer.path, f"“{shown}” is not the name of this partnership.")


def others(seen: Evidence, answer: Written) -> list[str]:
    """The names and abbreviations of other partnerships that an answer gives as if they were its own."""
    named = answer.once(named_in) if answer.path not in _OWN else ()
    if not named:
        return []
    draft = seen.asked.draft
    own = _words(f"{draft.text('about.partnership')} {draft.text('about.area')}")
    own |= {word[0] for word in own}
    theirs = [each for each in named if own and not each.words & own]
    return list(dict.fromkeys(each.shown for each in theirs if not _is_anothers(answer.text, each)))


def held_names(text: str) -> tuple[str, ...]:
    """Places held for a name."""
    holds = "{" in text or "[" in text or "<" in text
    return tuple(held[0] for held in prose.matches(_HELD, text, 100)) if holds else ()


def named_in(text: str) -> tuple[Name, ...]:
    """Every time that a text names a partnership, its own or another."""
    if not ("Partnership" in text or "Safer " in text or "CSP" in text or "CDRP" in text):
        return ()
    every = prose.matches(_NAMED, text)
    told = (
        (each, _words(each["after"] or each["before"] or "") | set((each["letters"] or "").lower())) for each in every
    )
    return tuple(Name(each[0], words, each.start()) for each, words in told if words)


def _is_anothers(text: str, name: Name) -> bool:
    """Whether the words beside a name tell it as the name of another. Why beside: "against" and "other" are common."""
    start, end = name.start, name.start + len(name.shown)
    first, last = prose.sentence_at(text, start, end)
    before, after = text[max(first, start - _BESIDE) : start], text[end : min(last, end + _BESIDE)]
    return bool(_OF_OTHERS.search(before) or _AS_OTHERS.match(after))


def _words(name: str) -> set[str]:
    """The words that tell one place from another."""
    return {word for word in re.findall(r"[\w’'-]{3,40}", name[:2000].lower()) if word not in _PLAIN_WORDS}
