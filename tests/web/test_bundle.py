"""Modules that travel together: what each exports and imports is the same, once for all."""

import re
from importlib.resources import files
from typing import Final

import pytest

from kit.web import bundle, lean

ASSETS: Final = {one.name: one.read_text(encoding="utf-8") for one in (files("kit.web") / "assets").iterdir()}
WORDS: Final = {
    "frame": {"close": "Sluit"},
    "b": {"title": "Bol"},
    "c": "C",
    "sheets": {"b": {"x": "1"}, "p": {"x": "2"}},
}

CORE = """import words from "./words.js";
import { own as mine } from "./store.js";
export const show = () => [mine, words.frame.close];
export const open = () => import("./view-b.js");
"""
STORE = "export const own = 1;\n"
VIEW = """import * as store from "./store.js";
import words from "./words.js";
import { half } from "./part.js";
const said = words.b;
export async function show() { return [store.own, half(said), words.sheets.b]; }
export { half as other };
"""
PART = "export function half(a) { return a; }\n"
TEXTS = {"core.js": CORE, "store.js": STORE, "view-b.js": VIEW, "part.js": PART}


def test_what_only_one_asks_for_is_in_its_file_and_what_all_ask_for_in_the_first() -> None:
    made = bundle.bundled(TEXTS, WORDS, ["view-b.js"])
    assert list(made) == ["core.js", "view-b.js"]
    assert "const $store = (() => {" in made["core.js"]
    assert "const $part = (() => {" in made["view-b.js"]
    assert 'import { $store, $words } from "./core.js";\n' in made["view-b.js"]
    assert "export { $store, $words };\n" in made["core.js"]
    assert "return { show, other: half };" in made["view-b.js"]
    assert made["view-b.js"].endswith("export const { show, other } = $view_b;\n")


def test_each_file_brings_the_words_that_its_modules_say() -> None:
    made = bundle.bundled(TEXTS, WORDS, ["view-b.js"])
    assert 'const $words = { default: {"frame":{"close":"Sluit"},"sheets":{}} };' in made["core.js"]
    assert 'Object.assign($words.default, {"b":{"title":"Bol"}});' in made["view-b.js"]
    assert 'Object.assign($words.default.sheets, {"b":{"x":"1"}});' in made["view-b.js"]
    assert '"C"' not in "".join(made.values())


def test_who_may_say_anything_gets_all_words() -> None:
    made = bundle.bundled({**TEXTS, "core.js": CORE + "export const any = (key) => words[key];\n"}, WORDS, [])
    assert '"c":"C"' in made["core.js"]


def test_what_is_asked_for_later_keeps_its_own_file() -> None:
    later = {**TEXTS, "view-b.js": VIEW + 'export const more = () => import("./part.js");\n'}
    assert set(bundle.bundled(later, WORDS, ["view-b.js"])) == {"core.js", "view-b.js", "part.js"}
    made_up = {**TEXTS, "view-b.js": VIEW + 'for (const name of ["part"]) import(`./${name}.js`);\n'}
    assert set(bundle.bundled(made_up, WORDS, ["view-b.js"])) == {"core.js", "view-b.js", "part.js"}


@pytest.mark.parametrize(
    "line", ['import "./part.js";', "export * from './part.js';", 'import a, { b } from "./part.js";']
)
def test_an_import_that_is_not_known_is_an_error(line: str) -> None:
    with pytest.raises(ValueError, match=re.escape(line)):
        bundle.Module.read("a.js", f"{line}\n")


def test_modules_import_one_way() -> None:
    with pytest.raises(ValueError, match="cycle"):
        bundle.bundled(
            {"core.js": 'import { a } from "./b.js";\n', "b.js": 'import { b } from "./core.js";\n'}, WORDS, []
        )


def test_every_module_is_in_exactly_one_file() -> None:
    texts = {name: text for name, text in ASSETS.items() if name.endswith(".js")}
    made = bundle.bundled(
        {**texts, **dict.fromkeys(missing(texts), "export default {};\n")}, {**WORDS, "sheets": Everything()}, []
    )
    for name in texts:
        alias = f"const {bundle._alias(name)} = (() => {{"
        assert sum(text.count(alias) for text in made.values()) == 1, name


class Everything(dict[str, object]):
    """Words for whatever is asked."""

    def __missing__(self, key: str) -> str:
        return key


def missing(texts: dict[str, str]) -> set[str]:
    """What is generated and not written: imported, but no asset."""
    return (
        {one.of for name, text in texts.items() for one in bundle.Module.read(name, text).imports}
        - set(texts)
        - {"words.js"}
    )


@pytest.mark.parametrize("name", sorted(name for name in ASSETS if name.endswith(".js")))
def test_a_module_says_which_words_it_needs(name: str) -> None:
    """Else its file brings all of them: nothing else may be called as they are."""
    assert () not in set(bundle.Module.read(name, lean.script(ASSETS[name])).spoken())
