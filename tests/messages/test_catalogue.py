"""The catalogues say the same things in each language, and every code in the program has its words."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from kit.diagnostics import Severity
from kit.messages import catalogue as words
from kit.messages.catalogue import Messages, escaped

ROOT = Path(__file__).parents[2]
SAYING = {"Diagnostic", "Flaw", "wrong", "_report"}
PARTS = {"message", "expected", "found", "hint", "one", "example"}
ENGLISH = Messages.load("en")
CATALOGUES = [Messages.load(language) for language in words.languages()]


@pytest.mark.parametrize("catalogue", CATALOGUES, ids=words.languages())
def test_catalogues_hold_the_same_codes_parts_and_placeholders(catalogue: Messages) -> None:
    def shape(one: Messages) -> dict[str, dict[str, set[str]]]:
        return {
            code: {part: words.placeholders(said) for part, said in parts.items()} for code, parts in one.table.items()
        }

    assert shape(catalogue) == shape(ENGLISH)


@pytest.mark.parametrize("catalogue", CATALOGUES, ids=words.languages())
def test_a_table_has_a_message_and_known_parts(catalogue: Messages) -> None:
    assert {code for code, parts in catalogue.table.items() if not {"message"} <= parts.keys() <= PARTS} == set()


def strings(folder: str) -> Iterator[str]:
    for file in (ROOT / folder).rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value


def codes_of_diagnostics(folder: str) -> Iterator[tuple[str, set[str] | None]]:
    """Each code that is said, with the names of its values where these stand beside it."""
    for file in (ROOT / folder).rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(
                    func=ast.Name("Diagnostic"), args=[ast.Constant(value=str(code)), ast.Dict(keys=keys), *_]
                ):
                    names = {key.value for key in keys if isinstance(key, ast.Constant) and isinstance(key.value, str)}
                    yield code, names if len(names) == len(keys) else None
                case ast.Call(func=ast.Name(name) | ast.Attribute(attr=name), args=[ast.Constant(value=str(code)), *_]):
                    if name in SAYING:
                        yield code, None


def test_every_diagnostic_has_words() -> None:
    codes = {code for folder in ("kit", "layouts") for code, _ in codes_of_diagnostics(folder)}
    assert codes - ENGLISH.table.keys() == set()


def test_every_value_that_a_message_names_is_given() -> None:
    said = [found for folder in ("kit", "layouts") for found in codes_of_diagnostics(folder)]
    lacking = [code for code, names in said if names is not None and not message_names(code) <= names]
    assert lacking == []


def message_names(code: str) -> set[str]:
    return words.placeholders(ENGLISH.table.get(code, {}).get("message", ""))


def test_no_words_without_a_use() -> None:
    used = {text for folder in ("kit", "layouts") for text in strings(folder)}
    begun = tuple(text for text in used if text.endswith("-") and len(text) > 3)
    assert {code for code in ENGLISH.table if code not in used and not code.startswith(begun)} == set()


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "nl_BE.UTF-8"}, "nl"),
        ({"LANG": "nl_BE.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "fr_BE.UTF-8"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "nl_NL@euro"}, "nl"),
        ({"LANG": "en_GB.UTF-8", "KIT_LANG": "nl"}, "nl"),
        ({"LANG": "nl_BE.UTF-8", "KIT_LANG": "en"}, "en"),
        ({"LANG": "nl_BE.UTF-8", "KIT_LANG": ""}, "nl"),
    ],
)
def test_the_language_is_kit_lang_then_the_locale(environment: dict[str, str], language: str) -> None:
    assert words.chosen(environment) == language


def test_an_unknown_kit_lang_is_told_with_the_choices_and_the_locale_is_taken() -> None:
    environment = {"KIT_LANG": "fr", "LANG": "nl_BE.UTF-8"}
    assert words.chosen(environment) == "nl"
    (warning,) = words.unspoken(environment)
    assert warning.severity is Severity.WARNING
    assert dict(warning.values) == {"language": "fr", "choices": "en, nl"}
    assert list(words.unspoken({"KIT_LANG": "nl_BE"})) == list(words.unspoken({})) == []


def test_values_are_filled_in_and_numbers_are_written_as_the_language_does() -> None:
    table = {"decimal-sign": {"message": ","}, "long": {"message": "{text}: {mm} mm te lang"}}
    assert Messages("nl", table).say("long", text="{mm}", mm=3.4567) == "{mm}: 3,5 mm te lang"
    assert Messages("nl", table).say("long", text="", mm=0.0321) == ": 0,03 mm te lang"


def test_a_list_has_everybody_and_a_text_that_has_no_end_is_cut() -> None:
    everybody = ", ".join(f"Deelnemer {i}" for i in range(200))
    table = {"who": {"message": "{list}"}, "text": {"message": "{text}"}}
    assert Messages("nl", table).say("who", list=everybody) == everybody
    assert len(Messages("nl", table).say("who", list="x" * 100_000)) < 25_000
    assert len(Messages("nl", table).say("text", text=everybody)) < 1100


def test_an_extra_part_is_said_only_where_its_values_are_known() -> None:
    catalogue = Messages("en", {"lost": {"message": "lost", "hint": "did you mean {close}?"}})
    assert catalogue.extra("lost", "hint", {}) is None
    assert catalogue.extra("lost", "hint", {"close": "found"}) == "did you mean found?"
    assert catalogue.extra("lost", "expected", {}) is None


def test_an_unknown_code_says_itself() -> None:
    assert ENGLISH.say("never-heard-of", mm=2) == "never-heard-of {'mm': 2}"


def test_letters_that_steer_a_terminal_are_shown_not_sent() -> None:
    assert escaped("a\x1b[2J\nb\u202ec\ud800") == r"a\x1b[2J\nb\u202ec\ud800"
    assert escaped("De\u00a0Ambrassade, Şanlı, 你好") == "De\u00a0Ambrassade, Şanlı, 你好"


def test_one_is_counted_as_one() -> None:
    assert Messages.load("nl").count("count-errors", 1).startswith("1 fout.")
    assert Messages.load("nl").count("count-errors", 2).startswith("2 fouten.")


@pytest.mark.parametrize("language", words.languages())
def test_a_noun_behind_a_count_has_a_form_for_one(language: str) -> None:
    """But where there are never one, or where it is of something else."""
    never_one = {"place-ambiguous", "row-place-ambiguous", "rows-wrong", "participants-too-many", "advice-sentence"}
    never_one |= {"advice-spaces", "row-wrong", "watch-others", "made-stack"}
    counted = re.compile(r"\{(count|participants|tables|spares|actors|excess)\} (?!mm\b)[a-z]")
    lacking = {
        code
        for code, parts in Messages.load(language).table.items()
        if counted.search(parts["message"]) and "one" not in parts
    }
    assert lacking - never_one == set()
