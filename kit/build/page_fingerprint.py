"""The fingerprint of what is drawn: of the same pages the same file is made."""

from __future__ import annotations

import marshal
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, Any, Final

from kit.fingerprint import of

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    from kit.draw.page import Page
    from kit.draw.paths import Path as Line


def of_pages(pages: Sequence[Page]) -> bytes:
    """The fingerprint of what is drawn on pages, and of the letters that it is drawn in."""
    layers = [layer for page in pages for layer in page.layers]
    fonts = {(letters.font, layer.fonts) for layer in layers for text in layer.texts for letters in text.each}
    faces = {face.path: face for face in (fonts.face(font) for font, fonts in fonts)}
    return of(
        *(_of_cut(path.name, faces[path].data) for path in sorted(faces)),
        *(part for layer in layers for part in _seen(layer)),
        repr([len(page.layers) for page in pages]),
    )


@cache
def _of_cut(name: str, data: bytes) -> bytes:
    """The fingerprint of a font file, taken once: all sheets use nearly all fonts."""
    return of(name, data)


def _seen(layer: Page) -> tuple[bytes, str]:
    """All that is on a layer. The many records are written down in binary, which takes a fourth of the time."""
    records = [[*map(_plain, layer.shapes)], [[*map(_plain, (text, *text.each))] for text in layer.texts]]
    dots = [(picture.box, picture.name) for picture in layer.pictures]
    told = repr((layer.size, layer.trim, layer.bleed, layer.codes, layer.links, dots))
    return marshal.dumps(records, _BINARY), told


_BINARY: Final = 2
"""The last form of `marshal` that tells nothing but what things are: not which of them are one object."""


def _plain(record: DataclassInstance) -> tuple[object, ...]:
    """All of a shape, of letters or of a pen as plain tuples."""
    told = (_PLAINER.get(name, _as_it_is)(getattr(record, name)) for name in record.__dataclass_fields__)
    return (type(record).__name__, *told)


def _path(path: Line) -> tuple[object, ...]:
    return [type(segment).__name__ for segment in path], [*chain.from_iterable(path)]


def _as_it_is(value: object) -> object:
    return value


_PLAINER: Final[Mapping[str, Callable[[Any], object]]] = {
    "path": _path,
    "shapes": lambda shapes: [*map(_plain, shapes)],
    "letters": lambda _: (),
    "style": _plain,
    "pen": _plain,
    "font": tuple,
    "colour": tuple,
}
"""How fields are written down. The letters of a text on an arc are told one by one, behind it."""
