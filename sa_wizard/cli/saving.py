"""Save what a command changed; where the file was in an older format, say where a copy of it is kept."""

from sa_wizard.cli.talk import tell
from sa_wizard.draft import store
from sa_wizard.draft.session import Session


def save(session: Session) -> None:
    """Write the draft if it changed; raises CannotWrite."""
    kept = store.keep_old(session.path, session.draft) if session.dirty else None
    session.save()
    if kept:
        tell(f"The draft was in an older format and is now in the one of today. A copy as it was is kept at {kept}.")
