"""What `kit watch` says of each build."""

from datetime import datetime
from pathlib import Path

from kit.cli import watch_lines
from kit.diagnostics import Diagnostic
from kit.messages.catalogue import Messages
from kit.watch.watch import Made, Order, Rebuild

DUTCH = Messages.load("nl")
NOW = datetime(2026, 12, 3, 9, 5, 7)


def said(*changed: str, **of: object) -> list[str]:
    usual: dict[str, object] = {"made": (), "seconds": 0.1, "notes": (), "failed": False}
    rebuild = Rebuild(frozenset(changed), **{**usual, **of})  # type: ignore[arg-type]
    return [*watch_lines.lines(rebuild, DUTCH, NOW), *watch_lines.failure(rebuild, DUTCH)]


def test_each_file_with_its_time_and_all_together() -> None:
    made = (Made("inspiratielijst", 0.1249), Made("volledig", None))
    assert said("x/sectors.yaml", made=made, seconds=1.5) == [
        "09:05:07 bewaard: sectors.yaml",
        "inspiratielijst: 0,12 s",
        "volledig: klaar",
        "Samen 1,50 s.",
    ]


def test_nothing_made_is_said_too() -> None:
    assert said() == ["Op papier is niets veranderd."]
    assert said(mended=True) == ["De fouten zijn weg.", "Op papier is niets veranderd."]


def test_what_fails_is_counted_with_what_to_do() -> None:
    assert said("a", failed=True, notes=(Diagnostic("x"),))[1:] == [
        "1 fout.",
        "De pdf's van de vorige keer blijven staan. Verbeter de tekst en bewaar: dan bouw ik opnieuw.",
    ]


def test_of_many_files_a_few_are_named_and_letters_that_steer_a_terminal_are_shown() -> None:
    assert said("d", "c", "b", "a")[0] == "09:05:07 bewaard: a, b en 2 andere"
    assert said("c", "b", "a")[0] == "09:05:07 bewaard: a, b, c"
    assert said("\x1b[2J")[0] == r"09:05:07 bewaard: \x1b[2J"


def test_what_is_looked_at_is_told_at_the_start() -> None:
    assert watch_lines.begun(Order(content=Path("mijn-kit")), DUTCH).startswith(
        f"Ik kijk naar {Path('mijn-kit') / 'nl'} "
    )
