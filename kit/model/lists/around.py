"""The rows of a list that are nobody: titles, the heads once more, totals, remarks, and who does not come. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from kit.model.lists import headers, nobody
from kit.model.lists.clean import clean
from kit.model.lists.records import Record
from kit.model.lists.understood import Skipped, Why

_REMARK: Final = re.compile(r"[*(]|.*(?:\d|[.:]$|https?:)")
"""A line under a list, apart from it, that is nobody: it begins with a star, has a number, or ends as a sentence."""

_POLL: Final = re.compile(r"doodle|^poll\b", re.IGNORECASE)
_ABOVE: Final = 12

NAMES: Final = frozenset({headers.NAME, *headers.IN_PARTS})
"""The columns where a name of somebody stands."""


def skipped(rows: Sequence[Record], head: int, places: Mapping[str, int]) -> tuple[Skipped, ...]:
    """The rows that are passed over, and why; ``head`` is the index of the heads, ``places`` where each column is."""
    found = [*_above(rows[:head]), *_again(rows, head), *_remarks(rows[head:]), *_Body(rows, head, places).nobody()]
    return tuple({one.row: one for one in reversed(found)}[row] for row in sorted({one.row for one in found}))


def headings(rows: Sequence[Record]) -> tuple[Record, ...]:
    """The rows that are the title of those below them: who comes cannot be told there."""
    return tuple(row for row in rows if nobody.is_heading(_alone(row)))


def poll_heads(rows: Sequence[Record]) -> int | None:
    """The index of the heads of an exported Doodle poll, which has the days there and nothing above the names."""
    first = rows[:_ABOVE]
    if not any(_POLL.search(clean(cell.text)) for row in first[:3] for cell in row.cells):
        return None
    nameless = [i for i, row in enumerate(first) if len(row.cells) > 1 and not clean(row.cells[0].text)]
    return nameless[-1] if nameless else None


def _above(rows: Sequence[Record]) -> Iterator[Skipped]:
    for row in rows:
        yield Skipped(row.number, "title", _first(row))


def _again(rows: Sequence[Record], head: int) -> Iterator[Skipped]:
    heads = _texts(rows[head])
    for row in rows[head + 1 :]:
        if _texts(row) == heads:
            yield Skipped(row.number, "header", _first(row))


def _remarks(rows: Sequence[Record]) -> Iterator[Skipped]:
    """What stands under the list, apart from it, from the last row up to the first that is somebody."""
    for i in range(len(rows) - 1, 0, -1):
        filled = [text for text in _texts(rows[i]) if text]
        if _is_remark(filled) and _is_apart(rows, i):
            yield Skipped(rows[i].number, "remark", filled[0])
        elif not nobody.is_total(filled):
            break


class _Body:
    """The rows under the heads, by what stands in them."""

    def __init__(self, rows: Sequence[Record], head: int, places: Mapping[str, int]) -> None:
        self._rows = rows[head + 1 :]
        self._names = {place for field, place in places.items() if field in NAMES}
        self._read = set(places.values())
        heads = enumerate(_texts(rows[head]))
        others = {place: text for place, text in heads if text and place not in self._read}
        # Where nobody says yes, it is a column to tick on the day.
        self._asks = {place for place in others if nobody.asks_whether(others[place]) and self._has_yes(place)}
        self._absent = {place for place in others if nobody.is_absent(others[place])}

    def nobody(self) -> Iterator[Skipped]:
        """The rows that are nobody wherever they stand."""
        for row in self._rows:
            texts = _texts(row)
            if why := self._why(texts):
                yield Skipped(row.number, why, self._shown(texts, why))

    def _why(self, texts: Sequence[str]) -> Why | None:
        filled = {place: text for place, text in enumerate(texts) if text}
        if nobody.is_total(list(filled.values())):
            return "total"
        if len(filled) == 1 and nobody.is_heading(*filled.values()):
            return None
        if len(filled) == 1 and self._is_said(*filled.items()):
            return "said"
        if (self._read - self._names).isdisjoint(filled) and all(map(nobody.is_number, filled.values())):
            return "number"
        return "absent" if self._is_absent(filled) else None

    def _is_said(self, one: tuple[int, str]) -> bool:
        """Whether what stands alone in a row is said to the reader."""
        place, text = one
        could_be = place in self._names or place not in self._read
        return nobody.is_closing(text) or (could_be and not nobody.has_absent(text) and nobody.is_sentence(text))

    def _has_yes(self, place: int) -> bool:
        answers = [texts[place] for row in self._rows if place < len(texts := _texts(row)) and texts[place]]
        return not all(map(nobody.says_no, answers))

    def _is_absent(self, filled: Mapping[int, str]) -> bool:
        answers = [filled[place] for place in self._asks if place in filled]
        if answers and all(map(nobody.says_no, answers)):
            return True
        if any(nobody.is_ticked(filled.get(place, "")) for place in self._absent):
            return True
        name = " ".join(text for place, text in filled.items() if place in self._names)
        others = (text for place, text in filled.items() if place not in self._asks)
        return nobody.has_absent(name) or any(map(nobody.is_absent, others))

    def _shown(self, texts: Sequence[str], why: Why) -> str:
        """What tells which row it is: the name of who does not come, else what stands first."""
        names = [texts[place] for place in sorted(self._names) if place < len(texts) and texts[place]]
        return " ".join(names) if why == "absent" and names else next(filter(None, texts))


def _is_remark(filled: Sequence[str]) -> bool:
    return len(filled) == 1 and bool(_REMARK.match(filled[0]))


def _is_apart(rows: Sequence[Record], i: int) -> bool:
    """Whether an empty row stands somewhere between the list and a row: right above it, or above others like it."""
    while i > 0 and rows[i].number == rows[i - 1].number + 1:
        i -= 1
        if not _is_remark([text for text in _texts(rows[i]) if text]):
            return False
    return i > 0


def _alone(row: Record) -> str:
    """What stands in a row with one filled cell."""
    filled = [text for text in _texts(row) if text]
    return filled[0] if len(filled) == 1 else ""


def _texts(row: Record) -> list[str]:
    return [clean(cell.text) for cell in row.cells]


def _first(row: Record) -> str:
    return next(filter(None, _texts(row)), "")
