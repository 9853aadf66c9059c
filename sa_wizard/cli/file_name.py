"""The name of a file as it arrives from the command line."""

from pathlib import Path
from typing import Any

import click

from sa_wizard.errors import UsageProblem


class FileName(click.Path):
    """The name of a file. One of no letters is refused: as a path it would be the folder one is in."""

    def __init__(self) -> None:
        super().__init__(path_type=Path)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:  # noqa: ANN401 - as click has it
        """The path; raises UsageProblem for an empty name."""
        if value == "":
            called = f"name of the {param.human_readable_name.lower()}" if param else "name"
            raise UsageProblem(f"The {called} is empty.", "Give the name of a file.")
        return super().convert(value, param, ctx)
