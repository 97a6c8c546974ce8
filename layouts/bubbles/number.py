"""Which of two sheets this is: its number in a box, with words beside it (design, section 11; images 15 and 16)."""

from __future__ import annotations

from typing import Final

from kit.draw.geometry import Box
from kit.draw.page import Page
from kit.draw.paths import rounded
from kit.model.schema import BubbleSheet

NUMBER_BOX: Final = Box(10, 251, 11, 7.8)


NUMBER_OUTLINE: Final = 0.6
"""The outline lies within the box, flush with the legend beneath."""


NUMBER_PITCH: Final = 12.6


NUMBER_CORNER: Final = 1


NUMBER_DIGIT_Y: Final = 256.7


NUMBER_WORDS_Y: Final = 256.6


NUMBER_GAP: Final = 3.6
"""Between the boxes and the words beside them."""


def sheet_number(page: Page, sheet: BubbleSheet, this: int, of: int, inward: float) -> None:
    """Which sheet this is: a box for each, that of this one solid."""
    for number in range(1, of + 1):
        box = NUMBER_BOX.moved(inward + (number - 1) * NUMBER_PITCH, 0)
        path, here = rounded(box.inset(NUMBER_OUTLINE / 2), NUMBER_CORNER), number == this
        if here:
            page.fill(path, "bridge", "sheet-box-here")
        page.stroke(path, "sheet-box")
        tone = "white" if here else None
        page.text(str(number), "sheet-digit", box.centre.x, NUMBER_DIGIT_Y, width=9, align="centre", tone=tone)
    words = sheet.two_sheets.number.fill(n=this, m=of)
    page.text(words, "sheet-number", box.right + NUMBER_GAP, NUMBER_WORDS_Y, width=28)
