"""What widgets tell their screens. Past tense: something happened, and the screen decides."""

from typing import TYPE_CHECKING

from textual.message import Message

from sa_wizard.draft.values import Json

if TYPE_CHECKING:
    from sa_wizard.draft import pasted


class FieldEdited(Message):
    """A person changed the answer at a path. ``typing`` joins key presses into one undo step."""

    def __init__(self, path: str, value: Json, *, typing: bool = False) -> None:
        super().__init__()
        self.path = path
        self.value = value
        self.typing = typing


class Pasted(Message):
    """A person pasted into an answer, which ``FieldEdited`` has told already; this says what was made plain in it."""

    def __init__(self, made: "pasted.Pasted") -> None:
        super().__init__()
        self.pasted = made


class RowChosen(Message):
    """A person opened an entry, at a path such as ``levels.topics[2]``; without a row, the list that keeps it."""

    def __init__(self, path: str) -> None:
        super().__init__()
        self.path = path


class RowsChanged(Message):
    """A person asked to add, duplicate, move or delete an entry of the records at a path."""

    def __init__(self, path: str, act: str, row: int) -> None:
        super().__init__()
        self.path = path
        self.act = act
        self.row = row


class LinksWanted(Message):
    """A person wants to choose the records that a links column points to."""

    def __init__(self, path: str, to: str) -> None:
        super().__init__()
        self.path = path
        self.to = to
