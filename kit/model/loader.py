"""A content folder to what is right of it, or every problem of every file at once."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from kit.diagnostics import Diagnostic, Mark, Severity
from kit.model.checked import Catalogue, Checked, WorkshopSheets
from kit.model.copies import copies
from kit.model.folder import LARGE_WORDS, SHEET_FOLDER, WORKSHOP_FOLDER, check_folder, sheet_stems
from kit.model.near import close
from kit.model.organisation import logo as logos
from kit.model.organisation.accent import accent_notes
from kit.model.places.ignored import ignored
from kit.model.relations import Relations, font_problems, names_in
from kit.model.schema import SHEETS, Kit, Packs, Sectors, Sheet, Steps, WorkshopStack
from kit.model.schema.base import Content, fields
from kit.model.schema.check import check
from kit.model.schema.reader import Reading
from kit.model.text.typography import Typography
from kit.model.yaml.node import Leaf, Node
from kit.model.yaml.source import Source
from kit.model.yaml.source import read as source_of

if TYPE_CHECKING:
    from kit.model.schema import Large

_Model = TypeVar("_Model", bound=Content)


@dataclass(frozen=True, slots=True)
class Loaded:
    """What came of the files, and all texts in them that are printed, as they stand there."""

    checked: Checked
    texts: tuple[Leaf, ...]


def load(
    folder: Path,
    language: str,
    cuts: Sequence[str] = (),
    layouts: Container[str] | None = None,
    *,
    large: bool = True,
) -> Loaded:
    """Read and check what `kit.model.catalogue.read` is asked for. Raises KitError where there is no content at all."""
    check_folder(folder, language)
    loader = _Loader(folder / language, language, cuts, layouts)
    checked = loader.checked(large=large)
    return Loaded(checked, tuple(loader.texts))


class _Loader:
    """Reads the files one after the other and keeps what is wrong with each."""

    def __init__(self, folder: Path, language: str, cuts: Sequence[str], layouts: Container[str] | None) -> None:
        self.folder = folder
        self.language = language
        self.cuts = cuts
        self.layouts = layouts
        self.problems: list[Diagnostic] = []
        self.texts: list[Leaf] = []
        self.read: dict[Path, bytes] = {}
        self.sheet_sources: dict[str, Source] = {}
        self.kit_source = self._file("kit.yaml")
        self.typography = typography(self.kit_source)

    def checked(self, *, large: bool) -> Checked:
        """What is right, and all problems."""
        kit = self._checked(Kit, self.kit_source)
        steps = self._checked(Steps, self._file("steps.yaml"))
        sectors_source, packs_source = self._file("sectors.yaml"), self._file("packs.yaml")
        sectors = self._checked(Sectors, sectors_source)
        packs = self._checked(Packs, packs_source)
        sheets = self._sheets()
        workshop = self._workshop(packs.workshop if packs else None) if self.layouts is None else None
        in_large = self._large() if large else None
        relations = Relations(self.folder, self.kit_source, sectors_source, packs_source, self.sheet_sources)
        logo = self._logo(kit)
        letters = list(font_problems(self.folder, self.kit_source, self.cuts))
        beside = list(copies(self.folder, [name.text for name in names_in(self.kit_source, "sheets")]))
        lists = ignored(self.folder)
        told = [*self.problems, *beside, *lists, *relations.check(), *letters, *self._accent(kit), *logo.notes]
        problems = tuple(_in_order(_once(told, beside)))
        if not (kit and steps and sectors) or letters:
            return Checked(None, problems)
        whole = {name: sheets[name] for name in kit.sheets if name in sheets}
        found = Catalogue(
            self.language,
            self.folder,
            kit,
            steps,
            sectors,
            packs.packs if packs else (),
            whole,
            workshop,
            in_large,
            read=self.read,
        )
        if logo.logo:
            found = replace(found, logo=logo.logo)
        if kit.fonts:
            found = replace(found, fonts=self.folder / kit.fonts, fonts_mark=self.kit_source.value_mark(("fonts",)))
        return Checked(found, problems)

    def _logo(self, kit: Kit | None) -> logos.Read:
        """The organisation's logo, if it has one that can be printed, and what there is to say about it."""
        organisation = kit.organisation if kit else None
        if not organisation or not organisation.logo:
            return logos.Read(None)
        found = logos.read(self.folder, organisation.logo, self.kit_source.value_mark(("organisation", "logo")))
        if found.raw is not None:
            self.read[logos.file_of(self.folder, organisation.logo)] = found.raw
        return found

    def _accent(self, kit: Kit | None) -> Iterator[Diagnostic]:
        """What is odd about the organisation's own colour, if it has one."""
        if kit and kit.organisation and kit.organisation.accent:
            yield from accent_notes(kit.organisation.accent, self.kit_source.value_mark(("organisation", "accent")))

    def _file(self, name: str) -> Source:
        source = source_of(self.folder / name, self.read)
        self.problems.extend(source.problems)
        return source

    def _checked(self, model: type[_Model], source: Source, name: str = "") -> _Model | None:
        found, problems = check(model, source, Reading(name, self.typography, self.texts))
        self.problems.extend(problems)
        return found

    def _workshop(self, stack: WorkshopStack | None) -> WorkshopSheets | None:
        """What is only printed for a workshop, if all of it is whole."""
        from kit.model.schema import Cover, Dates, PrinterTest, PrintListSheet, TableCardSheet

        cover = self._of_workshop("cover", Cover)
        print_list = self._of_workshop("print-list", PrintListSheet)
        table_card = self._of_workshop("table-card", TableCardSheet)
        printer_test = self._of_workshop("printer-test", PrinterTest)
        dates = self._of_workshop("dates", Dates)
        if not (cover and print_list and table_card and printer_test and dates and stack):
            return None
        return WorkshopSheets(cover, print_list, table_card, printer_test, dates, stack)

    def _large(self) -> Large | None:
        """What only the large edition says, if the content has words for it."""
        from kit.model.schema import Large

        name = LARGE_WORDS
        return self._checked(Large, self._file(name)) if (self.folder / name).is_file() else None

    def _of_workshop(self, name: str, model: type[_Model]) -> _Model | None:
        return self._checked(model, self._file(f"{WORKSHOP_FOLDER}/{name}.yaml"), name)

    def _sheets(self) -> dict[str, Sheet]:
        """The sheets that have a file; all files where the list of sheets cannot be read."""
        stems = sheet_stems(self.folder)
        listed = dict.fromkeys(name.text for name in names_in(self.kit_source, "sheets"))
        found = {name: self._sheet(name) for name in listed or stems if name in stems}
        return {name: sheet for name, sheet in found.items() if sheet}

    def _sheet(self, name: str) -> Sheet | None:
        source = self.sheet_sources[name] = self._file(f"{SHEET_FOLDER}/{name}.yaml")
        mapping = source.mapping or {}
        layout = mapping.get("layout")
        named = layout.text.strip() if isinstance(layout, Leaf) else ""
        if self.layouts is not None and named in SHEETS and named not in self.layouts:
            return None
        if not named or named in SHEETS:
            return self._checked(SHEETS.get(named) or _likeliest(mapping), source, name)
        self.problems.append(_unknown_layout(named, source.value_mark(("layout",))))
        _, problems = check(_likeliest(mapping), source, Reading(name, self.typography, self.texts))
        self.problems.extend(problem for problem in problems if problem.mark and problem.mark.path != "layout")
        return None


