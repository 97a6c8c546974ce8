"""A PNG or JPEG becomes dots, made smaller while it is read: a file of some kB may hold more than fits in memory."""

from __future__ import annotations

import math
import warnings
import zlib
from collections.abc import Callable, Iterable, Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Final, NamedTuple

from kit.model.organisation.png import bands, exif, has_bands
from kit.model.organisation.unprintable import BROKEN, EMPTY, Unprintable
from kit.model.organisation.unseen import has_lone_dots

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFile import ImageFile

MOST_DOTS: Final = 80_000_000
"""More than any camera takes, and below what Pillow warns of."""

_AT_ONCE: Final = 30_000_000
"""Dots that are in memory together, at four bytes each."""

_IN_BANDS: Final = 8_000_000
"""From so many dots on, a PNG is read in bands."""

_LOOKED_AT: Final = 40_000
"""In so many dots the letters of a logo are still seen."""

_ROWS: Final = 256
_BYTES: Final = {"1": 1, "L": 1, "P": 1, "I;16": 2}
_ORIENTATION: Final = 0x0112
_TRANSPOSED: Final = frozenset({5, 6, 7, 8})
"""Values of Exif's orientation in which width and height change places."""

_Box = tuple[int, int, int, int]


class OnWhite(NamedTuple):
    """A picture on paper; ``loses``: something white in it stood on nothing, which paper does not show."""

    picture: Image
    loses: bool


def on_white(raw: bytes, most: tuple[float, float]) -> OnWhite:
    """A picture on paper without the white around it, at most so many dots wide and high. Raises Unprintable."""
    from PIL import ImageOps

    file = _opened(raw)
    try:
        turned = _orientation(raw, file)
        wide, high = reversed(most) if turned in _TRANSPOSED else most
        box, loses = _looked_at(_bands(raw, file), file)
        scale = min(1.0, wide / (box[2] - box[0]), high / (box[3] - box[1]))
        picture = _reduced(_bands(raw, file), box, max(1, int(0.5 / scale)), _flat)
        picture = fitted(picture, (wide, high))
        picture.getexif()[_ORIENTATION] = turned
        return OnWhite(ImageOps.exif_transpose(picture), loses)
    except _DAMAGED as problem:
        # Pillow raises SyntaxError for a PNG with a broken part.
        raise Unprintable(BROKEN) from problem


def within(raw: bytes, most: int) -> Image:
    """A picture with what shines through it, in at most some ``most`` dots. Raises Unprintable."""
    file = _opened(raw)
    by = _fewer(file, most)
    try:
        return _reduced(_bands(raw, file), (0, 0, *file.size), by, _weighed).convert("RGBA")
    except _DAMAGED as problem:
        raise Unprintable(BROKEN) from problem


def cropped(picture: Image) -> Image:
    """A picture on white without the white around it. Raises Unprintable."""
    return picture.crop(ink_box(picture))


def ink_box(picture: Image) -> _Box:
    """The box around what is not white: left, top, right, bottom. Raises Unprintable."""
    return _around([_ink(picture)])


def fitted(picture: Image, most: tuple[float, float]) -> Image:
    """A picture in no more dots than there may be."""
    from PIL import Image

    scale = min(most[0] / picture.width, most[1] / picture.height)
    if scale >= 1:
        return picture
    size = (max(1, round(picture.width * scale)), max(1, round(picture.height * scale)))
    return picture.resize(size, Image.Resampling.LANCZOS)


_DAMAGED: Final = (OSError, ValueError, SyntaxError, EOFError, zlib.error)


