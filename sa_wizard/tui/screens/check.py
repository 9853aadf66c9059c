"""What is missing or doubtful, by section or by item (a) to (g); Enter goes to the field, and F3 comes back here."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Button, OptionList, Static
from textual.widgets.option_list import Option

from sa_wizard.draft.paths import head
from sa_wizard.draft.session import Session
from sa_wizard.errors import SaWizardError
from sa_wizard.review import claims, final
from sa_wizard.review.explain import basis, why
from sa_wizard.review.findings import Finding, Review
from sa_wizard.review.judge import judge
from sa_wizard.review.rules import RULES
from sa_wizard.sitting.desk import title
from sa_wizard.tui import checklist
from sa_wizard.tui.checklist import CheckPlace, Grouping
from sa_wizard.tui.commands import Command, bindings
from sa_wizard.tui.glyphs import glyphs
from sa_wizard.tui.screens.choose import AskLine, Confirm
from sa_wizard.tui.screens.explain import EXPLAIN, Explained
from sa_wizard.tui.widgets.keys import KeyLine

BACK = Command("check.back", "Back", "back", "Back to where you were writing", "escape", "Back")
CLOSE = Command("check.close", "Back", "back", "Back to where you were writing", "f3")
GROUP = Command("check.group", "List by item, or by section", "group", "Change how the list is grouped", "i", "By item")
FINAL = Command("check.final", "Mark as final, or back to draft", "final", "Final needs every item met", "f", "Final")
STAND = Command(
    "check.stand", "Let it stand, with a reason", "stand", "For what a rule doubts and you do not", "l", "Let stand"
)
EXPORT = Command("check.export", "Export", "export", "Make the Word file, or another format", "f5", "Export")

_ASKED = {
    "final": (
        "Mark this assessment as final? The document will no longer say that it is a draft.",
        "Mark as final",
        "Not yet",
    ),
    "unmet": (
        "Mark this assessment as final although it is not complete? Its first page will say so and its last part why.",
        "Mark as final",
        "Not yet",
    ),
    "draft": (
        "Make this assessment a draft again? The document will say that it is one.",
        "Back to draft",
        "Leave it final",
    ),
}
"""What is asked before the mark is set or taken away: the question, the button that does it, the one that does not."""


class CheckScreen(Explained[str | None]):
    """The findings of one review. Dismissed with the path to go to, or an empty string."""

    CSS_PATH = "check.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings((BACK, CLOSE, GROUP, STAND, FINAL, EXPORT, EXPLAIN))
    STAYS = ("check.export", "check.stand")
    EXPLANATION = """
    What is still missing

    Every section with its state, and under it what it still needs. Move with the arrows; Enter, or a click, goes to
    the place. F3 there comes back to the same line. Below the list stands why the thing under the cursor matters.

    Press i to see the same list by statutory item, (a) to (g). An item is met when what makes it present in
    the document is there, and the answers to it are named under it; the sections that serve it may need more,
    listed as 'also needed in this section'. 'Not applicable' says that the law asks nothing of you there. A tick
    behind a section is your own word that it is finished.

    Press l on something a rule doubts, such as a figure or a name, to let it stand: the reason you give is kept in
    the draft, and it is not listed again while the words stay the same.

    A draft can be saved and exported at any time. It can be marked final only when every item that applies is met
    and nothing needed is missing; f asks, then does that, and takes it back.
    """

    def __init__(self, session: Session, review: Review) -> None:
        super().__init__()
        self.session = session
        self.review = review
        self.grouping: Grouping = "section"
        self._paths: dict[str, str] = {}
        self._told: dict[str, Finding] = {}
        self._standing: set[str] = set()

    def compose(self) -> ComposeResult:
        """Verdict, two buttons, the list."""
        yield Static(Content.assemble(("Check", "bold"), f"  {title(self.session)}"), id="check-title")
        yield Static(id="verdict")
        with Horizontal(id="acts"):
            yield Button("By item", id="group", compact=True)
            final_or_draft = Button("Mark as final", id="final", compact=True)
            final_or_draft.display = not self.session.read_only
            yield final_or_draft
            yield Static(Content("Enter goes to the place"), classes="hint")
        yield OptionList(id="findings", compact=True, markup=False)
        yield Static(id="why")
        yield KeyLine()

    def on_mount(self) -> None:
        """Open where the person left the list; what was done since is gone, so the line after it is shown."""
        place = self.wizard.check_place or CheckPlace()
        self.grouping = place.grouping
        self._fill()
        findings = self.query_one("#findings", OptionList)
        self._highlight(place.key or self._first_finding(), place.index)
        findings.focus()

    def on_resize(self) -> None:
        """Sentences wrap at the width."""
        self._fill()

    def _fill(self) -> None:
        """The list as it now stands, with the cursor where it was."""
        listed, mark, asked = self.query_one("#findings", OptionList), glyphs(), self.session.asked
        at = listed.highlighted
        width = max(40, (listed.size.width or 77) - 1)
        options: list[Option] = []
        self._paths, self._told = {}, {}
        standing = checklist.stands(asked)
        self._standing = set()
        found = checklist.groups(asked, self.review, self.grouping, mark)
        for group in [*found, standing] if standing else found:
            heading = group.heading
            self._paths[heading.key] = heading.path
            line = Content(checklist.heading_line(heading, width))
            line = line.stylize("bold") if group.told else line
            options.append(Option(line, id=heading.key, disabled=not heading.path))
            if group.note:
                key = f"note-{heading.key}"
                self._paths[key] = group.note_path
                options.append(Option(Content.styled(checklist.note_lines(group, mark, width), "dim"), id=key))
            for told in group.told:
                key = told.key if told.key not in self._paths else f"{told.key} {heading.key} {len(self._paths)}"
                self._paths[key] = told.finding.path if asked.outline.find(head(told.finding.path)) else ""
                self._told[key] = told.finding
                if group is standing:
                    self._standing.add(key)
                sentence, hint = checklist.told_lines(told, mark, width)
                options.append(Option(Content.assemble(sentence, (f"\n{hint}" if hint else "", "dim")), id=key))
        listed.clear_options()
        listed.add_options(options)
        if at is not None and options:
            listed.highlighted = min(at, len(options) - 1)
        self._say_verdict()

    def _say_verdict(self, refused: str = "") -> None:
        asked = self.session.asked
        glyph = glyphs().right if self.review.complete else glyphs().half
        verdict = Content.assemble(f"{glyph} ", (checklist.verdict(asked, self.review), "bold"))
        self.query_one("#verdict", Static).update(Content.assemble(verdict, f"\n{refused}" if refused else ""))
        group = self.query_one("#group", Button)
        group.label = Content("By section" if self.grouping == "item" else "By item")
        marked = asked.draft.text(final.STATUS) == final.FINAL
        status = self.query_one("#final", Button)
        status.label = Content("Back to draft" if marked else "Mark as final")
        for button in (group, status):
            button.refresh(layout=True)  # a new label alone keeps the old width

    def _highlight(self, key: str, index: int) -> None:
        listed = self.query_one("#findings", OptionList)
        if not listed.option_count:
            return
        keys = [option.id for option in listed.options]
        listed.highlighted = keys.index(key) if key in keys else min(index, len(keys) - 1)

    def _first_finding(self) -> str:
        return next((key for key in self._paths if " " in key), "")

    def _leave(self, path: str) -> None:
        listed = self.query_one("#findings", OptionList)
        at = listed.highlighted_option
        self.wizard.check_place = CheckPlace(self.grouping, at.id or "" if at else "", listed.highlighted or 0)
        self.dismiss(path)

    @on(OptionList.OptionHighlighted, "#findings")
    def _say_why(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        finding = None if event.option.id in self._standing else self._told.get(event.option.id or "")
        asked = self.session.asked
        lead = ", ".join(part for part in ("Why it matters", basis(asked, finding) if finding else "") if part)
        told = Content.assemble((f"{lead}  ", "bold"), why(asked, finding)) if finding else Content("")
        self.query_one("#why", Static).update(told, layout=False)

    @on(OptionList.OptionSelected, "#findings")
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        path = self._paths.get(event.option.id or "", "")
        if path:
            self._leave(path)

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        if event.button.id == "group":
            self.action_group()
        else:
            self.action_final()

    def action_group(self) -> None:
        """By item, or by section; the cursor stays on the finding it was on."""
        listed = self.query_one("#findings", OptionList)
        at = listed.highlighted_option
        self.grouping = "section" if self.grouping == "item" else "item"
        self._fill()
        self._highlight(at.id or "" if at else "", 0)
        listed.focus()

    def action_stand(self) -> None:
        """Let the finding under the cursor stand, for a reason kept in the draft, or take that back.

        What an item needs cannot stand.
        """
        self.session.must_write()
        at = self.query_one("#findings", OptionList).highlighted_option
        finding = self._told.get(at.id or "") if at else None
        if finding is not None and at is not None and at.id in self._standing:
            self.session.accept(finding.path, finding.code, finding.about, "")
            self._changed("You no longer let it stand; it is listed again, if it is still found.")
            return
        if finding is None or finding.code not in RULES:
            self._say_verdict("Only what a rule doubts can be let stand; what is missing has to be written.")
            return

        def because(reason: str | None) -> None:
            if reason is None:
                return
            try:
                claims.stand(self.session, head(finding.path), finding.code, finding.about, reason)
            except SaWizardError as error:
                self._say_verdict(f"{error.sentence} {error.hint}")
                return
            self._changed("Let stand; it is listed at the end, where l takes it back.")

        self.app.push_screen(AskLine(f"{finding.message} Why may it stand?"), because)

    def _changed(self, said: str) -> None:
        self.wizard.save_soon()
        self.review = judge(self.session.asked)
        self._fill()
        self._say_verdict(said)

    def action_final(self) -> None:
        """Mark the draft final, or make it a draft again, once the author has said so; says why when it cannot be."""
        self.session.must_write()
        value = "draft" if self.session.draft.text(final.STATUS) == final.FINAL else final.FINAL
        try:
            final.guard(self.session, final.STATUS, value)
        except SaWizardError as error:
            self._refused(error)
            return

        def answered(answer: str | None) -> None:
            if answer == value:
                self._mark(value)

        question, yes, no = _ASKED[value] if self.review.complete or value != final.FINAL else _ASKED["unmet"]
        self.app.push_screen(Confirm(question, {"stay": no, value: yes}), answered)

    def _mark(self, value: str) -> None:
        try:
            final.guard(self.session, final.STATUS, value)
            self.session.set(final.STATUS, value)
        except SaWizardError as error:
            self._refused(error)
            return
        self._changed("Marked as final." if value == final.FINAL else "A draft again.")

    def _refused(self, error: SaWizardError) -> None:
        """Say why it cannot be final, and offer to go to the question that lets it be issued all the same."""
        self._say_verdict(error.sentence)
        how = final.how_all_the_same(self.session.asked)
        if not how:
            return

        def answered(answer: str | None) -> None:
            if answer == "go":
                self._leave(final.OVERRIDE)

        self.app.push_screen(Confirm(f"{error.sentence} {how}", {"stay": "Not yet", "go": "Go there"}), answered)

    def action_export(self) -> None:
        """Make the document."""
        self.wizard.show_export()

    def action_back(self) -> None:
        """Back to the writing."""
        self._leave("")

    def commands_here(self) -> tuple[Command, ...]:
        """Commands for keys, footer, palette and help."""
        if self.session.read_only:
            return (BACK, GROUP, EXPORT, EXPLAIN)
        return (BACK, GROUP, STAND, FINAL, EXPORT, EXPLAIN)
