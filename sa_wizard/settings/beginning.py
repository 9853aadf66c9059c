"""A file of settings to begin with: every setting, what it is for, and what holds until it is changed."""

import json
from textwrap import wrap

from sa_wizard.settings.settings import ALLOWED, VARIABLES, Settings, names, value_of
from sa_wizard.settings.telling import told

_WIDTH = 100
_EXAMPLES = {"keys.bind": '"write.save" = "ctrl+t"'}


def first_file() -> str:
    """The text of the file. Everything in it is commented out, so that it changes nothing until it is edited."""
    lines = ["# Settings of sa-wizard. A line counts once the # before it is taken away.", ""]
    simple = [name for name in names() if name not in _EXAMPLES and "." not in name]
    for name in simple:
        lines += [*_about(name), f"# {name} = {json.dumps(value_of(Settings(), name))}", ""]
    lines += [*_about("keys.preset"), "# [keys]", f'# preset = "{Settings().keys.preset}"', ""]
    for name, line in _EXAMPLES.items():
        lines += [*_about(name), f"# [{name}]", f"# {line}", ""]
    return "\n".join(lines)


def _about(name: str) -> list[str]:
    few = f" One of: {', '.join(ALLOWED[name])}." if name in ALLOWED else ""
    variable = f" {VARIABLES[name]} outranks it." if name in VARIABLES else ""
    return [f"# {line}" for line in wrap(f"{told(name)}{few}{variable}", _WIDTH)]
