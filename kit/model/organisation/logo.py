"""An organisation's logo: a PNG or JPEG becomes dots, an SVG shapes or dots. What cannot be printed so is refused."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final

from kit.diagnostics import Diagnostic, Mark, Severity, Value
from kit.model.organisation.svg.drawing import Vector
from kit.model.organisation.unprintable import EMPTY, Unprintable
from kit.model.organisation.unseen import is_white
from kit.model.yaml.decode import Undecodable, bytes_of

if TYPE_CHECKING:
    from PIL.Image import Image

HEIGHT: Final = 4.4
WIDTH: Final = 40.0
"""How large a logo is printed at most, in mm: it stands in the footer."""

MOST_BYTES: Final = 5_000_000

FINEST: Final = 600
"""More dots per inch than this no printer sets: they are left out."""

COARSEST: Final = 200
"""With fewer dots per inch than this they can be seen."""

_REFUSED: Final = {"file-too-large": "logo-large"}


@dataclass(frozen=True, slots=True)
class Raster:
    """A logo of dots on white, row by row from the top: red, green and blue of each.

    ``loses``: something white stood on nothing, which paper does not show.
    """

    width: int
    height: int
    dots: bytes
    loses: bool = False


Logo = Vector | Raster


@dataclass(frozen=True, slots=True)
class Read:
    """A logo, if it can be printed, what there is to say about it, and the bytes it was made of, if there are any."""

    logo: Logo | None
    notes: tuple[Diagnostic, ...] = ()
    raw: bytes | None = None


def read(folder: Path, name: str, mark: Mark) -> Read:
    """The logo in a file of the content folder; ``mark`` is where the content names it."""
    raw = None
    try:
        raw = _raw(folder, name)
        logo, why = _logo(raw)
    except Unprintable as problem:
        return Read(None, (Diagnostic(problem.code, {"file": name, **problem.values}, mark),), raw)
    return Read(logo, tuple(_notes(logo, why, name, mark)), raw)


def file_of(folder: Path, name: str) -> Path:
    """The file that a name in the content folder is of; names are written with either slash."""
    return folder / PurePosixPath(name.replace("\\", "/"))


def size(logo: Logo) -> tuple[float, float]:
    """How wide and high a logo is printed, in mm: as large as its place allows."""
    scale = min(WIDTH / logo.width, HEIGHT / logo.height)
    return logo.width * scale, logo.height * scale


def _notes(logo: Logo, why: str, name: str, mark: Mark) -> Iterator[Diagnostic]:
    """What is worth saying about a logo that can be printed."""
    if logo.loses:
        yield Diagnostic("logo-white", {"file": name}, mark, Severity.WARNING)
    if why:
        told: dict[str, Value] = {"file": name, "what": why, "dpi": FINEST}
        yield Diagnostic("logo-picture", told, mark, Severity.ADVICE)
    elif isinstance(logo, Raster) and (dpi := _resolution(logo)) < COARSEST:
        values: dict[str, Value] = {"file": name, "dpi": dpi, "least": COARSEST}
        yield Diagnostic("logo-coarse", values, mark, Severity.WARNING)


def _raw(folder: Path, name: str) -> bytes:
    """What is in the file. Raises Unprintable."""
    place = PurePosixPath(name.replace("\\", "/"))
    if place.is_absolute() or ".." in place.parts or ":" in name:
        raise Unprintable("logo-elsewhere")
    try:
        return bytes_of(file_of(folder, name), MOST_BYTES)
    except Undecodable as problem:
        raise Unprintable(
            _REFUSED.get(problem.diagnostic.code, "logo-missing"), most=MOST_BYTES // 1_000_000
        ) from problem


def _logo(raw: bytes) -> tuple[Logo, str]:
    """The logo, and where an SVG had to become dots, what in it asks for them. Raises Unprintable."""
    from kit.model.organisation import dots
    from kit.model.organisation.svg.parse import is_svg
    from kit.model.organisation.svg.read import drawing_of

    most = WIDTH / 25.4 * FINEST, HEIGHT / 25.4 * FINEST
    if not is_svg(raw):
        seen = dots.on_white(raw, most)
        return _raster(seen.picture, loses=seen.loses), ""
    found = drawing_of(raw, most)
    return (found, "") if isinstance(found, Vector) else (_raster(found.picture), found.why)


def _resolution(logo: Raster) -> int:
    """Dots per inch on paper."""
    return int(logo.height / size(logo)[1] * 25.4)


def _raster(picture: Image, *, loses: bool = False) -> Raster:
    """The dots of a picture. Raises Unprintable where nobody would see them."""
    found = picture.tobytes()
    if is_white(found):
        raise Unprintable(EMPTY)
    return Raster(picture.width, picture.height, found, loses)
