"""What the page prints with: the drawings of the sheets, and where on them typed text goes.

``paper/<edition>.svg`` holds all drawings as groups, so that they share their letters: ``paper-c1-a3`` is canvas 1 on
A3, ``paper-c1-a4-1`` its first sheet on A4, ``paper-p`` a card, and so on. ``paper/places.js``, a module, tells in mm::

    {"sheets": {"c1-a3": {"size": [420, 297],
                          "footer": [x, y, end, start, right],  where its footer goes on, up to where there is room,
                                                            and where there is before its version
                          "places": {"who": {"lines": [[x, y, width], …],      from the left end, on the baseline
                                             "centred": true,                  only where it is
                                             "size": [13, 11]}},               in pt: as it is, and at least
                          "ticks": {"supralocal": [x, y, side]}}},
     "cards": [[x, y], …],                                  where cards lie on a sheet of A4
     "sizes": {"name": [15, 11.5], …}}

and ``paper/map.js`` how the parts of bubble sheets go together::

    {"small": [scale, x, y],                                how A3 lies on A4
     "drop": 2.1,                                           how much lower one's own name stands on A3, under a label
     "layouts": {"8A": [["centre-56", x, y], …]},           the own bubble first
     "further": [["neighbour-44", x, y], …],
     "rooms": {"centre-56": {"pill": width,
                             "a3": [[[x, y, width], …], […]],    of the upper and the lower half, from the middle
                             "close": …, "a4": …}}}
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, TypeVar

from kit import registry
from kit.draw.bubbles.layouts import Rule
from kit.draw.context import DrawingContext
from kit.draw.fields import Map, Place, Room, Tick
from kit.draw.geometry import Box
from kit.draw.look.editions import EDITIONS, Edition
from kit.draw.look.roles import TEXTS
from kit.draw.look.theme import theme
from kit.draw.page import Page
from kit.draw.records import Letters
from kit.draw.text.fonts import shared
from kit.model.catalogue import Catalogue
from kit.model.schema import BubbleSheet, CanvasOne, CanvasTwo, PartnerCard, Sheet
from kit.web import svg
from kit.web.paths import plain

FOLDER: Final = "paper"
PREFIX: Final = "paper-"
"""What the names of all drawings start with, in a page that has names of its own."""

OTHER_EDITIONS: Final = tuple(f"{FOLDER}/{edition}.svg" for edition in EDITIONS if edition != "colour")
"""What is only printed by who asks for it."""

_CANVASES: Final = (("c1", CanvasOne), ("c2", CanvasTwo))
_FOOTER_GAP: Final = 4.0
_SIZES: Final = {
    "name": "municipality",
    "name-lines": "municipality-lines",
    "own": "municipality-centre",
    "actor": "typed-name",
    "text": "typed",
    "note": "typed-note",
    "footer": "typed-footer",
    "title": "sheet-title",
    "head": "actors-municipality",
}
"""What text on no sheet of its own is as large as: the role of each."""

_Json = dict[str, Any]
_Of = TypeVar("_Of", bound=Sheet)


def files(catalogue: Catalogue) -> Mapping[str, bytes]:
    """All files, by their places in the folder of the site."""
    drawn = {edition: drawings(catalogue, edition) for edition in EDITIONS}
    written = {f"{FOLDER}/{edition}.svg": _svg(catalogue, pages) for edition, pages in drawn.items()}
    told = places(catalogue, drawn["colour"])
    parts = told.pop("map", {})
    return {**written, f"{FOLDER}/places.js": _module(told), f"{FOLDER}/map.js": _module(parts)}


def drawings(catalogue: Catalogue, edition: Edition) -> Mapping[str, Page]:
    """Every drawing by name, without what was typed."""
    context = DrawingContext(catalogue, theme(edition), shared(catalogue.fonts), typed=True)
    pages: dict[str, Page] = {}
    for key, kind in _CANVASES:
        for sheet in _found(catalogue, kind):
            (pages[f"{key}-a3"],) = registry.layout(sheet.layout)(context, sheet)
            halves = registry.on_paper(sheet.layout, "a4")(context, sheet)
            pages |= {f"{key}-a4-{i}": page for i, page in enumerate(halves, 1)}
    for parted in (*_found(catalogue, PartnerCard), *_found(catalogue, BubbleSheet)):
        pages |= _asked(parted.layout, "typed_parts")(context, parted)
    pages |= _asked("bubble_sheet", "typed_frame")(context)
    return pages


def places(catalogue: Catalogue, drawn: Mapping[str, Page]) -> _Json:
    """Where typed text goes on the drawings."""
    sheets: _Json = {}
    for key, kind in _CANVASES:
        for sheet in _found(catalogue, kind):
            names = [f"{key}-a3", *(name for name in drawn if name.startswith(f"{key}-a4-"))]
            found = [*_asked(sheet.layout, "places")(sheet), *_asked(sheet.layout, "places_a4")(sheet)]
            sheets |= {name: _sheet(drawn[name], here) for name, here in zip(names, found, strict=True)}
    told: _Json = {"sheets": sheets, "sizes": {name: _size(role) for name, role in _SIZES.items()}}
    for card in _found(catalogue, PartnerCard):
        (here,) = _asked(card.layout, "places")(card)
        sheets["p"] = _sheet(drawn["p"], here)
        told["cards"] = [[plain(box.x), plain(box.y)] for box in _asked(card.layout, "cells")()]
    for bubbles in _found(catalogue, BubbleSheet):
        found = _asked(bubbles.layout, "typed_map")()
        sheets |= {name: _sheet(drawn[name], [head]) for name, head in found.heads.items()}
        told["map"] = _map(found)
        for name, (end, start) in found.footers.items():
            sheets[name]["footer"][2:4] = [plain(end), plain(start)]
    sheets["text"] = _sheet(drawn["text"], ())
    return told


def _found(catalogue: Catalogue, kind: type[_Of]) -> Iterator[_Of]:
    """The sheet of a kind, if the kit has one."""
    return (sheet for sheet in catalogue.sheets.values() if isinstance(sheet, kind))


def _asked(layout: str, function: str) -> Callable[..., Any]:
    """A function of a layout that gives no pages in order."""
    return registry.part(layout, function)


def _svg(catalogue: Catalogue, pages: Mapping[str, Page]) -> bytes:
    named = {PREFIX + name: page for name, page in pages.items()}
    return svg.parts(named, shared(catalogue.fonts)).encode()


def _sheet(page: Page, here: Iterable[Place | Tick]) -> _Json:
    here = tuple(here)
    told: _Json = {
        "size": [page.size.width, page.size.height],
        "places": {one.name: _place(one) for one in here if isinstance(one, Place)},
        "ticks": {one.name: _tick(one.box) for one in here if isinstance(one, Tick)},
    }
    ends = {placed.role: placed.box for placed in page.all_placed if placed.role in ("footer", "version")}
    if len(ends) == 2:
        box = ends["version"]
        y = next(text.y for text in page.all_texts if isinstance(text, Letters) and box.y < text.y < box.bottom)
        left, right = ends["footer"].right, box.x - _FOOTER_GAP
        told["footer"] = [plain(value) for value in (left, y, right, left, right)]
    return told


def _place(place: Place) -> _Json:
    told: _Json = {"lines": _lines(place.lines), "size": _size(place.role)}
    return {**told, "centred": True} if place.align == "centre" else told


def _tick(box: Box) -> list[float]:
    return [plain(value) for value in (box.x, box.y, box.width)]


def _size(role: str) -> list[float]:
    """The size of a role, and the smallest, in pt."""
    found = TEXTS[role]
    return [found.size, found.minimum or found.size]


def _map(of: Map) -> _Json:
    def bubbles(each: Iterable[tuple[str, tuple[float, float]]]) -> list[list[Any]]:
        return [[name, plain(x), plain(y)] for name, (x, y) in each]

    return {
        "drop": of.drop,
        "small": [of.small, plain(of.at.x), plain(of.at.y)],
        "layouts": {name: bubbles(each) for name, each in of.layouts.items()},
        "further": bubbles(of.further),
        "rooms": {name: _room(room) for name, room in of.rooms.items()},
    }


def _room(room: Room) -> _Json:
    return {
        "pill": plain(room.pill.width),
        "a3": [_lines(room.upper), _lines(room.lower)],
        "close": [_lines(room.close_upper), _lines(room.close_lower)],
        "a4": [_lines(room.small_upper), _lines(room.small_lower)],
    }


def _lines(rules: Sequence[Rule]) -> list[list[float]]:
    return [[plain(value) for value in (rule.left, rule.y, rule.right - rule.left)] for rule in rules]


def _module(told: _Json) -> bytes:
    return f"export default {json.dumps(told, ensure_ascii=False, separators=(',', ':'))};\n".encode()
