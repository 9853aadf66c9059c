"""What each setting is for, from the docstring below it: for people, and for editors that read a schema.

Why not by Pydantic itself: it would read them at every start of the wizard, which takes 10 ms and needs none of them.
"""

import ast
import inspect
from itertools import pairwise
from typing import Any

from sa_wizard.settings.settings import Keys, Settings
from sa_wizard.sound import Part, checker


def told(name: str) -> str:
    """What a setting is for, in a sentence or two."""
    table, _, part = name.rpartition(".")
    return _docstrings(Keys if table else Settings)[part or name]


def schema() -> dict[str, Any]:
    """The JSON Schema of the file of settings."""
    described = checker(Settings).json_schema()
    for kind, properties in ((Settings, described["properties"]), (Keys, described["$defs"]["Keys"]["properties"])):
        for name, docstring in _docstrings(kind).items():
            properties[name]["description"] = docstring
    return described


def _docstrings(kind: type[Part]) -> dict[str, str]:
    (parsed,) = ast.parse(inspect.getsource(kind)).body
    if not isinstance(parsed, ast.ClassDef):
        raise TypeError(kind)
    found: dict[str, str] = {}
    for setting, below in pairwise(parsed.body):
        if isinstance(setting, ast.AnnAssign) and isinstance(setting.target, ast.Name) and isinstance(below, ast.Expr):
            found[setting.target.id] = ast.literal_eval(below.value).replace("``", "")
    return found
