"""Depersonalised data: what may identify a person and must not stand in an assessment (domain.md 2.3).

"Depersonalised" in SI 2007/1831 means: not personal data. An error identifies somebody for certain; a warning may; a
note is a name, which may be right. An author may let a finding stand with a reason.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sa_wizard.figures.change import is_count
from sa_wizard.outline.columns import Record
from sa_wizard.outline.records import Place, Topic
from sa_wizard.review.evidence import Evidence
from sa_wizard.review.findings import Finding, Severity
from sa_wizard.review.rules import privacy_events, privacy_numbers, privacy_people, privacy_places, privacy_references
from sa_wizard.review.rules.privacy_match import Detector, Match, in_place, matched, without_runs
from sa_wizard.review.rules.rule import Rule
from sa_wizard.review.rules.texts import Written

_SOURCE = "SI 2007/1831 and s.17A of the Crime and Disorder Act 1998: only depersonalised information is shared"
_UNDER = 5
_HELD_BY = ("name", "author", "lead", "owner", "holder", "who", "organisation", "role")


@dataclass(frozen=True)
class _Kind:
    """One rule with what finds it and what the words are called in its message."""

    rule: Rule
    detect: Detector
    called: str


def _kind(code: str, severity: Severity, detect: Detector, *words: str) -> _Kind:
    """A rule and what finds it; the words are what it is called, its title, why it matters and what to do."""
    called, title, why, hint = words
    return _Kind(Rule(f"private-{code}", severity, title, why, hint, _SOURCE), detect, called)


_KINDS: tuple[_Kind, ...] = (
    _kind(
        "email",
        "error",
        privacy_numbers.emails,
        "E-mail address",
        "An e-mail address",
        "It is one person's, or soon will be, and a published document is read by machines that collect them.",
        "Take it out, or accept it with a reason when it is an organisation's published contact.",
    ),
    _kind(
        "phone",
        "error",
        privacy_numbers.phones,
        "Telephone number",
        "A telephone number",
        "It leads to one person. Helplines (0800, 0300 and the like) are left alone.",
        "Take it out, or accept it with a reason when it is an organisation's published contact.",
    ),
    _kind(
        "nhs",
        "error",
        privacy_numbers.nhs_numbers,
        "NHS number",
        "An NHS number",
        "It leads to one patient's record.",
        "Take it out; nothing in an assessment needs it.",
    ),
    _kind(
        "ni",
        "error",
        privacy_numbers.insurance_numbers,
        "National insurance number",
        "A national insurance number",
        "It leads to one person.",
        "Take it out; nothing in an assessment needs it.",
    ),
    _kind(
        "postcode",
        "error",
        privacy_places.postcodes,
        "Full postcode",
        "A full postcode",
        "A postcode is about fifteen homes, sometimes one. The regulations allow the outward half.",
        "Give the outward half only.",
    ),
    _kind(
        "registration",
        "error",
        privacy_numbers.plates,
        "Vehicle registration",
        "A vehicle registration",
        "It leads to the keeper of the vehicle.",
        "Take it out; say what kind of vehicle if that matters.",
    ),
    _kind(
        "reference",
        "error",
        privacy_references.references,
        "Reference to one record",
        "A crime, custody, URN, PNC, UPN, prison or case number",
        "Whoever has the system can look up the person behind it.",
        "Take it out; describe the kind of case in words that fit several.",
    ),
    _kind(
        "coordinates",
        "error",
        privacy_places.coordinates,
        "Exact position",
        "The position of a single building",
        "Coordinates to four decimals, or a grid reference of eight figures, point at one home.",
        "Name the ward or neighbourhood, or round to two decimals or a six-figure grid reference.",
    ),
    _kind(
        "birth",
        "error",
        privacy_numbers.births,
        "Date of birth",
        "A date of birth",
        "With a ward and an offence it is as good as a name.",
        "Give an age band, such as 18 to 24.",
    ),
    _kind(
        "age",
        "warning",
        privacy_people.ages,
        "Exact age of one person",
        "An exact age beside an event",
        "Age, place and event together tell neighbours who it was.",
        "Give an age band, such as 'in their thirties' or 'aged 10 to 17'.",
    ),
    _kind(
        "address",
        "warning",
        privacy_places.addresses,
        "House number and street",
        "A house number and street",
        "It is somebody's home. Premises are not personal data, but naming them should be a decision.",
        "Name the street or neighbourhood without the number.",
    ),
    _kind(
        "small",
        "warning",
        privacy_events.small_counts,
        "Count under five of something sensitive",
        "A count under five in a sensitive category",
        "A few sexual offences, exclusions or admissions in a small area can be recognised by those who live there.",
        "Write 'fewer than 5', or join it with another year, area or category.",
    ),
    _kind(
        "dated",
        "warning",
        privacy_events.dated_events,
        "Exact day of one serious event",
        "A dated one-off event",
        "The day of a single homicide or exclusion identifies it even without a name.",
        "Give the month, quarter or year, or describe several events together.",
    ),
    _kind(
        "name",
        "note",
        privacy_people.names,
        "Looks like a person's name",
        "A person's name",
        "Victims, suspects, witnesses and callers must not be named; office-holders may be, though a post is enough.",
        "Use the post or the role, unless the person is named for their office and knows it.",
    ),
)

RULES: tuple[Rule, ...] = tuple(kind.rule for kind in _KINDS)

_WITHOUT_DIGITS = tuple(
    kind
    for kind in _KINDS
    if kind.detect.__module__ not in (privacy_numbers.__name__, privacy_references.__name__)
    or kind.detect is privacy_numbers.emails
)
"""Those worth asking about a text without a digit in it."""

_BY_CODE = {kind.rule.code: kind for kind in _KINDS}
_SMALL = _BY_CODE["private-small"].rule


def matches(text: str) -> list[Match]:
    """Everything in a text that may identify somebody, in order. Words are told once, by the surest rule."""
    return list(_matches(text))


def _matches(text: str) -> tuple[Match, ...]:
    text = without_runs(text)
    taken: list[Match] = []
    kinds = _KINDS if any(digit in text for digit in "0123456789") else _WITHOUT_DIGITS
    for kind in kinds:
        for match in matched(kind.rule.code, text, kind.detect):
            if not any(match.start < other.end and other.start < match.end for other in taken):
                taken.append(match)
    return tuple(sorted(taken, key=lambda match: match.start))


def in_answer(seen: Evidence, answer: Written) -> Iterator[Finding]:  # noqa: ARG001 - families share one shape
    """What may identify a person in a written answer."""
    for match in answer.once(_matches):
        if match.code == "private-name" and _named_for_office(answer.path):
            continue
        kind = _BY_CODE[match.code]
        yield kind.rule.found(
            answer.path, f"{kind.called}: “{in_place(answer.text, match)}”", _hint(match), match.words
        )


def in_draft(seen: Evidence, answers: Sequence[Written]) -> Iterator[Finding]:  # noqa: ARG001
    """What may identify a person in the counts of problems and places."""
    yield from _small_counts(seen)


def _named_for_office(path: str) -> bool:
    """Whether an answer asks who wrote, leads or holds something."""
    return path.startswith("about.") or path.rpartition(".")[2] in _HELD_BY


def _hint(match: Match) -> str:
    """The rule's own hint, or a better one that says what to write instead. Empty for the rule's own."""
    if match.code == "private-postcode":
        outward = "".join(match.words.split()).replace("-", "")[:-3].upper()
        return f"Give the outward half only: {outward}."
    return ""


def _small_counts(seen: Evidence) -> Iterator[Finding]:
    for row, topic in seen.topics:
        yield from _counted(seen, row, topic, f"{topic.name} {topic.measure}", topic.name)
    sensitive = {
        name for _, topic in seen.topics if privacy_events.is_sensitive(topic.name) for name in (topic.id, topic.name)
    }
    rows = seen.asked.draft.get(seen.path(Place)) or []
    for row, place in enumerate(map(Place.lenient, rows)):
        about = f"{place.name} {place.measure}"
        if privacy_events.is_sensitive(about) or (place.topics and sensitive.issuperset(place.topics)):
            yield from _counted(seen, row, place, "rape", place.name)


def _counted(seen: Evidence, row: int, record: Topic | Place, about: str, name: str) -> Iterator[Finding]:
    if not privacy_events.is_sensitive(about):
        return
    kind: type[Record] = type(record)
    for column, when in (("count", "this period"), ("previous_count", "the previous period")):
        number = getattr(record, column)
        if is_count(number) and 0 < number < _UNDER:
            told = f"Count under five of something sensitive: {name.strip() or f'entry {row + 1}'}, {number} in {when}."
            yield _SMALL.found(seen.at(kind, row, column), told)
