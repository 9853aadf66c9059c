"""What counts as an answer: more than white space, and more than a place held for one."""

import re

from sa_wizard.draft.values import Json, is_empty

_PLACEHOLDER = re.compile(
    r"\W*(?:to[ -]?do|tbc|tba|tbd|to be (?:confirmed|added|completed)|x{2,})\W*"  # a word held in place of an answer
    r"|\W*to-?do\s*:.*|\W*lorem ipsum.*"
    r"|\s*[\[(<{]+\s*insert\b[^\])>}]*[\])>}]*\W*"  # [insert figure], but not a sentence about inserting something
    r"|[\s.…?_]+",
    re.IGNORECASE | re.DOTALL,
)
_LONGEST_PLACEHOLDER = 200


def answered(value: Json) -> bool:
    """Whether a value answers its question: not empty, and not TODO, TBC, XX or [insert …] and nothing else."""
    if isinstance(value, str):
        return not is_empty(value) and not (len(value) <= _LONGEST_PLACEHOLDER and _PLACEHOLDER.fullmatch(value))
    if isinstance(value, list):
        return any(answered(part) for part in value)
    if isinstance(value, dict):
        return any(answered(part) for key, part in value.items() if key != "id")
    return not is_empty(value)
