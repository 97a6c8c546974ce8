"""Print lists and contents of workshops, for tests: one as in the design, and the extremes."""

from collections.abc import Sequence
from dataclasses import replace

from kit.draw.context import DrawingContext
from kit.draw.look.theme import Edition, theme
from kit.draw.page import Page
from kit.draw.text.fonts import Fonts
from kit.model.catalogue import Catalogue, WorkshopSheets
from kit.model.printing import Cut, Paper, Sides
from kit.model.text.spans import Text
from kit.model.workshop.stack import (
    Contents,
    ContentsRow,
    ListRow,
    Names,
    PrintList,
    RunData,
    ShopFiles,
    TableCard,
)
from kit.registry import part
from tests.conftest import shipped


def row(
    name: str,
    file: str,
    sheets: int,
    paper: Paper = "a4",
    sides: Sides = "single",
    cut: Cut = "none",
    ink: float = 5,
) -> ListRow:
    return ListRow(Text.of(name), f"{file}.pdf", sheets, paper, sides, cut, ink)


def print_list(rows: Sequence[ListRow], **values: object) -> PrintList:
    fields: dict[str, object] = {"participants": 18, "tables": 4, "cards": 72, "spares": 2, "ink": 5.2, "low_ink": 3.4}
    return PrintList(rows=tuple(rows), **{**fields, **values})  # type: ignore[arg-type]


EIGHTEEN = print_list(
    (
        row("Printertest", "printertest", 1, sides="long", ink=4.1),
        row("Omslag", "alles-a4", 1, ink=3.6),
        row("Print- en snijlijst", "alles-a4", 1),
        row("Draaiboek", "alles-a4", 1),
        row("Werkwijze", "alles-a4", 4, ink=6.7),
        row("Meer actoren", "alles-a4", 4, sides="long", ink=3),
        row("Inspiratielijst", "alles-a3", 4, "a3", ink=5.9),
        row("Canvas 1", "alles-a3", 6, "a3", ink=4.1),
        row("Canvas 2", "alles-a3", 6, "a3", ink=4.7),
        row("Bollenschema", "alles-a3", 10, "a3"),
        row("Tafelkaart", "alles-kaarten", 4, "a4-heavy", ink=8.2),
        row("Partnerkaarten", "alles-kaarten", 18, "a4-heavy", "long", "cards-a4", 3.9),
    ),
    date=Text.of("12 maart 2027"),
    place=Text.of("Lier"),
)
"""The workshop of the design's images."""

AT_SHOP = print_list(
    (
        *(replace(one, file="drukkerij-a3.pdf", cut="crop", at_shop=True) for one in EIGHTEEN.rows[6:10]),
        replace(row("Partnerkaarten", "drukkerij-kaarten", 253, "a6-heavy", "long", "crop", 3.9), at_shop=True),
        replace(row("Tafelkaart", "drukkerij-tafelkaarten", 4, "a4-heavy", cut="crop", ink=8.2), at_shop=True),
        *EIGHTEEN.rows[:6],
        row("Bollenschema, in te vullen", "alles-a4", 1),
    ),
    cards=253,
    date=Text.of("12 maart 2027"),
    place=Text.of("Lier"),
    shop=ShopFiles("drukkerij.txt", "drukkerij-a4.pdf"),
)
"""The same where a print shop prints most, with as many rows as there is room for."""

AT_SHOP_IN_LARGE = replace(
    AT_SHOP,
    rows=tuple(replace(one, paper="a5-heavy", sides="short") if one.sheets == 253 else one for one in AT_SHOP.rows),
)
"""The same in large letters: its cards are larger too."""

FULL = print_list(
    (
        row("Printertest", "printertest", 1, sides="long", ink=4.1),
        *(row(f"Een blad met een lange naam {i}", "alles-a4", 999) for i in range(1, 6)),
        *(row(f"Canvas {i}", "alles-a3", 999, "a3", ink=10) for i in range(1, 6)),
        row("Bollenschema op A4", "alles-a4-tegels", 999, cut="tiles"),
        row("Tafelkaart", "alles-kaarten", 99, "a4-heavy", ink=8.2),
        row("Partnerkaarten", "alles-kaarten-a3", 2997, "a3-heavy", "short", "cards-a3", 3.9),
    ),
    participants=999,
    tables=99,
    cards=23976,
    spares=999,
    date=Text.of("30 september 2027"),
    place=Text.of("Beveren-Kruibeke-Zwijndrecht"),
)
"""As many rows as there is room for, with the largest numbers."""

ONE = print_list(
    (
        row("Printertest", "printertest", 1, sides="long"),
        row("Canvas 1", "alles-a3", 1, "a3"),
        row("Werkwijze", "alles-a4", 1),
    ),
    participants=1,
    tables=1,
    cards=0,
    spares=0,
    low_ink=None,
)
"""One participant, no cards, no spare set, nothing to cut; neither date nor place is known."""

