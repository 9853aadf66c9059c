"""Templates that anybody may have written, run so that they can do nothing but lay out what they are given.

A partnership may replace the files in ``templates/documents``, with some that it had from elsewhere. So the language is
made small: what is not listed here a template cannot use. What is left can still be made to run for ever or to fill the
memory, by loops in loops and texts that double; so each step is counted, each new text is weighed, and time is looked
at. Why not a process with limits of the system: there are none on Windows, and every preview would wait for one.
"""

import re
import sys
import time
import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import is_dataclass
from itertools import chain
from pathlib import Path
from typing import Any, NoReturn

from jinja2 import StrictUndefined, TemplateError, TemplateNotFound, TemplateSyntaxError, Undefined, nodes
from jinja2.exceptions import SecurityError
from jinja2.filters import FILTERS
from jinja2.runtime import Context, LoopContext, Macro
from jinja2.sandbox import SandboxedEnvironment
from jinja2.tests import TESTS
from jinja2.visitor import NodeTransformer

from sa_wizard.document.template_files import MEND, TemplateFiles
from sa_wizard.errors import ExportError

DEEPEST = 50
"""Levels of loops, conditions and brackets in one template. Jinja takes the square of them to read it."""

MOST_STEPS = 1_000_000
"""Turns of loops, calls of macros and templates included. A document of 100,000 words takes 5,000."""

MOST_CHARACTERS = 100_000_000
"""Of all texts made and printed. A document of 100,000 words takes 770,000; the largest draft some 50 million."""

SECONDS = 1.5
"""Of the processor, for the templates alone; a document of 100,000 words takes a twentieth of one."""

BLOCKS_A_SECOND = 10_000
"""More time for long documents: a twelfth of what was measured, for slower machines."""

MOST_COPIES = 100
"""How often ``*`` may repeat a text: for the ``#`` of a heading, or a line of dashes."""

_MAY_USE: tuple[type[nodes.Node], ...] = (
    *(nodes.Template, nodes.Output, nodes.TemplateData, nodes.For, nodes.If, nodes.With, nodes.Include, nodes.Assign),
    *(nodes.Macro, nodes.Const, nodes.Name, nodes.Getattr, nodes.Getitem, nodes.Filter, nodes.Test, nodes.Call),
    *(nodes.Keyword, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.CondExpr, nodes.Add),
    *(nodes.Sub, nodes.Mul, nodes.Neg, nodes.Concat, nodes.Tuple, nodes.List),
)
"""Everything else is refused when a template is read: among it imports, inheritance, slices, powers, ``%`` and ``set``
blocks, none of which a layout needs, and each of which is one more way round a limit."""

_WEIGHED = ("upper", "lower", "title", "capitalize", "trim")
_HARMLESS = ("map", "default", "d", "length", "count", "first", "last", "select", "reject", "selectattr", "rejectattr")
_TESTS = (
    "defined",
    "undefined",
    "none",
    "string",
    "number",
    "true",
    "false",
    "in",
    *("==", "!=", "<", "<=", ">", ">="),
)
_TESTS_BY_NAME = ("eq", "equalto", "ne", "lt", "lessthan", "le", "gt", "greaterthan", "ge")


