"""Templates that attack: they read no file, run no code, never hang, never fill the memory; the refusal says where."""

import json
import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sa_wizard.document import render, sandbox
from sa_wizard.document.sandbox import Sandbox
from sa_wizard.document.view import Heading, Labelled, Table, Text
from sa_wizard.draft import begin, store
from sa_wizard.errors import ExportError
from sa_wizard.folders import templates_dir
from tests.builders import assessment, shipped
from tests.draft.strategies import CODE, texts
from tests.limits import tried

MAIN = "main.md.j2"
VALUES: Mapping[str, object] = {
    "block": Labelled("Label", "Body"),
    "blocks": [Text("one"), Heading("two", 2, "anchor")],
    "table": Table(1, "Caption", (), (("a", "b"), ("c", "d"))),
    "text": "word " * 20,
    "styled": True,
}


def shout(text: str) -> str:
    """A function that templates are given."""
    return f"{text}!"


def made(folder: Path, main: str, **others: str) -> Sandbox:
    """A sandbox for templates given as text."""
    for name, text in {"main": main, **others}.items():
        (folder / f"{name}.md.j2").write_text(text, encoding="utf-8")
    return Sandbox(folder, {"shout": shout})


def refused(folder: Path, main: str, **others: str) -> str:
    """The sentence with which a template is refused."""
    with pytest.raises(ExportError) as error:
        made(folder, main, **others).written(MAIN, 0, VALUES)
    assert error.value.exit_code == 4
    assert "'sa-wizard paths' names the folder" in error.value.hint
    return error.value.sentence


# -- what a layout needs


@pytest.mark.parametrize(
    ("template", "written"),
    [
        ("{{ block.label }}: {{ block.body }} {{ block.shape }}", "Label: Body labelled.md.j2"),
        ("{% for each in blocks %}{{ loop.index }}{% if not loop.last %}, {% endif %}{% endfor %}", "1, 2"),
        ("{% for row in table.rows %}| {{ row | join(' | ') }} |{% endfor %}", "| a | b || c | d |"),
        ("{{ '#' * 3 ~ ' ' ~ block.label ~ 1 }}", "### Label1"),
        ("{{ shout('a' + 'b') }} {{ 1 + 2 - 4 }} {{ 2 * 3 }} {{ -1.5 }}", "ab! -1 6 -1.5"),
        ("{% macro m(x) %}<{{ x }}>{% endmacro %}{{ m(m('a')) }}", "<<a>>"),
        ("{% set x = 'y' %}{% with z = x %}{{ z | upper | lower | title | trim }}{% endwith %}", "Y"),
        ("{{ blocks | map(attribute='shape') | join(between=', ') }}", "text.md.j2, heading.md.j2"),
        ("{{ blocks | selectattr('shape', '==', 'text.md.j2') | map(attribute='body') | first }}", "one"),
        ("{{ 'a-b' | replace('-', '+') }}{{ missing | default('none') }}{{ 'abc' | length }}", "a+bnone3"),
        ("{% include 'other.md.j2' %}{% include ['none.md.j2', 'other.md.j2'] %}", "(Label)(Label)"),
        ("{% include 'none.md.j2' ignore missing %}{{ 'x' if styled else 'y' }}", "x"),
        ("{% if 'w' in text and 1 < 2 or missing is defined %}{{ 'ok' }}{% endif %}", "ok"),
    ],
)
def test_what_a_layout_needs_is_there(tmp_path: Path, template: str, written: str) -> None:
    assert made(tmp_path, template, other="({{ block.label }})").written(MAIN, 0, VALUES) == written


# -- what it does not need


