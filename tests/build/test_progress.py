"""Steps that are counted for whoever shows a bar."""

from kit.build.progress import counter


def test_each_step_is_told_with_how_many_there_are() -> None:
    told: list[tuple[int, int]] = []
    step = counter(2, lambda done, of: told.append((done, of)))
    step()
    step()
    assert told == [(1, 2), (2, 2)]


def test_nobody_has_to_listen() -> None:
    counter(1, None)()
