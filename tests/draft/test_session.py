"""The session: every change can be undone, nothing typed is lost, and links survive whatever happens to rows."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sa_wizard.draft import store
from sa_wizard.draft.draft import Draft, start
from sa_wizard.draft.restoring import restored
from sa_wizard.draft.session import AUTOSAVE, PAUSE, STEPS, Session
from sa_wizard.draft.steps import in_words
from sa_wizard.draft.values import Json
from sa_wizard.errors import CannotWrite, UnreadableDraft, UsageProblem
from tests.builders import assessment, drafted, shipped
from tests.draft.pairs import drafts
from tests.draft.strategies import of_field, texts


class Clock:
    """A clock that only goes when told to."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    """Time under the test's control."""
    return Clock()


@pytest.fixture
def session(tmp_path: Path, clock: Clock) -> Session:
    """A session over an empty draft."""
    return opened(tmp_path, start(shipped()), clock)


def opened(folder: Path, draft: Draft, clock: Clock | None = None) -> Session:
    """A session over a draft that is on disk as it stands."""
    path = folder / "north.sa.json"
    store.save(path, shipped(), draft)
    return Session(path, shipped(), draft, clock=clock or Clock())


def names(session: Session) -> list[str]:
    """The names of the topics."""
    return [row.get("name", "") for row in session.get("levels.topics")]


def ids(session: Session) -> list[str]:
    """The ids of the topics."""
    return [row["id"] for row in session.get("levels.topics")]


# ------------------------------------------------------------------ setting


def test_a_value_is_cleaned_once_on_its_way_in(session: Session) -> None:
    assert session.set("about.title", "Safer\r\nNorth\x00bridge")
    assert session.get("about.title") == "Safer Northbridge"


def test_setting_what_is_there_already_is_no_change(session: Session) -> None:
    session.set("about.title", "Same")
    for path, value in (
        ("about.title", "Same\x00"),
        ("why.overall", ""),
        ("levels.topics", []),
        ("about.period", {"start": ""}),
    ):
        assert not session.set(path, value), path
    session.undo()
    assert session.undo() is None


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("about.title", 5),
        ("about.nothing", "x"),
        ("levels.topics", "x"),
        ("levels.topics[7].name", "x"),
        ("levels.topics[7]", {"name": "x"}),
        ("levels.topics[0].count", []),
        ("levels.topics[0].reasons[3].reason", "x"),
        ("levels.topics[0][0]", {}),
        ("levels.topics[0].id", "mine"),
    ],
)
def test_what_cannot_be_set_is_refused_and_changes_nothing(tmp_path: Path, path: str, value: Json) -> None:
    session = opened(tmp_path, assessment())
    with pytest.raises(UsageProblem):
        session.set(path, value)
    assert session.draft == assessment()
    assert not session.dirty
    assert session.undo() is None


def test_a_view_sets_the_records_it_views(tmp_path: Path) -> None:
    session = opened(tmp_path, assessment())
    session.set("why.topics[1].nature", "activity")
    assert session.get("levels.topics[1].nature") == "activity"


def test_a_row_set_in_place_of_another_keeps_the_id_of_that_place(tmp_path: Path) -> None:
    """Whatever id comes with the new row: links point at the place in the list the person was looking at."""
    session = opened(tmp_path, assessment())
    session.set("levels.topics[0]", {"id": "other", "name": "Burglary"})
    assert (ids(session)[0], names(session)[0]) == ("burglary", "Burglary")


def test_a_row_set_after_the_last_is_added_with_an_id_of_its_own(tmp_path: Path) -> None:
    session = opened(tmp_path, assessment())
    session.set("levels.topics[3]", {"id": "burglary", "name": "Copy"})
    assert ids(session) == ["burglary", "noise", "drugs", "topic-1"]
    session.set("levels.topics[0].reasons[1]", {"reason": "Another"})
    assert [row["id"] for row in session.get("levels.topics[0].reasons")] == ["reason-1", "reason-2"]


# ------------------------------------------------------------------ rows


