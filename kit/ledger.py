"""What the last builds made, and from what: so that the next one knows at once where there is nothing to do.

It lies beside what was made, and is never believed on its word: each file must still be there, whole and unaltered, and
made from what the ledger says. Where it is lost or wrong, the next build draws the sheets to see what has changed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final, Self

from kit import files, fingerprint, shipped
from kit.diagnostics import KitError
from kit.model.folder import RELEASED
from kit.order import Built, Order
from kit.press import cut

NAME: Final = ".kit.json"

Made = Mapping[str, str]
"""The fingerprints of files as hexadecimal digits, by their places under the ledger."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """``made``: what each order came to, when all that it is made from had the fingerprint ``inputs``.

    ``besides`` is what was read beside the texts, such as a logo: where it lies from the texts.
    """

    inputs: str = ""
    besides: tuple[str, ...] = ()
    made: Mapping[str, Made] = field(default_factory=dict)

    @classmethod
    def read(cls, order: Order) -> Self:
        """The ledger where an order goes; an empty one where there is none that can be read."""
        try:
            told = json.loads((files.content(order.folder / NAME) or b"").decode())
            made = {
                str(key): {str(place): str(found) for place, found in of.items()} for key, of in told["made"].items()
            }
            return cls(str(told["inputs"]), tuple(map(str, told["besides"])), made)
        except (AttributeError, KeyError, RecursionError, TypeError, ValueError):
            return cls()

    def written(self) -> bytes:
        """The ledger as a file."""
        told = {"inputs": self.inputs, "besides": self.besides, "made": self.made}
        return json.dumps(told, indent=1, sort_keys=True).encode()


def unchanged(order: Order) -> Built | None:
    """What comes of an order where all that it asks is there and made from the very same; nothing where it is not sure.

    Nothing of the content is read but its bytes.
    """
    ledger = Ledger.read(order)
    made = ledger.made.get(_key(order), {})
    if not made or not ledger.inputs or ledger.inputs != inputs(order, ledger.besides):
        return None
    # A pack that is not asked for may hold an older sheet, of which there is something to say then.
    known = {place: found for of in (*ledger.made.values(), made) for place, found in of.items()}
    others = order.pack("any").parent.glob("*.pdf") if order.names else ()
    packs = {path.relative_to(order.folder).as_posix() for path in others}
    if not all(place in known and is_current(order.folder / place, known[place]) for place in made.keys() | packs):
        return None
    files.sweep({order.folder, *((order.folder / place).parent for place in made)})
    return Built((), (), len(made))


def inputs(order: Order, besides: Iterable[str]) -> str:
    """The fingerprint of all that anything can be made from, wherever it lies; empty where it cannot be read."""
    folder = (order.content or shipped.folder()) / order.language
    try:
        read = [part for place in besides for part in (place, (folder / place).read_bytes())]
        texts = fingerprint.of_tree(folder, "*.yaml", RELEASED)
        return fingerprint.of(fingerprint.of_program(), fingerprint.of_libraries(), texts, *read).hex()
    except OSError:
        return ""


def is_current(path: Path, made_from: str) -> bool:
    """Whether a file is there, whole, and made from the same."""
    found = cut.made_from(files.content(path) or b"")
    return found is not None and found.hex() == made_from


def renewed(order: Order, before: Ledger, made: Mapping[Path, str], besides: Iterable[Path]) -> Ledger:
    """The ledger after an order. ``before``: the one that was read before any of the content was, with its inputs then.

    What was edited meanwhile, or was not known to be read, is not in those inputs: then the next build looks again.
    """
    folder = (order.content or shipped.folder()) / order.language
    places = tuple(sorted({_place(path, folder) for path in besides}))
    if not before.inputs or places != before.besides or inputs(order, places) != before.inputs:
        return Ledger(besides=places)
    told = {path.relative_to(order.folder).as_posix(): found for path, found in made.items()}
    return replace(before, made={**before.made, _key(order): told})


def opened(order: Order) -> Ledger:
    """The ledger before an order: what it says of other inputs than those of now is left out."""
    ledger = Ledger.read(order)
    now = inputs(order, ledger.besides)
    return ledger if ledger.inputs == now else Ledger(now, ledger.besides)


def save(order: Order, ledger: Ledger) -> None:
    """Write a ledger where nothing else is written. Where it cannot be, the next build looks again."""
    if ledger != Ledger.read(order):
        with suppress(KitError):
            files.write_all({order.folder / NAME: ledger.written()})


def _key(order: Order) -> str:
    """What is asked, but for where from and where to."""
    cards = order.cards
    return json.dumps([order.names, cards.paper, cards.backs, cards.flip, cards.shift])


def _place(path: Path, folder: Path) -> str:
    try:
        return path.relative_to(folder).as_posix()
    except ValueError:
        return str(path)
