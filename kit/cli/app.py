"""The command itself: the table of its commands, how it is run, and how errors are told."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Mapping, Sequence

import click

from kit import files
from kit.cli import build_commands, content_commands, localise, options, output, site_commands, workshop_commands
from kit.cli.exit_status import DONE, FAILED, INTERRUPTED, WRONG_USE
from kit.cli.localise import Group, Subcommand
from kit.diagnostics import Diagnostic, KitError, WrongUseError
from kit.messages import catalogue as words
from kit.messages.catalogue import Messages


def main() -> None:
    """Run the command as a program."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal or pipe that cannot write a letter gets its number, not a crash.
            stream.reconfigure(errors="backslashreplace")
    try:
        status = run(sys.argv[1:], os.environ)
    except KeyboardInterrupt:
        status = INTERRUPTED
    sys.exit(status)


def run(arguments: Sequence[str], environment: Mapping[str, str]) -> int:
    """Run the command with arguments and an environment, and tell its exit status."""
    messages = Messages.load(words.chosen(environment))
    called = command(messages)
    arguments = _as_help(arguments)
    try:
        output.complain(tuple(words.unspoken(environment)), messages)
        return called.main(arguments, "kit", standalone_mode=False, obj=messages) or DONE
    except KitError as error:
        return _refuse(error, messages, _named(arguments, called))
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        return WRONG_USE
    except click.UsageError as error:
        output.complain([localise.wrong_use(error, called)], messages)
        _see_help(error.ctx.command_path if error.ctx else _named(arguments, called), messages)
        return WRONG_USE
    except click.Abort:
        return INTERRUPTED
    except OSError as error:
        return _unheard(error, messages)
    except Exception as error:  # noqa: BLE001 (the net under all else: a user is never shown a traceback)
        from kit.messages.fault import fault

        output.complain([fault(error, arguments)], messages)
        return FAILED


def command(messages: Messages) -> Group:
    """The command with all its help in a language."""
    names = click.Argument(["names"], nargs=-1, metavar=messages.say("meta-name"), shell_complete=options.completed)
    target = click.Argument(["target"], type=localise.Folder(), metavar=messages.say("meta-folder"))
    return Group(
        "kit",
        commands=[
            _command("build", build_commands.build, options.all_of_build(messages, names), messages),
            _command("diff", build_commands.diff, options.of_diff(messages), messages),
            _command("list", content_commands.show_list, [options.content(messages), options.lang(messages)], messages),
            _command("init", content_commands.init, [target], messages),
            _command("use", content_commands.use, options.of_use(messages), messages),
            _command("bubbles", workshop_commands.bubbles, options.of_bubbles(messages), messages),
            _command("pack", workshop_commands.pack, options.of_pack(messages), messages),
            _command("check", content_commands.check, options.of_check(messages), messages),
            _command("places", workshop_commands.show_places, [options.places(messages)], messages),
            _command("watch", build_commands.watch, options.of_watch(messages), messages),
            _command("preview", build_commands.preview, options.of_preview(messages, names), messages),
            _command("poster", build_commands.poster, options.of_poster(messages), messages),
            _command("printer-test", build_commands.printer_test, options.of_printer_test(messages), messages),
            _command("site", site_commands.site, options.of_site(messages), messages),
            _command("serve", site_commands.serve, options.of_serve(messages), messages),
            _command("release", content_commands.release, options.of_release(messages), messages),
            _command("schema", content_commands.schema, [options.folder_to_fill(messages)], messages),
        ],
        params=[options.version_flag(messages), options.help_flag(messages)],
        subcommand_metavar=messages.say("meta-command"),
        options_metavar=messages.say("meta-options"),
        add_help_option=False,
        help=messages.say("help-kit"),
        epilog=messages.say("help-kit", "example"),
    )


def _as_help(arguments: Sequence[str]) -> Sequence[str]:
    """``kit help`` and ``kit help pack`` as people type them: what ``--help`` says."""
    return [*arguments[1:2], "--help"] if arguments[:1] == ["help"] else arguments


def _named(arguments: Sequence[str], called: Group) -> str:
    """The command that somebody typed, as ``kit build``; where the option before it is wrong, only ``kit``."""
    return " ".join(["kit", *[name for name in arguments if name in called.commands][:1]])


def _see_help(called: str, messages: Messages) -> None:
    click.echo(messages.say("label-see-help", command=called), err=True)


def _refuse(error: KitError, messages: Messages, called: str) -> int:
    output.complain(error.diagnostics, messages)
    if isinstance(error, WrongUseError):
        _see_help(called, messages)
        return WRONG_USE
    from kit.messages import report

    click.echo(messages.count("count-errors", report.errors(error.diagnostics)), err=True)
    return FAILED


def _unheard(error: OSError, messages: Messages) -> int:
    """What is printed cannot be written: on a full disk, or to a reader such as ``head`` that has seen enough."""
    if error.filename is not None:
        output.complain([Diagnostic("file-unreadable", {"file": str(error.filename)})], messages)
        return FAILED
    # What is left in the buffer must not fail again when Python exits.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if not isinstance(error, BrokenPipeError):
        code = "cannot-print-full" if files.is_full(error) else "cannot-print"
        output.complain([Diagnostic(code, {"reason": files.name(error)})], messages)
    return FAILED


def _command(
    name: str, call: Callable[..., int | None], params: list[click.Parameter], messages: Messages
) -> Subcommand:
    return Subcommand(
        name,
        callback=call,
        params=[*params, options.help_flag(messages)],
        options_metavar=messages.say("meta-options"),
        context_settings={"allow_extra_args": True},
        add_help_option=False,
        help=messages.say(f"help-{name}"),
        epilog=messages.say(f"help-{name}", "example"),
    )
