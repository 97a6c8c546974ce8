"""What a stack was made for, as a small file beside it: so that the next one knows who sat where. Bytes in, bytes out.

It tells no more of anybody than their sheets do.
"""

from __future__ import annotations

import datetime
import json
from typing import Any, Final

from kit.model.parsing import MOST_AT_A_TABLE, MOST_PARTICIPANTS, MOST_TABLES
from kit.model.places.municipalities import Municipalities
from kit.model.text.spans import Text
from kit.model.workshop.tables import Participant, Table, Workshop

NAME: Final = ".workshop.json"


def encoded(workshop: Workshop, participants: str | None = None) -> bytes:
    """A workshop as a file; ``participants``: where their list lies, from that file."""
    told = {
        "date": workshop.date.isoformat() if workshop.date else None,
        "start": workshop.start,
        "place": workshop.place.nis if workshop.place else None,
        "venue": _plain(workshop.venue),
        "facilitator": _plain(workshop.facilitator),
        "table_size": workshop.size,
        "spares": workshop.spares,
        "listed": workshop.listed,
        "participants": participants,
        "tables": [
            {"number": table.number, "free": table.free, "seats": [_seat(person) for person in table.seats]}
            for table in workshop.tables
        ],
    }
    # The name of a file may hold bytes that are no letters; json reads them back the same way.
    return json.dumps(told, ensure_ascii=False, indent=1).encode(errors="surrogatepass")


def decoded(data: bytes, municipalities: Municipalities) -> Workshop | None:
    """The workshop in a file; nothing where it was not written by `encoded`."""
    try:
        told = json.loads(data)
        return Workshop(
            tuple(_table(one, municipalities) for one in told["tables"]),
            int(told["table_size"]),
            int(told["spares"]),
            listed=bool(told["listed"]),
            date=datetime.date.fromisoformat(told["date"]) if told["date"] else None,
            start=None if told["start"] is None else int(told["start"]),
            place=municipalities.by_nis.get(str(told["place"])),
            venue=_text(told["venue"]),
            facilitator=_text(told["facilitator"]),
        )
    except (AttributeError, KeyError, OverflowError, RecursionError, TypeError, ValueError):
        return None


def list_of(data: bytes) -> str | None:
    """Where the list of the participants lay, from the file with this data, if it says so."""
    try:
        found = json.loads(data)["participants"]
    except (KeyError, RecursionError, TypeError, ValueError):
        return None
    return found if isinstance(found, str) else None


def _seat(person: Participant) -> dict[str, str]:
    of = person.municipality
    told = {
        "name": _plain(person.name),
        "organisation": _plain(person.organisation),
        "short": _plain(person.short),
        "municipality": of.nis if of else None,
    }
    return {key: text for key, text in told.items() if text}


def _table(told: Any, municipalities: Municipalities) -> Table:
    seats = tuple(_person(one, municipalities) for one in told["seats"])
    number, free = int(told["number"]), int(told["free"])
    if not (1 <= number <= MOST_TABLES and 0 <= free <= MOST_AT_A_TABLE and len(seats) <= MOST_PARTICIPANTS):
        raise ValueError("not a table of a workshop")
    return Table(number, seats, free)


def _person(told: Any, municipalities: Municipalities) -> Participant:
    return Participant(
        _text(told.get("name")),
        _text(told.get("organisation")),
        municipalities.by_nis.get(str(told.get("municipality"))),
        short=_text(told.get("short")),
    )


def _plain(text: Text | None) -> str | None:
    return text.plain if text else None


def _text(told: object) -> Text | None:
    return Text.of(str(told)) if told else None
