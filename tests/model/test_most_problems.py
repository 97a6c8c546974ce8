from kit.diagnostics import Diagnostic, Mark, Severity
from kit.model.most_problems import MOST, first


def test_of_very_many_problems_the_first_are_told_and_that_there_are_more() -> None:
    made = []

    def problem(line: int) -> Diagnostic:
        made.append(line)
        return Diagnostic("missing-key", {}, Mark("f.yaml", line, 1), Severity.ADVICE)

    few = [problem(line) for line in range(MOST)]
    assert list(first(few)) == few
    made.clear()
    *told, last = first(problem(line) for line in range(10 * MOST))
    assert told == few
    assert (last.code, last.mark, last.severity) == ("more-problems", Mark("f.yaml", MOST, 1), Severity.ADVICE)
    assert len(made) == MOST + 1, "the others are not made"
