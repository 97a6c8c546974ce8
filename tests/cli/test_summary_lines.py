"""After what was made comes what it is: how many sheets of which paper, for whom, and what to open first."""

import webbrowser
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.small import small_kit


def last(said: str, count: int) -> list[str]:
    return said.splitlines()[-count:]


def test_a_stack_says_for_whom_it_is_and_what_paper_it_takes(tmp_path: Path, run: Run) -> None:
    asked = ("--participants", "7", "--place", "Lier", "--out", tmp_path)
    status, out, err = run("pack", *asked, language="nl")
    folder = tmp_path / "nl" / "packs" / "lier"
    assert (status, out.splitlines()[0]) == (0, str(folder / "alles.pdf"))
    # For seven people and a spare set: 8 of three sheets and 2 of one at each table, one of each four to show.
    # In one job with A3, A4 is made smaller: so one begins with the file that has the cover and the print list.
    assert last(err, 4) == [
        "De stapel is voor 7 deelnemers, 2 tafels en 1 lege reserveset.",
        "Papier: 31 bladen A3, 7 bladen A4, 27 bladen A4 van 160 g.",
        "Print elk bestand apart, op zijn papier: printertest.pdf, printertest-a3.pdf, alles-a3.pdf, alles-a4.pdf, "
        "alles-kaarten.pdf.",
        f"Open eerst: {folder / 'alles-a4.pdf'}",
    ]


def test_what_is_on_two_sizes_of_paper_is_said_to_be_printed_apart(tmp_path: Path, run: Run) -> None:
    said = run("build", "canvas-1", "werkwijze", "--out", tmp_path)[2]
    assert "Print what is on A3 apart from what is on A4" in said
    assert "apart" not in run("build", "canvas-1", "--force", "--out", tmp_path)[2]


def test_a_build_counts_each_sheet_once_and_only_what_was_made(tmp_path: Path, run: Run) -> None:
    content = small_kit(tmp_path / "content")
    asked = ("--content", content, "--out", tmp_path / "out")
    packed = tmp_path / "out" / "nl" / "packs" / "volledig.pdf"
    assert last(run("build", *asked)[2], 2) == ["Paper: 2 sheets of A3.", f"Open first: {packed}"]
    assert "Paper" not in run("build", *asked)[2]
    first = tmp_path / "out" / "nl" / "sheets" / "canvas-1.pdf"
    assert last(run("build", "canvas-1", "--force", *asked)[2], 2) == ["Paper: 1 sheet of A3.", f"Open first: {first}"]


@pytest.mark.parametrize(
    ("options", "paper"),
    [
        ((), "1 sheet of A4, 160 g"),
        (("--no-backs",), "1 sheet of A4, 160 g"),
        (("--cards", "a3"), "1 sheet of A3, 160 g"),
        (("--edition", "low-ink"), "1 sheet of A4, 160 g"),
    ],
)
def test_a_card_sheet_is_one_sheet_of_heavy_paper_with_backs_or_without(
    options: tuple[str, ...], paper: str, tmp_path: Path, run: Run
) -> None:
    assert last(run("build", "partnerkaart", "--out", tmp_path, *options)[2], 2)[0] == f"Paper: {paper}."


def test_bubble_sheets_are_counted_and_a_book_is_opened_first(tmp_path: Path, run: Run) -> None:
    book = tmp_path / "boek.pdf"
    assert last(run("bubbles", "Lier", "Duffel", "--book", book, "--out", tmp_path)[2], 2) == [
        "Paper: 2 sheets of A3.",
        f"Open first: {book}",
    ]
    assert last(run("bubbles", "Lier", "--paper", "a4", "--out", tmp_path)[2], 2)[0] == "Paper: 2 sheets of A4."


def test_what_to_begin_with_is_opened_if_that_is_asked(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    class Browser(webbrowser.BaseBrowser):
        def open(self, url: str, new: int = 0, autoraise: bool = True) -> bool:  # noqa: ARG002
            opened.append(url)
            return True

    monkeypatch.setattr(webbrowser, "get", Browser)
    asked = ("build", "canvas-1", "--out", tmp_path, "--open")
    for _ in ("made", "there already"):
        assert run(*asked)[0] == 0
    assert opened == [(tmp_path / "nl" / "sheets" / "canvas-1.pdf").as_uri()] * 2
