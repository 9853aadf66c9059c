"""Save what a command changed; say where a copy of an older format is kept, and when no version could be kept."""

from sa_wizard.cli.talk import tell
from sa_wizard.draft import store
from sa_wizard.draft.session import Session


def save(session: Session) -> None:
    """Write the draft if it changed; raises CannotWrite."""
    kept = store.keep_old(session.path, session.draft) if session.dirty else None
    session.save()
    if kept:
        tell(f"The draft was in an older format and is now in the one of today. A copy as it was is kept at {kept}.")
    if session.keeper.trouble:
        tell(f"The draft is saved. {session.keeper.trouble}")
