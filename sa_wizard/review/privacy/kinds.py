"""The kinds of what may identify a person: each rule with what finds it, surest first.

"Depersonalised" in SI 2007/1831 means: not personal data. An error identifies somebody for certain; a warning may; a
note is a name, which may be right.
"""

from collections.abc import Callable
from typing import NamedTuple

from sa_wizard.review.findings import Severity
from sa_wizard.review.privacy import (
    cross,
    dated,
    groups,
    logs,
    names,
    numbers,
    people,
    places,
    references,
    small,
    tables,
)
from sa_wizard.review.privacy.clues import (
    AT,
    CAPITALS,
    DAYS,
    LEADING,
    NAMED,
    ODD,
    PLAIN,
    SLASHES,
    SMALL,
    TABLE,
    TOLD,
    YEAR,
    Clues,
)
from sa_wizard.review.privacy.match import Spans
from sa_wizard.review.rules.rule import Rule

Detector = Callable[[Clues], Spans]

_SOURCE = "SI 2007/1831 and s.17A of the Crime and Disorder Act 1998: only depersonalised information is shared"


def _small(clues: Clues) -> Spans:
    yield from small.small_counts(clues)
    if "|" in clues.text or "\t" in clues.text:
        yield from tables.tables(clues)


def _crossed(clues: Clues) -> Spans:
    yield from cross.crossed(clues)
    if "|" in clues.text or "\t" in clues.text:
        yield from tables.rows_of_one(clues)


class Kind(NamedTuple):
    """One rule with what finds it and what the words are called in its message."""

    rule: Rule
    detect: Detector
    called: str
    """What the words are called in the message."""
    needs: int
    """The clues of which a text must have one for the rule to be asked: it is asked of thousands of short answers."""


def _kind(code: str, severity: Severity, detect: Detector, needs: int, *words: str) -> Kind:
    """A rule and what finds it; the words are what it is called, its title, why it matters and what to do."""
    called, title, why, hint = words
    return Kind(Rule(f"private-{code}", severity, title, why, hint, _SOURCE), detect, called, needs)


KINDS: tuple[Kind, ...] = (
    _kind(
        "email",
        "error",
        numbers.emails,
        AT,
        "E-mail address",
        "An e-mail address",
        "It is one person's, or soon will be, and a published document is read by machines that collect them.",
        "Take it out, or let it stand with a reason when it is an organisation's published contact.",
    ),
    _kind(
        "phone",
        "error",
        numbers.phones,
        ODD,
        "Telephone number",
        "A telephone number",
        "It leads to one person. Helplines (0800, 0300 and the like) are left alone.",
        "Take it out, or let it stand with a reason when it is an organisation's published contact.",
    ),
    _kind(
        "nhs",
        "error",
        numbers.nhs_numbers,
        ODD,
        "NHS number",
        "An NHS number",
        "It leads to one patient's record.",
        "Take it out; nothing in an assessment needs it.",
    ),
    _kind(
        "ni",
        "error",
        numbers.insurance_numbers,
        ODD,
        "National insurance number",
        "A national insurance number",
        "It leads to one person.",
        "Take it out; nothing in an assessment needs it.",
    ),
    _kind(
        "postcode",
        "error",
        places.postcodes,
        ODD,
        "Full postcode",
        "A full postcode",
        "A postcode is about fifteen homes, sometimes one. The regulations allow the outward half.",
        "Give the outward half only.",
    ),
    _kind(
        "registration",
        "error",
        numbers.plates,
        ODD,
        "Vehicle registration",
        "A vehicle registration",
        "It leads to the keeper of the vehicle.",
        "Take it out; say what kind of vehicle if that matters.",
    ),
    _kind(
        "reference",
        "error",
        references.references,
        ODD | LEADING,
        "Reference to one record",
        "A crime, custody, URN, PNC, UPN, prison or case number",
        "Whoever has the system can look up the person behind it.",
        "Take it out; describe the kind of case in words that fit several.",
    ),
    _kind(
        "coordinates",
        "error",
        places.coordinates,
        ODD | SLASHES,
        "Exact position",
        "The position of a single building",
        "Coordinates to four decimals, or a grid reference of eight figures, point at one home.",
        "Name the ward or neighbourhood, or round to two decimals or a six-figure grid reference.",
    ),
    _kind(
        "birth",
        "error",
        numbers.births,
        DAYS,
        "Date of birth",
        "A date of birth",
        "With a ward and an offence it is as good as a name.",
        "Give an age band, such as 18 to 24.",
    ),
    _kind(
        "age",
        "warning",
        people.ages,
        PLAIN | ODD | YEAR,
        "Exact age of one person",
        "An exact age beside an event",
        "Age, place and event together tell neighbours who it was.",
        "Give an age band, such as 'in their thirties' or 'aged 10 to 17'.",
    ),
    _kind(
        "address",
        "warning",
        places.addresses,
        LEADING | ODD | CAPITALS,
        "House number and street",
        "A house number and street",
        "It is somebody's home. Premises are not personal data, but naming them should be a decision.",
        "Name the street or neighbourhood without the number.",
    ),
    _kind(
        "small",
        "warning",
        _small,
        SMALL | TABLE,
        "Count under five of something sensitive",
        "A count under five in a sensitive category",
        "A few sexual offences, exclusions or admissions in a small area can be recognised by those who live there.",
        "Write 'fewer than 5', or join it with another year, area or category.",
    ),
    _kind(
        "dated",
        "warning",
        dated.dated_events,
        DAYS,
        "Exact day of one serious event",
        "A dated one-off event",
        "The day of a single homicide or exclusion identifies it even without a name.",
        "Give the month, quarter or year, or describe several events together.",
    ),
    _kind(
        "cross",
        "warning",
        _crossed,
        SMALL | TABLE,
        "One person by sex, age, place and time",
        "A cross-tabulation that shows one person",
        "Sex, age band, ward and month together leave one person, and those who know them know which.",
        "Leave out one of them, widen the band or the area, or join it with others.",
    ),
    _kind(
        "log",
        "warning",
        logs.logs,
        TOLD | ODD,
        "Extract of an incident log",
        "Words from an incident log",
        "A log tells one caller's own story, and often the home and the family behind it.",
        "Say in your own words what several such calls have in common.",
    ),
    _kind(
        "group",
        "warning",
        groups.groups,
        CAPITALS | NAMED,
        "Name of a gang, a drug line or a nominal",
        "The name of a gang, a group or a line, or a street name",
        "It leads to the few people who belong to it, and gives the group the notice it wants.",
        "Say what kind of group and what it does, without its name.",
    ),
    _kind(
        "name",
        "note",
        names.names,
        CAPITALS,
        "Looks like a person's name",
        "A person's name",
        "Victims, suspects, witnesses and callers must not be named; office-holders may be, though a post is enough.",
        "Use the post or the role, unless the person is named for their office and knows it.",
    ),
)
