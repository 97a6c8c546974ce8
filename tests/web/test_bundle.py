"""Modules that travel together: what each exports and imports is the same, once for all."""

import json
import re
from typing import Final

import pytest

from kit.web import bundle, script, sources

ASSETS: Final = {name: data.decode() for name, data in sources.read().items()}

CORE = """import words from "./words-frame.js";
import { own as mine } from "./store.js";
export const show = () => [mine, words.close];
export const open = () => import("./view-b.js");
"""
STORE = "export const own = 1;\n"
VIEW = """import * as store from "./store.js";
import words from "./words-bubbles.js";
import { half } from "./part.js";
export async function show() { return [store.own, half(words.title)]; }
export { half as other };
"""
PART = "export function half(a) { return a; }\n"
PART_ASKED = 'import { half } from "./part.js";\nexport const show = half;\n'
TEXTS = {
    "core.js": CORE,
    "store.js": STORE,
    "view-b.js": VIEW,
    "part.js": PART,
    "words-frame.js": 'export default {"close":"Sluit"};\n',
    "words-bubbles.js": 'export default {"title":"Bol"};\n',
}


def test_what_only_one_asks_for_is_in_its_file_and_what_all_ask_for_in_the_first() -> None:
    made = bundle.bundled(TEXTS, ["view-b.js"])
    assert list(made) == ["core.js", "view-b.js"]
    assert "const $store = (() => {" in made["core.js"]
    assert "const $part = (() => {" in made["view-b.js"]
    assert 'import { $store } from "./core.js";\n' in made["view-b.js"]
    assert "export { $store };\n" in made["core.js"]
    assert "return { show, other: half };" in made["view-b.js"]
    assert made["view-b.js"].endswith("export const { show, other } = $view_b;\n")


def test_words_travel_with_the_view_that_says_them() -> None:
    made = bundle.bundled(TEXTS, ["view-b.js"])
    assert [name for name, text in made.items() if '"Sluit"' in text] == ["core.js"]
    assert [name for name, text in made.items() if '"Bol"' in text] == ["view-b.js"]


def test_words_are_no_code_whatever_they_say() -> None:
    said = {"title": 'import("./part.js")\nexport default 1;\nimport "./store.js";\n${`\u2028'}
    made = bundle.bundled({**TEXTS, "words-bubbles.js": script.module(said).decode()}, ["view-b.js"])
    assert list(made) == ["core.js", "view-b.js"]
    (line,) = [one for one in made["view-b.js"].split("\n") if one.startswith("const $default = ")]
    assert json.loads(line.removeprefix("const $default = ").removesuffix(";")) == said


def test_what_two_views_ask_for_is_in_one_file_and_what_three_ask_for_in_the_first() -> None:
    views = ["view-b.js", "view-p.js", "view-k.js"]
    two = {**TEXTS, "view-p.js": PART_ASKED, "view-k.js": "export const show = 1;\n"}
    made = bundle.bundled(two, views)
    assert [name for name, text in made.items() if "const $part = " in text] == ["part.js"]
    three = bundle.bundled({**two, "view-k.js": PART_ASKED}, views)
    assert [name for name, text in three.items() if "const $part = " in text] == ["core.js"]


def test_what_is_asked_for_later_keeps_its_own_file() -> None:
    later = {**TEXTS, "view-b.js": VIEW + 'export const more = () => import("./part.js");\n'}
    assert set(bundle.bundled(later, ["view-b.js"])) == {"core.js", "view-b.js", "part.js"}


def test_what_a_name_that_is_made_up_may_ask_for_keeps_its_own_file() -> None:
    asked = VIEW + "export const lay = (name) => import(`./layouts/${name}.js`);\n"
    blank = 'import blank from "./layouts/8A.js";\n'
    made = bundle.bundled({**TEXTS, "view-b.js": blank + asked, "layouts/8A.js": "export default {};\n"}, ["view-b.js"])
    assert made["layouts/8A.js"].endswith("export default $layouts_8A.default;\n")


@pytest.mark.parametrize(
    "line", ['import "./part.js";', "export * from './part.js';", 'import a, { b } from "./part.js";']
)
def test_an_import_that_is_not_known_is_an_error(line: str) -> None:
    with pytest.raises(ValueError, match=re.escape(line)):
        bundle.Module.read("a.js", f"{line}\n")


def test_modules_import_one_way() -> None:
    with pytest.raises(ValueError, match="cycle"):
        bundle.bundled({"core.js": 'import { a } from "./b.js";\n', "b.js": 'import { b } from "./core.js";\n'}, [])


def test_every_module_is_in_exactly_one_file() -> None:
    texts = {name: text for name, text in ASSETS.items() if name.endswith(".js")}
    made = bundle.bundled({**texts, **dict.fromkeys(missing(texts), "export default {};\n")}, [])
    for name in texts:
        alias = f"const {bundle._alias(name)} = (() => {{"
        assert sum(text.count(alias) for text in made.values()) == 1, name


def missing(texts: dict[str, str]) -> set[str]:
    """What is generated and not written: imported, but no asset."""
    imports = (bundle.Module.read(name, text).imports for name, text in texts.items())
    return {one.of for some in imports for one in some} - set(texts)
