"""The records the program reasons about, each a row of a table in the assessment.

Their links are the product's spine: every priority can be traced to evidence, every concern to an answer.

Labels and hints here are the defaults; an outline may give its own guidance for any column.
"""

from typing import ClassVar

from sa_wizard.outline.columns import Number, Period, Record, ask

TOPICS = "levels.topics"
CONCERNS = "views.concerns"
CONSULTATIONS = "views.consultations"
SOURCES = "appendices.sources"

CONFIDENCE = {"high": "High", "medium": "Medium", "low": "Low"}
YES_NO = {"yes": "Yes", "no": "No"}


class Reason(Record):
    """One possible explanation of a change, with what speaks for it and against it."""

    type_name: ClassVar[str] = "reason"
    reason: str = ask("line", "Reason", "One explanation in one sentence.", required=True)
    kind: str = ask(
        "choice",
        "Kind of reason",
        "What sort of change would this be?",
        choices={
            "real": "The problem itself changed",
            "recording": "Recording or reporting changed",
            "activity": "Our own activity changed",
            "outside": "Something outside changed",
            "chance": "Ordinary variation",
        },
    )
    evidence_for: str = ask("text", "Evidence for", "What supports this, and where it comes from.")
    evidence_against: str = ask("text", "Evidence against", "What does not fit. Look for it before you write 'none'.")
    confidence: str = ask("choice", "Confidence", "How sure are you, given both sides?", choices=CONFIDENCE)


class Topic(Record):
    """A crime, disorder or substance misuse problem, asked about in four sections: level, change, why, chapter."""

    type_name: ClassVar[str] = "topic"
    name: str = ask("line", "Problem", "The name readers will look for, such as Residential burglary.", required=True)
    strand: str = ask(
        "choice",
        "Strand",
        "Item (a) needs all three.",
        choices={
            "crime": "Crime",
            "disorder": "Disorder and anti-social behaviour",
            "substance-misuse": "Substance misuse",
            "other": "Other",
        },
    )
    measure: str = ask("line", "What is counted", "Such as recorded offences, incidents reported, people in treatment.")
    count: Number = ask("number", "Count, this period", "A whole number; no rounding.")
    previous_count: Number = ask("number", "Count, previous period", "The same measure over the previous period.")
    period: Period = ask("period", "Period, if different", "Leave blank when it is the assessment's own period.")
    previous_period: Period = ask("period", "Previous period, if different", "Blank: the previous assessment's period.")
    rate: str = ask("line", "Rate", "With its denominator, such as 4.1 per 1,000 households (mid-2024 estimate).")
    sources: list[str] = ask("links", "Data sources", "Where the figures come from.", to=SOURCES)
    where: str = ask("text", "Where", "Wards, towns or kinds of place, ranked; no addresses.")
    when: str = ask("text", "When", "Time of day, day of week, season.")
    victims: str = ask("text", "Who is harmed", "Groups, repeat victims; nothing that identifies a person.")
    offenders: str = ask("text", "Who causes it", "Groups and circumstances; nothing that identifies a person.")
    how: str = ask("text", "What kind and how", "Types within the problem and how it is done.")
    comparison: str = ask("text", "Comparison", "Rank or rate beside similar areas.")
    harm: str = ask("text", "Harm", "Harm as well as volume.")
    pattern_change: str = ask("text", "Change in pattern", "What moved in place, time, victims or offenders.")
    nature: str = ask(
        "choice",
        "Is the change real?",
        "Decide between the three, or say it is mixed, no more than chance, or not yet known.",
        choices={
            "real": "Real change in the problem",
            "recording": "Change in recording or reporting",
            "activity": "Change in our own activity",
            "mixed": "A mixture",
            "chance": "No more than ordinary variation",
            "not-known": "Not yet known",
        },
    )
    reasons: list[Reason] = ask("records", "Reasons", "Each explanation with its evidence.", record="reason")
    find_out: str = ask("text", "How we will find out", "If not yet known: what will be done, by whom, by when.")
    change_mind: str = ask("text", "What would change our mind", "The finding that would overturn this explanation.")
    narrative: str = ask("text", "The problem in full", "Who, what, where, when and how, then why.")
    response: str = ask("text", "What is done now", "What works, and how you know.")
    gaps: str = ask("text", "Gaps", "What is missing in the response or in what is known.")
    recommendation: str = ask("text", "Recommendation", "What the partnership should do about it.")


