"""Writes the reference of the command anew, in docs/commands.md: ``python3 run.py docs``.

All of it comes from the command itself, in English: what `kit --help` and the help of each command say.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import click

from kit import files
from kit.cli import app
from kit.messages.catalogue import Messages

FILE: Final = Path(__file__).parent / "docs" / "commands.md"

_HEAD: Final = """\
# Commands and options

Made from the command itself by `python3 run.py docs`; a change here is lost. What is made where, and how the commands
work together: [usage.md](usage.md). The same is told by `kit --help` and, of one command, by `kit build --help`."""


def main() -> None:
    """Write the reference, and print its name."""
    files.write_all({FILE: reference().encode()})
    sys.stdout.write("docs/commands.md\n")


def reference() -> str:
    """The reference as Markdown: a list of the commands, then a section for each."""
    messages = Messages.load("en")
    kit = app.command(messages)
    top = click.Context(kit, info_name="kit", obj=messages)
    parts = [_HEAD, *_parts(top), _table(("command", "what it does"), _commands(kit)), _examples(kit)]
    for name, command in kit.commands.items():
        context = click.Context(command, top, name, obj=messages)
        parts += [f"## kit {name}", *_parts(context), _examples(command)]
    return "\n\n".join(parts) + "\n"


def _parts(context: click.Context) -> Iterator[str]:
    """What a command does, how it is typed, and its options."""
    yield context.command.help or ""
    yield _block("text", " ".join([context.command_path, *context.command.collect_usage_pieces(context)]))
    yield _table(("option", "value", "what it does"), _options(context))


def _options(context: click.Context) -> Iterator[tuple[str, str, str]]:
    for param in context.command.get_params(context):
        if isinstance(param, click.Option):
            said = f"{param.help or ''}{' Must be given.' if param.required else ''}"
            yield ", ".join(f"`{name}`" for name in param.opts), _value(param, context), said


def _value(option: click.Option, context: click.Context) -> str:
    """What is typed behind an option: a few words, a number between two others, or a name for it."""
    match option.type:
        case _ if option.is_flag:
            return ""
        case click.Choice(choices=choices):
            return ", ".join(f"`{choice}`" for choice in choices)
        case click.IntRange(min=least, max=most):
            return f"{least} to {most}"
        case _:
            return f"`{option.make_metavar(context)}`"


def _commands(kit: click.Group) -> Iterator[tuple[str, str]]:
    for name, command in kit.commands.items():
        yield f"[`kit {name}`](#kit-{name})", command.help or ""


def _examples(command: click.Command) -> str:
    """The examples; a remark stands behind two spaces in the help, and behind a hash where somebody may copy it."""
    return _block("sh", re.sub(r"(?<=\S)( {2,})(?=\S)", r"\1# ", (command.epilog or "").strip()))


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "\n".join(f"| {' | '.join(map(_cell, line))} |" for line in lines)


def _cell(text: str) -> str:
    """A cell of a table, in which a bar would begin the next."""
    return text.replace("|", r"\|")


def _block(language: str, text: str) -> str:
    return f"```{language}\n{text}\n```"


if __name__ == "__main__":
    main()
