"""What there is to build, as lines to read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kit.messages.catalogue import Messages, escaped
from kit.model.catalogue import Catalogue


def lines(catalogue: Catalogue, words: Messages) -> Iterator[str]:
    """The sheets by name, then the packs with what is in them."""
    sheets = [(name, sheet.bookmark.plain) for name, sheet in catalogue.sheets.items()]
    packs = [(pack.name, f"{pack.title.plain} ({', '.join(pack.sheets)})") for pack in catalogue.packs]
    width = max(len(name) for name, _ in sheets + packs)
    yield words.say("label-sheets")
    yield from _rows(sheets, width)
    yield words.say("label-packs")
    yield from _rows(packs, width)


def _rows(rows: Iterable[tuple[str, str]], width: int) -> Iterator[str]:
    for name, text in rows:
        yield f"  {name:<{width}}  {escaped(text)}"
