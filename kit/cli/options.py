"""What can be typed behind a command, with its help in the language of the command, and what does not go together."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import click

from kit import __version__
from kit.cli import localise
from kit.diagnostics import KitError
from kit.draw.look.editions import ALL_EDITIONS, PAPERS, POSTERS
from kit.messages.catalogue import Messages
from kit.model import used
from kit.model.parsing import MOST_AT_A_TABLE, MOST_SPARE

if TYPE_CHECKING:
    pass


_EDITIONS_AS_TYPED: Final[Mapping[str, str]] = MappingProxyType(
    {
        "kleur": "colour",
        "color": "colour",
        "grijs": "grey",
        "gray": "grey",
        "zwart-wit": "grey",
        "inktbesparend": "low-ink",
        "inktarm": "low-ink",
        "groot": "large",
        "grote letter": "large",
        "grote-letter": "large",
        "grootletter": "large",
    }
)
"""What a facilitator calls the editions."""


def completed(ctx: click.Context, _: click.Parameter, begun: str) -> list[str]:
    """The sheets and packs whose names begin so. Where the content is wrong: none, for a shell has no ear for it."""
    from kit.model import shipped
    from kit.model.catalogue import read

    try:
        found = read(
            ctx.params.get("content") or used.remembered() or shipped.folder(), ctx.params.get("lang") or "nl"
        ).catalogue
    except (KitError, OSError):
        return []
    names = [*found.sheets, *(pack.name for pack in found.packs)] if found else []
    return [name for name in names if name.startswith(begun)]


def places(messages: Messages) -> click.Argument:
    """Municipalities, by whatever they are called."""
    return click.Argument(["places"], nargs=-1, required=True, metavar=messages.say("meta-place"))


def folder_to_fill(messages: Messages) -> click.Argument:
    """A folder that something is put in."""
    folder = localise.Folder()
    return click.Argument(["target"], type=folder, default=Path(), metavar=f"[{messages.say('meta-folder')}]")


def of_build(messages: Messages) -> list[click.Parameter]:
    """What a build is told that makes sheets, and whatever does as it does."""
    return [content(messages), _out(messages), _edition(messages), _paper(messages), lang(messages)]


def of_cards(messages: Messages) -> list[click.Parameter]:
    """How partner cards are printed: what `OF_CARDS` lists, in the same order."""
    return [
        _option("--cards", messages, type=localise.Choice(PAPERS)),
        _option("--no-backs", messages, is_flag=True),
        _option("--flip", messages, type=localise.Choice(("long", "short"))),
        _shift(messages),
    ]


def of_printer_test(messages: Messages) -> list[click.Parameter]:
    """What the printer test is told."""
    return [_shift(messages), content(messages), _out(messages), _edition(messages), lang(messages)]


def _shift(messages: Messages) -> click.Option:
    return _option("--duplex-shift", messages, type=localise.Shift(), metavar=messages.say("meta-shift"))


def of_watch(messages: Messages) -> list[click.Parameter]:
    """What is told to whatever builds at each save."""
    return [*of_build(messages), _option("--open", messages, is_flag=True)]


def _shop(messages: Messages) -> click.Option:
    return _option("--shop", messages, is_flag=True)


def all_of_build(messages: Messages, names: click.Argument) -> list[click.Parameter]:
    """All that `kit build` is told."""
    return [names, *of_build(messages), *of_cards(messages), _force(messages), _shop(messages), _show(messages)]


def of_diff(messages: Messages) -> list[click.Parameter]:
    """What a comparison is told; without a PDF to compare with, it is with the last build."""
    since = _option("--since", messages, type=localise.File(), metavar=messages.say("meta-file"))
    return [since, _option("--printed", messages, is_flag=True), *of_build(messages)]


def _force(messages: Messages) -> click.Option:
    return _option("--force", messages, is_flag=True)


def _show(messages: Messages) -> click.Option:
    return _option("--open", messages, "show", said="option-open-made", is_flag=True)


def of_poster(messages: Messages) -> list[click.Parameter]:
    """What a poster is told."""
    names = click.Argument(
        ["names"], nargs=-1, required=True, metavar=messages.say("meta-names"), shell_complete=completed
    )
    size = _option("--size", messages, type=localise.Choice(POSTERS), default="a2")
    at_shop = _option("--shop", messages, said="option-shop-poster", is_flag=True)
    return [names, size, content(messages), _out(messages), _edition(messages), lang(messages), at_shop]


def of_bubbles(messages: Messages) -> list[click.Parameter]:
    """What bubble sheets are told."""
    file = localise.File()
    name = messages.say("meta-file")
    return [
        click.Argument(["places"], nargs=-1, metavar=f"[{messages.say('meta-place')}]"),
        _option("--with", messages, "beside", multiple=True, metavar=messages.say("meta-one-place")),
        _option("--neighbours", messages, "most", type=localise.Number(1, 16), metavar=messages.say("meta-number")),
        _option("--single", messages, is_flag=True),
        _option("--all", messages, "everything", is_flag=True),
        _option("--province", messages, metavar=messages.say("meta-words")),
        _option("--region", messages, metavar=messages.say("meta-words")),
        _option("--actors", messages, type=file, metavar=name),
        _option("--book", messages, type=file, metavar=name),
        _show(messages),
        *(content(messages), _out(messages), _edition(messages), _paper(messages), lang(messages)),
    ]


def of_preview(messages: Messages, names: click.Argument) -> list[click.Parameter]:
    """What previews are told."""
    # An A3 at 600 dots per inch takes 300 MB of memory.
    dots = localise.Number(20, 600)
    return [
        *(names, *of_build(messages)),
        _option("--dpi", messages, type=dots, default=150, metavar=messages.say("meta-number")),
    ]


def of_pack(messages: Messages) -> list[click.Parameter]:
    """What a workshop is told."""
    file = localise.File()
    name, number = messages.say("meta-file"), messages.say("meta-number")
    return [
        click.Argument(["file"], required=False, type=file, metavar=f"[{name}]"),
        _option("--participants", messages, type=localise.Name(), metavar=f"{number}|{name}"),
        _option("--table-size", messages, type=localise.Number(1, MOST_AT_A_TABLE), metavar=number),
        _option("--spare", messages, "spares", type=localise.Number(0, MOST_SPARE), metavar=number),
        _option("--date", messages, type=localise.Day(), metavar=messages.say("meta-date")),
        _option("--start", messages, type=localise.Time(), metavar=messages.say("meta-time")),
        _option("--place", messages, type=localise.Name(), metavar=messages.say("meta-one-place")),
        _option("--venue", messages, type=localise.Name(), metavar=messages.say("meta-words")),
        _option("--facilitator", messages, type=localise.Name(), metavar=messages.say("meta-words")),
        _option("--actors", messages, type=file, metavar=name),
        _paper(messages),
        *of_cards(messages),
        _shop(messages),
        _option("--each", messages, is_flag=True),
        _option("--force", messages, said="option-force-pack", is_flag=True),
        _show(messages),
        *(content_of_pack(messages), _out(messages), _edition(messages), lang(messages)),
    ]


def of_site(messages: Messages) -> list[click.Parameter]:
    """What the digital edition is told."""
    address = _option("--base-url", messages, type=localise.Address(), metavar=messages.say("meta-address"))
    return [content(messages), _folder_of_site(messages, "option-out-site"), address, lang(messages)]


def of_serve(messages: Messages) -> list[click.Parameter]:
    """What is told to whoever shows it on this machine."""
    shown = _option("--open", messages, said="option-open-site", is_flag=True)
    return [content(messages), _folder_of_site(messages, "option-out-serve"), lang(messages), shown]


def _folder_of_site(messages: Messages, said: str) -> click.Option:
    return _option("--out", messages, said=said, type=localise.Folder(), metavar=messages.say("meta-folder"))


def of_check(messages: Messages) -> list[click.Parameter]:
    """What a check is told."""
    form = _option("--format", messages, "form", type=localise.Choice(["text", "json"]), default="text")
    return [content(messages), lang(messages), _option("--strict", messages, is_flag=True), form]


def of_release(messages: Messages) -> list[click.Parameter]:
    """What the release of a version is told: of a content of one's own, for it is written there."""
    return [_content(messages, "option-content-own", required=True), lang(messages)]


