"""Click's own sentences from our catalogues: the help pages, and what was wrong with the use of the command."""

from __future__ import annotations

import datetime
import io
import os
import re
from collections.abc import Mapping, Sequence
from contextlib import redirect_stderr
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

import click
from click.shell_completion import BashComplete, add_completion_class

from kit.diagnostics import Diagnostic, Value, WrongUseError
from kit.messages.catalogue import Messages
from kit.model.addresses import ascii_of
from kit.model.parsing import date_of, minutes_of

_ADDRESS: Final = re.compile(r"https?://[A-Za-z0-9.-]+(?::\d{1,5})?(?:[/][!\"$-~]*)?")


class Command(click.Command):
    """A command whose help ends with examples. The context's object is the `Messages` to speak with."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the usage line."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, words(ctx).say("label-usage"))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options."""
        options = (param for param in self.get_params(ctx) if isinstance(param, click.Option))
        with formatter.section(words(ctx).say("label-options")):
            formatter.write_dl([record for option in options if (record := option.get_help_record(ctx))])

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples, each on its own line."""
        with formatter.section(words(ctx).say("label-examples")):
            for line in (self.epilog or "").strip().splitlines():
                formatter.write(" " * formatter.current_indent + line + "\n")


class Option(click.Option):
    """An option whose help is only what we say of it."""

    def get_help_extra(self, ctx: click.Context) -> Any:  # noqa: ARG002
        """Nothing: the bounds of a number are said in words."""
        return {}


class Choice(click.Choice[str]):
    """One of a few words, in capitals or not; ``also``: what people type instead."""

    def __init__(self, choices: Sequence[str], also: Mapping[str, str] = MappingProxyType({})) -> None:
        """Take these."""
        super().__init__(choices, case_sensitive=False)
        self._also = also

    def described(self) -> Sequence[str]:
        """The words, each with what people may type instead."""
        also = {word: [typed for typed, meant in self._also.items() if meant == word] for word in self.choices}
        return [f"{word} (= {', '.join(others)})" if others else word for word, others in also.items()]

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Read the value."""
        typed = str(_something(value, param, ctx)).strip()
        return super().convert(self._also.get(typed.casefold(), typed), param, ctx)

    def get_invalid_choice_message(self, value: Any, ctx: click.Context | None) -> str:  # noqa: ARG002
        """What was found instead, for `wrong_use` to tell."""
        return str(value)


class Day(click.ParamType[datetime.date]):
    """A day, as people type it."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Read the value."""
        found = date_of(_something(value, param, ctx)) if isinstance(value, str) else value
        return found if found is not None else self.fail(str(value), param, ctx)


class Time(click.ParamType[int]):
    """A time of the day, as people type it."""

    name = "time"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Read the value."""
        found = minutes_of(_something(value, param, ctx)) if isinstance(value, str) else value
        return found if found is not None else self.fail(str(value), param, ctx)


class Number(click.IntRange):
    """A whole number within bounds."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Read the value."""
        try:
            return super().convert(_something(value, param, ctx), param, ctx)
        except click.BadParameter as error:
            # What was found instead, for `wrong_use` to tell.
            raise click.BadParameter(str(value), ctx, param) from error


class Name(click.types.StringParamType):
    """What somebody calls something: more than spaces."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Read the value."""
        return _something(super().convert(value, param, ctx).strip(), param, ctx)


class Address(click.ParamType[str]):
    """The address of a page or a folder, without a fragment."""

    name = "address"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Read the value; a folder ends in a slash."""
        text = _something(value, param, ctx).strip()
        text = ascii_of(text) or text
        if not _ADDRESS.fullmatch(text):
            self.fail(text, param, ctx)
        return text if text.endswith((".html", "/")) else f"{text}/"


class File(click.Path):
    """The path of a file. Whether it may be read is told by who reads it."""

    def __init__(self) -> None:
        """Take files only."""
        super().__init__(path_type=Path, dir_okay=False, readable=False)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Read the value."""
        return super().convert(_something(value, param, ctx), param, ctx)


class Folder(click.Path):
    """The path of a folder. Whether it is one, and may be read, is told by who looks into it."""

    def __init__(self) -> None:
        """Take anything."""
        super().__init__(path_type=Path, readable=False)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Read the value."""
        return super().convert(_something(value, param, ctx), param, ctx)


def _something(value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
    """The value, if it is more than nothing at all: as a path, that would be the folder that one is in."""
    if value == "" and isinstance(param, click.Option):
        raise click.BadOptionUsage(param.opts[0], "", ctx)
    if value == "":
        raise click.MissingParameter(None, ctx, param)
    return value


class Bash(BashComplete):
    """The completion for Bash, which says in our words where Bash is too old for it."""

    def source(self) -> str:
        """What the shell runs."""
        with redirect_stderr(io.StringIO()) as said:
            source = super().source()
        if said.getvalue():
            messages: Messages = self.ctx_args["obj"]
            click.echo(messages.say("completion-old-bash"), err=True)
        return source


add_completion_class(Bash)


class Shift(click.ParamType[tuple[float, float]]):
    """How far backs are moved: ``1.5,-0.5`` or ``1,5;-0,5``, in mm to the right and up."""

    name = "shift"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Read the value: a pair of numbers."""
        from kit.model.shift import shift_of

        found = shift_of(_something(value, param, ctx)) if isinstance(value, str) else value
        if found is None:
            raise click.BadParameter(value, ctx, param)
        return found


