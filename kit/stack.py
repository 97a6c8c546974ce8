"""Draws the stack of a workshop: each sheet that differs once, with what it is printed on and how it is cut.

The sheets of a stack are items: most are one sheet of paper, some (1a and 1b) a few that belong together.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from kit import registry
from kit.draw.desk import Desk
from kit.draw.editions import Largest
from kit.draw.geometry import A3_LANDSCAPE, A4_PORTRAIT
from kit.draw.page import Page
from kit.draw.plan import Plan, plan
from kit.model.municipalities import Municipalities, Municipality
from kit.model.named import Actors, NamedSheet
from kit.model.piles import Cards, Copy, Pile
from kit.model.schema import BubbleSheet, CanvasOne, CanvasTwo, PartnerCard, RunSheet, Sheet
from kit.model.stack import CardPrint, Cut, Paper, RunData, Sides
from kit.model.text import Text

Pages = tuple[Page, ...]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of sheet: a row of the print and cut list.

    ``form`` tells the forms of one ``sheet`` apart, in the order in which they are listed: as it is, blank, its list.
    """

    sheet: str
    name: Text
    paper: Paper
    sides: Sides = "single"
    cut: Cut = "none"
    form: int = 0

    @property
    def key(self) -> str:
        """What no other kind has."""
        return f"{self.sheet}/{self.form}" if self.form else self.sheet


@dataclass(frozen=True, slots=True)
class Item:
    """Sheets of paper of a kind: pages in order, front and back alternating where there are two sides."""

    kind: Kind
    pages: Pages

    @property
    def sheets(self) -> int:
        """How many sheets of paper."""
        return len(self.pages) if self.kind.sides == "single" else len(self.pages) // 2

    @property
    def sample(self) -> Pages:
        """Enough to measure its ink: all pages of a sheet that is one or two of paper, the first sheet of cards."""
        return self.pages[:2]


_BLANK, _LIST = 1, 2
"""Forms of a bubble sheet, beside the one with names: to be filled in, and the actors that did not fit on it."""

_USUAL: Final = CardPrint()


@dataclass(frozen=True, slots=True)
class Manner:
    """How the stack is printed, and on which paper at most."""

    paper: Largest = "a3"
    cards: CardPrint = _USUAL

    @property
    def sides(self) -> Sides:
        """How the paper of cards with backs is turned over."""
        if not self.cards.backs:
            return "single"
        return self.cards.flip or ("long" if self.cards.paper == "a4" else "short")


