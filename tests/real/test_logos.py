"""Logos as Inkscape, Illustrator, Figma, Canva and others write them: printed as a browser shows them, or refused."""

from __future__ import annotations

from typing import Any

import pytest
from PIL import Image

from kit.diagnostics import Mark
from kit.draw.geometry import Box, Size
from kit.draw.look.theme import theme
from kit.draw.page import Page
from kit.draw.paint import UNTOLD, pdf_bytes
from kit.draw.text.fonts import Fonts
from kit.model.organisation.logo import Logo, Read, read, size
from kit.model.organisation.svg.drawing import Vector
from kit.press import render
from tests.real.drawn import LOGOS, expected, proportion, squares

FONTS = Fonts()
EXPECTED: dict[str, dict[str, Any]] = expected()
PRINTED = [name for name, outcome in EXPECTED.items() if "seen" in outcome]
MOST = 24
"""How far the colour of a square may lie from the browser's, of 255: edges lie on other dots."""


def of(name: str) -> Read:
    return read(LOGOS, f"{name}.svg", Mark("kit.yaml", 1, 1))


def printed(logo: Logo) -> Image.Image:
    """The logo as a printer sets it, at 600 dots per inch."""
    width, height = size(logo)
    page = Page(Size(width + 4, height + 4), theme("colour"), FONTS)
    page.logo(logo, Box(2, 2, width, height))
    (picture,) = render.pages(pdf_bytes([page], FONTS, UNTOLD), 600)
    return picture.convert("RGB")


def test_every_logo_has_its_outcome() -> None:
    assert {file.stem for file in LOGOS.glob("*.svg")} == EXPECTED.keys()
    assert len(EXPECTED) >= 40


@pytest.mark.parametrize("name", EXPECTED)
def test_a_logo_is_printed_or_refused_by_name(name: str) -> None:
    found, outcome = of(name), EXPECTED[name]
    is_as = "shapes" if isinstance(found.logo, Vector) else "dots" if found.logo else found.notes[0].code
    told = [note.values["what"] for note in found.notes if "what" in note.values]
    assert (is_as, told) == (outcome["is"], [outcome["what"]] if "what" in outcome else [])


@pytest.mark.parametrize("name", PRINTED)
def test_a_logo_is_printed_as_a_browser_shows_it(name: str) -> None:
    logo = of(name).logo
    assert logo
    picture, outcome = printed(logo), EXPECTED[name]
    assert proportion(picture) == pytest.approx(outcome["proportion"], rel=0.04)
    assert furthest(squares(picture), outcome["seen"]) <= MOST


def furthest(rows: list[str], others: list[str]) -> int:
    """The largest difference between the colours of two pictures, square by square."""
    one, other = (bytes.fromhex("".join(each).replace(" ", "")) for each in (rows, others))
    return max(abs(a - b) for a, b in zip(one, other, strict=True))
