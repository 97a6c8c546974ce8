"""What each kind of text looks like in the large edition, and how much thicker its lines are (design, section 26).

It has no text under 16 pt: a role that is not here is on none of its sheets.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from kit.draw.look.roles import CONDENSED, FIRA, POPPINS, Family, TextRole

SMALLEST: Final = 16.0
"""In pt: what the Dutch and Flemish libraries for who sees badly call large print begins here."""

THICKER: Final = 1.4
"""How much thicker lines are than in colour: a writing line is 0.35 mm."""


def _role(
    family: Family,
    weight: int,
    size: float,
    leading: float = 0,
    *,
    tone: str = "ink",
    tracking: float = 0,
    minimum: float = SMALLEST,
) -> TextRole:
    """A role that may shrink to 16 pt."""
    return TextRole(family, weight, size, leading, tracking, tone, minimum)


LARGE_TEXTS: Final[Mapping[str, TextRole]] = MappingProxyType(
    {
        # every sheet
        "brand": _role(CONDENSED, 700, 16, tone="bridge", tracking=0.95),
        "sheet-title": _role(POPPINS, 700, 30, minimum=22),
        "subtitle": _role(FIRA, 400, 18, 7.6),
        "url": _role(CONDENSED, 500, 16, 6.2),
        "name-field": _role(CONDENSED, 500, 16),
        "printed-field": _role(FIRA, 500, 18),
        "printed-lines": _role(CONDENSED, 500, 16, 6.4),
        "printed-name": _role(POPPINS, 600, 20),
        "printed-name-lines": _role(POPPINS, 600, 16, 6.6),
        "footer": _role(CONDENSED, 500, 16, 6.4),
        "version": _role(CONDENSED, 400, 16),
        "step-label": _role(CONDENSED, 700, 18, tracking=1.2),
        "step-head": _role(POPPINS, 700, 24, 9.4, minimum=18),
        "step-digit-14": _role(POPPINS, 700, 50, minimum=50),
        "step-digit-12": _role(POPPINS, 700, 44, minimum=44),
        "step-digit-7": _role(POPPINS, 700, 26, minimum=26),
        "step-digit-5": _role(POPPINS, 700, 19, minimum=19),
        "field-label": _role(CONDENSED, 700, 16, tracking=0.6),
        "tick-label": _role(FIRA, 600, 17, 7),
        "arc": _role(CONDENSED, 700, 16, tone="bridge", tracking=1.2),
        "arc-centre": _role(CONDENSED, 700, 16, tone="you", tracking=1.2),
        "pill-label": _role(CONDENSED, 700, 16, tone="bridge", tracking=0.5),
        "pill-label-centre": _role(CONDENSED, 700, 16, tone="you", tracking=0.8),
        "municipality": _role(POPPINS, 600, 18),
        "municipality-lines": _role(POPPINS, 600, 16, 6.6),
        "municipality-centre": _role(POPPINS, 700, 24),
        "instruction-number": _role(POPPINS, 700, 16, tone="bridge"),
        "start-tab": _role(POPPINS, 600, 16, tone="you"),
        "north": _role(POPPINS, 700, 16),
        "step-subhead": _role(FIRA, 600, 17, 7),
        "bubble-head": _role(POPPINS, 700, 20, 8.2),
        "rail-letter": _role(POPPINS, 700, 18, tone="bridge", minimum=18),
        "cluster": _role(POPPINS, 700, 22, minimum=18),
        "sector": _role(POPPINS, 600, 18, 7.6),
        "question-mark": _role(POPPINS, 700, 20, minimum=20),
        "card-title": _role(POPPINS, 700, 24, minimum=20),
        "table-label": _role(CONDENSED, 700, 20, tone="you", tracking=2.2),
        "table-number-1": _role(POPPINS, 700, 200, minimum=200),
        "table-number-2": _role(POPPINS, 700, 140, minimum=140),
        # running text, on all sheets
        "head": _role(POPPINS, 700, 20, 8.2),
        "lead": _role(FIRA, 500, 18, 7.8),
        "text": _role(FIRA, 400, 17, 7.4),
        "strong": _role(FIRA, 600, 17, 7.4),
        "small": _role(FIRA, 400, 16, 6.9),
        "narrow": _role(CONDENSED, 400, 16, 6.6),
        "narrow-strong": _role(CONDENSED, 600, 16, 6.6),
    }
)
"""Text roles by name."""
