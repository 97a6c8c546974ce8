"""The files of the digital edition, from the content: a page, its service worker, and a folder with all else.

The folder is named after what is in it and in the page. So all of it can be kept for ever by a browser, what refers to
what never changes, and two versions never mix.

A module reads ``words-….js`` (what it says: `kit.web.script`), ``kit.js`` (version, codes, releases, titles, order,
page, scope), the layouts and the data (see `kit.web.places`). The style sheets ask for the
families ``var(--head)`` and ``var(--text)``, and for the colours of `kit.web.tokens`. ``bold.css`` has the bold cut: it
is for after the first view.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files as packaged
from typing import Any, Final
from urllib.parse import urlsplit

from kit.diagnostics import Diagnostic, KitError
from kit.draw.context import DrawingContext
from kit.model.places.municipalities import Municipalities
from kit.model.schema import Sheet
from kit.model.site_words import SiteWords
from kit.serve.site import WORKER
from kit.web import bundle, fonts, lean, paper, places, script, sources, tokens
from kit.web.page import page

_TOKEN: Final = "kit-00000000"
"""Stands in the page for the name of the folder while that is not known."""

_FAMILIES: Final = (
    ':root{--head:"Poppins","Poppins Fallback",sans-serif;--text:"Fira Sans","Fira Fallback",sans-serif}\n'
)
_HALVES: Final = {"upper": "boven", "lower": "onder", "either": "beide"}

_STATIC_IMPORT: Final = re.compile(r'^\s*(?:import|export)\b[^"\';]*?["\']\./([\w/-]+\.js)["\']', re.MULTILINE)


@dataclass(frozen=True, slots=True)
class View:
    """A view: the layout of its sheet if it has one, and its key in the addresses."""

    layout: str
    key: str
    styles: tuple[str, ...] = ()
    """Without these it is not shown; what only some of its parts need comes with those."""

    @property
    def module(self) -> str:
        """What shows it: the sheets that are only read share one."""
        return f"view-{'text' if self.key in 'wd' else self.template}.js"

    @property
    def template(self) -> str:
        """The stem of its template, and its name among the words of the bar."""
        return "overview" if self.key == "overzicht" else self.key


OVERVIEW: Final = View("", "overzicht", ("overview.css",))
VIEWS: Final = (
    OVERVIEW,
    *(View("canvas_1", "c1", ("canvas-1.css",)), View("bubble_sheet", "b")),
    View("partner_card", "p", ("finder.css", "cards.css")),
    View("canvas_2", "c2", ("canvas-1.css", "canvas-2.css")),
    View("inspiration_list", "i", ("finder.css", "inspiration.css")),
    *(View("method", "w", ("text.css",)), View("run_sheet", "d", ("text.css",))),
    View("", "k", ("keep.css",)),
)
"""All views in the order of the page (docs/web.md, section 2)."""

Releases = Mapping[str, Mapping[str, str]]
"""The codes of the sheets by fragment, for each version that was given out."""


@dataclass(frozen=True, slots=True)
class Source:
    """What a site is made from. ``base_url``: where it will be found."""

    context: DrawingContext
    words: SiteWords
    municipalities: Municipalities
    base_url: str
    releases: Releases

    @property
    def page(self) -> str:
        """The name of the page: what the address ends in, or ``index.html`` where that ends in a folder."""
        last = urlsplit(self.base_url).path.rpartition("/")[2]
        return last if last.endswith(".html") else "index.html"

    @property
    def scope(self) -> str:
        """What the service worker answers for, as seen from the page: the page alone, where it has a name."""
        return "./" if self.page == "index.html" else self.page


def files(source: Source) -> Mapping[str, bytes]:
    """All files by their places. KitError where the content cannot be shown: a sheet lacks, a colour is too faint."""
    sheets = _sheets(source)
    found = tokens.tokens(source.context.theme)
    wrong = list(tokens.faint(found))
    if wrong:
        raise KitError(wrong)
    data = {**places.files(source.municipalities), **paper.files(source.context.catalogue)}
    inside = _with_modules({**_assets(), **_made(source, sheets, found), **data})
    inside["early.js"] = _told(
        "first", {view.key: [*_of_view(view, inside), *view.styles] for view in VIEWS}, "early.js"
    )
    draft = page(_values(source, sheets, inside, _TOKEN))
    folder = f"kit-{_digest({**inside, source.page: draft})}"
    return {
        source.page: draft.replace(_TOKEN.encode(), folder.encode()),
        WORKER: _worker(source, folder, inside),
        **{f"{folder}/{name}": data for name, data in sorted(inside.items())},
    }


def _sheets(source: Source) -> Mapping[str, Sheet]:
    """The sheet of each view, by its key. The page has a place for these, and for no others."""
    found = {sheet.layout: sheet for sheet in source.context.catalogue.sheets.values()}
    wanted = {view.layout: view.key for view in VIEWS if view.layout}
    wrong = [
        Diagnostic("site-needs-sheet", {"layout": layout, "fragment": key})
        for layout, key in wanted.items()
        if layout not in found or found[layout].fragment != key
    ]
    if wrong:
        raise KitError(wrong)
    return {key: found[layout] for layout, key in wanted.items()}


def _with_modules(inside: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files with the modules as they travel."""
    texts = {name: data.decode() for name, data in sorted(inside.items()) if name.endswith(".js")}
    views = [view.module for view in VIEWS if view.module in texts]
    written = bundle.bundled(texts, views)
    others = {name: data for name, data in inside.items() if name not in texts}
    return {**others, **{name: text.encode() for name, text in written.items()}}


