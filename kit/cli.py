"""The command: parse, call, print. Exit status 0: done. 1: the content or the disk. 2: wrong use. 130: interrupted."""

from __future__ import annotations

import gc
import io
import os
import sys
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal, TextIO

import click

from kit import files, options, report, spoken, terminal, words
from kit.diagnostics import Diagnostic, KitError, Severity, WrongUseError
from kit.draw.editions import Edition, Largest, PosterSize
from kit.lines import Lines
from kit.spoken import Group, Leaf
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
"""What the options of `options.of_cards` say."""


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
    names = click.Argument(["names"], nargs=-1, metavar=speech.say("meta-name"), shell_complete=options.completed)
    target = click.Argument(["target"], type=spoken.Folder(), metavar=speech.say("meta-folder"))
    return Group(
        "kit",
        commands=[
            _command("build", _build, options.all_of_build(speech, names), speech),
            _command("diff", _diff, [options.since(speech), *options.of_build(speech)], speech),
            _command("list", _list, [options.content(speech), options.lang(speech)], speech),
            _command("init", _init, [target], speech),
            _command("bubbles", _bubbles, options.of_bubbles(speech), speech),
            _command("pack", _pack, options.of_pack(speech), speech),
            _command("check", _check, options.of_check(speech), speech),
            _command("places", _places, [options.places(speech)], speech),
            _command("watch", _watch, [*options.of_build(speech), options.in_browser(speech)], speech),
            _command("preview", _preview, options.of_preview(speech, names), speech),
            _command("poster", _poster, options.of_poster(speech), speech),
            _command("printer-test", _printer_test, options.of_printer_test(speech), speech),
            _command("site", _site, options.of_site(speech), speech),
            _command("serve", _serve, options.of_serve(speech), speech),
            _command("release", _release, options.of_release(speech), speech),
            _command("schema", _schema, [options.folder_to_fill(speech)], speech),
        ],
        params=[options.version_flag(speech), options.help_flag(speech)],
        subcommand_metavar=speech.say("meta-command"),
        options_metavar=speech.say("meta-options"),
        add_help_option=False,
        help=speech.say("help-kit"),
        epilog=speech.say("help-kit", "example"),
    )


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
    """How cards are printed, from what the options of `options.of_cards` say."""
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


def _site(content: Path | None, out: Path | None, base_url: str | None, lang: str) -> None:
    from kit import site

    speech = spoken.words(click.get_current_context())
    order = site.Order(content, out, base_url, lang)
    made = site.make(order)
    written = site.write(order, made)
    click.echo(words.escaped(str(order.folder / made.page)))
    click.echo(speech.count("site-made", len(written)), err=True)
    _complain(made.notes, speech)


def _serve(content: Path | None, out: Path | None, lang: str, open: bool) -> None:
    from kit import browser, site
    from kit.loopback import Server

    speech = spoken.words(click.get_current_context())
    shelf, notes = site.shelf(site.Order(content, out, None, lang))
    _complain(notes, speech)
    address = Server(shelf).address
    click.echo(speech.say("serve-page", address=address))
    if open:
        browser.show(address, os.environ)
    try:
        threading.Event().wait()
    except KeyboardInterrupt:
        # To interrupt it is the way to end it, and so no failure.
        click.echo(speech.say("watch-ends"))


def _release(content: Path, lang: str) -> None:
    from kit.release import Order, release

    speech = spoken.words(click.get_current_context())
    order = Order(content, lang)
    made = release(order)
    if made.already:
        click.echo(speech.say("release-already", version=made.version), err=True)
    else:
        click.echo(words.escaped(str(order.file)))
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
        params=[*params, options.help_flag(speech)],
        options_metavar=speech.say("meta-options"),
        context_settings={"allow_extra_args": True},
        add_help_option=False,
        help=speech.say(f"help-{name}"),
        epilog=speech.say(f"help-{name}", "example"),
    )