class Place(Record):
    """An area in a ranked table: ward, parish or neighbourhood."""

    type_name: ClassVar[str] = "place"
    name: str = ask("line", "Place", "Ward, parish or neighbourhood; no addresses.", required=True)
    kind: str = ask("line", "Kind of place", "Such as ward, parish, town centre.")
    topics: list[str] = ask("links", "Problems", "What it is a place of concern for.", to=TOPICS)
    measure: str = ask("line", "What is counted", "Such as anti-social behaviour incidents.")
    count: Number = ask("number", "Count, this period", "A whole number.")
    previous_count: Number = ask("number", "Count, previous period", "The same measure, previous period.")
    rate: str = ask("line", "Rate", "With its denominator; beware residents as denominator in a town centre.")
    share: str = ask("line", "Share of total", "As printed, such as 42.30%.")
    change: str = ask("line", "Change", "As printed, if you were given it rather than the two counts.")
    note: str = ask("text", "What lies behind it", "What about this place explains the figures.")


class PreviousPriority(Record):
    """One priority of the previous plan and how far it was carried out."""

    type_name: ClassVar[str] = "previous_priority"
    priority: str = ask("line", "Previous priority", "As the plan worded it.", required=True)
    planned: str = ask("text", "What was planned", "The actions the plan promised.")
    done: str = ask("text", "What was done", "Delivered, delivered late, or dropped.")
    measure: str = ask("line", "Measure and target", "How success was to be judged.")
    outcome: str = ask("text", "Outcome", "The figure against the target.")
    judgement: str = ask(
        "choice",
        "Judgement",
        "How far it was implemented.",
        choices={
            "delivered": "Delivered",
            "part": "Delivered in part",
            "not": "Not delivered",
            "too-early": "Too early to say",
        },
    )
    evidence: str = ask("text", "Evidence", "What the judgement rests on.")
    lesson: str = ask("text", "Lesson", "What the next plan should do differently.")


class Consultation(Record):
    """One exercise that asked people what they think."""

    type_name: ClassVar[str] = "consultation"
    name: str = ask("line", "Consultation", "Its proper name, such as Residents' survey 2025.", required=True)
    method: str = ask("line", "Method", "Such as online survey, public meeting, interviews.")
    dates: Period = ask("period", "Dates", "When people were asked.")
    responses: Number = ask("number", "Number of responses", "People who answered or attended.")
    residents: str = ask("choice", "Residents asked?", "People who live in the area.", choices=YES_NO)
    workers: str = ask("choice", "Workers asked?", "People who work in the area.", choices=YES_NO)
    others: str = ask("line", "Others asked", "Businesses, visitors, young people, community groups.")
    said: str = ask("text", "What they said", "The findings, in order of weight.")
    not_reached: str = ask("text", "Who was not reached", "Groups missing or few, and what that means.")
    owner: str = ask("line", "Run by", "Which authority ran it.")


class Concern(Record):
    """One matter people think should be a priority, whether or not the partnership agrees."""

    type_name: ClassVar[str] = "concern"
    concern: str = ask("line", "Concern", "In the words people used, in one line.", required=True)
    wanted: str = ask("text", "What they would prioritise", "What they want done first.")
    who: str = ask(
        "choice",
        "Who said so",
        choices={
            "residents": "People who live here",
            "workers": "People who work here",
            "both": "Both",
            "other": "Others",
        },
    )
    share: str = ask("line", "How many", "Such as 212 of 640 responses.")
    consultations: list[str] = ask("links", "Consultations", "Where it was said.", to=CONSULTATIONS)
    topics: list[str] = ask("links", "Problems", "Which problems it is about.", to=TOPICS)
    answer: str = ask("text", "The partnership's answer", "If it is not made a priority, what people are told.")