@pytest.mark.parametrize(
    "template",
    [
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ block.__class__ }}",
        "{{ block['__class__'] }}",
        "{{ blocks | map(attribute='__class__') | join }}",
        "{{ blocks | map(attribute='shape.upper') | first }}",
        "{{ blocks | selectattr('__init__') | first }}",
        "{{ shout.__globals__ }}",
        "{{ text.upper() }}",
        "{{ text.format(1) }}",
        "{{ '{0.__class__}'.format(text) }}",
        "{{ blocks.append(1) }}",
        "{{ loop }}",
        "{% for x in blocks %}{{ loop._iterator }}{% endfor %}",
        "{% for x in blocks %}{{ loop.changed }}{% endfor %}",
        "{% for x in blocks recursive %}{{ loop(blocks) }}{% endfor %}",
        "{% macro m() %}{% endmacro %}{{ m._func }}",
        "{% macro m() %}{% endmacro %}{{ m.name }}",
        "{{ self }}",
        "{{ super() }}",
        "{{ caller() }}",
        "{{ block.label() }}",
        "{{ range(3) }}",
        "{{ lipsum() }}",
        "{{ cycler(1) }}",
        "{{ dict(a=1) }}",
        "{{ namespace(a=1) }}",
        "{{ open('/etc/passwd') }}",
        "{{ step() }}",
        "{{ environment }}",
        "{{ text | attr('upper') }}",
        "{{ text | list }}",
        "{{ text | center(9) }}",
        "{{ text | format(1) }}",
        "{{ text | pprint }}",
        "{{ text | tojson }}",
        "{{ text | safe }}",
        "{{ text | indent(9) }}",
        "{{ text is filter }}",
        "{{ text is callable }}",
        "{{ text[1:] }}",
        "{{ text % 1 }}",
        "{{ 2 ** 3 }}",
        "{{ 1 / 2 }}",
        "{{ 1 // 2 }}",
        "{{ {'a': 1} }}",
        "{% import 'other.md.j2' as other %}",
        "{% from 'other.md.j2' import x %}",
        "{% extends 'other.md.j2' %}",
        "{% block a %}{% endblock %}",
        "{% set x %}a{% endset %}",
        "{% filter upper %}a{% endfilter %}",
        "{% call shout() %}a{% endcall %}",
        "{% autoescape true %}a{% endautoescape %}",
        "{% do x %}",
        "{{ [text] }}",
        "{{ blocks }}",
        "{{ none }}",
        "{{ [text] | join | upper ~ [text] }}",
        "{{ [text] | upper }}",
        "{{ text | replace(1, 2) }}",
        "{{ [[text]] | join }}",
        "{{ shout([text]) }}",
        "{{ 'a' * text }}",
        "{{ [text] * 2 }}",
        "{{ [text] + [text] }}",
        "{{ 1 + 'a' }}",
        "{{ 99999999999999999999 }}",
        "{{ missing }}",
        "{{ block.missing }}",
        "{{ block.label.missing }}",
        "{{",
        "{% for %}",
        "{% nothing %}",
        "{{ 1 < 'a' }}",
        "{% for x in 5 %}{% endfor %}",
        "{% for a, b in text %}{% endfor %}",
        "{{ 'x' | map('upper') | last }}",
    ],
)
def test_what_it_does_not_need_is_refused(tmp_path: Path, template: str) -> None:
    told = refused(tmp_path, f"first line\n{template}", other="")
    assert told.startswith("The template main.md.j2 cannot be used")
    assert " at line 2: " in told
    assert "word word" not in told


@pytest.mark.parametrize(
    "name",
    [
        "/etc/passwd",
        "../secret.md.j2",
        "a/../../secret.md.j2",
        "folder/secret.md.j2",
        "./other.md.j2",
        "~/secret.md.j2",
        "file:///etc/passwd",
        "..\\\\secret.md.j2",
        "C:secret.md.j2",
        "other",
        "other.md.j2\\0",
        "other.md.j2\\n",
        "x" * 10_000,
        "",
        "secret.txt",
    ],
)
def test_no_path_leads_out_of_the_folder_of_templates(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "templates"
    (folder / "folder").mkdir(parents=True)
    for place in (tmp_path, folder / "folder"):
        (place / "secret.md.j2").write_text("secret", encoding="utf-8")
    (folder / "secret.txt").write_text("secret", encoding="utf-8")
    for way in (f'{{% include "{name}" %}}', f'{{% set x = "{name}" %}}{{% include x %}}'):
        told = refused(folder, way, other="found")
        assert told.startswith("The template main.md.j2 cannot be used")
        assert "which is no template" in told or "there is none" in told
        assert len(told) < 250


@pytest.mark.skipif(os.name == "nt", reason="pipes and devices are a Unix matter")
def test_a_template_that_is_no_file_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md.j2")
    (tmp_path / "zero.md.j2").symlink_to("/dev/zero")
    for name in ("pipe", "zero"):
        told = refused(tmp_path, f"{{% include '{name}.md.j2' %}}")
        assert told == f"The template {name}.md.j2 cannot be read (it is a pipe, a device or a socket, not a file)."


def test_a_template_that_is_too_large_or_no_text_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path, "x" * 50_001) == "The template main.md.j2 is larger than 50,000 bytes."
    (tmp_path / "latin.md.j2").write_bytes(b"caf\xe9")
    told = refused(tmp_path, "{% include 'latin.md.j2' %}")
    assert told == "The template latin.md.j2 is not UTF-8 text (byte 3)."


# -- for ever, and too much

