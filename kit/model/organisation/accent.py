"""What is odd about an organisation's own colour: whoever chose it must know what is printed instead, or beside it."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

from kit.diagnostics import Diagnostic, Mark, Severity, Value
from kit.model.organisation.colour import LETTERS, Rgb, contrast, darkened, likeness, mixed, shown_ratio

TINT: Final = 0.1
"""How much of the colour is in the areas of its tint (design, section 5)."""

STEPS: Final = MappingProxyType({1: Rgb.of("BF3F2B"), 2: Rgb.of("F2B01E")})
"""The colours of the steps beside which the organisation's own stands (design, section 5): you, and strengths."""

LIMITS: Final = Rgb.of("2F6499")

ALIKE: Final = 0.09
"""Nearer than this to each other, two colours are taken for one: less than limits and bridge, the nearest of ours."""


def tint_of(accent: Rgb) -> Rgb:
    """The colour of areas."""
    return mixed(accent, TINT)


def letters_of(accent: Rgb) -> Rgb:
    """The colour of letters: the same, or as much darker as it takes to read them on the tint."""
    return accent if contrast(accent, tint_of(accent)) >= LETTERS else darkened(accent, LETTERS, tint_of(accent))


def accent_notes(accent: Rgb, mark: Mark) -> Iterator[Diagnostic]:
    """What is worth saying about a colour that can be printed."""
    letters = letters_of(accent)
    if letters != accent:
        values: dict[str, Value] = {
            "found": accent.hex,
            "ratio": shown_ratio(contrast(accent, tint_of(accent))),
            "letters": letters.hex,
        }
        yield Diagnostic("accent-light", values, mark, Severity.ADVICE)
    for step, colour in STEPS.items():
        if likeness(accent, colour) < ALIKE:
            yield Diagnostic("accent-alike", {"found": accent.hex, "step": step}, mark, Severity.ADVICE)
    if likeness(accent, LIMITS) < ALIKE:
        yield Diagnostic("accent-alike-limits", {"found": accent.hex}, mark, Severity.ADVICE)
