"""`kit site` and `kit serve`: what they write, what they serve, and what they refuse."""

import http.client
import json
import os
import re
import shutil
import sys
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from threading import Event
from typing import Any
from urllib.parse import urlsplit

import pytest

from kit import files
from kit.diagnostics import KitError, Severity
from kit.model.site_words import NONE
from kit.serve.loopback import Server
from kit.serve.site import SiteFiles, page_in
from kit.web import build, written
from tests.conftest import CONTENT, Run
from tests.small import change, tree


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return shutil.copytree(CONTENT, tmp_path / "inhoud")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("public")
    order = build.Order(out=out)
    build.write(order, build.make(order))
    return out


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[Server]:
    page = page_in(folder)
    assert page
    running = Server(SiteFiles(folder, page))
    yield running
    running.close()


def get(server: Server, path: str, host: str | None = None, method: str = "GET") -> http.client.HTTPResponse:
    where = urlsplit(server.address).netloc
    connection = http.client.HTTPConnection(where, timeout=10)
    connection.putrequest(method, path, skip_host=True)
    connection.putheader("Host", host or where)
    connection.endheaders()
    return connection.getresponse()


def test_it_says_where_the_page_is_and_how_much_there_is(run: Run, tmp_path: Path) -> None:
    status, said, told = run("site", "--out", tmp_path / "public")
    assert (status, said) == (0, f"{tmp_path / 'public' / 'netwerkuitbouwen.html'}\n")
    assert re.fullmatch(r"The digital edition has \d+ files\.\n", told)
    assert page_in(tmp_path / "public") == "netwerkuitbouwen.html"


def test_it_goes_beside_the_sheets_unless_told_otherwise() -> None:
    assert build.Order(language="fr").folder == Path("out/fr/site")


@pytest.mark.parametrize(
    ("address", "page", "scope"),
    [
        ("https://example.org/kit/", "index.html", "./"),
        ("https://example.org/kit", "index.html", "./"),
        ("https://example.org/net.html", "net.html", "net.html"),
        ("http://127.0.0.1:8000/", "index.html", "./"),
    ],
)
def test_the_address_names_the_page(run: Run, tmp_path: Path, address: str, page: str, scope: str) -> None:
    assert run("site", "--out", tmp_path, "--base-url", address)[0] == 0
    assert (tmp_path / page).is_file()
    (code,) = tmp_path.glob("kit-*/core.js")
    assert f'"page":"{page}","scope":"{scope}"' in code.read_text(encoding="utf-8")


@pytest.mark.parametrize("address", ["example.org", "ftp://example.org/", "https://example.org/#c1", ""])
def test_what_is_no_address_is_wrong_use(run: Run, tmp_path: Path, address: str) -> None:
    status, _, complaint = run("site", "--out", tmp_path, "--base-url", address)
    assert status == 2
    assert "--base-url" in complaint
    assert tree(tmp_path) == {}


def test_a_newer_site_takes_the_place_of_an_older_and_of_nothing_else(run: Run, content: Path, tmp_path: Path) -> None:
    out = tmp_path / "public"
    run("site", "--content", content, "--out", out)
    (old,) = out.glob("kit-*")
    (out / "kit-mine").mkdir()
    (out / "kit-mine" / "mine.txt").write_text("mine", encoding="utf-8")
    change(content / "nl" / "site" / "keep.yaml", "title: ", "title: Ook ")
    run("site", "--content", content, "--out", out)
    assert not old.exists()
    assert len(list(out.glob("kit-????????"))) == 1
    assert (out / "kit-mine" / "mine.txt").is_file()


def made_of(page: str, token: str, **more: bytes) -> build.Made:
    """A site of a few files, in a folder of a name."""
    own = {f"kit-{token}/{name}.js": data for name, data in more.items()}
    return build.Made({page: token.encode(), "sw.js": token.encode(), **own}, page, ())


def site(folder: Path) -> dict[str, bytes]:
    return {place: data for place, data in tree(folder).items() if place != written.NAME}


