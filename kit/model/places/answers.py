"""What people write where a municipality is asked, and that is none: a province, all of Flanders, online, nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from kit.model.places.findings import What
from kit.model.places.municipalities import Municipality
from kit.model.places.spelling import fold

_OTHER_NAMES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "Antwerpen": "Anvers|ANT|ANTW|Prov. Antw.",
        "Henegouwen": "Hainaut|HEN",
        "Limburg": "Limbourg|LIM|LIMB|Belgisch-Limburg|BE Limburg",
        "Luik": "Liège",
        "Luxemburg": "Luxembourg|LUX",
        "Namen": "Namur",
        "Oost-Vlaanderen": "Flandre orientale|O-VL|O-Vlaanderen|Oost-VL|OVL",
        "Vlaams-Brabant": "Brabant flamand|VL-B|VL-BR|Vl. Brabant|VBR|VLBRAB",
        "Waals-Brabant": "Brabant wallon|W-BR|WBR",
        "West-Vlaanderen": "Flandre occidentale|W-VL|W-Vlaanderen|West-VL|WVL",
        "Vlaanderen": "Flanders|Flandre|Vlaams Gewest|VL",
        "Brussel": "Bruxelles|Brussels Gewest|Brussels Hoofdstedelijk Gewest|BHG|19 gemeenten",
        "Wallonië": "Wallonia|Wallonie|Waals Gewest",
    }
)
"""What provinces and regions are called in other languages and in short; as in use, there is no official list."""

_AREAS: Final = """
    Antwerpse Kempen|Ardennen|Borinage|Brabant|Brabantse Kouters|Brugs Ommeland|Brugse Ommeland|Brusselse Rand|
    Denderstreek|Druivenstreek|Groene Gordel|Hageland|Haspengouw|Heuvelland Zuid|Klein-Brabant|Kust|De Kust|
    Land van Aalst|Land van Waas|Leiestreek|Limburgse Kempen|Maasland|Mandelvallei|Meetjesland|Mijnstreek|Neteland|
    Noorderkempen|Noord-Limburg|Oostkantons|Oostkust|Pajottenland|Polders|De Polders|Rand|De Rand|Rupelstreek|
    Scheldeland|Vlaamse Rand|Vlaamse Ruit|Voerstreek|Westkust|Zennevallei|Zuiderkempen|Zuid-Limburg|Zwin|Zwinstreek
"""
"""Areas that people name, and that no municipality belongs to officially."""

_EVERYWHERE: Final = """
    België|Belgium|Belgique|Belgisch|heel het land|het hele land|nationaal|landelijk|bovenlokaal|regionaal|provinciaal|
    intergemeentelijk|internationaal|Europa|Europe|wereldwijd|overal|overal in Vlaanderen|diverse|div|divers|varia|
    Oost- en West-Vlaanderen|West- en Oost-Vlaanderen|
    verschillende|verschillende gemeenten|meerdere|meerdere gemeenten|alle|alle gemeenten|Vlaanderen-breed|
    Vlaanderenbreed|Vlaanderen en Brussel|Vlaanderen/Brussel|Vlaanderen + Brussel|heel Vlaanderen en Brussel
"""

_NOTHING: Final = """
    geen|geen gemeente|geen idee|geen plaats|geen vaste plaats|n.v.t.|niet van toepassing|n/a|none|nihil|niets|leeg|
    thuis|van thuis uit|thuiswerk|
    onbekend|niet bekend|niet gekend|ongekend|weet ik niet|weet niet|nog te bepalen|ntb|tbd|nog niet bekend|nog niet|
    nee|neen|x|xx|xxx|#N/B|#N/A|#NAAM?|#VERW!|#REF!|null|nil|none of the above|zie boven|idem|blanco
"""
_SIGNS: Final = frozenset({"-", "--", "---", "–", "—", "/", "//", "\\", "?", "??", "???", ".", "..", "...", "…", "_"})
"""What stands for nothing without a letter."""

_ONLINE: Final = (
    r"\b(online|on-line|on line|digitaa?l\w*|virtueel|webinar|teams|ms teams|zoom|google meet|skype|videocall|"
    r"op afstand|hybride|internet|het web|via het web)\b"
)


class Region(NamedTuple):
    """What a name stands for that is no municipality, and the name as the data have it."""

    what: What
    name: str


class Answers:
    """Finds what a text means that names no municipality."""

    def __init__(self, municipalities: Iterable[Municipality]) -> None:
        """File the provinces and regions that these lie in, and what else is known."""
        self._regions: dict[str, Region] = {}
        self._file(What.AREA, (name.strip() for name in _AREAS.split("|")))
        everywhere = tuple(municipalities)
        self._file(What.REGION, (of.reference_region for of in everywhere))
        self._file(What.REGION, (of.region for of in everywhere))
        self._file(What.PROVINCE, (of.province for of in everywhere))
        self._words = {
            **dict.fromkeys(_keys(_NOTHING), What.NOTHING),
            **dict.fromkeys(_keys(_EVERYWHERE), What.EVERYWHERE),
        }

    def region(self, name: str) -> Region | None:
        """The province, region or area of a name."""
        return self._regions.get(fold(name))

    def word(self, text: str) -> What | None:
        """What words mean that are the name of nothing."""
        if text.strip() in _SIGNS:
            return What.NOTHING
        found = self._words.get(fold(text))
        return What.ONLINE if not found and re.search(_ONLINE, text, re.IGNORECASE) else found

    def _file(self, what: What, names: Iterable[str]) -> None:
        for name in dict.fromkeys(filter(None, names)):
            for known in (name, *_OTHER_NAMES.get(name, name).split("|")):
                self._regions[fold(known)] = Region(what, name)


def _keys(words: str) -> Iterable[str]:
    return (fold(word) for word in words.split("|"))
