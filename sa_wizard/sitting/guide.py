"""The guided path of one sitting: where it stands, what the gap in front is, and what to say when it has come round."""

from typing import TYPE_CHECKING

from sa_wizard.draft.asked import Asked
from sa_wizard.review.findings import Review

if TYPE_CHECKING:
    from sa_wizard.review.gaps import Gap, Round


class Guide:
    """Remembers the round the author is on; everything else is worked out from the draft as it is."""

    def __init__(self) -> None:
        """No round yet: the first begins where the author is."""
        self._round: Round | None = None

    @property
    def at(self) -> str | None:
        """The path of the gap it stands at; None between two rounds."""
        return self._round.at if self._round else None

    def forward(self, asked: Asked, review: Review, here: str) -> "Gap | None":
        """Go to the next gap; None when the round is over, and then the next one begins with the first gap of all."""
        from sa_wizard.review.gaps import step

        self._round, gap = step(asked, review, self._from(here))
        return gap

    def coming(self, asked: Asked, review: Review, here: str) -> "Gap | None":
        """Where ``forward`` would go; at the end of a round, the first gap of all."""
        from sa_wizard.review.gaps import step

        after, gap = step(asked, review, self._from(here))
        return gap or step(asked, review, after)[1]

    def in_front(self, asked: Asked, review: Review, here: str) -> "Gap | None":
        """The gap the round is at, while the author is at its question and it is not mended."""
        if not here or here != self.at:
            return None
        from sa_wizard.review.gaps import gap_at

        return gap_at(asked, review, here)

    def _from(self, here: str) -> "Round":
        if self._round:
            return self._round.from_here(here)
        from sa_wizard.review.gaps import Round

        return Round(here)


def come_round(review: Review) -> str:
    """What to say when there is no gap to go on to."""
    left = review.to_do
    if left:
        look = f" F3 lists {review.to_look_at} to look at." if review.to_look_at else ""
        return f"That was the last gap; {left} remain{'s' if left == 1 else ''}. F8 starts again.{look}"
    look = f" F3 lists {review.to_look_at} worth another look." if review.to_look_at else ""
    return f"Nothing is missing: every item that applies is met.{look}"
