"""Garbage is looked for as ever once the program has started: nothing may leave it put off."""

import gc
from collections.abc import Iterator

import pytest

from sa_wizard import collecting


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    """Whatever a test does to the collector of this process."""
    usual = gc.get_threshold()
    yield
    collecting.begin()
    gc.unfreeze()
    gc.set_threshold(*usual)


def test_it_is_put_off_and_begun_once() -> None:
    usual = gc.get_threshold()
    collecting.put_off()
    collecting.put_off()
    assert gc.get_threshold()[0] > usual[0]
    collecting.begin()
    assert gc.get_threshold() == usual
    frozen = gc.get_freeze_count()
    collecting.begin()
    assert gc.get_freeze_count() == frozen, "what comes later is looked through"
