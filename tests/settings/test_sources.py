"""A flag outranks the environment, that outranks the file, that outranks the default; and no slip keeps anybody out."""

import os
import tomllib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sa_wizard.errors import UsageProblem
from sa_wizard.settings.beginning import first_file
from sa_wizard.settings.settings import ALLOWED, VARIABLES, Settings, names, value_of
from sa_wizard.settings.sources import LARGEST, choose, config_file, verify
from sa_wizard.settings.telling import told
from sa_wizard.sound import sound


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file of settings that is not there yet."""
    return tmp_path / "config.toml"


@pytest.mark.parametrize("name", sorted(ALLOWED))
def test_each_source_outranks_the_one_below_it(file: Path, name: str) -> None:
    """For every setting that is one of a few words, with a word of its own in each place."""
    default, other = value_of(Settings(), name), [each for each in ALLOWED[name] if each != value_of(Settings(), name)]
    said, last = other[0], other[-1]
    table, _, key = name.rpartition(".")
    head = f"[{table}]\n" if table else ""
    environment, flags = {VARIABLES[name]: last}, {name: default}

    assert value_of(choose({}, {}, file).settings, name) == default
    assert choose({}, {}, file).source(name).kind == "default"
    file.write_text(f'{head}{key} = "{said}"\n')
    found = choose({}, {}, file)
    assert value_of(found.settings, name) == said
    assert str(found.source(name)) == f"file ({file})"
    found = choose({}, environment, file)
    assert value_of(found.settings, name) == last
    assert str(found.source(name)) == f"environment ({VARIABLES[name]})"
    found = choose(flags, environment, file)
    assert value_of(found.settings, name) == default
    assert found.source(name).kind == "flag"
    assert found.troubles == ()


def test_every_setting_says_what_it_is_for() -> None:
    for name in names():
        assert len(told(name)) > 20, name


def test_the_file_to_begin_with_changes_nothing_and_is_sound_with_every_line_switched_on(file: Path) -> None:
    file.write_text(first_file())
    assert choose({}, {}, file).sources == {}
    switched_on = "\n".join(
        line.removeprefix("# ") for line in first_file().splitlines() if " = " in line or line.startswith("# [")
    )
    lines = [line for line in switched_on.splitlines() if line.startswith("[") or tomllib_takes(line)]
    file.write_text("\n".join(lines))
    found = choose({}, {}, file)
    assert found.troubles == ()
    assert set(found.sources) == set(names())


def tomllib_takes(line: str) -> bool:
    """Whether a line is a setting rather than a sentence about one."""
    try:
        tomllib.loads(line)
    except tomllib.TOMLDecodeError:
        return False
    return True


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ('colour = "never"', ("'colour'", "'color'")),
        ('preset = "tmux-safe"', ("'preset'", "'keys.preset'")),
        ('[keys]\nbinds = "x"', ("'keys.binds'", "'keys.bind'")),
        ('theme = "drak"', ("theme", "'drak'", "'dark'")),
        ("mouse = 3", ("mouse", "3", "on, off")),
        ('keys = "tmux-safe"', ("keys", "table")),
        ("editor = 7", ("editor", "command")),
    ],
)
def test_what_is_wrong_is_said_with_file_key_and_nearest_and_the_rest_holds(
    file: Path, text: str, parts: tuple[str, ...]
) -> None:
    file.write_text(f'animation = "off"\n{text}\n')
    found = choose({}, {}, file)
    assert found.settings.animation == "off"
    (sentence,) = found.troubles
    for part in (str(file), *parts):
        assert part in sentence
    assert "\n" not in sentence
    assert "pydantic" not in sentence.lower()
    assert found.settings == Settings(animation="off")


def test_a_wrong_variable_is_named_and_the_file_holds(file: Path) -> None:
    file.write_text('theme = "light"\n')
    found = choose({}, {"SA_WIZARD_THEME": "drak"}, file)
    assert found.settings.theme == "light"
    assert "SA_WIZARD_THEME" in found.troubles[0]
    assert found.source("theme").kind == "file"


def test_an_empty_variable_says_nothing(file: Path) -> None:
    assert choose({}, {"SA_WIZARD_THEME": ""}, file).source("theme").kind == "default"


def test_yes_and_no_may_be_written_as_toml_writes_them(file: Path) -> None:
    file.write_text("mouse = false\nascii = true\nanimation = false\ncolor = false\n")
    found = choose({}, {}, file)
    assert (found.settings.mouse, found.settings.ascii) == ("off", "always")
    assert (found.settings.animation, found.settings.color) == ("off", "never")
    assert found.troubles == ()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"theme = ", "TOML"),
        (b'theme = "d\xe4rk"', "UTF-8"),
        (b"#" * (LARGEST + 1), "larger"),
        (b"a = " + b"[" * 50_000, "settings in"),
    ],
)
def test_a_file_that_cannot_be_read_is_said_and_the_defaults_hold(file: Path, content: bytes, told: str) -> None:
    file.write_bytes(content)
    found = choose({}, {}, file)
    assert found.settings == Settings()
    (sentence,) = found.troubles
    assert told in sentence
    assert str(file) in sentence


def test_a_pipe_in_place_of_the_file_is_not_waited_for(file: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("this system has no pipes with names")
    os.mkfifo(file)
    assert len(choose({}, {}, file).troubles) == 1


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_no_file_whatever_keeps_anybody_out(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    found = choose({}, {}, file)
    assert isinstance(found.settings, Settings)
    assert all(sentence.isprintable() for sentence in found.troubles)


WORDS = st.sampled_from([*names(), "keys", "bind", "preset", "x", "theme"])
VALUES = st.recursive(
    st.sampled_from(["auto", "dark", "on", ""]) | st.integers() | st.booleans() | st.floats(),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=6,
)


@given(st.dictionaries(WORDS, VALUES, max_size=6))
@settings(deadline=None)
def test_what_is_left_of_any_table_is_sound(table: dict[str, object]) -> None:
    """Whatever is wrong is taken out piece by piece, and what stays is what was said."""
    from sa_wizard.settings.sources import Source, _checked  # noqa: PLC0415

    good, wrong = _checked(table, {name: Source("file", "f") for name in names()})
    sound(Settings, good)
    assert bool(wrong) == (good != table)


def test_verify_needs_a_file(file: Path) -> None:
    with pytest.raises(UsageProblem, match="no settings"):
        verify(file)


def test_the_file_is_in_the_folder_of_settings(own_folders: Path) -> None:
    assert config_file() == own_folders / "config" / "config.toml"
