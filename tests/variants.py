"""The finished example as other partnerships would have written it: unitary, Welsh, and in 2007.

Each is turned honestly: not only what decides the questions, but the bodies, councils, laws, plans and dates it names.
Answers to questions that it is no longer asked stay in the draft, as they would for a person.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache, partial

from sa_wizard.draft.draft import Draft
from sa_wizard.draft.values import Json
from tests.builders import changed, shipped
from tests.review.rules.damage import example

EARLIER = 18
"""Years between the example and its 2007 variants."""

_ISO = re.compile(r"(20\d\d)(-(?:0[1-9]|1[0-2]))")
"""A month as a period keeps it; in prose ``2010-11`` is two years."""
_YEAR = re.compile(r"(?<![\d/.,])(20(?!07)\d\d)(?:-(\d\d))?(?![\d/])")
"""A year in prose, and the end of ``2023-24``; the years of instruments, such as SI 2007/1830, are no dates."""

UNITARY = """
The borough of Northbridge, a district in the county of Calderfordshire => The unitary borough of Northbridge
Northbridge Borough Council, Calderfordshire County Council, the chief => Northbridge Borough Council, the chief
drugs and alcohol (run by the county for this district) => drugs and alcohol
Northbridge is a district with borough status in the county of Calderfordshire. => Northbridge is a unitary borough.
board, the Probation Service and the drug treatment contract cover => board and the Probation Service cover
operator and county council are => operator and the council are
a single district had => a single area had
wo neighbouring districts => wo neighbouring boroughs
two from neighbouring districts => two from neighbouring boroughs
a neighbouring district => a neighbouring borough
three districts => three boroughs
every district => every borough
Districts with => Boroughs with
districts with => boroughs with
- **April 2028, expected.** Councils in the county have submitted proposals… =>
the two reorganisations above could leave => the reorganisation above could leave
if councils in the county are reorganised => if partnerships are merged
4. take three matters to the county: staff => 4. find the money for three things: staff
The other costs fall to the county if it agrees, or will come => The other costs will come
It is still needed, and is taken to the county. => It is still needed, and neighbours are asked to share one.
The borough council was asked for bridging money => The cabinet was asked for bridging money
commit abuse to the county, because no district can => commit abuse to the neighbours, because no one of them can
Ask the county to fund a prison link worker and to guarantee => Fund a prison link worker and guarantee
commit abuse, through the county. => commit abuse, shared with the neighbouring partnerships.
A prison link worker, through the county. => A prison link worker.
County strategy group: summary… =>
covers this district; this document => covers this borough; this document
both councils, youth justice => the council, youth justice
Calderfordshire County Council => Northbridge Borough Council
County council contracts => School transport contracts
County council adult => The council's adult
The county council => The council
the county council => the council
county youth justice => youth justice
county public health => public health
county road safety => road safety
County drugs and alcohol strategy => Drugs and alcohol strategy
"""

WALES = """
the whole county => the whole region
in the county => in the region
The county => The region
the county => the region
The unitary borough of Northbridge (an => The county borough of Northbridge, in Wales (an
Northbridge is a unitary borough. => Northbridge is a county borough.
Northbridge Borough Council, public health => Public Health Wales
Northbridge Borough Council => Northbridge County Borough Council
Integrated Care Board => Local Health Board
integrated care board => Local Health Board
Integrated care board => Local Health Board
SI 2007/1830, regs 5 to 7 => SI 2007/3076
is not a responsible authority, receives the plan, and sends => is not a responsible authority, and sends
in England (English Indices of Deprivation 2025) => in Wales (Welsh Index of Multiple Deprivation 2025)
English Indices of Deprivation 2025 => Welsh Index of Multiple Deprivation 2025
Ministry of Housing, Communities and Local Government => Welsh Government
National Drug Treatment Monitoring System => Welsh National Database for Substance Misuse
Drugs and alcohol strategy (2022-32) => Area planning board's substance misuse strategy (2022-32)
Health and wellbeing strategy => Well-being plan of the public services board
association of parish councils => association of community councils
parish council => community council
Parish councils => Community councils
parishes => communities
each parish => each community
"""

THEN = """
, and adds serious violence and reoffending, which section 6 of the Act now requires the strategies to deal with =>
and the Probation Service. The police and crime commissioner… => and Calderfordshire Police Authority. \
The probation board co-operates with them and is not one of them.
- **By May 2010.** The government announced in November 2007 that police and crime commissioners… =>
, and a copy of the plan goes to the police and crime commissioner => , and to the police authority
Office of the police and crime commissioner: => Police authority:
The police and crime commissioner's grant => The police authority's grant
the commissioner's office letter => the police authority's letter
the Probation Service => the probation board
The Probation Service => The probation board
Probation Service and => Probation board and
probation delivery unit => probation district
criminal behaviour orders and community protection notices => anti-social behaviour orders
public spaces protection order => designated public place order
Public spaces protection order => Designated public place order
"""

THEN_ENGLAND = """
the two reorganisations above could leave => the reorganisation above could leave
the police and crime commissioner => the police authority
Integrated Care Board => Primary Care Trust
integrated care board => primary care trust
Integrated care board => Primary care trust
Ministry of Housing, Communities and Local Government => Department for Communities and Local Government
"""

THEN_WALES = """
- **Political:** the reorganisation above could leave… =>
Welsh Government => Welsh Assembly Government
"""

IN_WELSH: Mapping[str, Json] = {
    "about.language": "bilingual",
    "alignment.welsh_context": "Domestic abuse is led by the regional board under the Violence against Women, Domestic "
    "Abuse and Sexual Violence (Wales) Act 2015; ours is early help in the county borough. The well-being plan has an "
    "objective on safe places, and will use our measure for violence at night.",
    "equality.welsh_language": "Welsh is spoken most in the villages, where help is thinnest. Both surveys and both "
    "meetings were offered in Welsh and in English. Open Door answers in either language from the start.",
}

TWO_TIER: Mapping[str, Json] = {"about.area_type": "two-tier"}
"""An answer of another nation, kept by a draft that was begun as English: it must decide nothing."""


@cache
def unitary() -> Draft:
    """An English unitary borough, today."""
    return changed(reworded(example(), UNITARY), shipped(), {"about.area_type": "unitary"})


@cache
def wales() -> Draft:
    """A Welsh county borough, today."""
    return changed(reworded(unitary(), WALES), shipped(), {"about.nation": "wales", **TWO_TIER, **IN_WELSH})


@cache
def england_2007() -> Draft:
    """A district in a two-tier English county, in the first months of the duty."""
    return reworded(reworded(earlier(example()), THEN), THEN_ENGLAND)


@cache
def wales_2007() -> Draft:
    """A Welsh county borough, in the first months of the duty."""
    return reworded(reworded(earlier(wales()), THEN), THEN_WALES)


VARIANTS: Mapping[str, Callable[[], Draft]] = {
    "two-tier England": example,
    "unitary England": unitary,
    "Wales": wales,
    "England in 2007": england_2007,
    "Wales in 2007": wales_2007,
}


def reworded(draft: Draft, swaps: str) -> Draft:
    """A draft in other words, told as ``old => new`` lines, in that order; ``…`` is the rest of a line.

    A line or an entry of a list that loses all its words goes. A swap that changes nothing is a mistake in the list.
    """
    for line in swaps.strip().splitlines():
        old, _, new = line.partition(" =>")
        pattern = re.compile(re.escape(old.removesuffix("…")) + (r"[^\n]*" if old.endswith("…") else ""))
        before = draft
        draft = _rewritten(draft, partial(pattern.sub, _as_it_is(new.removeprefix(" "))))
        assert draft.values != before.values, f"{old!r} is nowhere in the draft"
    return draft


def earlier(draft: Draft, years: int = EARLIER) -> Draft:
    """A draft with every year, and both ends of every ``2023-24``, so many years earlier."""

    def year(found: re.Match[str]) -> str:
        last = f"-{(int(found[2]) - years) % 100:02}" if found[2] else ""
        return f"{int(found[1]) - years}{last}"

    def period(found: re.Match[str]) -> str:
        return f"{int(found[1]) - years}{found[2]}"

    def shifted(text: str) -> str:
        if _ISO.fullmatch(text):
            return _ISO.sub(period, text)
        return _YEAR.sub(year, text)

    return _rewritten(draft, shifted)


def _as_it_is(words: str) -> Callable[[re.Match[str]], str]:
    return lambda _: words


def _rewritten(draft: Draft, change: Callable[[str], str]) -> Draft:
    values = {
        section: {name: _changed(kept, change) for name, kept in fields.items()}
        for section, fields in draft.values.items()
    }
    return replace(draft, values=values)


def _changed(value: Json, change: Callable[[str], str]) -> Json:
    if isinstance(value, str):
        return _without_emptied(value, change(value))
    if isinstance(value, list):
        told = [_changed(part, change) for part in value]
        return [new for new, old in zip(told, value, strict=True) if new != "" or old == ""]
    if isinstance(value, dict):
        return {key: part if key == "id" else _changed(part, change) for key, part in value.items()}
    return value


def _without_emptied(old: str, new: str) -> str:
    if old == new:
        return new
    return "\n".join(line for was, line in zip(old.split("\n"), new.split("\n"), strict=True) if line or not was)
