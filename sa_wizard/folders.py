"""Where things are kept. Two environment variables move everything, for locked-down machines and for tests."""

import contextlib
import errno
import os
from pathlib import Path

import platformdirs

APP = "sa_wizard"


def config_dir() -> Path:
    """What the person chose: their own outlines (``outlines/``). ``SA_WIZARD_CONFIG_DIR`` moves it."""
    chosen = os.environ.get("SA_WIZARD_CONFIG_DIR")
    return Path(chosen) if chosen else platformdirs.user_config_path(APP, appauthor=False)


def state_dir() -> Path:
    """What the program remembers: recent drafts, places in them, versions, the log. ``SA_WIZARD_DATA_DIR`` moves it.

    Never the only home of a draft: drafts live where the person puts them.
    """
    chosen = os.environ.get("SA_WIZARD_DATA_DIR")
    return Path(chosen) if chosen else platformdirs.user_state_path(APP, appauthor=False)


def outline_dirs(draft: Path | None = None) -> tuple[Path, ...]:
    """Folders searched for outlines before the shipped ones: beside the draft, then the person's own."""
    beside = (Path(os.path.realpath(draft)).parent,) if draft else ()  # resolve() raises at a link that leads to itself
    return (*beside, config_dir() / "outlines")


def templates_dir() -> Path:
    """What is shipped and may be replaced without touching code: in the package, or beside it in a checkout."""
    package = Path(__file__).resolve().parent
    installed = package / "templates"
    return installed if installed.is_dir() else package.parent / "templates"


def private_folder(folder: Path) -> Path:
    """Make a folder only its owner can read, and those above it that are missing; raises OSError.

    Why one by one: ``parents=True`` makes those above as open as the umask lets it, and whoever may write in one of
    them may put another folder in the place of this one.
    """
    missing = [each for each in (folder, *folder.parents) if not each.is_dir()]
    for each in reversed(missing):
        with contextlib.suppress(FileExistsError):  # another of us was quicker; what is no folder fails below
            each.mkdir(mode=0o700)
    if not folder.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder))
    return folder
