"""`kit site` and `kit serve`: what they write, what they serve, and what they refuse."""

import http.client
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from kit import site
from kit.diagnostics import KitError, Severity
from kit.loopback import Server
from kit.model.site_words import NONE
from kit.site_server import Shelf, page_in
from tests.conftest import CONTENT, Run
from tests.small import change, tree


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return shutil.copytree(CONTENT, tmp_path / "inhoud")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("public")
    order = site.Order(out=out)
    site.write(order, site.make(order))
    return out


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[Server]:
    page = page_in(folder)
    assert page
    running = Server(Shelf(folder, page))
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
    assert site.Order(language="fr").folder == Path("out/fr/site")


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


def test_one_word_in_the_page_alone_changes_the_name_of_the_folder(content: Path) -> None:
    """Else a browser would keep the older page with the newer files."""
    before = site.make(site.Order(content))
    change(content / "nl" / "sheets" / "werkwijze.yaml", "Reken op 2,5 uur.", "Reken op 3 uur.")
    after = site.make(site.Order(content))
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
    from kit import check

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
        site.make(site.Order(content))
    assert [(one.code, one.values["layout"]) for one in caught.value.diagnostics] == [("site-needs-sheet", "method")]


def test_without_its_packages_it_says_what_to_install(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(site, "find_spec", lambda name: None if name == "jinja2" else object())
    status, _, complaint = run("site", "--out", tmp_path)
    assert status == 1
    assert "jinja2" in complaint
    assert "pip install" in complaint


def test_hostile_words_stay_text(content: Path) -> None:
    hostile = r"\<script>alert(1)\</script>\<img src=x onerror=alert(2)>"
    change(content / "nl" / "site" / "frame.yaml", "skip: Naar de inhoud", f"skip: '{hostile}'")
    change(content / "nl" / "sectors.yaml", "name: Kunst & cultuur", f"name: '{hostile} & \"'")
    change(content / "nl" / "kit.yaml", "title: Bouw je netwerk uit", f"title: '\\</script>\\<style>{hostile}'")
    made = site.make(site.Order(content))
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
    assert Shelf(folder, "x.html").answer("/way.js") is None
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
