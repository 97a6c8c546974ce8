"""What a sheet says, its code, and how a file carries it."""

import zlib
from base64 import b64encode
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.model.catalogue import Catalogue
from kit.model.printed import Printed, decoded, encoded, printed
from kit.model.schema import Kit
from kit.model.text.spans import Text
from tests.conftest import SHEETS, replaced, shipped

WORDS = st.dictionaries(st.text(), st.text(), max_size=9)
SAYINGS = st.dictionaries(st.text(), st.builds(Printed, st.text(), WORDS, st.text()), max_size=5)


def kit(**values: object) -> Catalogue:
    return replace(shipped(), kit=replaced(shipped().kit, **values))


def codes(catalogue: Catalogue) -> dict[str, str]:
    return {name: printed(catalogue, sheet).code for name, sheet in catalogue.sheets.items()}


def test_the_sheets_have_different_codes_of_four_signs() -> None:
    found = codes(shipped())
    assert tuple(found) == SHEETS
    assert len(set(found.values())) == len(SHEETS)
    assert all(len(code) == 4 and set(code) <= set("0123456789abcdef") for code in found.values())


def test_a_place_names_the_file_of_what_several_sheets_share() -> None:
    said = printed(shipped(), shipped().sheets["inspiratielijst"]).words
    assert said["kit.yaml: digital.base_url"] == "https://toolkitoptil.be/netwerkuitbouwen.html#i"
    assert said["sectors.yaml: clusters[0].name"] == shipped().sectors.clusters[0].name.plain
    assert said["legend.pin"] == "schrijf hier een partner uit je eigen streek"
    assert not any("footer" in place or "bookmark" in place for place in said)
    steps = printed(shipped(), shipped().sheets["canvas-1"]).words
    assert steps["steps.yaml: steps[0].digit"] == "1"


def test_the_version_and_what_stands_in_a_footer_do_not_change_a_code() -> None:
    new = kit(version=Text.of("2.0"), version_line=Text.of("{code}"), organisation=None, author=Text.of("wij"))
    assert codes(new) == codes(shipped())
    assert {printed(new, sheet).version for sheet in new.sheets.values()} == {"2.0"}
    title = codes(kit(title=Text.of("Een andere naam")))
    assert {name for name in SHEETS if title[name] != codes(shipped())[name]} == {"bollenschema"}


def test_what_holds_words_together_is_not_seen() -> None:
    sheet = shipped().sheets["werkwijze"]
    plain = replaced(sheet, title=Text.of("Zo werkt het - samen"))
    held = replaced(sheet, title=Text.of("Zo\u00a0werkt\nhet \u2011 sa\u00admen"))
    assert printed(shipped(), plain) == printed(shipped(), held)


def test_a_tile_that_is_not_there_says_nothing() -> None:
    report = shipped().kit.digital.report
    assert report.url is None
    other = replaced(report, title=Text.of("Een ander rapport"))
    digital = shipped().kit.digital
    bare, other_bare = (replaced(one, without_url=None) for one in (report, other))
    without = codes(kit(digital=replaced(digital, report=bare)))
    assert codes(kit(digital=replaced(digital, report=other_bare))) == without
    # With words in the place of an address there is a tile, and it says what it says.
    worded = codes(kit(digital=replaced(digital, report=other)))
    assert {name for name in SHEETS if worded[name] != codes(shipped())[name]} == {"inspiratielijst"}
    shown = replaced(other, url=Text.of("https://example.org"))
    found = codes(kit(digital=replaced(digital, report=shown)))
    assert {name for name in SHEETS if found[name] != codes(shipped())[name]} == {"inspiratielijst"}


def test_every_shared_text_is_there() -> None:
    workshop = shipped().workshop
    assert workshop
    for sheet in (workshop.cover, workshop.print_list, workshop.table_card, workshop.printer_test):
        assert len(printed(shipped(), sheet).words) > 5
    assert isinstance(shipped().kit, Kit)


@given(SAYINGS)
def test_a_file_carries_what_it_says(sheets: dict[str, Printed]) -> None:
    letters = encoded(sheets)
    assert letters.isascii()
    assert decoded(letters) == sheets


def packed(text: str) -> str:
    return b64encode(zlib.compress(text.encode())).decode()


@pytest.mark.parametrize(
    "letters",
    [
        "",
        "é",
        "not base64!",
        "AAAA",
        packed(""),
        packed("[]"),
        packed("3"),
        packed('{"a": 1}'),
        packed('{"a": {"version": "1", "made": "", "words": {"b": 2}}}'),
        packed('{"a": {"version": "1", "words": {}}}'),
        packed('{"a": {"version": "1", "made": "", "words": ["x"]}}'),
        packed("[" * 100_000),
        packed('{"a": "' + "x" * 2_000_000 + '"}'),
        packed("{")[:-8],
    ],
)
def test_what_was_not_written_here_is_refused(letters: str) -> None:
    with pytest.raises(ValueError):
        decoded(letters)


@given(st.text())
def test_any_other_letters_are_refused_and_no_more(letters: str) -> None:
    with pytest.raises(ValueError):
        decoded(letters)
