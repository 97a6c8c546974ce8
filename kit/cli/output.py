"""What the command prints: the files that were made, what there is to say of them, and how far it is."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Protocol, TextIO

import click

from kit.cli import terminal
from kit.diagnostics import Diagnostic
from kit.messages.catalogue import Messages, escaped


class Made(Protocol):
    """What came of an order: the files that were written, and what there is to say of them."""

    @property
    def files(self) -> tuple[Path, ...]:
        """The files, in the order in which they are told."""

    @property
    def notes(self) -> tuple[Diagnostic, ...]:
        """What is worth saying."""


def tell(made: Made, messages: Messages) -> None:
    """Tell what was made, and what there is to say of it."""
    tell_files(made.files)
    complain(made.notes, messages)


def tell_files(files: Iterable[Path]) -> None:
    """Print a line a file."""
    for file in files:
        click.echo(escaped(str(file)))


def tell_lines(lines: Iterable[str]) -> None:
    """Print lines as they are."""
    for line in lines:
        click.echo(line)


def summarise(lines: Iterable[str], first: Path | None, *, show: bool) -> None:
    """Say what was made beside the list of files, which others may read, and open the first file if that is asked."""
    for line in lines:
        click.echo(line, err=True)
    if show and first:
        from kit.serve import browser

        browser.show_file(first, os.environ)


def complain(diagnostics: Sequence[Diagnostic], messages: Messages) -> None:
    """Say what is wrong or worth knowing, beside what others may read from the command."""
    if diagnostics:
        explain(diagnostics, messages, sys.stderr)


def explain(diagnostics: Sequence[Diagnostic], messages: Messages, stream: TextIO) -> None:
    """Say what is wrong: with the lines of the files, and in colour where somebody looks at it."""
    # Most of the time there is nothing to say, and --help must not wait for it.
    from kit.messages import report
    from kit.messages.source_lines import SourceLines

    for line in report.short_list(diagnostics, messages):
        click.echo(line, file=stream)
    colourful = terminal.is_colourful(stream, os.environ)
    for line in report.lines(diagnostics, messages, SourceLines(), terminal.painted):
        click.echo(line, file=stream, color=colourful)


def progress(messages: Messages) -> AbstractContextManager[Callable[[int, int], None]]:
    """A bar for what takes long; gives a function to tell how many steps are done, of how many."""
    from kit.cli import progress

    return progress.progress(messages.say("label-progress"), sys.stderr)


@contextmanager
def until_interrupted(messages: Messages) -> Iterator[None]:
    """Go on until Ctrl-C: to interrupt it is the way to end it, and so no failure."""
    try:
        yield
    except KeyboardInterrupt:
        click.echo(messages.say("watch-ends"))
