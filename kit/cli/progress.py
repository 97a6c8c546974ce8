"""A progress bar that only shows itself to somebody who has been waiting."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from time import monotonic
from typing import Final, TextIO

import click

PATIENCE: Final = 1.0
"""Seconds of work before the bar appears."""


@contextmanager
def progress(
    label: str, stream: TextIO, clock: Callable[[], float] = monotonic
) -> Iterator[Callable[[int, int], None]]:
    """A function to tell how many steps are done, of how many."""
    started = clock()
    shown = 0
    update: Callable[[int], None] | None = None
    with ExitStack() as stack:

        def tell(done: int, total: int) -> None:
            nonlocal shown, update
            if not stream.isatty() or clock() - started < PATIENCE:
                return
            if update is None:
                bar = click.progressbar(length=total, label=label, file=stream, show_eta=False)
                update = stack.enter_context(bar).update
            update(done - shown)
            shown = done

        yield tell
