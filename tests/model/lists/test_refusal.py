"""What is wrong with the rows of a list, told together."""

from __future__ import annotations

from kit.diagnostics import Mark, Severity
from kit.model.lists.refusal import problem_in, refusal
from kit.model.most_problems import MOST
from tests.model.lists.test_table import assert_words


def test_a_refusal_counts_rows_and_not_problems() -> None:
    mark = Mark("map/lijst.csv", 2, 1)
    one, same, other = (problem_in(row, "row-empty", mark, column="naam") for row in (2, 2, 3))
    assert one.values == {"file": "lijst.csv", "row": 2, "column": "naam"}
    for problems, expected in (((one, same), ("row-wrong", 1)), ((one, same, other), ("rows-wrong", 2))):
        total, *rest = refusal(problems).diagnostics
        assert (total.code, total.values["count"], total.severity) == (*expected, Severity.WARNING)
        assert rest == list(problems)
        assert_words((total,))


def test_of_very_many_problems_the_first_are_told() -> None:
    mark = Mark("map/lijst.csv", 2, 1)
    problems = [problem_in(row, "row-empty", mark, column="naam") for row in range(MOST + 5)]
    told = refusal(problems).diagnostics
    assert list(told[:-1]) == problems[:MOST]
    assert told[-1].code == "more-problems"
    assert_words(told)


def test_what_many_rows_share_and_nobody_understands_is_told_once() -> None:
    rows = {5: "Heist", 6: "Sint-Nikolaas", 35: "Heist", 65: "Heist"}
    problems = [
        problem_in(row, "row-place-unknown", Mark("lijst.csv", row, 7, f"C{row}"), query=place)
        for row, place in rows.items()
    ]
    total, *told = refusal(problems).diagnostics
    assert (total.values["count"], total.values["list"]) == (4, "5, 6, 35, 65")
    assert [(one.values["query"], one.values["row"]) for one in told] == [
        ("Heist", "5, 35, 65"),
        ("Sint-Nikolaas", 6),
    ]
    assert told[0].mark == problems[0].mark
    assert_words(tuple(told))


def test_cells_that_are_empty_are_told_each() -> None:
    problems = [problem_in(row, "row-empty", Mark("lijst.csv", row, 1), column="naam") for row in (2, 3)]
    assert [one.values["row"] for one in refusal(problems).diagnostics[1:]] == [2, 3]
