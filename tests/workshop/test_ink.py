"""The ink of pages: measured once, the same ever after."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kit import cache
from kit.draw.text.fonts import Fonts
from kit.press.render import coverage
from kit.workshop import ink
from tests.conftest import drawn, painted

CARD, METHOD = drawn("partnerkaart"), drawn("werkwijze")


@pytest.fixture(autouse=True)
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path))
    return tmp_path


def paints_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ink, "pdf_bytes", lambda *_: pytest.fail("painted again"))


def test_each_page_has_its_own_and_it_is_that_of_the_finished_file() -> None:
    found = ink.measured([*CARD, *METHOD, CARD[0]], Fonts())
    assert found[:2] == pytest.approx([coverage(painted("partnerkaart"), page) for page in (0, 1)])
    assert found[0] == found[-1]
    assert len(set(found)) == len(found) - 1


def test_what_was_measured_is_not_painted_again(monkeypatch: pytest.MonkeyPatch) -> None:
    first = ink.measured(CARD, Fonts())
    both = ink.measured([*METHOD, *CARD], Fonts())
    assert both[-2:] == first
    paints_nothing(monkeypatch)
    assert ink.measured([*CARD, *METHOD], Fonts()) == [*first, *both[:-2]]


def test_another_look_is_another_page(monkeypatch: pytest.MonkeyPatch) -> None:
    ink.measured(CARD, Fonts())
    paints_nothing(monkeypatch)
    with pytest.raises(pytest.fail.Exception):
        ink.measured(drawn("partnerkaart", "grey"), Fonts())


def test_without_a_cache_it_is_measured_each_time(empty: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(cache.VARIABLE, cache.OFF)
    assert ink.measured(CARD, Fonts()) == ink.measured(CARD, Fonts())
    assert not list(empty.iterdir())


def test_only_so_many_are_remembered(empty: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ink, "_REMEMBERED", 3)
    ink.measured(CARD, Fonts())
    ink.measured(METHOD, Fonts())
    again = ink.measured([METHOD[0]], Fonts())
    kept = json.loads((empty / "ink.json").read_bytes()[32:])
    assert len(kept) == 3
    paints_nothing(monkeypatch)
    assert ink.measured([METHOD[0]], Fonts()) == again
