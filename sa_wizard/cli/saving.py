"""Save what a command changed; say where a copy of an older format is kept, and when no version could be."""

from sa_wizard.cli.talk import tell
from sa_wizard.draft.session import Session


def save(session: Session) -> None:
    """Write the draft if it changed; raises CannotWrite."""
    session.save()
    for told in session.keeper.told():
        tell(told)
