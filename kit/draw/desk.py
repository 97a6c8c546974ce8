"""What a layout draws with: the content, the look and the fonts."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from kit.draw.fonts import Fonts
from kit.draw.geometry import Box, Size
from kit.draw.page import Page
from kit.draw.theme import WEIGHTS, Accent, Theme, theme
from kit.model.catalogue import Catalogue
from kit.model.printed import printed

if TYPE_CHECKING:
    from kit.model.schema import Sheet, StackSheet


@dataclass(frozen=True, slots=True)
class Desk:
    """Handed to every layout. The catalogue gives the words, the theme the look, the fonts the measures.

    ``typed``: for a sheet that the digital edition fills in. It has no code, which could not bring back what was typed,
    and no fields for who filled it in and when, which stand in its footer.

    Where the content has a colour of its own, the theme gets it here: whoever sets up a desk cannot forget it.
    """

    catalogue: Catalogue
    theme: Theme
    fonts: Fonts
    typed: bool = False
    _grounds: dict[Hashable, Page] = field(init=False, repr=False, compare=False, default_factory=dict)

    _codes: dict[int, str] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        organisation = self.catalogue.kit.organisation
        if organisation and organisation.accent:
            object.__setattr__(self, "theme", replace(self.theme, accent=Accent.of(organisation.accent)))

    def page(self, size: Size, trim: Box | None = None) -> Page:
        """A blank page of a size in mm; ``trim`` where it is cut."""
        return Page(size, self.theme, self.fonts, trim)

    def rulers(self, size: Size) -> tuple[Page, ...]:
        """Blank pages to measure on, one for each weight of letters: all editions share one geometry."""
        return tuple(Page(size, theme(edition), self.fonts) for edition in WEIGHTS)

    def page_on(self, ground: Page) -> Page:
        """A page on a ground that it shares with others. What is wrong with the ground is wrong with the page."""
        return Page(ground.size, self.theme, self.fonts, ground.trim, ground, problems=list(ground.problems))

    def code(self, sheet: Sheet | StackSheet) -> str:
        """What tells one printing of a sheet from another: see `Printed`."""
        if id(sheet) not in self._codes:
            self._codes[id(sheet)] = printed(self.catalogue, sheet).code
        return self._codes[id(sheet)]

    def ground(self, key: Hashable, draw: Callable[[], Page]) -> Page:
        """The ground that a key stands for: drawn when it is first asked for, and the same page ever after."""
        if key not in self._grounds:
            self._grounds[key] = draw()
        return self._grounds[key]
