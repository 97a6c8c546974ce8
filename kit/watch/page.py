"""The page that `kit watch --open` shows: all sheets as pictures, and above them what is wrong. As a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from string import Template
from typing import Final

from kit.diagnostics import Diagnostic
from kit.draw.geometry import Size
from kit.messages import report
from kit.messages.catalogue import Messages, escaped
from kit.messages.source_lines import SourceLines

_FOLDER: Final = Path(__file__).parent
STYLE: Final = "page.css"
SCRIPT: Final = "page.js"
_PAGE: Final = "page.html"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet to look at: its title, the sizes of its pages in mm, and the addresses of their pictures."""

    title: str
    papers: Sequence[Size]
    pictures: Sequence[str]


def asset(name: str) -> bytes:
    """The style or the script of the page."""
    return (_FOLDER / name).read_bytes()


def page(
    sheets: Sequence[Sheet], notes: Iterable[Diagnostic], messages: Messages, *, failed: bool, built: bool = True
) -> str:
    """The page in HTML. Every letter that comes from the content is escaped."""
    words = {
        "title": messages.say("page-title"),
        "stopped": messages.say("page-stopped"),
        "status": messages.say(_status(sheets, failed) if built else "page-begins"),
    }
    parts = {"notes": "\n".join(_notes(notes, messages)), "sheets": "\n".join(map(_sheet, sheets))}
    state = {"language": messages.language, "state": "wrong" if failed else "right"}
    whole = Template((_FOLDER / _PAGE).read_text(encoding="utf-8"))
    return whole.substitute({name: escape(said) for name, said in words.items()}, **parts, **state)


def _status(sheets: Sequence[Sheet], failed: bool) -> str:
    if not failed:
        return "page-right"
    return "page-old" if sheets else "page-nothing"


def _notes(notes: Iterable[Diagnostic], messages: Messages) -> Iterator[str]:
    fetch = SourceLines()
    for note in report.in_order(notes):
        said = "\n".join(report.lines([note], messages, fetch))
        yield f'<pre class="{note.severity}">{escape(said)}</pre>'


def _sheet(sheet: Sheet) -> str:
    title = escape(escaped(sheet.title))
    pages = zip(sheet.papers, sheet.pictures, strict=True)
    return "\n".join(["<section>", f'<h2 dir="auto">{title}</h2>', *_pictures(title, pages), "</section>"])


def _pictures(title: str, pages: Iterable[tuple[Size, str]]) -> Iterator[str]:
    for number, (paper, address) in enumerate(pages, 1):
        # Its size is known before the picture comes, so that nothing jumps.
        size = f'width="{paper.width:.0f}" height="{paper.height:.0f}"'
        yield f'<img src="{escape(address)}" alt="{title} {number}" {size}>'
