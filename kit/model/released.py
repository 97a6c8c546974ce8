"""What stood on the sheets in each version that was given out: so that an older sheet can be told from a newer one.

It stands in ``released.yaml`` beside ``kit.yaml``. Nothing is drawn from it; where it is not there, nothing was given
out yet.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kit import cache, files, fingerprint
from kit.diagnostics import Diagnostic, KitError, Mark, errors_of
from kit.model.catalogue import Catalogue
from kit.model.folder import RELEASED
from kit.model.printed import as_read, printed

if TYPE_CHECKING:
    from kit.model.yaml.source import Source

_KEPT: Final = "released.json"

Codes = Mapping[str, str]
"""The code of each sheet by its fragment, such as ``{"c1": "3f2a"}``, in the order of the kit."""


@dataclass(frozen=True, slots=True)
class Found:
    """The codes by version, the oldest first, and all that is wrong or odd: of a wrong file there are no codes."""

    codes: Mapping[str, Codes] = field(default_factory=dict)
    problems: tuple[Diagnostic, ...] = ()


def released(folder: Path) -> Mapping[str, Codes]:
    """``{version: {fragment: code}}``, the oldest version first, of the folder of a language. KitError as `read` tells.

    Nothing where nothing was given out yet.
    """
    found = read(folder)
    if errors := errors_of(found.problems):
        raise KitError(errors)
    return found.codes


def read(folder: Path) -> Found:
    """What was given out, by ``released.yaml`` in the folder of a language, if it is there."""
    file = folder / RELEASED
    if not file.exists():
        return Found()
    # Only who has something to read waits for what reads.
    from kit.model.relations import Name, twice
    from kit.model.schema import Released
    from kit.model.schema.check import check
    from kit.model.schema.reader import Reading
    from kit.model.yaml.source import read as source_of

    source = source_of(file)
    whole, problems = check(Released, source, Reading(RELEASED))
    told = (*source.problems, *problems, *twice(Name(*one) for one in _versions(source)))
    if whole is None or errors_of(told):
        return Found(problems=told)
    return Found({one.version: one.codes for one in whole.releases}, told)


def codes(folder: Path) -> Mapping[str, Codes]:
    """The codes by version; none where the file is wrong. Those of a file that is the same are not read again."""
    before = files.content(folder / RELEASED)
    if before is None:
        return read(folder).codes
    basis = f"{fingerprint.of_program().hex()} {fingerprint.of(before).hex()}"
    if kept := cache.get(_KEPT, basis):
        found: Mapping[str, Codes] = json.loads(kept)
        return found
    found = read(folder).codes
    if files.content(folder / RELEASED) == before:
        cache.put(_KEPT, basis, json.dumps({version: dict(of) for version, of in found.items()}).encode())
    return found


def now(catalogue: Catalogue) -> Codes:
    """The codes of the sheets as they are."""
    return {sheet.fragment: printed(catalogue, sheet).code for sheet in catalogue.sheets.values()}


def version(catalogue: Catalogue) -> str:
    """The version of the kit as it is."""
    return as_read(catalogue.kit.version.plain)


def changed(catalogue: Catalogue, before: Codes) -> tuple[str, ...]:
    """What the sheets are called that say something else than they said; of one that is gone, its fragment."""
    codes = now(catalogue)
    titles = {sheet.fragment: sheet.bookmark.plain for sheet in catalogue.sheets.values()}
    return tuple(titles.get(one, one) for one in {**codes, **before} if codes.get(one) != before.get(one))


def _versions(source: Source) -> Iterator[tuple[str, Mark]]:
    releases = source.node(("releases",))
    for place in range(len(releases) if isinstance(releases, list) else 0):
        route = ("releases", place, "version")
        if source.node(route) is not None:
            yield source.excerpt(route), source.value_mark(route)
