"""How somebody finds a pile in a large file: bookmarks and numbers of pages by table and person. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from kit.press.about import Bookmark, Label
from kit.workshop.pages import Item
from kit.workshop.print_files import Section

Count = Callable[[Item], int]
"""How many pages an item takes in a file."""


def outline(sections: Sequence[Section], count: Count) -> tuple[Bookmark, ...]:
    """A line a section; under that of a table where people are known, a line a person and one for what is for all."""
    lines: list[Bookmark] = []
    start = 0
    for section in sections:
        under = tuple(Bookmark(name, start + at) for name, at, _ in _groups(section, count))
        lines.append(Bookmark(section.title.plain, start, under if len(under) > 1 else ()))
        start += sum(map(count, section.items))
    return tuple(lines)


def labels(sections: Sequence[Section], count: Count) -> tuple[Label, ...]:
    """What the pages are called: the table, the person and a number, such as *Tafel 1, Samira 2*."""
    found: list[Label] = []
    start = 0
    for section in sections:
        title = section.title.plain
        for name, at, pages in _groups(section, count):
            found.append(Label(start + at, f"{title}, {name}" if name else title, counted=pages > 1))
        start += sum(map(count, section.items))
    return tuple(found)


def _groups(section: Section, count: Count) -> Iterator[tuple[str, int, int]]:
    """What belongs to one person, or is of one kind: its name, where it begins in the section, and its pages.

    Where people sit who are not known, or all is of one kind, a section is one group without a name.
    """
    groups = [(key, list(items)) for key, items in groupby(section.items, key=_group)]
    if (len(groups) == 1 and not section.items[0].who) or any(item.seat and not item.who for item in section.items):
        groups = [((0, ""), list(section.items))]
    at = 0
    for (_, name), items in groups:
        pages = sum(map(count, items))
        yield name, at, pages
        at += pages


def _group(item: Item) -> tuple[int, str]:
    return item.seat, (item.who or item.kind.name).plain
