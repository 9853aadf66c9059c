"""Every figure in the executive summary must appear later in the document."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from sa_wizard.draft.values import Json
from sa_wizard.expressions import Rare, Shape
from sa_wizard.figures.change import change, is_count
from sa_wizard.outline.records import RECORDS, Topic
from sa_wizard.review.evidence import Evidence
from sa_wizard.review.findings import Finding
from sa_wizard.review.rules import kept, prose, told, typed
from sa_wizard.review.rules.rule import Rule
from sa_wizard.review.rules.texts import Written, telling

FIGURE = Rule(
    "summary-figure",
    "warning",
    "A figure in the summary that is nowhere else",
    "The summary is what is read and quoted; a figure only there was never checked, or was changed later in one place.",
    "Correct it, or give it where its evidence is.",
    "Practice of the assessments read: no new facts in the executive summary",
    "b",
)
RULES: tuple[Rule, ...] = (FIGURE,)

SUMMARY = "summary"
_SKIPPED = ("about", SUMMARY)
_FIGURES = Shape(prose.FIGURE)
_ANY_FIGURE = Shape(rf"\d[\d,]{{0,18}}(?:\.\d{{1,4}})?(?:{prose.PERCENT})?")
_ANY_IN_ASCII = Shape(rf"[0-9{prose.RARE}](?<=[0-9])(?a:[\d,]{{0,18}}(?:\.\d{{1,4}})?)(?:{prose.PERCENT})?")
"""The same where there are no other digits: it takes half the time."""
_UNIT = Shape(rf"(?P<percent>{prose.PERCENT})| ?(?P<size>million|thousand|bn|m|k)\b", re.IGNORECASE)
_LABELLED = Shape(
    r"(?:\b(?:regs?|regulations?|sections?|(?<![’'])ss?|items?|articles?|parts?|chapters?|tables?|figures?|pages?|priorit(?:y|ies)"
    r"|options?|versions?|appendix|annex|SI|schedule|class|objectives?|recommendations?|Q|tier|phase)"
    r"\.? (?:\d{1,4} (?:to|and) )?|\b(?:regs?|(?<![’'])ss?|SI|pp?)\.?|\d/|\bv)\Z",
    re.IGNORECASE,
)
_AGED = Rare(r"\b(?:age[ds]?|under|over) (?:\d{1,4} (?:to|and) )?\Z", *("age", "under ", "over "), flags=re.IGNORECASE)
_LISTED = Shape(r"(?:^|\n)[ \t]{0,8}(?:[-*] )?\(?\Z")
_MONTH = (
    r"(?-i: (?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b)"
)
"""With its capital: ``40 may`` and ``12 marshals`` are no dates."""
_NOT_A_FIGURE = Shape(
    rf"[.)] |st\b|nd\b|rd\b|th\b| ?[ap]\.?m\b|:\d|/\d|{_MONTH}| (?:to|and) \d\d?{_MONTH}",
    re.IGNORECASE,
)
_JOINED = Shape(r"\d{4}[-–/]\Z|[A-Z]\Z")
"""What makes a figure the end of something longer: 2024-25, TS1."""
_DIALLED = {101.0, 111.0, 999.0}
_DIALLING = Shape(
    r"(?:\b(?:on|via|through|using|dial\w{0,4}|ring|rang|phone[ds]?|number|call(?:ing|ed)?)"
    r"|\bcalls? (?:[a-z]{1,12} ){0,2}to|\b(?:101|111|999),?(?: (?:and|or))?) (?:the )?\Z",
    re.IGNORECASE,
)
"""What leads up to a number that is dialled: ``calls taken on 101 and 999``."""
_DIALLED_ON = Shape(r"(?:,| (?:and|or)|/) ?(?:101|111|999)\b| (?:number|line|service|system|call handl)", re.IGNORECASE)
_CELL = Shape(r"\| ?\*{0,2}\Z")
_CELL_END = Shape(r"\*{0,2} ?\|")
_OF = Shape(r" of (?<=\d of )")
_PART = Shape(rf"(?P<part>{prose.FIGURE})\Z")
_WHOLE = Shape(rf"(?:[a-z]{{1,12}} ){{0,3}}(?P<whole>{prose.FIGURE})", re.IGNORECASE)
_SIZES = {"million": 10**6, "m": 10**6, "bn": 10**9, "thousand": 1000, "k": 1000}
_NUMBERS = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
nineteen twenty
"""
_WORDS = tuple(_NUMBERS.split())
_MOST = 20
_ALONE = 3
"""Figures told of one by one; a list of more than that hides the one that is wrong."""
_MOST_OF = 2000
"""Parts of a whole looked for in one answer."""
_LOOKED_AT = 500
"""Places of one number in one answer."""


