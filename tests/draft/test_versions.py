"""Versions of a draft: kept as it is saved, thinned with age, found again, and never a reason for a save to fail."""

import gzip
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sa_wizard.draft import store, thinning, versions
from sa_wizard.draft.keeper import Keeper
from sa_wizard.draft.session import Session
from sa_wizard.draft.stamps import stamp
from sa_wizard.draft.versions import GAP, Version
from sa_wizard.draft.which import exact, find, local
from sa_wizard.errors import CannotWrite, UnreadableDraft, UsageProblem
from sa_wizard.folders import state_dir
from tests.builders import assessment, shipped

NOW = datetime(2026, 11, 28, 10, 15, 3, 250, tzinfo=UTC)
SECOND, HOUR, DAY = timedelta(seconds=1), timedelta(hours=1), timedelta(days=1)
needs_modes = pytest.mark.skipif(os.name == "nt", reason="file modes are a Unix matter")


class Clock:
    """Wall time that only goes when told to."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a draft would be."""
    return tmp_path / "north.sa.json"


def kept(path: Path) -> list[bytes]:
    """What the versions hold, the newest first."""
    return [versions.read(each) for each in versions.listed(path)]


def content(text: str) -> bytes:
    """A draft file with one answer."""
    return store.encode(shipped(), replace(assessment(why__overall=text), id="north"))


# ------------------------------------------------------------------ keeping


def test_a_version_is_a_draft_file_that_anybody_can_unpack(path: Path) -> None:
    made = versions.keep(path, content("One."), now=NOW).version
    assert made is not None
    assert versions.listed(path) == (made,)
    assert made.file.name.startswith("20261128T101503.000250Z_")
    assert made.file.name.endswith(".sa.json.gz")
    assert gzip.decompress(made.file.read_bytes()) == versions.read(made) == content("One.")
    assert (made.time, made.name, made.size) == (NOW, "", made.file.stat().st_size)
    assert made.words is not None
    assert made.words > 50


@needs_modes
def test_versions_are_private_to_their_owner(path: Path) -> None:
    made = versions.keep(path, b"x", now=NOW).version
    assert made is not None
    assert stat.S_IMODE(made.file.stat().st_mode) == 0o600
    for folder in (made.file.parent, versions.root(), state_dir()):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_one_is_kept_a_minute_at_most_and_only_when_something_changed(path: Path) -> None:
    assert versions.keep(path, b"1", now=NOW).version
    assert versions.keep(path, b"2", now=NOW + GAP - SECOND) == versions.Kept(None)
    assert versions.keep(path, b"2", now=NOW + GAP).version
    assert versions.keep(path, b"2", now=NOW + 9 * GAP) == versions.Kept(None)
    assert kept(path) == [b"2", b"1"]


def test_one_with_a_name_is_always_kept(path: Path) -> None:
    versions.keep(path, b"1", now=NOW)
    named = [versions.keep(path, b"1", now=NOW, name="  to the\tboard: 50% é ").version for _ in range(2)]
    assert [each and each.name for each in named] == ["to the board: 50% é"] * 2
    assert [each.name for each in versions.listed(path)] == ["to the board: 50% é", "to the board: 50% é", ""]
    assert len({each.time for each in versions.listed(path)}) == 3


def test_a_named_one_does_not_hold_back_the_next(path: Path) -> None:
    versions.keep(path, b"1", now=NOW, name="first")
    assert versions.keep(path, b"2", now=NOW + SECOND).version


@pytest.mark.parametrize("name", ["", " ", "x" * 61, "अ" * 60, "12", "2026-11", "2026-11-28 the board", "\x00"])
def test_what_cannot_be_a_name_is_refused(name: str) -> None:
    with pytest.raises(UsageProblem):
        versions.named(name)


@settings(deadline=None, max_examples=60)
@given(st.text(min_size=1, max_size=30))
def test_a_name_comes_back_as_it_was_given(name: str) -> None:
    try:
        wanted = versions.named(name)
    except UsageProblem:
        return
    path = Path(f"/nowhere/{len(name)}.sa.json")
    made = versions.keep(path, b"x", now=NOW, name=name).version
    assert made is not None
    assert made.name == wanted
    assert made in versions.listed(path)
    made.file.unlink()


def test_drafts_of_one_name_in_two_folders_have_their_own_and_a_link_has_those_of_its_draft(tmp_path: Path) -> None:
    one, other, link = (tmp_path / name / "north.sa.json" for name in ("a", "b", "c"))
    for each in (one, other, link):
        each.parent.mkdir()
    link.symlink_to(one)
    versions.keep(one, b"1", now=NOW)
    assert versions.listed(other) == ()
    assert kept(link) == [b"1"]
    assert versions.folder(one).name.startswith("north-")