def content(messages: Messages) -> click.Option:
    """Where the content is; where that is not typed, what `kit use` wrote down, which is told."""

    def read(ctx: click.Context, _: click.Parameter, typed: Path | None) -> Path | None:
        if typed is not None or ctx.resilient_parsing:
            return typed
        found = used.remembered()
        if found:
            click.echo(messages.say("content-used", folder=str(found)), err=True)
        return found

    return _content(messages, "option-content", callback=read)


def content_of_pack(messages: Messages) -> click.Option:
    """Where the content is; where that is not typed, `content_around` finds it."""
    return _content(messages, "option-content")


def content_around(file: Path | None, language: str, messages: Messages) -> Path | None:
    """The content in which a workshop is written down, else what `kit use` wrote down; it is told."""
    found = (used.around(file, language) if file else None) or used.remembered()
    if found:
        click.echo(messages.say("content-used", folder=str(found)), err=True)
    return found


def of_use(messages: Messages) -> list[click.Parameter]:
    """What is used from now on."""
    folder = click.Argument(
        ["target"], type=localise.Folder(), required=False, metavar=f"[{messages.say('meta-folder')}]"
    )
    return [folder, _option("--none", messages, is_flag=True), lang(messages)]


def _content(messages: Messages, said: str, **settings: object) -> click.Option:
    folder = localise.Folder()
    return _option("--content", messages, said=said, type=folder, metavar=messages.say("meta-folder"), **settings)


def _out(messages: Messages) -> click.Option:
    folder = localise.Folder()
    return _option("--out", messages, type=folder, metavar=messages.say("meta-folder"), default=Path("out"))


def _paper(messages: Messages) -> click.Option:
    return _option("--paper", messages, type=localise.Choice(PAPERS), default="a3")


def _edition(messages: Messages) -> click.Option:
    return _option("--edition", messages, type=localise.Choice(ALL_EDITIONS, _EDITIONS_AS_TYPED), default="colour")


def lang(messages: Messages) -> click.Option:
    """The language of the sheets."""
    return _option("--lang", messages, metavar=messages.say("meta-language"), default="nl")


def version_flag(messages: Messages) -> click.Option:
    """Tells the version instead."""

    def show(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
        if asked and not ctx.resilient_parsing:
            click.echo(f"kit {__version__}")
            ctx.exit()

    return _flag("--version", messages, show)


def help_flag(messages: Messages) -> click.Option:
    """Tells the help instead."""

    def show(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
        if asked and not ctx.resilient_parsing:
            click.echo(ctx.get_help())
            ctx.exit()

    return _flag("--help", messages, show)


def _flag(name: str, messages: Messages, show: Callable[[click.Context, click.Parameter, bool], None]) -> click.Option:
    return _option(name, messages, is_flag=True, is_eager=True, expose_value=False, callback=show)


def _option(name: str, messages: Messages, *into: str, said: str = "", **settings: object) -> click.Option:
    """An option; ``said`` is the code of its help, where that differs from what the same option of others says."""
    code = said or f"option-{name.lstrip('-')}"
    return localise.Option([name, *into], help=messages.say(code), **settings)  # type: ignore[arg-type]
