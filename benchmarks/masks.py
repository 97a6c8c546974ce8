"""Does it matter which mask a QR code has? ``python -m benchmarks.masks`` has a program read simulated photos of all.

A photo: grey ink on greyish paper, turned by 7 degrees, seen from a little aside, blurred, with noise, at so many dots
an inch. The module is that of a sheet (0.54 mm). The same photo is taken of every mask.
"""

from __future__ import annotations

import argparse
import random
import sys
from dataclasses import dataclass
from typing import Final

import qrcode
import zxingcpp
from PIL import Image, ImageChops, ImageFilter
from qrcode.constants import ERROR_CORRECT_M
from qrcode.util import MODE_8BIT_BYTE, QRData

URL: Final = "https://toolkitoptil.be/netwerkuitbouwen.html#b/"
MODULE: Final = 22 / 41
"""Millimetres: the code of a sheet is 22 mm with its quiet zone, and has 41 modules."""

INK, PAPER = 105, 215
TURN: Final = 7
ASIDE: Final = 0.03
"""How far the corners move, in sizes of the picture."""

FINE: Final = 12
"""Dots a module before the photo is taken."""


@dataclass(frozen=True, slots=True)
class Camera:
    """Dots an inch, the radius of the blur in dots, and the noise in steps of 255."""

    dpi: int
    blur: float
    noise: int


CAMERAS: Final = (Camera(200, 0.7, 20), Camera(200, 1.15, 18), Camera(200, 1.0, 35), Camera(150, 0.8, 18))


def picture(url: str, mask: int | None) -> Image.Image:
    """The code of a URL, large; without a mask the one that the standard chooses."""
    maker = qrcode.QRCode(error_correction=ERROR_CORRECT_M, border=14, mask_pattern=mask)
    maker.add_data(QRData(url.encode(), mode=MODE_8BIT_BYTE))
    maker.make(fit=True)
    rows = maker.get_matrix()
    dots = bytes(INK if dark else PAPER for row in rows for dark in row)
    return Image.frombytes("L", (len(rows), len(rows)), dots).resize((FINE * len(rows),) * 2, Image.Resampling.NEAREST)


def photo(of: Image.Image, camera: Camera, seed: int) -> Image.Image:
    """A photo of a code. The same seed gives the same hand and the same noise."""
    chance = random.Random(seed)
    side = of.width
    turned = of.rotate(TURN + chance.uniform(-1, 1), Image.Resampling.BICUBIC, fillcolor=PAPER)
    near, far = [chance.uniform(0, ASIDE * side) for _ in range(8)], side
    corners = (near[0], near[1], near[2], far - near[3], far - near[4], far - near[5], far - near[6], near[7])
    seen = turned.transform((side, side), Image.Transform.QUAD, corners, Image.Resampling.BICUBIC)
    small = round(side / FINE * MODULE * camera.dpi / 25.4)
    image = seen.resize((small, small), Image.Resampling.LANCZOS).filter(ImageFilter.GaussianBlur(camera.blur))
    noise = Image.frombytes("L", image.size, chance.randbytes(small * small))
    return ImageChops.add(image, noise.point(lambda value: value * 2 * camera.noise // 255), offset=-camera.noise)


def is_read(url: str, image: Image.Image) -> bool:
    """Whether a reader makes the URL out."""
    found = zxingcpp.read_barcode(image)
    return found is not None and found.text == url


def main() -> None:
    """Print for each camera how many codes were read, of every mask."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.masks", description=__doc__)
    parser.add_argument("--codes", type=int, default=100, help="how many codes of each mask (default: 100)")
    codes = parser.parse_args().codes
    urls = [f"{URL}{random.Random(i).randrange(11001, 93090)}" for i in range(codes)]
    heads = ["chosen", *(f"mask {mask}" for mask in range(8))]
    sys.stdout.write(f"{f'read, of {codes}':<18}" + "".join(f"{head:>8}" for head in heads) + "\n")
    for camera in CAMERAS:
        read = [sum(is_read(url, photo(picture(url, mask), camera, i)) for i, url in enumerate(urls)) for mask in MASKS]
        name = f"{camera.dpi} dpi, {camera.blur}, {camera.noise}"
        sys.stdout.write(f"{name:<18}" + "".join(f"{count:>8}" for count in read) + "\n")


MASKS: Final = (None, *range(8))

if __name__ == "__main__":
    main()
