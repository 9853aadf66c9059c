"""Requirement sets: items (a) to (g), duties and bodies, by nation and date. Read from ``templates/requirements``."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import Annotated

from sa_wizard.errors import OutlineError
from sa_wizard.folders import templates_dir
from sa_wizard.outline import known
from sa_wizard.outline.spec import Condition, Item, Words
from sa_wizard.sound import Limits, Part, Unsound, part, sound

NATIONS = ("england", "wales")
REOFFENDING_BEGINS_ERA = "reoffending"
"""The duty whose start divides the shipped eras, 2007 and today (section 6 of the Crime and Disorder Act 1998)."""


@part
class Requirement(Part):
    """One of items (a) to (g): our wording of the duty, and what makes it present in a draft."""

    id: Item
    title: Words
    wording: Words
    present: Words
    why: Words
    when: Condition = field(default_factory=dict)
    absent: str = ""


@part
class Body(Part):
    """A body with a part in the partnership between two dates (both inclusive; None: open)."""

    role: Words
    name: Words
    plural: str = ""
    responsible: bool
    county: str = ""
    """What holds the role where there is a county council as well; the same as elsewhere when empty."""
    since: date | None = None
    until: date | None = None
    note: str = ""


@part
class Duty(Part):
    """A later addition to section 6 of the Act, in force from ``since``."""

    id: Words
    title: Words
    wording: Words
    citation: Words
    since: date
    until: date | None = None


@part
class Name(Part):
    """What partnerships are called between two dates."""

    short: Words
    long: Words
    since: date | None = None
    until: date | None = None


@part
class Nation(Part):
    """One requirements file: a nation's law with the dates it was in force."""

    nation: Words
    title: Words
    regulations: Words
    source: Words
    starts: date
    items: Annotated[tuple[Requirement, ...], Limits(min_length=7, max_length=7)]
    bodies: tuple[Body, ...]
    duties: tuple[Duty, ...]
    names: tuple[Name, ...]


@part
class RequirementSet(Part):
    """The law for one nation on one day."""

    nation: str
    title: str
    era: str
    on: date
    regulations: str
    source: str
    items: tuple[Requirement, ...]
    bodies: tuple[Body, ...]
    duties: tuple[Duty, ...]
    short: str
    long: str

    def item(self, name: Item) -> Requirement:
        """The requirement for one item."""
        return next(item for item in self.items if item.id == name)

    def body(self, role: str) -> str:
        """The name of the body in this role on this day, or a plain phrase when there is none."""
        return next((body.name for body in self.bodies if body.role == role), f"no {role.replace('_', ' ')} body")

    def has(self, duty: str) -> bool:
        """Whether a later duty of section 6 was in force."""
        return any(each.id == duty for each in self.duties)

    @property
    def authorities(self) -> tuple[str, ...]:
        """The responsible authorities of that day, as the Act lists them."""
        return self.responsible(county=False)

    def responsible(self, *, county: bool) -> tuple[str, ...]:
        """The responsible authorities of that day, in an area with or without a county council above it."""
        return tuple((county and body.county) or body.name for body in self.bodies if body.responsible)

    def words(self, *, county: bool) -> Mapping[str, str]:
        """The words that stand for tokens in guidance, right for nation and date."""
        return {
            "health_body": self.body("health"),
            "police_body": self.body("police_governance"),
            "probation_body": self.body("probation"),
            "partnership_kind": self.long,
            "regulations": self.regulations,
            "authorities": ", ".join(self.responsible(county=county)),
            "county_group": "the county strategy group" if county else "no county strategy group",
        }


TOKENS = frozenset(
    ("health_body", "police_body", "probation_body", "partnership_kind", "regulations", "authorities", "county_group")
)


def on(nation: str, day: date) -> RequirementSet:
    """The law of a nation on a day; a day before the duty began is judged as its first day."""
    law = nation_law(nation)
    day = max(day, law.starts)
    name = next(name for name in law.names if _in_force(name, day))
    duties = tuple(duty for duty in law.duties if _in_force(duty, day))
    return RequirementSet(
        nation=law.nation,
        title=law.title,
        era="today" if any(duty.id == REOFFENDING_BEGINS_ERA for duty in duties) else "2007",
        on=day,
        regulations=law.regulations,
        source=law.source,
        items=law.items,
        bodies=tuple(body for body in law.bodies if _in_force(body, day)),
        duties=duties,
        short=name.short,
        long=name.long,
    )


@cache
def nation_law(nation: str) -> Nation:
    """Read one nation's file; raises OutlineError naming the file and the place."""
    return load_nation(templates_dir() / "requirements" / f"{nation}.toml")


def load_nation(path: Path) -> Nation:
    """Read a requirements file; raises OutlineError naming the file and the place."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise OutlineError(f"The requirements file {path.name} cannot be read: {error}.") from error
    return known.once(Nation, raw, partial(_checked, path.name, raw))


def _checked(name: str, raw: bytes) -> Nation:
    import tomllib

    try:
        law = sound(Nation, tomllib.loads(raw.decode()))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise OutlineError(f"The requirements file {name} cannot be read: {error}.") from error
    except Unsound as error:
        where = ".".join(str(part) for part in error.steps)
        raise OutlineError(f"The requirements file {name} is wrong at {where}: {error.said}.") from error
    missing = [item for item in "abcdefg" if item not in {each.id for each in law.items}]
    if missing:
        raise OutlineError(f"The requirements file {name} lacks item ({missing[0]}).")
    return law


def _in_force(thing: Body | Duty | Name, day: date) -> bool:
    return (thing.since is None or thing.since <= day) and (thing.until is None or day <= thing.until)
