"""The digital edition as a folder of plain files, that any host can show: `kit site`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from kit import files
from kit.diagnostics import Diagnostic, KitError
from kit.draw.context import DrawingContext
from kit.draw.look.theme import theme
from kit.draw.text.fonts import Fonts, cut_names
from kit.model import shipped, site_words
from kit.model.catalogue import load
from kit.model.places import municipalities as data
from kit.model.released import released
from kit.serve.site import WORKER, SiteFiles, page_in
from kit.web import written

FOLDER: Final = "site"
"""Where it goes, beside the sheets in the same language."""

_NEEDED: Final = {"jinja2": "jinja2", "fontTools": "fonttools", "brotli": "brotli"}
"""What only this needs: how it is imported, and how it is installed."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked: a site from a content folder (none: that of the program), in a folder, for an address.

    Without a folder it goes beside the sheets; without an address it is the one behind the printed codes.
    """

    content: Path | None = None
    out: Path | None = None
    base_url: str | None = None
    language: str = "nl"

    @property
    def folder(self) -> Path:
        """Where it goes."""
        return self.out if self.out is not None else Path("out") / self.language / FOLDER


@dataclass(frozen=True, slots=True)
class Made:
    """The files by their places in the folder, the name of the page among them, and what is worth saying."""

    files: Mapping[str, bytes]
    page: str
    notes: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """The files that there are, and what is worth saying about the folder."""

    files: tuple[Path, ...]
    notes: tuple[Diagnostic, ...]


def make(order: Order) -> Made:
    """Make the site, and write nothing. KitError with everything that is wrong."""
    _check_installed()
    # What is not always installed is only imported where it is needed.
    from kit.web import site

    folder = order.content or shipped.folder()
    catalogue = load(folder, order.language, cut_names())
    words = site_words.read(catalogue.folder)
    if words.words is None:
        raise KitError(words.problems)
    context = DrawingContext(catalogue, theme("colour"), Fonts(catalogue.fonts))
    address = order.base_url or catalogue.kit.digital.base_url.plain
    source = site.Source(context, words.words, data.load(shipped.folder()), address, released(catalogue.folder))
    return Made(site.files(source), source.page, (*catalogue.warnings, *words.problems))


def write(order: Order, made: Made) -> Outcome:
    """Write the site, and remove what an older one left in its folder."""
    before, now = written.told(order.folder), written.of(made.files)
    list_of_files = order.folder / written.NAME
    files.sweep({order.folder, *written.folders(order.folder, {**before, **now})})
    # What will be written is on the list before it is there: who is interrupted leaves nothing that nobody knows.
    files.write_all({list_of_files: written.as_file({**before, **now})})
    found = {order.folder / name: made.files[name] for name in _in_order(made)}
    files.write_all(found)
    written.remove(order.folder, before, now)
    files.write_all({list_of_files: written.as_file(now)})
    return Outcome(tuple(found), tuple(written.strangers(order.folder, now)))


def site_files(order: Order) -> tuple[SiteFiles, tuple[Diagnostic, ...]]:
    """What `kit serve` serves: the folder that the order names, or else a site that is made for it alone."""
    if order.out is None:
        made = make(order)
        return SiteFiles(made.files, made.page), made.notes
    page = page_in(order.out)
    if page is None:
        raise KitError([Diagnostic("serve-no-site", {"folder": str(order.out)})])
    return SiteFiles(order.out, page), ()


def _in_order(made: Made) -> Iterator[str]:
    """The files as they are put in their places: what refers to others after these, so that each moment has a site."""
    last = (WORKER, made.page)
    yield from (place for place in made.files if place not in last)
    yield from last


def _check_installed() -> None:
    lacking = [package for module, package in _NEEDED.items() if find_spec(module) is None]
    if lacking:
        raise KitError([Diagnostic("site-not-installed", {"list": ", ".join(lacking)})])
