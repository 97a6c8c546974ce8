"""What each content file holds. One model a file; every printed word in it is a ``Text``."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from kit.model.schema.base import Content, Headed, Sheet
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
from kit.model.schema.kit_file import Digital, Kit, Report
from kit.model.schema.method import Captions, Method, MethodStep, Paragraph
from kit.model.schema.packs import Pack, Packs
from kit.model.schema.partner_card import CardBack, PartnerCard
from kit.model.schema.run_sheet import PrintRow, PrintTable, RunRow, RunSheet, SetOut, Timing
from kit.model.schema.sectors import Cluster, ExampleGroup, Halves, Sector, Sectors
from kit.model.schema.steps import NameFields, PartnerFields, Step, Steps

SHEETS: Final[Mapping[str, type[Sheet]]] = MappingProxyType(
    {
        "canvas_1": CanvasOne,
        "canvas_2": CanvasTwo,
        "partner_card": PartnerCard,
        "bubble_sheet": BubbleSheet,
        "inspiration_list": InspirationList,
        "method": Method,
        "run_sheet": RunSheet,
    }
)
"""The model of a sheet, by the name of its layout."""

__all__ = [
    "SHEETS",
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
    "Digital",
    "ExampleGroup",
    "Exercise",
    "HalfLegend",
    "Halves",
    "Headed",
    "InspirationList",
    "Kit",
    "Lettered",
    "LetteredHint",
    "Method",
    "MethodStep",
    "NameFields",
    "NamedWords",
    "Pack",
    "Packs",
    "Paragraph",
    "PartnerCard",
    "PartnerFields",
    "PrintRow",
    "PrintTable",
    "Report",
    "RunRow",
    "RunSheet",
    "Sector",
    "Sectors",
    "SetOut",
    "Sheet",
    "Step",
    "Steps",
    "Timing",
    "TwoSheetWords",
]
