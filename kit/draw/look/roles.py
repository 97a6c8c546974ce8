"""The roles that layouts name: what each kind of text and line looks like. No layout holds a size or a colour.

Type: design section 4; sizes in pt, leading in mm, tracking in pt. Lines: design section 6; widths in mm for the
editions colour / grey / low-ink.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal

Family = Literal["Poppins", "Fira Sans", "Fira Sans Condensed"]

POPPINS: Final = "Poppins"
FIRA: Final = "Fira Sans"
CONDENSED: Final = "Fira Sans Condensed"


@dataclass(frozen=True, slots=True)
class TextRole:
    """A kind of text. ``minimum`` 0 means that it never shrinks; a hint turns ink where ink is saved on areas.

    ``outline``: how wide, in mm, the outline is that letters have instead of a filling, where ink is saved.
    """

    family: Family
    weight: int
    size: float
    leading: float = 0
    tracking: float = 0
    tone: str = "ink"
    minimum: float = 0
    hint: bool = False
    outline: float = 0


@dataclass(frozen=True, slots=True)
class StrokeRole:
    """A kind of line. ``dash``: lengths of dashes and gaps in mm."""

    widths: tuple[float, float, float]
    tone: str = "ink"
    dash: tuple[float, ...] = ()
    round_ends: bool = True


def _hint(size: float, leading: float = 0, minimum: float = 0) -> TextRole:
    return TextRole(FIRA, 400, size, leading, tone="grey", minimum=minimum, hint=True)


_BORDER_DASH: Final = (3.2, 1.9, 0, 1.9)
_LIMIT_DASH: Final = (2.4, 2.4)

CORNER: Final = 4.5
"""The radius of the corners of boxes, in mm."""


@dataclass(frozen=True, slots=True)
class Sign:
    """How strengths and limits are known without reading: an icon, and the tones of lines and of letters."""

    icon: str
    line: str
    dark: str


Kind = Literal["strength", "limit"]

SIGNS: Final[Mapping[Kind, Sign]] = MappingProxyType(
    {"strength": Sign("sun", "strength-line", "strength-dark"), "limit": Sign("cloud", "limit", "limit")}
)

TEXTS: Final[Mapping[str, TextRole]] = MappingProxyType(
    {
        # every sheet
        "brand": TextRole(CONDENSED, 700, 10.5, tracking=0.95, tone="bridge"),
        "sheet-title": TextRole(POPPINS, 700, 27, minimum=22),
        "subtitle": TextRole(FIRA, 400, 12.5, 5.4, tone="grey", minimum=11, hint=True),
        "url": TextRole(CONDENSED, 500, 9.5, 3.65),
        "name-field": TextRole(CONDENSED, 500, 10, tone="grey", minimum=9, hint=True),
        "part-title": TextRole(POPPINS, 700, 14, minimum=12),
        "printed-field": TextRole(FIRA, 500, 11.5, minimum=9),
        "printed-lines": TextRole(FIRA, 500, 9.5, 3.9, minimum=9),
        "printed-name": TextRole(POPPINS, 600, 15, minimum=11.5),
        "printed-name-lines": TextRole(POPPINS, 600, 11.5, 4.6, minimum=10),
        "footer": TextRole(CONDENSED, 500, 8.5, tone="grey", hint=True),
        "version": TextRole(CONDENSED, 400, 8.5, tone="grey", hint=True),
        "step-label": TextRole(CONDENSED, 700, 12, tracking=1.2, minimum=10.5),
        "step-head": TextRole(POPPINS, 700, 20, minimum=17),
        "step-digit-17": TextRole(POPPINS, 700, 61),
        "step-digit-14": TextRole(POPPINS, 700, 50),
        "step-digit-12": TextRole(POPPINS, 700, 44),
        "step-digit-4": TextRole(POPPINS, 700, 17),
        "step-digit-2": TextRole(POPPINS, 700, 10),
        "step-mark": TextRole(CONDENSED, 700, 10.5, tracking=1.0, minimum=9.5),
        "section-head": TextRole(POPPINS, 700, 15.5, minimum=14),
        "field-label": TextRole(CONDENSED, 700, 10.5, tracking=0.6, minimum=9.5),
        "tick-label": TextRole(FIRA, 600, 11.5, minimum=11),
        # canvas 1
        "step-subhead": TextRole(FIRA, 600, 12.5, minimum=11.5),
        "step-question": _hint(11, 4.9, minimum=10.5),
        "column-note": TextRole(FIRA, 600, 10.5),
        "box-example": _hint(10.5, minimum=10),
        "start": TextRole(POPPINS, 700, 14, tone="you", minimum=12),
        "bubble-head": TextRole(POPPINS, 700, 17, minimum=15),
        "bubble-hint": _hint(10.5, 4.7),
        "onward": TextRole(POPPINS, 700, 14, minimum=12),
        "onward-hint": _hint(11, minimum=10.5),
        "onward-word": TextRole(FIRA, 600, 11.5, minimum=10.5),
        # canvas 2
        "exercise-hint": _hint(11.5, minimum=10.5),
        "rail-letter": TextRole(POPPINS, 700, 14, tone="bridge"),
        "rail-head": TextRole(POPPINS, 700, 14, minimum=13),
        "rail-hint": _hint(10.5),
        "rail-text": TextRole(FIRA, 400, 11, 4.9, minimum=10.5),
        "rail-note": TextRole(FIRA, 600, 10.5, tone="bridge"),
        "partner-you": TextRole(POPPINS, 700, 14, tone="you", minimum=12),
        "partner-label": TextRole(CONDENSED, 600, 9.5, tone="bridge"),
        "table-head": TextRole(CONDENSED, 700, 10.5, tracking=0.5, minimum=9.5),
        "table-tick-head": TextRole(CONDENSED, 600, 10.5, 3.8, minimum=9.5),
        "combination-digit": TextRole(POPPINS, 700, 11, tone="bridge"),
        # partner card
        "card-title": TextRole(POPPINS, 700, 17, minimum=15),
        "card-url": TextRole(CONDENSED, 500, 8.5, 3.5),
        "card-owner": TextRole(CONDENSED, 500, 9.5, 3.3, tone="grey", minimum=8.5, hint=True),
        "card-label": TextRole(CONDENSED, 700, 10.5, tracking=0.7, tone="bridge", minimum=9.5),
        "card-head": TextRole(FIRA, 600, 12, minimum=11),
        "card-hint": _hint(10.5),
        "card-row": TextRole(FIRA, 400, 10.5),
        "card-row-hint": _hint(10.5),
        "card-contact": TextRole(CONDENSED, 400, 10, tone="grey", minimum=9),
        "card-back-title": TextRole(POPPINS, 700, 16, minimum=14),
        "card-term": TextRole(FIRA, 600, 11.5, tone="bridge", minimum=10.5),
        "card-definition": TextRole(FIRA, 400, 10.5, 4.9),
        "card-back-label": TextRole(CONDENSED, 600, 10.5, tone="bridge", minimum=9.5),
        # bubble sheet
        "bubble-sheet-title": TextRole(POPPINS, 700, 22, minimum=19),
        "instruction": TextRole(FIRA, 400, 12, 4.85),
        "instruction-number": TextRole(POPPINS, 700, 11, tone="bridge"),
        "start-tab": TextRole(POPPINS, 700, 10.5, tone="you", minimum=9.5),
        "arc": TextRole(CONDENSED, 700, 10, tracking=1.3, tone="bridge"),
        "arc-centre": TextRole(CONDENSED, 700, 10.5, tracking=1.56, tone="you"),
        "arc-small": TextRole(CONDENSED, 700, 13.7, tracking=1.9, tone="bridge"),
        "arc-centre-small": TextRole(CONDENSED, 700, 14.5, tracking=1.9, tone="you"),
        "pill-label": TextRole(CONDENSED, 700, 9.5, tracking=0.55, tone="bridge"),
        "pill-label-centre": TextRole(CONDENSED, 700, 9.5, tracking=0.85, tone="you"),
        "legend": TextRole(CONDENSED, 500, 10),
        "municipality": TextRole(POPPINS, 600, 15, minimum=11.5),
        "municipality-lines": TextRole(POPPINS, 600, 12.5, 4.9, minimum=11.5),
        "municipality-third": TextRole(POPPINS, 600, 11.5, 4.4, minimum=10.5),
        "municipality-centre": TextRole(POPPINS, 700, 22, minimum=15),
        "north": TextRole(POPPINS, 700, 11),
        "sheet-digit": TextRole(POPPINS, 700, 13, tone="bridge"),
        "sheet-number": TextRole(FIRA, 600, 12, minimum=11),
        "tile": TextRole(CONDENSED, 500, 8.5),
        "elsewhere": TextRole(CONDENSED, 400, 10, 4.2, minimum=9.5),
        "continued": TextRole(CONDENSED, 700, 12, tracking=1.2, tone="you"),
        "continued-own": TextRole(FIRA, 400, 12, 5.6, minimum=10.5),
        "continued-head": TextRole(FIRA, 600, 11, minimum=10),
        "continued-names": TextRole(FIRA, 400, 10.5, 4.8, minimum=10),
        "actor": TextRole(CONDENSED, 500, 10.5),
        "actor-full": TextRole(CONDENSED, 500, 9.5),
        "actor-more": TextRole(CONDENSED, 600, 10.5, tone="bridge"),
        # actor list
        "actors-lead": TextRole(FIRA, 500, 11.5, minimum=10.5),
        "actors-half": TextRole(FIRA, 600, 11.5, minimum=10.5),
        "actors-head": TextRole(CONDENSED, 700, 9.5, tracking=0.6, tone="grey", hint=True),
        "actors-municipality": TextRole(POPPINS, 600, 13, minimum=11.5),
        "actors-name": TextRole(FIRA, 400, 10.5, 4.4, minimum=9),
        "actors-sector": TextRole(CONDENSED, 400, 10, 4.4, tone="grey", minimum=9, hint=True),
        "actors-missing": TextRole(POPPINS, 700, 14, minimum=12),
        # what is typed in the digital edition
        "typed": TextRole(FIRA, 400, 13, minimum=11),
        "typed-name": TextRole(FIRA, 400, 11.5, minimum=9.5),
        "typed-cell": TextRole(FIRA, 400, 11.5, minimum=9),
        "typed-note": TextRole(FIRA, 400, 9.5, tone="grey", minimum=8.5, hint=True),
        "typed-footer": TextRole(FIRA, 400, 8, tone="grey", hint=True),
        # inspiration list
        "cluster": TextRole(POPPINS, 700, 15.5, minimum=13),
        "sector": TextRole(POPPINS, 600, 12.5, 5.2, minimum=11.5),
        "examples": TextRole(FIRA, 400, 11.5, 5.1),
        "examples-tight": TextRole(FIRA, 400, 11.5, 5.0),
        "examples-small": TextRole(FIRA, 400, 11, 5.0),
        "list-legend": TextRole(FIRA, 400, 10.5, minimum=10),
        "list-note": _hint(10.5, 4.9, minimum=10),
        "tile-title": TextRole(POPPINS, 600, 12.5, 5.2, minimum=11),
        "tile-line": _hint(10),
        "tile-words": _hint(10.5, 4.9, minimum=10),
        "question-mark": TextRole(POPPINS, 700, 16),
        # method
        "method-intro": TextRole(FIRA, 500, 12, 5.5, minimum=11),
        "method-label": TextRole(CONDENSED, 700, 12, tracking=1.4, minimum=10.5),
        "method-duration": _hint(11, minimum=10.5),
        "method-head": TextRole(POPPINS, 700, 19, minimum=16),
        "method-text": TextRole(FIRA, 400, 11.5, 5.4),
        "method-text-small": TextRole(FIRA, 400, 11, 5.0),
        "method-example": _hint(11, 5.0),
        "method-example-small": _hint(10.5, 4.7),
        "caption": TextRole(CONDENSED, 500, 10, tone="grey", hint=True),
        "picture-word": TextRole(FIRA, 600, 11, minimum=10),
        "term-text": TextRole(FIRA, 400, 10.5, 5.0),
        # run sheet
        "run-head": TextRole(POPPINS, 700, 15, minimum=14),
        "run-hint": _hint(11, minimum=10.5),
        "run-time": TextRole(FIRA, 600, 12),
        "run-name": TextRole(FIRA, 600, 12, minimum=10.5),
        "run-text": TextRole(FIRA, 400, 11, minimum=10.5),
        "run-minutes": TextRole(FIRA, 600, 11, minimum=10),
        "run-table-head": TextRole(CONDENSED, 700, 9.5, tracking=0.6, tone="grey", hint=True),
        "run-item": TextRole(FIRA, 400, 11, minimum=10.5),
        "run-sheet-name": TextRole(FIRA, 600, 11, minimum=10),
        "run-paper": TextRole(CONDENSED, 400, 11, minimum=10),
        "run-note": TextRole(FIRA, 400, 11, 5.4),
        # print and cut list
        "print-lead": TextRole(FIRA, 500, 12, minimum=10.5),
        "print-head": TextRole(CONDENSED, 700, 9.5, tracking=0.6, tone="grey", hint=True),
        "print-group": TextRole(POPPINS, 700, 11.5, minimum=10.5),
        "print-name": TextRole(FIRA, 600, 11, minimum=10),
        "print-file": TextRole(CONDENSED, 400, 9, tone="grey", hint=True),
        "print-count": TextRole(FIRA, 600, 12, minimum=11),
        "print-paper": TextRole(CONDENSED, 400, 11, minimum=10),
        "print-usual": TextRole(CONDENSED, 400, 10.5, 4.3, tone="grey", minimum=10, hint=True),
        "print-unusual": TextRole(CONDENSED, 600, 10.5, 4.3, minimum=10),
        "print-ink": TextRole(CONDENSED, 400, 11),
        "print-totals": TextRole(FIRA, 400, 11, 5.2, minimum=10.5),
        "print-settings-head": TextRole(POPPINS, 700, 14, minimum=12.5),
        "print-settings": TextRole(FIRA, 400, 11, 5.2, minimum=10.5),
        # table card
        "step-digit-5": TextRole(POPPINS, 700, 20),
        "table-label": TextRole(CONDENSED, 700, 16, tracking=2.2, tone="you"),
        "table-number-1": TextRole(POPPINS, 700, 200, outline=1.2),
        "table-number-2": TextRole(POPPINS, 700, 140, outline=1.2),
        "table-when": _hint(11, 4.7, minimum=9.5),
        "table-seats": TextRole(FIRA, 600, 11, tone="grey", hint=True),
        "table-name": TextRole(POPPINS, 600, 13, minimum=11),
        "table-of": TextRole(CONDENSED, 400, 9.5, tone="grey", minimum=8.5, hint=True),
        "table-name-tight": TextRole(POPPINS, 600, 11),
        "table-of-tight": TextRole(CONDENSED, 400, 8.5, 3.3, tone="grey", hint=True),
        "table-text": TextRole(FIRA, 400, 10.5, 4.8),
        "table-step": TextRole(POPPINS, 600, 12.5, minimum=11),
        "table-fold": TextRole(CONDENSED, 500, 8.5, tone="grey", hint=True),
        # cover
        "cover-title": TextRole(POPPINS, 700, 36, minimum=27),
        "cover-subtitle": TextRole(FIRA, 400, 15, tone="grey", minimum=12.5, hint=True),
        "cover-label": TextRole(CONDENSED, 700, 10.5, tracking=0.6, tone="bridge", minimum=9.5),
        "cover-value": TextRole(FIRA, 500, 12, 5, minimum=10),
        "cover-head": TextRole(POPPINS, 700, 15, minimum=14),
        "cover-count": TextRole(FIRA, 600, 12, minimum=10),
        "cover-name": TextRole(POPPINS, 600, 12.5, minimum=11),
        "cover-paper": TextRole(FIRA, 400, 11, tone="grey", minimum=10, hint=True),
        "cover-note": TextRole(FIRA, 400, 11, 5, minimum=10.5),
        # printer test
        "test-subtitle": _hint(12, minimum=11),
        "test-number": TextRole(POPPINS, 700, 9.5, tone="bridge"),
        "test-head": TextRole(POPPINS, 700, 12.5, minimum=11.5),
        "test-text": TextRole(FIRA, 400, 11, 5.1, minimum=10.5),
        "test-ruler": TextRole(CONDENSED, 600, 8),
        "test-edge-digit": TextRole(CONDENSED, 600, 7),
        "test-label": TextRole(CONDENSED, 500, 9.5),
        "test-label-marked": TextRole(CONDENSED, 600, 9.5),
        "test-size": TextRole(CONDENSED, 500, 9.5, tone="grey", hint=True),
        "test-sample-6": TextRole(FIRA, 400, 6),
        "test-sample-7": TextRole(FIRA, 400, 7),
        "test-sample-8": TextRole(FIRA, 400, 8),
        "test-sample-8.5": TextRole(FIRA, 400, 8.5),
        "test-sample-9.5": TextRole(FIRA, 400, 9.5),
        "test-sample-10.5": TextRole(FIRA, 400, 10.5),
        "test-closing": TextRole(POPPINS, 700, 14, minimum=12),
        "test-question": TextRole(POPPINS, 700, 20, minimum=17),
        "test-answer": TextRole(FIRA, 400, 14, minimum=12),
    }
)
"""Text roles by name, a block a sheet."""


def _line(
    colour: float,
    grey: float,
    low_ink: float,
    tone: str = "ink",
    dash: tuple[float, ...] = (),
    *,
    round_ends: bool = True,
) -> StrokeRole:
    return StrokeRole((colour, grey, low_ink), tone, dash, round_ends)


STROKES: Final[Mapping[str, StrokeRole]] = MappingProxyType(
    {
        # every sheet
        "writing": _line(0.25, 0.15, 0.25, "writing", round_ends=False),
        "border": _line(0.5, 0.3, 0.35, "border", _BORDER_DASH),
        "map-border": _line(0.5, 0.3, 0.35, "map-border", _BORDER_DASH),
        "mark-border": _line(0.5, 0.5, 0.5, "border", (1.5, 1.1, 0, 1.1)),
        "mark-link": _line(0.8, 0.8, 0.8),
        "tick": _line(0.5, 0.5, 0.5),
        "hair": _line(0.25, 0.25, 0.2, "hair", round_ends=False),
        "note-box": _line(0.5, 0.5, 0.4),
        "companion": _line(0.7, 0.5, 0.5),
        "node-ring": _line(0.33, 0.33, 0.33, "white"),
        "strength-box": _line(1.0, 0.7, 0.55, "strength-line"),
        "limit-box": _line(1.0, 0.7, 0.55, "limit", _LIMIT_DASH),
        # canvas 1
        "you": _line(1.2, 0.9, 0.7, "you"),
        "start-arrow": _line(1.1, 0.8, 0.65, "you"),
        "strength-link": _line(0.9, 0.6, 0.5, "strength-line"),
        "limit-link": _line(0.9, 0.6, 0.5, "limit", _LIMIT_DASH),
        # canvas 2
        "rail": _line(0.8, 0.6, 0.5, "bridge"),
        "rail-disc": _line(0.9, 0.7, 0.6, "bridge"),
        "partner": _line(1.1, 0.8, 0.65, "bridge"),
        "partner-you": _line(1.1, 0.8, 0.65, "you"),
        "partner-link": _line(1.3, 1.0, 0.8, "bridge"),
        "combination-disc": _line(0.7, 0.5, 0.45, "bridge"),
        # partner card
        "cut-guide": _line(0.25, 0.25, 0.25, "cut", (0, 1.8)),
        "cut-mark": _line(0.25, 0.25, 0.25, round_ends=False),
        "crop-mark": _line(0.1, 0.1, 0.1, "black", round_ends=False),
        "card-bubble": _line(1.1, 0.8, 0.65),
        "card-link": _line(1.0, 0.8, 0.6),
        # bubble sheet
        "centre": _line(1.6, 1.2, 0.8, "you"),
        "neighbour": _line(0.95, 0.8, 0.65, "bridge"),
        "equator": _line(0.6, 0.4, 0.4, "bridge", round_ends=False),
        "pill": _line(0.7, 0.5, 0.5, "bridge"),
        "pill-centre": _line(1.1, 0.7, 0.6, "you"),
        "start-tab": _line(0.8, 0.6, 0.6, "you"),
        "link": _line(1.5, 1.2, 0.8),
        "glue": _line(0.25, 0.25, 0.2, "hair", round_ends=False),
        "check-rule": _line(0.25, 0.25, 0.25, round_ends=False),
        "sheet-box": _line(0.6, 0.5, 0.5, "bridge"),
        # actor list
        "actors-line": _line(0.8, 0.5, 0.5, "bridge"),
        # inspiration list
        "pattern-frame": _line(0.5, 0.5, 0.4),
        "pattern-diagonals": _line(0.6, 0.6, 0.6),
        "pattern-grid": _line(0.35, 0.35, 0.35, round_ends=False),
        "pattern-rings": _line(0.5, 0.5, 0.5),
        "pattern-stripes": _line(0.75, 0.75, 0.75, round_ends=False),
        "pattern-waves": _line(0.5, 0.5, 0.5, round_ends=False),
        "pattern-crosses": _line(0.4, 0.4, 0.4),
        "cluster-icon": _line(0.6, 0.6, 0.6),
        "cluster-line": _line(0.8, 0.8, 0.8),
        "half-disc": _line(0.5, 0.4, 0.4),
        "question-disc": _line(0.6, 0.5, 0.45, dash=(1.6, 1.7)),
        # method
        "method-rail": _line(1.0, 0.8, 0.6),
        "picture-frame": _line(0.5, 0.4, 0.4),
        "picture": _line(0.5, 0.4, 0.4),
        "picture-dashed": _line(0.5, 0.4, 0.4, "limit", (0.7, 0.9)),
        "picture-border": _line(0.3, 0.25, 0.25, "border", (1.6, 0.95, 0, 0.95)),
        "picture-link": _line(0.4, 0.3, 0.3),
        "picture-writing": _line(0.2, 0.12, 0.15, "writing", round_ends=False),
        # run sheet
        "run-rail": _line(0.8, 0.6, 0.5),
        "run-rule": _line(0.25, 0.25, 0.2, "hair", round_ends=False),
        # print and cut list
        "print-rule": _line(0.5, 0.4, 0.4, round_ends=False),
        "print-row": _line(0.25, 0.25, 0.2, "hair", round_ends=False),
        # table card
        "fold-mark": _line(0.25, 0.25, 0.25, dash=(1.4, 1.2), round_ends=False),
        # cover
        "cover-bubble": _line(1.5, 1.1, 0.9),
        "cover-link": _line(1.3, 1.0, 0.8),
        "cover-row": _line(0.25, 0.25, 0.2, "hair", round_ends=False),
        # printer test: what is measured is black and equally wide in all editions
        "test-number": _line(0.6, 0.5, 0.45, "bridge"),
        "test-ruler": _line(0.18, 0.18, 0.18, "black", round_ends=False),
        "test-edge": _line(0.25, 0.25, 0.25, "black", round_ends=False),
        "test-cross": _line(0.35, 0.35, 0.35, "black", round_ends=False),
        "test-grid": _line(0.12, 0.12, 0.12, "black", round_ends=False),
        "test-axis": _line(0.3, 0.3, 0.3, "black", round_ends=False),
        "test-limit": _line(0.5, 0.5, 0.5, "you"),
        "test-frame": _line(0.18, 0.18, 0.18, "black", round_ends=False),
        "test-bubble": _line(0.6, 0.5, 0.45),
        "test-line-0.10": _line(0.10, 0.10, 0.10, "black", round_ends=False),
        "test-line-0.12": _line(0.12, 0.12, 0.12, "black", round_ends=False),
        "test-line-0.18": _line(0.18, 0.18, 0.18, "black", round_ends=False),
        "test-line-0.25": _line(0.25, 0.25, 0.25, "black", round_ends=False),
        "test-line-0.50": _line(0.50, 0.50, 0.50, "black", round_ends=False),
        "test-arrow": _line(1.1, 0.8, 0.65, "bridge"),
    }
)
"""Line roles by name, a block a sheet."""
