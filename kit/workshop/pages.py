"""Draws the stack of a workshop: each sheet that differs once, with what it is printed on and how it is cut.

The sheets of a stack are items: most are one sheet of paper, some (1a and 1b) a few that belong together.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from kit import registry
from kit.draw.bubbles.plan import Plan, plan
from kit.draw.context import DrawingContext
from kit.draw.geometry import A3_LANDSCAPE, A4_PORTRAIT, A5_LANDSCAPE, A6_PORTRAIT
from kit.draw.look.editions import LARGE, Largest
from kit.draw.page import Page
from kit.draw.paper.imposition import usual_edge
from kit.model.places.municipalities import Municipalities, Municipality
from kit.model.places.named import Actors, NamedSheet
from kit.model.printing import CardPrint, Cut, Paper, Sides
from kit.model.schema import BubbleSheet, CanvasOne, CanvasTwo, PartnerCard, RunSheet, Sheet
from kit.model.text.spans import Text
from kit.model.workshop.piles import Cards, Copy, Pile
from kit.model.workshop.stack import RunData

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
        """Tells it from every other kind."""
        return f"{self.sheet}/{self.form}" if self.form else self.sheet


@dataclass(frozen=True, slots=True)
class Item:
    """Sheets of paper of a kind: pages in order, front and back alternating where there are two sides.

    ``seat``: for which place at a table, from 1; 0 where it is for all. ``who``: who sits there, if that is known.
    """

    kind: Kind
    pages: Pages
    seat: int = 0
    who: Text | None = None

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
class PrintOptions:
    """How the stack is printed, and on which paper at most."""

    paper: Largest = "a3"
    cards: CardPrint = _USUAL

    @property
    def sides(self) -> Sides:
        """How the paper of cards with backs is turned over."""
        return self.cards.sides


class StackPages:
    """Draws the sheets of a stack. A sheet drawn before is the same page again, so that a PDF holds it once."""

    def __init__(
        self, context: DrawingContext, options: PrintOptions, municipalities: Municipalities, actors: Actors
    ) -> None:
        """Nothing is drawn yet.

        ``run`` is what the run sheet tells of a workshop, ``first`` the first of each kind that was drawn, ``plans``
        who stands on the bubble sheet of each municipality that was asked for.
        """
        self.context = context
        self.options = options
        self._municipalities = municipalities
        self._actors = actors
        self._drawn: dict[Hashable, tuple[Item, ...]] = {}
        self.run: RunData | None = None
        self.first: dict[str, Copy | Cards] = {}
        self.plans: dict[str, Plan] = {}
        self.blank = context.page(A4_PORTRAIT)

    @property
    def card_sheets(self) -> frozenset[str]:
        """The names of the sheets that are cards."""
        sheets = self.context.catalogue.sheets
        return frozenset(name for name, sheet in sheets.items() if isinstance(sheet, PartnerCard))

    @property
    def cards_a_sheet(self) -> int:
        """How many cards a sheet of paper holds."""
        usual = 4 if self.options.cards.paper == "a4" else 8
        return usual // 2 if self.is_large else usual

    @property
    def is_large(self) -> bool:
        """Whether the letters are large: then there are fewer bubbles and cards on a sheet of paper."""
        return self.context.theme.edition == LARGE

    @property
    def _tiled(self) -> bool:
        """Whether bubble sheets are made as two tiles that are glued together."""
        return self.options.paper == "a4" and not self.is_large

    def pile(self, pile: Pile) -> Iterator[Item]:
        """Everything of a pile, the cards last."""
        yield from self._kept(pile.shared)
        for number, seat in enumerate(pile.seats, 1):
            yield from (replace(item, seat=number, who=who) for who, item in self._owned(seat.copies))
        yield from self._kept(pile.cards)

    def _owned(self, copies: Iterable[Copy]) -> Iterator[tuple[Text | None, Item]]:
        for copy in copies:
            yield from ((copy.names.participant or copy.names.organisation, item) for item in self._kept([copy]))

    def _kept(self, everything: Iterable[Copy | Cards]) -> Iterator[Item]:
        """The items of these; of each kind the first is kept, as a sample."""
        for of in everything:
            for item in self.copy(of) if isinstance(of, Copy) else self.cards(of):
                self.first.setdefault(item.kind.key, of)
                yield item

    def copy(self, copy: Copy) -> tuple[Item, ...]:
        """One copy of a sheet; behind a bubble sheet the actors that did not fit on it."""
        run = self.run if isinstance(self.context.catalogue.sheets[copy.sheet], RunSheet) else None
        key = (copy.sheet, copy.names, copy.municipality.nis if copy.municipality else "", run)
        if key not in self._drawn:
            self._drawn[key] = tuple(self._copy(copy))
        return self._drawn[key]

    def cards(self, cards: Cards) -> tuple[Item, ...]:
        """Cards in the order in which they are dealt, so many on a sheet of paper."""
        sheet = self.context.catalogue.sheets[cards.sheet]
        draw = self._part(sheet, "card_sheets")
        options = self.options
        if not self.context.theme.card_backs:
            options = replace(options, cards=replace(options.cards, backs=False))
        # Cards that are left over on the last sheet are blank ones: paper is cut all the same.
        spare = -len(cards.owners) % self.cards_a_sheet
        pages = tuple(draw(self.context, sheet, [*cards.owners, *[None] * spare], options.cards))
        paper: Paper = "a4-heavy" if options.cards.paper == "a4" else "a3-heavy"
        cut: Cut = "cards-a4" if options.cards.paper == "a4" else "cards-a3"
        return (Item(Kind(cards.sheet, sheet.bookmark, paper, options.sides, cut), pages),)

    def singles(self, cards: Cards) -> Item:
        """Cards one by one, in the order in which they are dealt."""
        sheet = self.context.catalogue.sheets[cards.sheet]
        draw = self._part(sheet, "draw_single")
        pages = [page for of in cards.owners for page in draw(self.context, sheet, of, backs=self.options.cards.backs)]
        return Item(self.single(cards.sheet), tuple(pages))

    def single(self, sheet: str) -> Kind:
        """How a card of a sheet is printed by itself, at a print shop: turned over as the page of a book is."""
        backs = self.options.cards.backs and self.context.theme.card_backs
        paper: Paper = "a5-heavy" if self.is_large else "a6-heavy"
        sides: Sides = usual_edge(A5_LANDSCAPE if self.is_large else A6_PORTRAIT) if backs else "single"
        return Kind(sheet, self.context.catalogue.sheets[sheet].bookmark, paper, sides, "crop")

    def _copy(self, copy: Copy) -> Iterator[Item]:
        sheet = self.context.catalogue.sheets[copy.sheet]
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
        cut: Cut = "tiles" if self._tiled else "none"
        if copy.municipality is None:
            pages = self._draw(sheet, copy.names)
            yield self._item(copy.sheet, sheet.blank_bookmark, pages, cut, _BLANK)
            return
        named = self._plan(copy.municipality)
        draw = self._part(sheet, "draw_named_a4" if self.options.paper == "a4" else "draw_named")
        pages = tuple(draw(self.context, sheet, named, self._actors, copy.names))
        count = len(named.sheets) * (2 if self._tiled else 1)
        yield self._item(copy.sheet, sheet.bookmark, pages[:count], cut)
        if pages[count:]:
            yield self._item(copy.sheet, sheet.actor_list.title, pages[count:], form=_LIST)

    def _plan(self, own: Municipality) -> NamedSheet:
        if own.nis not in self.plans:
            around = self._municipalities.neighbours(own)
            large = self.options.paper if self.is_large else None
            self.plans[own.nis] = plan(own, around, tiled=self._tiled, known=self._actors, large=large)
        return self.plans[own.nis].named

    def _draw(self, sheet: Sheet, *told: object) -> Pages:
        """A sheet, on A4 where it is wanted and where the layout knows how."""
        draw = registry.on_paper(sheet.layout, self.options.paper, self.context.theme.edition)
        return tuple(draw(self.context, sheet, *told))

    def _part(self, sheet: Sheet, function: str) -> registry.Layout:
        """Another function of a layout than `draw`."""
        return registry.part(sheet.layout, function, self.context.theme.edition)

    def _item(self, sheet: str, name: Text, pages: Pages, cut: Cut = "none", form: int = 0) -> Item:
        paper: Paper = "a3" if pages[0].size == A3_LANDSCAPE else "a4"
        return Item(Kind(sheet, name, paper, cut=cut, form=form), pages)
