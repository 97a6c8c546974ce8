"""What is said once of what is odd in many places."""

from kit.build.problems import by_letter, merged
from kit.diagnostics import Diagnostic, Mark, Severity


def replaced(letters: str, line: int, family: str = "Poppins", sheet: str = "Canvas 1") -> Diagnostic:
    values = {"letter": letters, "text": f"naam {line}", "family": family, "sheet": sheet}
    code = "letters-replaced" if " " in letters else "letter-replaced"
    return Diagnostic(code, values, Mark("lijst.csv", line, 1), Severity.WARNING)


def test_a_letter_in_another_font_is_told_once_with_all_that_it_is_of() -> None:
    found = by_letter(
        [
            replaced("Ж а", 2),
            replaced("а", 3),
            replaced("Ж", 3, "Fira Sans Condensed", "Tafelkaart, Canvas 1"),
        ]
    )
    assert [(one.code, one.values["letter"], one.mark and one.mark.line) for one in found] == [
        ("letter-replaced", "Ж", 2),
        ("letter-replaced", "а", 2),
    ]
    assert found[0].values == {
        "letter": "Ж",
        "text": "naam 2",
        "family": "Poppins, Fira Sans Condensed",
        "sheet": "Canvas 1, Tafelkaart",
    }


def test_all_else_is_told_as_it_was() -> None:
    missing = Diagnostic("letter-missing", {"letter": "س", "text": "سميرة"}, Mark("lijst.csv", 4, 1))
    many = replaced("丧 严 … (+ 10)", 5)
    assert by_letter([missing, many]) == [missing, many]


def test_what_is_merged_stays_so() -> None:
    assert len(by_letter(merged([replaced("Ж", 2), replaced("Ж", 2, sheet="Canvas 2")]))) == 1
