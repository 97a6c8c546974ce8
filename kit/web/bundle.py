"""Modules that are always asked for together travel as one file: many small ones take a third more on a thin line.

The modules are those of `assets`, written as anybody reads them. Each becomes a function that gives what it exports,
in the file of the one that asks for it; what several views ask for is in the file of the first module, which everybody
has. A file exports under its own names what its main module exports, and its other modules by name, such as ``$frame``.

Of ``words.js`` each file only brings what its modules say. No module may import one that imports it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from graphlib import TopologicalSorter
from typing import Any, Final

MAIN: Final = "core.js"
WORDS: Final = "words.js"
MANY: Final = 3
"""What so many views ask for, everybody is sent."""

_IMPORT: Final = re.compile(
    r'^import (?:\* as (?P<whole>\w+)|(?P<default>\w+)|\{(?P<names>[^}]*)\}) from "\./(?P<of>[\w/-]+\.js)";\n', re.M
)
_EXPORT: Final = re.compile(r"^export ((?:async )?(?:function\*?|const|class) (\w+))", re.MULTILINE)
_LIST: Final = re.compile(r"^export \{([^}]*)\};\n", re.MULTILINE)
_DEFAULT: Final = re.compile(r"^export default ", re.MULTILINE)
_LATER: Final = re.compile(r'\bimport\("\./([\w/-]+\.js)"\)')
_MADE_UP: Final = "import(`./${"
_STRING: Final = re.compile(r'"([\w-]+)"')
_UNREAD: Final = re.compile(r"^(?:import|export)\b(?!\().*", re.MULTILINE)

_Words = Mapping[str, Any]


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
        return cls(name, imports, tuple(_later(text)), exports, bare)

    def spoken(self) -> Iterator[tuple[str, ...]]:
        """The ways to the words that it says; an empty one where that may be any."""
        for one in self.imports:
            if one.of == WORDS:
                yield from self._spoken(one.default)

    def _spoken(self, name: str) -> Iterator[tuple[str, ...]]:
        # The name before a colon is that of a property.
        for found in re.finditer(rf"(?<![\w.$\"-]){name}\b(?![\":-])(?:\.(\w+)(?:\.(\w+))?)?", self.text):
            yield () if not found[1] else tuple(filter(None, found.groups())) if found[1] == "sheets" else (found[1],)

    def function(self) -> str:
        """The module as a function that was called, and what it gave."""
        given = ", ".join(own if own == name else f"{name}: {own}" for name, own in self.exports.items())
        lines = "".join(one.line() for one in self.imports)
        return f"const {_alias(self.name)} = (() => {{\n{lines}{self.text}return {{ {given} }};\n}})();\n"


def _later(text: str) -> Iterator[str]:
    """The modules that a text imports when it needs them; of a name that is made up, all that it may be."""
    yield from _LATER.findall(text)
    if _MADE_UP in text:
        yield from (f"{name}.js" for name in _STRING.findall(text))


def bundled(texts: Mapping[str, str], words: _Words, views: Sequence[str]) -> Mapping[str, str]:
    """The files that travel, by name, for modules by name. ``views`` are the modules that show a view."""
    modules = {name: Module.read(name, text) for name, text in texts.items()}
    modules[WORDS] = Module(WORDS, (), (), {"default": "$default"}, "")
    asked = {name: [one.of for one in of.imports] for name, of in modules.items()}
    order = list(TopologicalSorter(asked).static_order())
    plan = _Plan.of(modules, views)
    said = {file: _said([modules[name] for name in members], words) for file, members in plan.files.items()}
    written = {}
    for file, members in plan.files.items():
        here = [modules[name] for name in order if name in members]
        more = {} if file == MAIN else _beyond(said[file], [said[other] for other in plan.before(file)])
        written[file] = _written(file, here, modules, plan.home, said[MAIN], more)
    return written


@dataclass(frozen=True, slots=True)
class _Plan:
    """Which module travels in which file: ``files`` by name, ``home`` of each module.

    ``seen``: in which views a file may be asked for. ``needs``: the files that it asks for, and those that these do.
    """

    files: Mapping[str, Sequence[str]]
    home: Mapping[str, str]
    seen: Mapping[str, frozenset[str]]
    needs: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, modules: Mapping[str, Module], views: Sequence[str]) -> _Plan:
        """Make it."""
        later = {name for of in modules.values() for name in of.later if name in modules}
        at_once = {one.of for of in modules.values() for one in of.imports}
        heads = [name for name in modules if name in (MAIN, *later, *views) or "/" in name or name not in at_once]
        reach = {head: _reached(modules, head) for head in heads}
        seen = {head: _seen_in(head, modules, reach, views) for head in heads}
        files = _files(modules, views, reach, seen)
        home = {name: file for file, members in files.items() for name in members}
        needs = {
            file: frozenset(home[one] for name in members for one in _reached(modules, name)) - {file}
            for file, members in files.items()
        }
        return cls(files, home, seen, needs)

    def before(self, file: str) -> frozenset[str]:
        """The files that are surely there before a file is: those it asks for, and those of its only view."""
        views = self.seen.get(file, frozenset())
        (view, *others) = views or (MAIN,)
        shown = {view, *self.needs[view]} if view in self.files and not others else set()
        return frozenset({MAIN, *self.needs[file], *shown} - {file})


def _files(
    modules: Mapping[str, Module],
    views: Sequence[str],
    reach: Mapping[str, set[str]],
    seen: Mapping[str, frozenset[str]],
) -> Mapping[str, Sequence[str]]:
    """The modules of each file, by its name: that of its main module, or of the first of those that go together."""
    heads = list(reach)
    files: dict[str, list[str]] = {head: [head] for head in heads}
    together: dict[object, str] = {}
    for name in [name for name in modules if name not in files]:
        asking = [head for head in heads if name in reach[head]]
        at_first = frozenset(head for head in asking if head in views)
        anywhere = frozenset(view for head in asking for view in seen[head])
        if name == WORDS or MAIN in asking or len(at_first) >= MANY:
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


def _written(
    file: str,
    here: Sequence[Module],
    modules: Mapping[str, Module],
    home: Mapping[str, str],
    said: _Words,
    more: _Words,
) -> str:
    """A file: what it takes from others, its words, its modules, and what it gives."""
    own = {of.name for of in here}
    taken: dict[str, set[str]] = {}
    for name in {one.of for of in here for one in of.imports if one.of not in own} | ({WORDS} if more else set()):
        taken.setdefault(home[name], set()).add(_alias(name))
    asked = {one.of for of in modules.values() if home[of.name] != file for one in of.imports} | {WORDS}
    given = sorted(_alias(name) for name in own & asked)
    return "".join(
        [
            *(f'import {{ {", ".join(sorted(names))} }} from "./{of}";\n' for of, names in sorted(taken.items())),
            *_added(more),
            *(_words_module(said) if of.name == WORDS else of.function() for of in here),
            *([f"export {{ {', '.join(given)} }};\n"] if given else []),
            *_given(modules[file]),
        ]
    )


def _words_module(said: _Words) -> str:
    return f"const {_alias(WORDS)} = {{ default: {_json(said)} }};\n"


def _added(more: _Words) -> Iterator[str]:
    """The words that a file brings."""
    sheets = more.get("sheets", {})
    rest = {key: value for key, value in more.items() if key != "sheets"}
    if rest:
        yield f"Object.assign({_alias(WORDS)}.default, {_json(rest)});\n"
    if sheets:
        yield f"Object.assign({_alias(WORDS)}.default.sheets, {_json(sheets)});\n"


def _given(head: Module) -> Iterator[str]:
    """What a file exports under the names of its main module."""
    names = [name for name in head.exports if name != "default"]
    if names:
        yield f"export const {{ {', '.join(names)} }} = {_alias(head.name)};\n"
    if "default" in head.exports:
        yield f"export default {_alias(head.name)}.default;\n"


def _said(modules: Iterable[Module], words: _Words) -> dict[str, Any]:
    """The words that modules say. ``sheets`` is there in any case, for others to add to."""
    ways = {way for of in modules for way in of.spoken()}
    if () in ways or ("sheets",) in ways:
        return dict(words)
    keys = {way[0] for way in ways}
    found = {key: value for key, value in words.items() if key in keys and key != "sheets"}
    return {**found, "sheets": {key: words["sheets"][key] for _, key in sorted(way for way in ways if len(way) == 2)}}


def _beyond(more: Mapping[str, Any], known: Sequence[_Words]) -> dict[str, Any]:
    """The words that no other file has brought."""
    keys = {key for one in known for key in one}
    rest = {key: value for key, value in more.items() if key not in keys}
    told = {key for one in known for key in one["sheets"]}
    sheets = {key: value for key, value in more["sheets"].items() if key not in told}
    return {**rest, **({"sheets": sheets} if sheets else {})}


def _alias(name: str) -> str:
    """How a module is called within a file."""
    return "$" + re.sub(r"\W", "_", name.removesuffix(".js"))


def _json(told: object) -> str:
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).replace("\u2028", "\\u2028")
