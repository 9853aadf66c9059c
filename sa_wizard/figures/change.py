"""Change between two counts, said the way that does not mislead."""

from math import copysign, floor, sqrt
from typing import Any, NamedTuple

SMALL = 20
"""An older count below this gets no per cent: 1 rising to 8 was published as 'almost 700%' (Harrow, 2011-12)."""

CHANCE = 1.96
"""A difference above this many standard errors is more than chance usually makes."""

MINUS = "\u2212"


class Change(NamedTuple):
    """From an older to a newer count of the same thing over periods of the same length."""

    old: float
    new: float

    @property
    def difference(self) -> float:
        """Newer less older, without the dust of binary fractions."""
        return round(self.new - self.old, 6)

    @property
    def percent(self) -> float | None:
        """Per cent of the older count; None from zero and from counts under ``SMALL``."""
        return None if self.old < SMALL else 100 * self.difference / self.old

    @property
    def material(self) -> bool:
        """Whether it is more than chance: |new - old| above 1.96 times the root of their sum."""
        total = self.old + self.new
        return total > 0 and abs(self.difference) / sqrt(total) > CHANCE

    @property
    def difference_words(self) -> str:
        """Such as ``+17``, ``−20`` or ``0``."""
        return signed(self.difference)

    @property
    def percent_words(self) -> str:
        """Such as ``+41%``; ``from 1 to 8`` when a per cent would mislead. Halves go up, as in a spreadsheet."""
        if self.percent is None:
            return f"from {plain(self.old)} to {plain(self.new)}"
        size = abs(self.percent)
        rounded = floor(size + 0.5) if size >= 1 else floor(size * 10 + 0.5) / 10
        return f"{signed(copysign(rounded, self.percent))}%"


def change(old: Any, new: Any) -> Change | None:  # noqa: ANN401 - any stored value: only two real counts make a change
    """The change between two stored figures; None unless both are numbers of zero or more."""
    if not is_count(old) or not is_count(new):
        return None
    return Change(old, new)


def is_count(value: Any) -> bool:  # noqa: ANN401 - any stored value may be asked about
    """Whether a stored value is a number of zero or more."""
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value < 1e15


def plain(value: float) -> str:
    """A figure with thousands separated and no needless decimals."""
    return f"{int(value):,}" if value == int(value) else f"{value:,.6f}".rstrip("0").rstrip(".")


def signed(value: float) -> str:
    """A difference with its sign, the minus a true one."""
    return "0" if value == 0 else f"{'+' if value > 0 else MINUS}{plain(abs(value))}"
