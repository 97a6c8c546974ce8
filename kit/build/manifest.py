"""What the last builds made, and from what: so that the next one knows at once where there is nothing to do.

It lies beside what was made, and is never believed on its word: each file must still be there, whole and unaltered, and
made from what the manifest says. Where it is lost or wrong, the next build draws the sheets to see what has changed.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Final, Self

from kit import files, fingerprint
from kit.build.order import Built, Order
from kit.build.summary import Summary
from kit.diagnostics import Diagnostic, KitError, Severity
from kit.model import shipped
from kit.model.folder import RELEASED
from kit.press import stamp

NAME: Final = ".kit.json"
_MOST_BYTES: Final = 5_000_000

Made = Mapping[str, str]
"""The fingerprints of files as hexadecimal digits, by their places under the manifest."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """``made``: what each order came to, when all that it is made from had the fingerprint ``inputs``.

    ``besides`` is what was read beside the texts, such as a logo: where it lies from the texts. ``printed``: what the
    sheets said that somebody may have printed; see `last_printed`. ``contents``: by what was made here, such as packs,
    the folder with the texts that it was last made from, as it lies from the manifest; empty for that of the program.
    ``found``: the digests of the files behind ``inputs``, where these were just taken.
    """

    inputs: str = ""
    besides: tuple[str, ...] = ()
    made: Mapping[str, Made] = field(default_factory=dict)
    printed: str = ""
    contents: Mapping[str, str] = field(default_factory=dict)
    found: Mapping[Path, bytes] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def read(cls, order: Order) -> Self:
        """The manifest where an order goes; an empty one where there is none that can be read."""
        return cls.read_in(order.folder)

    @classmethod
    def read_in(cls, folder: Path) -> Self:
        """The manifest in a folder; an empty one where there is none that can be read."""
        try:
            told = json.loads((files.content(folder / NAME, _MOST_BYTES) or b"").decode())
            made = {
                str(key): {_within(place): str(found) for place, found in of.items()}
                for key, of in told["made"].items()
            }
            contents = {str(kind): place and _named(place) for kind, place in told.get("contents", {}).items()}
            besides, printed = tuple(map(_named, told["besides"])), str(told.get("printed", ""))
            return cls(str(told["inputs"]), besides, made, printed, contents)
        except (AttributeError, KeyError, RecursionError, TypeError, ValueError):
            return cls()

    def written(self) -> bytes:
        """The manifest as a file."""
        told = {
            "inputs": self.inputs,
            "besides": self.besides,
            "made": self.made,
            "printed": self.printed,
            "contents": self.contents,
        }
        return json.dumps(told, indent=1, sort_keys=True).encode()


def unchanged(order: Order) -> Built | None:
    """What comes of an order where all that it asks is there and made from the very same; nothing where it is not sure.

    Nothing of the content is read but its bytes.
    """
    manifest = Manifest.read(order)
    made = manifest.made.get(_key(order), {})
    if not made or not manifest.inputs or manifest.inputs != inputs(order, manifest.besides):
        return None
    # Something else may have been made here of another content since; that is told.
    if set(manifest.contents.values()) != {content_place(order.folder, order.content)}:
        return None
    # A pack that is not asked for may hold an older sheet, of which there is something to say then.
    known = {place: found for of in (*manifest.made.values(), made) for place, found in of.items()}
    others = order.pack("any").parent.glob("*.pdf") if order.names else ()
    packs = {path.relative_to(order.folder).as_posix() for path in others}
    if not all(place in known and is_current(order.folder / place, known[place]) for place in made.keys() | packs):
        return None
    files.sweep({order.folder, *((order.folder / place).parent for place in made)})
    # A pack comes before the sheets, by the name of its folder.
    return Built((), (), len(made), Summary({}, order.folder / min(made)))


def inputs(order: Order, besides: Iterable[str]) -> str:
    """The fingerprint of all that anything can be made from, wherever it lies; empty where it cannot be read."""
    return _told(order, _found(order, besides))


def _found(order: Order, besides: Iterable[str]) -> Mapping[Path, bytes]:
    """The digest of each file that anything can be made from; none where one cannot be read."""
    folder = _texts(order)
    texts = [path for path in fingerprint.tree(folder, "*.yaml") if path != folder / RELEASED]
    try:
        return {path: _digest(files.whole(path)) for path in (*texts, *(folder / place for place in besides))}
    except OSError:
        return {}


def _told(order: Order, found: Mapping[Path, bytes]) -> str:
    if not found:
        return ""
    parts = [part for path in found for part in (_place(path, _texts(order)), found[path])]
    return fingerprint.of(fingerprint.of_program(), fingerprint.of_libraries(), *parts).hex()


def _digest(data: bytes) -> bytes:
    return sha256(data).digest()


def _texts(order: Order) -> Path:
    return (order.content or shipped.folder()) / order.language


def is_current(path: Path, made_from: str) -> bool:
    """Whether a file is there, whole, and made from the same."""
    found = stamp.made_from(files.content(path) or b"")
    return found is not None and found.hex() == made_from


def renewed(order: Order, before: Manifest, made: Mapping[Path, str], read: Mapping[Path, bytes]) -> Manifest:
    """The manifest after an order. ``before``: as it was read before any of the content was. ``read``: what was read.

    What was edited meanwhile, be it undone since, or was not known to be read, is not in those inputs: then the next
    build looks again.
    """
    places = tuple(sorted(_place(path, _texts(order)) for path in read if path.suffix != ".yaml"))
    as_it_was = all(before.found.get(path) == _digest(data) for path, data in read.items())
    if not as_it_was or places != before.besides or inputs(order, places) != before.inputs:
        return Manifest(besides=places, printed=before.printed, contents=before.contents)
    told = {path.relative_to(order.folder).as_posix(): found for path, found in made.items()}
    return replace(before, made={**before.made, _key(order): told})


def opened(order: Order) -> Manifest:
    """The manifest before an order, without what it says of other inputs than those of now."""
    manifest = Manifest.read(order)
    found = _found(order, manifest.besides)
    now = _told(order, found)
    made = manifest.made if manifest.inputs == now else {}
    return Manifest(now, manifest.besides, made, manifest.printed, manifest.contents, found)


def other_content(folder: Path, content: Path | None) -> Iterator[Diagnostic]:
    """A warning for each other content than is used now of which something in a folder was made."""
    now = content_place(folder, content)
    for before in sorted({*Manifest.read_in(folder).contents.values()} - {now}):
        then = os.path.normpath(folder / before) if before else ""
        values = {"folder": str(folder), **({"before": os.path.relpath(then)} if then else {})}
        code = "content-other" if then else "content-other-shipped"
        yield Diagnostic(code, values, severity=Severity.WARNING)


BUILT: Final = "build"
"""What `build` makes, among what is made in a folder."""


def remember_content(folder: Path, content: Path | None, kind: str) -> None:
    """Note which content was used last for a kind of files in a folder, such as posters."""
    before = Manifest.read_in(folder)
    after = replace(before, contents={**before.contents, kind: content_place(folder, content)})
    if after != before:
        with suppress(KitError):
            files.write_all({folder / NAME: after.written()})


def content_place(folder: Path, content: Path | None) -> str:
    """Where a content lies from a folder; empty for that of the program."""
    if content is None or content.resolve() == shipped.folder().resolve():
        return ""
    try:
        return Path(os.path.relpath(content.resolve(), folder.resolve())).as_posix()
    except ValueError:
        # On Windows, from another disk.
        return content.resolve().as_posix()


def save(order: Order, manifest: Manifest) -> None:
    """Write a manifest where nothing else is written. Where it cannot be, the next build looks again."""
    if manifest != Manifest.read(order):
        with suppress(KitError):
            files.write_all({order.folder / NAME: manifest.written()})


def _key(order: Order) -> str:
    """The order as a key: all but the folders it reads from and writes to."""
    cards = order.cards
    return json.dumps([order.names, cards.paper, cards.backs, cards.flip, cards.shift])


def _within(place: object) -> str:
    """The place of a file under the manifest. ValueError where it is none: whoever can write there may have."""
    named = _named(place)
    if PurePosixPath(named).is_absolute() or PureWindowsPath(named).drive or ".." in re.split(r"[/\\]", named):
        raise ValueError(named)
    return named


def _named(place: object) -> str:
    """A place that a file can have. ValueError where it is none."""
    named = str(place)
    if "\0" in named or not named.encode():
        raise ValueError(named)
    return named


def _place(path: Path, folder: Path) -> str:
    try:
        return path.relative_to(folder).as_posix()
    except ValueError:
        return str(path)
