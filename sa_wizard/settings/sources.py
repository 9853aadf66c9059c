"""Where each setting comes from: a flag outranks the environment, which outranks the file, which outranks the default.

What is wrong in one of them is said and left out, and what ranks below it holds: nobody is kept from a draft by a
slip in a file of settings.
"""

from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from sa_wizard import files
from sa_wizard.errors import UsageProblem
from sa_wizard.folders import config_dir
from sa_wizard.settings.settings import ALLOWED, VARIABLES, Settings, names
from sa_wizard.signs import one_line
from sa_wizard.sound import UNKNOWN_KEY, Unsound, sound

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

LARGEST = 256 * 1024
"""Bytes that a file of settings may have."""

_ROUNDS = 3
"""Times that what is wrong is taken out: a value that is put right may show another that is not."""

Kind = Literal["flag", "environment", "file", "default"]
Table = dict[str, Any]


class Source(NamedTuple):
    """What a setting was said by: the option, the variable or the file, by name."""

    kind: Kind
    name: str = ""

    def __str__(self) -> str:
        return f"{self.kind} ({self.name})" if self.name else self.kind


class Chosen(NamedTuple):
    """The settings that hold, where those come from that are not the default, and a sentence for all that is wrong."""

    settings: Settings = Settings()
    sources: Mapping[str, Source] = MappingProxyType({})
    troubles: tuple[str, ...] = ()

    def source(self, name: str) -> Source:
        """Where one setting comes from."""
        return self.sources.get(name, Source("default"))


def config_file() -> Path:
    """The file of settings; it need not be there. ``SA_WIZARD_CONFIG_DIR`` moves it."""
    return config_dir() / "config.toml"


def choose(flags: Mapping[str, str | None], environment: Mapping[str, str], file: Path) -> Chosen:
    """The settings, from everything that may say something of them. Never fails: what is wrong is in ``troubles``."""
    read, troubles = _read(file)
    layers = (
        ({name: Source("file", str(file)) for name in names()}, read),
        _said(Source("environment"), VARIABLES, {name: environment.get(at) or None for name, at in VARIABLES.items()}),
        _said(Source("flag"), {name: f"--{name.partition('.')[0]}" for name in names()}, flags),
    )
    whole: Table = {}
    sources: dict[str, Source] = {}
    for where, table in layers:
        good, wrong = _checked(table, where)
        troubles += wrong
        for name in names():
            value = _at(good, name)
            if value is not None:
                _put(whole, name, value)
                sources[name] = where[name]
    return Chosen(sound(Settings, whole) if whole else Settings(), sources, tuple(troubles))


def verify(file: Path) -> tuple[str, ...]:
    """A sentence for everything that is wrong in a file of settings; raises UsageProblem when there is no file."""
    if not file.exists():
        raise UsageProblem(f"There are no settings in {file}.", "'sa-wizard config init' makes a file to begin with.")
    return choose({}, {}, file).troubles


def _read(file: Path) -> tuple[Table, list[str]]:
    try:
        text = files.read(file, LARGEST)
    except (FileNotFoundError, NotADirectoryError):
        return {}, []
    except files.TooLarge:
        return {}, _unused(file, f"it is larger than {LARGEST // 1024} kB")
    except (OSError, ValueError) as error:
        return {}, _unused(file, (getattr(error, "strerror", None) or "it cannot be read").lower())
    import tomllib

    try:
        return tomllib.loads(text.decode("utf-8-sig")), []
    except UnicodeDecodeError as error:
        reason = f"it is not UTF-8 at byte {error.start + 1}"
    except tomllib.TOMLDecodeError as error:
        reason = f"it is no sound TOML: {error}"
    except RecursionError:
        reason = "it is nested too deeply"
    return {}, _unused(file, reason)


def _unused(file: Path, reason: str) -> list[str]:
    return [one_line(f"The settings in {file} are not used: {reason}.")]


def _said(
    source: Source, called: Mapping[str, str], values: Mapping[str, str | None]
) -> tuple[dict[str, Source], Table]:
    table: Table = {}
    for name, value in values.items():
        if value is not None:
            _put(table, name, value)
    return {name: Source(source.kind, at) for name, at in called.items()}, table


def _checked(table: Table, where: Mapping[str, Source]) -> tuple[Table, list[str]]:
    """What of a table can be used, and what is wrong with the rest."""
    troubles: list[str] = []
    if not table:
        return {}, troubles
    for _ in range(_ROUNDS):
        try:
            sound(Settings, table)
        except Unsound as error:
            for each in error.errors:
                path = [str(part) for part in each["loc"] if part != "[key]"]
                troubles.append(one_line(_sentence(each, path, where)))
                table = _without(table, path)
        else:
            return table, troubles
    return {}, troubles


def _sentence(error: "ErrorDetails", path: list[str], where: Mapping[str, Source]) -> str:
    name = ".".join(path)
    setting = next((each for each in names() if name == each or name.startswith(f"{each}.")), "")
    source = where.get(setting) or next(iter(where.values()))
    if error["type"] == UNKNOWN_KEY:
        return f"There is no setting {name!r} ({source.name}){_nearest(name, names())}."
    said = error["input"]
    shown = repr(said) if isinstance(said, str | int | float) and len(repr(said)) <= 60 else "what stands there"
    called = source.name if source.kind != "file" else f"{name} in {source.name}"
    if setting in ALLOWED:
        few = ALLOWED[setting]
        near = _nearest(str(said), few)
        return f"{called} cannot be {shown}; it is one of {', '.join(few)}{near}."
    wanted = {
        "keys.bind": 'a key, as in "ctrl+t"' if setting != name else "a table of commands and keys",
        "editor": "a command in quotation marks",
    }.get(setting, "a table")
    return f"{called} cannot be {shown}; it is {wanted}."


def _nearest(said: str, known: tuple[str, ...]) -> str:
    """The name that was probably meant. One that stands in a table may have been written without it."""
    by_part = {name.rpartition(".")[2]: name for name in known}
    near = get_close_matches(said, known, n=1, cutoff=0.6)
    if not near:
        near = [by_part[each] for each in get_close_matches(said, by_part, n=1, cutoff=0.6)]
    return f"; the nearest is {near[0]!r}" if near else ""


def _at(table: Table, name: str) -> Any:  # noqa: ANN401 - whatever stands there
    found: Any = table
    for part in name.split("."):
        found = found.get(part) if isinstance(found, dict) else None
    return found


def _put(table: Table, name: str, value: object) -> None:
    *folders, last = name.split(".")
    for part in folders:
        table = table.setdefault(part, {})
    table[last] = value


def _without(table: Table, path: list[str]) -> Table:
    """The table without what stands at a path. Keys of a table of one's own may hold dots: the path is a list."""
    if not path:
        return {}
    first, *rest = path
    if first not in table:
        return table
    if rest and isinstance(table[first], dict):
        return {**table, first: _without(table[first], rest)}
    return {name: value for name, value in table.items() if name != first}
