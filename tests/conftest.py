"""What many tests look at: the shipped content, every sheet drawn in every edition, and its PDF."""

from __future__ import annotations

import importlib
import os
import shutil
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import pytest
from hypothesis import settings

from kit import cache as kept
from kit.cli import app
from kit.draw.context import DrawingContext
from kit.draw.look.theme import Edition, theme
from kit.draw.page import Page
from kit.draw.paint import Info, pdf_bytes
from kit.draw.text.fonts import Fonts
from kit.model.catalogue import Catalogue, load
from kit.model.printed import printed
from kit.model.schema.base import Content

Run = Callable[..., tuple[int, str, str]]
_Part = TypeVar("_Part", bound=Content)

ROOT = Path(__file__).parent.parent
CONTENT = ROOT / "content"
SHEETS = ("canvas-1", "canvas-2", "partnerkaart", "bollenschema", "inspiratielijst", "werkwijze", "draaiboek")


# A test that watches the clock fails on a busy machine.
settings.register_profile("kit", deadline=None)
settings.load_profile("kit")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-goldens", action="store_true", help="write the golden files anew; refused in CI")


def pytest_configure(config: pytest.Config) -> None:
    # One for all processes of a run, and nothing of what the user's own holds.
    if kept.VARIABLE not in os.environ:
        folder = os.environ[kept.VARIABLE] = tempfile.mkdtemp(prefix="kit-cache-")
        config.add_cleanup(lambda: shutil.rmtree(folder, ignore_errors=True))
    if config.getoption("--update-goldens") and os.environ.get("CI"):
        raise pytest.UsageError("goldens are updated by a person who looks at the sheets, never in CI")


@cache
def shipped() -> Catalogue:
    return load(CONTENT, "nl")


def replaced(part: _Part, **values: Any) -> _Part:
    """A part of the content with some other values."""
    return part.__replace__(**values)


def own_url(sheet: str, within: str = "") -> str:
    """What the code on a shipped sheet must say; ``within``: such as ``/12021`` for that of a municipality."""
    found = shipped().sheets[sheet]
    return f"{shipped().kit.digital.base_url}#{found.fragment}{within}.{printed(shipped(), found).code}"


@cache
def _fonts() -> Fonts:
    return Fonts()


def draw(catalogue: Catalogue, sheet: str, edition: Edition = "colour") -> list[Page]:
    """A sheet of a catalogue, drawn."""
    found = catalogue.sheets[sheet]
    layout = importlib.import_module(f"kit.layouts.{found.layout}")
    pages: list[Page] = layout.draw(DrawingContext(catalogue, theme(edition), _fonts()), found)
    return pages


@cache
def drawn(sheet: str, edition: Edition = "colour") -> tuple[Page, ...]:
    """A sheet of the shipped content, or one of the variants, drawn once."""
    from tests.variants import VARIANTS

    return tuple(VARIANTS[sheet](edition) if sheet in VARIANTS else draw(shipped(), sheet, edition))


@cache
def painted(sheet: str, edition: Edition = "colour") -> bytes:
    """A sheet of the shipped content as a PDF, painted once."""
    return pdf_bytes(drawn(sheet, edition), _fonts(), Info(sheet, "kit", sheet, "nl-BE"))


@pytest.fixture
def catalogue() -> Catalogue:
    return shipped()


@pytest.fixture
def draw_sheet() -> Callable[..., list[Page]]:
    return draw


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the command in this process: its exit status, what it printed, and what it complained of."""

    def _run(*arguments: str | Path, language: str = "en") -> tuple[int, str, str]:
        status = app.run([str(argument) for argument in arguments], {"KIT_LANG": language})
        return (status, *capsys.readouterr())

    return _run
