"""The bytes of a list to text: which encoding they were saved in is found by what makes sense for all cells together.

Two voices: what letters the names here have (`letters`), and charset-normalizer, which knows the languages. Where they
leave a doubt nothing is read: a wrong letter on paper is worse than a question.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from kit.model.lists.letters import is_plausible, likelihood

_NAMES: Final = {
    "cp1252": "Windows-1252",
    "iso8859_15": "ISO 8859-15",
    "mac_roman": "Mac Roman",
    "cp850": "CP850 (MS-DOS)",
    "cp437": "CP437 (MS-DOS)",
    "cp1250": "Windows-1250",
    "iso8859_2": "ISO 8859-2",
    "cp1254": "Windows-1254",
}
"""The encodings of one byte a letter that Excel, LibreOffice and exports write here, with what programs call them."""

_USUAL: Final = "cp1252"
"""What Excel saves as *CSV* on a Windows of western Europe: most lists that are not UTF-8."""

_FIRST: Final = 1.0
"""How much more the usual encoding counts before a letter is seen; as much as one letter that fits."""

_VOICE: Final = 1.0
"""What the voice of the detector counts for."""

_MARGIN: Final = 1.5
"""So much more a reading must count than the next one that says something else."""

_SURE: Final = 1.25
"""So much each letter must count, in the mean, in an encoding that is not the usual one: names that are known."""

_MOST: Final = 400
"""So many different words with a letter that is not ASCII are weighed; from the first on, and more tell no more."""

_PIECE: Final = re.compile(rb"[^\x00-\x20;,|\"\x7f]*[\x80-\xff][^\x00-\x20;,|\"\x7f]*")

_CELL: Final = re.compile(r"(?:&#?\w{2,8};|[^;,\"])+")
"""What stands between two separators, codes of a web page as a whole."""

_BROKEN: Final = re.compile("[\u0080-\uffff]{2,}")
_LEADS: Final = ("cp1252", "mac_roman", "cp850")
"""The encodings that UTF-8 is read in by mistake."""

_OF_UTF8: Final = re.compile(rb"\xc3[\x80-\xbf]")


@dataclass(frozen=True, slots=True)
class Reading:
    """A text, and the encoding it was read in as programs call it; nothing where it needs no word."""

    text: str
    encoding: str = ""
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Doubt:
    """Words that may be read in two ways: where the first starts, and both readings of each."""

    start: int
    readings: tuple[tuple[str, str], ...]


def is_mixed(raw: bytes) -> bool:
    """Whether bytes hold letters of UTF-8 though they are not UTF-8: two files pasted together, or one cut short."""
    return _OF_UTF8.search(raw) is not None


def guessed(raw: bytes) -> Reading | Doubt:
    """The text of bytes that are neither ASCII nor UTF-8."""
    pieces = list(dict.fromkeys(found[0] for found in _PIECE.finditer(raw)))[:_MOST]
    weights = {name: weight for name in _NAMES if (weight := _weight(pieces, name)) is not None}
    own = dict(weights)
    spoken = _detected(raw, weights)
    if spoken:
        weights[spoken] += _VOICE
    if _USUAL in weights:
        weights[_USUAL] += _FIRST
    ranked = sorted(weights, key=lambda name: -weights[name])
    best = ranked[0]
    rivals = [name for name in ranked[1:] if _differ(pieces, best, name)]
    told = _words(pieces, best)
    count = sum(sum(byte > 127 for byte in piece) for piece in pieces)
    is_sure = own[best] >= (0 if best == _USUAL else _SURE * count)
    if is_sure and (not rivals or weights[best] - weights[rivals[0]] >= _MARGIN):
        return Reading(raw.decode(best), "" if best == _USUAL else _NAMES[best], told)
    other = rivals[0] if rivals else best
    differing = [piece for piece in pieces if _text(piece, best) != _text(piece, other)] or pieces
    shown = tuple((_text(piece, best), _text(piece, other)) for piece in differing)
    return Doubt(raw.index(differing[0]), shown)


def mended(text: str) -> tuple[str, Mapping[str, str]]:
    """A text without what was UTF-8, read as something else and saved again; and each word that was mended."""
    clean = text
    # It may have happened twice.
    for _ in range(2):
        clean = _BROKEN.sub(_whole, clean)
    return clean, changed(text, clean)


def changed(before: str, after: str) -> Mapping[str, str]:
    """The words of a text that are other ones in another text with the same spaces."""
    pairs = zip(before.split(), after.split(), strict=False) if before != after else ()
    found: dict[str, str] = {}
    for old, new in pairs:
        cells = zip(_CELL.findall(old), _CELL.findall(new), strict=False) if old != new else ()
        found |= {one: other for one, other in cells if one != other}
    return found


def _whole(found: re.Match[str]) -> str:
    """The letters that a run of letters was, if it was UTF-8; else the run itself."""
    for encoding in _LEADS:
        if whole := _read_back(found[0], encoding):
            return whole
    return found[0]


def _read_back(run: str, encoding: str) -> str:
    """A run whose bytes in an encoding are UTF-8 of letters that names have; nothing where they are not all such."""
    try:
        raw = b"".join(_byte(letter, encoding) for letter in run)
        text = raw.decode()
    except UnicodeError:
        return ""
    return text if all(is_plausible(letter) or letter in "ÃÂ" or len(letter.encode()) == 1 for letter in text) else ""


def _byte(letter: str, encoding: str) -> bytes:
    """The byte of a letter; what Windows-1252 leaves open is what Latin-1 has there, as programs do."""
    try:
        return letter.encode(encoding)
    except UnicodeEncodeError:
        if encoding == _USUAL and "\x80" <= letter <= "\x9f":
            return letter.encode("latin-1")
        raise


def _weight(pieces: Iterable[bytes], encoding: str) -> float | None:
    """How likely the words are in an encoding; nothing where it has no letter for a byte of them."""
    try:
        return sum(likelihood(piece.decode(encoding)) for piece in pieces)
    except UnicodeDecodeError:
        return None


def _detected(raw: bytes, among: Iterable[str]) -> str:
    """The one of some encodings that the detector takes the bytes for, if it takes them for one."""
    # Most lists are UTF-8 and need not wait for it.
    from charset_normalizer import from_bytes

    known = list(among)
    best = from_bytes(raw[:100_000], cp_isolation=known).best()
    name = codecs.lookup(best.encoding).name.replace("-", "_") if best else ""
    return next((one for one in known if codecs.lookup(one).name.replace("-", "_") == name), "")


def _differ(pieces: Iterable[bytes], one: str, other: str) -> bool:
    return any(_text(piece, one) != _text(piece, other) for piece in pieces)


def _text(piece: bytes, encoding: str) -> str:
    return piece.decode(encoding, "replace")


def _words(pieces: Iterable[bytes], encoding: str) -> tuple[str, ...]:
    return tuple(_text(piece, encoding) for piece in pieces)
