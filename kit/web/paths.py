"""Paths of the drawing as SVG writes them: the same lines on a screen as on paper."""

from __future__ import annotations

from kit.draw.paths import Close, Line, Move, Path


def number(value: float, digits: int = 2) -> str:
    """A number without anything needless: hundredths of a mm are finer than any printer."""
    text = f"{value:.{digits}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    text = text.replace("0.", ".", 1) if text.startswith(("0.", "-0.")) else text
    return "0" if text in ("-0", "") else text


def plain(value: float, digits: int = 2) -> float:
    """A number rounded for JSON: a whole one without its decimals."""
    short = round(value, digits)
    return int(short) if short == int(short) else short


def numbers(*values: float, digits: int = 2) -> str:
    """Numbers of a path, with a space only where a sign does not part them."""
    texts = [number(value, digits) for value in values]
    return "".join(text if i == 0 or text.startswith("-") else f" {text}" for i, text in enumerate(texts))


def d(path: Path, digits: int = 2) -> str:
    """The commands of a path, relative to rounded places: no error adds up."""
    commands: list[str] = []
    here = (0.0, 0.0)
    for segment in path:
        if isinstance(segment, Close):
            commands.append("z")
            continue
        exact = [round(value, digits) for value in segment]
        if isinstance(segment, Move):
            commands.append("M" + numbers(*exact, digits=digits))
        else:
            letter = "l" if isinstance(segment, Line) else "c"
            commands.append(letter + numbers(*(value - here[i % 2] for i, value in enumerate(exact)), digits=digits))
        here = (exact[-2], exact[-1])
    return "".join(commands)
