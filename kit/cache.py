"""What was worked out once and is kept for the next run, in the user's own cache folder: a help, never needed.

An entry only counts where it is whole, the user's own, and worked out of the same; anything else is as if there were
none. Nobody is told, for nothing is lost but time. The folder may be deleted at any moment; ``KIT_CACHE=off`` leaves it
alone.
"""

from __future__ import annotations

import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Final

from kit import files
from kit.diagnostics import KitError

OFF: Final = "off"
VARIABLE: Final = "KIT_CACHE"
"""The environment variable that says where the cache is: a folder, or that there is none."""

MOST_BYTES: Final = 20_000_000
_DIGEST: Final = 32


def folder() -> Path | None:
    """Where entries are kept: the folder that KIT_CACHE names, else the system's own place for a cache; none if off."""
    named = os.environ.get(VARIABLE, "")
    if named.strip().lower() == OFF:
        return None
    if named:
        return Path(named)
    # Only who keeps something waits for it.
    import platformdirs

    return platformdirs.user_cache_path("kit", appauthor=False)


def get(name: str, basis: str) -> bytes | None:
    """What was kept under a name, if it was worked out of this basis: all that it depends on, as one string."""
    place = folder()
    if place is None or not _is_own(place / name):
        return None
    raw = files.content(place / name, MOST_BYTES)
    if raw is None or raw[:_DIGEST] != _seal(name, basis, raw[_DIGEST:]):
        return None
    return raw[_DIGEST:]


def put(name: str, basis: str, data: bytes) -> None:
    """Keep something under a name, in the place of what was kept under it; where that cannot be, nothing is."""
    place = folder()
    if place is None:
        return
    with suppress(KitError, OSError):
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        if _is_own(place):
            files.write_all({place / name: _seal(name, basis, data) + data})


def _seal(name: str, basis: str, data: bytes) -> bytes:
    """What tells that an entry is whole, and of what it was worked out."""
    return sha256(b"\0".join((name.encode(), basis.encode("utf-8", "surrogatepass"), data))).digest()


def _is_own(path: Path) -> bool:
    """Whether a file or folder is the user's, and nobody else's to write, where the system can say so."""
    try:
        found = path.lstat()
    except (OSError, ValueError):
        return False
    if not hasattr(os, "geteuid"):
        return True
    return found.st_uid == os.geteuid() and not found.st_mode & 0o022
