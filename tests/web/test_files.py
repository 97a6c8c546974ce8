"""The files of the site as they are: the same each time, nothing within the page that runs, and what they must hold."""

import json
import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

from kit.model.schema.site import VIEWS
from kit.model.site_words import read
from kit.serve.site import KINDS, POLICY
from kit.web import build, script, sources
from kit.web import page as pages
from kit.web import site as web
from tests.conftest import ROOT, shipped
from tests.small import tree


def inside(made: build.Made) -> dict[str, bytes]:
    """The files in the folder, by their places in it."""
    return {name.partition("/")[2]: data for name, data in made.files.items() if "/" in name}


def html(made: build.Made) -> str:
    return made.files[made.page].decode()


@pytest.mark.slow
def test_two_processes_in_two_places_make_the_same_bytes(tmp_path: Path) -> None:
    folders = []
    for zone, seed in (("Pacific/Kiritimati", "1"), ("Pacific/Pago_Pago", "2")):
        folders.append(tmp_path / seed)
        environment = {**os.environ, "TZ": zone, "PYTHONHASHSEED": seed, "LC_ALL": "C" if seed == "1" else "C.UTF-8"}
        command = [sys.executable, "-m", "kit", "site", "--out", str(folders[-1])]
        subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)
    first, second = map(tree, folders)
    assert first == second
    assert len(first) > 60


def test_everything_but_the_page_and_its_worker_is_in_a_folder_named_by_what_is_in_it(made: build.Made) -> None:
    outside = {name for name in made.files if "/" not in name}
    folders = {name.partition("/")[0] for name in made.files if "/" in name}
    assert outside == {"netwerkuitbouwen.html", "sw.js"}
    (folder,) = folders
    assert re.fullmatch(r"kit-[0-9a-f]{8}", folder)
    assert folder in html(made)
    assert web._TOKEN not in html(made)


def test_every_file_is_of_a_kind_that_is_served(made: build.Made) -> None:
    assert {Path(name).suffix for name in made.files} <= set(KINDS)


class Tags(HTMLParser):
    """Every tag of a page with its attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[tuple[str, str]] = []
        self._open = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open = tag
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.text.append((self._open, data))


def test_nothing_in_the_page_runs_or_comes_from_elsewhere(made: build.Made) -> None:
    page = Tags(html(made))
    (policy,) = [tag["content"] for _, tag in page.tags if tag.get("http-equiv") == "Content-Security-Policy"]
    assert policy == pages.POLICY
    assert POLICY.startswith(pages.POLICY.partition("; base-uri")[0])
    assert "unsafe" not in pages.POLICY
    assert [tag for tag, _ in page.text if tag in ("script", "style")] == []
    for tag, attributes in page.tags:
        assert [name for name in attributes if name == "style" or name.startswith("on")] == []
        if tag in ("script", "link", "img", "use"):
            target = attributes.get("src") or attributes.get("href") or ""
            assert target.startswith("#") or f"{target}" in made.files, (tag, attributes)


def test_every_icon_that_the_page_shows_is_in_it(made: build.Made) -> None:
    page = Tags(html(made))
    known = {tag["id"] for name, tag in page.tags if name == "symbol"}
    asked = {str(tag["href"])[1:] for name, tag in page.tags if name == "use"}
    assert asked <= known
    said = b"".join(data for name, data in inside(made).items() if name.endswith(".js")).decode()
    assert {f"icon-{name}" for name in re.findall(r'\bicon\("([\w-]+)"\)', said)} <= known


def test_every_link_in_the_page_has_a_place_to_go(made: build.Made) -> None:
    page = Tags(html(made))
    ids = [tag["id"] for _, tag in page.tags if "id" in tag]
    assert len(ids) == len(set(ids))
    links = {str(tag["href"]) for name, tag in page.tags if name == "a"}
    assert {link[1:] for link in links if link.startswith("#")} - {""} <= set(ids)


def test_every_sheet_has_a_place_of_its_fragment(made: build.Made) -> None:
    views = [tag["id"] for _, tag in Tags(html(made)).tags if tag.get("class") == "view"]
    assert views == ["overzicht", "c1", "b", "p", "c2", "i", "w", "d", "k"]


def test_every_file_that_a_module_asks_for_is_there(made: build.Made) -> None:
    files = inside(made)
    for name, data in files.items():
        if name.endswith(".js"):
            text = data.decode()
            asked = re.findall(r'(?:from |import\()"\./([^"]+)"', text) + re.findall(r'style\("([^"]+)"\)', text)
            assert [one for one in asked if one not in files] == [], name


@pytest.mark.parametrize("view", web.VIEWS, ids=lambda view: view.key)
def test_a_view_waits_for_no_styles_but_those_that_are_asked_for_before_its_module(
    made: build.Made, view: web.View
) -> None:
    files = inside(made)
    early = files["early.js"].decode()
    told = json.loads(early.partition("const first = ")[2].partition(";\n")[0])
    assert {one for one in told[view.key] if one.endswith(".css")} == set(view.styles)
    written = files[view.module].decode()
    shown = written[written.index("async function show(") :] if view.styles else ""
    assert set(re.findall(r'style\("([^"]+)"\)', shown.partition("\n}\n")[0])) == set(view.styles)


def test_the_worker_keeps_all_that_works_offline(made: build.Made) -> None:
    first, _, code = made.files["sw.js"].decode().partition("\n")
    told = json.loads(first.removeprefix("const kit = ").removesuffix(";"))
    files = inside(made)
    kept = {*told["shell"], *told["rest"]}
    left_out = ("data/m/", "paper/grey", "paper/low-ink")
    assert {name for name in files if name not in kept} == {name for name in files if name.startswith(left_out)}
    assert kept <= set(files)
    assert {"early.js", "core.js", "kit.css", "theme.css", "view-c1.js"} <= set(told["shell"])
    assert told["page"] == "netwerkuitbouwen.html"
    assert told["name"].endswith(told["folder"])
    assert "skipWaiting" in code


def test_the_words_reach_the_modules_as_plain_data() -> None:
    site_words = read(shipped().folder).words
    assert site_words
    told = {
        name.removeprefix("words-").removesuffix(".js"): json.loads(
            data.removeprefix(b"export default ").removesuffix(b";\n")
        )
        for name, data in script.words(shipped(), site_words).items()
    }
    assert set(VIEWS) <= set(told)
    assert told["steps"][0]["head"] == "Stel jezelf voor"
    assert told["sheet-c1"]["who"] == {"head": "Wie ben je?", "hint": "de naam van je organisatie"}
    assert told["overview"]["partners"] == {"one": "1 partner", "many": "{n} partners"}


def test_every_module_with_words_is_asked_for() -> None:
    site_words = read(shipped().folder).words
    assert site_words
    written = b"".join(data for name, data in sources.read().items() if name.endswith(".js"))
    assert [name for name in script.words(shipped(), site_words) if f'from "./{name}"'.encode() not in written] == []
