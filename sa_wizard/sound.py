"""Plain data that must have a certain shape: dataclasses with limits, to which Pydantic holds what comes from a file.

Why not Pydantic's own models: loading it takes as long as a third of the wizard's first screen. Here it is loaded when
something is looked at, which most starts need not do: nobody has chosen any settings, and the outline was found sound
before (``outline.known``).
"""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import MISSING, FrozenInstanceError, dataclass, field, fields
from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar, NoReturn, TypeVar, cast, dataclass_transform

if TYPE_CHECKING:
    from pydantic import TypeAdapter
    from pydantic_core import CoreSchema, ErrorDetails

_Handler = Callable[[object], "CoreSchema"]

UNKNOWN_KEY = "unexpected_keyword_argument"
"""What Pydantic calls a key that a dataclass does not have."""

_SAID = {UNKNOWN_KEY: "this key is not known", "missing": "this key is missing"}


class Part:
    """What the dataclasses have in common: frozen, made from keywords, equal when all they hold is.

    Why not left to ``dataclass``: it writes and compiles these methods anew for every kind, and all kinds together
    take as long as reading a draft of 100,000 words.
    """

    __pydantic_config__: ClassVar[Mapping[str, object]] = {"extra": "forbid"}

    def __init__(self, **values: object) -> None:
        """Hold these values, and the defaults of all others; raises TypeError for a name that is lacking or unknown."""
        made, factories = _defaults(cast(Hashable, type(self)))
        held = vars(self)
        held.update(made)
        held.update((name, make()) for name, make in factories.items() if name not in values)
        held.update(values)
        if wrong := held.keys() ^ type(self).__dataclass_fields__.keys():  # type: ignore[attr-defined]
            raise TypeError(f"{type(self).__name__}: {', '.join(sorted(wrong))}")

    def __setattr__(self, name: str, value: object) -> NoReturn:
        """Refuse to change."""
        raise FrozenInstanceError(name)

    def __eq__(self, other: object) -> bool:
        """Whether it is of the same kind and holds the same."""
        return self is other or (type(self) is type(other) and _held(self) == _held(other))

    def __hash__(self) -> int:
        """Of all that it holds."""
        return hash(_held(self))


PartT = TypeVar("PartT", bound=Part)


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field,))
def part(kind: type[PartT]) -> type[PartT]:
    """Make a dataclass of a subclass of ``Part``, with the methods that are there."""
    return dataclass(init=False, repr=False, eq=False, kw_only=True)(kind)


@cache
def _defaults(kind: Hashable) -> tuple[dict[str, object], dict[str, Callable[[], object]]]:
    """What a kind holds unless something else is said: as it is, and as it is made for each."""
    told = fields(cast(Any, kind))
    plain = {each.name: each.default for each in told if each.default is not MISSING}
    return plain, {each.name: each.default_factory for each in told if each.default_factory is not MISSING}


def _held(one: Part) -> tuple[object, ...]:
    return tuple(getattr(one, each.name) for each in fields(one))  # type: ignore[arg-type]  # all are made by ``part``


class Limits:
    """In ``Annotated``: what a value has to keep to, such as ``max_length``, in the words of Pydantic's schemas."""

    def __init__(self, **limits: object) -> None:
        """Keep the limits until somebody checks."""
        self._limits = limits

    def __get_pydantic_core_schema__(self, source: object, handler: _Handler) -> "CoreSchema":
        """The schema of the value's type, with these limits."""
        return {**handler(source), **self._limits}


class Heard:
    """In ``Annotated``: what a value is taken for before it is looked at."""

    def __init__(self, taken: Callable[[object], object]) -> None:
        """Keep the function until somebody checks."""
        self._taken = taken

    def __get_pydantic_core_schema__(self, source: object, handler: _Handler) -> "CoreSchema":
        """The schema of the value's type, behind the function."""
        from pydantic_core.core_schema import no_info_before_validator_function

        return no_info_before_validator_function(self._taken, handler(source))


class Unsound(Exception):
    """What is wrong, as Pydantic tells it. Its words are not for people; ``said`` are, of the first fault."""

    def __init__(self, errors: "list[ErrorDetails]") -> None:
        """Keep everything that is wrong, in order."""
        super().__init__()
        self.errors = errors

    @property
    def steps(self) -> tuple[int | str, ...]:
        """The way to the first fault."""
        return self.errors[0]["loc"]

    @property
    def said(self) -> str:
        """What is wrong there, in a few words."""
        return _SAID.get(self.errors[0]["type"], self.errors[0]["msg"])


def sound(kind: type[PartT], data: Mapping[str, Any]) -> PartT:
    """The data as a dataclass of this kind, and all in it as what it must be; raises Unsound."""
    from pydantic import ValidationError

    try:
        made: PartT = checker(cast(Hashable, kind)).validate_python(data)
    except ValidationError as error:
        raise Unsound(error.errors(include_url=False)) from error
    return made


@cache
def checker(kind: Hashable) -> "TypeAdapter[Any]":
    """What checks data of a kind, and describes it."""
    from pydantic import TypeAdapter

    return TypeAdapter(cast(type[Any], kind))
