"""Opening a draft, for whoever reads one: what says that it cannot be read says as well what was kept of it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sa_wizard.draft import store
from sa_wizard.draft.draft import Draft
from sa_wizard.errors import NewerDraft, UnreadableDraft
from sa_wizard.outline.spec import Outline


def load(path: Path) -> tuple[Outline, Draft]:
    """A draft and its outline as ``store.load`` reads them; raises UnreadableDraft that also names the way back."""
    with named(path):
        return store.load(path)


@contextmanager
def named(path: Path) -> Iterator[None]:
    """Let whatever says that a draft cannot be read say as well what was kept of it."""
    try:
        yield
    except NewerDraft:
        raise  # there is nothing wrong with it
    except UnreadableDraft as error:
        from sa_wizard.draft.way_back import way_back

        told = way_back(path)
        if not told:
            raise
        raise UnreadableDraft(error.sentence, f"{error.hint} {told}") from error
