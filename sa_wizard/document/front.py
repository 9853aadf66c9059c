"""What a document says of itself: on its first page, in its properties, and at the foot of every page."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime

from sa_wizard.document.phrases import lower_first
from sa_wizard.document.prose import inline
from sa_wizard.document.view import Cover
from sa_wizard.document.writing import Writing
from sa_wizard.draft.asked import Asked
from sa_wizard.outline.records import Version
from sa_wizard.outline.spec import Item
from sa_wizard.review import findings
from sa_wizard.review.findings import Review


def title(writing: Writing) -> str:
    """What the document is called, as plain words."""
    return writing.asked.draft.text("about.title").strip() or writing.asked.outline.title


def subtitle(writing: Writing) -> str:
    """Whose it is and for when, as plain words."""
    period = writing.asked.period
    parts = (writing.asked.draft.text("about.partnership").strip(), period.label if period else "")
    return ", ".join(part for part in parts if part)


def marking(writing: Writing) -> str:
    """The protective marking as it is printed, as plain words; empty when there is none."""
    chosen = writing.asked.draft.text("about.marking").strip()
    return "" if chosen.lower() == "none" else chosen


def notice(writing: Writing, review: Review) -> str:
    """What a draft says of itself on its first page, and a document issued as final all the same.

    Empty for a final one that lacks nothing.
    """
    unmet = [judged.item for judged in review.items if judged.status in ("partly", "not_met")]
    if writing.final:
        return "" if review.complete else _issued_all_the_same(unmet)
    also = any(each.also_needed for each in review.errors)
    if not unmet:
        return f"Draft: not yet final.{' Answers that its sections need are missing.' if also else ''}"
    items = "Statutory item" if len(unmet) == 1 else "Statutory items"
    told = f"Draft: not yet final. {items} {listed(unmet)} {'is' if len(unmet) == 1 else 'are'} not yet fully met"
    return f"{told}; other answers that its sections need are missing too." if also else f"{told}."


def _issued_all_the_same(unmet: Sequence[Item]) -> str:
    many = len(unmet) > 1
    lacking = (
        f"Statutory item{'s' if many else ''} {listed(unmet)} {'are' if many else 'is'} not fully met"
        if unmet
        else "It lacks answers that are needed"
    )
    why = "the last part lists what is missing and says why it is issued"
    return f"Issued as final although it is not complete. {lacking}; {why}."


def listed(items: Sequence[Item]) -> str:
    """Such as ``(a), (b) and (c)``."""
    return findings.listed([f"({item})" for item in items])


def cover(writing: Writing, review: Review) -> Cover:
    """The first page."""
    words = (title(writing), subtitle(writing), marking(writing), notice(writing, review))
    return Cover(*(inline(each) for each in words))


def metadata(writing: Writing, review: Review) -> Mapping[str, str]:
    """The document's properties, as plain words; what is not known is left out."""
    asked = writing.asked
    partnership = asked.draft.text("about.partnership").strip()
    known = {
        "subtitle": partnership,
        "period": asked.period.label if asked.period else "",
        "author": asked.draft.text("about.author").strip(),
        "date": issued(asked),
        "subject": f"Strategic assessment under {asked.law.regulations}",
        "keywords": "; ".join(each for each in (partnership, asked.law.long, "strategic assessment") if each),
        "description": notice(writing, review) or "Final.",
    }
    return {name: words for name, words in known.items() if words}


def issued(asked: Asked) -> str:
    """The version and its day, such as ``Version 0.4, 12 December 2025``; empty when neither is known."""
    version = asked.draft.text("about.version").strip()
    rows = [row for row in asked.draft.rows("about.versions", Version) if row.date.strip()]
    row = next((each for each in rows if each.version.strip() == version), rows[-1] if rows else None)
    return ", ".join(part for part in (_named(version), row.date.strip() if row else "") if part)


def epoch(asked: Asked) -> int:
    """The day of the version in seconds since 1970, for the dates inside a file; without one, the end of the period.

    Why not now: the same draft makes the same bytes.
    """
    told = issued(asked).rpartition(", ")[2]
    for way in ("%d %B %Y", "%d %b %Y", "%Y-%m-%d", "%d/%m/%Y", "%B %Y"):
        with suppress(ValueError):
            return int(datetime.strptime(told, way).replace(tzinfo=UTC).timestamp())
    day = asked.period.end if asked.period else asked.law.on
    return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())


def footer(writing: Writing) -> str:
    """What stands at the foot of every page beside its number: the title, the version, and whether it is a draft."""
    version = lower_first(_named(writing.asked.draft.text("about.version").strip()))
    parts = (title(writing), version, "" if writing.final else "draft")
    return ", ".join(part for part in parts if part)


def _named(version: str) -> str:
    """``0.4`` as ``Version 0.4``; what is called a version already stays as it is."""
    return f"Version {version}" if version and not version.lower().startswith("version") else version
