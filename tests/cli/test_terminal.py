"""When what is said has colours."""

import io

import pytest

from kit.cli import terminal


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "environment", "system", "colourful"),
    [
        (Terminal(), {}, "posix", True),
        (Terminal(), {"NO_COLOR": ""}, "posix", True),
        (Terminal(), {"NO_COLOR": "1"}, "posix", False),
        (Terminal(), {"TERM": "dumb"}, "posix", False),
        (Terminal(), {}, "nt", False),
        (Terminal(), {"WT_SESSION": "0"}, "nt", True),
        (io.StringIO(), {"TERM": "xterm"}, "posix", False),
    ],
)
def test_colours_are_for_somebody_who_looks(
    stream: io.StringIO, environment: dict[str, str], system: str, colourful: bool
) -> None:
    assert terminal.is_colourful(stream, environment, system) is colourful


def test_every_part_of_what_is_said_has_a_colour() -> None:
    for part in ("place", "error", "warning", "advice", "gutter", "label"):
        assert terminal.painted("x", part) != "x"
