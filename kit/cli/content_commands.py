"""The commands for who edits the content: copy it, list and check it, release a version, make schemas for editors."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kit import files
from kit.cli import card_options, output
from kit.cli.exit_status import DONE, FAILED
from kit.messages.catalogue import Messages

# What only some commands need is imported by these: --help must not wait for ReportLab.


@click.pass_obj
def show_list(messages: Messages, content: Path | None, lang: str) -> None:
    """Show the sheets and the packs."""
    from kit.cli import list_lines
    from kit.draw.text.fonts import cut_names
    from kit.model import shipped
    from kit.model.catalogue import load

    catalogue = load(content or shipped.folder(), lang, cut_names())
    output.tell_lines(list_lines.lines(catalogue, messages))
    output.complain(catalogue.warnings, messages)


def init(target: Path) -> None:
    """Copy the content for editing."""
    from kit.model import shipped

    output.tell_files(shipped.copy(target))


@click.pass_obj
def use(messages: Messages, target: Path | None, none: bool, lang: str) -> None:
    """Use a content from now on, in the folder in which this is typed; without one, tell which is used."""
    from kit.model import used

    card_options.refuse_together("--none", [str(target)] if none and target else [])
    if target:
        used.remember(target, lang)
    elif none:
        used.forget()
    found = used.remembered()
    click.echo(messages.say("content-used", folder=str(found)) if found else messages.say("content-shipped"))


@click.pass_obj
def check(messages: Messages, content: Path | None, lang: str, strict: bool, form: str) -> int:
    """Say all that there is to say about a content; gives the exit status."""
    from kit.build.check import Order, check
    from kit.messages import report

    found = check(Order(content, lang))
    if form == "json":
        click.echo(report.document(found, messages))
    else:
        output.explain(found, messages, sys.stdout)
        output.tell_lines(report.totals(found, messages) if found else [messages.say("check-clean")])
    return FAILED if report.errors(found) or (strict and found) else DONE


@click.pass_obj
def release(messages: Messages, content: Path, lang: str) -> None:
    """Write down what the sheets say in this version."""
    from kit.build.release import Order, release

    order = Order(content, lang)
    made = release(order)
    if made.already:
        click.echo(messages.say("release-already", version=made.version), err=True)
    else:
        output.tell_files([order.file])
    output.complain(made.notes, messages)


def schema(target: Path) -> None:
    """Make the schemas by which editors know the content."""
    from kit.build import schemas

    written = {target / place: schema for place, schema in schemas.schemas().items()}
    files.sweep({file.parent for file in written})
    files.write_all(written)
    output.tell_files(written)
