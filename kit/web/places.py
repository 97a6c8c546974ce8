"""The municipalities as the page knows them: one file with all, small files for who opens a code, and the layouts.

Every bubble sheet lies in one of ten layouts (design, section 11), so a municipality needs no coordinates of its own:
only the name of its layout and who stands in which bubble. That is true offline for all of them.

``data/places.json``, of all 565, by NIS code::

    {"12021": {"n": "Lier",                         its name
               "z": ["2500"],                       postal codes
               "l": "8A",                           its layout
               "b": ["11035", …, null],             who is in each bubble, clockwise from north; null: nobody
               "v": ["11052"],                      neighbours beyond eight ("Verder weg"); only where there are any
               "r": 1,                              only where the directions are too rough for an arrow to the north
               "m": [["Lierre", "fr"], …],          other names with their kind; only where there are any
               "p": "Luik"}}                        its province; only where `kit places` asks for it beside its name

A name of which `kit places` asks whom it means has a 1 behind its kind: ``["Heist", "part", 1]``.
Kinds: ``fr`` the French name, ``2019`` and ``2025`` a municipality that has been part of it since that year, ``part`` a
part of it. Names come in the order in which `kit places` lets them win.

``data/m/12.json``, of those whose code begins with 12: ``{"places": {…as above, without z and m…}, "names": {"11035":
"Ranst", …}}``; ``names`` are those of the neighbours that are not in the file themselves.

``layouts/8A.js`` and so on, a module for each of the ten, in mm of the sheet on A3 (x to the right, y downwards)::

    {"c": [213.5, 148.5, 56],                       the bubble in the middle: x, y and radius
     "b": [[213.5, 47.3, 37.8], …],                 those around it, clockwise from north
     "ring": "M…", "spokes": ["M…", …],             the border network: the `d` of SVG paths
     "links": [[x1, y1, x2, y2], …]}                from the outline in the middle to that of each bubble
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Final

from kit.draw.bubbles.borders import network
from kit.draw.bubbles.layouts import LAYOUTS, RESERVED, Bubbles, link_ends
from kit.draw.bubbles.placement import MOST, Placement, place
from kit.draw.bubbles.plan import directions
from kit.draw.geometry import Circle
from kit.model.places.findings import Found
from kit.model.places.lookup import Lookup, fold
from kit.model.places.municipalities import Municipalities, Municipality, merged_in
from kit.web.paths import d, plain
from kit.web.script import module

PLACES: Final = "data/places.json"
SHARDS: Final = "data/m"
LAYOUT_FOLDER: Final = "layouts"

_TITLE: Final = RESERVED[:1]
"""On the screen only the title keeps its corner: there is no legend, and no code."""

_Json = dict[str, Any]


def files(municipalities: Municipalities) -> Mapping[str, bytes]:
    """All files, by their places in the folder of the site."""
    placed = {of.nis: _placed(of, municipalities) for of in municipalities}
    lookup = Lookup(municipalities)
    whole = {of.nis: {**placed[of.nis], **_known_by(of, lookup)} for of in municipalities}
    return {PLACES: _written(whole), **layouts(), **dict(_shards(placed))}


def layouts() -> Mapping[str, bytes]:
    """The module of each layout, by its place: a first view needs one of them."""
    return {f"{LAYOUT_FOLDER}/{name}.js": module(_layout(bubbles)) for name, bubbles in LAYOUTS.items()}


def _shards(placed: Mapping[str, _Json]) -> Iterator[tuple[str, bytes]]:
    grouped: dict[str, list[str]] = defaultdict(list)
    for nis in placed:
        grouped[nis[:2]].append(nis)
    for digits, members in grouped.items():
        beside = {other for nis in members for other in (*placed[nis]["b"], *placed[nis].get("v", ())) if other}
        names = {nis: placed[nis]["n"] for nis in sorted(beside.difference(members))}
        yield f"{SHARDS}/{digits}.json", _written({"places": {nis: placed[nis] for nis in members}, "names": names})


def _placed(of: Municipality, municipalities: Municipalities) -> _Json:
    """Its name, and who is around it: of more than eight neighbours, those with the longest border."""
    around, further = of.neighbours[:MOST], of.neighbours[MOST:]
    found: Placement[Municipality] = place(of, [municipalities.by_nis[nis] for nis in around], directions())
    told = {"n": of.name, "l": found.layout, "b": [one.nis if one else None for one in found.slots]}
    return {**told, **({"v": list(further)} if further else {}), **({"r": 1} if found.is_rough else {})}


def _known_by(of: Municipality, lookup: Lookup) -> _Json:
    """By what else it is found, and which of its names are not enough."""
    names = [[name, kind, *([1] if _is_asked(name, lookup) else [])] for name, kind in _other_names(of)]
    asked = {"p": of.province} if _is_asked(of.name, lookup) else {}
    return {"z": list(of.postal_codes), **({"m": names} if names else {}), **asked}


def _is_asked(name: str, lookup: Lookup) -> bool:
    """Whether `kit places` takes nobody for it: several have it, or a province."""
    return not isinstance(lookup.find(name), Found)


def _other_names(of: Municipality) -> Iterator[tuple[str, str]]:
    seen = {fold(of.name)}
    known = [(of.name_fr, "fr")]
    known += [(name, str(merged_in(of))) for name in of.former_names]
    known += [(name, "part") for name in of.submunicipalities]
    for name, kind in known:
        if fold(name) not in seen:
            seen.add(fold(name))
            yield name, kind


@cache
def _layout(bubbles: Bubbles) -> _Json:
    borders = network(bubbles, _TITLE)
    # The arcs of the ring follow each other: as one path its dashes are even on a screen.
    ring = borders.ring[0] + tuple(part for arc in borders.ring[1:] for part in arc[1:])
    ends = [link_ends(bubbles, of) for of in bubbles.neighbours]
    return {
        "c": _circle(bubbles.centre),
        "b": [_circle(of) for of in bubbles.neighbours],
        "ring": d(ring, 1),
        "spokes": [d(spoke, 1) for spoke in borders.spokes],
        "links": [[plain(value, 1) for point in pair for value in point] for pair in ends],
    }


def _circle(of: Circle) -> list[float]:
    return [plain(of.x, 1), plain(of.y, 1), plain(of.r, 1)]


def _written(told: object) -> bytes:
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()
