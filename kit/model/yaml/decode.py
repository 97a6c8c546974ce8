"""A file to text: read safely, as UTF-8, without letters that nobody can see."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from kit.diagnostics import Diagnostic, Mark

MAX_BYTES: Final = 50_000
"""The largest content file of this kit has 8 kB; to see that 50 kB do not fit on a sheet takes a second."""

# What YAML 1.1 does not allow (section 5.1), and the line breaks that no editor counts as such.
_UNALLOWED: Final = "\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff"

# What Unicode calls format characters (category Cf), without the soft hyphen, which is left out as a text is cleaned.
# They come along when something is copied from a web page. Then letters that have no shape.
_FORMAT: Final = "\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufff9-\ufffb\U000e0000-\U000e007f"
_SHAPELESS: Final = "\u034f\u115f\u1160\u3164\uffa0"

UNSEEN: Final = re.compile(f"[{_UNALLOWED}]")
"""A letter that no text may hold."""

INVISIBLE: Final = re.compile(f"[{_UNALLOWED}{_FORMAT}{_SHAPELESS}]")
"""A letter that no text of a content file may hold."""

# YAML's two parsers do not agree on where a tab may stand; nobody needs one outside a comment.
_TAB: Final = re.compile(r"^[^#\n\t]*(\t)", re.MULTILINE)
_LINE_END: Final = re.compile(r"\r\n?")


class Undecodable(Exception):  # noqa: N818 (what is wrong is the user's file, and the diagnostic says it)
    """A file that is not text."""

    def __init__(self, diagnostic: Diagnostic) -> None:  # noqa: D107
        self.diagnostic = diagnostic
        super().__init__(diagnostic.code)


def decoded(raw: bytes, file: str) -> str:
    """The text in a file with ``\\n`` at line ends. Raises Undecodable with the first thing that makes it no text."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        raise Undecodable(not_utf8(raw, problem.start, file)) from problem
    text = _LINE_END.sub("\n", text)
    _refuse(INVISIBLE.search(text), "control-character", file, text)
    _refuse(_TAB.search(text), "tab", file, text)
    return text


def bytes_of(path: Path, limit: int = MAX_BYTES) -> bytes:
    """What is in a file, at most ``limit`` bytes. Raises Undecodable where it cannot be read."""
    try:
        if path.is_dir():
            raise Undecodable(Diagnostic("file-is-folder", {"file": str(path)}))
        if path.exists() and not path.is_file():
            raise Undecodable(Diagnostic("file-unreadable", {"file": str(path)}))
        with path.open("rb") as file:
            raw = file.read(limit + 1)
    except FileNotFoundError as problem:
        raise Undecodable(Diagnostic("file-missing", {"file": str(path)})) from problem
    except (OSError, ValueError) as problem:
        # A name with a letter that no name can have is a ValueError.
        raise Undecodable(Diagnostic("file-unreadable", {"file": str(path)})) from problem
    if len(raw) > limit:
        raise Undecodable(Diagnostic("file-too-large", {"file": str(path), "kilobytes": limit // 1000}))
    return raw


def not_utf8(raw: bytes, start: int, file: str) -> Diagnostic:
    """A byte that is no part of a letter, and its place."""
    before = raw[:start].decode("utf-8-sig", "replace")
    return Diagnostic(
        "not-utf8", {"file": file, "found": f"0x{raw[start]:02X}"}, _mark(_LINE_END.sub("\n", before), file)
    )


def _refuse(found: re.Match[str] | None, code: str, file: str, text: str) -> None:
    if found is None:
        return
    place = found.end(1) - 1 if found.re.groups else found.start()
    mark = _mark(text[:place], file)
    raise Undecodable(Diagnostic(code, {"found": f"U+{ord(text[place]):04X}"}, mark))


def _mark(before: str, file: str) -> Mark:
    lines = before.split("\n")
    return Mark(file, len(lines), len(lines[-1]) + 1)
