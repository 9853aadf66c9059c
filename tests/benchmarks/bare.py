"""The baseline: a Textual program with one text area and nothing else."""

from textual.app import App, ComposeResult
from textual.widgets import TextArea


class Bare(App[None]):
    """What any Textual program must pay."""

    def compose(self) -> ComposeResult:
        """One text area."""
        yield TextArea("The first screen is here.")


if __name__ == "__main__":
    Bare().run()