class Subcommand(Command):
    """A command without commands under it; needs the setting ``allow_extra_args`` to refuse them in our words."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments; more than there is room for is wrong use."""
        rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            raise WrongUseError([self._too_many(ctx, rest)])
        return rest

    def _too_many(self, ctx: click.Context, rest: Sequence[str]) -> Diagnostic:
        """What this command takes; of a file or a folder, behind which options one can stand."""
        takes = " ".join([ctx.command_path, *self.collect_usage_pieces(ctx)])
        values = {"words": " ".join(rest), "takes": takes}
        if not any(Path(word).suffix or os.sep in word for word in rest):
            return Diagnostic("usage-too-many", values)
        behind = [param.opts[0] for param in self.params if isinstance(param.type, File | Folder)]
        return Diagnostic("usage-too-many-files", values | {"list": ", ".join(behind)})


class Group(Command, click.Group):
    """A command with commands under it."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options and the commands."""
        super().format_options(ctx, formatter)
        rows = [(name, command.help or "") for name, command in self.commands.items()]
        with formatter.section(words(ctx).say("label-commands")):
            formatter.write_dl(rows)


def words(ctx: click.Context) -> Messages:
    """The words that the command speaks."""
    return ctx.ensure_object(Messages)


def wrong_use(error: click.UsageError, group: click.Group) -> Diagnostic:
    """What was wrong with the use of the command, as data. ``group`` has all the options."""
    match error:
        case click.NoSuchOption():
            return Diagnostic("usage-unknown-option", {"name": error.option_name, **_close(error.possibilities)})
        case click.NoSuchCommand(ctx=click.Context(command=click.Group() as called)):
            values = {"name": error.command_name, "choices": ", ".join(called.commands)}
            return Diagnostic("usage-unknown-command", {**values, **_close(error.possibilities)})
        case click.MissingParameter(param=click.Parameter() as param):
            name = param.opts[0] if isinstance(param, click.Option) else param.human_readable_name.strip("[.]")
            return Diagnostic("usage-missing", {"name": name})
        case click.BadParameter(param=click.Parameter() as param):
            return _bad_value(param, error.message)
        case click.BadOptionUsage():
            code = "usage-takes-no-value" if error.option_name in _flags(group) else "usage-needs-value"
            return Diagnostic(code, {"name": error.option_name})
        case _:
            return Diagnostic("usage-other", {"reason": error.format_message()})


def _bad_value(param: click.Parameter, found: str) -> Diagnostic:
    """What was wrong with a value; our types tell what was found as the message."""
    name = param.opts[0] if isinstance(param, click.Option) else param.human_readable_name.strip("[]")
    match param.type:
        case Choice() as choice:
            values = {"name": name, "choices": ", ".join(choice.described()), "found": found}
            return Diagnostic("usage-bad-choice", values)
        case Number() as number:
            bounds: dict[str, Value] = {"low": int(number.min or 0), "high": int(number.max or 0)}
            return Diagnostic("usage-bad-number", {"name": name, "found": found, **bounds})
        case Day():
            return Diagnostic("usage-bad-day", {"name": name, "found": found})
        case Time():
            return Diagnostic("usage-bad-time", {"name": name, "found": found})
        case Address():
            return Diagnostic("usage-bad-address", {"name": name, "found": found})
        case Shift():
            return Diagnostic("usage-bad-shift", {"name": name, "found": found})
        case File():
            return Diagnostic("usage-bad-file", {"name": name})
        case _:
            return Diagnostic("usage-other", {"reason": f"{name}: {found}"})


def _flags(group: click.Group) -> set[str]:
    """The options without a value, of all commands."""
    params = [param for command in (group, *group.commands.values()) for param in command.params]
    flags = [param for param in params if isinstance(param, click.Option) and param.is_flag]
    return {name for flag in flags for name in flag.opts}


def _close(possibilities: list[str] | None) -> Mapping[str, Value]:
    """The nearest of the names that somebody may have meant: Click puts it first."""
    return {"close": possibilities[0]} if possibilities else {}