def _opened(raw: bytes) -> ImageFile:
    """The file with its size known, and none of its dots. Raises Unprintable."""
    from PIL import Image, UnidentifiedImageError

    too_many = Unprintable("logo-dots", most=MOST_DOTS // 1_000_000)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            file = Image.open(BytesIO(raw), formats=("PNG", "JPEG"))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as problem:
        raise too_many from problem
    except UnidentifiedImageError as problem:
        raise Unprintable("logo-kind") from problem
    except _DAMAGED as problem:
        raise Unprintable(BROKEN) from problem
    if file.width * file.height > MOST_DOTS:
        raise too_many
    if file.format == "JPEG":
        _draft(file)
    if not _is_read_in_bands(raw, file) and file.width * file.height * _BYTES.get(file.mode, 4) > 4 * _AT_ONCE:
        raise Unprintable("logo-dots", most=_AT_ONCE // 1_000_000)
    return file


def _draft(file: ImageFile) -> None:
    """Let a JPEG be read at half, a quarter or an eighth of its size where it is too large."""
    # One that is sharper with each pass keeps all of them until the last, three numbers of two bytes a dot.
    if file.info.get("progressive") and file.width * file.height * 6 > 4 * _AT_ONCE:
        raise Unprintable("logo-dots", most=4 * _AT_ONCE // 6_000_000)
    by = next((by for by in (1, 2, 4) if file.width * file.height / by**2 <= _AT_ONCE / 2), 8)
    if by > 1:
        file.draft(file.mode, (file.width // by, file.height // by))


def _orientation(raw: bytes, file: ImageFile) -> int:
    """How the picture is to be turned (Exif 2.3, tag 0x0112); 1 where it stands upright."""
    from PIL import Image

    known = Image.Exif()
    if _is_read_in_bands(raw, file):
        known.load(exif(raw))
    else:
        known = file.getexif()
    return int(known.get(_ORIENTATION, 1))


def _is_read_in_bands(raw: bytes, file: ImageFile) -> bool:
    return file.width * file.height > _IN_BANDS and has_bands(raw)


def _bands(raw: bytes, file: ImageFile) -> Iterator[Image]:
    if _is_read_in_bands(raw, file):
        yield from bands(raw)
        return
    for top in range(0, file.height, _ROWS):
        yield file.crop((0, top, file.width, min(top + _ROWS, file.height)))


def _looked_at(parts: Iterable[Image], file: ImageFile) -> tuple[_Box, bool]:
    """The box around what is not white, and whether something white stands on nothing. Raises Unprintable.

    Both in one go: to read a large file takes longer than all the rest.
    """
    boxes = list[_Box | None]()
    noted = _noted(parts, boxes)
    if not file.has_transparency_data:
        for _ in noted:
            pass
        return _around(boxes), False
    small = _reduced(noted, (0, 0, *file.size), _fewer(file, _LOOKED_AT), _weighed).convert("RGBA")
    return _around(boxes), has_lone_dots(small.width, small.height, small.tobytes())


def _fewer(file: ImageFile, most: int) -> int:
    """How many dots become one each way, so that there are at most some ``most``."""
    return max(1, math.ceil(math.sqrt(file.width * file.height / most)))


def _noted(parts: Iterable[Image], boxes: list[_Box | None]) -> Iterator[Image]:
    """The bands; the box around what is not white in each goes to ``boxes``."""
    top = 0
    for band in parts:
        boxes.append(_ink(_flat(band), top))
        top += band.height
        yield band


def _ink(flat: Image, top: int = 0) -> _Box | None:
    """The box around what is not white, in a band that begins at ``top``."""
    from PIL import ImageChops

    box = ImageChops.invert(flat).getbbox()
    return (box[0], box[1] + top, box[2], box[3] + top) if box else None


def _around(some: Iterable[_Box | None]) -> _Box:
    """The box around boxes. Raises Unprintable where there is none."""
    boxes = [box for box in some if box]
    if not boxes:
        raise Unprintable(EMPTY)
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _reduced(parts: Iterable[Image], box: _Box, by: int, prepare: Callable[[Image], Image]) -> Image:
    """What lies in the box, each square of ``by`` dots as one; ``prepare`` each band before."""
    from PIL import Image

    size = (math.ceil((box[2] - box[0]) / by), math.ceil((box[3] - box[1]) / by))
    rest: Image.Image | None = None
    found, row, top = list[Image.Image](), 0, 0
    for band in parts:
        start, end = (max(0, min(edge - top, band.height)) for edge in (box[1], box[3]))
        top += band.height
        if start == end:
            continue
        piece = _under(rest, prepare(band.crop((box[0], start, box[2], end))))
        whole = piece.height if top >= box[3] else piece.height - piece.height % by
        rest = piece.crop((0, whole, piece.width, piece.height)) if whole < piece.height else None
        if whole:
            found.append(piece.crop((0, 0, piece.width, whole)).reduce(by))
    picture = Image.new(found[0].mode, size)
    for piece in found:
        picture.paste(piece, (0, row))
        row += piece.height
    return picture


def _under(one: Image | None, other: Image) -> Image:
    """Two pieces, one under the other."""
    from PIL import Image

    if one is None:
        return other
    both = Image.new(other.mode, (other.width, one.height + other.height))
    both.paste(one, (0, 0))
    both.paste(other, (0, one.height))
    return both


def _flat(band: Image) -> Image:
    """A band on white paper."""
    from PIL import Image

    coloured = _coloured(band)
    return Image.alpha_composite(Image.new("RGBA", band.size, (255, 255, 255, 255)), coloured).convert("RGB")


def _weighed(band: Image) -> Image:
    """A band in which what is not seen has no colour either."""
    return _coloured(band).convert("RGBa")


def _coloured(band: Image) -> Image:
    if band.mode.startswith("I"):
        # Greys of 16 bits: Pillow would cut off all that is lighter than 255 of 65535.
        return band.convert("I").point(lambda value: value * (1 / 257)).convert("L").convert("RGBA")
    return band.convert("RGBA")
