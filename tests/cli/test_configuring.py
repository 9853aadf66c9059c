"""``sa-wizard config``: what holds and why, what is wrong, a schema, and a file to begin with."""

import json
from pathlib import Path

import pytest

from sa_wizard.settings.settings import VARIABLES, names
from tests.cli.conftest import Run


@pytest.fixture(autouse=True)
def nothing_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """The environment of whoever runs the tests says nothing of settings."""
    for variable in VARIABLES.values():
        monkeypatch.delenv(variable, raising=False)


@pytest.fixture
def file(own_folders: Path) -> Path:
    """The file of settings, its folder made."""
    folder = own_folders / "config"
    folder.mkdir()
    return folder / "config.toml"


def test_show_says_where_each_value_comes_from(run: Run, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file.write_text('mouse = "off"\n[keys.bind]\n"write.save" = "f11"\n')
    monkeypatch.setenv("SA_WIZARD_THEME", "light")
    ran = run("config", "show", "--ascii", "always", "--json")
    assert ran.code == 0
    assert ran.data["file"] == str(file)
    rows = {row["name"]: row for row in ran.data["settings"]}
    assert list(rows) == list(names())
    assert (rows["ascii"]["source"], rows["ascii"]["from"]) == ("flag", "--ascii")
    assert (rows["theme"]["value"], rows["theme"]["source"]) == ("light", "environment")
    assert (rows["mouse"]["value"], rows["mouse"]["source"]) == ("off", "file")
    assert rows["keys.bind"]["value"] == {"write.save": "f11"}
    assert rows["redraw"]["source"] == "default"
    out = run("config", "show").out
    assert "SA_WIZARD_THEME" in out
    assert "write.save = f11" in out


def test_a_slip_in_the_file_is_said_and_stops_nothing(run: Run, file: Path) -> None:
    file.write_text('colour = "never"\n')
    ran = run("config", "show")
    assert ran.code == 0
    assert "'colour'" in ran.err
    assert "'color'" in ran.err
    ran = run("config", "validate")
    assert ran.code == 2
    assert str(file) in ran.err
    file.write_text('color = "never"\n')
    assert run("config", "validate").code == 0


def test_validate_takes_another_file_and_knows_the_commands(run: Run, tmp_path: Path) -> None:
    other = tmp_path / "other.toml"
    assert run("config", "validate", other).code == 2
    other.write_text('[keys.bind]\n"write.sav" = "f11"\n')
    ran = run("config", "validate", other)
    assert ran.code == 2
    assert "'write.save'" in ran.err
    other.write_text('[keys.bind]\n"write.save" = "f11"\n')
    assert run("config", "validate", other).code == 0


def test_init_writes_a_sound_file_once(run: Run, own_folders: Path) -> None:
    file = own_folders / "config" / "config.toml"
    assert run("config", "init").code == 0
    before = file.read_text(encoding="utf-8")
    assert run("config", "validate").code == 0
    ran = run("config", "init")
    assert ran.code == 2
    assert file.read_text(encoding="utf-8") == before


def test_init_where_nothing_can_be_written(run: Run, own_folders: Path) -> None:
    (own_folders / "config").write_text("a file where the folder should be")
    ran = run("config", "init")
    assert ran.code == 7
    assert "SA_WIZARD_CONFIG_DIR" in ran.err


def test_schema_describes_every_setting(run: Run) -> None:
    schema = run("config", "schema").data
    assert schema["additionalProperties"] is False
    for name in names():
        assert name.split(".")[-1] in json.dumps(schema)
    assert all(each["description"] for each in schema["properties"].values())


def test_a_flag_that_cannot_be_is_refused(run: Run) -> None:
    assert run("--color", "sometimes").code == 2
