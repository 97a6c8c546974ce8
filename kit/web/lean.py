"""Scripts and style sheets as they travel: without the comments and the indents, which only help who reads them here.

Lines stay lines, so that a browser's complaint still tells which. What is taken out are whole lines and what stands
before a line: nothing that a string can hold, as long as none goes over several lines (a test looks).
"""

from __future__ import annotations

import re
from typing import Final

_BLOCK: Final = re.compile(r"^[ \t]*/\*.*?\*/[ \t]*\n", re.DOTALL | re.MULTILINE)
_LINE: Final = re.compile(r"^[ \t]*//.*\n", re.MULTILINE)
_INDENT: Final = re.compile(r"^[ \t]+", re.MULTILINE)
_SPACE: Final = re.compile(r"\s*([{};])\s*|(?<=[:,])\s+")
_BLANK: Final = re.compile(r"\n{2,}")


def script(text: str) -> str:
    """A script without comments that have a line of their own."""
    return _INDENT.sub("", _BLANK.sub("\n", _LINE.sub("", _BLOCK.sub("", text)))).lstrip("\n")


def style(text: str) -> str:
    """A style sheet, the same; besides, without the spaces that part what needs no parting."""
    return _SPACE.sub(r"\1", re.sub(r"\s+", " ", _BLOCK.sub("", text))).replace(";}", "}").strip() + "\n"


def asset(name: str, data: bytes) -> bytes:
    """A file as it travels, by its name."""
    if name.endswith(".js"):
        return script(data.decode()).encode()
    return style(data.decode()).encode() if name.endswith(".css") else data
