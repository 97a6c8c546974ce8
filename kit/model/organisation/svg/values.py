"""Values of SVG properties: read strictly, so that what is drawn from them is what a browser shows."""

from __future__ import annotations

import re
from typing import Final

from kit.model.organisation.svg.colours import ink
from kit.model.organisation.svg.style import INHERITED, PROPERTIES, words
from kit.model.organisation.svg.transform import NUMBER, Matrix, length, number
from kit.model.organisation.unprintable import BROKEN, Unprintable, undrawable

_INITIAL: Final = {
    "fill": "black",
    "stroke": "none",
    "stroke-width": "1",
    "color": "black",
    "visibility": "visible",
    "fill-rule": "nonzero",
    "clip-rule": "nonzero",
    "stroke-dasharray": "none",
    "stroke-linecap": "butt",
    "stroke-linejoin": "miter",
}
KNOWN: Final = PROPERTIES | words(
    "x y width height cx cy r rx ry x1 y1 x2 y2 d points viewBox preserveAspectRatio id href offset "
    "gradientUnits gradientTransform spreadMethod fx fy fr patternUnits patternContentUnits "
    "patternTransform clipPathUnits maskUnits maskContentUnits markerUnits markerWidth markerHeight refX "
    "refY orient filterUnits primitiveUnits in in2 result type mode operator values stdDeviation dx dy k1 "
    "k2 k3 k4 tableValues slope intercept amplitude exponent edgeMode pathLength"
)
_UNMEASURED: Final = frozenset(
    {"d", "points", "href", "id", "in", "in2", "result", "type", "mode", "operator", "values"}
)

GRADIENTS: Final = frozenset({"linearGradient", "radialGradient"})
FILTERS: Final = words(
    "feGaussianBlur feOffset feFlood feBlend feColorMatrix feComposite feMerge feMergeNode "
    "feComponentTransfer feFuncR feFuncG feFuncB feFuncA feDropShadow"
)
REFERRING: Final = {
    "fill": GRADIENTS | {"pattern"},
    "stroke": GRADIENTS | {"pattern"},
    "clip-path": frozenset({"clipPath"}),
    "mask": frozenset({"mask"}),
    "filter": frozenset({"filter"}),
    **dict.fromkeys(("marker-start", "marker-mid", "marker-end", "marker"), frozenset({"marker"})),
}
UNIT: Final = re.compile(
    r"(?<![\w#.-])[-+]?(?:\d+\.?\d*|\.\d+)(?:r?em|r?ex|r?ch|r?lh|r?ic|cap|[sld]?v(?:w|h|i|b|min|max)|cq\w+)\b|\b(?:calc|env|attr|min|max|clamp)\("
)
_KINDS_OF_PICTURE: Final = re.compile(r"data:image/(?:png|jpe?g)\s*;\s*base64\s*,")
_PLAIN_ONLY: Final = {
    "vector-effect": {"none"},
    "pathLength": set[str](),
    "transform-origin": {"0", "0 0", "0px 0px", "0px"},
}


def said(name: str, value: str) -> str | None:
    """A value, if it says more than what is so without it."""
    word = value.lower()
    if word not in ("inherit", "initial", "unset", "revert"):
        return value
    if name not in PROPERTIES or (word == "inherit" and name not in INHERITED):
        raise undrawable(f"{name}: {word}")
    if name not in INHERITED or word != "initial":
        return None
    if name not in _INITIAL:
        raise undrawable(f"{name}: {word}")
    return _INITIAL[name]


def coloured(name: str, value: str, colour: str) -> str:
    """A value that may be a colour, as ``#rrggbb``; ``colour`` is what *currentColor* means here."""
    word = value.lower()
    if word == "currentcolor":
        return colour
    if word.startswith("url(") or (word == "none" and name in ("fill", "stroke")):
        return value
    if word in ("context-fill", "context-stroke"):
        raise undrawable(value)
    return ink(value).written


def checked(name: str, value: str) -> str:
    """A value that is read alike everywhere, a transform as its matrix. Raises Unprintable."""
    if name not in _UNMEASURED and (found := UNIT.search(value)):
        raise undrawable(found[0])
    if name not in _UNMEASURED:
        _check_numbers(value)
    if name in _PLAIN_ONLY and value not in _PLAIN_ONLY[name]:
        raise undrawable(name)
    if name in ("transform", "gradientTransform", "patternTransform"):
        return "matrix({!r} {!r} {!r} {!r} {!r} {!r})".format(*Matrix.of(value))
    return value


def check_picture(href: str) -> None:
    """Refuse a picture that lies elsewhere, or of a kind that is not read. Raises Unprintable."""
    if not href.startswith("data:"):
        raise undrawable("<image href>")
    if not _KINDS_OF_PICTURE.match(href):
        raise undrawable(href.partition(";")[0])


def _check_numbers(value: str) -> None:
    """Refuse what no drawing can have, before any library has to do with it. Raises Unprintable."""
    if value.strip().lower() in ("nan", "inf", "infinity", "-inf", "-infinity"):
        raise Unprintable(BROKEN)
    if not value.startswith(("#", "url(")):
        for found in NUMBER.findall(value):
            number(found)


def is_nothing(opacity: str) -> bool:
    """Whether an opacity is 0, as a number or in %."""
    return bool(opacity) and opacity.rstrip("%").strip("0.") == "" and opacity.strip("%. ") != ""


def length_of(written: str) -> float:
    """A length in px; nothing written is 0. Raises Unprintable for units that depend on letters or windows."""
    found = length(written or "0")
    if found is None:
        raise undrawable(written)
    return found
