"""What changed on the disk, and when a save is done."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.watch.changes import Saves, differences, is_private, snapshot


def test_a_save_is_told_once_it_is_done() -> None:
    saves = Saves({"a": (1,)}, still=1, most=10)
    assert saves.seen({"a": (1,)}, 0) == frozenset()
    assert saves.seen({"a": (2,)}, 1) == saves.seen({}, 1.5) == saves.seen({"a": (3,)}, 2) == frozenset()
    assert saves.seen({"a": (3,)}, 2.9) == frozenset()
    assert saves.seen({"a": (3,)}, 3) == {"a"}
    assert saves.seen({"a": (3,)}, 4) == frozenset()


def test_what_is_as_before_when_the_save_is_done_is_no_change() -> None:
    saves = Saves({"a": (1,)}, still=1)
    assert saves.seen({}, 0) == saves.seen({"a": (1,)}, 0.5) == saves.seen({"a": (1,)}, 9) == frozenset()


def test_who_keeps_saving_does_not_keep_it_waiting() -> None:
    saves = Saves({}, still=1, most=3)
    told = [bool(saves.seen({"a": (i,)}, i * 0.5)) for i in range(14)]
    assert told == [False] * 6 + [True] + [False] * 6 + [True]


def test_a_place_that_is_looked_at_later_is_no_change_and_hides_none() -> None:
    saves = Saves({"a": (1,)}, still=0)
    saves.also({"a": (2,), "b": (1,)})
    assert saves.seen({"a": (1,), "b": (1,)}, 0) == frozenset()
    assert saves.seen({"a": (2,), "b": (1,)}, 1) == {"a"}


SNAPSHOTS = st.dictionaries(st.sampled_from("abc"), st.tuples(st.integers(0, 3)))


@given(st.lists(st.tuples(SNAPSHOTS, st.floats(0.01, 1))), SNAPSHOTS)
def test_after_any_saves_all_that_differs_has_been_told(
    steps: list[tuple[dict[str, tuple[int]], float]], first: dict[str, tuple[int]]
) -> None:
    saves, now, dealt = Saves(first, still=0.3), 0.0, dict(first)
    for found, seconds in steps:
        now += seconds
        for path in saves.seen(found, now):
            dealt.pop(path, None)
            dealt |= {path: found[path]} if path in found else {}
    last = steps[-1][0] if steps else first
    dealt_after = saves.seen(last, now + 10)
    assert differences(dealt, last) == dealt_after
    assert saves.seen(last, now + 20) == frozenset()


def test_every_kind_of_change_is_seen(tmp_path: Path) -> None:
    file = tmp_path / "sheets" / "a.yaml"
    file.parent.mkdir()

    before = [snapshot([tmp_path])]

    def changed() -> set[str]:
        before.append(snapshot([tmp_path]))
        found = differences(*before[-2:])
        return {Path(path).relative_to(tmp_path).as_posix() for path in found}

    file.write_text("a")
    assert changed() == {"sheets/a.yaml"}
    file.write_text("abc")
    assert changed() == {"sheets/a.yaml"}
    file.chmod(0o400)
    assert changed() == {"sheets/a.yaml"}
    file.rename(tmp_path / "b.yaml")
    assert changed() == {"sheets/a.yaml", "b.yaml"}
    file.parent.rmdir()
    assert changed() == {"sheets"}
    (tmp_path / "b.yaml").unlink()
    (tmp_path / "b.yaml").symlink_to(tmp_path / "nowhere")
    assert changed() == {"b.yaml"}
    assert changed() == set()


def test_a_place_that_is_not_there_is_looked_at_too(tmp_path: Path) -> None:
    place = tmp_path / "nl"
    before = snapshot([place])
    place.mkdir()
    assert differences(before, snapshot([place])) == {str(place)}


def test_what_is_made_and_a_link_to_itself_are_not_looked_into(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "a.pdf").touch()
    (tmp_path / "again").symlink_to(tmp_path)
    found = snapshot([tmp_path], tmp_path / "out")
    assert not [path for path in found if path.endswith("a.pdf") and "again" not in path]
    assert len(found) < 20


@pytest.mark.parametrize(
    ("name", "private"),
    [(".kit.yaml.swp", True), ("kit.yaml~", True), ("#kit.yaml#", True), ("kit.yaml.tmp", True), ("kit.yaml", False)],
)
def test_what_editors_keep_for_themselves_is_not_looked_at(tmp_path: Path, name: str, private: bool) -> None:
    (tmp_path / name).touch()
    assert is_private(name) == private == (str(tmp_path / name) not in snapshot([tmp_path]))