def test_only_what_the_kit_wrote_is_removed_and_nothing_behind_a_link(tmp_path: Path) -> None:
    out, mine = tmp_path / "public", tmp_path / "mine"
    order = build.Order(out=out)
    first = made_of("x.html", "0000000a", core=b"1", **{"fonts/a": b"2", "edited": b"3"})
    build.write(order, first)
    assert site(out) == first.files
    (mine / "fonts").mkdir(parents=True)
    (mine / "fonts" / "a.js").write_bytes(b"2")
    (mine / "kept.txt").write_bytes(b"mine")
    (out / "kit-11111111").symlink_to(mine)
    (out / "kit-22222222").mkdir()
    (out / "kit-22222222" / "core.js").write_bytes(b"1")
    (out / "kit-0000000a" / "own.txt").write_bytes(b"own")
    (out / "kit-0000000a" / "edited.js").write_bytes(b"by hand")
    shutil.rmtree(out / "kit-0000000a" / "fonts")
    (out / "kit-0000000a" / "fonts").symlink_to(mine / "fonts")
    second = made_of("x.html", "0000000b", core=b"4")
    done = build.write(order, second)
    assert (mine / "fonts" / "a.js").read_bytes() == b"2"
    assert (mine / "kept.txt").is_file()
    assert (out / "kit-22222222" / "core.js").is_file()
    assert {path.name for path in (out / "kit-0000000a").iterdir()} == {"own.txt", "edited.js", "fonts"}
    assert [(one.code, one.values["list"]) for one in done.notes] == [
        ("site-strangers", "kit-0000000a, kit-11111111, kit-22222222")
    ]


@pytest.mark.parametrize(
    "place", ["../mine.txt", "kit-0000000a/../../mine.txt", "/mine.txt", "mine.txt", "kit-0000000a/.x", "kit-0000000a"]
)
def test_a_list_that_names_something_else_is_not_believed(tmp_path: Path, place: str) -> None:
    out = tmp_path / "public"
    order = build.Order(out=out)
    build.write(order, made_of("x.html", "0000000a", core=b"1"))
    for file in (tmp_path / "mine.txt", out / "mine.txt", out / "kit-0000000a" / ".x"):
        file.write_bytes(b"mine")
    list_of_files = out / written.NAME
    list_of_files.write_text(json.dumps({"files": {place: sha256(b"mine").hexdigest()}}), encoding="utf-8")
    build.write(order, made_of("x.html", "0000000b", core=b"1"))
    assert (tmp_path / "mine.txt").is_file()
    assert (out / "mine.txt").is_file()
    assert (out / "kit-0000000a" / ".x").is_file()


