"""Plain data that must have a certain shape: dataclasses with limits, to which Pydantic holds what comes from a file.

Why not Pydantic's own models: loading it takes as long as a third of the wizard's first screen. Here it is loaded when
something is looked at, which most starts need not do: nobody has chosen any settings, and the outline was found sound
before (``outline.known``).
"""

from collections.abc import Callable, Hashable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, cast

if TYPE_CHECKING:
    from pydantic import TypeAdapter
    from pydantic_core import CoreSchema, ErrorDetails

_Handler = Callable[[object], "CoreSchema"]

UNKNOWN_KEY = "unexpected_keyword_argument"
"""What Pydantic calls a key that a dataclass does not have."""

_SAID = {UNKNOWN_KEY: "this key is not known", "missing": "this key is missing"}


class Part:
    """Shared settings of the dataclasses: an unknown key is an error rather than silently ignored."""

    __pydantic_config__: ClassVar[Mapping[str, object]] = {"extra": "forbid"}


PartT = TypeVar("PartT", bound=Part)


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