def test_rows_are_added_where_wanted_and_the_path_is_told(session: Session) -> None:
    assert session.add_row("levels.topics", {"name": "b"}) == "levels.topics[0]"
    assert session.add_row("why.topics", {"name": "a"}, at=0) == "why.topics[0]"
    assert session.add_row("levels.topics", {"name": "c"}, at=99) == "levels.topics[2]"
    assert session.add_row("levels.topics[1].reasons") == "levels.topics[1].reasons[0]"
    assert names(session) == ["a", "b", "c"]
    assert len(set(ids(session))) == 3


def test_a_row_added_with_a_taken_id_gets_another_and_the_old_row_keeps_its_own(tmp_path: Path) -> None:
    session = opened(tmp_path, assessment())
    session.add_row("levels.topics", {"id": "burglary", "name": "New"}, at=0)
    assert ids(session) == ["topic-1", "burglary", "noise", "drugs"]


def test_a_duplicate_stands_after_its_original_with_its_own_id(tmp_path: Path) -> None:
    session = opened(tmp_path, assessment())
    assert session.duplicate_row("levels.topics[0]") == "levels.topics[1]"
    assert names(session)[:2] == ["Residential burglary"] * 2
    assert ids(session) == ["burglary", "topic-1", "noise", "drugs"]


def test_rows_move_and_stay_at_either_end(tmp_path: Path) -> None:
    session = opened(tmp_path, assessment())
    assert session.move_row("levels.topics[0]", 1) == "levels.topics[1]"
    assert ids(session) == ["noise", "burglary", "drugs"]
    assert session.move_row("levels.topics[2]", 1) == "levels.topics[2]"
    assert session.move_row("levels.topics[0]", -1) == "levels.topics[0]"
    assert session.move_row("levels.topics[2]", -5) == "levels.topics[0]"
    assert ids(session) == ["drugs", "noise", "burglary"]
    session.undo()
    session.undo()
    assert session.draft == assessment()
    assert session.undo() is None


def test_a_deleted_row_comes_back_with_undo_and_its_links_with_it(tmp_path: Path) -> None:
    session = opened(tmp_path, assessment())
    session.remove_row("levels.topics[0]")
    assert ids(session) == ["noise", "drugs"]
    assert session.get("priorities.priorities[0].topics") == ["burglary"]
    session.undo()
    assert session.draft == assessment()


@pytest.mark.parametrize("how", ["add", "append", "replace", "all"])
def test_a_new_row_never_gets_the_id_that_old_links_still_name(session: Session, how: str) -> None:
    """Else a priority whose evidence was deleted would silently rest on whatever is typed next."""
    session.add_row("levels.topics", {"name": "Burglary"})
    session.add_row("priorities.priorities", {"title": "First", "topics": ids(session)})
    session.remove_row("levels.topics[0]")
    if how == "add":
        session.add_row("levels.topics", {"name": "Noise"})
    elif how == "append":
        session.set("levels.topics[0]", {"name": "Noise"})
    else:
        session.set("levels.topics", [{"name": "Noise"}])
    assert ids(session) == ["topic-2"]


def test_a_new_row_never_gets_the_id_of_one_it_replaces(session: Session) -> None:
    """A link to that one may stand in another copy of the draft, which is merged later; an id that is given is kept."""
    session.set("levels.topics", [{"name": "Burglary"}, {"name": "Noise"}])
    session.set("levels.topics", [{"name": "Knives"}, {"name": "Noise", "id": "topic-2"}])
    assert ids(session) == ["topic-3", "topic-2"]


@pytest.mark.parametrize(
    "path", ["levels.topics[9]", "levels.topics", "levels.topics[x]", "levels.topics[²]", "about.title[0]", "[0]"]
)
def test_an_entry_that_is_not_there_is_refused(tmp_path: Path, path: str) -> None:
    session = opened(tmp_path, assessment())
    for attempt in (session.remove_row, session.duplicate_row, lambda it: session.move_row(it, 1)):
        with pytest.raises(UsageProblem):
            attempt(path)
    assert session.draft == assessment()


