"""Lists as they come: from every program and form, in every encoding, with what people leave in them.

Beside each list in ``lists`` stands what a facilitator reads of it, in Dutch: what it was taken for, who is in it, then
what is said. All of them are made up. ``--update-goldens`` writes these texts anew: read what changed.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kit.cli import understood_lines
from kit.diagnostics import Diagnostic, KitError
from kit.messages.catalogue import Messages, placeholders
from kit.messages.report import lines
from kit.model import catalogue
from kit.model.lists import actors, participants
from kit.model.lists.understood import Understood
from kit.model.places.lookup import Lookup
from kit.model.places.municipalities import load
from kit.model.workshop.tables import Participant
from tests.conftest import CONTENT

LISTS = Path(__file__).parent / "lists"
FILES = sorted(file.name for file in LISTS.iterdir() if file.suffix != ".expected")
LOOKUP = Lookup(load(CONTENT))
SECTORS = catalogue.load(CONTENT, "nl").sectors
DUTCH, ENGLISH = Messages.load("nl"), Messages.load("en")


def told(file: Path) -> Iterator[str]:
    """All that there is to say of a list, and who is in it."""
    heard: list[Understood] = []
    people: list[str] = []
    said: tuple[Diagnostic, ...]
    try:
        if file.name.startswith("actors"):
            known = actors.read(file, LOOKUP, SECTORS, heard.append)
            people = [
                f"{actor.name.plain} | {actor.municipality.name} | {actor.sector} | {half}"
                for (_, half), listed in known.actors.items()
                for actor in listed
            ]
            said = known.notes
        else:
            found = participants.read(file, LOOKUP, heard.append)
            people, said = list(map(shown, found.participants)), found.notes
    except KitError as error:
        said = error.diagnostics
    for understood in heard:
        yield from understood_lines.lines(understood, DUTCH)
    yield from people
    yield from lines(said, DUTCH)
    for one in said:
        assert placeholders(ENGLISH.table[one.code]["message"]) <= one.values.keys()


def shown(person: Participant) -> str:
    parts = (person.name, person.organisation)
    place = person.municipality.name if person.municipality else "-"
    return " | ".join([*(part.plain if part else "-" for part in parts), place, str(person.table or "-")])


@pytest.mark.parametrize("name", FILES)
def test_a_list_is_read_rightly_or_told(
    name: str, monkeypatch: pytest.MonkeyPatch, pytestconfig: pytest.Config
) -> None:
    monkeypatch.chdir(LISTS)
    expected = Path(f"{name}.expected")
    found = "\n".join(told(Path(name))) + "\n"
    if pytestconfig.getoption("--update-goldens"):
        expected.write_text(found, encoding="utf-8", newline="\n")
    assert found == expected.read_text(encoding="utf-8")


def test_there_are_many_lists_and_each_has_its_text() -> None:
    assert len(FILES) >= 60
    assert {f"{name}.expected" for name in FILES} == {file.name for file in LISTS.glob("*.expected")}
