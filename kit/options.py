"""What can be typed behind a command: its arguments and options, with their help in the language of the command."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from kit import __version__, spoken
from kit.diagnostics import KitError
from kit.draw.editions import EDITIONS, PAPERS, POSTERS
from kit.typed import MOST_AT_A_TABLE, MOST_SPARE
from kit.words import Words


def completed(ctx: click.Context, _: click.Parameter, begun: str) -> list[str]:
    """The sheets and packs whose names begin so. Where the content is wrong: none, for a shell has no ear for it."""
    from kit import shipped
    from kit.model.catalogue import read

    try:
        found = read(ctx.params.get("content") or shipped.folder(), ctx.params.get("lang") or "nl").catalogue
    except (KitError, OSError):
        return []
    names = [*found.sheets, *(pack.name for pack in found.packs)] if found else []
    return [name for name in names if name.startswith(begun)]


def places(speech: Words) -> click.Argument:
    """Municipalities, by whatever they are called."""
    return click.Argument(["places"], nargs=-1, required=True, metavar=speech.say("meta-place"))


def folder_to_fill(speech: Words) -> click.Argument:
    """A folder that something is put in."""
    folder = spoken.Folder()
    return click.Argument(["target"], type=folder, default=Path(), metavar=f"[{speech.say('meta-folder')}]")


def of_build(speech: Words) -> list[click.Parameter]:
    """What a build is told that makes sheets, and whatever does as it does."""
    return [content(speech), _out(speech), _edition(speech), _paper(speech), lang(speech)]


def of_cards(speech: Words) -> list[click.Parameter]:
    """How partner cards are printed; `kit.cli` makes a `CardPrint` of what they say."""
    return [
        _option("--cards", speech, type=spoken.Choice(PAPERS)),
        _option("--no-backs", speech, is_flag=True),
        _option("--flip", speech, type=spoken.Choice(("long", "short"))),
        _shift(speech),
    ]


def of_printer_test(speech: Words) -> list[click.Parameter]:
    """What the printer test is told."""
    return [_shift(speech), content(speech), _out(speech), _edition(speech), lang(speech)]


def _shift(speech: Words) -> click.Option:
    return _option("--duplex-shift", speech, type=spoken.Shift(), metavar=speech.say("meta-shift"))


def in_browser(speech: Words) -> click.Option:
    """Whether a browser shows it."""
    return _option("--open", speech, is_flag=True)


def _shop(speech: Words) -> click.Option:
    return _option("--shop", speech, is_flag=True)


def all_of_build(speech: Words, names: click.Argument) -> list[click.Parameter]:
    """All that `kit build` is told."""
    return [names, *of_build(speech), *of_cards(speech), _force(speech), _shop(speech)]


def since(speech: Words) -> click.Option:
    """A PDF to compare with."""
    return _option("--since", speech, type=spoken.File(), metavar=speech.say("meta-file"))


def _force(speech: Words) -> click.Option:
    return _option("--force", speech, is_flag=True)


def of_poster(speech: Words) -> list[click.Parameter]:
    """What a poster is told."""
    names = click.Argument(
        ["names"], nargs=-1, required=True, metavar=speech.say("meta-names"), shell_complete=completed
    )
    size = _option("--size", speech, type=spoken.Choice(POSTERS), default="a2")
    return [names, size, content(speech), _out(speech), _edition(speech), lang(speech)]


def of_bubbles(speech: Words) -> list[click.Parameter]:
    """What bubble sheets are told."""
    file = spoken.File()
    name = speech.say("meta-file")
    return [
        click.Argument(["places"], nargs=-1, metavar=f"[{speech.say('meta-place')}]"),
        _option("--with", speech, "beside", multiple=True, metavar=speech.say("meta-one-place")),
        _option("--neighbours", speech, "most", type=spoken.Number(1, 16), metavar=speech.say("meta-number")),
        _option("--single", speech, is_flag=True),
        _option("--all", speech, "everything", is_flag=True),
        _option("--province", speech, metavar=speech.say("meta-words")),
        _option("--region", speech, metavar=speech.say("meta-words")),
        _option("--actors", speech, type=file, metavar=name),
        _option("--book", speech, type=file, metavar=name),
        *(content(speech), _out(speech), _edition(speech), _paper(speech), lang(speech)),
    ]


def of_preview(speech: Words, names: click.Argument) -> list[click.Parameter]:
    """What previews are told."""
    # An A3 at 600 dots per inch takes 300 MB of memory.
    dots = spoken.Number(20, 600)
    return [
        *(names, *of_build(speech)),
        _option("--dpi", speech, type=dots, default=150, metavar=speech.say("meta-number")),
    ]


def of_pack(speech: Words) -> list[click.Parameter]:
    """What a workshop is told."""
    file = spoken.File()
    name, number = speech.say("meta-file"), speech.say("meta-number")
    return [
        click.Argument(["file"], required=False, type=file, metavar=f"[{name}]"),
        _option("--participants", speech, type=spoken.Name(), metavar=f"{number}|{name}"),
        _option("--table-size", speech, type=spoken.Number(1, MOST_AT_A_TABLE), metavar=number),
        _option("--spare", speech, "spares", type=spoken.Number(0, MOST_SPARE), metavar=number),
        _option("--date", speech, type=spoken.Day(), metavar=speech.say("meta-date")),
        _option("--start", speech, type=spoken.Time(), metavar=speech.say("meta-time")),
        _option("--place", speech, type=spoken.Name(), metavar=speech.say("meta-one-place")),
        _option("--venue", speech, type=spoken.Name(), metavar=speech.say("meta-words")),
        _option("--facilitator", speech, type=spoken.Name(), metavar=speech.say("meta-words")),
        _option("--actors", speech, type=file, metavar=name),
        _paper(speech),
        *of_cards(speech),
        _shop(speech),
        *(content(speech), _out(speech), _edition(speech), lang(speech)),
    ]


def of_site(speech: Words) -> list[click.Parameter]:
    """What the digital edition is told."""
    address = _option("--base-url", speech, type=spoken.Address(), metavar=speech.say("meta-address"))
    return [content(speech), _folder_of_site(speech, "option-out-site"), address, lang(speech)]


def of_serve(speech: Words) -> list[click.Parameter]:
    """What is told to whoever shows it on this machine."""
    shown = _option("--open", speech, said="option-open-site", is_flag=True)
    return [content(speech), _folder_of_site(speech, "option-out-serve"), lang(speech), shown]


def _folder_of_site(speech: Words, said: str) -> click.Option:
    return _option("--out", speech, said=said, type=spoken.Folder(), metavar=speech.say("meta-folder"))


def of_check(speech: Words) -> list[click.Parameter]:
    """What a check is told."""
    form = _option("--format", speech, "form", type=spoken.Choice(["text", "json"]), default="text")
    return [content(speech), lang(speech), _option("--strict", speech, is_flag=True), form]


def of_release(speech: Words) -> list[click.Parameter]:
    """What the release of a version is told: of a content of one's own, for it is written there."""
    return [content(speech, required=True), lang(speech)]


