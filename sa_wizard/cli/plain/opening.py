"""Run the line mode: a draft on the desk, the questions, and a way out that leaves nothing unsaved."""

from pathlib import Path

from sa_wizard import collecting
from sa_wizard.cli.plain import keeping
from sa_wizard.cli.plain.beginning import Beginning, Left
from sa_wizard.cli.plain.dialogue import Dialogue
from sa_wizard.cli.plain.keyboard import ENDS, Ended, Keyboard
from sa_wizard.cli.plain.meeting import meet_changes
from sa_wizard.cli.plain.voice import Voice
from sa_wizard.cli.talk import tell, terminal
from sa_wizard.draft.session import Session
from sa_wizard.errors import CannotWrite
from sa_wizard.signs import shell_word
from sa_wizard.sitting.desk import Desk, title


def open_plain(path: Path | None, at: str = "", *, read_only: bool = False) -> int:
    """Ask the questions of a draft, or begin one; returns the exit code.

    Raises what opening the draft raises. What was typed is saved whatever ends it.
    """
    collecting.begin()
    keyboard = Keyboard()
    voice = Voice(prompts=terminal())
    desk = Desk()
    code = 0
    with keyboard.watched():
        try:
            session = desk.open(path, read_only=read_only) if path else Beginning(desk, keyboard, voice).home()
            voice.say(f"{title(session)}. An empty line goes on; :help says more, :gaps what is missing, :quit leaves.")
            only = "It is open for reading only: nothing in it can be changed." if session.read_only else ""
            hindered = f"{session.hindrance} {keeping.ELSEWHERE}" if session.hindrance else ""
            voice.say(*(each for each in (only, session.remark, hindered, session.whence.sentence) if each))
            Dialogue(desk, session, keyboard, voice, at).run()
        except Left:
            return 0
        except Ended as end:
            code = end.code
            if keyboard.terminal:
                tell("")  # what was being typed stands on this line
            if end.told:
                tell(end.told)
        except KeyboardInterrupt:  # where signals cannot be noted
            code = ENDS["SIGINT"]
        except (BrokenPipeError, CannotWrite):
            if not keyboard.gone:
                _tell_unsaved(desk, desk.close())
                raise
            code = ENDS["SIGHUP"]
        return _left(desk, code)


def _hear(*sentences: str) -> None:
    for each in sentences:
        tell(each)


def _left(desk: Desk, code: int) -> int:
    """Save and put the draft away; says where it is, or why it could not be saved."""
    session: Session | None = desk.session
    if session is None:
        return code
    trouble = desk.close()
    if desk.changed and meet_changes(desk, _hear, None):
        trouble = desk.close()
    if trouble:
        _tell_unsaved(desk, trouble)
        desk.drop()
        return code or CannotWrite.exit_code
    if not session.read_only:
        tell(f"Saved in {session.path}. To go on: sa-wizard --plain {shell_word(session.path)}")
    return code


def _tell_unsaved(desk: Desk, trouble: str) -> None:
    """Say why the draft is not saved, if it is not, and where the copy is kept."""
    if trouble:
        tell(f"The draft is not saved. {trouble}")
        for told in desk.left_behind:
            tell(told)
