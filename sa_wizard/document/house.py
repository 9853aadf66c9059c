"""The style of a house: what a partnership set once for all its documents, kept with the settings of this person.

``house-styles.toml`` in the settings folder has a table for each partnership; ``sa-wizard style`` writes it.
"""

import json
import os
import re
import tomllib
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path

from sa_wizard import files
from sa_wizard.document import front
from sa_wizard.document.writing import Writing
from sa_wizard.errors import CannotWrite, UsageProblem
from sa_wizard.folders import config_dir, private_folder

LARGEST = 1_000_000
TOKENS = ("partnership", "title", "version", "period", "status", "draft")
"""What may stand in braces in the pattern of a file name."""

_TOKEN = re.compile(r"\{([^{}]*)\}")
_UNFIT = re.compile(r'[\x00-\x1f/\\:*?"<>|]+')
_LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class House:
    """What one partnership set. What is empty: the styles supplied, no logo, the draft's own name."""

    reference_doc: str = ""
    logo: str = ""
    logo_alt: str = ""
    file_name: str = ""


def settings_file() -> Path:
    """Where house styles are kept."""
    return config_dir() / "house-styles.toml"


def of(partnership: str) -> House:
    """The style of a partnership; the plain one when none was set. Raises UsageProblem for a file that is wrong."""
    return _read().get(_key(partnership), House())


def keep(partnership: str, house: House) -> None:
    """Set the style of a partnership; a plain one forgets it. Raises UsageProblem or CannotWrite."""
    if not _key(partnership):
        raise UsageProblem(
            "The draft does not say whose it is, so no style can be kept for it.", "Fill in its partnership."
        )
    check_pattern(house.file_name)
    houses = {name: each for name, each in _read().items() if name != _key(partnership)}
    if house != House():
        houses[_key(partnership)] = house
    path = settings_file()
    fresh = path.with_suffix(".new")
    try:
        private_folder(path.parent)
        with os.fdopen(os.open(fresh, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600), "w", encoding="utf-8") as file:
            file.write("\n".join(_written(name, each) for name, each in sorted(houses.items())))
        fresh.replace(path)
    except OSError as error:
        sentence = f"{path} could not be written: {(error.strerror or 'the system refused').lower()}."
        raise CannotWrite(sentence, "See 'sa-wizard paths'.") from error


def check_pattern(pattern: str) -> None:
    """Raise UsageProblem for a file name with something in braces that is not known."""
    for token in _TOKEN.findall(pattern):
        if token not in TOKENS:
            known = ", ".join(f"{{{each}}}" for each in TOKENS)
            raise UsageProblem(f"{{{token}}} is nothing that a file name can hold.", f"There are {known}.")


def file_name(pattern: str, writing: Writing, draft: str) -> str:
    """A file name without its ending, from a pattern; ``draft``: the name of the draft's file without its own."""
    asked = writing.asked
    values = {
        "partnership": asked.draft.text("about.partnership"),
        "title": front.title(writing),
        "version": asked.draft.text("about.version"),
        "period": asked.period.label if asked.period else "",
        "status": "final" if writing.final else "draft",
        "draft": draft,
    }
    made = _TOKEN.sub(lambda found: values.get(found[1], ""), pattern)
    fit = " ".join(_UNFIT.sub(" ", made).split()).strip(" .-_,")[:_LONGEST_NAME].strip(" .")
    return fit or draft


def _key(partnership: str) -> str:
    return " ".join(partnership.split())


def _read() -> dict[str, House]:
    path = settings_file()
    try:
        data = tomllib.loads(files.read(path, LARGEST).decode("utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, files.TooLarge, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageProblem(f"{path} cannot be read: {error}.", "Mend it or remove it.") from error
    houses: dict[str, House] = {}
    known = {each.name for each in fields(House)}
    for name, table in data.items():
        wrong = (
            (key for key, value in table.items() if key not in known or not isinstance(value, str))
            if isinstance(table, dict)
            else iter((name,))
        )
        for key in wrong:
            raise UsageProblem(
                f"{path}: {name!r} has {key!r}, which is no setting of a style.",
                f"There are {', '.join(sorted(known))}.",
            )
        houses[_key(name)] = replace(House(), **table)
    return houses


def _written(name: str, house: House) -> str:
    """A table of TOML, whose strings are those of JSON."""
    lines = (f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in asdict(house).items() if value)
    return f"[{json.dumps(name, ensure_ascii=False)}]\n{''.join(lines)}"