def test_what_is_no_draft_is_kept_as_well_but_not_counted(path: Path) -> None:
    """Before a damaged file is replaced: somebody may be able to mend it."""
    made = versions.keep(path, b"{", now=NOW).version
    assert made is not None
    assert made.words is None
    assert versions.listed(path)[0].words is None


def test_a_clock_that_was_ahead_does_not_stop_versions(path: Path) -> None:
    versions.keep(path, b"1", now=NOW + 900 * DAY)
    assert versions.keep(path, b"2", now=NOW).version
    assert versions.keep(path, b"3", now=NOW + GAP).version
    assert kept(path) == [b"1", b"3", b"2"]


def test_other_files_in_the_folder_are_left_alone(path: Path) -> None:
    versions.keep(path, b"1", now=NOW)
    folder = versions.folder(path)
    odd = ["notes.txt", "20269999T101503.000250Z_1.sa.json.gz", ".x.tmp", "20261128T101503.000250Z_1.sa.json"]
    for name in odd:
        (folder / name).write_text("x")
    assert kept(path) == [b"1"]
    versions.keep(path, b"2", now=NOW + DAY)
    assert all((folder / name).exists() for name in odd)


@pytest.mark.parametrize("harm", ["empty", "cut", "other", "gone"])
def test_a_damaged_version_is_refused_and_holds_nothing_up(path: Path, harm: str) -> None:
    made = versions.keep(path, content("One."), now=NOW).version
    assert made is not None
    whole = made.file.read_bytes()
    if harm == "gone":
        made.file.unlink()
    else:
        made.file.write_bytes({"empty": b"", "cut": whole[:-20], "other": b"x" * 40}[harm])
    if harm != "empty":
        with pytest.raises(UnreadableDraft, match="cannot be read"):
            versions.read(made)
    assert versions.keep(path, content("One."), now=NOW + GAP).version


def test_a_version_too_large_to_be_a_draft_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = versions.keep(path, b"x" * 100, now=NOW).version
    assert made is not None
    monkeypatch.setattr(store, "LARGEST", 99)
    with pytest.raises(UnreadableDraft, match="too large"):
        versions.read(made)


def test_where_none_can_be_kept_a_sentence_says_why(path: Path) -> None:
    state_dir().parent.mkdir(parents=True, exist_ok=True)
    state_dir().write_text("a file where the folder should be", encoding="utf-8")
    told = versions.keep(path, b"1", now=NOW)
    assert told.version is None
    assert told.trouble.startswith("No version of north.sa.json could be kept in ")
    assert versions.listed(path) == ()


