"""What every test has in common: no test reads or changes what the person running it has in their own folders."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings and state in folders of this test's own; returns the folder that holds both."""
    home = tmp_path_factory.mktemp("own")
    monkeypatch.setenv("SA_WIZARD_CONFIG_DIR", str(home / "config"))
    monkeypatch.setenv("SA_WIZARD_DATA_DIR", str(home / "state"))
    return home
