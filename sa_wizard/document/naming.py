"""What a document's file is called unless a person says otherwise; the same for the wizard and the command line."""

import re
from pathlib import Path

from sa_wizard.document import house
from sa_wizard.document.extracts import WHOLE
from sa_wizard.document.target import beside
from sa_wizard.document.writing import Writing
from sa_wizard.draft.asked import Asked
from sa_wizard.review.final import is_final
from sa_wizard.review.judge import judge

_UNFIT = re.compile("[^A-Za-z0-9_-]")


def named(asked: Asked, draft: Path, to: str, part: str = WHOLE) -> Path:
    """Beside the draft: under its own name, or under the one that its partnership's pattern makes, and the part's.

    Raises UsageProblem when the settings of the house cannot be read.
    """
    target = beside(draft, to)
    pattern = house.of(asked.draft.text("about.partnership")).file_name
    if pattern:
        writing = Writing(asked, final=is_final(asked, judge(asked)))
        target = target.with_name(house.file_name(pattern, writing, target.stem) + target.suffix)
    return target.with_stem(f"{target.stem}-{_UNFIT.sub('-', part)}") if part else target
