import subprocess
import sys
from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kit.model.text.markup import Flaw, parsed, spans_of
from kit.model.text.spans import Span


def test_bold_and_italic_become_spans() -> None:
    assert spans_of("Maak een **partnerkaart** voor *elke* partner.") == (
        Span("Maak een "),
        Span("partnerkaart", bold=True),
        Span(" voor "),
        Span("elke", italic=True),
        Span(" partner."),
    )


def test_bold_in_italic_is_both() -> None:
    assert spans_of("***a***") == (Span("a", bold=True, italic=True),)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        (r"een \*ster\*", "een *ster*"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("mijn_bestand_1", "mijn_bestand_1"),
        ("meet ___ mm", "meet ___ mm"),
        ("Koor&Stem", "Koor&Stem"),
        ("a < b > c", "a < b > c"),
        ("[x]", "[x]"),
        ("#1 van #2", "#1 van #2"),
        (r"\# kop", "# kop"),
        (r"\`code\`", "`code`"),
        (r"C:\kaart", r"C:\kaart"),
        ("een\ntwee", "een\ntwee"),
        ("+ {n} op de lijst", "+ {n} op de lijst"),
        ("+ 3 op de lijst", "+ 3 op de lijst"),
        ("+32 9 123 45 67", "+32 9 123 45 67"),
        ("– zo", "– zo"),
        ("-5 graden", "-5 graden"),
        ("2,5 uur", "2,5 uur"),
        ("1.5 uur", "1.5 uur"),
        ("in 2026. Daarna", "in 2026. Daarna"),
        ("A3 of 2 × A4", "A3 of 2 × A4"),
        (">5 jaar", ">5 jaar"),
        ("Canvas 1  |  A3", "Canvas 1  |  A3"),
        ("een -- twee --- drie", "een -- twee --- drie"),
        ("ca. ~~ 5", "ca. ~~ 5"),
        ("~5", "~5"),
        (r"\- een", "- een"),
        (r"\* een", "* een"),
        (r"\+ een", "+ een"),
        (r"1\. een", "1. een"),
        (r"\> een", "> een"),
        (r"\---", "---"),
        (r"\| a | b |", "| a | b |"),
        (r"\~~a~~", "~~a~~"),
    ],
)
def test_a_mark_that_means_nothing_is_printed(text: str, printed: str) -> None:
    assert "".join(span.text for span in spans_of(text)) == printed


@pytest.mark.parametrize(
    ("text", "code", "mark", "offset"),
    [
        ("een `code`", "markdown-unknown", "`", 4),
        ("een [link](https://x.be)", "markdown-unknown", "[", 4),
        ("een ![foto](x.png)", "markdown-unknown", "![", 4),
        ("een <b>woord</b>", "markdown-unknown", "<", 4),
        ("zie <https://x.be>", "markdown-unknown", "<", 4),
        ("wij &amp; jij", "markdown-unknown", "&amp;", 4),
        ("# Kop", "markdown-heading", "#", 0),
        ("een **woord", "markdown-unpaired", "**", 4),
        ("een **woord*", "markdown-unpaired", "*", 4),
        ("een _woord", "markdown-unpaired", "_", 4),
        ("5*", "markdown-unpaired", "*", 1),
        (r"**a** \** b*", "markdown-unpaired", "*", 8),
        ("- een", "markdown-block", "-", 0),
        ("- {n} een", "markdown-block", "-", 0),
        ("* een", "markdown-block", "*", 0),
        ("+ een", "markdown-block", "+", 0),
        ("+ **een**", "markdown-block", "+", 0),
        ("een\n  - twee", "markdown-block", "-", 6),
        ("1. een", "markdown-block", ".", 1),
        ("12) een", "markdown-block", ")", 2),
        ("> een", "markdown-block", ">", 0),
        ("---", "markdown-block", "---", 0),
        ("een\n***", "markdown-block", "***", 4),
        ("een\n_ _ _", "markdown-block", "_ _ _", 4),
        ("| a | b |", "markdown-block", "|", 0),
        ("a | b\n--- | ---", "markdown-block", "--- |", 6),
        ("een ~~twee~~", "markdown-unknown", "~~", 4),
        ("a\\\n  *b", "markdown-unpaired", "*", 5),
    ],
)
def test_other_markdown_is_a_flaw_with_its_place(text: str, code: str, mark: str, offset: int) -> None:
    with pytest.raises(Flaw) as flaw:
        spans_of(text)
    assert (flaw.value.code, flaw.value.mark, flaw.value.offset) == (code, mark, offset)


@given(st.text(alphabet="ab1 *_\\`[]()<>&;#!+-.|~\n", max_size=30))
def test_whatever_is_typed_gives_spans_or_a_flaw_in_the_text(text: str) -> None:
    try:
        spans = spans_of(text)
    except Flaw as flaw:
        assert text.startswith(flaw.mark, flaw.offset)
    else:
        assert letters("".join(span.text for span in spans)) == letters(text)


def letters(text: str) -> list[str]:
    return [letter for letter in text if letter not in "*_\\ "]


PIECES = ("**", "*", "_", "\\", "a", "één", " ", "\u00a0", ".", ",", "(", ")", "–", "’", "#", "&", "amp;", "\n")


@example("**a.**b")
@example("a**b** c")
@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_the_short_way_for_bold_words_leads_where_the_parser_does(text: str) -> None:
    def outcome(read: Callable[[str], object]) -> object:
        try:
            return read(text)
        except Flaw as flaw:
            return flaw.code, flaw.mark, flaw.offset

    refused = outcome(spans_of)
    if not (isinstance(refused, tuple) and refused and refused[0] == "markdown-block"):
        assert refused == outcome(parsed) or not text


def test_a_text_with_bold_words_needs_no_parser() -> None:
    program = (
        "import sys; from kit.model.text.markup import spans_of; "
        "spans_of('**Bol** en **lijn**, zo.'); print(*sys.modules)"
    )
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True)
    assert "markdown_it" not in result.stdout.split()
