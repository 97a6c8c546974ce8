"""Icons: a name to vector paths on a raster of 24 × 24 (design, section 6)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Final

from kit.draw.geometry import Circle
from kit.draw.paths import Close, Curve, Line, Move, Path, Segment, circle

RASTER: Final = 24
STROKE: Final = 1.75
"""The width of an icon's line on the raster; it scales with the icon."""


@dataclass(frozen=True, slots=True)
class Icon:
    """Lines to stroke and dots to fill, on the raster."""

    strokes: Path
    dots: Path


ICONS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "sun": (
            "O12 12 4.6",
            "M12 4.6 L12 1.8",
            "M17.23 6.77 L19.21 4.79",
            "M19.4 12 L22.2 12",
            "M17.23 17.23 L19.21 19.21",
            "M12 19.4 L12 22.2",
            "M6.77 17.23 L4.79 19.21",
            "M4.6 12 L1.8 12",
            "M6.77 6.77 L4.79 4.79",
        ),
        "cloud": (
            "M7 18.5 C3.6 18.5 2 16.2 2 14 C2 11.4 4 9.8 6.2 9.8 C6.8 6.4 9.4 4.8 12 4.8 C15.2 4.8 17.4 7 17.8 10 "
            "C20.4 10 22 11.8 22 14.2 C22 16.8 20 18.5 17.6 18.5 C14 18.5 10.5 18.5 7 18.5 Z",
        ),
        "art": (
            "M12 2.5 C6.5 2.5 2.5 6.8 2.5 12 C2.5 17.2 6.5 21.5 12 21.5 C14 21.5 14.6 20 13.8 18.6"
            " C12.8 16.8 13.8 15 16 15 C18 15 19 15.2 20 14.4 C21 13.6 21.5 12.8 21.5 11.6 C21.5 6.4 17.2 2.5 12 2.5 Z",
            "D7.2 12.6 1.5",
            "D8.6 7.8 1.5",
            "D13.4 6.4 1.5",
            "D17.4 9.4 1.5",
        ),
        "heritage": (
            "M12 3 L21.5 9 L2.5 9 Z",
            "M5.5 12 L5.5 18",
            "M12 12 L12 18",
            "M18.5 12 L18.5 18",
            "M2.5 21 L21.5 21",
        ),
        "learning": (
            "M12 6.5 C9.5 4.2 6 3.6 2.5 4.2",
            "M12 6.5 C14.5 4.2 18 3.6 21.5 4.2",
            "M2.5 4.2 L2.5 18.8",
            "M21.5 4.2 L21.5 18.8",
            "M12 6.5 L12 21",
            "M12 21 C9.5 18.8 6 18.2 2.5 18.8",
            "M12 21 C14.5 18.8 18 18.2 21.5 18.8",
        ),
        "care": (
            "M12 20.8 C5 16 2.5 12.4 2.5 8.6 C2.5 5.6 4.8 3.6 7.4 3.6 C9.4 3.6 11 4.8 12 6.8 C13 4.8 14.6 3.6 16.6 3.6 "
            "C19.2 3.6 21.5 5.6 21.5 8.6 C21.5 12.4 19 16 12 20.8 Z",
        ),
        "environment": (
            "M4 20 C3 11 8 4 20.5 3.5 C21 15 14 20.5 6.4 17.6",
            "M4 20.8 C6 15.5 9.5 11.5 14.5 9",
        ),
        "work": (
            "M2.5 8 L21.5 8 L21.5 20 L2.5 20 Z",
            "M8.5 8 L8.5 4.2 L15.5 4.2 L15.5 8",
            "M2.5 13.2 L10 13.2",
            "M14 13.2 L21.5 13.2",
            "O12 13.2 1.9",
        ),
        "other": (
            "O12 12 9.5",
            "D7.6 12 1.3",
            "D12 12 1.3",
            "D16.4 12 1.3",
        ),
        "you": (
            "O12 7.6 4.4",
            "M3.5 21 C3.5 16.4 7 14.4 12 14.4 C17 14.4 20.5 16.4 20.5 21",
        ),
        "place": (
            "M12 21.5 C7 16 5 12.6 5 9.6 C5 5.6 8.2 2.8 12 2.8 C15.8 2.8 19 5.6 19 9.6 C19 12.6 17 16 12 21.5 Z",
            "O12 9.6 2.6",
        ),
        "idea": (
            "M9 17.2 C9 14.8 5.6 13.4 5.6 9.2 C5.6 5.4 8.4 2.6 12 2.6 C15.6 2.6 18.4 5.4 18.4 9.2"
            " C18.4 13.4 15 14.8 15 17.2",
            "M9 17.2 L15 17.2",
            "M9.8 20.6 L14.2 20.6",
        ),
        "card": (
            "M5 2.8 L19 2.8 L19 21.2 L5 21.2 Z",
            "M8.4 8 L15.6 8",
            "M8.4 12 L15.6 12",
            "M8.4 16 L12.6 16",
        ),
        "flag": (
            "M5 21.5 L5 2.8",
            "M5 3.6 C9 1.6 13 6 19.5 3.4",
            "M19.5 3.4 L19.5 12.6",
            "M5 12.8 C9 10.8 13 15.2 19.5 12.6",
        ),
        "clock": (
            "O12 12 9.5",
            "M12 6.4 L12 12 L16 14.4",
        ),
    }
)
"""``O`` is a circle and ``D`` a filled dot (x, y, radius); the rest are path commands, each with its own letter."""


@cache
def icon(name: str) -> Icon:
    """The paths of an icon; KeyError for an unknown name."""
    parts = ICONS[name]
    strokes = tuple(segment for part in parts if part[0] != "D" for segment in _path(part))
    dots = tuple(segment for part in parts if part[0] == "D" for segment in _path(part))
    return Icon(strokes, dots)


def _path(part: str) -> Path:
    if part[0] in "OD":
        return circle(Circle(*map(float, part[1:].split())))
    return tuple(_segments(part.split()))


def _segments(tokens: list[str]) -> Iterator[Segment]:
    values = iter(tokens)
    for token in values:
        command, first = token[0], token[1:]
        if command == "Z":
            yield Close()
        elif command == "C":
            yield Curve(float(first), *(float(next(values)) for _ in range(5)))
        else:
            yield (Move if command == "M" else Line)(float(first), float(next(values)))