TWO_HUNDRED = print_list(
    (
        row("Printertest", "printertest", 1, sides="long", ink=4.1),
        row("Omslag", "alles-a4", 1, ink=3.6),
        row("Print- en snijlijst", "alles-a4", 1),
        row("Draaiboek", "alles-a4", 1),
        row("Werkwijze", "alles-a4", 40, ink=6.7),
        row("Inspiratielijst", "alles-a3", 40, "a3", ink=5.9),
        row("Canvas 1", "alles-a3", 220, "a3", ink=4.1),
        row("Canvas 2", "alles-a3", 220, "a3", ink=4.7),
        row("Bollenschema", "alles-a3", 381, "a3"),
        row("Tafelkaart", "alles-kaarten", 40, "a4-heavy", ink=8.2),
        row("Partnerkaarten", "alles-kaarten", 660, "a4-heavy", "long", "cards-a4", 3.9),
    ),
    participants=200,
    tables=40,
    cards=2640,
    spares=20,
    date=Text.of("3 december 2026"),
    place=Text.of("Lier"),
)


def contents(rows: Sequence[tuple[int, str, Paper, int]], **values: object) -> Contents:
    lines = tuple(ContentsRow(count, Text.of(name), paper, cards) for count, name, paper, cards in rows)
    return Contents(rows=lines, **{"participants": 18, "tables": 4, **values})  # type: ignore[arg-type]


COVER = contents(
    (
        (1, "Omslag", "a4", 0),
        (1, "Draaiboek", "a4", 0),
        (1, "Print- en snijlijst", "a4", 0),
        (1, "Printertest", "a4", 0),
        (6, "Canvas 1", "a3", 0),
        (6, "Canvas 2", "a3", 0),
        (10, "Bollenschema", "a3", 0),
        (18, "Partnerkaarten", "a4-heavy", 72),
        (4, "Inspiratielijst", "a3", 0),
        (4, "Werkwijze", "a4", 0),
        (4, "Tafelkaart", "a4-heavy", 0),
        (4, "Meer actoren", "a4", 0),
    ),
    when=Text.of("vrijdag 12 maart 2027, 9.30 uur"),
    where=Text.of("Cultuurcentrum, Lier"),
)
"""The workshop of the design's images."""

FULL_COVER = contents(
    (
        *((999, f"Een blad met lange naam {i}", "a3", 0) for i in range(1, 13)),
        (2997, "Partnerkaarten", "a3-heavy", 23976),
        (5994, "Bollenschema op A4", "a4", 0),
    ),
    participants=999,
    tables=99,
    when=Text.of("donderdag 30 september 2027, 13.30 uur"),
    where=Text.of("Gemeenschapscentrum De Oude Kerk, Beveren-Kruibeke-Zwijndrecht"),
)
"""As many rows as there is room for, with the largest numbers and the longest names."""

COVER_OF_ONE = contents(
    ((1, "Canvas 1", "a3", 0), (1, "Partnerkaarten", "a4-heavy", 1), (1, "Werkwijze", "a4", 0)),
    participants=1,
    tables=1,
)
"""One participant; neither when nor where is known."""


def words(catalogue: Catalogue) -> WorkshopSheets:
    assert catalogue.workshop
    return catalogue.workshop


def context(edition: Edition = "colour", catalogue: Catalogue | None = None) -> DrawingContext:
    return DrawingContext(catalogue or shipped(), theme(edition), Fonts())


def listed(of: PrintList, edition: Edition = "colour") -> list[Page]:
    """The pages of a print list."""
    at = context(edition)
    return part("print_list", "draw", edition)(at, words(at.catalogue).print_list, of)


def covered(of: Contents, edition: Edition = "colour") -> list[Page]:
    """The pages of a cover."""
    at = context(edition)
    return part("cover", "draw", edition)(at, words(at.catalogue).cover, of)


def seat(name: str = "", organisation: str = "", municipality: str = "") -> Names:
    return Names(*(Text.of(known) if known else None for known in (name, organisation, municipality)))


FOUR_AT_TABLE_4 = TableCard(
    4,
    (
        seat("Samira El Amrani", "Gemeenschapscentrum De Kring", "Lier"),
        seat("Joris Van den Broeck", "Harmonie Sint-Cecilia", "Heist-op-den-Berg"),
        seat("Lotte Peeters", "Bibliotheek", "Nijlen"),
        seat("Ahmet Yılmaz", "Jeugdhuis De Loods", "Putte"),
    ),
    free=2,
    cards=12,
    date=Text.of("12 maart 2027"),
    place=Text.of("Lier"),
    facilitator=Text.of("Nele"),
)
"""The table of image 20."""

NOBODY_AT_TABLE_1 = TableCard(1, (seat(),) * 5, free=0, cards=12)

