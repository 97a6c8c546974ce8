"""What `kit watch` says of each build. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Final

from kit.messages import report
from kit.messages.catalogue import Messages
from kit.model import shipped
from kit.watch.watch import Made, Order, Rebuild

_MOST: Final = 3
"""So many files are named; a folder that comes back has many."""


def begun(order: Order, words: Messages) -> str:
    """What is looked at."""
    return words.say("watch-begins", folder=str((order.content or shipped.folder()) / order.language))


def lines(rebuild: Rebuild, words: Messages, now: datetime) -> Iterator[str]:
    """What was saved, and each file that was made of it."""
    if rebuild.changed:
        yield words.say("watch-saved", time=f"{now:%H:%M:%S}", files=_named(rebuild, words))
    if rebuild.mended:
        yield words.say("watch-mended")
    for made in rebuild.made:
        yield _made(made, words)
    if rebuild.made:
        yield words.say("watch-done", seconds=_seconds(rebuild.seconds, words))
    elif not rebuild.failed:
        yield words.say("watch-unchanged")


def failure(rebuild: Rebuild, words: Messages) -> Iterator[str]:
    """How many errors there are, and what to do; nothing where all went well."""
    if rebuild.failed:
        yield words.count("count-errors", report.errors(rebuild.notes))
        yield words.say("watch-waits")


def _named(rebuild: Rebuild, words: Messages) -> str:
    names = sorted({Path(path).name for path in rebuild.changed})
    if len(names) <= _MOST:
        return ", ".join(names)
    return words.say("watch-others", first=", ".join(names[: _MOST - 1]), count=len(names) - _MOST + 1)


def _made(made: Made, words: Messages) -> str:
    if made.seconds is None:
        return words.say("watch-made-pack", name=made.name)
    return words.say("watch-made", name=made.name, seconds=_seconds(made.seconds, words))


def _seconds(seconds: float, words: Messages) -> str:
    return f"{seconds:.2f}".replace(".", words.say("decimal-sign"))