def content(speech: Words, *, required: bool = False) -> click.Option:
    """Where the content is."""
    return _option("--content", speech, type=spoken.Folder(), metavar=speech.say("meta-folder"), required=required)


def _out(speech: Words) -> click.Option:
    folder = spoken.Folder()
    return _option("--out", speech, type=folder, metavar=speech.say("meta-folder"), default=Path("out"))


def _paper(speech: Words) -> click.Option:
    return _option("--paper", speech, type=spoken.Choice(PAPERS), default="a3")


def _edition(speech: Words) -> click.Option:
    return _option("--edition", speech, type=spoken.Choice(EDITIONS), default="colour")


def lang(speech: Words) -> click.Option:
    """The language of the sheets."""
    return _option("--lang", speech, metavar=speech.say("meta-language"), default="nl")


def version_flag(speech: Words) -> click.Option:
    """Tells the version instead."""

    def show(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
        if asked and not ctx.resilient_parsing:
            click.echo(f"kit {__version__}")
            ctx.exit()

    return _flag("--version", speech, show)


def help_flag(speech: Words) -> click.Option:
    """Tells the help instead."""

    def show(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
        if asked and not ctx.resilient_parsing:
            click.echo(ctx.get_help())
            ctx.exit()

    return _flag("--help", speech, show)


def _flag(name: str, speech: Words, show: Callable[[click.Context, click.Parameter, bool], None]) -> click.Option:
    return _option(name, speech, is_flag=True, is_eager=True, expose_value=False, callback=show)


def _option(name: str, speech: Words, *into: str, said: str = "", **settings: object) -> click.Option:
    """An option; ``said`` is the code of its help, where that differs from what the same option of others says."""
    code = said or f"option-{name.lstrip('-')}"
    return spoken.Option([name, *into], help=speech.say(code), **settings)  # type: ignore[arg-type]
