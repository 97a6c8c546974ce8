"""Makes the pictures of the guide and the README anew, in docs: ``python3 run.py pictures``.

Each shows what a command of the guide makes, from the content of this repository. The browser that takes the picture
of `kit watch` is Chromium, on the path or where ``KIT_CHROMIUM`` says.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from contextlib import chdir, closing, redirect_stdout
from io import BytesIO, StringIO
from itertools import chain, islice
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from PIL import Image

from kit.cli import app
from kit.messages.catalogue import Messages
from kit.press import render
from kit.watch.server import LivePage, Server, State
from kit.watch.watch import Order, Watch

DOCS: Final = Path(__file__).parent / "docs"
DPI: Final = 150
"""At which pages are drawn before they are made smaller: thin lines stay."""

GAP: Final = 12
TABLE: Final = (232, 232, 232)
WHITE: Final = (255, 255, 255)

WORKSHOP: Final = ("--participants", "18", "--table-size", "5", "--place", "Lier", "--date", "3/12/2026")
"""As in the guide."""

LONG: Final = "Bouw samen met je buren een netwerk uit, over alle grenzen van gemeenten en sectoren heen"

_STEPS: Final = ((100, 20), (30, 36))
"""Colours that differ at least so much, all parts together, up to so many: first the rare ones, then the tints."""

_MOST: Final = 60
BROWSERS: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def main() -> None:
    """Make all pictures, and print their names."""
    with tempfile.TemporaryDirectory() as place:
        for name, data in made(Path(place)).items():
            (DOCS / name).write_bytes(data)
            sys.stdout.write(f"docs/{name}\n")


def made(place: Path, names: Sequence[str] = ()) -> Mapping[str, bytes]:
    """The pictures by name, or some of them, as PNG; what they are made of goes to a folder."""
    place.mkdir(exist_ok=True)
    return {name: _png(draw(place)) for name, draw in PICTURES.items() if name in names or not names}


def the_kit(place: Path) -> Image.Image:
    """All sheets."""
    _kit("preview", "--dpi", "20", "--out", place)
    return _smaller(Image.open(place / "nl" / "previews" / "kit.png").convert("RGB"), 900)


def bubble_sheet(place: Path) -> Image.Image:
    """That of Lier."""
    _kit("bubbles", "Lier", "--out", place)
    return _smaller(_page(place / "nl" / "bubbles" / "12021-lier.pdf"), 760)


def workshop(place: Path) -> Image.Image:
    """The cover and the list of a workshop, side by side."""
    _kit("pack", *WORKSHOP, "--out", place)
    pages = render.pages((place / "nl" / "packs" / "2026-12-03-lier" / "alles.pdf").read_bytes(), DPI)
    sheets = [_smaller(page, 400) for page in islice(pages, 2)]
    table = Image.new("RGB", (2 * 400 + 3 * GAP, sheets[0].height + 2 * GAP), TABLE)
    for i, sheet in enumerate(sheets):
        table.paste(sheet, (GAP + i * (400 + GAP), GAP))
    return table


def page_of_watch(place: Path) -> Image.Image:
    """What the browser shows where something is wrong: a title is too long."""
    with chdir(place):
        content = Path("mijn-kit")
        _kit("init", content)
        watch = Watch(Order((), content))
        watch.rebuild()
        file = content / "nl" / "sheets" / "canvas-1.yaml"
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("title: Bouw je netwerk uit", f"title: {LONG}"), encoding="utf-8")
        rebuild = watch.rebuild()
        live_page = LivePage(Messages.load("nl"))
        live_page.publish(State(watch.shown(), rebuild.notes, rebuild.failed))
        with closing(Server(live_page)) as server:
            return _seen(server.address)


PICTURES: Final[Mapping[str, Callable[[Path], Image.Image]]] = MappingProxyType(
    {
        "kit.png": the_kit,
        "bollenschema-lier.png": bubble_sheet,
        "workshop.png": workshop,
        "kit-watch.png": page_of_watch,
    }
)
"""How each picture is made."""


def _kit(*arguments: str | Path) -> None:
    with redirect_stdout(StringIO()):
        status = app.run([str(argument) for argument in arguments], {"KIT_LANG": "nl"})
    if status:
        sys.exit(status)


def _page(pdf: Path) -> Image.Image:
    return next(render.pages(pdf.read_bytes(), DPI))


def _smaller(picture: Image.Image, width: int) -> Image.Image:
    return picture.resize((width, round(picture.height * width / picture.width)), Image.Resampling.LANCZOS)


def _seen(address: str) -> Image.Image:
    """A page as the browser shows it."""
    from playwright.sync_api import sync_playwright

    program = os.environ.get("KIT_CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)
    if program is None:
        sys.exit("no Chromium here")
    with sync_playwright() as running:
        browser = running.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": 900, "height": 560}, reduced_motion="reduce")
        page.goto(address)
        page.wait_for_function("[...document.images].every(image => image.complete)")
        shot = page.screenshot()
        browser.close()
    return Image.open(BytesIO(shot)).convert("RGB")


def _png(picture: Image.Image) -> bytes:
    """A picture in few colours: flat areas and sharp letters take a fifth of the bytes then."""
    colours = _palette(picture)
    palette = Image.new("P", (1, 1))
    palette.putpalette([*chain.from_iterable(colours), *chain.from_iterable([colours[0]] * (256 - len(colours)))])
    few = picture.quantize(palette=palette, dither=Image.Dither.NONE)
    stream = BytesIO()
    few.save(stream, "PNG", optimize=True, bits=max(1, (len(colours) - 1).bit_length()))
    return stream.getvalue()


def _palette(picture: Image.Image) -> list[tuple[int, ...]]:
    """The colours that there is most of, most of them also mixed with white, for the edges of letters."""
    counts: Any = sorted(picture.getcolors(picture.width * picture.height) or [], reverse=True)
    found: list[tuple[int, ...]] = [WHITE]
    for least, most in _STEPS:
        for _, colour in counts:
            if len(found) < most and all(_apart(colour, other) >= least for other in found):
                found.append(colour)
    mixed = [tuple((255 + part) // 2 for part in one) for one in found[1:]]
    return [*found, *mixed][:_MOST]


def _apart(one: Sequence[int], other: Sequence[int]) -> int:
    """How far two colours are apart: a tint is farther from a grey than two greys that differ as much."""
    light = sum(abs(a - b) for a, b in zip(one, other, strict=True))
    tint = abs((one[0] - one[1]) - (other[0] - other[1])) + abs((one[1] - one[2]) - (other[1] - other[2]))
    return light + tint


if __name__ == "__main__":
    main()