def test_only_records_take_rows(session: Session) -> None:
    with pytest.raises(UsageProblem, match=r"about\.title does not hold entries"):
        session.add_row("about.title")


# ------------------------------------------------------------------ undo and redo


def test_undo_and_redo_go_back_and_forth_across_fields(session: Session) -> None:
    session.set("about.title", "One")
    session.set("why.overall", "Two")
    step = session.undo()
    assert step is not None
    assert (step.path, step.label) == ("why.overall", "change What lies behind the changes as a whole")
    assert (session.get("about.title"), session.get("why.overall")) == ("One", "")
    session.undo()
    assert session.draft == start(shipped())
    assert session.undo() is None
    session.redo()
    session.redo()
    assert session.redo() is None
    assert session.get("why.overall") == "Two"


def test_a_change_after_undo_forgets_what_was_undone(session: Session) -> None:
    session.set("about.title", "One")
    session.undo()
    session.set("about.title", "Other")
    assert session.redo() is None
    assert session.get("about.title") == "Other"


def test_typing_in_one_place_is_one_step_until_a_pause(session: Session, clock: Clock) -> None:
    for typed in ("T", "Th", "The"):
        session.set("about.title", typed, typing=True)
        clock.now += PAUSE / 2
    clock.now += PAUSE
    session.set("about.title", "The end", typing=True)
    session.undo()
    assert session.get("about.title") == "The"
    session.undo()
    assert session.get("about.title") == ""


def test_typing_elsewhere_or_a_change_between_is_another_step(session: Session) -> None:
    session.set("about.title", "a", typing=True)
    session.set("about.area", "b", typing=True)
    session.set("about.title", "ac", typing=True)
    session.set("about.nation", "wales")
    session.set("about.title", "acd", typing=True)
    undone = [step.path for step in iter(session.undo, None)]
    assert undone == ["about.title", "about.nation", "about.title", "about.area", "about.title"]


def test_typing_after_undo_is_a_new_step(session: Session) -> None:
    session.set("about.title", "One", typing=True)
    session.set("about.area", "x")
    session.undo()
    session.set("about.title", "One more", typing=True)
    session.undo()
    assert session.get("about.title") == "One"


def test_what_is_unsaid_was_never_there_and_what_could_be_made_again_still_can(session: Session, clock: Clock) -> None:
    session.set("why.overall", "First.")
    session.undo()
    for text in ("h", "ha", "half"):
        session.set("about.title", text, typing=True)
        clock.now += 10
    while session.unsay("about.title"):
        pass
    assert session.draft.text("about.title") == ""
    assert not session.unsay("why.overall")
    assert session.redo() is not None
    assert session.draft.text("why.overall") == "First."
    assert session.redo() is None


def test_undo_has_a_limit_and_keeps_the_newest(session: Session) -> None:
    for number in range(STEPS + 5):
        session.set("about.title", f"Title {number}")
    assert len(list(iter(session.undo, None))) == STEPS
    assert session.get("about.title") == "Title 4"


@settings(deadline=None, max_examples=40)
@given(st.lists(st.sampled_from(("set", "type", "add", "copy", "remove", "move", "rename", "shift")), max_size=12))
def test_undoing_everything_gives_the_draft_back_and_redoing_gives_the_changes(steps: list[str]) -> None:
    session = Session(Path("unused.sa.json"), shipped(), assessment(), clock=Clock())
    for number, step in enumerate(steps):
        rows = len(ids(session))
        if step == "set":
            session.set("why.overall", f"Text {number}")
        elif step == "type":
            session.set("why.topics[0].find_out" if rows else "why.overall", f"Typed {number}", typing=True)
        elif step == "add":
            session.add_row("levels.topics", {"name": str(number)}, at=number % (rows + 1))
        elif step == "rename":
            session.rename("why", f"Heading {number}")
        elif step == "shift":
            session.shift("why", -1)
        elif rows:
            at = f"levels.topics[{number % rows}]"
            {"copy": session.duplicate_row, "remove": session.remove_row}.get(step, lambda it: session.move_row(it, 1))(
                at
            )
        assert len(set(ids(session))) == len(ids(session))
    after = session.draft
    list(iter(session.undo, None))
    assert session.draft == assessment()
    list(iter(session.redo, None))
    assert session.draft == after


