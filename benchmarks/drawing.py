"""What `benchmarks.compare` measures, in a process of its own: ``python -m benchmarks.drawing WHO KIND CODES IN OUT``.

Each side imports only what it needs itself.
"""

from __future__ import annotations

import json
import pickle
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from kit.draw.qr import Code

FAMILIES: Final = ("Fira Sans", "Fira Sans Condensed", "Poppins")
CODES: Final = "codes.pickle"
DATA: Final = "data.json"


def main() -> None:
    """Draw as asked."""
    who, kind, codes, place, out = sys.argv[1:]
    given = pickle.loads((Path(place) / CODES).read_bytes()) if codes == "given" else None
    draw = by_kit if who == "kit" else by_typst
    draw(kind, given, Path(place), Path(out))


def by_kit(kind: str, given: dict[str, Code] | None, place: Path, out: Path) -> None:
    """Make the sheets as the command does, from their names on."""
    from kit.bubbles.build import Order, make
    from kit.bubbles.selection import Selection
    from kit.draw import qr

    if given is not None:
        setattr(qr, "code", given.__getitem__)  # noqa: B010 (what the kit would make is taken from those given)
    places = tuple((place / "places.txt").read_text(encoding="utf-8").split())
    # With a book the files come as well: there is no order for a book alone.
    make(Order(Selection(places), out=out, book=out / "book.pdf" if kind == "book" else None))


def by_typst(kind: str, given: dict[str, Code] | None, place: Path, out: Path) -> None:
    """Make them with Typst, in one compiler: every thing has its place already."""
    import fontpkg
    import typst

    from benchmarks.typst_document import document

    folders = sorted({str(Path(fontpkg.path(family)).parent) for family in FAMILIES})
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=list(folders))
    compiler = typst.Compiler(root=str(place), font_paths=fonts)
    sheets = json.loads((place / DATA).read_text(encoding="utf-8"))
    if kind == "book":
        sheets = [["book", [page for _, pages in sheets for page in pages]]]
    for name, pages in sheets:
        source = document(pages, pages[0]["title"], given)
        pdf = compiler.compile(source, format="pdf", pdf_tags=False)
        if isinstance(pdf, bytes):
            (out / f"{name}.pdf").write_bytes(pdf)


if __name__ == "__main__":
    main()
