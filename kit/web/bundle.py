"""Modules that are always asked for together travel as one file: thirty small ones take a seventh more.

The modules are those of `assets`, written as anybody reads them. Each becomes a function that gives what it exports,
in the file of the one that asks for it; what several views ask for is in the file of the first module, which everybody
has. A file exports under its own names what its main module exports, and its other modules by name, such as ``$frame``.

No module may import one that imports it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from graphlib import TopologicalSorter
from typing import Final

MAIN: Final = "core.js"
MANY: Final = 3
"""What so many views ask for, everybody is sent."""

_IMPORT: Final = re.compile(
    r'^import (?:\* as (?P<whole>\w+)|(?P<default>\w+)|\{(?P<names>[^}]*)\}) from "\./(?P<of>[\w/-]+\.js)";\n', re.M
)
_EXPORT: Final = re.compile(r"^export ((?:async )?(?:function\*?|const|class) (\w+))", re.MULTILINE)
_LIST: Final = re.compile(r"^export \{([^}]*)\};\n", re.MULTILINE)
_DEFAULT: Final = re.compile(r"^export default ", re.MULTILINE)
_LATER: Final = re.compile(r'\bimport\("\./([\w/-]+\.js)"\)')
_UNREAD: Final = re.compile(r"^(?:import|export)\b(?!\().*", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Import:
    """A line that imports: from which module, and as which names."""

    of: str
    whole: str
    default: str
    names: str

    def line(self) -> str:
        """The same from what the module's function gave."""
        if self.whole:
            return f"const {self.whole} = {_alias(self.of)};\n"
        if self.default:
            return f"const {self.default} = {_alias(self.of)}.default;\n"
        return f"const {{{self.names.replace(' as ', ': ')}}} = {_alias(self.of)};\n"


@dataclass(frozen=True, slots=True)
class Module:
    """A module: what it imports at once and later, what it exports, and its text without these lines."""

    name: str
    imports: tuple[Import, ...]
    later: tuple[str, ...]
    exports: Mapping[str, str]
    text: str

    @classmethod
    def read(cls, name: str, text: str) -> Module:
        """Read a module. ValueError where it imports or exports in a way that is not known here."""
        imports = tuple(
            Import(*(found[part] or "" for part in ("of", "whole", "default", "names")))
            for found in _IMPORT.finditer(text)
        )
        exports = {found[2]: found[2] for found in _EXPORT.finditer(text)}
        for found in _LIST.finditer(text):
            exports |= {
                one.split(" as ")[-1].strip(): one.split(" as ")[0].strip()
                for one in found[1].split(",")
                if one.strip()
            }
        if _DEFAULT.search(text):
            exports["default"] = "$default"
        bare = _DEFAULT.sub("const $default = ", _EXPORT.sub(r"\1", _LIST.sub("", _IMPORT.sub("", text))))
        if left := _UNREAD.search(bare):
            raise ValueError(f"{name}: {left[0]}")
        return cls(name, imports, tuple(_LATER.findall(text)), exports, bare)

    def function(self) -> str:
        """The module as a function that was called, and what it gave."""
        given = ", ".join(own if own == name else f"{name}: {own}" for name, own in self.exports.items())
        lines = "".join(one.line() for one in self.imports)
        return f"const {_alias(self.name)} = (() => {{\n{lines}{self.text}return {{ {given} }};\n}})();\n"


def bundled(texts: Mapping[str, str], views: Sequence[str]) -> Mapping[str, str]:
    """The files that travel, by name, for modules by name. ``views`` are the modules that show a view."""
    modules = {name: Module.read(name, text) for name, text in texts.items()}
    order = list(
        TopologicalSorter({name: [one.of for one in of.imports] for name, of in modules.items()}).static_order()
    )
    files = _files(modules, views)
    home = {name: file for file, members in files.items() for name in members}
    return {
        file: _written(file, [modules[name] for name in order if name in members], modules, home)
        for file, members in files.items()
    }


def _files(modules: Mapping[str, Module], views: Sequence[str]) -> Mapping[str, Sequence[str]]:
    """The modules of each file, by its name: that of its main module, or of the first of those that go together."""
    later = {name for of in modules.values() for name in of.later}
    at_once = {one.of for of in modules.values() for one in of.imports}
    heads = [name for name in modules if name in (MAIN, *later, *views) or "/" in name or name not in at_once]
    reach = {head: _reached(modules, head) for head in heads}
    seen = {head: _seen_in(head, modules, reach, views) for head in heads}
    files: dict[str, list[str]] = {head: [head] for head in heads}
    together: dict[object, str] = {}
    for name in [name for name in modules if name not in files]:
        asking = [head for head in heads if name in reach[head]]
        at_first = frozenset(head for head in asking if head in views)
        anywhere = frozenset(view for head in asking for view in seen[head])
        if MAIN in asking or len(at_first) >= MANY:
            home = MAIN
        elif len(asking) == 1 or (at_first == anywhere and len(at_first) == 1):
            home = next(iter(at_first or asking))
        else:
            # The same views need them, and need them as early: they come as one.
            home = together.setdefault((at_first, anywhere), name)
        files.setdefault(home, []).append(name)
    return files


def _seen_in(
    head: str, modules: Mapping[str, Module], reach: Mapping[str, set[str]], views: Sequence[str]
) -> frozenset[str]:
    """The views in which a main module may be asked for."""
    found: set[str] = set()
    waiting, known = [head], {head}
    while waiting:
        name = waiting.pop()
        if name in views:
            found.add(name)
            continue
        askers = {other for other, of in reach.items() if any(name in modules[one].later for one in of)}
        found |= {name} if MAIN in askers else set()
        waiting += [one for one in askers if one not in known and one != MAIN]
        known |= askers
    return frozenset(found)


def _reached(modules: Mapping[str, Module], head: str) -> set[str]:
    found: set[str] = set()
    waiting = [head]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += [one.of for one in modules[name].imports]
    return found


def _written(file: str, here: Sequence[Module], modules: Mapping[str, Module], home: Mapping[str, str]) -> str:
    """A file: what it takes from others, its modules, and what it gives."""
    own = {of.name for of in here}
    taken: dict[str, set[str]] = {}
    for name in {one.of for of in here for one in of.imports if one.of not in own}:
        taken.setdefault(home[name], set()).add(_alias(name))
    asked = {one.of for of in modules.values() if home[of.name] != file for one in of.imports}
    given = sorted(_alias(name) for name in own & asked)
    return "".join(
        [
            *(f'import {{ {", ".join(sorted(names))} }} from "./{of}";\n' for of, names in sorted(taken.items())),
            *(of.function() for of in here),
            *([f"export {{ {', '.join(given)} }};\n"] if given else []),
            *_given(modules[file]),
        ]
    )


def _given(head: Module) -> Iterator[str]:
    """What a file exports under the names of its main module."""
    names = [name for name in head.exports if name != "default"]
    if names:
        yield f"export const {{ {', '.join(names)} }} = {_alias(head.name)};\n"
    if "default" in head.exports:
        yield f"export default {_alias(head.name)}.default;\n"


def _alias(name: str) -> str:
    """How a module is called within a file."""
    return "$" + re.sub(r"\W", "_", name.removesuffix(".js"))
