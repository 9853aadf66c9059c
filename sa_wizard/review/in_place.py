"""The sentence of an answer that a finding is about, for an answer that is too long to look through."""

from sa_wizard.expressions import Shape
from sa_wizard.review.findings import Finding
from sa_wizard.review.rules import prose
from sa_wizard.review.rules.acronyms import ACRONYM
from sa_wizard.review.rules.summary import FIGURE

LINE = 70
"""Characters of an answer that are seen at a glance."""
_FEW = 30
"""Characters of a quotation that says little about where it stands."""
_QUOTED = Shape(r"“([^”…]{1,200})”")
_FIRST = {ACRONYM.code: Shape(r"\S+"), FIGURE.code: Shape(r"(?<=says ).{1,40}?(?=, which)")}
"""How the findings that name one word or figure, and quote nothing, name it."""


def sentence(finding: Finding, answer: str) -> str:
    """The sentence of an answer around the few words a finding names, quoted.

    Empty when the answer is no longer than a line, when the finding quotes enough of it already, and when it is about
    the answer as a whole. The words of the rule come first: what the finding quotes around them may itself quote.
    """
    if len(answer) <= LINE and "\n" not in answer.strip():
        return ""
    quoted, named = _QUOTED.search(finding.message), _FIRST.get(finding.code)
    first = named.search(finding.message) if named else None
    words = first[0] if first else finding.words or (quoted[1] if quoted else "")
    at = prose.inner(answer).find(prose.inner(words)) if words and len(words) <= _FEW else -1
    if at < 0:
        return ""
    start, end = prose.sentence_at(answer, at, at + len(words))
    if end - start > 2 * LINE:  # as much of it as leads up to the words, and a little more
        start, end = max(start, at - LINE), min(end, at + len(words) + LINE // 2)
    told = prose.inner(" ".join(answer[start:end].split()))
    return "" if told.rstrip(".") in finding.message else f"“{told}”"
