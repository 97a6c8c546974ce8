"""The table of two builds side by side, from figures that are made up: no test watches the clock."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from benchmarks import against
from benchmarks.against import CACHES, Cache, Figures, Row, Who, line, order, peak, seconds, size, table, times, verdict
from benchmarks.processes import Used, usual
from benchmarks.revisions import Build


def figures(before: float, now: float, typst: float = 0) -> Figures:
    measured: dict[tuple[Who, Cache], list[Used]] = {}
    for cache in CACHES:
        measured["before", cache] = [Used(before * i, peak=10 * i, size=59_400) for i in (1, 3, 2)]
        measured["now", cache] = [Used(now * i, peak=i, size=41_000) for i in (1, 3, 2)]
    measured["typst", "off"] = [Used(typst)] * 3
    return measured


SECONDS = Row("a", "a", seconds, floor=0.5, aim=0.35)
TYPST = Row("a", "a", times, "times", 6, 8, relative=False, most=False)
PEAK = Row("a", "a", peak, "MB", 3, 2, relative=False)


def test_a_figure_is_the_median_the_highest_peak_or_the_mean_bytes() -> None:
    found = figures(2, 1, typst=6)
    assert (seconds(found, "before", "kept"), seconds(found, "now", "off")) == (4, 2)
    assert (peak(found, "before", "off"), size(found, "before", "kept")) == (30, 59.4)
    assert (times(found, "before", "kept"), times(found, "now", "kept")) == (1.5, 3)


@pytest.mark.parametrize(("now", "found"), [(0.35, "aim"), (0.36, "floor"), (0.5, "floor"), (0.51, "**missed**")])
def test_seconds_are_held_against_those_before(now: float, found: str) -> None:
    assert verdict(SECONDS, figures(1, now)) == found


@pytest.mark.parametrize(("typst", "found"), [(16, "aim"), (15, "floor"), (12, "floor"), (11, "**missed**")])
def test_of_how_many_times_as_fast_more_is_better(typst: float, found: str) -> None:
    assert verdict(TYPST, figures(1, 1, typst)) == found


def test_a_peak_is_held_against_megabytes() -> None:
    assert verdict(PEAK, figures(1, 1)) == "floor"
    assert verdict(Row("a", "a", peak), figures(1, 1)) == ""


def test_a_line_has_both_builds_with_what_is_kept_and_without() -> None:
    assert line(SECONDS, figures(1, 0.3)) == (
        "| a | 2.000 s | 0.600 s | 0.30 | 2.000 s | 0.600 s | 0.30 | 0.5 | 0.35 | aim |"
    )


def test_the_table_has_what_was_measured_and_every_line_as_many_cells() -> None:
    lines = [*table({"lier": figures(1, 1), "flanders": figures(1, 1)})]
    assert [one.split("|")[1].strip() for one in lines[2:]] == [
        "`kit bubbles Lier`",
        "285 files",
        "285 files, peak memory",
        "a named sheet",
    ]
    assert len({one.count("|") for one in lines}) == 1
    assert {row.case for row in against.ROWS} == set(against.CASES)


def test_whoever_is_first_in_a_round_is_last_in_the_next() -> None:
    first, second = [*order(0, by_typst=False)], [*order(1, by_typst=True)]
    assert [who for who, _ in first] == ["now", "before"] * 2
    assert [who for who, _ in second] == ["before", "now"] * 2 + ["typst"]
    assert {*first} == {*second} - {("typst", "off")}


def test_the_first_round_fills_the_cache_of_each_build_and_is_not_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[tuple[str, str]] = []

    def measure(place: against.Place) -> Used:
        assert not [*place.folder.iterdir()]
        seen.append((place.build.folder.name, place.variables["KIT_CACHE"]))
        return Used(len(seen))

    monkeypatch.setattr(against, "CASES", {"a": measure})
    builds: Mapping[str, Build] = {who: Build(Path(who)) for who in ("before", "now")}
    found = against.figures("a", builds, tmp_path, 2)
    assert {key: len(used) for key, used in found.items()} == dict.fromkeys(
        [(who, cache) for who in ("before", "now") for cache in CACHES], 2
    )
    assert min(used.processor for rounds in found.values() for used in rounds) == 5
    assert {*seen} == {(who, kept) for who in ("before", "now") for kept in ("off", str(tmp_path / f"cache-{who}"))}


def test_a_process_has_no_variables_of_python_from_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    assert usual({"KIT_CACHE": "off"})["KIT_CACHE"] == "off"
    assert not [name for name in usual() if name.startswith("PYTHON")]
