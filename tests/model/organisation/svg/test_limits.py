"""What could take for ever, or too much memory, is counted and refused before any library sees it."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest

from kit.model.organisation.svg import cost
from kit.model.organisation.svg.parse import MOST_DEPTH, MOST_ELEMENTS, MOST_LETTERS, elements_of, is_svg
from kit.model.organisation.svg.paths import MOST_STEPS
from kit.model.organisation.svg.read import drawing_of
from kit.model.organisation.svg.style import cascade
from kit.model.organisation.svg.tree import plain
from kit.model.organisation.unprintable import Unprintable

MOST = (900.0, 100.0)


def svg(*parts: str, head: str = "") -> bytes:
    return f'{head}<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50">{"".join(parts)}</svg>'.encode()


def code(raw: bytes, of: Callable[[bytes], object] = lambda raw: drawing_of(raw, MOST)) -> str:
    with pytest.raises(Unprintable) as caught:
        of(raw)
    return caught.value.code


@pytest.fixture(autouse=True)
def _no_library(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is refused here is refused by us: no library that draws can be imported."""
    for name in ("svg.path", "resvg_py"):
        monkeypatch.setitem(sys.modules, name, None)


def test_elements_depth_and_letters_are_counted_while_they_are_read() -> None:
    assert code(svg("<g/>" * MOST_ELEMENTS), elements_of) == "logo-busy"
    assert code(svg("<g>" * MOST_DEPTH, "</g>" * MOST_DEPTH), elements_of) == "logo-busy"
    assert code(svg(f'<path d="{"M" * MOST_LETTERS}x"/>'), elements_of) == "logo-busy"


def test_entities_are_short_and_hold_no_other() -> None:
    head = '<!DOCTYPE svg [<!ENTITY a "{}">]>'
    root = elements_of(svg('<g id="&a;"/>', head=head.format("x")))
    assert root[0].get("id") == "x"
    for written in ("&#38;b;", "&b;", "<g/>", "x" * 301):
        assert code(svg('<g id="&a;"/>', head=head.format(written)), elements_of) == "logo-svg"
    for declared in ('<!ENTITY a SYSTEM "file:///etc/hostname">', '<!ENTITY % a "x">'):
        assert code(svg("<g/>", head=f"<!DOCTYPE svg [{declared}]>"), elements_of) == "logo-svg"


def test_use_within_use_is_counted_as_it_grows() -> None:
    """Ten within ten within ten: some hundred elements would be ten thousand."""
    layers = [f'<g id="a{i}">{f"""<use href="#a{i - 1}"/>""" * 10 if i else "<path/>"}</g>' for i in range(5)]
    raw = svg("<defs>", *layers, '</defs><use href="#a4"/>')
    assert len(list(elements_of(raw).iter())) < 60
    assert code(raw, lambda raw: plain(elements_of(raw))) == "logo-busy"


def test_what_holds_itself_is_refused() -> None:
    assert code(svg('<g id="a"><use href="#a"/></g>')) == "logo-busy"
    pattern = '<pattern id="a" width="9" height="9"><rect width="9" height="9" fill="url(#a)"/></pattern>'
    assert code(svg(pattern, '<rect width="9" height="9" fill="url(#a)"/>')) == "logo-busy"


def test_a_definition_costs_as_often_as_it_is_used() -> None:
    inside = "".join(f'<path d="M0 0{"h1" * 100}"/>' for _ in range(10))
    mask = f'<mask id="m">{inside}</mask>'
    few = '<rect width="9" height="9" mask="url(#m)"/>' * 10
    cost.check(plain(elements_of(svg(mask, few))))
    assert code(svg(mask, few * 3)) == "logo-busy"


def test_steps_are_counted_and_an_arc_is_four() -> None:
    for steps, fits in ((MOST_STEPS - 10, True), (MOST_STEPS + 10, False)):
        lines, arcs = "M0 0" + "h1" * steps, "M0 0" + "a1 1 0 0 0 1 1" * (steps // 4)
        for path in (lines, arcs):
            drawing = plain(elements_of(svg(f'<path d="{path}"/>')))
            if fits:
                cost.check(drawing)
            else:
                with pytest.raises(Unprintable, match="logo-busy"):
                    cost.check(drawing)


@pytest.mark.parametrize(
    "written", ["M", "M 1", "L 1 1", "M0 0 L 1", "M0 0 z 5 5", "M0 0 A 1 1 0 2 0 5 5", "M0 0 l 1e999 0"]
)
def test_a_path_without_coordinates_or_with_endless_ones_is_refused(written: str) -> None:
    assert code(svg(f'<path d="{written}"/>')) == "logo-broken"


@pytest.mark.parametrize("unit", ["em", "vw", "rem", "vh", "ex"])
def test_lengths_of_letters_and_windows_are_refused_by_name(unit: str) -> None:
    with pytest.raises(Unprintable) as caught:
        drawing_of(svg(f'<rect width="2{unit}" height="5"/>'), MOST)
    assert (caught.value.code, caught.value.values["what"]) == ("logo-svg", f"2{unit}")


@pytest.mark.parametrize("number", ["inf", "nan", "1e999"])
def test_numbers_that_are_none_are_refused(number: str) -> None:
    with pytest.raises(Unprintable):
        drawing_of(svg(f'<rect width="{number}" height="5"/>'), MOST)


def test_rules_are_counted_by_what_it_takes_to_match_them() -> None:
    sheet = "<style>a b c d e f {fill:red}</style>"
    assert code(svg(sheet, "<g/>" * 200), lambda raw: cascade(elements_of(raw))) == "logo-busy"
    many = ", ".join(f".cls-{i}" for i in range(200))
    cascade(elements_of(svg(f"<style>{many} {{fill:red}}</style>", "<g/>" * 200)))


def test_variables_that_hold_each_other_are_refused() -> None:
    style = "--a:var(--b);--b:var(--a);fill:var(--a)"
    assert code(svg(f'<rect width="9" height="9" style="{style}"/>')) == "logo-busy"


@pytest.mark.parametrize("start", ["", "\ufeff", '<?xml version="1.0"?>\n<!-- x -->\n'])
def test_an_svg_is_known_by_its_start(start: str) -> None:
    assert is_svg(start.encode() + svg())
    assert not is_svg(b"a logo")


def test_dashes_are_counted_by_the_lines_they_are_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    line = '<path d="M0 0h90" stroke="red" stroke-dasharray="{}"/>'
    cost.check(plain(elements_of(svg(line.format("1 2")))))
    assert code(svg(line.format("0.001"))) == "logo-busy"


def test_what_needs_a_sheet_of_its_own_is_counted() -> None:
    effect = '<filter id="f"><feOffset/><feGaussianBlur/></filter><rect width="9" height="9" filter="url(#f)"/>'
    layer = '<g opacity=".5"><rect width="9" height="9"/></g>'
    for parts, most in ((effect, 16), (layer, 80)):
        cost.check_layers(plain(elements_of(svg(parts * most))))
        assert code(svg(parts * (most + 1))) == "logo-busy"
