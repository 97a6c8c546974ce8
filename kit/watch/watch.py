"""Build each time something is saved: what is remade, what is wrong, and what there is to see now."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Final

from kit import files
from kit.build.build import Built, build
from kit.build.build import Order as Sheets
from kit.build.page_cache import CachingTarget, PageCache
from kit.build.pieces import Pieces
from kit.build.print_targets import OfficePrinter, PrintTarget
from kit.diagnostics import Diagnostic, KitError, WrongUseError
from kit.draw.geometry import Size
from kit.messages.fault import fault
from kit.model import shipped
from kit.watch.changes import Saves, snapshot

LOOK: Final = 0.15
"""Seconds between one look at the files and the next: with the time for a save to be done, still felt as at once."""

_NAMED: Final = ("file", "folder")
"""The values of a problem that say where it can be mended, inside the content or not."""


@dataclass(frozen=True, slots=True)
class Order(Sheets):
    """What is asked of `kit build`, time and again. ``cache``: what was made before."""

    cache: PageCache = field(default_factory=PageCache, repr=False, compare=False)

    @property
    def target(self) -> PrintTarget:
        """What the sheets are made for."""
        return CachingTarget(OfficePrinter(self.paper, self.cards), self.cache)

    @property
    def pieces(self) -> Pieces:
        """What is known of sheets that stay the same."""
        return self.cache.pieces

    @property
    def afresh(self) -> bool:
        """From the files: this process knows itself which of them are the same."""
        return True


@dataclass(frozen=True, slots=True)
class Made:
    """A file that was made anew: the name of its sheet or pack; of a sheet, the seconds that it took."""

    name: str
    seconds: float | None


@dataclass(frozen=True, slots=True)
class Rebuild:
    """What came of one build: what was made anew, in how many seconds, and what there is to say.

    ``changed``: what was saved before. Where it ``failed``, the files of before are still there;
    it is ``mended`` where that before it failed.
    """

    changed: frozenset[str]
    made: tuple[Made, ...]
    seconds: float
    notes: tuple[Diagnostic, ...]
    failed: bool
    mended: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """A sheet to look at: its PDF, and the sizes of its pages in mm. ``key``: the same for the same PDF."""

    name: str
    title: str
    papers: tuple[Size, ...]
    pdf: bytes = field(repr=False)
    key: str


class Watch:
    """Builds an order time and again."""

    def __init__(self, order: Order) -> None:
        """Nothing is built yet."""
        self._order = order
        self._known: dict[Path, bytes] = {}
        self._notes: Sequence[Diagnostic] = ()
        self._shown: tuple[Shown, ...] = ()
        self._failed = False

    def places(self) -> frozenset[Path]:
        """The files and folders to look at: all that the sheets are made of."""
        order = self._order
        catalogue = order.cache.catalogue
        named = [Path(str(note.values[key])) for note in self._notes for key in _NAMED if key in note.values]
        letters = [catalogue.fonts] if catalogue and catalogue.fonts else []
        return frozenset([(order.content or shipped.folder()) / order.language, *letters, *named])

    def rebuild(self, changed: frozenset[str] = frozenset()) -> Rebuild:
        """Build what is there now. WrongUseError where the command was typed wrongly; anything else is told."""
        started = time.perf_counter()
        self._order.cache.drawn.clear()
        try:
            built, failed = build(self._order), False
        except WrongUseError:
            raise
        except KitError as error:
            built, failed = Built((), error.diagnostics), True
        except OSError as error:
            # A folder that goes while it is read, or a disk: told like anything else, and tried again.
            built, failed = Built((), (_unreadable(error),)), True
        except Exception as error:  # noqa: BLE001 (whatever it is: who edits must not lose what watches)
            built, failed = Built((), (fault(error, ["watch"]),)), True
        self._notes = built.notes
        if not failed:
            self._shown = tuple(self._to_show())
        made = tuple(self._made(file) for file in built.files if self._is_new(file))
        mended, self._failed = self._failed and not failed, failed
        return Rebuild(changed, made, time.perf_counter() - started, built.notes, failed, mended)

    def shown(self) -> tuple[Shown, ...]:
        """The sheets of the last build that did not fail."""
        return self._shown

    def _to_show(self) -> Iterator[Shown]:
        for name, drawn in self._order.cache.drawn.items():
            if pdf := files.content(self._order.sheet(name)):
                yield Shown(name, drawn.title, tuple(page.size for page in drawn.pages), pdf, _digest(pdf).hex()[:16])

    def _is_new(self, file: Path) -> bool:
        digest = _digest(files.content(file) or b"")
        before, self._known[file] = self._known.get(file), digest
        return digest != before

    def _made(self, file: Path) -> Made:
        drawn = self._order.cache.drawn.get(file.stem)
        is_sheet = drawn is not None and file == self._order.sheet(file.stem)
        return Made(file.stem, drawn.seconds if drawn and is_sheet else None)


def follow(order: Order, tell: Callable[[Watch, Rebuild], None], wait: Callable[[float], None] = time.sleep) -> None:
    """Build, and again after each save, until somebody interrupts."""
    watch = Watch(order)
    places = watch.places()
    saves = Saves(snapshot(places, order.out))
    tell(watch, watch.rebuild())
    while True:
        # A place once looked at stays so: one that is no longer looked at would seem to be gone.
        if new := watch.places() - places:
            saves.also(snapshot(new, order.out))
            places |= new
        wait(LOOK)
        if changed := saves.seen(snapshot(places, order.out), time.monotonic()):
            tell(watch, watch.rebuild(changed))


def _digest(data: bytes) -> bytes:
    return sha256(data).digest()


def _unreadable(error: OSError) -> Diagnostic:
    return Diagnostic("file-unreadable", {"file": str(error.filename or error)})
