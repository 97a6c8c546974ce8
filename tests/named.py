"""Bubble sheets with names, for tests: of all 565 municipalities, and of one with actors."""

import importlib
from collections.abc import Iterable
from functools import cache

from kit.draw.bubbles.plan import plan
from kit.draw.context import DrawingContext
from kit.draw.look.theme import Edition, theme
from kit.draw.page import Page
from kit.draw.text.fonts import Fonts
from kit.model.places import municipalities
from kit.model.places.municipalities import Municipalities, Municipality
from kit.model.places.named import Actor, ActorHalf, Actors, NamedSheet
from kit.model.schema import BubbleSheet
from kit.model.text.spans import Text
from tests.conftest import CONTENT, shipped


@cache
def belgium() -> Municipalities:
    return municipalities.load(CONTENT)


@cache
def context(edition: Edition = "colour") -> DrawingContext:
    return DrawingContext(shipped(), theme(edition), Fonts())


def draw_named(edition: Edition, sheet: NamedSheet, known: Actors) -> list[Page]:
    pages: list[Page] = importlib.import_module("kit.layouts.bubble_sheet").draw_named(
        context(edition), content(), sheet, known
    )
    return pages


def content() -> BubbleSheet:
    found = shipped().sheets["bollenschema"]
    assert isinstance(found, BubbleSheet)
    return found


def called(name: str) -> Municipality:
    (found,) = (municipality for municipality in belgium() if municipality.name == name)
    return found


def named(name: str, *, tiled: bool = False) -> NamedSheet:
    own = called(name)
    return plan(own, belgium().neighbours(own), tiled=tiled).named


@cache
def sheets(name: str, edition: Edition = "colour") -> tuple[Page, ...]:
    """The pages of a municipality without actors."""
    return tuple(draw_named(edition, named(name), {}))


@cache
def everything() -> tuple[tuple[NamedSheet, tuple[Page, ...]], ...]:
    """The pages of every municipality."""
    return tuple((named(one.name), sheets(one.name)) for one in belgium())


def actors(known: dict[tuple[str, ActorHalf], Iterable[str | Text]], sector: str = "jeugd") -> Actors:
    """Actors by the name of their municipality."""
    return {
        (called(place).nis, half): tuple(
            Actor(name if isinstance(name, Text) else Text.of(name), called(place), sector, half) for name in names
        )
        for (place, half), names in known.items()
    }


def with_actors(name: str, known: Actors, edition: Edition = "colour") -> list[Page]:
    """The pages of a municipality with actors, and behind them the list."""
    return draw_named(edition, named(name), known)


LIER = actors(
    {
        ("Lier", "upper"): (
            *("cultuurcentrum", "bibliotheek", "stadsmuseum", "academie", "erfgoedcel"),
            *("harmonie", "amateurtoneel"),
        ),
        ("Lier", "lower"): ("jeugddienst", "woonzorgcentrum", "sportclub", "OCMW", "repaircafé"),
        ("Boechout", "upper"): ("gemeenschapscentrum", "fanfare", "heemkundige kring"),
        ("Lint", "upper"): ("bibliotheek",),
        ("Putte", "upper"): (
            *("gemeenschapscentrum", "bibliotheek", "dansschool", "fanfare", "koor", "academie"),
            *("circusatelier", "erfgoedkring", "toneelkring", "harmonie", "volksdansgroep", "fotoclub"),
            *("poppentheater", "leesclub", "schrijverskring", "filmclub", "jeugdorkest", "streekmuseum"),
        ),
        ("Sint-Katelijne-Waver", "lower"): ("jeugdhuis", "land- en tuinbouwers", "OCMW", "basisscholen"),
        ("Nijlen", "lower"): ("lokale handelaars", "voetbalclub", "Landelijke Gilde"),
    }
)
"""Somewhat as in image 17, with one half that is too full."""
