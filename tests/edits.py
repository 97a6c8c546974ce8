"""Each field of each file of the content changed once: what is printed differs, and nothing else does."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from tests.conftest import CONTENT

Route = tuple[str | int, ...]

_PLACEHOLDER = re.compile(r"(\{\w+\})")
_SMALL = re.compile(r"[a-z]")
_SIGNS = str.maketrans("1234?", "7898!")
_OTHERS: Mapping[str, Callable[[Any], Any]] = {
    "version": lambda _: "1.1",
    "language": lambda _: "nl-NL",
    "base_url": lambda url: url.replace("netwerk", "network"),
    "url": lambda _: "https://toolkitoptil.be/rapport",
    "duplex_shift": lambda _: "1,5; -0,5",
    "fragment": lambda fragment: f"{fragment}x",
    "minutes": lambda minutes: str(int(minutes) + 5),
    "start": lambda start: "9:15" if ":" in start[:3] else _reworded(start),
    "lines": lambda lines: str(int(lines) - 1 or 2),
    "rows": lambda rows: str(int(rows) - 1),
    "combinations": lambda count: str(int(count) - 1),
    "step": lambda step: str(int(step) % 3 + 1),
    "half": lambda half: "lower" if half == "upper" else "upper",
    "icon": lambda icon: {"limit": "strength", "strength": "limit"}.get(icon, "other"),
    "pattern": lambda _: "waves",
    "tone": lambda _: "other",
    "blank_layout": lambda _: "6B",
}
"""How a field is changed that is no text, or a text with a meaning."""

_NOT_ALONE = {"packs.yaml": ("name",), "sectors.yaml": ("key", "name", "column")}
"""By file, what is not changed by itself: the names of others, and a column, where another has no room for it."""


@dataclass(frozen=True)
class Edit:
    """A field of a file, and its new value."""

    file: str
    route: Route
    value: Any

    def __str__(self) -> str:
        return f"{self.file}-{'.'.join(map(str, self.route))}"

    def apply(self, folder: Path) -> None:
        """Change it in a content folder."""
        found = _read(folder / "nl" / self.file)
        holder = found
        for key in self.route[:-1]:
            holder = holder[key]
        holder[self.route[-1]] = self.value
        (folder / "nl" / self.file).write_text(yaml.dump(found, allow_unicode=True, sort_keys=False), encoding="utf-8")


def edits() -> list[Edit]:
    """Of each field in each file of the content one; of the parts of a list, only what the first with it has."""
    clusters = _read(CONTENT / "nl" / "sectors.yaml")["clusters"]
    turned = [{**cluster, "column": "2134"[int(cluster["column"]) - 1]} for cluster in clusters]
    whole = [
        Edit("sectors.yaml", ("clusters",), turned),
        Edit("kit.yaml", ("sheets",), _read(CONTENT / "nl" / "kit.yaml")["sheets"][::-1]),
        Edit("kit.yaml", ("organisation",), {"name": "De Kring"}),
        Edit("kit.yaml", ("organisation",), {"name": "De Kring", "accent": "#00695F"}),
        Edit("kit.yaml", ("keep_together",), ["Start bij"]),
        Edit("kit.yaml", ("units",), ["g"]),
        Edit("kit.yaml", ("breakpoints",), ["partner|kaarten"]),
        Edit("packs.yaml", ("packs", 0, "sheets"), ["canvas-1", "werkwijze"]),
        Edit("packs.yaml", ("packs", 0, "name"), "alles"),
    ]
    files = ["kit.yaml", "steps.yaml", "sectors.yaml", "packs.yaml"]
    files += [f"sheets/{file.name}" for file in sorted((CONTENT / "nl" / "sheets").glob("*.yaml"))]
    return [*whole, *(edit for file in files for edit in _of_file(file))]


def _of_file(file: str) -> Iterator[Edit]:
    seen: set[Route] = set()
    for route, old in _leaves(_read(CONTENT / "nl" / file)):
        field = tuple(key for key in route if isinstance(key, str))
        name = field[-1]
        if field in seen or field[0] in ("workshop", "sheets", "keep_together", "units", "breakpoints", "halves"):
            continue
        if field == ("packs", "sheets") or name in _NOT_ALONE.get(file, ("layout",)):
            continue
        seen.add(field)
        yield Edit(file, route, _OTHERS[name](old) if name in _OTHERS else _reworded(old))
    if file == "sectors.yaml":
        yield Edit(file, ("clusters", 0, "name"), "Andere kunsten")
        yield Edit(file, ("clusters", 0, "sectors", 0, "name"), "Kunst")


def _leaves(found: Any, route: Route = ()) -> Iterator[tuple[Route, str]]:
    if isinstance(found, dict):
        for key, value in found.items():
            yield from _leaves(value, (*route, key))
    elif isinstance(found, list):
        for i, value in enumerate(found):
            yield from _leaves(value, (*route, i))
    else:
        yield route, found


def _reworded(text: str) -> str:
    """The text with another letter in it, or another sign where it has no small letters."""
    parts = _PLACEHOLDER.split(text)
    for i in range(0, len(parts), 2):
        if found := _SMALL.search(parts[i]):
            other = "o" if found[0] != "o" else "e"
            parts[i] = parts[i][: found.start()] + other + parts[i][found.end() :]
            return "".join(parts)
    parts[0] = parts[0].translate(_SIGNS).swapcase()
    return "".join(parts)


def _read(file: Path) -> Any:
    return yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)
