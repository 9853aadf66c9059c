"""How each kind of record reads best in print: what goes in its table, what in a paragraph under its name."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Layout:
    """One record type in print. Columns that no list names are printed as labelled paragraphs.

    ``table``: columns of the table, in order. ``brief``: texts that join it when every one of them is short.
    ``bare``: the text that follows the heading without a label. ``numbered``: the word before the number in a heading.
    ``blocks``: no table as long as there are paragraphs to hold the columns. ``more``: the heading over what the table
    does not hold, when it is short enough to need no heading for each record. ``room``: characters of a brief text that
    may join the table, where it differs from the usual. ``lead``: the sentence above the table, ``{table}`` its number.
    """

    caption: str
    table: tuple[str, ...] = ()
    brief: tuple[str, ...] = ()
    bare: str = ""
    numbered: str = ""
    blocks: bool = False
    more: str = "More on each"
    room: int = 0
    lead: str = "{table} lists the entries."
    labels: Mapping[str, str] = field(default_factory=dict)

    def label(self, column: str, otherwise: str) -> str:
        """What a column is called in print."""
        return self.labels.get(column, otherwise).strip().rstrip("?")


LAYOUTS: Mapping[str, Layout] = {
    "previous_priority": Layout(
        "Judgement of each priority of the previous plan",
        lead="{table} gives the judgement on each priority of the previous plan.",
        table=("priority", "judgement", "measure"),
        brief=("outcome",),
        more="What was planned and done",
    ),
    "consultation": Layout(
        "How people were asked",
        lead="{table} shows how people were asked.",
        table=("name", "dates", "responses", "residents", "workers"),
        more="More on each consultation",
        labels={"responses": "Responses", "residents": "Residents asked", "workers": "Workers asked"},
    ),
    "concern": Layout(
        "What people would prioritise",
        lead="{table} lists what people would prioritise.",
        table=("concern", "who", "share"),
        brief=("answer",),
        more="More on each concern",
        labels={"topics": "Problems it is about", "consultations": "Where it was said"},
    ),
    "candidate": Layout(
        "The candidate issues and their scores",
        lead="{table} gives the scores of the candidate issues.",
        table=("issue", "likelihood", "harm", "score", "band", "change", "included"),
        more="Evidence and reasons",
        labels={"included": "Put forward", "reason": "Reasons"},
    ),
    "priority": Layout(
        "Recommended priorities",
        lead="{table} sums up the recommended priorities.",
        table=("title", "lead", "measure"),
        bare="why",
        numbered="Priority",
        blocks=True,
        labels={
            "topics": "Problems it rests on",
            "concerns": "Public concerns it answers",
            "measure": "How we will know it worked",
            "prevention": "Recommended for prevention",
            "intelligence": "Recommended for intelligence",
            "enforcement": "Recommended for enforcement",
            "reassurance": "Recommended for reassurance",
        },
    ),
    "county_matter": Layout(
        "Matters for the county strategy group",
        lead="{table} lists the matters for the county strategy group.",
        table=("matter", "topics"),
        numbered="Matter",
        blocks=True,
        labels={"why": "Why the county", "wanted": "What is asked of the county"},
    ),
    "data_source": Layout(
        "Sources of the figures",
        lead="{table} lists the sources of the figures.",
        table=("name", "holder", "period", "extracted", "measures"),
        brief=("limits",),
        labels={"extracted": "Taken on"},
    ),
    "information_gap": Layout(
        "Questions that could not be answered",
        lead="{table} lists the questions that could not be answered.",
        table=("question", "who", "by"),
        brief=("why",),
        more="More on each question",
        labels={"topics": "Problems concerned"},
    ),
    "contributor": Layout(
        "Who contributed",
        lead="{table} lists who contributed.",
        table=("organisation", "role", "name"),
        brief=("contribution",),
        room=240,
    ),
    "version": Layout(
        "Versions of this document",
        lead="{table} lists the versions of this document.",
        table=("version", "date", "author"),
        brief=("changes",),
        room=400,
    ),
    "place": Layout(
        "Places of concern",
        lead="{table} compares the places.",
        table=("name", "kind", "topics", "measure", "previous_count", "count", "change", "rate", "share"),
        more="More on each place",
        labels={"share": "Share", "topics": "Problems"},
    ),
    "topic": Layout(
        "Problems",
        lead="{table} lists the problems.",
        table=("name", "strand", "measure", "count", "previous_count", "rate"),
        bare="narrative",
        labels={
            "nature": "Nature of the change",
            "victims": "Who is harmed",
            "period": "Period of the count",
            "previous_period": "Period of the previous count",
        },
    ),
}
"""By record type. A type that is missing here prints its short columns in a table and its texts under its name."""
