"""The command: parse, call, print. Exit status 0: done. 1: the content or the disk. 2: wrong use. 130: interrupted."""

from __future__ import annotations

import gc
import io
import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal, TextIO

import click

from kit import __version__, files, report, spoken, terminal, words
from kit.diagnostics import Diagnostic, KitError, Severity, WrongUseError
from kit.draw.editions import EDITIONS, PAPERS, POSTERS, Edition, Largest, PosterSize
from kit.lines import Lines
from kit.spoken import Group, Leaf
from kit.typed import MOST_AT_A_TABLE, MOST_SPARE
from kit.words import Words

if TYPE_CHECKING:
    from kit import watch
    from kit.model.stack import CardPrint
    from kit.order import Built, Order

# What only some commands need is imported by these: --help must not wait for ReportLab.

DONE: Final = 0
FAILED: Final = 1
WRONG_USE: Final = 2
INTERRUPTED: Final = 130

_OF_CARDS: Final = ("cards", "no_backs", "flip", "duplex_shift")
"""What the options of `_card_options` say."""


def main() -> None:
    """Run the command as a program."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal or pipe that cannot write a letter gets its number, not a crash.
            stream.reconfigure(errors="backslashreplace")
    # A short life: what is no longer used is not worth a search every few hundred new objects, a tenth of the time.
    gc.set_threshold(50_000, 20, 50)
    # Plugins of pydantic, were there any, have no say in the content, and looking for them takes 20 ms.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "1")
    try:
        status = run(sys.argv[1:], os.environ)
    except KeyboardInterrupt:
        status = INTERRUPTED
    sys.exit(status)


def run(arguments: Sequence[str], environment: Mapping[str, str]) -> int:
    """Run the command with arguments and an environment, and tell its exit status."""
    speech = Words.load(words.chosen(environment))
    called = command(speech)
    try:
        _complain(words.unspoken(environment), speech)
        return called.main(arguments, "kit", standalone_mode=False, obj=speech) or DONE
    except KitError as error:
        return _refuse(error, speech, _named(arguments, called))
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        return WRONG_USE
    except click.UsageError as error:
        _complain([spoken.wrong_use(error, called)], speech)
        _see_help(error.ctx.command_path if error.ctx else _named(arguments, called), speech)
        return WRONG_USE
    except click.Abort:
        return INTERRUPTED
    except OSError as error:
        return _unheard(error, speech)


def command(speech: Words) -> Group:
    """The command with all its help in a language."""
    names = click.Argument(["names"], nargs=-1, metavar=speech.say("meta-name"), shell_complete=_completed)
    target = click.Argument(["target"], type=spoken.Folder(), metavar=speech.say("meta-folder"))
    return Group(
        "kit",
        commands=[
            _command("build", _build, _all_of_build(speech, names), speech),
            _command("diff", _diff, [_since(speech), *_build_options(speech)], speech),
            _command("list", _list, [_content(speech), _lang(speech)], speech),
            _command("init", _init, [target], speech),
            _command("bubbles", _bubbles, _bubble_options(speech), speech),
            _command("pack", _pack, _pack_options(speech), speech),
            _command("check", _check, _check_options(speech), speech),
            _command("places", _places, [_place(speech)], speech),
            _command("watch", _watch, [*_build_options(speech), _open(speech)], speech),
            _command("preview", _preview, _preview_options(speech, names), speech),
            _command("poster", _poster, _poster_options(speech), speech),
            _command("printer-test", _printer_test, _test_options(speech), speech),
            _command("schema", _schema, [_folder_to_fill(speech)], speech),
        ],
        params=[_version(speech), _help(speech)],
        subcommand_metavar=speech.say("meta-command"),
        options_metavar=speech.say("meta-options"),
        add_help_option=False,
        help=speech.say("help-kit"),
        epilog=speech.say("help-kit", "example"),
    )


def _completed(ctx: click.Context, _: click.Parameter, begun: str) -> list[str]:
    """The sheets and packs whose names begin so. Where the content is wrong: none, for a shell has no ear for it."""
    from kit import shipped
    from kit.model.catalogue import read

    try:
        found = read(ctx.params.get("content") or shipped.folder(), ctx.params.get("lang") or "nl").catalogue
    except (KitError, OSError):
        return []
    names = [*found.sheets, *(pack.name for pack in found.packs)] if found else []
    return [name for name in names if name.startswith(begun)]


def _build(
    names: tuple[str, ...],
    content: Path | None,
    out: Path,
    edition: Edition,
    paper: Largest,
    lang: str,
    shop: bool,
    force: bool,
    **cards: Any,
) -> None:
    from kit.order import Order

    given = {_name_of(option) for option, value in cards.items() if value and option != "no_backs"}
    _not_together("--shop", [*sorted(given), *(["--paper a4"] if paper == "a4" else [])] if shop else [])
    _no_large_cards(paper, **cards)
    speech = spoken.words(click.get_current_context())
    asked = (names, content, out, edition, lang, paper, _card_print(**cards))
    built = _made_for_shop(asked, speech) if shop else _made(Order(*asked), speech, force=force)
    for file in built.files:
        click.echo(words.escaped(str(file)))
    if built.current:
        click.echo(speech.count("build-current" if built.files else "build-nothing", built.current), err=True)
    _complain(built.notes, speech)


def _watch(content: Path | None, out: Path, edition: Edition, paper: Largest, lang: str, open: bool) -> None:
    from kit import turns, watch

    speech = spoken.words(click.get_current_context())
    order = watch.Order((), content, out, edition, lang, paper)
    click.echo(turns.begun(order, speech))
    show = _page(speech) if open else None

    def tell(at: watch.Watch, turn: watch.Turn) -> None:
        for line in turns.lines(turn, speech, datetime.now()):
            click.echo(line)
        _complain(turn.notes, speech)
        for line in turns.failure(turn, speech):
            click.echo(line, err=True)
        if show:
            show(at, turn)

    try:
        watch.follow(order, tell)
    except KeyboardInterrupt:
        # To interrupt it is the way to end it, and so no failure.
        click.echo(speech.say("watch-ends"))


def _page(speech: Words) -> Callable[[watch.Watch, watch.Turn], None]:
    """Open a page on this machine that shows what there is to see; gives what shows it anew."""
    from kit import browser
    from kit.preview_server import Board, Server, State

    board = Board(speech)
    address = Server(board).address
    click.echo(speech.say("watch-page", address=address))
    browser.show(address, os.environ)
    return lambda at, turn: board.hang(State(at.shown(), turn.notes, turn.failed))


def _made_for_shop(asked: tuple[Any, ...], speech: Words) -> Built:
    from kit import shop
    from kit.progress import progress

    with progress(speech.say("label-progress"), sys.stderr) as tell:
        return shop.make(shop.Order(*asked), tell)


def _made(order: Order, speech: Words, *, force: bool) -> Built:
    """Carry out an order; where there is nothing to do, without a word of the content being read."""
    from kit import ledger

    if not force and (known := ledger.unchanged(order)):
        return known
    from kit.build import build
    from kit.progress import progress

    with progress(speech.say("label-progress"), sys.stderr) as tell:
        return build(order, tell, force=force)


def _card_print(
    cards: Literal["a4", "a3"] | None,
    no_backs: bool,
    flip: Literal["long", "short"] | None,
    duplex_shift: tuple[float, float] | None,
) -> CardPrint:
    """How cards are printed, from what the options of `_card_options` say."""
    from kit.model.stack import CardPrint

    return CardPrint(cards or "a4", not no_backs, flip, duplex_shift)


def _no_large_cards(paper: Largest, cards: str | None, **_: object) -> None:
    """Who has no A3 for sheets has none for cards."""
    _not_together("--paper a4", ["--cards a3"] if (paper, cards) == ("a4", "a3") else [])


def _name_of(option: str) -> str:
    return "--" + option.replace("_", "-")


def _not_together(name: str, others: Sequence[str]) -> None:
    if others:
        raise WrongUseError([Diagnostic("usage-not-together", {"name": name, "other": other}) for other in others])


def _diff(since: Path | None, content: Path | None, out: Path, edition: Edition, paper: Largest, lang: str) -> None:
    from kit import diff, reprint

    speech = spoken.words(click.get_current_context())
    order = diff.Order((), content, out, edition, lang, paper, since=since)
    for line in reprint.lines(diff.compare(order), speech):
        click.echo(line)


def _list(content: Path | None, lang: str) -> None:
    from kit import listing, shipped
    from kit.draw.fonts import cut_names
    from kit.model.catalogue import load

    speech = spoken.words(click.get_current_context())
    catalogue = load(content or shipped.folder(), lang, cut_names())
    for line in listing.lines(catalogue, speech):
        click.echo(line)
    _complain(catalogue.warnings, speech)


def _init(target: Path) -> None:
    from kit import shipped

    for file in shipped.copy(target):
        click.echo(words.escaped(str(file)))


def _bubbles(
    actors: Path | None,
    book: Path | None,
    content: Path | None,
    out: Path,
    edition: Edition,
    paper: Largest,
    lang: str,
    **asked: Any,
) -> None:
    from kit.bubbles import Order, make
    from kit.progress import progress
    from kit.selection import Selection

    speech = spoken.words(click.get_current_context())
    with progress(speech.say("label-progress"), sys.stderr) as tell:
        made = make(Order(Selection(**asked), actors, book, content, out, edition, lang, paper), tell)
    for file in made.files:
        click.echo(words.escaped(str(file)))
    if made.current:
        _complain([Diagnostic("bubbles-current", {"count": made.current}, severity=Severity.ADVICE)], speech)
    _complain(made.notes, speech)


def _pack(content: Path | None, out: Path, edition: Edition, lang: str, paper: Largest, **asked: Any) -> None:
    from kit.pack import Order, make
    from kit.progress import progress
    from kit.stack import Manner
    from kit.workshops import Asked

    speech = spoken.words(click.get_current_context())
    cards = {name: asked.pop(name) for name in _OF_CARDS}
    _no_large_cards(paper, **cards)
    shop = asked.pop("shop")
    _not_together("--shop", ["--paper a4"] if shop and paper == "a4" else [])
    order = Order(Asked(**asked), Manner(paper, _card_print(**cards)), content, out, edition, lang, shop)
    with progress(speech.say("label-progress"), sys.stderr) as tell:
        made = make(order, tell)
    for file in made.files:
        click.echo(words.escaped(str(file)))
    _complain(made.notes, speech)


def _printer_test(
    duplex_shift: tuple[float, float] | None, content: Path | None, out: Path, edition: Edition, lang: str
) -> None:
    from kit.printer_test import Order, make

    speech = spoken.words(click.get_current_context())
    made = make(Order(duplex_shift, content, out, edition, lang))
    for file in made.files:
        click.echo(words.escaped(str(file)))
    _complain(made.notes, speech)


def _check(content: Path | None, lang: str, strict: bool, form: str) -> int:
    from kit.check import Order, check

    speech = spoken.words(click.get_current_context())
    found = check(Order(content, lang))
    if form == "json":
        click.echo(report.document(found, speech))
    else:
        _report(found, speech, sys.stdout)
        for line in report.totals(found, speech) if found else [speech.say("check-clean")]:
            click.echo(line)
    return FAILED if report.errors(found) or (strict and found) else DONE


def _places(places: tuple[str, ...]) -> None:
    from kit import places as shown
    from kit import shipped
    from kit.model.findings import diagnostics
    from kit.model.lookup import Lookup
    from kit.model.municipalities import load

    speech = spoken.words(click.get_current_context())
    municipalities = load(shipped.folder())
    findings = Lookup(municipalities).find_all(places)
    for found in findings:
        for line in shown.lines(found, municipalities, speech):
            click.echo(line)
    _complain([note for found in findings for note in diagnostics(found)], speech)


def _preview(
    names: tuple[str, ...], content: Path | None, out: Path, edition: Edition, paper: Largest, lang: str, dpi: int
) -> None:
    from kit.preview import Order, make
    from kit.progress import progress

    speech = spoken.words(click.get_current_context())
    with progress(speech.say("label-progress"), sys.stderr) as tell:
        made = make(Order(names, content, out, edition, lang, paper, dpi=dpi), tell)
    for file in made.files:
        click.echo(words.escaped(str(file)))
    _complain(made.notes, speech)


def _poster(
    names: tuple[str, ...], content: Path | None, out: Path, edition: Edition, lang: str, size: PosterSize
) -> None:
    from kit.poster import Order, make
    from kit.progress import progress

    speech = spoken.words(click.get_current_context())
    with progress(speech.say("label-progress"), sys.stderr) as tell:
        made = make(Order(names, content, out, edition, lang, size=size), tell)
    for file in made.files:
        click.echo(words.escaped(str(file)))
    _complain(made.notes, speech)


def _schema(target: Path) -> None:
    from kit import editors

    schemas = {target / place: schema for place, schema in editors.schemas().items()}
    files.sweep({file.parent for file in schemas})
    files.write_all(schemas)
    for file in schemas:
        click.echo(words.escaped(str(file)))


def _named(arguments: Sequence[str], called: Group) -> str:
    """The command that somebody typed, as ``kit build``; where the option before it is wrong, only ``kit``."""
    return " ".join(["kit", *[name for name in arguments if name in called.commands][:1]])


def _see_help(called: str, speech: Words) -> None:
    click.echo(speech.say("label-see-help", command=called), err=True)


def _refuse(error: KitError, speech: Words, called: str) -> int:
    _complain(error.diagnostics, speech)
    if isinstance(error, WrongUseError):
        _see_help(called, speech)
        return WRONG_USE
    click.echo(speech.count("count-errors", report.errors(error.diagnostics)), err=True)
    return FAILED


def _unheard(error: OSError, speech: Words) -> int:
    """What is printed cannot be written: on a full disk, or to a reader such as ``head`` that has seen enough."""
    if error.filename is not None:
        raise error
    # What is left in the buffer must not fail again when Python exits.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if not isinstance(error, BrokenPipeError):
        code = "cannot-print-full" if files.is_full(error) else "cannot-print"
        _complain([Diagnostic(code, {"reason": files.name(error)})], speech)
    return FAILED


def _complain(diagnostics: Iterable[Diagnostic], speech: Words) -> None:
    _report(diagnostics, speech, sys.stderr)


def _report(diagnostics: Iterable[Diagnostic], speech: Words, stream: TextIO) -> None:
    """Say what is wrong: with the lines of the files, and in colour where somebody looks at it."""
    colourful = terminal.is_colourful(stream, os.environ)
    for line in report.lines(diagnostics, speech, Lines(), terminal.painted):
        click.echo(line, file=stream, color=colourful)


def _command(name: str, call: Callable[..., int | None], params: list[click.Parameter], speech: Words) -> Leaf:
    return Leaf(
        name,
        callback=call,
        params=[*params, _help(speech)],
        options_metavar=speech.say("meta-options"),
        context_settings={"allow_extra_args": True},
        add_help_option=False,
        help=speech.say(f"help-{name}"),
        epilog=speech.say(f"help-{name}", "example"),
    )


def _place(speech: Words) -> click.Argument:
    return click.Argument(["places"], nargs=-1, required=True, metavar=speech.say("meta-place"))


def _folder_to_fill(speech: Words) -> click.Argument:
    folder = spoken.Folder()
    return click.Argument(["target"], type=folder, default=Path(), metavar=f"[{speech.say('meta-folder')}]")


def _build_options(speech: Words) -> list[click.Parameter]:
    return [_content(speech), _out(speech), _edition(speech), _paper(speech), _lang(speech)]


def _card_options(speech: Words) -> list[click.Parameter]:
    """How partner cards are printed; `_card_print` takes what they say."""
    return [
        _option("--cards", speech, type=spoken.Choice(PAPERS)),
        _option("--no-backs", speech, is_flag=True),
        _option("--flip", speech, type=spoken.Choice(("long", "short"))),
        _shift(speech),
    ]


def _test_options(speech: Words) -> list[click.Parameter]:
    return [_shift(speech), _content(speech), _out(speech), _edition(speech), _lang(speech)]


def _shift(speech: Words) -> click.Option:
    return _option("--duplex-shift", speech, type=spoken.Shift(), metavar=speech.say("meta-shift"))


def _open(speech: Words) -> click.Option:
    return _option("--open", speech, is_flag=True)


def _shop(speech: Words) -> click.Option:
    return _option("--shop", speech, is_flag=True)


def _all_of_build(speech: Words, names: click.Argument) -> list[click.Parameter]:
    return [names, *_build_options(speech), *_card_options(speech), _force(speech), _shop(speech)]


def _since(speech: Words) -> click.Option:
    return _option("--since", speech, type=spoken.File(), metavar=speech.say("meta-file"))


def _force(speech: Words) -> click.Option:
    return _option("--force", speech, is_flag=True)


def _poster_options(speech: Words) -> list[click.Parameter]:
    names = click.Argument(
        ["names"], nargs=-1, required=True, metavar=speech.say("meta-names"), shell_complete=_completed
    )
    size = _option("--size", speech, type=spoken.Choice(POSTERS), default="a2")
    return [names, size, _content(speech), _out(speech), _edition(speech), _lang(speech)]


def _bubble_options(speech: Words) -> list[click.Parameter]:
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
        *(_content(speech), _out(speech), _edition(speech), _paper(speech), _lang(speech)),
    ]


def _preview_options(speech: Words, names: click.Argument) -> list[click.Parameter]:
    # An A3 at 600 dots per inch takes 300 MB of memory.
    dots = spoken.Number(20, 600)
    return [
        *(names, *_build_options(speech)),
        _option("--dpi", speech, type=dots, default=150, metavar=speech.say("meta-number")),
    ]


def _pack_options(speech: Words) -> list[click.Parameter]:
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
        *_card_options(speech),
        _shop(speech),
        *(_content(speech), _out(speech), _edition(speech), _lang(speech)),
    ]


def _check_options(speech: Words) -> list[click.Parameter]:
    form = _option("--format", speech, "form", type=spoken.Choice(["text", "json"]), default="text")
    return [_content(speech), _lang(speech), _option("--strict", speech, is_flag=True), form]


def _content(speech: Words) -> click.Option:
    return _option("--content", speech, type=spoken.Folder(), metavar=speech.say("meta-folder"))


def _out(speech: Words) -> click.Option:
    folder = spoken.Folder()
    return _option("--out", speech, type=folder, metavar=speech.say("meta-folder"), default=Path("out"))


def _paper(speech: Words) -> click.Option:
    return _option("--paper", speech, type=spoken.Choice(PAPERS), default="a3")


def _edition(speech: Words) -> click.Option:
    return _option("--edition", speech, type=spoken.Choice(EDITIONS), default="colour")


def _lang(speech: Words) -> click.Option:
    return _option("--lang", speech, metavar=speech.say("meta-language"), default="nl")


def _version(speech: Words) -> click.Option:
    def show(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
        if asked and not ctx.resilient_parsing:
            click.echo(f"kit {__version__}")
            ctx.exit()

    return _flag("--version", speech, show)


def _help(speech: Words) -> click.Option:
    def show(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
        if asked and not ctx.resilient_parsing:
            click.echo(ctx.get_help())
            ctx.exit()

    return _flag("--help", speech, show)


def _flag(name: str, speech: Words, show: Callable[[click.Context, click.Parameter, bool], None]) -> click.Option:
    return _option(name, speech, is_flag=True, is_eager=True, expose_value=False, callback=show)


def _option(name: str, speech: Words, *into: str, **settings: object) -> click.Option:
    return spoken.Option([name, *into], help=speech.say(f"option-{name.lstrip('-')}"), **settings)  # type: ignore[arg-type]