LOOPS = "".join(f"{{% for x{depth} in text %}}" for depth in range(12))
ENDS = "{% endfor %}" * 12
DOUBLING = "".join(
    f"{{% macro m{depth}(x) %}}{{{{ m{depth + 1}(x ~ x) }}}}{{% endmacro %}}" for depth in range(40)
) + "{% macro m40(x) %}{{ x }}{% endmacro %}{{ m0(text) }}"  # fmt: skip
TREE = "".join(
    f"{{% macro t{depth}() %}}{{{{ t{depth + 1}() }}}}{{{{ t{depth + 1}() }}}}{{% endmacro %}}" for depth in range(60)
) + "{% macro t60() %}{% endmacro %}{{ t0() }}"  # fmt: skip
ATTACKS: dict[str, tuple[Callable[[], Mapping[str, str]], str]] = {
    "repeating": (lambda: {"main": "{{ 'x' * 10**9 }}"}, "at line 1: a template may not use this: pow"),
    "repeating plainly": (lambda: {"main": "{{ 'x' * 1000000000 }}"}, "what stands on both sides of * cannot be put"),
    "repeating the repeated": (lambda: {"main": "{{ 'x'" + " * 100" * 6 + " }}"}, "it makes more than 100,000,000"),
    "a great figure": (lambda: {"main": "{{ 9" + " * 999999999999" * 20 + " }}"}, "what stands on both sides of *"),
    "adding": (lambda: {"main": "{% set a = text * 99 %}{{ " + " + ".join(["a"] * 9_000) + " }}"}, "50 levels deep"),
    "joining": (
        lambda: {"main": "{% set a = text * 99 %}{{ [" + "a," * 9_000 + "] | join(a) }}"},
        "it makes more than 100,000,000 characters",
    ),
    "joining with ~": (
        lambda: {"main": "{% set a = text * 99 %}{{ (" + " ~ ".join(["a"] * 9_000) + ") | length }}"},
        "it makes more than 100,000,000 characters",
    ),
    "replacing": (
        lambda: {"main": "{% set a = text * 99 %}{{ a | replace('', a) | length }}"},
        "it makes more than 100,000,000 characters",
    ),
    "replacing again and again": (
        lambda: {"main": "{{ text" + " | replace('w', 'wwwwwwwwww')" * 40 + " }}"},
        "it makes more than 100,000,000 characters",
    ),
    "printing": (
        lambda: {"main": LOOPS + "{{ text }}" + "x" * 40_000 + ENDS},
        "it makes more than 100,000,000 characters",
    ),
    "printing in a macro": (
        lambda: {"main": "{% macro m() %}" + LOOPS + "x" * 40_000 + ENDS + "{% endmacro %}{{ m() | length }}"},
        "it takes too long",
    ),
    "doubling": (lambda: {"main": DOUBLING}, "it makes more than 100,000,000 characters"),
    "loops in loops": (lambda: {"main": LOOPS + ENDS}, "it takes "),
    "loops that print nothing": (
        lambda: {"main": LOOPS + "{% if x0 == x1 == 2 %}{{ x0 }}{% endif %}" + ENDS},
        "it takes ",
    ),
    "loops that leave out": (
        lambda: {"main": LOOPS.replace("text %}", "text * 99 if x0 is number %}") + ENDS},
        "",
    ),
    "a circle of macros": (
        lambda: {"main": "{% macro m(x) %}{{ m(x) }}{% endmacro %}{{ m(1) }}"},
        "it goes round in a circle, or too deep",
    ),
    "a tree of macros": (lambda: {"main": TREE}, "it takes "),
    "a circle of templates": (lambda: {"main": "{% include 'main.md.j2' %}"}, "it goes round in a circle, or too deep"),
    "a tree of templates": (
        lambda: {
            "main": "{% include 'a0.md.j2' %}",
            **{f"a{depth}": f"{{% include 'a{depth + 1}.md.j2' %}}" * 2 for depth in range(60)},
            "a60": "",
        },
        "it takes ",
    ),
    "deep brackets": (lambda: {"main": "{{ " + "(" * 20_000 + "1" + ")" * 20_000 + " }}"}, "it goes round in a circle"),
    "deep lists": (lambda: {"main": "{{ " + "[" * 20_000 + "]" * 20_000 + " }}"}, "it goes round in a circle"),
    "deep conditions": (
        lambda: {"main": "{% if 1 %}" * 2_000 + "{% endif %}" * 2_000},
        "it goes round in a circle, or too deep",
    ),
    "deep loops": (
        lambda: {"main": "{% for x in text %}" * 30 + "{% endfor %}" * 30},
        "it asks for what cannot be done (SyntaxError)",
    ),
    "a row of filters": (lambda: {"main": "{{ text" + " | upper" * 300 + " }}"}, "nested more than 50 levels deep"),
    "a row of maps": (lambda: {"main": "{{ text" + " | map('upper')" * 46 + " | first }}"}, "it worked"),
    "a row of conditions": (
        lambda: {"main": "{{ " + "1 if text else " * 300 + "1 }}"},
        "it is nested more than 50 levels deep",
    ),
    "many words": (lambda: {"main": "".join(f"{{% set a{each} = 1 %}}" for each in range(2_500))}, "it worked"),
    "comparing": (
        lambda: {"main": "{% set a = text * 99 %}{% set b = a ~ '' %}" + "{% if a == b %}{% endif %}" * 1_500},
        "",
    ),
    "nothing but braces": (lambda: {"main": "{{" * 24_000}, "cannot be used: it goes round in a circle"),
    "a comment without an end": (lambda: {"main": "{#" * 24_000}, "cannot be used at line 1: Missing end of comment"),
}  # fmt: skip


