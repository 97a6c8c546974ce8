"""What is assembled, as other programs open it: without a warning. Those that are installed; where CI is set, all."""

import os
import shutil
import subprocess
import warnings
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pypdf
import pytest

from kit.bubbles import build as bubbles
from kit.bubbles.selection import Selection
from kit.build.build import build
from kit.build.order import Order
from kit.workshop import pack
from kit.workshop.arrange import Asked
from kit.workshop.order import Order as StackOrder
from tests.conftest import CONTENT

FILES = ("volledig", "alles", "alles-kaarten", "tafel-1", "drukkerij-a3", "boek")

# With -q, Ghostscript keeps to itself that it repaired a file, and gives no other status either.
PROGRAMS = {
    "qpdf": ("qpdf", "--check", "{pdf}"),
    "mutool info": ("mutool", "info", "{pdf}"),
    "mutool clean": ("mutool", "clean", "-gggg", "{pdf}", "{out}"),
    "Ghostscript": ("gs", "-dSAFER", "-dNOPAUSE", "-dBATCH", "-dPDFSTOPONWARNING", "-sDEVICE=nullpage", "{pdf}"),
}

NOTHING_WRONG = (
    "No syntax or stream encoding errors found; the file may still contain\nerrors that qpdf cannot detect\n"
)

COMPLAINTS = ("warn", "error", "repair", "damage", "recover", "ignor", "invalid", "missing")


@pytest.fixture(scope="module")
def assembled(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A pack, files of a stack, and a book of bubble sheets, one municipality of which has two sheets."""
    out = tmp_path_factory.mktemp("out")
    build(Order(("volledig",), CONTENT, out))
    pack.make(StackOrder(Asked(participants="7", place="Lier"), out=out, shop=True))
    book = out / "nl" / "packs" / "boek.pdf"
    bubbles.make(bubbles.Order(Selection(("Brussel", "Lier", "Voeren", "Gent")), None, book, out=out))
    return {file.stem: file for file in (out / "nl" / "packs").rglob("*.pdf")}


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("command", PROGRAMS.values(), ids=PROGRAMS.keys())
def test_no_program_complains(command: tuple[str, ...], file: str, assembled: dict[str, Path], tmp_path: Path) -> None:
    if not shutil.which(command[0]):
        if os.environ.get("CI"):
            pytest.fail(f"{command[0]} is not installed")
        pytest.skip(f"{command[0]} is not installed")
    asked = [part.format(pdf=assembled[file], out=tmp_path / "out.pdf") for part in command]
    result = subprocess.run(asked, check=False, capture_output=True)
    said = (result.stdout + result.stderr).decode(errors="replace")
    assert result.returncode == 0, said
    assert list(complaints(said)) == []


def complaints(said: str) -> Iterator[str]:
    """The lines in which a program complains. That qpdf found nothing wrong, it says in such words as well."""
    for line in said.replace(NOTHING_WRONG, "").splitlines():
        if any(word in line.lower() for word in COMPLAINTS):
            yield line


@pytest.mark.parametrize("file", FILES)
def test_pypdf_reads_all_of_it_strictly(
    file: str, assembled: dict[str, Path], caplog: pytest.LogCaptureFixture
) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        reader = pypdf.PdfReader(BytesIO(assembled[file].read_bytes()), strict=True)
        writer = pypdf.PdfWriter(clone_from=reader)
        writer.write(BytesIO())
        contents = [page.get_contents() for page in reader.pages]
        assert all(content is not None and content.get_data() for content in contents)
    assert caplog.records == []
