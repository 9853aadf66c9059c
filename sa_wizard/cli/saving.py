"""Save what a command changed, and say what there is to know of it besides."""

from sa_wizard.cli.talk import tell
from sa_wizard.draft.session import Session
from sa_wizard.signs import shell_word


def save(session: Session) -> None:
    """Write the draft if it changed; raises CannotWrite.

    Says of one that is marked final that it was changed, where a copy of an older format is kept, and when no version
    could be.
    """
    session.save()
    for told in session.keeper.told():
        tell(told)
    if session.last is None:
        return
    from sa_wizard.review import final

    if final.changed(session):
        again = f"To make it a draft again: sa-wizard set {shell_word(session.path)} {final.STATUS} draft"
        tell(f"{final.CHANGED} {again}")