@pytest.mark.skipif(os.name == "nt", reason="the system sets the limits of the process")
@pytest.mark.parametrize("name", ATTACKS)
def test_a_template_that_attacks_is_stopped(tmp_path: Path, name: str) -> None:
    make, told = ATTACKS[name]
    for template, text in make().items():
        (tmp_path / f"{template}.md.j2").write_text(text, encoding="utf-8")
    call = "Sandbox(path, {}).written('main.md.j2', 0, {'text': 'word ' * 1_000})"
    found = tried("from sa_wizard.document.sandbox import Sandbox", call, tmp_path)
    assert told in found
    assert found.startswith("The template ") or told in ("", "it worked")


def test_more_time_is_given_to_a_longer_document_and_no_less_to_a_short_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[float] = []

    class Noted(sandbox.Budget):
        def __init__(self, seconds: float) -> None:
            given.append(seconds)
            super().__init__(seconds)

    monkeypatch.setattr(sandbox, "Budget", Noted)
    for blocks in (0, 50_000):
        made(tmp_path, "x").written(MAIN, blocks, {})
    assert given == [1.5, 6.5]


def test_one_document_leaves_the_next_its_whole_budget(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "MOST_STEPS", 30)
    box = made(tmp_path, "{% for x in text %}{% endfor %}")
    for _ in range(3):
        assert box.written(MAIN, 0, {"text": "x" * 20}) == ""
        with pytest.raises(ExportError, match="it takes more than 30 steps"):
            box.written(MAIN, 0, {"text": "x" * 40})


# -- the templates of the program itself


@pytest.fixture
def own_templates(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the shipped templates, used in their place."""
    folder = tmp_path / "templates"
    shutil.copytree(templates_dir(), folder)
    monkeypatch.setattr(render, "templates_dir", lambda: folder)
    return folder / "documents"


def test_a_template_may_be_replaced_and_a_wrong_one_is_told_by_name(own_templates: Path) -> None:
    text = own_templates / "text.md.j2"
    text.write_text("OURS\n{{ block.body }}\n\n", encoding="utf-8")
    assert "OURS\nSaid in a sentence." in render.markdown(shipped(), assessment())
    render._sandbox.cache_clear()
    text.write_text("\n\n{{ block.body.upper() }}\n", encoding="utf-8")
    with pytest.raises(ExportError, match=r"^The template text\.md\.j2 cannot be used at line 3: ") as error:
        render.markdown(shipped(), assessment())
    assert "Said in" not in str(error.value)
    with pytest.raises(ExportError):
        render.section(shipped(), assessment(), "why")


def test_the_shipped_templates_use_a_hundredth_of_what_they_may(monkeypatch: pytest.MonkeyPatch) -> None:
    spent: list[sandbox.Budget] = []

    class Noted(sandbox.Budget):
        def __init__(self, seconds: float) -> None:
            spent.append(self)
            super().__init__(seconds)

    monkeypatch.setattr(sandbox, "Budget", Noted)
    example = store.from_data(shipped(), json.loads(begin.example()), Path("example"))
    render.markdown(shipped(), example)
    assert sandbox.MOST_STEPS - spent[0]._steps < sandbox.MOST_STEPS / 100


@settings(deadline=None, max_examples=30)
@given(texts | st.sampled_from(CODE))
def test_no_answer_is_ever_taken_for_a_template(typed: str) -> None:
    written = render.markdown(shipped(), assessment(why__overall=typed, about__title=typed))
    assert "49" not in written or "49" in typed
