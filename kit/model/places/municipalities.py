"""The municipalities of Belgium since 1 January 2025, and who borders on whom.

The data and their sources: ``content/municipalities.csv`` and ``content/municipalities.md``.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

from kit.model.folder import MUNICIPALITIES

CHECKED: Final = "04b29d7aeecedab25663eb3c2bf11978286cdc3864c9f02176634a62e426c3b8"
"""The digest (SHA-256) of the file that the tests have checked: it need not be checked each time that it is read."""

_OF_2019: Final = frozenset({"12041", "44083", "44084", "44085", "45068", "72042", "72043"})
"""The municipalities that came of a merger on 1 January 2019 (Statbel, *Wijzigingen van gemeenten*)."""


@dataclass(frozen=True, slots=True)
class Municipality:
    """A municipality.

    ``nis`` is its official code of five digits, ``name`` and ``name_fr`` its official Dutch and French names,
    ``region`` Vlaanderen, Brussel or Wallonië. Brussels has no ``province``, and only Flanders has a
    ``reference_region``. ``lat`` and ``lon`` are the centre of its area, in degrees (WGS84).

    ``neighbours`` are the NIS codes of the Belgian municipalities that share at least 100 m of border, the longest
    border first. ``former_names`` are those of municipalities that merged into it in 2019 or 2025. A name in
    ``submunicipalities``, the parts by which people know a place, may stand there as well.
    """

    nis: str
    name: str
    name_fr: str
    province: str
    region: str
    reference_region: str
    lat: float
    lon: float
    postal_codes: tuple[str, ...]
    neighbours: tuple[str, ...]
    former_names: tuple[str, ...]
    submunicipalities: tuple[str, ...]

    @property
    def is_located(self) -> bool:
        """Whether it is known where it lies, as of every municipality."""
        return True


@dataclass(frozen=True, slots=True)
class Municipalities:
    """All municipalities by their NIS codes, in the order of these."""

    by_nis: Mapping[str, Municipality]

    def __iter__(self) -> Iterator[Municipality]:
        """Each municipality, in the order of the NIS codes."""
        return iter(self.by_nis.values())

    def __len__(self) -> int:
        """How many there are."""
        return len(self.by_nis)

    def neighbours(self, of: Municipality) -> tuple[Municipality, ...]:
        """The neighbours of a municipality, the longest shared border first."""
        return tuple(self.by_nis[nis] for nis in of.neighbours)


def load(folder: Path) -> Municipalities:
    """Read the municipalities from the folder with the content that comes with the program.

    A file that is not the one of this version is looked through first: KitError with all that is wrong, at its place.
    """
    path = folder / MUNICIPALITIES
    data = path.read_bytes()
    if sha256(data).hexdigest() != CHECKED:
        # Somebody changed it, and nearly nobody does: others need not wait for what looks it through.
        from kit.model.places.check import check

        check(data, path)
    rows = csv.DictReader(data.decode("utf-8").splitlines())
    return Municipalities({row["nis"]: _municipality(row) for row in rows})


def merged_in(of: Municipality) -> int:
    """Since which year its former names are part of it: all others merged on 1 January 2025."""
    return 2019 if of.nis in _OF_2019 else 2025


def _municipality(row: Mapping[str, str]) -> Municipality:
    return Municipality(
        nis=row["nis"],
        name=row["name_nl"],
        name_fr=row["name_fr"],
        province=row["province_nl"],
        region=row["region"],
        reference_region=row["reference_region"],
        lat=float(row["lat"]),
        lon=float(row["lon"]),
        postal_codes=tuple(row["postal_codes"].split()),
        neighbours=tuple(row["neighbours"].split()),
        former_names=_names(row["former_names"]),
        submunicipalities=_names(row["submunicipalities"]),
    )


def _names(cell: str) -> tuple[str, ...]:
    return tuple(cell.split(";")) if cell else ()