def _assets() -> Mapping[str, bytes]:
    """What is written by hand, without what only helps who writes it."""
    return {name: lean.asset(name, data) for name, data in sources.read().items()}


def _made(source: Source, sheets: Mapping[str, Sheet], found: tokens.Tokens) -> Mapping[str, bytes]:
    """What is generated beside the data."""
    letters = source.context.fonts
    return {
        "theme.css": (fonts.css(letters) + _FAMILIES + tokens.css(found)).encode(),
        "bold.css": fonts.bold().encode(),
        **{cut.file: fonts.woff2(cut, letters) for cut in fonts.ALL},
        **{cut.whole_file: fonts.whole(cut, letters) for cut in fonts.ON_PAPER},
        **script.words(source.context.catalogue, source.words),
        "kit.js": script.module(_kit(source, sheets)),
        "icon.svg": _icon(found),
        "manifest.webmanifest": _manifest(source),
    }


def _kit(source: Source, sheets: Mapping[str, Sheet]) -> Mapping[str, Any]:
    return {
        "version": source.context.catalogue.kit.version.plain,
        "codes": {key: source.context.code(sheet) for key, sheet in sheets.items()},
        "releases": {version: dict(codes) for version, codes in source.releases.items()},
        "titles": {key: sheet.bookmark.plain for key, sheet in sheets.items()},
        "order": [view.key for view in VIEWS],
        "baseUrl": source.base_url,
        "page": source.page,
        "scope": source.scope,
        "title": source.context.catalogue.kit.title.plain,
        "worker": True,
    }


def _icon(found: tokens.Tokens) -> bytes:
    """The brand mark as a picture of its own, square, as a tab and a home screen want it (docs/web.md, section 4)."""
    discs = (("jij", 11, 24, 10), ("brug", 35, 13, 8), ("zon", 38, 36, 6))
    circles = "".join(f'<circle cx="{x}" cy="{y}" r="{r}" fill="{found[name].hex}"/>' for name, x, y, r in discs)
    links = f'<path d="M11 24L35 13M11 24L38 36" stroke="{found["inkt"].hex}" stroke-width="3"/>'
    ground = '<rect width="48" height="48" rx="10" fill="#FFFFFF"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48">{ground}{links}{circles}</svg>\n'.encode()