def in_draft(seen: Evidence, answers: Sequence[Written]) -> Iterator[Finding]:
    """Figures of the summary that no other section has, once each. Years, dates and list numbers are not figures."""
    ours = [answer for answer in answers if answer.section == SUMMARY]
    wanted = [(answer.path, *figure) for answer, found in telling(ours, figures) for figure in found]
    if not wanted:
        return
    later = [answer for answer in answers if answer.section not in _SKIPPED]
    known = set(_stored(seen))
    asked = {value for _, value, percent, _ in wanted if not percent and value not in known}
    counts, rates = _written(later, asked | {value / 10**6 for value in asked})
    known |= _vouched({value: counts[value] for value in asked if value in counts}, later)
    lacking = {
        (value, percent): (path, shown)
        for path, value, percent, shown in reversed(wanted)
        if value not in (rates if percent else known)
    }
    percents = list(_worked_out(seen, later)) if any(percent for _, percent in lacking) else []
    told: list[tuple[str, str]] = []
    for (value, percent), place in list(reversed(lacking.items()))[:_MOST]:
        elsewhere = _rounds(percents, value) if percent else _in_words(value, later) or value / 10**6 in counts
        if not elsewhere:
            told.append(place)
    for path, shown in told[:_ALONE]:
        yield FIGURE.found(path, f"The summary says {shown}, which appears nowhere else in the document.")
    if rest := told[_ALONE:]:
        yield FIGURE.found(rest[0][0], _together([shown for _, shown in rest]))


def _together(shown: Sequence[str]) -> str:
    """The sentence about the figures that are not told one by one."""
    many = f"{len(shown)} more figures that appear" if len(shown) > 1 else "1 more figure that appears"
    return f"The summary has {many} nowhere else in the document: {'; '.join(shown)}."


def _written(later: Sequence[Written], asked: set[float]) -> tuple[dict[float, set[str]], set[float]]:
    """The ways in which each count asked for is written in the other answers, and every per cent."""
    counts, rates = dict[float, set[str]](), set[float]()
    for written in set[str]().union(*(numbers for _, numbers in telling(later, _numbers_in))):
        figure = written.rstrip("%percnt \n\t")
        value = prose.value(figure.rstrip(","))
        if figure != written:
            rates.add(value)
        elif value in asked:
            counts.setdefault(value, set()).add(written)
    return counts, rates


def _vouched(counts: dict[float, set[str]], later: Sequence[Written]) -> set[float]:
    """The counts that stand in another answer as figures, and not as a year, a label or an hour.

    Only where one is written at all is the text around it read, and only until it is found.
    """
    left = {written: value for value, spelled in counts.items() for written in spelled}
    wanted, found = set(left), set[float]()
    for answer, numbers in telling(later, _numbers_in):
        for written in wanted & numbers:
            if left[written] not in found and _stands(answer.text, written, left[written]):
                found.add(left[written])
                wanted -= counts[left[written]]
    return found


def _stands(text: str, written: str, value: float) -> bool:
    """Whether a number as it is written stands for that many somewhere in a text."""
    for at in islice(prose.places(text, written), _LOOKED_AT):
        number = _FIGURES.match(text, at)
        figure = _figure(text, number, vouching=True) if number else None
        if figure and figure[:2] == (value, False):
            return True
    return False


def figures(text: str) -> tuple[tuple[float, bool, str], ...]:
    """The figures of a text: the value, whether it is a per cent, and how it was typed."""
    return tuple(_figures(text))


def _numbers_in(text: str) -> frozenset[str]:
    """Every number of a text as it is written, whatever it counts, with the sign or words that make it a per cent."""
    return frozenset((_ANY_IN_ASCII if text.isascii() else _ANY_FIGURE).findall(text))


def _figures(text: str) -> Iterator[tuple[float, bool, str]]:
    for found in prose.matches(_FIGURES, text):
        figure = _figure(text, found)
        if figure:
            yield figure


