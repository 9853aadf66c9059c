"""What is left out when something is drawn again is what nobody would have seen."""

import random
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from textual._compositor import Compositor
from textual.geometry import Region
from textual.strip import Strip
from textual.widgets._toast import Toast

from sa_wizard.sitting.desk import Desk
from sa_wizard.tui.app import WizardApp
from sa_wizard.tui.front import Front
from tests.tui.driving import draft_at, settle, wizard

TOPICS = [{"name": f"Problem {number}", "count": number} for number in range(30)]
Render = tuple[Region, Region, list[Strip]]
KEYS = ("tab", "f2", "escape", "f7", "f6", "x", "enter", "pagedown", "f8")


class Whole(Front):
    """Textual's own way to the same."""

    def _get_renders(self, crop: Region | None = None) -> Iterable[Render]:  # type: ignore[override]  # as there
        return Compositor._get_renders(self, crop)


def drawn(of: Front, crop: Region) -> list[str]:
    """What is seen of every line within a region, with its styles."""
    chops = of._render_chops(crop, crop.line_range.__contains__)
    lines = [_line(chops[y], of.cuts[y]) for y in crop.line_range]
    return [repr(list(line.crop(crop.x, crop.right).simplify())) for line in lines]


def _line(chops: Mapping[int, Strip | None], cuts: Sequence[int]) -> Strip:
    """One line; what nobody wanted is blank."""
    return Strip.join([chops[cut] or Strip.blank(end - cut) for cut, end in pairwise(cuts)])


@pytest.mark.parametrize("size", [(80, 24)])
async def test_any_part_of_any_screen_is_drawn_as_textual_draws_it(tmp_path: Path, size: tuple[int, int]) -> None:
    """Forms, the drawer over them, entries, lists, toasts: a walk through the sections."""
    chance = random.Random(size[0])  # noqa: S311 - a walk, not a secret
    draft = draft_at(tmp_path / "d.sa.json", why__overall="Robbery rose. " * 90, levels__topics=TOPICS)
    desk = Desk()
    desk.open(draft)
    app = WizardApp(desk, "why.overall")
    compared, screens, toasts = 0, set[str](), 0
    async with app.run_test(size=size, notifications=True) as pilot:
        await settle(pilot)
        for step in range(16):
            if step % 4 == 3:
                app.say("Something in passing.")
            await pilot.press(chance.choice(KEYS))
            await settle(pilot)
            ours = app.screen._compositor
            if not isinstance(ours, Front):
                continue
            screens.add(type(app.screen).__name__)
            toasts += len(app.screen.query(Toast))
            for _ in range(8):
                x, y = chance.randrange(size[0]), chance.randrange(size[1])
                crop = Region(x, y, chance.randint(1, size[0] - x), chance.randint(1, size[1] - y))
                spared = drawn(ours, crop)
                ours.__class__ = Whole
                whole = drawn(ours, crop)
                ours.__class__ = Front
                assert spared == whole, crop
                compared += 1
    assert compared >= 8 * 12
    assert screens >= {"EditScreen", "EntryScreen"}
    assert toasts


async def test_a_key_renders_what_it_changed_and_nothing_behind_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = draft_at(tmp_path / "d.sa.json", why__overall="Robbery rose.")
    rendered: list[int] = []
    renders = Front._get_renders

    def counted(self: Front, crop: Region | None = None) -> list[Render]:
        found = list(renders(self, crop))
        rendered.append(len(found))
        return found

    async with wizard(draft, "why.overall") as (_, pilot):
        monkeypatch.setattr(Front, "_get_renders", counted)
        await pilot.press("x")
        await settle(pilot)
    assert rendered[0] == 1
