"""The commands of the digital edition: make it, and show it on this machine."""

from __future__ import annotations

import os
from pathlib import Path

import click

from kit.cli import output
from kit.messages.catalogue import Messages

# What only some commands need is imported by these: --help must not wait for ReportLab.


@click.pass_obj
def site(messages: Messages, content: Path | None, out: Path | None, base_url: str | None, lang: str) -> None:
    """Make the digital edition as a folder of plain files."""
    from kit.web import build

    order = build.Order(content, out, base_url, lang)
    made = build.make(order)
    written = build.write(order, made)
    output.tell_files([order.folder / made.page])
    click.echo(messages.count("site-made", len(written.files)), err=True)
    output.complain((*made.notes, *written.notes), messages)


@click.pass_obj
def serve(messages: Messages, content: Path | None, out: Path | None, lang: str, open: bool) -> None:
    """Show the digital edition on this machine, until it is interrupted."""
    from kit.serve import browser
    from kit.serve.loopback import Server
    from kit.web import build

    site_files, notes = build.site_files(build.Order(content, out, None, lang))
    output.complain(notes, messages)
    server = Server(site_files)
    click.echo(messages.say("serve-page", address=server.address))
    if open:
        browser.show(server.address, os.environ)
    with output.until_interrupted(messages):
        server.wait()
