"""An organisation's logo: a PNG or JPEG becomes dots, an SVG becomes shapes. What cannot be printed so is refused."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final

from kit.diagnostics import Diagnostic, Mark, Severity, Value
from kit.model.decode import Undecodable, bytes_of
from kit.model.svg import Unprintable, Vector, is_svg, shapes_of

if TYPE_CHECKING:
    from PIL.Image import Image

HEIGHT: Final = 4.4
WIDTH: Final = 40.0
"""How large a logo is printed at most, in mm: it stands in the footer."""

MOST_BYTES: Final = 5_000_000
MOST_DOTS: Final = 30_000_000

FINEST: Final = 600
"""More dots per inch than this no printer sets: they are left out."""

COARSEST: Final = 200
"""With fewer dots per inch than this they can be seen."""

_REFUSED: Final = {"file-too-large": "logo-large"}


@dataclass(frozen=True, slots=True)
class Raster:
    """A logo of dots on white, row by row from the top: red, green and blue of each."""

    width: int
    height: int
    dots: bytes


Logo = Vector | Raster


@dataclass(frozen=True, slots=True)
class Read:
    """A logo, if it can be printed, and what there is to say about it."""

    logo: Logo | None
    notes: tuple[Diagnostic, ...] = ()


def read(folder: Path, name: str, mark: Mark) -> Read:
    """The logo in a file of the content folder; ``mark`` is where the content names it."""
    try:
        logo = _logo(folder, name)
    except Unprintable as problem:
        return Read(None, (Diagnostic(problem.code, {"file": name, **problem.values}, mark),))
    if isinstance(logo, Raster) and (dpi := _resolution(logo)) < COARSEST:
        values: dict[str, Value] = {"file": name, "dpi": dpi, "least": COARSEST}
        return Read(logo, (Diagnostic("logo-coarse", values, mark, Severity.WARNING),))
    return Read(logo)


def size(logo: Logo) -> tuple[float, float]:
    """How wide and high a logo is printed, in mm: as large as its place allows."""
    scale = min(WIDTH / logo.width, HEIGHT / logo.height)
    return logo.width * scale, logo.height * scale


def _logo(folder: Path, name: str) -> Logo:
    place = PurePosixPath(name.replace("\\", "/"))
    if place.is_absolute() or ".." in place.parts or ":" in name:
        raise Unprintable("logo-elsewhere")
    try:
        raw = bytes_of(folder / place, MOST_BYTES)
    except Undecodable as problem:
        raise Unprintable(
            _REFUSED.get(problem.diagnostic.code, "logo-missing"), most=MOST_BYTES // 1_000_000
        ) from problem
    return shapes_of(raw) if is_svg(raw) else _raster(raw)


def _resolution(logo: Raster) -> int:
    """Dots per inch on paper."""
    return int(logo.height / size(logo)[1] * 25.4)


def _raster(raw: bytes) -> Raster:
    from PIL import Image, ImageOps, UnidentifiedImageError

    too_many = Unprintable("logo-dots", most=MOST_DOTS // 1_000_000)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            opened = Image.open(BytesIO(raw), formats=("PNG", "JPEG"))
        if opened.width * opened.height > MOST_DOTS:
            raise too_many
        picture = ImageOps.exif_transpose(opened).convert("RGBA")
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as problem:
        raise too_many from problem
    except UnidentifiedImageError as problem:
        raise Unprintable("logo-kind") from problem
    except (OSError, ValueError, SyntaxError) as problem:
        # Pillow raises SyntaxError for a PNG with a broken part.
        raise Unprintable("logo-broken") from problem
    paper = Image.new("RGBA", picture.size, (255, 255, 255, 255))
    return _seen(Image.alpha_composite(paper, picture).convert("RGB"))


def _seen(picture: Image) -> Raster:
    """The picture without the white around it, in no more dots than a printer sets."""
    from PIL import Image, ImageChops

    box = ImageChops.invert(picture).getbbox()
    if box is None:
        raise Unprintable("logo-empty")
    cropped = picture.crop(box)
    most = FINEST / 25.4 * min(WIDTH / cropped.width, HEIGHT / cropped.height)
    if most < 1:
        fewer = (max(1, round(cropped.width * most)), max(1, round(cropped.height * most)))
        cropped = cropped.resize(fewer, Image.Resampling.LANCZOS)
    return Raster(cropped.width, cropped.height, cropped.tobytes())
