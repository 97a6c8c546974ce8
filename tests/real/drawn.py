"""A logo as coarse squares of colour: what a browser shows of it, and what is printed, can so be laid side by side.

``python -m tests.real.drawn`` writes anew what Chromium shows of each file in ``logos/``; look at what changed.
"""

from __future__ import annotations

import sys
import tomllib
from io import BytesIO
from pathlib import Path
from typing import Final

from PIL import Image, ImageChops

LOGOS: Final = Path(__file__).parent / "logos"
EXPECTED: Final = LOGOS / "expected.toml"
ACROSS: Final = 16
DOWN: Final = 6
"""Squares in a logo: each has the mean colour of what lies in it."""

_SIDE: Final = 1200


def squares(picture: Image.Image) -> list[str]:
    """The rows of squares of a picture on white, without the room around it: six hexadecimal digits each."""
    box = ImageChops.invert(picture).point(lambda value: 255 if value > 24 else 0).getbbox()
    small = picture.crop(box).resize((ACROSS, DOWN), Image.Resampling.BOX)
    cells = [small.getpixel((x, y)) for y in range(DOWN) for x in range(ACROSS)]
    written = ["".join(f"{part:02x}" for part in cell) for cell in cells if isinstance(cell, tuple)]
    return [" ".join(written[at : at + ACROSS]) for at in range(0, ACROSS * DOWN, ACROSS)]


def proportion(picture: Image.Image) -> float:
    """How much wider than high what is seen of a picture is."""
    box = ImageChops.invert(picture).point(lambda value: 255 if value > 24 else 0).getbbox()
    assert box
    return (box[2] - box[0]) / (box[3] - box[1])


def expected() -> dict[str, dict[str, object]]:
    """What is to become of each file, by its name."""
    return tomllib.loads(EXPECTED.read_text(encoding="utf-8"))


def _in_a_browser(files: list[Path]) -> dict[str, Image.Image]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": _SIDE, "height": _SIDE})
        found = {}
        for file in files:
            look = f"display:block;width:{_SIDE}px;height:{_SIDE}px;object-fit:contain"
            page.goto(LOGOS.as_uri())
            page.set_content(f'<body style="margin:0"><img src="{file.as_uri()}" style="{look}">')
            page.wait_for_function("document.images[0].complete")
            found[file.stem] = Image.open(BytesIO(page.screenshot())).convert("RGB")
        browser.close()
    return found


def _written(name: str, outcome: dict[str, object], seen: Image.Image | None) -> str:
    lines = [f"[{name}]", *(f'{key} = "{outcome[key]}"' for key in ("is", "what") if key in outcome)]
    if seen is not None:
        rows = "\n".join(f'    "{row}",' for row in squares(seen))
        lines += [f"proportion = {proportion(seen):.3f}", f"seen = [\n{rows}\n]"]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Write what a browser shows; what becomes of each file stays as it is."""
    outcomes = expected()
    printed = [LOGOS / f"{name}.svg" for name, outcome in outcomes.items() if outcome["is"] in ("shapes", "dots")]
    seen = _in_a_browser(printed)
    parts = [_written(name, outcome, seen.get(name)) for name, outcome in sorted(outcomes.items())]
    EXPECTED.write_text("\n".join(parts), encoding="utf-8", newline="\n")
    sys.stdout.write(f"{len(seen)} of {len(outcomes)}\n")


if __name__ == "__main__":
    main()
