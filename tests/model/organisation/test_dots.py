"""Pictures are made smaller while they are read: what they show stays."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image, ImageChops

from kit.model.organisation import dots, png
from kit.model.organisation.unprintable import Unprintable


def saved(picture: Image.Image, **how: object) -> bytes:
    stream = BytesIO()
    picture.save(stream, "PNG", **how)
    return stream.getvalue()


def picture(mode: str, size: tuple[int, int] = (90, 700)) -> Image.Image:
    """Something that has another colour at each dot, so that a PNG writes rows as what differs from those above."""
    parts = [Image.linear_gradient("L").resize(size), Image.radial_gradient("L").resize(size)]
    bands = [*parts, ImageChops.invert(parts[0]), ImageChops.invert(parts[1])]
    if mode == "P":
        return Image.merge("RGB", bands[:3]).quantize(64)
    return Image.merge(mode, bands[: len(Image.new(mode, (1, 1)).getbands())]) if mode != "L" else bands[1]


@pytest.mark.parametrize("mode", ["L", "LA", "RGB", "RGBA", "P"])
def test_the_bands_of_a_png_are_the_picture(mode: str) -> None:
    whole = picture(mode)
    raw = saved(whole)
    assert png.has_bands(raw)
    found, top = Image.new("RGBA", whole.size), 0
    for band in png.bands(raw):
        assert band.height <= 256
        found.paste(band.convert("RGBA"), (0, top))
        top += band.height
    assert top == whole.height
    assert found.tobytes() == whole.convert("RGBA").tobytes()


def test_a_png_that_ends_too_soon_is_damaged() -> None:
    raw = saved(picture("RGB"))
    with pytest.raises((ValueError, OSError, zlib.error)):
        list(png.bands(raw[: len(raw) // 2]))


def test_other_depths_and_other_files_have_no_bands() -> None:
    for raw in (saved(Image.new("1", (9, 9))), saved(Image.new("I;16", (9, 9))), b"", b"\xff\xd8" + b"x" * 40):
        assert not png.has_bands(raw)


def test_in_bands_or_whole_the_same_dots_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    raw = saved(picture("RGBA"), exif=exif)
    whole, _ = dots.on_white(raw, (200, 30))
    assert whole.width > whole.height
    monkeypatch.setattr(dots, "_IN_BANDS", 0)
    assert dots.on_white(raw, (200, 30)).picture.tobytes() == whole.tobytes()


def test_what_is_made_smaller_is_the_mean_of_its_dots() -> None:
    stripes = Image.new("L", (400, 400))
    stripes.paste(255, (100, 0, 101, 400))
    for x in range(0, 400, 2):
        stripes.paste(200, (x, 0, x + 1, 400))
    found, _ = dots.on_white(saved(stripes), (40, 40))
    assert found.size == (40, 40)
    assert found.getpixel((30, 20)) == pytest.approx((100, 100, 100), abs=6)


def test_what_shines_through_keeps_its_colour_when_it_is_made_smaller() -> None:
    half = Image.new("RGBA", (200, 200), (0, 255, 0, 0))
    half.paste((255, 0, 0, 255), (0, 0, 101, 200))
    found = dots.within(saved(half), 100)
    colour = found.getpixel((found.width // 2, 3))
    assert isinstance(colour, tuple)
    assert (colour[0], colour[1]) == (255, 0)
    assert 0 < colour[3] < 255


def test_a_picture_that_cannot_be_read_in_parts_has_fewer_dots() -> None:
    """Its head alone says so: nothing of it is read."""
    head = struct.pack(">IIBBBBB", 7000, 7000, 16, 6, 0, 0, 0)
    chunk = struct.pack(">I", len(head)) + b"IHDR" + head + struct.pack(">I", zlib.crc32(b"IHDR" + head))
    raw = b"\x89PNG\r\n\x1a\n" + chunk + struct.pack(">I", 0) + b"IDAT" + struct.pack(">I", zlib.crc32(b"IDAT"))
    with pytest.raises(Unprintable) as caught:
        dots.on_white(raw, (900, 100))
    assert (caught.value.code, caught.value.values["most"]) == ("logo-dots", 30)