class Budget:
    """What one document may still use. Raises SecurityError when it is gone."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self._until = time.thread_time() + seconds
        self._steps = MOST_STEPS
        self._characters = MOST_CHARACTERS

    def step(self) -> None:
        """One turn of a loop, or one call."""
        self._steps -= 1
        if self._steps < 0:
            raise SecurityError(f"it takes more than {MOST_STEPS:,} steps")
        if time.thread_time() > self._until:
            raise SecurityError("it takes too long")

    def spend(self, characters: int) -> None:
        """A text of so many characters, before it is made wherever that can be told."""
        self._characters -= characters
        if self._characters < 0:
            raise SecurityError(f"it makes more than {MOST_CHARACTERS:,} characters")


_budget: ContextVar[Budget] = ContextVar("budget")


class Sandbox(SandboxedEnvironment):
    """Jinja for the templates of one folder. ``functions`` are what they may call besides their own macros."""

    intercepted_binops = frozenset(("+", "*"))

    def __init__(self, folder: Path, functions: Mapping[str, Callable[..., str]]) -> None:
        """``autoescape`` is off because this is Markdown: every value was made safe for it before it came here."""
        super().__init__(
            loader=TemplateFiles(folder),
            undefined=StrictUndefined,
            autoescape=False,
            keep_trailing_newline=True,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            finalize=_printed,
        )
        self.folder = folder
        self.globals = {name: _weighed(function) for name, function in functions.items()}
        self.filters = {name: FILTERS[name] for name in _HARMLESS}
        self.filters |= {name: _weighed(FILTERS[name]) for name in _WEIGHED}
        self.filters |= {"join": _join, "replace": _replace}
        self.tests = {name: TESTS[name] for name in (*_TESTS, *_TESTS_BY_NAME)}
        self.concat = _concat  # type: ignore[method-assign]  # with which macros put their pieces together
        self._may_call = (*self.globals.values(), self.step, self.joined)

    def written(self, name: str, blocks: int, values: Mapping[str, object]) -> str:
        """A template filled in, with time for so many blocks. Raises ExportError naming the template and the line."""
        token = _budget.set(Budget(SECONDS + blocks / BLOCKS_A_SECOND))
        try:
            with _told(self.folder, name):
                return _concat(self.get_template(name).generate(values))
        finally:
            _budget.reset(token)

    def is_safe_attribute(self, obj: object, attr: str, _value: object) -> bool:
        """Only what a value of ours is made of, and what a loop says of itself; nothing that texts or lists can do."""
        if isinstance(obj, LoopContext):
            return attr in ("index", "index0", "first", "last", "length")
        return is_dataclass(obj) and not isinstance(obj, type) and attr in _parts(type(obj))

    def is_safe_callable(self, obj: object) -> bool:
        """Macros of the template itself, and the functions it was given."""
        return isinstance(obj, Macro) or any(obj == each for each in self._may_call)

    def call_binop(self, _context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401 - as Jinja has it
        """``+`` of figures or texts, ``*`` of figures or to repeat a short text."""
        figures = [isinstance(each, int | float) and abs(each) < sys.maxsize for each in (left, right)]
        if all(figures):
            return left + right if operator == "+" else left * right
        if operator == "+" and isinstance(left, str) and isinstance(right, str):
            return _concat((left, right))
        if operator == "*" and isinstance(left, str) and isinstance(right, int) and right <= MOST_COPIES:
            _budget.get().spend(len(left) * max(right, 0))
            return left * right
        raise SecurityError(f"what stands on both sides of {operator} cannot be put together")

    def step(self) -> str:
        """Count a turn; put at the head of every loop, macro and template by ``_parse``."""
        _budget.get().step()
        return ""

    def joined(self, *parts: object) -> str:
        """What ``~`` becomes."""
        return _concat([_printed(part) for part in parts])

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """Refuse what no template may use, and put counting and weighing where the limits need them."""
        parsed = super()._parse(source, name, filename)
        waiting: list[tuple[int, nodes.Node]] = [(1, parsed)]
        for level, node in waiting:
            why = _why_not(node, level)
            if why:
                lines = (each.lineno for each in chain([node], node.find_all(nodes.Node)) if each.lineno)
                raise TemplateSyntaxError(why, next(lines, 1), name, filename)
            waiting += [(level + 1, each) for each in node.iter_child_nodes()]
        _Joining().visit(parsed)
        bodies = [(parsed.body, 1), *((loop.body, loop.lineno) for loop in parsed.find_all(nodes.For))]
        bodies += [(macro.body, macro.lineno) for macro in parsed.find_all(nodes.Macro)]
        for body, line in bodies:
            body.insert(0, nodes.ExprStmt(_call("step", [], line), lineno=line))
        parsed.set_environment(self)
        return parsed


def _why_not(node: nodes.Node, level: int) -> str:
    """Why a template may not use this; empty when it may."""
    if level > DEEPEST:
        return f"it is nested more than {DEEPEST} levels deep"
    if not isinstance(node, _MAY_USE):
        return f"a template may not use this: {re.sub('(?<=[a-z])(?=[A-Z])', ' ', type(node).__name__).lower()}"
    return ""


class _Joining(NodeTransformer):
    """Every ``~`` a call of ``Sandbox.joined``."""

    def visit_Concat(self, node: nodes.Concat) -> nodes.Call:  # noqa: N802 - as Jinja names what it visits
        """One of them; there may be others inside it."""
        return _call("joined", [self.visit(each) for each in node.nodes], node.lineno)


def _call(name: str, parts: list[nodes.Expr], line: int) -> nodes.Call:
    return nodes.Call(nodes.EnvironmentAttribute(name, lineno=line), parts, [], None, None, lineno=line)


def _printed(value: object) -> str:
    """What ``{{ }}`` may print: texts and figures. A list would be spelt out with everything in it."""
    if isinstance(value, str):
        return value
    if isinstance(value, Undefined) or (isinstance(value, int | float) and abs(value) < sys.maxsize):
        return str(value)  # for what is not defined this raises, with its name
    raise SecurityError("it prints what is neither a text nor a figure")


def _concat(parts: Iterable[str]) -> str:
    budget, pieces = _budget.get(), []
    for piece in parts:
        budget.spend(len(piece))
        pieces.append(piece)
    return "".join(pieces)


def _join(values: Iterable[object], between: str = "") -> str:
    pieces: list[str] = []
    for value in values:
        pieces += [between, _printed(value)] if pieces else [_printed(value)]
    return _concat(pieces)


def _replace(text: str, old: str, new: str) -> str:
    if not all(isinstance(each, str) for each in (text, old, new)):
        raise SecurityError("'replace' takes texts only")
    _budget.get().spend(len(text) + text.count(old) * len(new))
    return text.replace(old, new)


def _weighed(function: Callable[..., str]) -> Callable[..., str]:
    """A function of texts that gives about as much as it takes."""

    def weighed(*texts: object) -> str:
        if not all(isinstance(text, str) for text in texts):
            raise SecurityError(f"{getattr(function, '__name__', 'this')!r} takes texts only")
        made = function(*texts)
        _budget.get().spend(len(made))
        return made

    return weighed


@contextmanager
def _told(folder: Path, name: str) -> Iterator[None]:
    """Whatever a template does wrong, as one sentence. What it quotes is the template, never an answer."""
    try:
        yield
    except TemplateSyntaxError as error:
        _refuse(error.name or name, error.lineno, error.message or "it cannot be read", error)
    except TemplateNotFound as error:
        _refuse(_place(error, folder, name)[0], 0, f"it asks for {str(error.name)[:60]!r}, which is no template", error)
    except TemplateError as error:
        _refuse(*_place(error, folder, name), str(error), error)
    except (RecursionError, MemoryError) as error:
        _refuse(*_place(error, folder, name), "it goes round in a circle, or too deep", error)
    except (SyntaxError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError) as error:
        _refuse(*_place(error, folder, name), f"it asks for what cannot be done ({type(error).__name__})", error)


def _refuse(name: str, line: int, why: str, error: BaseException) -> NoReturn:
    where = f" at line {line}" if line else ""
    raise ExportError(f"The template {name} cannot be used{where}: {why[:200].rstrip('.')}.", MEND) from error


def _place(error: BaseException, folder: Path, otherwise: str) -> tuple[str, int]:
    """The innermost template in a traceback, and the line in it."""
    frames = ((Path(frame.f_code.co_filename), line) for frame, line in traceback.walk_tb(error.__traceback__))
    places = [(path.name, line) for path, line in frames if path.parent == folder]
    return places[-1] if places else (otherwise, 0)


def _parts(kind: type) -> frozenset[str]:
    return frozenset((*getattr(kind, "__dataclass_fields__", ()), "shape"))