FIELDS = [(section, field) for section, field in shipped().fields() if not field.of]


@settings(deadline=None, max_examples=60)
@given(st.data())
def test_any_changes_undone_all_the_way_give_the_first_draft_and_redone_the_last(data: st.DataObject) -> None:
    """Whatever is typed, pasted, set, added, said, let stand, merged, restored and saved, with undo in between."""
    with TemporaryDirectory() as folder:
        session = opened(Path(folder), assessment(), Clock())
        for _ in range(data.draw(st.integers(0, 12))):
            act(session, data)
        list(iter(session.redo, None))
        last = session.draft
        undone = list(iter(session.undo, None))
        assert session.draft == assessment()
        assert all(in_words(session.outline, step) for step in undone)
        session.save()
        assert store.load(session.path)[1] == assessment()
        redone = list(iter(session.redo, None))
        assert redone == undone[::-1]
        assert session.draft == last
        session.save()
        assert store.load(session.path)[1] == last


def act(session: Session, data: st.DataObject) -> None:  # noqa: PLR0912 - one branch for each thing a person does
    """Something a person does; what is refused changes nothing."""
    kind = data.draw(st.sampled_from(("set", "type", "row", "say", "shift", "take", "save", "undo", "redo", "time")))
    before = session.draft
    try:
        if kind in ("set", "type"):
            section, field = data.draw(st.sampled_from(FIELDS))
            session.set(f"{section.id}.{field.id}", data.draw(of_field(field)), typing=kind == "type")
        elif kind == "row":
            change_rows(session, data.draw(st.sampled_from(("add", "copy", "remove", "move", "column"))), data)
        elif kind == "say":
            text, what = data.draw(texts), data.draw(st.sampled_from(("heading", "claim", "accepted")))
            if what == "heading":
                session.rename("why", text)
            elif what == "claim":
                session.claim("why", "not_applicable", text)
            else:
                session.accept("why.overall", "private-email", text, text)
        elif kind == "shift":
            session.shift("why", data.draw(st.sampled_from((-1, 1))))
        elif kind == "take":
            other = data.draw(drafts())
            if data.draw(st.booleans()):
                session.met(other, session.saved, None)
            else:
                session.restore(restored(session.draft, other), "restore the draft")
        elif kind == "save":
            session.save()
        elif kind == "time":
            session._clock.now += PAUSE  # type: ignore[attr-defined]  # the clock of these tests
        else:
            (session.undo if kind == "undo" else session.redo)()
    except (UsageProblem, CannotWrite):
        assert session.draft is before


def change_rows(session: Session, kind: str, data: st.DataObject) -> None:
    """Something done with the entries of a list, or in one of them."""
    count = len(ids(session))
    number = data.draw(st.integers(0, count))
    entry = f"why.topics[{number}]" if data.draw(st.booleans()) else f"levels.topics[{number}]"
    if kind == "add":
        session.add_row("levels.topics", {"name": data.draw(texts)}, at=number)
    elif kind == "column":
        session.set(f"{entry}.find_out", data.draw(texts), typing=True)
    elif kind == "move":
        session.move_row(entry, data.draw(st.integers(-2, 2)))
    else:
        (session.duplicate_row if kind == "copy" else session.remove_row)(entry)


def test_a_step_says_in_words_what_it_did(tmp_path: Path) -> None:
    session = opened(tmp_path, assessment())
    session.set("why.overall", "Three new words.")
    session.set("levels.topics[1].where", "Here.")
    session.remove_row("levels.topics[2]")
    session.add_row("levels.topics")
    session.set("about.nation", "wales")
    session.restore(assessment(why__overall=""), "restore the draft")
    told = [in_words(session.outline, step) for step in iter(session.undo, None)]
    assert told[0].startswith("restore the draft (3 answers, ")
    assert told[1:4] == ["change Nation", "add problem", told[3]]
    assert told[3].startswith("delete problem, “")
    assert told[4].endswith(" in “Where it happens”, “Noise nuisance”") or "“Where" in told[4]
    assert told[5].startswith("3 words added")
    assert told[5].endswith("in “What lies behind the changes as a whole”")


