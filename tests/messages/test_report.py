"""How problems are written down, for people and for programs, and when the progress bar shows itself."""

import io
import json

import pytest

from kit.cli.progress import PATIENCE, progress
from kit.diagnostics import Diagnostic, Mark, Severity, Value
from kit.messages import report
from kit.messages.catalogue import Messages

WORDS = Messages.load("nl")


def lines(*diagnostics: Diagnostic) -> list[str]:
    return list(report.lines(diagnostics, WORDS))


def test_a_problem_has_its_place_its_path_and_what_else_is_known() -> None:
    values: dict[str, Value] = {"text": "Te veel woorden", "excess": 3.24, "sheet": "canvas-1"}
    assert lines(Diagnostic("text-too-wide", values, Mark("nl/kit.yaml", 12, 3, "steps[2].head"))) == [
        "nl/kit.yaml:12:3: fout: De tekst is 3,2 mm te breed voor zijn plaats.",
        "    plaats: steps[2].head",
        "    op: canvas-1",
        "    gevonden: Te veel woorden",
        "    tip: kort de tekst in",
    ]


def test_problems_come_in_the_order_of_their_places() -> None:
    marks = [Mark("b.yaml", 1, 1), None, Mark("a.yaml", 10, 1), Mark("a.yaml", 9, 7), Mark("a.yaml", 9, 5)]
    said = lines(*(Diagnostic("usage-other", {"reason": "!"}, mark) for mark in marks))
    assert [line.partition(" fout")[0] for line in said] == [
        "fout: !",
        "a.yaml:9:5:",
        "a.yaml:9:7:",
        "a.yaml:10:1:",
        "b.yaml:1:1:",
    ]


@pytest.mark.parametrize(("severity", "word"), [(Severity.WARNING, "let op"), (Severity.ADVICE, "opmerking")])
def test_a_warning_is_called_so_and_is_no_error(severity: Severity, word: str) -> None:
    diagnostic = Diagnostic("usage-other", {"reason": "!"}, severity=severity)
    assert lines(diagnostic) == [f"{word}: !"]
    assert report.errors([diagnostic, Diagnostic("usage-other")]) == 1


def test_a_place_cannot_steer_the_terminal() -> None:
    said = lines(Diagnostic("usage-other", {"reason": "\x1b[1m"}, Mark("\x1b.yaml", 1, 1, "a\n.b")))
    assert said == [r"\x1b.yaml:1:1: fout: \x1b[1m", r"    plaats: a\n.b"]


def test_the_line_is_shown_with_carets_under_what_was_found() -> None:
    mark = Mark("nl/kit.yaml", 112, 8, "title")
    diagnostic = Diagnostic("no-placeholder", {"found": "{naam}"}, mark)
    assert list(report.lines([diagnostic], WORDS, lambda _: "title: {naam} en meer")) == [
        "nl/kit.yaml:112:8: fout: {naam} wordt hier niet ingevuld.",
        "    112 | title: {naam} en meer",
        "        |        ^^^^^^",
        "    plaats: title",
        "    tip: typ de tekst zonder accolades",
    ]


def test_each_part_can_have_its_colour() -> None:
    diagnostic = Diagnostic("usage-other", {"reason": "!"}, Mark("a", 1, 1, "b"), Severity.WARNING)
    said = report.lines([diagnostic], WORDS, lambda _: "x", lambda text, part: f"<{part}>{text}</>")
    assert list(said) == [
        "<place>a:1:1:</> <warning>let op:</> !",
        "    <gutter>1 |</> x",
        "    <gutter>  |</> <warning>^</>",
        "    <label>plaats: </>b",
    ]


def test_what_counts_one_is_said_in_the_singular() -> None:
    said = [lines(Diagnostic("bubbles-actors-elsewhere", {"count": count, "list": "Lier"}))[0] for count in (1, 2)]
    assert said[0] == "fout: 1 actor van de lijst staat op geen van deze bladen: die is van Lier."
    assert said[1].startswith("fout: 2 actoren van de lijst staan")


def test_the_file_of_a_row_is_named_once() -> None:
    values: dict[str, Value] = {"file": "lijst.csv", "row": 3, "column": "naam"}
    row = Diagnostic("row-empty", values, Mark("map/lijst.csv", 3, 1))
    assert lines(row)[0] == "map/lijst.csv:3:1: fout: rij 3: in de kolom naam staat niets."
    assert lines(Diagnostic("row-empty", values))[0] == "fout: lijst.csv, rij 3: in de kolom naam staat niets."
    assert [line for line in report.short_list([row] * 4, WORDS) if "rij" in line] == [
        "    rij 3: in de kolom naam staat niets."
    ] * 4


def test_what_is_counted_is_what_there_is() -> None:
    two = [Diagnostic("usage-other"), Diagnostic("usage-other", severity=Severity.ADVICE)]
    assert list(report.totals(two, WORDS)) == ["1 fout.", "1 opmerking."]
    assert list(report.totals([], WORDS)) == []


