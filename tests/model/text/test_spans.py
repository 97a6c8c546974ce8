"""Texts with values in them, and texts behind each other: each part knows where it stands in the content."""

from kit.diagnostics import Mark
from kit.model.text.spans import Span, Text, joined

HERE = Mark("sheet.yaml", 1, 1)
LIST = Mark("deelnemers.csv", 7, 3)


def test_a_number_becomes_part_of_the_letters() -> None:
    assert Text.of("{n} van {m}", HERE).fill(n=1, m=2) == Text.of("1 van 2", HERE)


def test_a_name_that_nobody_fills_stays() -> None:
    assert Text.of("{n} van {m}").fill(n=1).plain == "1 van {m}"


def test_a_text_without_a_place_becomes_part_of_the_letters() -> None:
    assert Text.of("bij {gemeente}", HERE).fill(gemeente=Text.of("Lier")) == Text.of("bij Lier", HERE)


def test_a_text_with_a_place_keeps_it() -> None:
    filled = Text((Span("bij {naam}, daar", bold=True),), HERE).fill(naam=Text.of("Ö", LIST))
    assert filled.spans == (Span("bij ", True), Span("Ö", True, mark=LIST), Span(", daar", True))
    assert filled.mark == HERE


def test_what_is_filled_in_is_not_filled_again() -> None:
    assert Text.of("{n} {m}").fill(n="{m}", m=2).plain == "{m} 2"
    assert Text.of("{n} {m}").fill(n=Text.of("{m}", LIST), m=2).plain == "{m} 2"


def test_a_text_keeps_its_bold_letters() -> None:
    value = Text((Span("a"), Span("b", bold=True)))
    assert Text.of("{x}.").fill(x=value).spans == (Span("a"), Span("b", bold=True), Span("."))


def test_texts_behind_each_other() -> None:
    both = joined((Text.of("a", HERE), Text.of("b", LIST)), ", ")
    assert both == Text((Span("a", mark=HERE), Span(", "), Span("b", mark=LIST)), HERE)
    assert joined(()).plain == ""