def test_each_moment_has_a_site_that_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page names a folder that is whole, and so does the service worker, whenever somebody comes by."""
    order = build.Order(out=tmp_path)
    sites = {token: made_of("x.html", token, core=token.encode(), data=b"d") for token in ("0000000a", "0000000b")}
    build.write(order, sites["0000000a"])
    seen: list[tuple[str, str]] = []
    replace = Path.replace

    def looking(self: Path, target: Path) -> Path:
        done = replace(self, target)
        page, worker = ((tmp_path / name).read_text(encoding="utf-8") for name in ("x.html", "sw.js"))
        for token in (page, worker):
            whole = {place: data for place, data in sites[token].files.items() if "/" in place}
            assert whole.items() <= site(tmp_path).items()
        seen.append((page, worker))
        return done

    monkeypatch.setattr(Path, "replace", looking)
    build.write(order, sites["0000000b"])
    assert list(dict.fromkeys(seen)) == [("0000000a", "0000000a"), ("0000000a", "0000000b"), ("0000000b", "0000000b")]


def test_what_a_killed_site_left_is_removed_by_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    order = build.Order(out=tmp_path)

    def killed(*_: object) -> None:
        raise SystemExit

    with monkeypatch.context() as patched:
        patched.setattr(files, "_place_all", only_the_first(killed))
        patched.setattr(files, "_forget", lambda _: None)
        with pytest.raises(SystemExit):
            build.write(order, made_of("x.html", "0000000a", core=b"1"))
    assert any(path.name.endswith(".part") for path in tmp_path.rglob("*"))
    last = made_of("x.html", "0000000b", core=b"1")
    assert build.write(order, last).notes == ()
    assert site(tmp_path) == last.files
    assert not (tmp_path / "kit-0000000a").exists()


def only_the_first(killed: Callable[..., None]) -> Callable[..., None]:
    """The list is written; all else is cut short."""
    calls: list[object] = []
    place_all = files._place_all

    def place(staged: Any) -> None:
        calls.append(staged)
        place_all(staged) if len(calls) == 1 else killed()

    return place


def test_all_files_of_a_site_are_on_its_list(folder: Path) -> None:
    named = set(written.told(folder))
    assert named == {place for place in site(folder) if "/" in place}
    assert named


def test_one_word_in_the_page_alone_changes_the_name_of_the_folder(content: Path) -> None:
    """Else a browser would keep the older page with the newer files."""
    before = build.make(build.Order(content))
    change(content / "nl" / "sheets" / "werkwijze.yaml", "Reken op 2,5 uur.", "Reken op 3 uur.")
    after = build.make(build.Order(content))
    names = [{name.partition("/")[0] for name in made.files if "/" in name} for made in (before, after)]
    assert names[0] != names[1]


def test_content_of_an_older_kit_is_told_what_it_lacks(run: Run, content: Path) -> None:
    shutil.rmtree(content / "nl" / "site")
    status, _, complaint = run("site", "--content", content)
    assert status == 1
    assert "The words of the digital edition are missing" in complaint
    assert "kit init new" in complaint
    found = run("check", "--content", content)
    assert found[0] == 0
    assert "The words of the digital edition are missing" in found[1]


def test_the_words_of_an_older_kit_are_no_error_for_who_only_prints(content: Path) -> None:
    from kit.build import check

    shutil.rmtree(content / "nl" / "site")
    (told,) = [one for one in check.check(check.Order(content)) if one.code == NONE]
    assert told.severity is Severity.WARNING


def test_a_mistake_in_a_word_is_told_with_its_place(run: Run, content: Path) -> None:
    change(content / "nl" / "site" / "frame.yaml", "skip: Naar de inhoud", "skpi: Naar de inhoud")
    for command in ("site", "check"):
        status, said, complaint = run(command, "--content", content)
        assert status == 1
        assert "frame.yaml" in said + complaint
        assert "skip" in said + complaint


def test_a_build_does_not_read_them(run: Run, content: Path, tmp_path: Path) -> None:
    (content / "nl" / "site" / "frame.yaml").write_text("{", encoding="utf-8")
    assert run("build", "--content", content, "--out", tmp_path / "out", "canvas-1")[0] == 0


def test_it_needs_every_sheet_at_its_fragment(content: Path) -> None:
    change(content / "nl" / "sheets" / "werkwijze.yaml", "fragment: w", "fragment: x")
    with pytest.raises(KitError) as caught:
        build.make(build.Order(content))
    assert [(one.code, one.values["layout"]) for one in caught.value.diagnostics] == [("site-needs-sheet", "method")]


def test_without_its_packages_it_says_what_to_install(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(build, "find_spec", lambda name: None if name == "jinja2" else object())
    status, _, complaint = run("site", "--out", tmp_path)
    assert status == 1
    assert "jinja2" in complaint
    assert "pip install" in complaint


def test_hostile_words_stay_text(content: Path) -> None:
    hostile = r"\<script>alert(1)\</script>\<img src=x onerror=alert(2)>"
    change(content / "nl" / "site" / "frame.yaml", "skip: Naar de inhoud", f"skip: '{hostile}'")
    change(content / "nl" / "sectors.yaml", "name: Kunst & cultuur", f"name: '{hostile} & \"'")
    change(content / "nl" / "kit.yaml", "title: Bouw je netwerk uit", f"title: '\\</script>\\<style>{hostile}'")
    made = build.make(build.Order(content))
    page = made.files[made.page].decode()
    assert "<script>alert" not in page
    assert "<img" not in page
    assert "<style" not in page
    assert page.count("&lt;script&gt;alert(1)") >= 3


# Served


def test_what_is_served_has_its_kind_and_a_policy(server: Server, folder: Path) -> None:
    (inside,) = (one.name for one in folder.glob("kit-*"))
    for path, kind in {
        "/": "text/html; charset=utf-8",
        "/netwerkuitbouwen.html": "text/html; charset=utf-8",
        "/sw.js": "text/javascript; charset=utf-8",
        f"/{inside}/core.js": "text/javascript; charset=utf-8",
        f"/{inside}/fonts/poppins-600.woff2": "font/woff2",
        f"/{inside}/data/m/12.json": "application/json; charset=utf-8",
        f"/{inside}/manifest.webmanifest": "application/manifest+json; charset=utf-8",
    }.items():
        answer = get(server, path)
        assert (answer.status, answer.headers["Content-Type"]) == (200, kind)
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        assert answer.headers["Cache-Control"] == (
            "no-store" if "/kit-" not in path else "private, max-age=86400, immutable"
        )


@pytest.mark.parametrize(
    "path",
    [
        "/../pyproject.toml",
        "/%2e%2e/x.js",
        "/kit-x/..%2f..%2fsw.js",
        "//etc/x.js",
        "/sw.js%00.js",
        "/.git/x.js",
        "/sw.js/x",
    ],
)
def test_no_address_leads_out_of_the_folder(server: Server, path: str) -> None:
    assert get(server, path).status == 404


def test_a_link_that_leads_out_of_the_folder_is_not_followed(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.js").write_text("secret", encoding="utf-8")
    (folder / "way.js").symlink_to(tmp_path / "secret.js")
    assert SiteFiles(folder, "x.html").answer("/way.js") is None
    (folder / "way.js").unlink()


def test_only_this_machine_by_its_own_name_is_answered(server: Server) -> None:
    assert server.address.startswith("http://127.0.0.1:")
    assert get(server, "/", host="evil.example").status == 403
    assert get(server, "/", host=f"localhost:{urlsplit(server.address).port}").status == 200
    assert get(server, "/", method="POST").status == 501


def test_a_folder_without_a_site_is_told(run: Run, tmp_path: Path) -> None:
    status, _, complaint = run("serve", "--out", tmp_path)
    assert status == 1
    assert "There is no digital edition in" in complaint


@pytest.mark.parametrize(
    "path", ["/" + 300 * "a" + ".html", "/a/" + 300 * "b" + ".js", "//[x.html", "http://[x.html", "/%00.js"]
)
def test_what_can_be_no_file_is_not_there(server: Server, path: str) -> None:
    assert get(server, path).status == 404


@pytest.mark.parametrize("path", ["/%ff%fe.js", "/caf%e9.html", "/%ed%b3%a9.js"])
def test_an_address_that_is_no_utf8_is_not_there(server: Server, path: str) -> None:
    assert get(server, path).status == 404


NO_UTF8 = os.fsdecode(b"caf\xe9")


@pytest.mark.skipif(sys.platform != "linux", reason="only here a file may have any name")
def test_files_and_folders_with_a_name_that_is_no_utf8_are_served_or_told(run: Run, tmp_path: Path) -> None:
    public = tmp_path / NO_UTF8
    public.mkdir()
    status, _, complaint = run("serve", "--out", public)
    assert status == 1
    assert "There is no digital edition in" in complaint
    (public / "sw.js").write_text("worker", encoding="utf-8")
    (public / f"{NO_UTF8}.html").write_text("page", encoding="utf-8")
    page = page_in(public)
    assert page == f"{NO_UTF8}.html"
    server = Server(SiteFiles(public, page))
    assert get(server, "/").read() == b"page"
    assert get(server, "/sw.js").read() == b"worker"
    server.close()


def test_a_file_that_is_larger_than_any_of_a_site_is_not_served(folder: Path, server: Server) -> None:
    with (folder / "film.json").open("wb") as film:
        film.truncate(3_000_000_000)
    assert get(server, "/film.json").status == 404


def test_serving_waits_with_a_timeout_so_that_windows_hears_ctrl_c(
    run: Run, monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    waits: list[float | None] = []

    def interrupted(_: Event, timeout: float | None = None) -> bool:
        waits.append(timeout)
        if len(waits) == 3:
            raise KeyboardInterrupt
        return False

    with monkeypatch.context() as patched:
        # Threads wait too as they begin: only the server's own wait is replaced.
        patched.setattr(Server, "wait", lambda self: until(interrupted, self))
        assert run("serve", "--out", folder)[0] == 0
    assert len(waits) == 3
    assert all(waits)


def until(interrupted: Callable[[Event, float | None], bool], server: Server) -> None:
    """The server's own wait, with another event to wait for."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Event, "wait", interrupted)
        WAIT(server)


WAIT = Server.wait
