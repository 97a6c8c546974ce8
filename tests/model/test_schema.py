import copy
import pickle
import pkgutil
from collections.abc import Iterator
from importlib import import_module
from typing import Annotated

import pytest

from kit.diagnostics import Mark
from kit.model import schema
from kit.model.schema.base import fields
from kit.model.schema.check import check
from kit.model.schema.kind import Kind, Length
from kit.model.schema.reader import Reading
from kit.model.schema.shape import Word, shape, shapes
from kit.model.text.spans import Text
from kit.model.text.typography import Typography
from kit.model.yaml.node import Leaf
from kit.model.yaml.source import parse
from tests.conftest import CONTENT

MODELS = [schema.Kit, schema.Steps, schema.Sectors, schema.Packs, *schema.SHEETS.values()]


def sector(examples: str) -> schema.Sector:
    found, problems = check(
        schema.Sector, parse(f"key: a\nname: A\nhalf: either\nexamples:\n{examples}", "f.yaml"), Reading()
    )
    assert found, problems
    return found


def test_examples_are_joined_as_they_are_printed() -> None:
    text = sector("  - a\n  - b\n  - group: [c, d]\n  - label: label\n    group: [e, f]\n  - g\n").printed_examples
    assert text.plain == "a, b; c, d; label: e, f; g"
    assert text.mark == Mark("f.yaml", 5, 5, "examples[0]")


def test_examples_may_begin_with_a_group() -> None:
    assert sector("  - label: x\n    group: [e]\n").printed_examples.plain == "x: e"


def timing(start: str, *minutes: int) -> schema.Timing:
    rows = "".join(f"  - {{minutes: {count}, name: a, text: b}}\n" for count in minutes)
    text = f'head: a\nhint: b\nstart: {start}\nduration: "{{minuten}} min"\nend: c\nrows:\n{rows}'
    found, problems = check(schema.Timing, parse(text, "f.yaml"), Reading())
    assert found, problems
    return found


def test_clock_times_follow_from_the_start_and_the_minutes() -> None:
    assert timing("0:00", 10, 15, 20).clock == ("0:00", "0:10", "0:25", "0:45")
    assert timing("13:30", 45, 20).clock == ("13:30", "14:15", "14:35")
    assert timing("23:50", 20).clock == ("23:50", "0:10")
    assert timing("9:05", 45, 20).total == 65


def test_a_sheet_is_named_after_its_file() -> None:
    text = "layout: a\nfragment: c1\nbookmark: b\ntitle: c\n"
    found, _ = check(schema.Sheet, parse(text, "f.yaml"), Reading("canvas-9"))
    assert found
    assert found.name == "canvas-9"
    assert "name" not in fields(schema.Sheet)


def test_content_cannot_be_changed() -> None:
    found, _ = check(schema.Headed, parse("head: a\nhint: b\n", "f.yaml"), Reading())
    assert found
    with pytest.raises(AttributeError):
        found.head = Text.of("c")  # type: ignore[misc]
    with pytest.raises(AttributeError):
        del found.head
    assert found.head.plain == "a"


def test_parts_that_say_the_same_are_the_same() -> None:
    one, other = (
        schema.Headed(head=Text.of("a"), hint=Text.of("b")),
        schema.Headed(head=Text.of("a"), hint=Text.of("b")),
    )
    assert (one, hash(one), repr(one)) == (other, hash(other), repr(other))
    assert one != schema.Headed(head=Text.of("a"), hint=Text.of("c"))
    assert one != schema.LetteredHint(head=Text.of("a"), hint=Text.of("b"), letter=Text.of("c"))
    assert copy.deepcopy(one) == pickle.loads(pickle.dumps(one)) == one


def test_a_part_is_whole() -> None:
    assert schema.Printer().duplex_shift == (0, 0)
    with pytest.raises(TypeError, match="hint"):
        schema.Headed(head=Text.of("a"))  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="foot"):
        schema.Printer(foot=Text.of("a"))  # type: ignore[call-arg]


def test_a_count_of_one_has_words_of_its_own() -> None:
    found, problems = check(schema.Counted, parse('one: 1 blad\nmany: "**{n}** bladen"\n', "f.yaml"), Reading())
    assert found, problems
    assert [found.of(n).plain for n in (0, 1, 2, 2400)] == ["0 bladen", "1 blad", "2 bladen", "2400 bladen"]
    assert [found.of(n).mark for n in (1, 2)] == [Mark("f.yaml", 1, 6, "one"), Mark("f.yaml", 2, 7, "many")]


