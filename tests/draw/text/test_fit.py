"""The fitter against invented metrics: each letter is half its size wide, so a test can count letters."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.diagnostics import Mark
from kit.draw.look.theme import BLACK, Font, TextStyle
from kit.draw.text.fit import MM_PER_POINT, FittedText, Overflow, fit_text
from kit.draw.text.words import missing_letters, replaced_letters
from kit.model.text.spans import Span, Text

STYLE = TextStyle("test", Font("Poppins", 400), 10, 8, 5, 0, BLACK)
LETTER = 10 * MM_PER_POINT / 2


class Halves:
    """Every letter is half as wide as the text is tall; condensed ones a tenth narrower."""

    def width(self, text: str, font: Font, size: float) -> float:
        share = 0.45 if font.family == "Fira Sans Condensed" else 0.5
        return len(text) * size * MM_PER_POINT * share

    def covers(self, text: str, font: Font) -> bool:
        return "☐" not in text and (not set("ш→") & set(text) or font.family != "Poppins")


def fitted(text: Text | str, letters: float, lines: int = 1, style: TextStyle = STYLE) -> FittedText:
    found = fit_text(text if isinstance(text, Text) else Text.of(text), style, letters * LETTER, Halves(), lines=lines)
    assert isinstance(found, FittedText)
    return found


def overflow(text: str, letters: float, lines: int = 1, style: TextStyle = STYLE) -> Overflow:
    found = fit_text(Text.of(text), style, letters * LETTER, Halves(), lines=lines)
    assert isinstance(found, Overflow)
    return found


def plain(text: FittedText) -> list[str]:
    return [line.plain for line in text.lines]


def test_it_breaks_at_spaces() -> None:
    assert plain(fitted("een twee drie vier vijf", 14, lines=2)) == ["een twee drie", "vier vijf"]


def test_it_keeps_no_break_spaces_and_hyphens_together() -> None:
    assert plain(fitted("kaart op 100\u00a0% printen nu", 12, lines=3))[1] == "100 % printen"[:5]
    assert plain(fitted("zorg en\u00a0\u2011organisatie erbij", 15, lines=3))[1].startswith("en -organisatie")


def test_it_breaks_after_a_hyphen_only_when_the_word_is_too_wide() -> None:
    assert plain(fitted("dag niet-culturele", 16, lines=2)) == ["dag", "niet-culturele"]
    style = replace(STYLE, minimum=10)
    assert plain(fitted("Beveren-Kruibeke-Zwijndrecht", 18, lines=2, style=style)) == [
        "Beveren-Kruibeke-",
        "Zwijndrecht",
    ]


def test_a_word_that_stands_in_two_places_of_the_content_breaks_as_any_other() -> None:
    text = Text((Span("Beveren-Kruibeke-Zwijndrecht", mark=Mark("list.csv", 2, 1)), Span(", ja")))
    style = replace(STYLE, minimum=10)
    assert plain(fitted(text, 18, lines=2, style=style)) == ["Beveren-Kruibeke-", "Zwijndrecht, ja"]


def test_a_listed_break_point_shows_a_hyphen_only_where_it_is_used() -> None:
    word = "netwerk\u00aduitbouwen"
    style = replace(STYLE, minimum=10)
    assert plain(fitted(word, 12, lines=2, style=style)) == ["netwerk-", "uitbouwen"]
    assert plain(fitted(word, 20, style=style)) == ["netwerkuitbouwen"]


def test_a_forced_break_always_breaks() -> None:
    assert plain(fitted("een\ntwee", 40, lines=2)) == ["een", "twee"]


def test_it_shrinks_by_a_quarter_of_a_point_and_no_further_than_needed() -> None:
    text = fitted("tien lette", 9.8)
    assert text.style.size == 9.75
    assert text.style.font.family == "Poppins"


def test_the_condensed_family_is_the_last_resort() -> None:
    text = fitted("tien lette", 7.9)
    assert text.style.font.family == "Fira Sans Condensed"
    assert text.style.size == 8.75


def test_what_does_not_fit_says_by_how_many_mm() -> None:
    found = overflow("tien lette", 5)
    assert found.direction == "wide"
    assert found.excess == pytest.approx(10 * 8 * MM_PER_POINT * 0.45 - 5 * LETTER)
    tall = overflow("een twee drie vier vijf zes zeven acht negen", 12, lines=2)
    assert tall.direction == "high"
    assert tall.excess / 5 == pytest.approx(round(tall.excess / 5))


def test_no_paragraph_ends_in_one_word_when_a_narrower_measure_helps() -> None:
    text = "aaaa bbbb cccc dddd eeee ffff gggg"
    assert plain(fitted(text, 31, lines=2))[1] != "gggg"
    assert len(fitted(text, 31, lines=2).lines) == 2


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Hoe kan dat helpen? Wat levert het op?", "Hoe kan dat helpen?"),
        ("begeleider, 2,5 uur, 8 tot 24 mensen", "begeleider, 2,5 uur,"),
        ("Gemeenschapshuis De Kring, in Lier", "Gemeenschapshuis"),
    ],
)
def test_no_line_ends_in_the_first_word_of_a_sentence_a_clause_or_a_name(text: str, first: str) -> None:
    assert plain(fitted(text, 24, lines=2)) == [first, text.removeprefix(f"{first} ")]


def test_no_line_is_added_for_that() -> None:
    assert plain(fitted("aaaa bbbb. Cccc dddd eeee ffff", 16, lines=3)) == ["aaaa bbbb. Cccc", "dddd eeee ffff"]


def test_bold_words_keep_their_cut_and_the_gap_before_them() -> None:
    text = Text((Span("een "), Span("vette", bold=True), Span(" kaart")))
    (line,) = fitted(text, 40).lines
    assert [(run.text, run.font.weight) for run in line.runs] == [("een ", 400), ("vette ", 600), ("kaart", 400)]
    assert line.runs[1].x == pytest.approx(4 * LETTER)


def test_a_word_may_change_its_cut_halfway() -> None:
    text = Text((Span("vet", bold=True), Span("gedrukt, ja")))
    assert [line.plain for line in fitted(text, 40).lines] == ["vetgedrukt, ja"]


def test_tracking_counts_between_letters_but_not_behind_the_last() -> None:
    style = replace(STYLE, tracking=1)
    assert fitted("STAP", 40, style=style).width == pytest.approx(4 * LETTER + 3 * MM_PER_POINT)


def test_a_missing_letter_is_set_in_fira_sans_or_reported() -> None:
    text = Text.of("aшb☐")
    assert missing_letters(text, STYLE, Halves()) == ("☐",)
    assert replaced_letters(text, STYLE, Halves()) == ("ш",)


def runs(text: Text | str) -> list[tuple[str, str]]:
    return [(run.text, run.font.family) for run in fitted(text, 30).lines[0].runs]


def test_a_name_with_a_missing_letter_is_whole_in_the_font_that_has_it() -> None:
    assert runs("aшb ab") == [("aшb ab", "Fira Sans")]
    assert runs(Text((Span("van "), Span("aшb ab")))) == [("van ", "Poppins"), ("aшb ab", "Fira Sans")]
    assert runs("aшb☐") == [("a", "Poppins"), ("ш", "Fira Sans"), ("b", "Poppins"), ("☐", "Fira Sans")]


def test_a_missing_sign_stands_in_by_itself() -> None:
    assert runs("a → b") == [("a ", "Poppins"), ("→ ", "Fira Sans"), ("b", "Poppins")]


words = st.lists(st.text(st.sampled_from("abcdefg-é"), min_size=1, max_size=14), min_size=1, max_size=30)


@given(words, st.floats(5, 60), st.integers(1, 9))
def test_what_fits_stays_in_its_box_and_loses_no_letter(parts: list[str], letters: float, lines: int) -> None:
    text = Text.of(" ".join(parts))
    found = fit_text(text, STYLE, letters * LETTER, Halves(), lines=lines)
    shown = found if isinstance(found, FittedText) else found.fitted
    assert "".join(plain(shown)).replace(" ", "") == text.plain.replace(" ", "")
    if isinstance(found, FittedText):
        assert len(found.lines) <= lines
        assert found.width <= letters * LETTER + 1e-6
        assert found.style.size >= STYLE.minimum
    else:
        assert found.excess > 0