KEYS = ["code", "severity", "message", "expected", "found", "hint", "file", "line", "column", "path", "sheet"]


def test_a_program_gets_one_document_with_every_key_in_a_fixed_order() -> None:
    values: dict[str, Value] = {"text": "Te véél\x1b", "excess": 3.24, "sheet": "canvas-1"}
    wide = Diagnostic("text-too-wide", values, Mark("nl/kit.yaml", 12, 3, "steps[2].head"))
    note = Diagnostic("usage-other", {"reason": "!"}, severity=Severity.ADVICE)
    document = report.document([wide, note], WORDS)
    told = json.loads(document)
    assert document.isascii()
    assert list(told) == ["errors", "warnings", "advice", "diagnostics"]
    assert (told["errors"], told["warnings"], told["advice"]) == (1, 0, 1)
    assert [list(one) for one in told["diagnostics"]] == [KEYS, KEYS]
    assert told["diagnostics"][0] == dict.fromkeys(KEYS) | {
        "code": "usage-other",
        "severity": "advice",
        "message": "!",
    }
    assert told["diagnostics"][1] == {
        "code": "text-too-wide",
        "severity": "error",
        "message": "De tekst is 3,2 mm te breed voor zijn plaats.",
        "expected": None,
        "found": "Te véél\\x1b",
        "hint": "kort de tekst in",
        "file": "nl/kit.yaml",
        "line": 12,
        "column": 3,
        "path": "steps[2].head",
        "sheet": "canvas-1",
    }


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def bar(stream: io.StringIO, moments: list[float]) -> str:
    """What stands on a stream after a step at each moment, in seconds from the start."""
    clock = iter([0.0, *moments])
    with progress("Tekenen", stream, lambda: next(clock)) as tell:
        for done in range(1, len(moments) + 1):
            tell(done, len(moments))
    return stream.getvalue()


def test_quick_work_shows_no_bar() -> None:
    assert bar(Terminal(), [PATIENCE / 3, PATIENCE / 2]) == ""


def test_slow_work_shows_a_bar_that_reaches_the_end() -> None:
    shown = bar(Terminal(), [PATIENCE / 2, PATIENCE, PATIENCE * 2])
    assert "Tekenen" in shown
    assert "66%" in shown
    assert "100%" in shown


def test_a_stream_that_is_no_terminal_gets_no_bar() -> None:
    assert bar(io.StringIO(), [PATIENCE * 2, PATIENCE * 3]) == ""


def test_a_place_with_several_things_to_say_is_shown_once() -> None:
    mark = Mark("nl/kit.yaml", 35, 13, "digital.base_url")
    both = [
        Diagnostic("bad-url", {"found": "toolkit"}, mark),
        Diagnostic("text-too-wide", {"text": "toolkit", "excess": 3.0, "sheet": "canvas-1"}, mark),
    ]
    said = list(report.lines(both, WORDS, lambda _: "  base_url: toolkit"))
    assert [line for line in said if "kit.yaml" in line or "base_url" in line] == [
        "nl/kit.yaml:35:13: fout: Dit is geen webadres.",
        "    35 |   base_url: toolkit",
        "    plaats: digital.base_url",
    ]
    assert "    fout: De tekst is 3 mm te breed voor zijn plaats." in said


def test_where_there_is_much_a_short_list_comes_first() -> None:
    told = [Diagnostic("no-placeholder", {"found": f"{{{i}}}"}, Mark("a.yaml", i, 1)) for i in range(1, 3)]
    told += [Diagnostic("usage-other", {"reason": "!"}), Diagnostic("bad-url", {}, Mark("b.yaml", 4, 1))]
    assert list(report.short_list(told, WORDS)) == [
        "In het kort:",
        "  !",
        "  a.yaml",
        "    regel 1: {1} wordt hier niet ingevuld.",
        "    regel 2: {2} wordt hier niet ingevuld.",
        "  b.yaml",
        "    regel 4: Dit is geen webadres.",
        "",
    ]
    assert list(report.short_list(told[:3], WORDS)) == []


def test_where_nothing_is_wrong_all_is_said_once() -> None:
    odd = [Diagnostic("usage-other", {"reason": f"{i}"}, Mark("a.yaml", i, 1), Severity.WARNING) for i in range(9)]
    assert list(report.short_list(odd, WORDS)) == []
    assert list(report.short_list([*odd, Diagnostic("bad-url")], WORDS))


def test_the_list_stays_short_and_has_the_errors() -> None:
    advice = [Diagnostic("usage-other", {"reason": f"{i}"}, Mark("a.yaml", i, 1), Severity.ADVICE) for i in range(40)]
    said = list(
        report.short_list([*advice, Diagnostic("usage-other", {"reason": "wrong"}, Mark("z.yaml", 9, 1))], WORDS)
    )
    assert "    regel 9: wrong" in said
    assert said[-2:] == ["  en nog 26; hieronder staan ze allemaal", ""]
