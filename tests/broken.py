"""The files of the content broken in every way that we could think of; where the broken line is known, with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest
from typing import Final

import yaml
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

from tests.conftest import CONTENT

WORKSHOP: Final = "examples/workshop.yaml"
PARTICIPANTS: Final = "examples/deelnemers.csv"
ACTORS: Final = "examples/actoren.csv"
"""A list of actors, which the content does not come with: `originals` has one."""

Way = Callable[[str], st.SearchStrategy["Variant"]]
"""A way to break a file, from its name to all that may come of it."""

FOLDER, LOOP, GONE = "a folder", "a link to itself", "gone"
"""What may stand in the place of a file."""

_ACTORS: Final = "naam;gemeente;sector;half\nDe Kring;Lier;kunsten;\nJeugdhuis;Duffel;jeugd;onder\nBibliotheek;Lier;;\n"


@dataclass(frozen=True)
class Variant:
    """A file in ``content/nl`` with other bytes, or something else in its place.

    ``lines``: where it is broken, one of which must be told; nothing where nobody can say, or where it may still be
    right. ``sure``: whether it cannot be right any more.
    """

    file: str
    how: str
    data: bytes | str
    lines: frozenset[int] = frozenset()
    sure: bool = False

    def __str__(self) -> str:
        return f"{self.file}: {self.how} {sorted(self.lines)[:3]}"


@cache
def originals() -> dict[str, str]:
    """The files that are broken, as they are."""
    folder = CONTENT / "nl"
    files = [*folder.rglob("*.yaml"), *folder.glob("examples/*.csv")]
    found = {file.relative_to(folder).as_posix(): file.read_text(encoding="utf-8") for file in sorted(files)}
    return {**found, ACTORS: _ACTORS.replace(";;\n", ";jeugd;\n")}


def variants(count: int) -> list[Variant]:
    """So many variants, no two alike and the same each time: as many of each way to break a file."""
    ways = [_of(way, count // len(_WAYS) + 1) for way in _WAYS]
    return [variant for turn in zip_longest(*ways) for variant in turn if variant][:count]


def _of(way: Way, count: int) -> list[Variant]:
    """So many variants that are broken in one way."""
    found: dict[tuple[str, bytes | str], Variant] = {}
    files = sorted(file for file in originals() if way in _ANYHOW or _is_filled(file))

    # Some come twice: there must be enough without these.
    @settings(
        max_examples=3 * count,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(st.sampled_from(files).flatmap(way))
    def collect(variant: Variant) -> None:
        if len(found) < count:
            found.setdefault((variant.file, variant.data), variant)

    collect()
    return list(found.values())


# In any file, whatever is in it.


@st.composite
def _cut(draw: st.DrawFn, file: str) -> Variant:
    raw = originals()[file].encode()
    return Variant(file, "cut", raw[: draw(st.integers(0, len(raw) - 1))])


@st.composite
def _swapped(draw: st.DrawFn, file: str) -> Variant:
    lines = originals()[file].splitlines(keepends=True)
    a, b, size = draw(st.tuples(*[st.integers(0, len(lines) - 1)] * 2, st.integers(1, 5)))
    a, b = min(a, b), max(a, b)
    size = min(size, b - a, len(lines) - b)
    swapped = [*lines[:a], *lines[b : b + size], *lines[a + size : b], *lines[a : a + size], *lines[b + size :]]
    return Variant(file, "swapped", "".join(swapped).encode())


@st.composite
def _left_out(draw: st.DrawFn, file: str) -> Variant:
    lines = originals()[file].splitlines(keepends=True)
    start = draw(st.integers(0, len(lines) - 1))
    return Variant(file, "left out", "".join(lines[:start] + lines[start + draw(st.integers(1, 9)) :]).encode())


@st.composite
def _noise(draw: st.DrawFn, file: str) -> Variant:
    raw = bytearray(originals()[file].encode())
    for place in draw(st.lists(st.integers(0, len(raw) - 1), min_size=1, max_size=20)):
        raw[place] = draw(st.integers(0, 255))
    return Variant(file, "noise", bytes(raw))


@st.composite
def _signs(draw: st.DrawFn, file: str) -> Variant:
    text = originals()[file]
    for _ in range(draw(st.integers(1, 5))):
        place = draw(st.integers(0, len(text)))
        text = text[:place] + draw(st.sampled_from("\"'{}[]:;,#&*!|>%@`-?\\\n\r\t ~<=")) + text[place:]
    return Variant(file, "signs", text.encode())


@st.composite
def _otherwise(draw: st.DrawFn, file: str) -> Variant:
    text = originals()[file]
    encodings = ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig", "utf-7"]
    data: list[tuple[str, bytes | str]] = [(one, text.encode(one)) for one in encodings]
    data += [
        ("latin-1", text.encode("latin-1", "replace")),
        ("empty", b""),
        ("blank", b" \n\n  \n"),
        ("BOM", b"\xff\xfe"),
    ]
    data += [
        ("comment", b"# alles weg\n"),
        ("twice", text.encode() * 2),
        ("old line ends", text.replace("\n", "\r").encode()),
    ]
    data += [(one, one) for one in (FOLDER, LOOP, GONE)]
    return Variant(file, *draw(st.sampled_from(data)))


@st.composite
def _endless(draw: st.DrawFn, file: str) -> Variant:
    text, size = originals()[file], draw(st.sampled_from([2_000, 20_000, 45_000, 1_000_000, 10_000_000]))
    piece = draw(
        st.sampled_from(["x", "x ", "\n", '"', "x: y\n", "- x\n", ";", "x;y;z\n", "[", "{", "#", " ", "\0", "Ω", "&a "])
    )
    place = draw(st.sampled_from([0, len(text) // 2, len(text)]))
    return Variant(file, f"{size} × {piece!r}", (text[:place] + piece * (size // len(piece)) + text[place:]).encode())


# In YAML, where it is known what is where.


@dataclass(frozen=True)
class _Field:
    """A key and its value, where they stand in the text; ``inside``: the mapping that they stand in."""

    key: yaml.Node
    value: yaml.Node
    inside: yaml.MappingNode
    first: bool

    @property
    def line(self) -> int:
        """The line of the key, from 1."""
        return int(self.key.start_mark.line) + 1

    @property
    def on_one_line(self) -> bool:
        """Whether its value is a text that ends on the line of the key."""
        return isinstance(self.value, yaml.ScalarNode) and self.value.end_mark.line == self.key.start_mark.line


@cache
def _fields(file: str) -> tuple[_Field, ...]:
    """The fields of a file that begin a line, alone or after a dash."""
    return tuple(found for found in _walk(_composed(originals()[file])) if not found.inside.flow_style)


def _composed(text: str) -> yaml.Node:
    found = yaml.compose(text, yaml.BaseLoader)
    assert found
    return found


def _walk(node: yaml.Node) -> Iterator[_Field]:
    if isinstance(node, yaml.MappingNode):
        for i, (key, value) in enumerate(node.value):
            yield _Field(key, value, node, i == 0)
            yield from _walk(value)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from _walk(value)


def _lines(file: str) -> list[str]:
    return originals()[file].splitlines()


def _joined(lines: list[str]) -> bytes:
    return ("\n".join(lines) + "\n").encode()


def _is_filled(file: str) -> bool:
    """Whether it is known what is wrong in a file: the codes in released.yaml have no names that must be there."""
    return file.endswith(".yaml") and file != "released.yaml"


@st.composite
def _field(draw: st.DrawFn, file: str, wanted: Callable[[_Field], bool]) -> _Field:
    found = [one for one in _fields(file) if wanted(one)]
    assume(found)
    return draw(st.sampled_from(found))


def _with_value(file: str, field: _Field, value: str) -> bytes:
    """The file with another value of a field, on the line of its key."""
    lines, column = _lines(file), field.key.end_mark.column
    head = lines[field.line - 1][:column]
    return _joined([*lines[: field.line - 1], f"{head}: {value}", *lines[_end(field.value) :]])


def _end(node: yaml.Node) -> int:
    """The last line of a value, from 1: of a part, that of its last text."""
    if not isinstance(node, yaml.CollectionNode) or not node.value or node.flow_style:
        return int(node.end_mark.line) + 1
    last = node.value[-1]
    return _end(last[1] if isinstance(last, tuple) else last)


@st.composite
def _unknown_key(draw: st.DrawFn, file: str) -> Variant:
    field = draw(_field(file, lambda one: not one.first))
    lines = _lines(file)
    name = draw(st.sampled_from(["onbekend", "x", "titel", "0", "'een sleutel'", "éé", "null", "true", "k" * 190]))
    lines.insert(field.line - 1, " " * field.key.start_mark.column + f"{name}: x")
    return Variant(file, f"unknown key {name[:20]}", _joined(lines), frozenset({field.line}), sure=True)


@st.composite
def _key_twice(draw: st.DrawFn, file: str) -> Variant:
    field = draw(_field(file, lambda one: one.on_one_line))
    lines = _lines(file)
    lines.insert(field.line, " " * field.key.start_mark.column + f"{field.key.value}: x")
    return Variant(file, "key twice", _joined(lines), frozenset({field.line + 1}), sure=True)


@st.composite
def _wrong_kind(draw: st.DrawFn, file: str) -> Variant:
    field = draw(_field(file, lambda one: one.on_one_line and one.value.value != ""))
    value = draw(st.sampled_from(["[a, b]", "{a: b}", "[]", "{}", "[[[a]]]"]))
    return Variant(file, f"{value} for a text", _with_value(file, field, value), frozenset({field.line}), sure=True)


@st.composite
def _no_part(draw: st.DrawFn, file: str) -> Variant:
    field = draw(_field(file, lambda one: not isinstance(one.value, yaml.ScalarNode)))
    return Variant(file, "a text for a part", _with_value(file, field, "los"), frozenset({field.line}), sure=True)


@st.composite
def _odd_value(draw: st.DrawFn, file: str) -> Variant:
    field = draw(_field(file, lambda one: one.on_one_line))
    odd = [
        ".nan",
        ".inf",
        "1e999",
        "-3",
        "0",
        "0x1F",
        "1_000",
        "2026-99-99",
        "9" * 1900,
        "yes",
        "~",
        "null",
        "''",
        '" "',
    ]
    odd += [
        "{x}",
        '"{aantal}"',
        '"**"',
        '"<b>x</b>"',
        '"{"',
        "../../../etc/passwd",
        '"\\0"',
        '"\\uD800"',
        "con",
        "ﷺ" * 50,
    ]
    value = draw(st.sampled_from(odd))
    return Variant(file, f"{value[:20]} as a value", _with_value(file, field, value))


@st.composite
def _endless_value(draw: st.DrawFn, file: str) -> Variant:
    field = draw(_field(file, lambda one: one.on_one_line))
    letters, size = draw(st.sampled_from(["x", "x ", "Ω", "ع ", "[x", "**a "])), draw(st.integers(2001, 15_000))
    value = f'"{(letters * size)[:size].strip()}x"'
    return Variant(file, f"{size} letters", _with_value(file, field, value), frozenset({field.line}), sure=True)


@st.composite
def _not_plain(draw: st.DrawFn, file: str) -> Variant:
    field = draw(_field(file, lambda one: one.on_one_line))
    signs = [
        "&a x",
        "*a",
        "!!python/object/apply:os.system [x]",
        "!x y",
        "!!binary aGk=",
        "!!set {a}",
        "@x",
        "`x",
        "%x",
    ]
    signs += ['"x', "'x", "[x", "{x", "x: y", "]", "}", "- x", '"\\q"']
    sign = draw(st.sampled_from(signs))
    lines = frozenset({field.line})
    return Variant(file, f"{sign} as a value", _with_value(file, field, sign), lines, sure=True)


@st.composite
def _merged(draw: st.DrawFn, file: str) -> Variant:
    field = draw(_field(file, lambda one: not one.first))
    lines = _lines(file)
    lines.insert(field.line - 1, " " * field.key.start_mark.column + "<<: {a: b}")
    return Variant(file, "a merge key", _joined(lines), frozenset({field.line}), sure=True)


@st.composite
def _bomb(draw: st.DrawFn, file: str) -> Variant:
    width = draw(st.integers(2, 60))
    layers = [
        f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * width) if i else 'x'}]" for i in range(draw(st.integers(2, 60)))
    ]
    count = len(_lines(file))
    return Variant(file, "a bomb", _joined([*_lines(file), *layers]), frozenset({count + 1}), sure=True)


@st.composite
def _deep(draw: st.DrawFn, file: str) -> Variant:
    depth = draw(st.integers(25, 10_000))
    piece = draw(st.sampled_from(["[", "{a: ", "[{a: ", "- ", "? "]))
    line = "onbekend: " + piece * depth if piece[0] in "[{" else piece * depth
    count = len(_lines(file))
    return Variant(file, f"{depth} × {piece}", _joined([*_lines(file), line]), frozenset({count + 1}), sure=True)


@st.composite
def _deep_block(draw: st.DrawFn, file: str) -> Variant:
    depth, count = draw(st.integers(25, 250)), len(_lines(file))
    nested = [" " * i + "a:" for i in range(depth)]
    told = frozenset(range(count + 1, count + depth + 1))
    return Variant(file, f"{depth} mappings", _joined([*_lines(file), *nested]), told, sure=True)


@st.composite
def _bad_byte(draw: st.DrawFn, file: str) -> Variant:
    raw = originals()[file].encode()
    place = draw(st.integers(0, len(raw) - 1))
    bad = draw(
        st.sampled_from([b"\xff", b"\xfe", b"\xc0", b"\x80", b"\0", b"\x01", b"\x1b", b"\x7f", "\u200b".encode()])
    )
    line = raw[:place].count(b"\n") + 1
    return Variant(file, f"{bad!r}", raw[:place] + bad + raw[place + 1 :], frozenset({line}), sure=True)


@st.composite
def _tab(draw: st.DrawFn, file: str) -> Variant:
    field = draw(_field(file, lambda _: True))
    lines = _lines(file)
    column = draw(st.sampled_from([0, field.key.start_mark.column, field.key.end_mark.column + 1]))
    line = lines[field.line - 1]
    lines[field.line - 1] = line[:column] + "\t" + line[column:]
    return Variant(file, "a tab", _joined(lines), frozenset({field.line}), sure=True)


@st.composite
def _indented(draw: st.DrawFn, file: str) -> Variant:
    field = draw(_field(file, lambda _: True))
    lines, by = _lines(file), draw(st.sampled_from([-3, -1, 1, 2, 7]))
    line = lines[field.line - 1]
    lines[field.line - 1] = " " * by + line if by > 0 else line[min(-by, field.key.start_mark.column) :]
    return Variant(file, f"indented by {by}", _joined(lines))


@st.composite
def _lacking(draw: st.DrawFn, file: str) -> Variant:
    """Without a key; where that matters, it is told where the part stands that lacks it."""
    field = draw(_field(file, lambda one: one.on_one_line and not one.first))
    lines = _lines(file)
    del lines[field.line - 1]
    return Variant(
        file, f"without {field.key.value}", _joined(lines), frozenset({int(field.inside.start_mark.line) + 1})
    )


@st.composite
def _long_key(draw: st.DrawFn, file: str) -> Variant:
    size = draw(st.sampled_from([250, 1000, 1100, 30_000, 1_000_000]))
    count, mark = len(_lines(file)), draw(st.sampled_from(["", "? "]))
    lines = frozenset({count + 1}) if size < 35_000 else frozenset[int]()
    return Variant(
        file,
        f"a key of {size}",
        _joined([*_lines(file), mark + "k" * size + ("\n" if mark else "") + ": x"]),
        lines,
        sure=True,
    )


_ANYHOW: Final[tuple[Way, ...]] = (_cut, _swapped, _left_out, _noise, _signs, _otherwise, _endless)
_WAYS: Final[tuple[Way, ...]] = (
    *_ANYHOW,
    *(_unknown_key, _key_twice, _wrong_kind, _no_part, _odd_value, _endless_value, _not_plain, _merged, _bomb),
    *(_deep, _deep_block, _bad_byte, _tab, _indented, _lacking, _long_key),
)
