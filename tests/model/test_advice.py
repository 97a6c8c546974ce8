"""Advice on the language: what is said of which text, and where.

In ``tests/advised`` each file of texts has another beside it with the advice: ``line:column code: what it is about``.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.diagnostics import Diagnostic, Mark, Severity
from kit.messages.catalogue import Messages
from kit.model.advice import Rules, advice, rules_of
from kit.model.loader import load
from kit.model.yaml.node import Leaf, Node
from kit.model.yaml.source import parse
from tests.conftest import CONTENT

ADVISED = Path(__file__).parents[1] / "advised"
DUTCH = rules_of("nl")


def leaves(node: Node | None) -> Iterator[Leaf]:
    match node:
        case Leaf():
            yield node
        case dict() | list():
            for part in node.values() if isinstance(node, dict) else node:
                yield from leaves(part)


def advised(text: str, rules: Rules = DUTCH) -> list[Diagnostic]:
    """The advice on all texts of a file."""
    found = [one for leaf in leaves(parse(text, "x.yaml").mapping) for one in advice(leaf, rules)]
    return sorted(found, key=lambda one: (one.mark or Mark("", 0, 0), one.code))


def told(one: Diagnostic) -> str:
    assert one.mark
    said = one.values.get("found", one.values.get("count"))
    said = f"{one.values['count']} words, {said}" if one.code == "advice-sentence" else said
    instead = f" -> {one.values['instead']}" if "instead" in one.values else ""
    return f"{one.mark.line}:{one.mark.column} {one.code}: {said}{instead}"


@pytest.mark.parametrize("case", sorted(file.stem for file in ADVISED.glob("*.yaml")))
def test_each_text_gets_the_advice_beside_it(case: str) -> None:
    text = (ADVISED / f"{case}.yaml").read_text(encoding="utf-8")
    expected = (ADVISED / f"{case}.txt").read_text(encoding="utf-8").splitlines()
    assert [told(one) for one in advised(text)] == expected


@pytest.mark.parametrize("language", ["nl", "en"])
def test_all_advice_has_words_and_says_what_to_write_instead(language: str) -> None:
    words = Messages.load(language)
    found = [one for file in ADVISED.glob("*.yaml") for one in advised(file.read_text(encoding="utf-8"))]
    assert {one.code for one in found} == {code for code in words.table if code.startswith("advice-")}
    for one in found:
        assert one.severity is Severity.ADVICE
        assert words.extra(one.code, "hint", one.values) or words.extra(one.code, "expected", one.values)


@pytest.mark.parametrize(
    ("code", "forms"), [("advice-word", DUTCH.words), ("advice-abbreviation", DUTCH.abbreviations)], ids=lambda _: ""
)
def test_every_form_is_found_and_what_to_write_instead_needs_no_advice(code: str, forms: dict[str, str]) -> None:
    for form, instead in forms.items():
        (found,) = advised(f"x: en {form} dan")
        assert (found.code, found.values["found"], found.values["instead"]) == (code, form, instead)
        assert found.mark == Mark("x.yaml", 1, 7, "x")
        assert advised(f"x: {instead}") == []


def test_there_is_enough_advice() -> None:
    assert len(DUTCH.words) > 300
    assert len(DUTCH.abbreviations) > 100


def test_a_language_without_a_file_gets_what_goes_for_all() -> None:
    text = "x: indien  'je' logo's d.w.z. op www.vlaanderen.be"
    assert [one.code for one in advised(text, rules_of("fr"))] == ["advice-spaces", "advice-web"]


STYLES = {
    "plain": "x: {}",
    "single": "x: '{}'",
    "double": 'x: "{}"',
    "folded": "x: >\n  {}",
    "literal": "x: |\n  {}",
    "list": "x:\n  - y\n  - {}",
    "flow": "x: [y, {}]",
}
FILLER = st.lists(st.sampled_from(["een", "de", "n", "d", "in", "als", "je", "Ş", "你"]), max_size=8).map(" ".join)


@given(st.sampled_from(sorted(STYLES)), FILLER, st.sampled_from(sorted(DUTCH.words)), FILLER)
def test_advice_is_at_the_very_word_however_the_text_is_written(style: str, before: str, word: str, after: str) -> None:
    text = STYLES[style].format(f"q {before} {word} {after} q".replace("  ", " "))
    found = [one for one in advised(text) if one.values["found"] == word]
    assert found
    for one in found:
        assert one.mark
        line = text.split("\n")[one.mark.line - 1]
        assert line[one.mark.column - 1 :].startswith(word)
        assert not re.match(r"\w", line[one.mark.column - 2])


@given(st.text(st.sampled_from("ab 'i\"n.d*e_\n{|}(:5m.t…’-"), max_size=60))
def test_no_text_breaks_the_advice(text: str) -> None:
    leaf = Leaf(text, Mark("x.yaml", 1, 1), text)
    assert all(one.mark for one in advice(leaf, DUTCH))


def test_the_texts_that_come_with_the_kit_need_no_advice() -> None:
    texts = load(CONTENT, "nl").texts
    assert len({leaf.mark for leaf in texts}) == len(texts) > 400
    assert [told(one) for leaf in texts for one in advice(leaf, DUTCH)] == []