def _figure(text: str, found: re.Match[str], *, vouching: bool = False) -> tuple[float, bool, str] | None:
    """A number as a figure; None for a year, a label, a day, an hour, an age or a number that is dialled.

    To vouch for another, one of a hundred and more may follow ``over``, and one like a year may be a cell of a table.
    """
    start, end = found.span()
    before, after = text[max(0, start - 30) : start], text[end : end + 20]
    unit = _UNIT.match(after)
    value = prose.value(found[0])
    if prose.is_year(found[0]) and not unit and not (vouching and _is_cell(text, start, end)):
        return None
    if _LABELLED.search(before) or _is_no_count(before, after) or _JOINED.search(before):
        return None
    if not (vouching and value >= 100) and _AGED.search(before):
        return None
    if value in _DIALLED and _is_dialled(before, after, vouching=vouching):
        return None
    size = _SIZES.get((unit["size"] or "").lower(), 1) if unit else 1
    percent = bool(unit and unit["percent"])
    return value * size, percent, f"{found[0]}{(unit[0] if unit else '').rstrip()}"


def _is_dialled(before: str, after: str, *, vouching: bool) -> bool:
    """Whether a number is one that people ring. ``101 calls`` may be either, and is neither asked for nor refused."""
    either = not vouching and after.startswith(" call")
    return either or _DIALLING.search(before) is not None or _DIALLED_ON.match(after) is not None


def _is_cell(text: str, start: int, end: int) -> bool:
    """Whether a number fills a cell of a typed table that is neither the first of its row nor a heading."""
    if not _CELL.search(text, max(0, start - 4), start) or not _CELL_END.match(text, end):
        return False
    line, after = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    heading = after >= 0 and typed.is_rule(text[after + 1 : after + 2000].partition("\n")[0])
    return not heading and text[line:start].strip("| *\t") != ""


def _is_no_count(before: str, after: str) -> bool:
    """Whether a number is a day, an hour, a rank or the number of a line in a list."""
    return _NOT_A_FIGURE.match(after) is not None and (after[0] not in ".)" or _LISTED.search(before) is not None)


def _in_words(value: float, answers: Sequence[Written]) -> bool:
    """Whether a small whole number is written out somewhere, as ``twelve`` for 12."""
    if value != int(value) or not 0 <= value < len(_WORDS):
        return False
    word = _WORDS[int(value)]
    alone = Shape(rf"\b{word}\b", re.IGNORECASE)
    texts = (answer.text for answer in answers)
    return any(alone.search(text) for text in texts if word in text.lower() or not text.isascii())


def _stored(seen: Evidence) -> Iterator[float]:
    """Counts and other numbers kept in records, and the differences and sums worked out from a problem's two counts."""
    for section in seen.asked.sections:
        for field in seen.asked.fields(section):
            if section.id not in _SKIPPED and field.kind == "records" and not field.of:
                columns = [column.id for column in RECORDS[field.record or ""].columns() if column.kind == "number"]
                yield from _numbers(seen.asked.draft.get(f"{section.id}.{field.id}"), columns)
    for _, topic in kept.rows(seen, Topic):
        changed = change(topic.previous_count, topic.count)
        if changed:
            yield abs(changed.difference)


def _numbers(rows: Json, columns: Sequence[str]) -> Iterator[float]:
    for row in rows or []:
        yield len(rows)
        yield from (float(row[column]) for column in columns if is_count(row.get(column)))


def _worked_out(seen: Evidence, answers: Sequence[Written]) -> Iterator[float]:
    """Per cents that follow from counts printed later: changes from one to another, and parts of a whole."""
    for _, topic in kept.rows(seen, Topic):
        changed = change(topic.previous_count, topic.count)
        if changed and changed.old:
            yield 100 * abs(changed.difference) / changed.old
    for _, changes in telling(answers, told.changes):
        yield from (100 * abs(each.new - each.old) / each.old for each in changes if each.old)
    for _, percents in telling(answers, _parts):
        yield from percents


def _parts(text: str) -> tuple[float, ...]:
    """Per cents that the parts of a whole told in a text come to."""
    if not _OF.search(text):
        return ()
    told_of = []
    for at in islice(prose.places(text, " of "), _MOST_OF):
        if not text[at - 1].isdigit():
            continue
        part, whole = _PART.search(text, max(0, at - 26), at), _WHOLE.match(text, at + len(" of "))
        if part and whole:
            told_of.append((prose.value(part["part"]), prose.value(whole["whole"])))
    return tuple([100 * part / whole for part, whole in told_of if 0 < part <= whole])


def _rounds(percents: Sequence[float], value: float) -> bool:
    """Whether one of some per cents is a value when it is rounded."""
    near = (percent for percent in percents if abs(percent - value) < 1)
    return any(value in (round(percent), int(percent + 0.5), round(percent, 1)) for percent in near)
