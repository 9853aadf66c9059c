"""Save what a command changed; where no version of it could be kept, say so."""

from sa_wizard.cli.talk import tell
from sa_wizard.draft.session import Session


def save(session: Session) -> None:
    """Write the draft if it changed; raises CannotWrite."""
    session.save()
    if session.keeper.trouble:
        tell(f"The draft is saved. {session.keeper.trouble}")
