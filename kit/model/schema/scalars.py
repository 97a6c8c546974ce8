"""How what is not set as text is read: names, numbers, times, addresses and colours."""

import datetime
import re
from typing import Final

from kit.model.addresses import BEGIN, ascii_of
from kit.model.organisation.colour import LETTERS, LINES, Rgb, contrast, darkened, shown_ratio
from kit.model.parsing import date_of, minutes_of
from kit.model.schema.reader import Reader, Reading, Wrong, leaf_of
from kit.model.shift import PATTERN, shift_of
from kit.model.shift import Shift as _Shift
from kit.model.text.spans import Text
from kit.model.yaml.node import Leaf

IDENTIFIER: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""What can be a name: of a file on any computer, and a word of the command."""

# Without a fragment: `_url` says why.
_URL_JSON: Final = BEGIN + r"(?:[/?][!\"$-~]*)?"
_COLOUR: Final = re.compile(r"#?[0-9A-Fa-f]{6}", re.ASCII)
_TIME: Final = re.compile(r"(\d|[01]\d|2[0-3]):([0-5]\d)", re.ASCII)
_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(?:-[A-Z]{2})?")
_NUMBER: Final = re.compile(r"-?\d+", re.ASCII)


def whole(low: int, high: int) -> Reader:
    """A whole number from ``low`` to ``high``."""

    def read(value: object, _reading: Reading) -> int:
        text = leaf_of(value, "expects-number").text.strip()
        if not _NUMBER.fullmatch(text):
            raise Wrong("expects-number")
        # Python takes no number of more than 4300 digits; a text has fewer letters.
        if not low <= int(text) <= high:
            raise Wrong("number-range", found=text, low=low, high=high)
        return int(text)

    return Reader(read, {"type": "integer", "minimum": low, "maximum": high})


def _matching(pattern: re.Pattern[str], code: str) -> Reader:
    def read(value: object, _reading: Reading) -> str:
        text = leaf_of(value).text.strip()
        if not pattern.fullmatch(text):
            raise Wrong(code, found=text)
        return text

    return Reader(read, _json(pattern.pattern, code))


def _json(pattern: str, code: str) -> dict[str, object]:
    """The JSON Schema of what a pattern fits; what is wrong else has a code."""
    return {"type": "string", "pattern": f"^(?:{pattern})$", "kit": {"expects": code}}


def _minutes(value: object, _reading: Reading) -> int:
    found = _TIME.fullmatch(leaf_of(value, "expects-time").text.strip())
    if not found:
        raise Wrong("expects-time")
    return int(found[1]) * 60 + int(found[2])


def _date(value: object, _reading: Reading) -> datetime.date:
    found = date_of(leaf_of(value).text)
    if found is None:
        raise Wrong("expects-date", found=leaf_of(value).text.strip())
    return found


def _time(value: object, _reading: Reading) -> int:
    found = minutes_of(leaf_of(value).text)
    if found is None:
        raise Wrong("expects-time", found=leaf_of(value).text.strip())
    return found


def _shift(value: object, _reading: Reading) -> _Shift:
    if isinstance(value, Leaf) and not value.text.strip():
        return (0, 0)
    text = leaf_of(value, "expects-shift").text.strip()
    found = shift_of(text)
    if found is None:
        raise Wrong("expects-shift", found=text)
    return found


def _accent(value: object, _reading: Reading) -> Rgb:
    if isinstance(value, Leaf) and not value.text.strip():
        # A colour as everybody writes it is a comment to YAML.
        raise Wrong("accent-comment")
    text = leaf_of(value).text.strip()
    if not _COLOUR.fullmatch(text):
        raise Wrong("bad-colour", found=text)
    colour = Rgb.of(text)
    ratio = contrast(colour)
    if ratio < LINES:
        raise Wrong("accent-faint", found=colour.hex, ratio=shown_ratio(ratio), near=darkened(colour, LETTERS).hex)
    return colour


def _bare(value: object, _reading: Reading) -> str:
    return leaf_of(value).text.strip()


def _url(value: object, _reading: Reading) -> Text:
    leaf = leaf_of(value)
    text = leaf.text.strip()
    if "#" in text:
        raise Wrong("url-fragment", leaf.point(leaf.text.index("#")), found=text)
    address = ascii_of(text)
    if address is None:
        raise Wrong("bad-url", found=text)
    return Text.of(address, leaf.mark)


def _optional_url(value: object, reading: Reading) -> Text | None:
    return None if isinstance(value, Leaf) and not value.text.strip() else _url(value, reading)


CLOCK: Final = Reader(_minutes, _json(_TIME.pattern, "expects-time"))
DATE: Final = Reader(_date, {"type": "string", "minLength": 1})
TIME: Final = Reader(_time, {"type": "string", "minLength": 1})
SHIFT: Final = Reader(_shift, {**_json(rf"\s*|{PATTERN}", "expects-shift"), "type": ["string", "null"]})
ACCENT: Final = Reader(_accent, {**_json(_COLOUR.pattern, "bad-colour"), "type": ["string", "integer"]})
BARE: Final = Reader(_bare, {"type": ["string", "number"], "pattern": r"\S"})
COUNT_OR_FILE: Final = Reader(_bare, {"type": ["integer", "string"], "minimum": 1, "minLength": 1})
NAME: Final = _matching(IDENTIFIER, "bad-name")
LANGUAGE: Final = _matching(_LANGUAGE, "bad-language")
URL: Final = Reader(_url, _json(_URL_JSON, "bad-url"))
OPTIONAL_URL: Final = Reader(_optional_url, {**_json(rf"\s*|{_URL_JSON}", "bad-url"), "type": ["string", "null"]})
