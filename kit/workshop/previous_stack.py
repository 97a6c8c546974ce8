"""A stack that is made again: what lay there before, what has changed since, and what to print for that."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Final

from kit import files
from kit.diagnostics import Diagnostic, KitError, Severity, Value
from kit.model.lists import participants
from kit.model.places.lookup import Lookup
from kit.model.places.municipalities import Municipalities
from kit.model.schema import StackFiles, WorkshopStack
from kit.model.workshop import record
from kit.model.workshop.changes import Changes, Seat, Stay, is_another, kept
from kit.model.workshop.changes import changes as changes_of
from kit.model.workshop.tables import Participant, Workshop
from kit.press import stamp
from kit.workshop.print_files import PDF, PrintFile, Section, of_new
from kit.workshop.sections import StackSections


@dataclass(frozen=True, slots=True)
class StackChanges:
    """What has changed since the stack that lay there: ``sections`` to print besides, as files if they have a name."""

    before: Workshop
    changes: Changes
    sections: tuple[Section, ...] = ()
    name: str = ""
    print_files: tuple[PrintFile, ...] = ()


def earlier(folder: Callable[[Workshop], Path], municipalities: Municipalities, workshop: Workshop) -> Workshop | None:
    """What this workshop was when the stack in its folder was made. KitError where that is of another workshop."""
    there = folder(workshop)
    before = read(there, municipalities)
    if before and is_another(before, workshop):
        told: dict[str, Value] = {
            "folder": str(there),
            "participants": before.participants,
            "tables": len(before.tables),
        }
        if before.venue:
            told["venue"] = before.venue.plain
        raise KitError([Diagnostic(_by_start("pack-other-workshop", workshop), told)])
    return before


def read(folder: Path, municipalities: Municipalities) -> Workshop | None:
    """The workshop of the stack in a folder; nothing where there is none that says so."""
    data = files.content(folder / record.NAME)
    return record.decoded(data, municipalities) if data is not None else None


def written(workshop: Workshop, participants: Path | None, folder: Path) -> bytes:
    """What is remembered of a workshop in the folder of its stack, with where the list of its participants lies."""
    if participants is None:
        return record.encoded(workshop)
    try:
        place = Path(os.path.relpath(participants.resolve(), folder.resolve()))
    except ValueError:
        # On Windows, from another disk.
        place = participants.resolve()
    return record.encoded(workshop, place.as_posix())


def people_since(file: Path, stack: WorkshopStack, municipalities: Municipalities) -> list[Diagnostic] | None:
    """Which participants are new, gone or moved, compared with the list that the stack was made from.

    Nothing where the file does not lie in the folder of a stack that has such a list. KitError where that is wrong.
    """
    before = read(file.parent, municipalities)
    place = record.list_of(files.content(file.parent / record.NAME) or b"")
    if before is None or place is None:
        return None
    people = participants.read(file.parent / place, Lookup(municipalities)).participants
    after = replace(before, tables=kept(people, before, before.size))
    return list(_told(changes_of(before, after), stack))


def compared(
    before: Workshop | None, after: Workshop, stack: StackSections, names: StackFiles, folder: Path
) -> StackChanges | None:
    """What has changed, if that can be told; nothing where people were not known and are now, or the other way."""
    if before is None or before.listed != after.listed:
        return None
    found = changes_of(before, after)
    sections = stack.news(before, found)
    if not sections or not names.new:
        return StackChanges(before, found, sections)
    name = _free(folder, names.new)
    return StackChanges(before, found, sections, name, of_new(sections, name, names))


def notes(since: StackChanges, stack: WorkshopStack) -> Iterator[Diagnostic]:
    """What a facilitator must hear of a workshop of which something has changed."""
    found = since.changes
    yield from _told(found, stack)
    if since.print_files:
        values: dict[str, Value] = {
            "file": f"{since.name}{PDF}",
            "list": ", ".join(one.name + PDF for one in since.print_files),
        }
        yield Diagnostic("pack-print-new", values, severity=Severity.ADVICE)
        if 0 < len(found.new) <= since.before.spares:
            values = {"new": len(found.new), "spares": since.before.spares}
            yield Diagnostic("pack-spare", values, severity=Severity.ADVICE)
    elif since.sections:
        yield Diagnostic("pack-no-name-for-new", severity=Severity.WARNING)


def _told(found: Changes, stack: WorkshopStack) -> Iterator[Diagnostic]:
    """Who is new, gone, moved or written otherwise."""
    teller = _Teller(stack)
    moved = [f"{_who(one.after)} ({_arrow(teller.table(one.before), teller.table(one.after))})" for one in found.moved]
    for code, told in (
        ("pack-new", teller.each(found.new)),
        ("pack-gone", teller.each(found.gone)),
        ("pack-moved", moved),
        ("pack-corrected", teller.altered(found.corrected)),
        ("pack-altered", teller.altered(found.altered)),
    ):
        if told:
            yield Diagnostic(code, {"list": ", ".join(told)}, severity=Severity.ADVICE)


def besides(folder: Path, names: StackFiles) -> Iterator[Path]:
    """The files there that were to be printed besides an earlier stack."""
    if names.new:
        for file in sorted(folder.glob(f"{names.new}*{PDF}")):
            if _new(names.new).fullmatch(file.stem) and stamp.is_ours(files.content(file) or b""):
                yield file


def unprinted(folder: Path, names: StackFiles) -> Iterator[Diagnostic]:
    """That there are files which were to be printed besides an earlier stack: nobody but the printer knows of it."""
    name = names.new or ""
    numbered = {_number(name, file): file.name for file in besides(folder, names) if _is_whole(name, file)}
    if numbered:
        listed = ", ".join(numbered[number] for number in sorted(numbered))
        yield Diagnostic("pack-new-before", {"list": listed}, severity=Severity.ADVICE)


def replaced(workshop: Workshop, before: Workshop | None, names: StackFiles, folder: Path) -> Iterator[Diagnostic]:
    """What a facilitator must hear of a stack that is made from the start where another lay."""
    if before:
        values: dict[str, Value] = {
            "folder": str(folder),
            "participants": before.participants,
            "tables": len(before.tables),
        }
        yield Diagnostic(_by_start("pack-replaced", workshop), values, severity=Severity.WARNING)
    elif files.exists(folder / f"{names.everything}{PDF}"):
        code = _by_start("pack-replaced-unknown", workshop)
        yield Diagnostic(code, {"folder": str(folder)}, severity=Severity.WARNING)


_SAME_START: Final = MappingProxyType(
    {
        "pack-other-workshop": "pack-other-workshop-same-start",
        "pack-replaced": "pack-replaced-same-start",
        "pack-replaced-unknown": "pack-replaced-unknown-same-start",
    }
)


def _by_start(code: str, workshop: Workshop) -> str:
    """The code of what is said of a workshop in the folder of another: its start helps only where it was not given."""
    return code if workshop.start is None else _SAME_START[code]


def _free(folder: Path, name: str) -> str:
    """A name for what is new now: what was new before may not be printed yet."""
    numbers = [number for file in folder.glob(f"{name}*{PDF}") if (number := _number(name, file))]
    return f"{name}-{max(numbers) + 1}" if numbers else name


def _number(name: str, file: Path) -> int:
    """Which of the files of what is new a file is, from 1; 0 where it is none."""
    found = _new(name).fullmatch(file.stem)
    return int(found[1] or 1) if found else 0


def _is_whole(name: str, file: Path) -> bool:
    """Whether it has all that is new, on whatever paper."""
    number = _number(name, file)
    return file.stem == (name if number == 1 else f"{name}-{number}")


def _new(name: str) -> re.Pattern[str]:
    """How the files of what is new are called: the number of one that is not the first, then its paper."""
    return re.compile(rf"{re.escape(name)}(?:-(\d+))?(?:-[a-z].*)?")


class _Teller:
    """Says who sits where, with the words of the content."""

    def __init__(self, stack: WorkshopStack) -> None:
        self._title = stack.table_title

    def table(self, seat: Seat) -> str:
        """What a table is called."""
        return self._title.fill(n=seat.table).plain

    def each(self, seats: Iterable[Seat]) -> Sequence[str]:
        """Each person with their table; of people who are not known, how many."""
        told = Counter((_who(seat), self.table(seat)) for seat in seats)
        return [
            f"{who} ({table})" if who else f"{count} \N{MULTIPLICATION SIGN} {table}"
            for (who, table), count in told.items()
        ]

    def altered(self, stays: Iterable[Stay]) -> Sequence[str]:
        """Each person with their table, and what was and is printed of them."""
        return [f"{_who(stay.before)} ({self.table(stay.after)}): {', '.join(_altered(stay))}" for stay in stays]


def _altered(stay: Stay) -> Iterator[str]:
    """What was printed of somebody beside what is, where these differ."""
    for before, after in zip(_printed(stay.before.person), _printed(stay.after.person), strict=True):
        if before != after:
            yield _arrow(before or _NOTHING, after or _NOTHING)


_NOTHING: Final = "\N{EN DASH}"


def _arrow(before: str, after: str) -> str:
    return f"{before} \N{RIGHTWARDS ARROW} {after}"


def _printed(person: Participant) -> Sequence[str]:
    """The words that are printed of somebody."""
    place = person.municipality
    texts = [text.plain if text else "" for text in (person.name, person.organisation, person.short)]
    return [*texts, place.name if place else ""]


def _who(seat: Seat) -> str:
    known = seat.person.name or seat.person.organisation
    return known.plain if known else ""
