"""All that there is to say about the content, and nothing written: what is wrong, what does not fit, and advice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby, product
from pathlib import Path

from kit import shipped
from kit.build import draw
from kit.diagnostics import Diagnostic, KitError, Severity, WrongUseError
from kit.draw.desk import Desk
from kit.draw.editions import PAPERS
from kit.draw.fonts import Fonts, cut_names
from kit.draw.theme import WEIGHTS, theme
from kit.forms import OfficeForm
from kit.model import released, site_words
from kit.model.advice import advice, rules_of
from kit.model.catalogue import Catalogue, Checked, read
from kit.model.many import first
from kit.model.node import Leaf
from kit.model.site_words import Read
from kit.problems import merged


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked: the content of a language, in a folder (none: that of the program)."""

    content: Path | None = None
    language: str = "nl"


def check(order: Order) -> tuple[Diagnostic, ...]:
    """Everything that a build of any edition on any paper would complain of, then advice. WrongUseError as `read`."""
    try:
        checked = read(order.content or shipped.folder(), order.language, cut_names())
    except WrongUseError:
        raise
    except KitError as error:
        return error.diagnostics
    unfit = merged(_unfit(checked.catalogue)) if checked.catalogue else []
    folder = (order.content or shipped.folder()) / order.language
    words = site_words.read(folder)
    given_out = released.read(folder)
    advised = _advice(checked, (*checked.texts, *words.texts), order.language)
    told = (*checked.problems, *_of_site(words), *given_out.problems, *unfit)
    return (*told, *advised, *_of_version(checked, given_out))


def _unfit(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """What does not go on paper as it should. Nothing is painted: only where letters are set it is wider or not."""
    fonts = Fonts(catalogue.fonts)
    for edition, paper in product(WEIGHTS, PAPERS):
        yield from draw(Desk(catalogue, theme(edition), fonts), catalogue.sheets, OfficeForm(paper), lambda: None)[1]


def _of_site(words: Read) -> Iterator[Diagnostic]:
    """What is wrong with the words of the digital edition; who has none of these can still print all sheets."""
    for problem in words.problems:
        yield replace(problem, severity=Severity.WARNING) if problem.code == site_words.NONE else problem


def _of_version(checked: Checked, given_out: released.Found) -> Iterator[Diagnostic]:
    """That the sheets say something else than in a version that was given out, while they are still of that version."""
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
