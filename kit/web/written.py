"""Which files of a site the kit wrote: a list beside them. What is not on it, or no longer as it was written, stays."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Final

from kit import files
from kit.diagnostics import Diagnostic, Severity

NAME: Final = ".kit-site.json"
_MOST_BYTES: Final = 1_000_000

_FOLDER: Final = re.compile(r"kit-[0-9a-f]{8}")
_PLACE: Final = re.compile(r"kit-[0-9a-f]{8}(?:/[A-Za-z0-9][A-Za-z0-9._-]*)+")
"""Where a site has what another one leaves behind. Nothing of it begins with a dot."""

Written = Mapping[str, str]
"""The digest of each file by its place in the folder of the site."""


def told(folder: Path) -> Written:
    """What the list says; nothing where there is none that can be read."""
    try:
        found = json.loads(files.content(folder / NAME, _MOST_BYTES) or b"")
        return {place: str(digest) for place, digest in found["files"].items() if _PLACE.fullmatch(place)}
    except (AttributeError, KeyError, RecursionError, TypeError, ValueError):
        return {}


def of(made: Mapping[str, bytes]) -> Written:
    """What there is to say of the files of a site."""
    return {place: sha256(data).hexdigest() for place, data in made.items() if _PLACE.fullmatch(place)}


def as_file(written: Written) -> bytes:
    """The list as a file."""
    return json.dumps({"files": written}, indent=1, sort_keys=True).encode()


def folders(folder: Path, written: Written) -> Sequence[Path]:
    """The folders that these files are in, the deepest first; none behind a link."""
    found = {Path(*parts[:count]) for parts in map(_parts, written) for count in range(1, len(parts))}
    return [folder / one for one in sorted(found, reverse=True) if not _is_linked(folder, one.parts)]


def remove(folder: Path, written: Written, kept: Iterable[str]) -> None:
    """Remove what an older site left, and the folders that are empty then. KitError with what cannot be removed."""
    kept = set(kept)
    older = {place: digest for place, digest in written.items() if place not in kept}
    files.remove(folder / place for place in older if _is_whole(folder, place, older[place]))
    for one in folders(folder, older):
        # One that is not empty has something of somebody else.
        with suppress(OSError):
            one.rmdir()


def strangers(folder: Path, kept: Iterable[str]) -> Iterator[Diagnostic]:
    """That there are folders called as those of a site that the kit does not remove: it cannot tell whose they are."""
    ours = {place.partition("/")[0] for place in kept}
    found = [
        path.name
        for path in folder.iterdir()
        if _FOLDER.fullmatch(path.name) and path.is_dir() and path.name not in ours
    ]
    if found:
        values = {"folder": str(folder), "list": ", ".join(sorted(found))}
        yield Diagnostic("site-strangers", values, severity=Severity.ADVICE)


def _is_whole(folder: Path, place: str, digest: str) -> bool:
    """Whether a file is there as it was written, and not behind a link."""
    data = None if _is_linked(folder, _parts(place)) else files.content(folder / place)
    return data is not None and sha256(data).hexdigest() == digest


def _is_linked(folder: Path, parts: Sequence[str]) -> bool:
    return any(folder.joinpath(*parts[:count]).is_symlink() for count in range(1, len(parts) + 1))


def _parts(place: str) -> Sequence[str]:
    return place.split("/")
