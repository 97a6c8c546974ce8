"""What comes of the content folder of a language: what is right of it, and what is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from kit.diagnostics import Diagnostic, Mark, errors_of

if TYPE_CHECKING:
    from kit.model.organisation.logo import Logo
    from kit.model.schema import (
        Cover,
        Dates,
        Kit,
        Large,
        Pack,
        PrinterTest,
        PrintListSheet,
        Sectors,
        Sheet,
        Steps,
        TableCardSheet,
        WorkshopStack,
    )


@dataclass(frozen=True, slots=True)
class WorkshopSheets:
    """What is only printed for a workshop."""

    cover: Cover
    print_list: PrintListSheet
    table_card: TableCardSheet
    printer_test: PrinterTest
    dates: Dates
    stack: WorkshopStack


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All content of one language, checked. ``fonts`` is the folder of letters that the content names, if it does.

    ``read``: all files that it was read from, as they were then.
    ``workshop`` is nothing where the sheets of some layouts only were asked for, or where some of it is wrong;
    ``large`` where there is no file with the words of the large edition.
    """

    language: str
    folder: Path
    kit: Kit
    steps: Steps
    sectors: Sectors
    packs: tuple[Pack, ...]
    sheets: Mapping[str, Sheet]
    workshop: WorkshopSheets | None = None
    large: Large | None = None
    logo: Logo | None = None
    fonts: Path | None = None
    fonts_mark: Mark | None = None
    warnings: tuple[Diagnostic, ...] = ()
    read: Mapping[Path, bytes] = field(default_factory=dict, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Checked:
    """What is right of a content folder, and all that is wrong or odd, in the order of the files.

    The ``catalogue`` holds the sheets and packs that are whole; it is nothing where what they all need is not: the kit,
    the steps, the sectors or the letters.
    """

    catalogue: Catalogue | None
    problems: tuple[Diagnostic, ...]

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """What is wrong, without what is only odd."""
        return errors_of(self.problems)
