"""An organisation's logo: what can be printed, and what is refused with which words."""

import sys
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageFile

from kit.diagnostics import Mark, Severity
from kit.model.organisation.colour import Rgb
from kit.model.organisation.logo import HEIGHT, WIDTH, Raster, Read, read, size
from kit.model.organisation.svg.drawing import Step, Vector

MARK = Mark("kit.yaml", 3, 9, "organisation.logo")
RED, BLUE = (200, 0, 0), (0, 0, 200)


def saved(picture: Image.Image, kind: str = "PNG") -> bytes:
    stream = BytesIO()
    picture.save(stream, kind)
    return stream.getvalue()


def svg(*parts: str, attributes: str = 'viewBox="0 0 100 50"') -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}>{"".join(parts)}</svg>'.encode()


@pytest.fixture
def logo(tmp_path: Path) -> "Logos":
    return Logos(tmp_path)


class Logos:
    """Reads bytes as a logo in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, raw: bytes, name: str = "logo.svg") -> Read:
        (self.folder / name).write_bytes(raw)
        return read(self.folder, name, MARK)

    def code(self, raw: bytes) -> str:
        found = self(raw)
        assert found.logo is None
        (problem,) = found.notes
        assert (problem.mark, problem.severity) == (MARK, Severity.ERROR)
        return problem.code


def raster(found: Read) -> Raster:
    assert isinstance(found.logo, Raster)
    return found.logo


def vector(found: Read) -> Vector:
    assert isinstance(found.logo, Vector)
    return found.logo


# Dots


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
@pytest.mark.parametrize("name", ["logo.png", "Logo van ons.JPG", "logo"])
def test_what_a_file_is_is_seen_in_it_and_not_in_its_name(logo: Logos, kind: str, name: str) -> None:
    found = logo(saved(Image.new("RGB", (60, 80), RED), kind), name)
    assert found.notes == ()
    assert (raster(found).width, raster(found).height) == (60, 80)


def test_white_and_nothing_around_a_logo_are_left_out(logo: Logos) -> None:
    for colour in ((255, 255, 255, 255), (0, 0, 0, 0)):
        picture = Image.new("RGBA", (200, 200), colour)
        picture.paste((*RED, 255), (50, 60, 110, 140))
        assert raster(logo(saved(picture))) == Raster(60, 80, bytes(RED) * (60 * 80))


def test_what_shines_through_is_mixed_with_paper(logo: Logos) -> None:
    assert raster(logo(saved(Image.new("RGBA", (60, 80), (0, 0, 0, 51))))).dots[:3] == bytes((204, 204, 204))


@pytest.mark.parametrize(
    ("mode", "colour"), [("1", 0), ("L", 0), ("P", 0), ("LA", (0, 255)), ("CMYK", (0, 255, 0, 0)), ("I;16", 0)]
)
def test_every_kind_of_dots_becomes_red_green_and_blue(logo: Logos, mode: str, colour: int | tuple[int, ...]) -> None:
    found = raster(logo(saved(Image.new(mode, (60, 80), colour), "JPEG" if mode == "CMYK" else "PNG")))
    assert len(found.dots) == found.width * found.height * 3


def test_a_photograph_is_set_upright(logo: Logos) -> None:
    picture = Image.new("RGB", (80, 60), RED)
    exif = Image.Exif()
    exif[0x0112] = 6
    stream = BytesIO()
    picture.save(stream, "JPEG", exif=exif)
    found = raster(logo(stream.getvalue()))
    assert (found.width, found.height) == (60, 80)


def test_more_dots_than_a_printer_sets_are_left_out(logo: Logos) -> None:
    found = raster(logo(saved(Image.new("RGB", (4000, 2000), BLUE))))
    assert found.height / (HEIGHT / 25.4) == pytest.approx(600, abs=6)
    assert found.width == pytest.approx(2 * found.height, abs=1)
    assert set(found.dots[:3]) == {0, 200}


def test_few_dots_are_a_warning(logo: Logos) -> None:
    found = logo(saved(Image.new("RGB", (20, 20), RED)))
    (note,) = found.notes
    assert raster(found).height == 20
    assert (note.code, note.severity, dict(note.values)) == (
        "logo-coarse",
        Severity.WARNING,
        {"file": "logo.svg", "dpi": 115, "least": 200},
    )


def test_greys_of_sixteen_bits_are_greys(logo: Logos) -> None:
    """Cut off at 255, all but the darkest would be white."""
    found = raster(logo(saved(Image.new("I;16", (60, 80), 32_896))))
    assert found.dots[:3] == bytes((128, 128, 128))


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_picture_of_54_million_dots_is_made_smaller(logo: Logos, kind: str) -> None:
    picture = Image.new("L", (9000, 6000), 255)
    picture.paste(0, (1000, 1000, 8000, 2000))
    found = raster(logo(saved(picture, kind)))
    assert (found.width, found.height) == pytest.approx((728, 104), abs=3)
    assert set(found.dots[found.width * 150 : found.width * 150 + 300]) == {0}


def test_broken_dots_are_refused(logo: Logos) -> None:
    whole = saved(Image.effect_noise((60, 80), 50))
    assert logo.code(whole[: len(whole) // 2]) == "logo-broken"
    assert logo.code(saved(Image.effect_noise((60, 80), 50).convert("RGB"), "JPEG")[:400]) == "logo-broken"
    assert logo.code(b"") == logo.code(b"a logo") == logo.code(saved(Image.new("L", (9, 9)), "GIF")) == "logo-kind"
    assert logo.code(saved(Image.new("RGB", (60, 80), (255, 255, 255)))) == "logo-empty"
    assert logo.code(b" " * 5_000_001) == "logo-large"


BOMBS = (9000, 10_000, 14_000)
"""Dots on a side."""


@pytest.mark.parametrize("side", BOMBS)
def test_a_bomb_of_dots_is_refused_without_being_read(logo: Logos, side: int, monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = saved(Image.new("1", (side, side)))
    monkeypatch.setattr(ImageFile.ImageFile, "load", lambda _: pytest.fail("its dots are read"))
    assert logo.code(bomb) == "logo-dots"


# Shapes


def test_shapes_keep_their_colours_and_the_room_around_them_is_left_out(logo: Logos) -> None:
    found = vector(
        logo(
            svg(
                '<style>.a { fill: #00f }</style><g transform="translate(10 20)">',
                '<rect width="20" height="10" fill="red"/><path class="a" d="M20 0 h10 v10 z"/></g>',
            )
        )
    )
    assert (found.width, found.height) == (30, 10)
    assert [shape.colour for shape in found.shapes] == [Rgb(255, 0, 0), Rgb(0, 0, 255)]
    assert found.shapes[1].steps == (
        Step("m", (20, 0)),
        Step("l", (30, 0)),
        Step("l", (30, 10)),
        Step("z"),
    )


def test_a_pen_has_a_width_and_needs_room(logo: Logos) -> None:
    (shape,) = vector(logo(svg('<line x1="10" y1="10" x2="40" y2="10" stroke="red" stroke-width="4"/>'))).shapes
    assert shape.pen
    assert (shape.pen.width, shape.colour, shape.steps[0]) == (4, Rgb(255, 0, 0), Step("m", (2, 2)))


def test_curves_of_every_kind_are_cubic(logo: Logos) -> None:
    found = vector(
        logo(svg('<path d="M0 30 Q30 0 60 30 T 90 30 A 10 10 0 0 1 60 40 z"/><circle r="5" cx="9" cy="9"/>'))
    )
    kinds = {step.kind for shape in found.shapes for step in shape.steps}
    assert kinds == {"m", "c", "z"}
    quadratic = found.shapes[0].steps[1].values
    start = found.shapes[0].steps[0].values
    assert (quadratic[0] - start[0], quadratic[1] - start[1]) == pytest.approx((20, -20))


def test_what_goes_round_twice_is_a_hole_only_where_the_file_says_so(logo: Logos) -> None:
    path = '<path d="M0 0h9v9h-9z M3 3h3v3h-3z" {}/>'
    assert not vector(logo(svg(path.format("")))).shapes[0].even_odd
    for said in ('fill-rule="evenodd"', 'style="fill-rule:evenodd"'):
        assert vector(logo(svg(path.format(said)))).shapes[0].even_odd


def test_what_is_only_defined_or_of_another_program_is_not_drawn(logo: Logos) -> None:
    extra = (
        '<defs><linearGradient id="x"/><rect width="500" height="500"/><clipPath/></defs><title>De Kring</title>'
        '<namedview xmlns="http://sodipodi" href="url(x)"/><metadata><work xmlns="x"/></metadata>'
    )
    found = vector(
        logo(b'\xef\xbb\xbf<?xml version="1.0"?><!-- x --><!DOCTYPE svg>' + svg(extra, "<rect width='9' height='9'/>"))
    )
    assert (found.width, found.height, len(found.shapes)) == (9, 9, 1)


@pytest.mark.parametrize(
    ("part", "what"),
    [
        ('<image href="foto.png"/>', "<image href>"),
        ('<image href="data:image/gif;base64,R0"/>', "data:image/gif"),
        ('<use href="andere.svg#a"/>', "<use> andere.svg#a"),
        ("<script>alert(1)</script>", "<script>"),
        ("<foreignObject/>", "<foreignObject>"),
        ('<rect width="9" height="9" style="fill:url(http://a.be)"/>', "fill: url( http://a.be"),
        ("<style>@import 'http://a.be/b.css';</style>", "@import"),
        ("<style>rect:nth-child(2){fill:red}</style>", "rect:nth-child(2)"),
        ('<rect width="9" height="9" style="clip:rect(0 0 0 0)"/>', "clip"),
        ('<path d="M0 0h9" stroke="red" vector-effect="non-scaling-stroke"/>', "vector-effect"),
        ('<filter id="f"><feTurbulence/></filter><rect width="9" height="9" filter="url(#f)"/>', "<feTurbulence>"),
        ('<rect width="9" height="9"><set attributeName="x" to="5"/></rect>', "<set>"),
        ('<rect width="9" height="9" transform="wiggle(3)"/>', "wiggle(3)"),
        ('<rect width="9" height="9" fill="bont"/>', "bont"),
    ],
)
def test_what_would_be_printed_wrong_is_refused_by_name(logo: Logos, part: str, what: str) -> None:
    found = logo(svg(part, '<rect width="9" height="9"/>'))
    assert [(note.code, note.values["what"]) for note in found.notes] == [("logo-svg", what)]


@pytest.mark.parametrize(
    ("part", "what"),
    [
        ('<rect width="9" height="9" opacity=".5"/>', "opacity"),
        ('<rect width="9" height="9" style="fill:red; fill-opacity: 0.5"/>', "fill-opacity"),
        ("<style>rect{opacity:50%}</style>", "opacity"),
        ('<linearGradient id="x"><stop/></linearGradient><rect width="9" height="9" fill="url(#x)"/>', "fill: url()"),
    ],
)
def test_what_full_colours_cannot_show_is_printed_as_dots_and_told(logo: Logos, part: str, what: str) -> None:
    found = logo(svg(part, '<rect width="9" height="9"/>'))
    (note,) = found.notes
    assert isinstance(found.logo, Raster)
    assert (note.code, note.severity, note.values["what"]) == ("logo-picture", Severity.ADVICE, what)


def test_without_the_library_for_dots_such_a_logo_is_refused_and_others_are_printed(
    logo: Logos, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    (note,) = logo(svg('<rect width="9" height="9" opacity=".5"/>')).notes
    assert (note.code, note.values["what"], note.values["package"]) == ("logo-picture-lacks", "opacity", "resvg_py")
    assert logo(svg('<rect width="9" height="9"/>')).logo


def test_letters_are_refused_where_they_would_be_seen(logo: Logos) -> None:
    assert logo.code(svg("<text>De Kring</text>")) == "logo-text"
    for unseen in ('<text style="display:none">a</text>', "<text> </text>", "<defs><text>a</text></defs>"):
        assert logo(svg(unseen, '<rect width="9" height="9"/>')).notes == ()


def test_nothing_is_run_or_followed(logo: Logos) -> None:
    link = '<a href="javascript:alert(1)"><rect width="9" height="9"/></a>'
    assert vector(logo(svg(link))).shapes


def test_a_logo_in_white_alone_is_refused(logo: Logos) -> None:
    """It is made for a dark ground, and on paper nobody would see that it is there."""
    assert logo.code(svg('<rect width="9" height="9" fill="#fff"/>')) == "logo-empty"
    assert vector(logo(svg('<rect width="9" height="9" fill="#fff"/><rect width="5" height="4"/>'))).width == 5


@pytest.mark.parametrize("colour", ["#fefefe", "#fffdf5", "rgb(240, 240, 240)"])
def test_a_logo_that_cannot_be_told_from_paper_is_white(logo: Logos, colour: str) -> None:
    assert logo.code(svg(f'<rect width="9" height="9" fill="{colour}"/>')) == "logo-empty"
    picture = Image.new("RGBA", (300, 80), (0, 0, 0, 0))
    picture.paste(colour, (10, 10, 290, 70))
    assert logo.code(saved(picture)) == "logo-empty"
    assert vector(logo(svg('<rect width="9" height="9" fill="#ffff00"/>'))).shapes


MARK_AND_NAME = '<circle r="9" cx="10" cy="10" fill="#c00"/><rect x="30" y="5" width="60" height="9" fill="#fff"/>'


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        # The name beside a mark in colour.
        (MARK_AND_NAME, ["logo-white"]),
        # The same on a ground, and white letters on a mark.
        ('<rect width="100" height="20" fill="#036"/>' + MARK_AND_NAME, []),
        ('<circle r="9" cx="10" cy="10" fill="#c00"/><rect x="6" y="9" width="8" height="2" fill="#fff"/>', []),
        # White paper behind all of it.
        ('<rect width="100" height="20" fill="#fff"/><circle r="9" cx="10" cy="10" fill="#c00"/>', []),
    ],
)
def test_what_is_white_on_nothing_is_told(logo: Logos, parts: str, told: list[str]) -> None:
    assert [note.code for note in logo(svg(parts)).notes] == told


def test_white_dots_on_nothing_are_told(logo: Logos) -> None:
    picture = Image.new("RGBA", (600, 80), (0, 0, 0, 0))
    picture.paste(RED, (0, 0, 80, 80))
    assert logo(saved(picture)).notes == ()
    picture.paste((255, 255, 255), (20, 20, 60, 60))
    assert logo(saved(picture)).notes == ()
    picture.paste((255, 255, 255), (120, 20, 580, 60))
    (note,) = logo(saved(picture)).notes
    assert (note.code, note.severity) == ("logo-white", Severity.WARNING)
    paper = Image.new("RGB", picture.size, (255, 255, 255))
    paper.paste(picture, mask=picture)
    assert logo(saved(paper)).notes == ()
    # With white around it, as an outline that parts it from any ground.
    outlined = Image.new("RGBA", (600, 80), (0, 0, 0, 0))
    outlined.paste((255, 255, 255), (10, 5, 590, 75))
    outlined.paste(BLUE, (20, 15, 580, 65))
    assert logo(saved(outlined)).notes == ()


def test_full_colours_may_be_called_opaque(logo: Logos) -> None:
    assert vector(
        logo(svg('<rect width="9" height="9" opacity="1" style="fill-opacity:1.0;stroke-opacity:100%"/>'))
    ).shapes


ENDLESS = (
    (b'<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>' + svg("<path d='&b;'/>"), "logo-svg"),
    (svg("<rect width='9' height='9'>"), "logo-broken"),
    (svg("<g>" * 5000, "</g>" * 5000), "logo-busy"),
    (svg(f"<path d='M0 0{'h1v1' * 15_000}'/>"), "logo-busy"),
    (svg(f"<path d='{'M0 0' * 150_000}'/>"), "logo-busy"),
    (svg(), "logo-empty"),
    (svg("<rect width='9' height='9' fill='none'/>"), "logo-empty"),
)


def test_broken_and_endless_shapes_are_refused(logo: Logos) -> None:
    for raw, code in ENDLESS:
        assert logo.code(raw) == code


@given(
    st.text(alphabet="MmLlHhVvCcSsQqTtAaZz 0123456789.-,e", max_size=60), st.sampled_from(["d", "points", "transform"])
)
def test_no_path_is_a_crash(tmp_path_factory: pytest.TempPathFactory, written: str, attribute: str) -> None:
    element = {"d": "path", "points": "polygon", "transform": "g"}[attribute]
    inside = f"<{element} {attribute}='{written}'><rect width='9' height='9'/></{element}>"
    found = Logos(tmp_path_factory.getbasetemp())(svg(inside))
    assert (found.logo is None) == bool(found.notes)


# Where it lies


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("weg.svg", "logo-missing"),
        ("", "logo-missing"),
        ("../logo.svg", "logo-elsewhere"),
        ("beelden/../../logo.svg", "logo-elsewhere"),
        ("/etc/passwd", "logo-elsewhere"),
        ("C:\\logo.svg", "logo-elsewhere"),
        ("https://a.be/logo.svg", "logo-elsewhere"),
    ],
)
def test_a_logo_lies_with_the_content(tmp_path: Path, name: str, code: str) -> None:
    assert [note.code for note in read(tmp_path, name, MARK).notes] == [code]


def test_a_logo_may_lie_in_a_folder_there(tmp_path: Path) -> None:
    (tmp_path / "beelden").mkdir()
    (tmp_path / "beelden" / "logo.svg").write_bytes(svg('<rect width="9" height="9"/>'))
    for name in ("beelden/logo.svg", "beelden\\logo.svg"):
        assert read(tmp_path, name, MARK).logo


@given(st.floats(0.01, 1000), st.floats(0.01, 1000))
def test_a_logo_is_as_large_as_its_place_allows_and_keeps_its_proportions(width: float, height: float) -> None:
    wide, high = size(Vector(width, height, ()))
    assert wide <= WIDTH + 1e-9
    assert high <= HEIGHT + 1e-9
    assert max(wide / WIDTH, high / HEIGHT) == pytest.approx(1)
    assert wide / high == pytest.approx(width / height)