def test_a_full_disk_is_said(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise CannotWrite("The disk is full.", "Free some space.")

    monkeypatch.setattr(store, "write", refuse)
    assert versions.keep(path, b"1", now=NOW).trouble == "No version of north.sa.json could be kept. The disk is full."


def test_old_ones_go_when_a_new_one_is_kept(path: Path) -> None:
    for minutes in range(0, 181, 2):
        versions.keep(path, b"%d" % minutes, now=NOW + timedelta(minutes=minutes))
    ages = [NOW + 3 * HOUR - each.time for each in versions.listed(path)]
    assert sum(age < HOUR for age in ages) == 30
    assert sum(age >= HOUR for age in ages) == 3


# ------------------------------------------------------------------ thinning


@dataclass(frozen=True)
class Dated:
    """A version as thinning sees it."""

    time: datetime
    name: str = ""
    size: int = 1
    own: bool = False

    @property
    def promised(self) -> bool:
        return bool(self.name) and not self.own


def ages(stay: tuple[Dated, ...]) -> list[timedelta]:
    """How old those are that stay."""
    return [NOW - each.time for each in stay]


def dated(seconds: int, kind: str) -> Dated:
    """A version so old, of itself, before a leap, or named by a person."""
    return Dated(NOW - timedelta(seconds=seconds), kind, own=kind == "before restoring")


some = st.lists(
    st.builds(
        dated,
        st.integers(-3600, 2 * 24 * 3600) | st.integers(-3600, 200 * 24 * 3600),
        st.sampled_from(("", "", "", "named", "before restoring")),
    ),
    max_size=80,
    unique_by=lambda each: each.time,
)


@settings(max_examples=200)
@given(some)
def test_what_stays(every: list[Dated]) -> None:
    stay = thinning.thin(every, NOW)
    assert set(stay) <= set(every)
    assert list(stay) == sorted(stay, key=lambda each: each.time, reverse=True)
    assert stay[:1] == tuple(sorted(every, key=lambda each: each.time)[-1:])
    assert all(each in stay for each in every if each.promised or NOW - each.time < (DAY if each.own else HOUR))
    for gone in set(every) - set(stay):
        age = NOW - gone.time
        span = HOUR if age < DAY else DAY if age < 31 * DAY else 7 * DAY
        assert any(timedelta(0) < each.time - gone.time < span for each in stay if each.name == gone.name)
    assert thinning.thin(stay, NOW) == stay


@given(some, st.integers(0, 60 * 24 * 3600))
def test_thinning_on_the_way_leaves_one_near_by_too(every: list[Dated], seconds: int) -> None:
    """However often a draft was saved meanwhile, near every version that went there is a newer one that stayed."""
    later = NOW + timedelta(seconds=seconds)
    stay = thinning.thin(thinning.thin(every, NOW), later)
    for gone in set(every) - set(stay):
        age = later - gone.time
        span = HOUR if age < DAY else DAY if age < 31 * DAY else 7 * DAY
        assert any(timedelta(0) < each.time - gone.time < 2 * span for each in stay if each.name == gone.name)


@given(some, st.integers(0, 12), st.integers(0, 40))
def test_they_are_no_more_than_may_be_and_the_newest_and_the_named_are_among_them(
    every: list[Dated], most: int, space: int
) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(thinning, "MOST", most)
        patched.setattr(thinning, "MOST_BYTES", space)
        stay = thinning.thin(every, NOW)
    promised = [each for each in every if each.promised]
    others = sorted((each for each in every if not each.promised), key=lambda each: each.time)
    assert set(promised) | set(others[-1:]) <= set(stay)
    assert len(stay) <= max(min(most, space), len(promised) + bool(others))


def test_what_was_kept_before_a_leap_outlives_the_hour(path: Path) -> None:
    """Else going back to the wrong version could not be mended the next morning."""
    versions.keep(path, b"mine", now=NOW, name="before restoring", own=True)
    for minutes in range(2, 23 * 60, 10):
        versions.keep(path, b"%d" % minutes, now=NOW + timedelta(minutes=minutes))
    found = versions.listed(path)
    assert (found[-1].name, found[-1].own, found[-1].promised) == ("before restoring", True, False)
    assert versions.read(found[-1]) == b"mine"
    for number in range(500):
        versions.keep(path, b"%d" % number, now=NOW + DAY + number * SECOND, name="before restoring", own=True)
    assert len(versions.listed(path)) == thinning.MOST


def test_a_version_is_given_a_name_that_no_other_has(path: Path) -> None:
    made = versions.keep(path, b"1", now=NOW).version
    versions.keep(path, b"2", now=NOW + GAP, name="First")
    assert made is not None
    with pytest.raises(UsageProblem, match="'first' already"):
        versions.call(path, made, "first")
    called = versions.call(path, made, " To the  board ")
    assert called in versions.listed(path)
    assert (called.name, called.promised, versions.read(called)) == ("To the board", True, b"1")
    with pytest.raises(CannotWrite):
        versions.call(path, made, "Again")


def test_a_year_of_versions_every_minute_comes_to_little() -> None:
    every: tuple[Dated, ...] = ()
    for hours in range(365 * 24):
        at = NOW + hours * HOUR
        every = thinning.thin((*every, *(Dated(at - timedelta(minutes=each)) for each in (0, 20, 40))), at)
    left = [at - each.time for each in every]
    assert sum(age < HOUR for age in left) == 3
    assert 22 <= sum(HOUR <= age < DAY for age in left) <= 24
    assert 29 <= sum(DAY <= age < 31 * DAY for age in left) <= 31
    assert 46 <= sum(age >= 31 * DAY for age in left) <= 49


def test_the_newest_of_an_hour_a_day_and_a_week_stays() -> None:
    every = [Dated(NOW - age) for age in (2 * HOUR, 2 * HOUR + SECOND, 2 * DAY, 2 * DAY + HOUR, 41 * DAY, 42 * DAY)]
    assert ages(thinning.thin(every, NOW)) == [2 * HOUR, 2 * DAY, 41 * DAY]


def test_a_name_is_for_ever_and_the_oldest_others_go_first() -> None:
    named = [Dated(NOW - number * DAY, "named") for number in range(100)]
    others = [Dated(NOW - number * SECOND) for number in range(thinning.MOST)]
    stay = thinning.thin([*named, *others], NOW)
    assert len(stay) == thinning.MOST
    assert set(named) <= set(stay)
    assert max(NOW - each.time for each in stay if not each.name) == (thinning.MOST - 101) * SECOND


def test_the_space_is_bounded_and_the_newest_stays_whatever_its_size() -> None:
    large = [Dated(NOW - number * SECOND, size=thinning.MOST_BYTES // 3) for number in range(5)]
    assert ages(thinning.thin(large, NOW)) == [0 * SECOND, SECOND, 2 * SECOND]
    named = [Dated(NOW - number * DAY, "named", thinning.MOST_BYTES) for number in range(1, 3)]
    assert ages(thinning.thin([*named, *large], NOW)) == [0 * SECOND, DAY, 2 * DAY]


# ------------------------------------------------------------------ which one is meant


@pytest.fixture
def in_london(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Summer time, so that local time is not UTC."""
    with monkeypatch.context() as patched:
        patched.setenv("TZ", "Europe/London")
        time_set()
        yield
    time_set()


def time_set() -> None:
    """Let the process follow TZ."""
    import time  # noqa: PLC0415

    if hasattr(time, "tzset"):
        time.tzset()


def at(*when: int, name: str = "") -> Version:
    """A version of a time in UTC."""
    return Version(Path("x"), datetime(*when, tzinfo=UTC), name)  # type: ignore[misc, arg-type]


EVERY = (
    at(2026, 7, 28, 9, 30, name="Before the board"),
    at(2026, 7, 28, 9, 15, 3),
    at(2026, 7, 27, 23, 30),
    at(2026, 3, 1, 12, 0, name="First"),
)


@pytest.mark.usefixtures("in_london")
@pytest.mark.skipif(os.name == "nt", reason="no tzset there")
@pytest.mark.parametrize(
    ("wanted", "number"),
    [
        ("1", 1),
        (" 4 ", 4),
        ("before  the BOARD", 1),
        ("2026-03", 4),
        ("2026-03-01", 4),
        ("2026-07-28T10:15", 2),
        ("2026-07-28 10:15:03", 2),
        ("2026-07-28T09:15Z", 2),
        ("2026-07-27Z", 3),
        ("2026-07-28T00:30", 3),
        ("2026-07-28T10:15:03.000000", 2),
    ],
)
def test_a_version_is_meant_by_number_time_or_name(wanted: str, number: int) -> None:
    assert find(EVERY, wanted) is EVERY[number - 1]


@pytest.mark.usefixtures("in_london")
@pytest.mark.skipif(os.name == "nt", reason="no tzset there")
@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        ("0", "There is no version 0. They are numbered from 1 to 4."),
        ("5", "There is no version 5. They are numbered from 1 to 4."),
        (
            "2026-07-28",
            "3 versions are meant by '2026-07-28'. Choose one of 1 (2026-07-28 10:30:00, “Before the board”);",
        ),
        ("2026-03-02", "There is no version '2026-03-02'. The nearest: 4 (2026-03-01 12:00:00, “First”); 3 "),
        ("2026-13-45", "There is no version '2026-13-45'. The nearest: 1 "),
        ("0000-00", "There is no version '0000-00'. The nearest: 1 "),
        ("before the bored", "The nearest: 1 (2026-07-28 10:30:00, “Before the board”). 'sa-wizard versions DRAFT'"),
        ("", "The nearest: 1 "),
        ("x" * 500, "The nearest: 1 "),
    ],
)
def test_what_names_none_or_several_is_refused_with_the_nearest(wanted: str, told: str) -> None:
    with pytest.raises(UsageProblem) as refused:
        find(EVERY, wanted)
    assert told in str(refused.value)


def test_one_of_a_draft_without_any_is_refused() -> None:
    with pytest.raises(UsageProblem, match="No version of this draft is kept yet"):
        find((), "1")


@given(st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1), timezones=st.just(UTC)))  # noqa: DTZ001 - bounds
def test_the_exact_time_of_a_version_names_it_and_no_other(time: datetime) -> None:
    one = Version(Path("x"), time)
    other = Version(Path("y"), time + timedelta(microseconds=1))
    assert find((other, one), exact(time)) is one
    assert find((one,), local(time)) is one


# ------------------------------------------------------------------ sessions


def opened(path: Path, clock: Clock) -> Session:
    """A session over the draft on disk, its versions dated by the clock."""
    outline, draft = store.load(path)
    return Session(path, outline, draft, keeper=Keeper(clock))


@pytest.fixture
def clock(path: Path) -> Clock:
    """Time under the test's control, and a draft that was written two hours ago."""
    path.write_bytes(content("Old."))
    before = (NOW - 2 * HOUR).timestamp()
    os.utime(path, (before, before))
    return Clock()


def test_the_file_as_it_was_found_and_what_is_saved_are_kept(path: Path, clock: Clock) -> None:
    session = opened(path, clock)
    session.set("why.overall", "New.")
    session.save()
    assert kept(path) == [content("New."), content("Old.")]
    assert [each.time for each in versions.listed(path)] == [NOW, NOW - 2 * HOUR]
    assert session.keeper.trouble == ""


def test_saves_within_a_minute_keep_one(path: Path, clock: Clock) -> None:
    session = opened(path, clock)
    for number in range(120):
        session.set("why.overall", f"New {number}.")
        session.save()
        clock.now += SECOND
    assert kept(path) == [content("New 60."), content("New 0."), content("Old.")]


def test_the_last_minute_of_a_sitting_is_kept_by_the_next(path: Path, clock: Clock) -> None:
    session = opened(path, clock)
    for text in ("One.", "Two."):
        session.set("why.overall", text)
        session.save()
    written = NOW + SECOND
    os.utime(path, (written.timestamp(), written.timestamp()))
    clock.now = NOW + DAY
    session = opened(path, clock)
    session.set("why.overall", "Three.")
    session.save()
    assert kept(path)[:2] == [content("Three."), content("Two.")]
    assert abs(versions.listed(path)[1].time - written) < SECOND


def test_a_file_put_back_with_an_older_date_is_the_newest_all_the_same(path: Path, clock: Clock) -> None:
    versions.keep(path, content("Kept."), now=NOW - HOUR)
    session = opened(path, clock)
    session.set("why.overall", "New.")
    session.save()
    assert kept(path) == [content("Old."), content("Kept.")]
    assert versions.listed(path)[0].time == NOW


def test_a_failed_save_keeps_nothing_new_and_a_session_may_keep_none(
    path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = Session(path, *store.load(path), keeper=Keeper(clock, on=False))
    session.set("why.overall", "New.")
    session.save()
    assert versions.listed(path) == ()

    write = store.write

    def refuse(target: Path, content: bytes, *_: object) -> None:
        if target == path:
            raise CannotWrite("The disk is full.")
        write(target, content)

    session = opened(path, clock)
    session.set("why.overall", "Newer.")
    with monkeypatch.context() as patched:
        patched.setattr(store, "write", refuse)
        with pytest.raises(CannotWrite):
            session.save()
    assert kept(path) == [content("New.")]
    session.save()
    assert store.load(path)[1].text("why.overall") == "Newer."


def test_what_another_program_wrote_meanwhile_is_kept_before_it_is_written_over(path: Path, clock: Clock) -> None:
    """Also within the minute: the author chose between both, and may think again tomorrow."""
    session = opened(path, clock)
    session.set("why.overall", "Mine.")
    session.save()
    path.write_bytes(content("Theirs, and longer."))
    clock.now += 5 * SECOND
    session.met(session.draft, store.load(path)[1], stamp(path))
    session.set("why.overall", "Mine again.")
    session.save()
    found = versions.listed(path)
    assert kept(path)[1] == content("Theirs, and longer.")
    assert [each.name for each in found] == ["", "as another program left it", "", ""]
    assert kept(path)[0] == path.read_bytes(), "the newest is what the draft holds, and not what was written over"
    clock.now += 5 * SECOND
    session.set("why.overall", "And again.")
    session.save()
    assert versions.listed(path) == found


def test_a_share_that_tells_another_time_of_a_file_makes_no_versions(path: Path, clock: Clock) -> None:
    session = opened(path, clock)
    for number in range(3):
        session.set("why.overall", f"Mine {number}.")
        session.save()
        os.utime(path, (NOW.timestamp() + number, NOW.timestamp() + number))
        clock.now += SECOND
    assert [each.name for each in versions.listed(path)] == ["", ""]


def test_a_save_succeeds_where_no_version_can_be_kept_and_says_so(path: Path, clock: Clock) -> None:
    state_dir().parent.mkdir(parents=True, exist_ok=True)
    state_dir().write_text("a file where the folder should be", encoding="utf-8")
    session = opened(path, clock)
    session.set("why.overall", "New.")
    assert session.save()
    assert not session.dirty
    assert "could be kept" in session.keeper.trouble


def test_a_draft_that_goes_on_elsewhere_has_versions_there(path: Path, clock: Clock, tmp_path: Path) -> None:
    session = opened(path, clock)
    other = tmp_path / "other.sa.json"
    other.write_bytes(path.read_bytes())
    session.moved_to(other)
    session.set("why.overall", "New.")
    session.save()
    assert versions.listed(path) == ()
    assert kept(other)[0] in (content("New."), content("Old."))
