"""All that there is to say about the content, and nothing written: what is wrong, what does not fit, and advice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby, product
from pathlib import Path

from kit import registry
from kit.build import workshop_sheets
from kit.build.build import unfit
from kit.build.fitting import Fitting
from kit.build.print_targets import OfficePrinter
from kit.build.problems import merged
from kit.diagnostics import Diagnostic, KitError, Severity, WrongUseError
from kit.draw.context import DrawingContext
from kit.draw.look.editions import LARGE, PAPERS, Edition
from kit.draw.look.theme import WEIGHTS, theme
from kit.draw.text.fonts import cut_names, shared
from kit.model import released, shipped, site_words
from kit.model.advice import advice, rules_of
from kit.model.catalogue import Catalogue, Checked
from kit.model.loader import load
from kit.model.most_problems import first
from kit.model.site_words import Read
from kit.model.yaml.node import Leaf


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked: the content of a language, in a folder (none: that of the program)."""

    content: Path | None = None
    language: str = "nl"


def check(order: Order) -> tuple[Diagnostic, ...]:
    """All problems that a build in any edition or paper would report, then advice. WrongUseError as `read`."""
    try:
        loaded = load(order.content or shipped.folder(), order.language, cut_names())
    except WrongUseError:
        raise
    except KitError as error:
        return error.diagnostics
    folder = (order.content or shipped.folder()) / order.language
    words = site_words.read(folder)
    given_out = released.read(folder)
    checked = loaded.checked
    whole = not (checked.errors or words.problems or given_out.problems)
    too_long = merged(_unfit(checked.catalogue, large=whole)) if checked.catalogue else []
    advised = _advice(checked, (*loaded.texts, *words.texts), order.language)
    told = (*checked.problems, *_of_site(words), *given_out.problems, *too_long)
    return (*told, *advised, *_of_version(checked, given_out))


def _unfit(catalogue: Catalogue, *, large: bool) -> Iterator[Diagnostic]:
    """Texts that do not fit, in every edition and on every paper, also on the sheets that only a workshop has.

    In ``large`` print only where all can be read: what is broken is told sooner without it, by a third.
    """
    fitting = Fitting(catalogue)
    editions = (*WEIGHTS, LARGE) if catalogue.large and large else WEIGHTS
    for edition, paper in product(editions, PAPERS):
        sheets = [name for name in catalogue.sheets if paper == "a3" or _has_form_on_a4(catalogue, name, edition)]
        yield from unfit(fitting, sheets, edition, OfficePrinter(paper))
    for edition in editions:
        yield from fitting.problems(f"workshop {edition}", partial(_of_workshop, edition))
    fitting.keep()


def _of_workshop(edition: Edition, catalogue: Catalogue) -> list[Diagnostic]:
    """What there is to say about the sheets that only a workshop has, in an edition."""
    return list(workshop_sheets.problems(DrawingContext(catalogue, theme(edition), shared(catalogue.fonts))))


def _has_form_on_a4(catalogue: Catalogue, name: str, edition: Edition) -> bool:
    """Whether a sheet is drawn otherwise where the printer takes no A3. One without a layout is told on A3."""
    layout = catalogue.sheets[name].layout
    try:
        return registry.on_paper(layout, "a4", edition) is not registry.on_paper(layout, "a3", edition)
    except KitError:
        return False


def _of_site(words: Read) -> Iterator[Diagnostic]:
    """What is wrong with the words of the digital edition; without these all sheets can still be printed."""
    for problem in words.problems:
        yield replace(problem, severity=Severity.WARNING) if problem.code == site_words.NONE else problem


def _of_version(checked: Checked, given_out: released.Found) -> Iterator[Diagnostic]:
    """Sheets whose words changed although the version that was given out still stands on them."""
    catalogue = checked.catalogue
    if catalogue is None or checked.errors:
        return
    version = released.version(catalogue)
    changed = released.changed(catalogue, given_out.codes[version]) if version in given_out.codes else ()
    if changed:
        values = {"version": version, "list": ", ".join(changed)}
        yield Diagnostic("version-as-released", values, catalogue.kit.version.mark, Severity.ADVICE)


def _advice(checked: Checked, texts: Iterable[Leaf], folder: str) -> Iterator[Diagnostic]:
    """The advice on every text; by the language that the kit names, if it can be read, else the name of its folder."""
    named = checked.catalogue.kit.language if checked.catalogue else folder
    rules = rules_of(re.split("[-_]", named.lower())[0])
    for _, leaves in groupby(texts, key=lambda leaf: leaf.mark.file):
        yield from first(one for leaf in leaves for one in advice(leaf, rules))
