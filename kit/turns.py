"""What `kit watch` says of each build. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Final

from kit import report, shipped
from kit.watch import Made, Order, Turn
from kit.words import Words

_MOST: Final = 3
"""So many files are named; a folder that comes back has many."""


def begun(order: Order, words: Words) -> str:
    """What is looked at."""
    return words.say("watch-begins", folder=str((order.content or shipped.folder()) / order.language))


def lines(turn: Turn, words: Words, now: datetime) -> Iterator[str]:
    """What was saved, and each file that was made of it."""
    if turn.changed:
        yield words.say("watch-saved", time=f"{now:%H:%M:%S}", files=_named(turn, words))
    if turn.mended:
        yield words.say("watch-mended")
    for made in turn.made:
        yield _made(made, words)
    if turn.made:
        yield words.say("watch-done", seconds=_seconds(turn.seconds, words))
    elif not turn.failed:
        yield words.say("watch-unchanged")


def failure(turn: Turn, words: Words) -> Iterator[str]:
    """How many errors there are, and what to do; nothing where all went well."""
    if turn.failed:
        yield words.count("count-errors", report.errors(turn.notes))
        yield words.say("watch-waits")


def _named(turn: Turn, words: Words) -> str:
    names = sorted({Path(path).name for path in turn.changed})
    if len(names) <= _MOST:
        return ", ".join(names)
    return words.say("watch-others", first=", ".join(names[: _MOST - 1]), count=len(names) - _MOST + 1)


def _made(made: Made, words: Words) -> str:
    if made.seconds is None:
        return words.say("watch-made-pack", name=made.name)
    return words.say("watch-made", name=made.name, seconds=_seconds(made.seconds, words))


def _seconds(seconds: float, words: Words) -> str:
    return f"{seconds:.2f}".replace(".", words.say("decimal-sign"))
