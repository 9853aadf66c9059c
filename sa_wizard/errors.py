"""The failures we expect, each one sentence, what to do about it, and an exit code.

    SaWizardError                 1  (never raised itself: an unexpected error is a bug)
    ├── UsageProblem              2  a wrong argument, path or value
    │   └── OutlineError          2  an outline file that cannot be used
    ├── IncompleteDraft           3  the draft does not yet meet what was asked of it
    ├── ExportError               4  Pandoc is missing or failed
    │   └── ExportCancelled       4  the person stopped it
    ├── DraftInUse                5  another program holds the draft
    ├── UnreadableDraft           6  missing or damaged
    │   └── NewerDraft            6  written by a newer version of this program
    └── CannotWrite               7  a file or folder refused the write
        ├── ChangedOutside        7  another program wrote the draft since it was read
        └── EditedSince           7  a document was changed after it was exported

They are caught in two places only: the command line and the wizard's app. Everything else is a bug and propagates.
"""

from sa_wizard.signs import one_line


class SaWizardError(Exception):
    """One sentence saying what is wrong, and a hint saying what to do.

    Both may name files, and quote what stands in them: whatever shows them, they are one line that no terminal obeys.
    ``on_screen`` is the hint where a button does what the hint's command would; the hint itself where none is given.
    ``exit_code`` is part of the command line's contract (see ``sa-wizard --help``).
    """

    exit_code = 1

    def __init__(self, sentence: str, hint: str = "", on_screen: str = "") -> None:
        """Keep the two parts apart so that a screen can set them in different places."""
        self.sentence = one_line(sentence)
        self.hint = one_line(hint)
        self.on_screen = one_line(on_screen) or self.hint
        super().__init__(f"{self.sentence} {self.hint}".strip())


class UsageProblem(SaWizardError):
    """The command or value asked for makes no sense here; nothing was changed."""

    exit_code = 2


class OutlineError(UsageProblem):
    """An outline or requirements file is wrong; the sentence names file, section and field."""


class IncompleteDraft(SaWizardError):
    """The draft lacks something that the step asked for needs."""

    exit_code = 3


class ExportError(SaWizardError):
    """A document could not be made; no earlier file was touched."""

    exit_code = 4


class ExportCancelled(ExportError):
    """The person stopped the export; no file was touched."""


class DraftInUse(SaWizardError):
    """Another program has the draft open."""

    exit_code = 5


class UnreadableDraft(SaWizardError):
    """The draft is missing, damaged or newer than this program; the file was left as it is."""

    exit_code = 6


class NewerDraft(UnreadableDraft):
    """A newer version of this program wrote the draft. It can be looked at, as far as it is understood."""


class CannotWrite(SaWizardError):
    """A file or folder could not be written; what was there is still there."""

    exit_code = 7


class ChangedOutside(CannotWrite):
    """Another program wrote the draft since it was read; it was not written over."""


class EditedSince(CannotWrite):
    """A document was changed since this program wrote it; it was not replaced."""
