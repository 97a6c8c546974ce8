"""Names and codes by which people know a municipality and that the data do not have."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

NICKNAMES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "Aalst": "Aalst-Stad",
        "Aarschot": "Aerschot",
        "Antwerpen": "Antwerp|Antw|A'pen|Antwerpen-Stad",
        "Beveren-Kruibeke-Zwijndrecht": "Beveren-Waas|BKZ",
        "Bilzen-Hoeselt": "Bilsen",
        "Brussel": "Bxl|Brussels|Bxl-Ville|Bruxelles-Ville|Brussel-Stad|B'sel|Brussel Hoofdstad",
        "De Haan": "Le Coq",
        "Geel": "Gheel",
        "Genk": "Genck",
        "Gent": "Ghent|Gent-Stad",
        "Harelbeke": "Harlebeke",
        "Heist-op-den-Berg": "Heist o.d. Berg|HodB",
        "Hoeilaart": "Hoeylaert",
        "Hoogstraten": "Hoogstraeten",
        "Izegem": "Iseghem",
        "Knokke-Heist": "Knocke-Heist|Knokke-Heyst|Knokke-le-Zoute",
        "Koksijde": "Coxyde",
        "Kraainem": "Crainhem",
        "Leuven": "Löwen",
        "Luik": "Lüttich",
        "Mechelen": "Mechlin",
        "Oostende": "Ostend",
        "Ottignies-Louvain-la-Neuve": "LLN",
        "Overijse": "Overyssche",
        "Pajottegem": "Gammerages",
        "Poperinge": "Poperinghe",
        "Sint-Genesius-Rode": "Rode",
        "Sint-Gillis-Waas": "Saint-Gilles-Waes",
        "Sint-Jans-Molenbeek": "Molenbeek",
        "Sint-Joost-ten-Node": "Sint-Joost",
        "Sint-Katelijne-Waver": "Sint-Kat-Waver|St-Kat-Waver|SKW|Wavre-Sainte-Catherine",
        "Sint-Niklaas": "Saint-Nicolas-Waes|Sint-Niklaas-Waas",
        "Sint-Pieters-Leeuw": "Leeuw-Saint-Pierre",
        "Tervuren": "Tervueren",
        "Tongeren-Borgloon": "Tongres|Looz",
        "Torhout": "Thourout",
        "Wevelgem": "Wevelghem",
        "Willebroek": "Willebroeck",
        "Zaventem": "Saventhem",
        "Zottegem": "Sottegem",
    }
)
"""What people write for a municipality beside the names in the data: short forms, English names, older French ones.

There is no official list of these: they are as in use. Each is of one municipality only.
"""

SHORT: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {"Onze-Lieve-Vrouw-": ("OLV", "OL Vrouw"), "-op-den-": ("-od-",), "-aan-de-": ("-ad-",), "-bij-": ("-b-",)}
)
"""Parts of names that are written shorter, as they are compared: O.L.V.-Waver, Heist o/d Berg."""

_OLD_CODES: Final = """
    12041: 12030 Puurs, 12034 Sint-Amands
    44083: 44011 Deinze, 44049 Nevele
    44084: 44001 Aalter, 44029 Knesselare
    44085: 44036 Lovendegem, 44072 Waarschoot, 44080 Zomergem
    45068: 45017 Kruishoutem, 45057 Zingem
    72042: 71047 Opglabbeek, 72040 Meeuwen-Gruitrode
    72043: 72025 Neerpelt, 72029 Overpelt
    51067: 55010 Enghien
    51068: 55039 Silly
    51069: 55023 Lessines
    57096: 54007 Mouscron
    57097: 54010 Comines-Warneton
    58001: 55022 La Louvière
    58002: 56011 Binche
    58003: 56085 Estinnes
    58004: 56087 Morlanwelz
    11002: 11007 Borsbeek
    23106: 23023 Galmaarden, 23024 Gooik, 23032 Herne
    37021: 37018 Wingene, 37012 Ruiselede
    37022: 37015 Tielt, 37007 Meulebeke
    44086: 44012 De Pinte, 44048 Nazareth
    44087: 44034 Lochristi, 44073 Wachtebeke
    44088: 44040 Melle, 44043 Merelbeke
    46029: 46014 Lokeren, 44045 Moerbeke
    46030: 46003 Beveren, 46013 Kruibeke, 11056 Zwijndrecht
    71071: 71057 Tessenderlo, 71069 Ham
    71072: 71022 Hasselt, 73040 Kortessem
    73110: 73006 Bilzen, 73032 Hoeselt
    73111: 73083 Tongeren, 73009 Borgloon
    82039: 82003 Bastogne, 82005 Bertogne
"""
"""NIS codes that are no longer in use, with the name that went with them, by the code that took their place.

They went with the mergers of 1 January 2019 and 2025, or in 2019 with the new districts in Hainaut (Statbel,
*Wijzigingen van gemeenten*).
"""


def old_codes() -> Mapping[str, tuple[str, str]]:
    """Each code that is no longer in use: the name that went with it, and the code that took its place."""
    found = {}
    for line in _OLD_CODES.strip().splitlines():
        new, names = line.strip().split(": ")
        for one in names.split(", "):
            code, name = one.split(" ", 1)
            found[code] = (name, new)
    return found