class Candidate(Record):
    """One row of the scoring table. Scores guide and do not decide: going against one needs a reason."""

    type_name: ClassVar[str] = "candidate"
    issue: str = ask("line", "Issue", "A problem that could become a priority.", required=True)
    topics: list[str] = ask("links", "Problems", "The evidence behind it.", to=TOPICS)
    likelihood: Number = ask("number", "Likelihood", "Or probability, on your method's scale.")
    harm: Number = ask("number", "Harm", "Or impact, on your method's scale.")
    score: Number = ask("number", "Score", "Leave blank for likelihood times harm.")
    band: str = ask("choice", "Band", choices={"high": "High", "medium": "Medium", "low": "Low"})
    included: str = ask("choice", "Put forward?", choices=YES_NO)
    change: str = ask("line", "Change", "Shown beside the score; it does not drive it.")
    reason: str = ask("text", "Reason", "Needed when the choice goes against the score, up or down.")


class Priority(Record):
    """One recommended priority, traced to the evidence behind it."""

    type_name: ClassVar[str] = "priority"
    title: str = ask("line", "Priority", "What to prioritise, in a phrase.", required=True)
    why: str = ask("text", "Why", "The case in two or three sentences.")
    topics: list[str] = ask("links", "Evidence: problems", "Which problems it rests on.", to=TOPICS)
    concerns: list[str] = ask("links", "Evidence: concerns", "Which public concerns it answers.", to=CONCERNS)
    lead: str = ask("line", "Lead", "The group or authority that will own it.")
    measure: str = ask("line", "Measure", "How the partnership will know it worked.")
    prevention: str = ask("text", "Recommended: prevention")
    intelligence: str = ask("text", "Recommended: intelligence")
    enforcement: str = ask("text", "Recommended: enforcement")
    reassurance: str = ask("text", "Recommended: reassurance")


class CountyMatter(Record):
    """One matter brought to the attention of the county strategy group (two-tier England only)."""

    type_name: ClassVar[str] = "county_matter"
    matter: str = ask("line", "Matter", "What the county group should know of.", required=True)
    why: str = ask("text", "Why the county", "Why it cannot be dealt with by this area alone.")
    topics: list[str] = ask("links", "Problems", "The evidence behind it.", to=TOPICS)
    evidence: str = ask("text", "Evidence", "Figures, or what neighbours report.")
    wanted: str = ask("text", "What is asked", "The decision or action wanted of the county group.")


class DataSource(Record):
    """One source of figures."""

    type_name: ClassVar[str] = "data_source"
    name: str = ask("line", "Source", "Such as Police recorded crime, open data tables.", required=True)
    holder: str = ask("line", "Holder", "The authority that holds it.")
    period: Period = ask("period", "Period", "The months it covers.")
    extracted: str = ask("line", "Extracted on", "The day the figures were taken.")
    measures: str = ask("line", "Used for", "What is counted from it.")
    limits: str = ask("text", "Limits", "What it leaves out or gets wrong.")


class InformationGap(Record):
    """One question the assessment could not answer."""

    type_name: ClassVar[str] = "information_gap"
    question: str = ask("line", "Question", "What could not be answered.", required=True)
    why: str = ask("text", "Why it matters", "Which decision waits for it.")
    who: str = ask("line", "Who could answer", "The authority that holds the answer.")
    by: str = ask("line", "By when", "When it is needed.")
    topics: list[str] = ask("links", "Problems", "Which problems it concerns.", to=TOPICS)


class Contributor(Record):
    """An organisation that gave data, text or time."""

    type_name: ClassVar[str] = "contributor"
    organisation: str = ask("line", "Organisation", required=True)
    role: str = ask("line", "Role", "Such as analyst, reviewer, data provider.")
    name: str = ask("line", "Name", "Optional; a post is enough.")
    contribution: str = ask("text", "Contribution", "What they gave.")


class Version(Record):
    """One row of the version table."""

    type_name: ClassVar[str] = "version"
    version: str = ask("line", "Version", "Such as 0.3 draft.", required=True)
    date: str = ask("line", "Date", "The day it was issued.")
    author: str = ask("line", "Author", "Who made the changes.")
    changes: str = ask("text", "What changed", "One or two lines.")


RECORDS = Record.kinds
"""Every kind of record by the name of its type."""