def every(model: type[schema.Content]) -> Iterator[type[schema.Content]]:
    for one in model.__subclasses__():
        yield one
        yield from every(one)


def test_of_every_key_is_told_what_it_may_hold() -> None:
    for found in pkgutil.walk_packages(schema.__path__, "kit.model.schema."):
        import_module(found.name)
    models = list(every(schema.Content))
    assert len(models) > 100
    for model in models:
        assert list(shapes(model)) == list(fields(model)) != []


def test_a_kind_without_a_reader_is_no_kind() -> None:
    with pytest.raises(KeyError):
        shape(Annotated[str, Kind("none")])


@pytest.mark.parametrize(
    "annotation",
    [str, Annotated[str, "a word"], schema.Headed | schema.Counted, Annotated[schema.Headed, Length(1)]],
)
def test_what_cannot_be_told_is_no_shape(annotation: object) -> None:
    with pytest.raises(TypeError):
        shape(annotation)


@pytest.mark.parametrize("model", MODELS)
def test_every_layout_name_is_that_of_its_model(model: type[schema.Content]) -> None:
    names = tuple(name for name, found in schema.SHEETS.items() if found is model)
    assert not names or shapes(model)["layout"] == Word(names)


@pytest.mark.parametrize("address", ["https://a.be", "http://toolkitoptil.be/x.html?a=b", "https://a.be/"])
def test_web_addresses(address: str) -> None:
    text = f"base_url: {address}\nreport: {{title: a, text: b, url: }}\n"
    found, problems = check(schema.Digital, parse(text, "f.yaml"), Reading())
    assert found, problems
    assert (found.base_url.plain, found.report.url) == (address, None)


@pytest.mark.parametrize("address", ["a.be", "https://a", "https://a.be/één", "ftp://a.be", "https://a b.be", "https:"])
def test_what_is_no_web_address(address: str) -> None:
    text = f'base_url: "{address}"\nreport: {{title: a, text: b}}\n'
    _, problems = check(schema.Digital, parse(text, "f.yaml"), Reading())
    assert [problem.code for problem in problems] == ["bad-url"]


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("#00695F", "accent-comment"),
        ("", "accent-comment"),
        ('"#00695F"', ""),
        ("00695f", ""),
        ("green", "bad-colour"),
        ('"#069"', "bad-colour"),
        ('"#00695F80"', "bad-colour"),
        ('"#949494"', ""),
        ('"#999999"', "accent-faint"),
        ("[1]", "expects-text"),
    ],
)
def test_a_colour_stands_out_on_paper(typed: str, code: str) -> None:
    found, problems = check(schema.Organisation, parse(f"name: De Kring\naccent: {typed}\n", "f.yaml"), Reading())
    assert [problem.code for problem in problems] == [code] * bool(code)
    assert bool(found) == (not code)


def test_a_colour_that_is_too_faint_is_told_with_the_nearest_that_is_not() -> None:
    _, problems = check(schema.Organisation, parse('name: De Kring\naccent: "#F28C00"\n', "f.yaml"), Reading())
    assert dict(problems[0].values) == {"found": "#F28C00", "ratio": 2.4, "near": "#AF6400"}
    assert problems[0].mark == Mark("f.yaml", 2, 9, "accent")


def test_a_text_knows_where_it_stands() -> None:
    found, _ = check(schema.Headed, parse("head: a\nhint: b **c**\n", "f.yaml"), Reading())
    assert found
    assert found.hint.mark == Mark("f.yaml", 2, 7, "hint")
    assert Leaf("a", Mark("f", 1, 1)).text == "a"


def test_a_text_without_end_is_refused_at_once() -> None:
    _, problems = check(schema.Headed, parse(f"head: a\nhint: a {'* ' * 200_000}\n", "f.yaml"), Reading())
    assert [problem.code for problem in problems] == ["text-endless"]


def test_what_was_checked_before_is_the_same_and_its_texts_are_told_again() -> None:
    source = parse((CONTENT / "nl" / "steps.yaml").read_text(encoding="utf-8"), "steps.yaml")
    first, again = Reading(), Reading()
    found, _ = check(schema.Steps, source, first)
    assert check(schema.Steps, source, again)[0] is found is not None
    assert [leaf.text for leaf in again.texts] == [leaf.text for leaf in first.texts] != []
    assert check(schema.Steps, source, Reading("another"))[0] is not found
    assert check(schema.Steps, source, Reading(typography=Typography(units=("b",))))[0] is not found
