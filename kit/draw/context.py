"""What a layout draws with: the content, the look and the fonts."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from kit.diagnostics import Diagnostic, KitError
from kit.draw.geometry import Box, Size
from kit.draw.look.editions import LARGE
from kit.draw.look.theme import Accent, Theme, theme
from kit.draw.page import Page
from kit.draw.text.fonts import Fonts
from kit.model.catalogue import Catalogue
from kit.model.folder import LARGE_WORDS
from kit.model.printed import printed

if TYPE_CHECKING:
    from kit.draw.look.editions import PosterSize
    from kit.model.schema import Large, Sheet, StackSheet


@dataclass(frozen=True, slots=True)
class DrawingContext:
    """Handed to every layout. The catalogue gives the words, the theme the look, the fonts the measures.

    ``typed``: for a sheet that the digital edition fills in. It has no code, which could not bring back what was typed,
    and no fields for who filled it in and when, which stand in its footer. ``poster``: the paper of a poster, such as
    ``a1``.

    Where the content has a colour of its own, the theme gets it here: whoever sets up a context cannot forget it.
    """

    catalogue: Catalogue
    theme: Theme
    fonts: Fonts
    typed: bool = False
    poster: PosterSize | None = None
    _grounds: dict[Hashable, Page] = field(init=False, repr=False, compare=False, default_factory=dict)

    _codes: dict[int, str] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        organisation = self.catalogue.kit.organisation
        if organisation and organisation.accent:
            object.__setattr__(self, "theme", replace(self.theme, accent=Accent.of(organisation.accent)))

    @property
    def large(self) -> Large:
        """What only the large edition says. Raises KitError where the content has no words for it."""
        if self.catalogue.large is None:
            file = str(self.catalogue.folder / LARGE_WORDS)
            raise KitError([Diagnostic("large-no-words", {"file": file})])
        return self.catalogue.large

    @property
    def measured(self) -> DrawingContext:
        """What a sheet is drawn in that is measured, such as the printer test: it is no larger in the large edition."""
        return replace(self, theme=theme("colour")) if self.theme.edition == LARGE else self

    def page(self, size: Size, trim: Box | None = None) -> Page:
        """A blank page of a size in mm; ``trim`` where it is cut."""
        return Page(size, self.theme, self.fonts, trim)

    def rulers(self, size: Size) -> tuple[Page, ...]:
        """Blank pages to measure on, one for each weight of letters: editions that share a geometry break alike."""
        return tuple(Page(size, theme(edition), self.fonts) for edition in self.theme.alike)

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
