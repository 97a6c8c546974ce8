"""What a terminal can show: whether it has colours, and how the parts of what is said look in them."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any, Final, TextIO

import click

_STYLES: Final[Mapping[str, Mapping[str, Any]]] = {
    "place": {"bold": True},
    "error": {"fg": "red", "bold": True},
    "warning": {"fg": "yellow", "bold": True},
    "advice": {"fg": "cyan", "bold": True},
    "gutter": {"fg": "bright_blue"},
    "label": {"fg": "bright_blue"},
}

_WINDOWS_TERMINALS: Final = frozenset({"WT_SESSION", "TERM_PROGRAM", "TERM"})
"""What is set in a window that knows colours; the old one of Windows shows their codes as letters."""


def is_colourful(stream: TextIO, environment: Mapping[str, str], system: str = os.name) -> bool:
    """Whether what is written to a stream may have colours: somebody looks at it and did not say no."""
    if environment.get("NO_COLOR") or environment.get("TERM") == "dumb" or not stream.isatty():
        return False
    return system != "nt" or bool(_WINDOWS_TERMINALS & environment.keys())


def painted(text: str, part: str) -> str:
    """A part of what is said, in its colour."""
    return click.style(text, **_STYLES[part])
