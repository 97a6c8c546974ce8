"""What each content file holds. One model a file; every printed word in it is a ``Text``.

The models are imported when they are first asked for: making all of them takes longer than drawing a sheet.
"""

from collections.abc import Iterator, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, TypeVar

from kit.model.schema.base import Content, Counted, Headed, Sheet

if TYPE_CHECKING:
    from kit.model.schema.bubble_sheet import (
        ActorListWords,
        BubbleArcs,
        BubbleLayout,
        BubblePills,
        BubbleSheet,
        BubbleWords,
        NamedWords,
        TwoSheetWords,
    )
    from kit.model.schema.canvases import CanvasOne, CanvasTwo, Column, Exercise, Lettered, LetteredHint
    from kit.model.schema.inspiration_list import HalfLegend, InspirationList
    from kit.model.schema.kit_file import Digital, Kit, Organisation, Printer, Report
    from kit.model.schema.large import Large
    from kit.model.schema.method import Captions, Method, MethodStep, Paragraph
    from kit.model.schema.packs import Pack, Packs, Per, Share, StackFiles, WorkshopStack
    from kit.model.schema.partner_card import CardBack, PartnerCard
    from kit.model.schema.released import Release, Released
    from kit.model.schema.run_sheet import (
        PrintedRow,
        PrintRow,
        PrintTable,
        RunOfWorkshop,
        RunOnFour,
        RunRow,
        RunSheet,
        SetOut,
        Timing,
    )
    from kit.model.schema.sectors import Cluster, ExampleGroup, Halves, Sector, Sectors
    from kit.model.schema.stack.cover import Cover, PaperSizes
    from kit.model.schema.stack.dates import Dates
    from kit.model.schema.stack.print_list import (
        CutNames,
        ListHeads,
        PaperNames,
        PrinterSettings,
        PrintListSheet,
        SideNames,
        Totals,
    )
    from kit.model.schema.stack.printer_test import PrinterTest
    from kit.model.schema.stack.sheet import StackSheet, TitledStackSheet
    from kit.model.schema.stack.table_card import TableCardSheet
    from kit.model.schema.stack.workshop_file import WorkshopFile
    from kit.model.schema.steps import NameFields, PartnerFields, Step, Steps

_MODULES: Final = MappingProxyType(
    {
        name: module
        for module, names in {
            "bubble_sheet": (
                "ActorListWords",
                "BubbleArcs",
                "BubbleLayout",
                "BubblePills",
                "BubbleSheet",
                "BubbleWords",
                "NamedWords",
                "TwoSheetWords",
            ),
            "canvases": (
                "CanvasOne",
                "CanvasTwo",
                "Column",
                "Exercise",
                "Lettered",
                "LetteredHint",
            ),
            "stack.cover": ("Cover", "PaperSizes"),
            "stack.dates": ("Dates",),
            "inspiration_list": (
                "HalfLegend",
                "InspirationList",
            ),
            "kit_file": (
                "Digital",
                "Kit",
                "Organisation",
                "Printer",
                "Report",
            ),
            "large": ("Large",),
            "method": (
                "Captions",
                "Method",
                "MethodStep",
                "Paragraph",
            ),
            "packs": (
                "Pack",
                "Packs",
                "Per",
                "Share",
                "StackFiles",
                "WorkshopStack",
            ),
            "partner_card": (
                "CardBack",
                "PartnerCard",
            ),
            "stack.print_list": (
                "CutNames",
                "ListHeads",
                "PaperNames",
                "PrinterSettings",
                "PrintListSheet",
                "SideNames",
                "Totals",
            ),
            "stack.printer_test": ("PrinterTest",),
            "released": ("Release", "Released"),
            "run_sheet": (
                "PrintRow",
                "PrintTable",
                "PrintedRow",
                "RunOfWorkshop",
                "RunOnFour",
                "RunRow",
                "RunSheet",
                "SetOut",
                "Timing",
            ),
            "sectors": (
                "Cluster",
                "ExampleGroup",
                "Halves",
                "Sector",
                "Sectors",
            ),
            "stack.sheet": ("StackSheet", "TitledStackSheet"),
            "steps": (
                "NameFields",
                "PartnerFields",
                "Step",
                "Steps",
            ),
            "stack.table_card": ("TableCardSheet",),
            "stack.workshop_file": ("WorkshopFile",),
        }.items()
        for name in names
    }
)


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)


_Model = TypeVar("_Model", bound=Content)


class _Models(Mapping[str, type[_Model]]):
    """Models by name, each imported when it is asked for."""

    def __init__(self, classes: Mapping[str, str]) -> None:
        self._classes: Final = MappingProxyType(classes)

    def __getitem__(self, name: str) -> type[_Model]:
        model: type[_Model] = __getattr__(self._classes[name])
        return model

    def __contains__(self, name: object) -> bool:
        return name in self._classes

    def __iter__(self) -> Iterator[str]:
        return iter(self._classes)

    def __len__(self) -> int:
        return len(self._classes)


SHEETS: Final[Mapping[str, type[Sheet]]] = _Models(
    {
        "canvas_1": "CanvasOne",
        "canvas_2": "CanvasTwo",
        "partner_card": "PartnerCard",
        "bubble_sheet": "BubbleSheet",
        "inspiration_list": "InspirationList",
        "method": "Method",
        "run_sheet": "RunSheet",
    }
)
"""The model of a sheet, by the name of its layout."""

WORKSHOP: Final[Mapping[str, type[Content]]] = _Models(
    {
        "cover": "Cover",
        "print-list": "PrintListSheet",
        "table-card": "TableCardSheet",
        "printer-test": "PrinterTest",
        "dates": "Dates",
    }
)
"""The model of a file that is only there for workshops, by its name."""

__all__ = [
    "SHEETS",
    "WORKSHOP",
    "ActorListWords",
    "BubbleArcs",
    "BubbleLayout",
    "BubblePills",
    "BubbleSheet",
    "BubbleWords",
    "CanvasOne",
    "CanvasTwo",
    "Captions",
    "CardBack",
    "Cluster",
    "Column",
    "Content",
    "Counted",
    "Cover",
    "CutNames",
    "Dates",
    "Digital",
    "ExampleGroup",
    "Exercise",
    "HalfLegend",
    "Halves",
    "Headed",
    "InspirationList",
    "Kit",
    "Large",
    "Lettered",
    "LetteredHint",
    "ListHeads",
    "Method",
    "MethodStep",
    "NameFields",
    "NamedWords",
    "Organisation",
    "Pack",
    "Packs",
    "PaperNames",
    "PaperSizes",
    "Paragraph",
    "PartnerCard",
    "PartnerFields",
    "Per",
    "PrintListSheet",
    "PrintRow",
    "PrintTable",
    "PrintedRow",
    "Printer",
    "PrinterSettings",
    "PrinterTest",
    "Release",
    "Released",
    "Report",
    "RunOfWorkshop",
    "RunOnFour",
    "RunRow",
    "RunSheet",
    "Sector",
    "Sectors",
    "SetOut",
    "Share",
    "Sheet",
    "SideNames",
    "StackFiles",
    "StackSheet",
    "Step",
    "Steps",
    "TableCardSheet",
    "Timing",
    "TitledStackSheet",
    "Totals",
    "TwoSheetWords",
    "WorkshopFile",
    "WorkshopStack",
]
