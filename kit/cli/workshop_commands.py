"""The commands that start from who takes part: bubble sheets with names, the stack of a workshop, and places."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kit.cli import card_options, options, output, summary_lines
from kit.diagnostics import Diagnostic, Severity
from kit.draw.look.editions import Edition, Largest
from kit.messages.catalogue import Messages

if TYPE_CHECKING:
    from kit.model.lists.understood import Tell, Understood

# What only some commands need is imported by these: --help must not wait for ReportLab.


@click.pass_obj
def bubbles(
    messages: Messages,
    /,
    actors: Path | None,
    book: Path | None,
    content: Path | None,
    out: Path,
    edition: Edition,
    paper: Largest,
    lang: str,
    show: bool,
    **asked: Any,
) -> None:
    """Make bubble sheets with the names of municipalities."""
    from kit.bubbles.build import Order, make
    from kit.bubbles.selection import Selection

    order = Order(Selection(**asked), actors, book, content, out, edition, lang, paper)
    with output.progress(messages) as tell:
        made = make(order, tell, _teller(messages))
    output.tell_files(made.files)
    if made.current:
        output.complain([Diagnostic("bubbles-current", {"count": made.current}, severity=Severity.ADVICE)], messages)
    output.complain(made.notes, messages)
    if made.summary:
        output.summarise(summary_lines.lines(made.summary, messages), made.summary.first, show=show)


@click.pass_obj
def pack(
    messages: Messages, /, content: Path | None, out: Path, edition: Edition, lang: str, paper: Largest, **asked: Any
) -> None:
    """Make the stack of a workshop."""
    from kit.workshop.arrange import Asked
    from kit.workshop.order import Order
    from kit.workshop.pack import make
    from kit.workshop.pages import PrintOptions

    cards = {name: asked.pop(name) for name in card_options.OF_CARDS}
    card_options.refuse_large_cards(paper, **cards)
    shop, force, each, show = (asked.pop(name) for name in ("shop", "force", "each", "show"))
    card_options.refuse_together("--shop", ["--paper a4"] if shop and paper == "a4" else [])
    printed = PrintOptions(paper, card_options.card_print(**cards))
    content = content or options.content_around(asked["file"], lang, messages)
    with output.progress(messages) as tell:
        order = Order(Asked(**asked), printed, content, out, edition, lang, shop, force, each)
        made = make(order, tell, _teller(messages))
    output.tell(made, messages)
    output.summarise(summary_lines.of_stack(made.summary, messages), made.summary.first, show=show)


def _teller(messages: Messages) -> Tell:
    """What says what a list was taken for, beside what others may read from the command."""
    from kit.cli import understood_lines

    def tell(understood: Understood) -> None:
        for line in understood_lines.lines(understood, messages):
            click.echo(line, err=True)

    return tell


@click.pass_obj
def show_places(messages: Messages, places: tuple[str, ...]) -> None:
    """Show which municipalities are meant."""
    from kit.cli import place_lines
    from kit.model import shipped
    from kit.model.places.findings import diagnostics
    from kit.model.places.lookup import Lookup
    from kit.model.places.municipalities import load

    municipalities = load(shipped.folder())
    findings = Lookup(municipalities).find_all(places)
    for found in findings:
        output.tell_lines(place_lines.lines(found, municipalities, messages))
    output.complain([note for found in findings for note in diagnostics(found)], messages)