EIGHT_AT_TABLE_38 = TableCard(
    38,
    (
        seat("Maximiliaan-Alexander Vandenbroucke-Verheyen", "Beweging voor cultuur en volwassenenvorming", "Beveren"),
        seat("Wolfgang Vanderstappen-De Groote", "", "Sint-Katelijne-Waver"),
        seat("", "Koninklijke Harmonie Sint-Cecilia en Broederliefde", "Beveren-Kruibeke-Zwijndrecht"),
        seat("Şule Özgür", "Darna vzw"),
        seat("An"),
        seat("Bo", "", "Lier"),
        seat("Cas"),
        seat("Dee", "Neos", "Sint-Niklaas"),
    ),
    free=0,
    cards=1,
    date=Text.of("28 september 2027"),
    place=Text.of("Beveren-Kruibeke-Zwijndrecht"),
)

SIX_AT_TABLE_44 = TableCard(
    44,
    (
        seat(
            "Anne-Sophie Vandenbroucke-Van Cauwenberghe",
            "Intergemeentelijke vereniging voor erfgoed en amateurkunsten",
            "Beveren-Kruibeke-Zwijndrecht",
        ),
        seat("Şükran Yıldırım-Öztürk", "Gemeenschapscentrum De Zandloper Kampenhout", "Heist-op-den-Berg"),
        seat("Jan", "vzw"),
        seat("Marie-Thérèse Van Puyvelde-Goossens"),
        seat("", "Bibliotheek", "Nijlen"),
        seat("Maximiliaan Vandenberghe", "Intergemeentelijke vereniging voor amateurkunsten", "Sint-Pieters-Leeuw"),
    ),
    free=0,
    cards=12,
    date=Text.of("30 september 2027"),
    place=Text.of("Beveren-Kruibeke-Zwijndrecht"),
    facilitator=Text.of("Marie-Thérèse Van Puyvelde-Goossens"),
)
"""Every place taken, by people with long names and by people of whom not all is known."""


def table_card(of: TableCard, edition: Edition = "colour") -> list[Page]:
    """The pages of a table card."""
    at = context(edition)
    return part("table_card", "draw", edition)(at, words(at.catalogue).table_card, of)


def tried(
    edition: Edition = "colour", shift: tuple[float, float] | None = None, catalogue: Catalogue | None = None
) -> list[Page]:
    """The pages of the printer test."""
    at = context(edition, catalogue)
    return part("printer_test", "draw", edition)(at, words(at.catalogue).printer_test, shift)


def tried_on_a3(edition: Edition = "colour", catalogue: Catalogue | None = None) -> list[Page]:
    """The page of the printer test on A3."""
    at = context(edition, catalogue)
    return part("printer_test", "draw_a3", edition)(at, words(at.catalogue).printer_test)


RUN = RunData(
    18,
    4,
    5,
    (
        ContentsRow(1, Text.of("Draaiboek"), "a4"),
        ContentsRow(4, Text.of("Werkwijze"), "a4"),
        ContentsRow(4, Text.of("Inspiratielijst"), "a3"),
        ContentsRow(20, Text.of("Canvas 1"), "a3"),
        ContentsRow(20, Text.of("Canvas 2"), "a3"),
        ContentsRow(20, Text.of("Bollenschema"), "a3"),
        ContentsRow(4, Text.of("Tafelkaart"), "a4-heavy"),
        ContentsRow(54, Text.of("Partnerkaarten"), "a4-heavy", 216),
    ),
    start=13 * 60 + 30,
    date=Text.of("12 maart 2027"),
    place=Text.of("Lier"),
)
"""The workshop of the design's images."""

FULL_RUN = RunData(
    999,
    99,
    12,
    (
        *RUN.rows[:2],
        *(replace(row, count=1098) for row in RUN.rows[2:6]),
        ContentsRow(99, Text.of("Bollenschema, in te vullen"), "a3"),
        ContentsRow(1098, Text.of("Meer actoren"), "a4"),
        ContentsRow(198, Text.of("Tafelkaart"), "a4-heavy"),
        ContentsRow(1647, Text.of("Partnerkaarten"), "a3-heavy", 13176),
    ),
    start=9 * 60,
    date=Text.of("30 september 2027"),
    place=Text.of("Beveren-Kruibeke-Zwijndrecht"),
)
"""As many kinds of sheets as a pack has, with the largest numbers."""

RUN_OF_ONE = RunData(
    1, 1, 1, (ContentsRow(1, Text.of("Canvas 1"), "a3"), ContentsRow(1, Text.of("Kaarten"), "a4-heavy", 1))
)
"""One participant; neither when nor where is known."""


def run_sheet(of: RunData | None, edition: Edition = "colour", catalogue: Catalogue | None = None) -> list[Page]:
    """The pages of a run sheet."""
    at = context(edition, catalogue)
    return part("run_sheet", "draw", edition)(at, at.catalogue.sheets["draaiboek"], of)
