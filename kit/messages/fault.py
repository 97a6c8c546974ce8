"""What the program did not foresee, as something to send to who maintains it: where it went wrong, and nothing else."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from traceback import StackSummary, extract_tb
from typing import Final

from kit import __version__
from kit.diagnostics import Diagnostic

_ROOT: Final = Path(__file__).parents[2]
_MOST: Final = 6
"""So many places are told, the last ones: enough to find it by, and few enough to send."""


def fault(error: Exception, command: Sequence[str]) -> Diagnostic:
    """That kit itself is at fault, with a report.

    The report holds versions, the command without its values, the kind of error and the places in the program. What an
    error says of itself stays out: it may hold a name or a text of a user.
    """
    python = ".".join(map(str, sys.version_info[:3]))
    places = " > ".join(_places(extract_tb(error.__traceback__)))
    versions = f"kit {__version__}, Python {python} ({sys.platform})"
    parts = (versions, _without_values(command), type(error).__name__, places)
    return Diagnostic("fault", {"report": "; ".join(parts)})


def _without_values(command: Sequence[str]) -> str:
    """The command and the names of its options: what somebody typed behind these may be a name."""
    options = [word.partition("=")[0] for word in command[1:] if word.startswith("--")]
    return " ".join(["kit", *(word for word in command[:1] if word.replace("-", "").isalpha()), *options])


def _places(frames: StackSummary) -> Iterator[str]:
    for frame in frames[-_MOST:]:
        file = Path(frame.filename)
        # Of a library the name is enough: where it is installed may tell who the user is.
        shown = file.relative_to(_ROOT) if file.is_relative_to(_ROOT / "kit") else Path(*file.parts[-2:])
        yield f"{shown.as_posix()}:{frame.lineno} {frame.name}"