# ------------------------------------------------------------------ headings and order


def test_a_heading_is_renamed_and_restored(session: Session) -> None:
    assert session.rename("why", " What\ndrives it ")
    assert session.draft.headings == {"why": "What drives it"}
    assert not session.rename("why", "What drives it")
    assert session.rename("why", "  ")
    assert session.draft.headings == {}
    with pytest.raises(UsageProblem, match="There is no section 'nowhere'"):
        session.rename("nowhere", "x")


def test_a_section_moves_past_those_that_do_not_apply(tmp_path: Path) -> None:
    session = opened(tmp_path, drafted({"about.nation": "wales"}))
    shown = [section.id for section in session.asked.sections]
    at = shown.index("alignment")
    assert shown[at - 1] == "priorities"
    assert session.shift("alignment", -1)
    assert [section.id for section in session.asked.sections][at - 1 : at + 1] == ["alignment", "priorities"]
    assert session.shift("alignment", 1)
    assert [section.id for section in session.asked.sections] == shown


def test_document_control_and_the_ends_do_not_move(session: Session) -> None:
    last = session.asked.sections[-1].id
    moves = (("about", 1), ("summary", -1), (last, 1), ("nowhere", 1), ("why", 0))
    assert not any(session.shift(section, by) for section, by in moves)
    assert not session.dirty


# ------------------------------------------------------------------ saving


def test_the_draft_is_due_one_second_after_the_first_unsaved_change(session: Session, clock: Clock) -> None:
    assert session.due_in() is None
    session.set("about.title", "a")
    clock.now += 0.4
    session.set("about.title", "ab")
    assert session.due_in() == pytest.approx(AUTOSAVE - 0.4)
    clock.now += 5
    assert session.due_in() == 0
    assert session.save()
    assert session.due_in() is None
    assert not session.save()
    assert store.load(session.path)[1] == session.draft


def test_going_back_to_what_is_saved_leaves_nothing_to_save(session: Session) -> None:
    session.set("about.title", "a")
    session.undo()
    assert (session.dirty, session.due_in()) == (False, None)
    session.redo()
    assert session.dirty
    assert session.due_in() == AUTOSAVE


def test_a_save_that_fails_keeps_the_change_says_why_and_is_tried_again(
    session: Session, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.set("about.title", "Precious")

    def refuse(*_: object) -> None:
        raise CannotWrite("The disk is full.", "Free some space.")

    with monkeypatch.context() as patched:
        patched.setattr(store, "write", refuse)
        clock.now += 5
        with pytest.raises(CannotWrite):
            session.save()
    assert session.dirty
    assert session.trouble == "The disk is full."
    assert session.due_in() == AUTOSAVE
    assert session.save()
    assert session.trouble == ""
    assert store.load(session.path)[1].text("about.title") == "Precious"


def test_a_draft_opens_where_it_was_left(session: Session) -> None:
    session.set("about.title", "Left")
    session.save()
    again = Session.open(session.path)
    assert (again.get("about.title"), again.dirty, again.due_in()) == ("Left", False, None)


def test_a_damaged_draft_does_not_open(tmp_path: Path) -> None:
    (tmp_path / "x.sa.json").write_text("{", encoding="utf-8")
    with pytest.raises(UnreadableDraft):
        Session.open(tmp_path / "x.sa.json")


def test_what_is_asked_follows_the_answers(session: Session) -> None:
    session.set("about.nation", "england")
    session.set("about.area_type", "unitary")
    assert not session.asked.county
    session.set("about.area_type", "two-tier")
    assert session.asked.county
    assert session.asked is session.asked
    session.undo()
    assert not session.asked.county
