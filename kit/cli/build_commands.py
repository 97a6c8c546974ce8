"""The commands that make the sheets of the kit, once or at each save, or tell which of them to print again."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kit.cli import card_options, output, summary_lines
from kit.diagnostics import Diagnostic
from kit.draw.look.editions import Edition, Largest, PosterSize
from kit.messages.catalogue import Messages

if TYPE_CHECKING:
    from kit.build.order import Built, Order
    from kit.watch.watch import Rebuild, Watch

# What only some commands need is imported by these: --help must not wait for ReportLab.


@click.pass_obj
def build(
    messages: Messages,
    /,
    names: tuple[str, ...],
    content: Path | None,
    out: Path,
    edition: Edition,
    paper: Largest,
    lang: str,
    shop: bool,
    force: bool,
    show: bool,
    **cards: Any,
) -> None:
    """Make sheets and packs."""
    from kit.build.order import Order

    if shop:
        given = [f"--{name.replace('_', '-')}" for name in sorted(cards) if cards[name] and name != "no_backs"]
        card_options.refuse_together("--shop", [*given, *(["--paper a4"] if paper == "a4" else [])])
    card_options.refuse_large_cards(paper, **cards)
    asked = (names, content, out, edition, lang, paper, card_options.card_print(**cards))
    built = _made_for_shop(asked, messages) if shop else _made(Order(*asked), messages, force=force)
    output.tell_files(built.files)
    if built.current:
        click.echo(messages.count("build-current" if built.files else "build-nothing", built.current), err=True)
    output.complain(built.notes, messages)
    told = summary_lines.lines(built.summary, messages) if built.summary and built.files else ()
    first = built.summary.first if built.summary else next(iter(built.files), None)
    output.summarise(told, first, show=show)


def _made_for_shop(asked: tuple[Any, ...], messages: Messages) -> Built:
    from kit.build import shop

    with output.progress(messages) as tell:
        return shop.make(shop.Order(*asked), tell)


def _made(order: Order, messages: Messages, *, force: bool) -> Built:
    """Carry out an order; where there is nothing to do, without a word of the content being read."""
    from kit.build import manifest

    if not force and (known := manifest.unchanged(order)):
        return known
    from kit.build.build import build

    with output.progress(messages) as tell:
        return build(order, tell, force=force)


@click.pass_obj
def watch(
    messages: Messages, content: Path | None, out: Path, edition: Edition, paper: Largest, lang: str, open: bool
) -> None:
    """Build at each save, until it is interrupted."""
    from kit.cli import watch_lines
    from kit.watch.watch import Order, follow

    order = Order((), content, out, edition, lang, paper)
    click.echo(watch_lines.begun(order, messages))
    show = _page(messages) if open else None

    def tell(at: Watch, rebuild: Rebuild) -> None:
        output.tell_lines(watch_lines.lines(rebuild, messages, datetime.now()))
        output.complain(rebuild.notes, messages)
        for line in watch_lines.failure(rebuild, messages):
            click.echo(line, err=True)
        if show:
            show(at, rebuild)

    with output.until_interrupted(messages):
        follow(order, tell)


def _page(messages: Messages) -> Callable[[Watch, Rebuild], None]:
    """Open a page on this machine that shows what there is to see; gives what shows it anew."""
    from kit.serve import browser
    from kit.watch.server import LivePage, Server, State

    live_page = LivePage(messages)
    address = Server(live_page).address
    click.echo(messages.say("watch-page", address=address))
    browser.show(address, os.environ)
    return lambda at, rebuild: live_page.publish(State(at.shown(), rebuild.notes, rebuild.failed))


@click.pass_obj
def diff(
    messages: Messages,
    since: Path | None,
    printed: bool,
    content: Path | None,
    out: Path,
    edition: Edition,
    paper: Largest,
    lang: str,
) -> None:
    """Tell which sheets to print again."""
    from kit.build.diff import Order, compare, remember
    from kit.cli import diff_lines

    order = Order((), content, out, edition, lang, paper, since=since)
    if printed:
        card_options.refuse_together("--printed", ["--since"] if since else [])
        remember(order)
        click.echo(messages.say("diff-remembered"))
        return
    found = compare(order)
    people = _people_since(since, order) if since else None
    output.tell_lines(diff_lines.lines(found, messages, same_people=not people))
    if people is not None:
        click.echo(messages.say("diff-people" if people else "diff-same-people"))
        output.complain(people, messages)


def _people_since(file: Path, order: Order) -> list[Diagnostic] | None:
    """What has changed in who comes to the workshop that a file was made for; nothing where it is of none."""
    from kit.draw.text.fonts import cut_names
    from kit.model import shipped
    from kit.model.catalogue import load
    from kit.model.places.municipalities import load as load_places
    from kit.workshop import previous_stack

    workshop = load(order.content or shipped.folder(), order.language, cut_names()).workshop
    return previous_stack.people_since(file, workshop.stack, load_places(shipped.folder())) if workshop else None


@click.pass_obj
def preview(
    messages: Messages,
    names: tuple[str, ...],
    content: Path | None,
    out: Path,
    edition: Edition,
    paper: Largest,
    lang: str,
    dpi: int,
) -> None:
    """Make pictures of pages."""
    from kit.build.preview import Order, make

    with output.progress(messages) as tell:
        made = make(Order(names, content, out, edition, lang, paper, dpi=dpi), tell)
    output.tell(made, messages)


@click.pass_obj
def poster(
    messages: Messages,
    names: tuple[str, ...],
    content: Path | None,
    out: Path,
    edition: Edition,
    lang: str,
    size: PosterSize,
    shop: bool,
) -> None:
    """Make posters of sheets."""
    from kit.build.poster import Order, make

    with output.progress(messages) as tell:
        made = make(Order(names, content, out, edition, lang, size=size, shop=shop), tell)
    output.tell(made, messages)


@click.pass_obj
def printer_test(
    messages: Messages,
    duplex_shift: tuple[float, float] | None,
    content: Path | None,
    out: Path,
    edition: Edition,
    lang: str,
) -> None:
    """Make the sheet that is printed first."""
    from kit.build.printer_test import Order, make

    output.tell(make(Order(duplex_shift, content, out, edition, lang)), messages)
