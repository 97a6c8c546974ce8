import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.model.text.spans import Span
from kit.model.text.typography import Typography

RULES = Typography(
    keep_together=("De Ambrassade", "Denkoefening 1"), units=("%", "g", "uur"), breakpoints=("samen|werkings|verband",)
)


def bound(text: str) -> str:
    return "".join(span.text for span in RULES.bind((Span(text),))).replace("\u00a0", "~").replace("\u00ad", "|")


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("grootte (100 %), A3", "grootte (100~%), A3"),
        ("A4 160 g", "A4 160~g"),
        ("2,5 uur, 8 tot 24", "2,5~uur, 8 tot 24"),
        ("{minuten} uur", "{minuten}~uur"),
        ("100 grote vellen", "100 grote vellen"),
        ("kennis …", "kennis~…"),
        ("overleg en -organisatie", "overleg en~-organisatie"),
        ("Formaat, De Ambrassade, Bataljong", "Formaat, De~Ambrassade, Bataljong"),
        ("STAP 3 — DENKOEFENING 1", "STAP 3 — DENKOEFENING~1"),
        ("Denkoefening 12", "Denkoefening 12"),
        ("een samenwerkingsverband", "een samen|werkings|verband"),
    ],
)
def test_what_belongs_together_stays_together(typed: str, printed: str) -> None:
    assert bound(typed) == printed


def test_words_stay_together_across_bold() -> None:
    spans = RULES.bind((Span("100", bold=True), Span(" % van ")))
    assert spans == (Span("100", bold=True), Span("\u00a0% van "))


@pytest.mark.parametrize(
    ("typed", "clean"),
    [
        ("cafe\u0301", "café"),
        ("\ufeffeen", "een"),
        ("een\u202f%", "een\u00a0%"),
        ("samen\u00adwerking", "samenwerking"),
        ("een\u2011twee", "een\u2011twee"),
        ("een  \n twee \n\n", "een\n twee"),
        (" een ", "een"),
        ("een\n\n \ntwee\n\u00a0\ndrie", "een\ntwee\ndrie"),
    ],
)
def test_texts_are_clean(typed: str, clean: str) -> None:
    assert Typography.normalise(typed) == clean


@given(st.lists(st.text(alphabet="aD1 %g…-\nuremsbad", max_size=12), max_size=4))
def test_rules_change_nothing_but_spaces_and_break_points(texts: list[str]) -> None:
    spans = tuple(Span(text, bold=index % 2 == 0) for index, text in enumerate(texts))
    placed = RULES.bind(spans)
    plain = [span.text.replace("\u00a0", " ").replace("\u00ad", "") for span in placed]
    assert plain == texts
    assert [span.bold for span in placed] == [span.bold for span in spans]
