"""Two builds are told apart by a dot, a letter, a page or a file; not by their bytes."""

from io import BytesIO
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from benchmarks.pixels import EDITIONS, PAPERS, differences, first_unlike, of_files, parts, unlike
from kit.draw.look.editions import ALL_EDITIONS
from kit.draw.look.editions import PAPERS as ALL_PAPERS


def painted(
    *texts: str, at: float = 100, invisible: str = "", size: tuple[int, int] = (200, 200), title: str = ""
) -> bytes:
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=size, invariant=1)
    canvas.setTitle(title)
    for text in texts:
        canvas.drawString(at, 100, text)
        if invisible:
            hidden = canvas.beginText(20, 20)
            hidden.setTextRenderMode(3)
            hidden.textOut(invisible)
            canvas.drawText(hidden)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def told(tmp_path: Path, before: bytes, now: bytes) -> list[str]:
    (tmp_path / "before.pdf").write_bytes(before)
    (tmp_path / "now.pdf").write_bytes(now)
    return [*of_files(tmp_path / "before.pdf", tmp_path / "now.pdf")]


def test_what_looks_and_reads_the_same_is_the_same(tmp_path: Path) -> None:
    assert not told(tmp_path, painted("wie", "er is"), painted("wie", "er is"))
    other = painted("wie", "er is", title="another")
    assert other != painted("wie", "er is")
    assert not told(tmp_path, painted("wie", "er is"), other)


def test_what_looks_or_reads_otherwise_is_told_page_by_page(tmp_path: Path) -> None:
    moved = told(tmp_path, painted("wie", "er is"), painted("wie", "er is", at=101))
    assert [line.split(",")[0] for line in moved] == ["page 1: looks otherwise", "page 2: looks otherwise"]
    assert "from 35 to 4" in moved[0]
    hidden = told(tmp_path, painted("wie", invisible="een"), painted("wie", invisible="twee"))
    assert len(hidden) == 1 and hidden[0].startswith("page 1: reads otherwise: ")
    assert told(tmp_path, painted("wie"), painted("wie", "er is")) == ["has 2 pages, and had 1"]
    (size,) = told(tmp_path, painted("wie"), painted("wie", size=(200, 201)))
    assert size == "page 1: its size is (200.0, 201.0), and was (200.0, 200.0)"


@pytest.mark.slow
def test_files_that_came_or_went_are_told_before_what_is_in_the_others(tmp_path: Path) -> None:
    for place, names in (("before", "abc"), ("now", "bcd")):
        (tmp_path / place / "out").mkdir(parents=True)
        for name in names:
            (tmp_path / place / "out" / f"{name}.pdf").write_bytes(painted(name if name != "c" else place))
    found = [*differences(tmp_path / "before", tmp_path / "now")]
    assert [line.split(":")[0] for line in found] == ["out/a.pdf", "out/d.pdf", "out/c.pdf", "out/c.pdf"]
    assert [*differences(tmp_path / "nowhere", tmp_path / "nowhere")] == ["nothing is made"]


def test_the_box_of_what_differs_goes_round_all_of_it() -> None:
    blank = bytes(4 * 3 * 2)
    other = bytearray(blank)
    other[4 * 3 - 3] = other[4 * 3 + 2 * 3] = 1
    assert unlike(blank, blank, 12, 3) is None
    assert unlike(blank, bytes(other), 12, 3) == (2, 0, 4, 2)


def test_where_two_texts_begin_to_differ() -> None:
    assert first_unlike("wie er is", "wie er was", 4) == "' er is' is now ' er was'"
    assert first_unlike("wie", "wie er", 4) == "'wie' is now 'wie er'"


def test_every_edition_and_paper_is_compared() -> None:
    assert (EDITIONS, PAPERS) == (ALL_EDITIONS, ALL_PAPERS)
    assert len({part.name for part in parts()}) == 4 * 2 + 4 + 1
