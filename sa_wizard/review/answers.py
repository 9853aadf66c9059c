"""What counts as an answer: more than white space, and more than a place held for one."""

import re

from sa_wizard.draft.values import Json, is_empty

_PLACEHOLDER = re.compile(
    r"\W*(?:to ?do|tbc|tba|tbd|to be (?:confirmed|added|completed)|x{2,}|insert[^\]]*|\.{3,}|lorem ipsum.*)\W*",
    re.IGNORECASE,
)


def answered(value: Json) -> bool:
    """Whether a value answers its question: not empty, and not TODO, TBC, XX or [insert …] and nothing else."""
    if isinstance(value, str):
        return not is_empty(value) and not (len(value) <= 200 and _PLACEHOLDER.fullmatch(value))
    if isinstance(value, list):
        return any(answered(part) for part in value)
    if isinstance(value, dict):
        return any(answered(part) for key, part in value.items() if key != "id")
    return not is_empty(value)