def _once(problems: list[Diagnostic], beside: list[Diagnostic]) -> list[Diagnostic]:
    """Of a file that has another name not that it is missing too, and of a copy not that it is on no list."""
    said = {
        "file-missing": {one.values["meant"] for one in beside if one.severity is Severity.ERROR},
        "sheet-not-listed": {one.values["file"] for one in beside},
    }
    return [one for one in problems if one.values.get("file") not in said.get(one.code, ())]


def _likeliest(mapping: Mapping[str, Node]) -> type[Sheet]:
    """The model with the most of a file's fields: so that a wrong layout does not hide what else is wrong."""
    return max(SHEETS.values(), key=lambda model: len(fields(model).keys() & mapping.keys()))


def _unknown_layout(layout: str, mark: Mark) -> Diagnostic:
    values = {"found": layout, "known": ", ".join(SHEETS), **close(layout, SHEETS)}
    return Diagnostic("unknown-word", values, mark)


def _in_order(problems: list[Diagnostic]) -> list[Diagnostic]:
    """File after file as they were read, and from top to bottom in each; first what is about a whole file."""
    files = list(dict.fromkeys(problem.mark.file for problem in problems if problem.mark))

    def place(problem: Diagnostic) -> tuple[int, int, int]:
        mark = problem.mark
        return (files.index(mark.file), mark.line, mark.column) if mark else (-1, 0, 0)

    return sorted(problems, key=place)


def typography(kit: Source) -> Typography:
    """The rules in kit.yaml, as far as they can be read: what is wrong with them is told with the file."""

    def words(key: str) -> tuple[str, ...]:
        found = (kit.mapping or {}).get(key)
        leaves = found if isinstance(found, list) else []
        return tuple(leaf.text.strip() for leaf in leaves if isinstance(leaf, Leaf) and leaf.text.strip())

    return Typography(words("keep_together"), words("units"), words("breakpoints"))
