"""Click's own sentences from our catalogues: the help pages, and what was wrong with the use of the command."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Final

import click

from kit.diagnostics import Diagnostic, Value, WrongUseError
from kit.typed import date_of, minutes_of
from kit.words import Words

FLAGS: Final = frozenset({"--help", "--version", "--single", "--all", "--no-backs"})
"""The options without a value."""


class Command(click.Command):
    """A command whose help ends with examples. The context's object is the `Words` to speak with."""

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


class Choice(click.Choice[str]):
    """One of a few words."""

    def get_invalid_choice_message(self, value: Any, ctx: click.Context | None) -> str:  # noqa: ARG002
        """What was found instead, for `wrong_use` to tell."""
        return str(value)


class Day(click.ParamType[datetime.date]):
    """A day, as people type it."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Read the value."""
        found = date_of(value) if isinstance(value, str) else value
        return found if found is not None else self.fail(str(value), param, ctx)


class Time(click.ParamType[int]):
    """A time of the day, as people type it."""

    name = "time"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Read the value."""
        found = minutes_of(value) if isinstance(value, str) else value
        return found if found is not None else self.fail(str(value), param, ctx)


class Folder(click.Path):
    """The path of a folder. Nothing at all is none: as a path it would be the folder that one is in."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Read the value."""
        if value == "" and isinstance(param, click.Option):
            raise click.BadOptionUsage(param.opts[0], "", ctx)
        if value == "":
            raise click.MissingParameter(None, ctx, param)
        return super().convert(value, param, ctx)


class Shift(click.ParamType[tuple[float, float]]):
    """How far backs are moved: ``1.5,-0.5`` or ``1,5;-0,5``, in mm to the right and up."""

    name = "shift"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Read the value: a pair of numbers."""
        from kit.model.shift import shift_of

        found = shift_of(value) if isinstance(value, str) else value
        if found is None:
            raise click.BadParameter(value, ctx, param)
        return found


class Leaf(Command):
    """A command without commands under it; needs the setting ``allow_extra_args`` to refuse them in our words."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments; more than there is room for is wrong use."""
        rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            raise WrongUseError([Diagnostic("usage-too-many", {"words": " ".join(rest)})])
        return rest


class Group(Command, click.Group):
    """A command with commands under it."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options and the commands."""
        super().format_options(ctx, formatter)
        rows = [(name, command.help or "") for name, command in self.commands.items()]
        with formatter.section(words(ctx).say("label-commands")):
            formatter.write_dl(rows)


def words(ctx: click.Context) -> Words:
    """The words that the command speaks."""
    return ctx.ensure_object(Words)


def wrong_use(error: click.UsageError) -> Diagnostic:
    """What was wrong with the use of the command, as data."""
    match error:
        case click.NoSuchOption():
            return Diagnostic("usage-unknown-option", {"name": error.option_name, **_close(error.possibilities)})
        case click.NoSuchCommand(ctx=click.Context(command=click.Group() as group)):
            values = {"name": error.command_name, "choices": ", ".join(group.commands)}
            return Diagnostic("usage-unknown-command", {**values, **_close(error.possibilities)})
        case click.MissingParameter(param=click.Parameter() as param):
            return Diagnostic("usage-missing", {"name": param.human_readable_name.rstrip(".")})
        case click.BadParameter(param=click.Parameter(type=Choice() as choice) as param):
            values = {"name": param.opts[0], "choices": ", ".join(choice.choices), "found": error.message}
            return Diagnostic("usage-bad-choice", values)
        case click.BadParameter(param=click.Parameter(type=Day()) as param):
            return Diagnostic("usage-bad-day", {"name": param.opts[0], "found": error.message})
        case click.BadParameter(param=click.Parameter(type=Time()) as param):
            return Diagnostic("usage-bad-time", {"name": param.opts[0], "found": error.message})
        case click.BadParameter(param=click.Parameter(type=click.Path()) as param):
            return Diagnostic("usage-bad-file", {"name": param.opts[0]})
        case click.BadParameter(param=click.Parameter(type=click.IntRange() as numbers) as param):
            return Diagnostic(
                "usage-bad-number", {"name": param.opts[0], "low": numbers.min or 0, "high": numbers.max or 0}
            )
        case click.BadParameter(param=click.Parameter(type=Shift()) as param):
            return Diagnostic("usage-bad-shift", {"name": param.opts[0], "found": error.message})
        case click.BadOptionUsage():
            code = "usage-takes-no-value" if error.option_name in FLAGS else "usage-needs-value"
            return Diagnostic(code, {"name": error.option_name})
        case _:
            return Diagnostic("usage-other", {"reason": error.format_message()})


def _close(possibilities: list[str] | None) -> Mapping[str, Value]:
    """The nearest of the names that somebody may have meant: Click puts it first."""
    return {"close": possibilities[0]} if possibilities else {}