def _manifest(source: Source) -> bytes:
    title = source.context.catalogue.kit.title.plain
    start = "../" if source.page == "index.html" else f"../{source.page}"
    told = {
        "name": title,
        "short_name": title,
        "lang": source.context.catalogue.kit.language,
        "start_url": start,
        "scope": start,
        "display": "minimal-ui",
        "background_color": "#FFFFFF",
        "theme_color": "#FFFFFF",
        "icons": [{"src": "icon.svg", "sizes": "any", "type": "image/svg+xml"}],
    }
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()


def _values(source: Source, sheets: Mapping[str, Sheet], inside: Mapping[str, bytes], folder: str) -> Mapping[str, Any]:
    """What the templates ask for."""
    catalogue = source.context.catalogue
    words = {view.replace("-", "_"): found for view, found in source.words.items()}
    views = [_view(view, words, sheets) for view in VIEWS]
    kit = catalogue.kit
    return {
        "folder": folder,
        "kit": kit,
        "version": kit.version_line.plain.partition("{versie}")[0] + kit.version.plain,
        "steps": catalogue.steps,
        "fields": catalogue.steps.partner_fields,
        "sectors": catalogue.sectors,
        "halves": _HALVES,
        "method": sheets["w"],
        "site": words,
        "views": views,
        "first_fonts": [cut.file for cut in fonts.FIRST],
        "first_modules": [name for name in first(inside) if name not in ("core.js", "early.js")],
    }


def _view(view: View, words: Mapping[str, Any], sheets: Mapping[str, Sheet]) -> Mapping[str, Any]:
    sheet = sheets.get(view.key)
    return {
        "key": view.key,
        "id": view.key,
        "fragment": "" if view is OVERVIEW else view.key,
        "name": getattr(words["frame"].navigation, view.template),
        "template": f"{view.template}.html.j2",
        "sheet": sheet,
    }


def _of_view(view: View, inside: Mapping[str, bytes]) -> Sequence[str]:
    """The modules of a view that the first one does not import itself."""
    at_once = first(inside)
    return [name for name in first(inside, view.module) if name not in at_once]


def first(inside: Mapping[str, bytes], start: str = "core.js") -> Sequence[str]:
    """The modules of the first view: what the first one imports, and what these import."""
    found: dict[str, None] = {}
    waiting = [start]
    while waiting:
        name = waiting.pop(0)
        if name in inside and name not in found:
            found[name] = None
            waiting += _STATIC_IMPORT.findall(inside[name].decode())
    return tuple(found)


def shell(inside: Mapping[str, bytes]) -> Sequence[str]:
    """What any view needs but its data and its own styles."""
    styles = ("theme.css", "kit.css")
    modules = [*first(inside), *(name for view in VIEWS for name in _of_view(view, inside))]
    return tuple(dict.fromkeys(["early.js", *styles, *modules, *(cut.file for cut in fonts.FIRST)]))


def _worker(source: Source, folder: str, inside: Mapping[str, bytes]) -> bytes:
    """The service worker: what it keeps, then how."""
    at_once = shell(inside)
    # The file with all municipalities takes the place of the small ones; to print with less ink one is online.
    left_out = (places.SHARDS, *paper.OTHER_EDITIONS)
    rest = [name for name in sorted(inside) if name not in at_once and not name.startswith(left_out)]
    prefix = f"kit {urlsplit(source.base_url).path} "
    told = {
        "name": f"{prefix}{folder}",
        "prefix": prefix,
        "folder": folder,
        "page": source.scope,
        "shell": at_once,
        "rest": rest,
    }
    return _told("kit", told, "worker.js")


def _told(name: str, told: object, code: str) -> bytes:
    """A script that is no module, after a line with what it must be told."""
    line = f"const {name} = {json.dumps(told, ensure_ascii=True, separators=(',', ':'))};\n"
    return (line + lean.script((packaged("kit.web") / "templates" / code).read_text(encoding="utf-8"))).encode()


def _digest(inside: Mapping[str, bytes]) -> str:
    whole = sha256()
    for part in _parts(inside):
        whole.update(b"%d:" % len(part))
        whole.update(part)
    return whole.hexdigest()[:8]


def _parts(inside: Mapping[str, bytes]) -> Iterator[bytes]:
    for name in sorted(inside):
        yield name.encode()
        yield inside[name]
