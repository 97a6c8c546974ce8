"""The digital edition as a folder of plain files, that any host can show: `kit site`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from kit import files, shipped
from kit.diagnostics import Diagnostic, KitError
from kit.draw.desk import Desk
from kit.draw.fonts import Fonts, cut_names
from kit.draw.theme import theme
from kit.model import municipalities as data
from kit.model import site_words
from kit.model.catalogue import load
from kit.model.released import released
from kit.site_server import Shelf, page_in

FOLDER: Final = "site"
"""Where it goes, beside the sheets in the same language."""

_NEEDED: Final = {"jinja2": "jinja2", "fontTools": "fonttools", "brotli": "brotli"}
"""What only this needs: how it is imported, and how it is installed."""

_OURS: Final = re.compile(r"kit-[0-9a-f]{8}")


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
    desk = Desk(catalogue, theme("colour"), Fonts(catalogue.fonts))
    address = order.base_url or catalogue.kit.digital.base_url.plain
    source = site.Source(desk, words.words, data.load(shipped.folder()), address, released(catalogue.folder))
    return Made(site.files(source), source.page, catalogue.warnings)


def write(order: Order, made: Made) -> tuple[Path, ...]:
    """Write the site, and remove an older one from its folder; tells which files there are."""
    found = {order.folder / name: content for name, content in made.files.items()}
    files.write_all(found)
    _remove_older(order.folder, {Path(name).parts[0] for name in made.files})
    return tuple(found)


def shelf(order: Order) -> tuple[Shelf, tuple[Diagnostic, ...]]:
    """What `kit serve` serves: the folder that the order names, or else a site that is made for it alone."""
    if order.out is None:
        made = make(order)
        return Shelf(made.files, made.page), made.notes
    page = page_in(order.out)
    if page is None:
        raise KitError([Diagnostic("serve-no-site", {"folder": str(order.out)})])
    return Shelf(order.out, page), ()


def _remove_older(folder: Path, kept: Iterable[str]) -> None:
    """What an older site left: its folder had another name."""
    older = [one for one in folder.iterdir() if _OURS.fullmatch(one.name) and one.is_dir() and one.name not in kept]
    for one in older:
        files.remove(path for path in sorted(one.rglob("*"), reverse=True) if not path.is_dir())
        for inner in sorted((path for path in one.rglob("*") if path.is_dir()), reverse=True):
            inner.rmdir()
        one.rmdir()


def _check_installed() -> None:
    lacking = [package for module, package in _NEEDED.items() if find_spec(module) is None]
    if lacking:
        raise KitError([Diagnostic("site-not-installed", {"list": ", ".join(lacking)})])