class Draftsman:
    """Draws with a desk; what was drawn before is the same page again, so that a PDF holds it once."""

    def __init__(self, desk: Desk, manner: Manner, municipalities: Municipalities, actors: Actors) -> None:
        """Keep everything at hand; nothing is drawn yet.

        ``run`` is what the run sheet tells of a workshop, ``first`` the first of each kind that was drawn, ``plans``
        who stands on the bubble sheet of each municipality that was asked for.
        """
        self.desk = desk
        self.manner = manner
        self._municipalities = municipalities
        self._actors = actors
        self._drawn: dict[Hashable, tuple[Item, ...]] = {}
        self.run: RunData | None = None
        self.first: dict[str, Copy | Cards] = {}
        self.plans: dict[str, Plan] = {}
        self.blank = desk.page(A4_PORTRAIT)

    @property
    def card_sheets(self) -> frozenset[str]:
        """The names of the sheets that are cards."""
        sheets = self.desk.catalogue.sheets
        return frozenset(name for name, sheet in sheets.items() if isinstance(sheet, PartnerCard))

    @property
    def cards_a_sheet(self) -> int:
        """How many cards a sheet of paper holds."""
        return 4 if self.manner.cards.paper == "a4" else 8

    def pile(self, pile: Pile) -> Iterator[Item]:
        """Everything of a pile, the cards last."""
        everything: tuple[Copy | Cards, ...] = (*pile.copies, *pile.cards)
        for of in everything:
            for item in self.copy(of) if isinstance(of, Copy) else self.cards(of):
                self.first.setdefault(item.kind.key, of)
                yield item

    def copy(self, copy: Copy) -> tuple[Item, ...]:
        """One copy of a sheet; behind a bubble sheet the actors that did not fit on it."""
        run = self.run if isinstance(self.desk.catalogue.sheets[copy.sheet], RunSheet) else None
        key = (copy.sheet, copy.names, copy.municipality.nis if copy.municipality else "", run)
        if key not in self._drawn:
            self._drawn[key] = tuple(self._copy(copy))
        return self._drawn[key]

    def cards(self, cards: Cards) -> tuple[Item, ...]:
        """Cards in the order in which they are dealt, so many on a sheet of paper."""
        sheet = self.desk.catalogue.sheets[cards.sheet]
        draw = registry.part(sheet.layout, "card_sheets")
        manner = self.manner
        if not self.desk.theme.card_backs:
            manner = replace(manner, cards=replace(manner.cards, backs=False))
        # Cards that are left over on the last sheet are blank ones: paper is cut all the same.
        spare = -len(cards.organisations) % self.cards_a_sheet
        pages = tuple(draw(self.desk, sheet, [*cards.organisations, *[None] * spare], manner.cards))
        paper: Paper = "a4-heavy" if manner.cards.paper == "a4" else "a3-heavy"
        cut: Cut = "cards-a4" if manner.cards.paper == "a4" else "cards-a3"
        return (Item(Kind(cards.sheet, sheet.bookmark, paper, manner.sides, cut), pages),)

    def singles(self, cards: Cards) -> Item:
        """Cards one by one, in the order in which they are dealt, for a print shop."""
        sheet = self.desk.catalogue.sheets[cards.sheet]
        draw = registry.part(sheet.layout, "draw_single")
        sides = 2 if self.manner.cards.backs else 1
        pages = [page for of in cards.organisations for page in draw(self.desk, sheet, of)[:sides]]
        return Item(Kind(cards.sheet, sheet.bookmark, "a4-heavy"), tuple(pages))

    def _copy(self, copy: Copy) -> Iterator[Item]:
        sheet = self.desk.catalogue.sheets[copy.sheet]
        if isinstance(sheet, BubbleSheet):
            yield from self._bubbles(sheet, copy)
            return
        yield self._item(copy.sheet, sheet.bookmark, self._draw(sheet, *self._told(sheet, copy)))

    def _told(self, sheet: Sheet, copy: Copy) -> tuple[object, ...]:
        """What a layout is told beside the content."""
        if isinstance(sheet, RunSheet):
            return (self.run,)
        return (copy.names,) if isinstance(sheet, CanvasOne | CanvasTwo) else ()

    def _bubbles(self, sheet: BubbleSheet, copy: Copy) -> Iterator[Item]:
        tiled = self.manner.paper == "a4"
        cut: Cut = "tiles" if tiled else "none"
        if copy.municipality is None:
            pages = self._draw(sheet, copy.names)
            yield self._item(copy.sheet, sheet.blank_bookmark, pages, cut, _BLANK)
            return
        named = self._plan(copy.municipality)
        draw = registry.part(sheet.layout, "draw_named_a4" if tiled else "draw_named")
        pages = tuple(draw(self.desk, sheet, named, self._actors, copy.names))
        count = len(named.sheets) * (2 if tiled else 1)
        yield self._item(copy.sheet, sheet.bookmark, pages[:count], cut)
        if pages[count:]:
            yield self._item(copy.sheet, sheet.actor_list.title, pages[count:], form=_LIST)

    def _plan(self, own: Municipality) -> NamedSheet:
        if own.nis not in self.plans:
            tiled = self.manner.paper == "a4"
            self.plans[own.nis] = plan(own, self._municipalities.neighbours(own), tiled=tiled)
        return self.plans[own.nis].named

    def _draw(self, sheet: Sheet, *told: object) -> Pages:
        """A sheet, on A4 where it is wanted and where the layout knows how."""
        draw = registry.on_paper(sheet.layout, self.manner.paper)
        return tuple(draw(self.desk, sheet, *told))

    def _item(self, sheet: str, name: Text, pages: Pages, cut: Cut = "none", form: int = 0) -> Item:
        paper: Paper = "a3" if pages[0].size == A3_LANDSCAPE else "a4"
        return Item(Kind(sheet, name, paper, cut=cut, form=form), pages)
