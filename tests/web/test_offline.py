"""After one visit the page works without a network, and two versions never mix."""

import json
import re
from collections.abc import Callable, Iterator, Mapping

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from kit.serve.loopback import Answer, Server
from kit.serve.site import SiteFiles
from kit.web import build
from tests.web.conftest import At

pytestmark = pytest.mark.engines("firefox")

READY = "Klaar. Deze pagina werkt nu ook zonder internet."


@pytest.fixture
def works_offline() -> bool:
    return True


class Changing:
    """A host of which the files change."""

    policy = SiteFiles.policy

    def __init__(self, made: build.Made) -> None:
        self.show(made.files, made.page)

    def show(self, files: Mapping[str, bytes], page: str) -> None:
        self._shelf = SiteFiles(files, page)

    def answer(self, path: str) -> Answer | None:
        return self._shelf.answer(path)


def newer(made: build.Made) -> dict[str, bytes]:
    """The same site with another folder and another title, as if it was made of other content."""
    (folder,) = {name.partition("/")[0] for name in made.files if "/" in name}
    other = "kit-ffffffff"
    files = {
        name.replace(folder, other): data.replace(folder.encode(), other.encode()) for name, data in made.files.items()
    }
    page = files[made.page]
    return {**files, made.page: page.replace(b"<title>", b"<title>Nieuwer: ")}


@pytest.fixture
def host(made: build.Made) -> Iterator[tuple[Changing, str]]:
    changing = Changing(made)
    server = Server(changing)
    yield changing, server.address
    server.close()


def kept(page: Page) -> dict[str, list[str]]:
    """What the browser keeps, by the name of the cache."""
    found: dict[str, list[str]] = page.evaluate(
        """async () => Object.fromEntries(await Promise.all((await caches.keys()).map(async (name) =>
        [name, (await (await caches.open(name)).keys()).map((request) => new URL(request.url).pathname.slice(1))])))"""
    )
    return found


@pytest.mark.engines("firefox", guards=True)
def test_after_the_first_visit_every_view_is_there_without_a_network(
    at: At, phone: Page, made: build.Made, provoked: list[str]
) -> None:
    provoked += ["ERR_INTERNET_DISCONNECTED", "ERR_FAILED"]
    page = at(phone, made.page + "#c1")
    expect(page.locator("#message")).to_contain_text(READY)
    ((name, files),) = kept(page).items()
    left_out = ("/data/m/", "/paper/grey", "/paper/low-ink", "sw.js")
    wanted = {one for one in made.files if not any(part in one for part in left_out)}
    assert set(files) == wanted
    assert name.startswith("kit /netwerkuitbouwen.html kit-")
    page.context.set_offline(True)
    for fragment in ("#c1", "#b/12021", "#c2", "#k", "#w", "#d", ""):
        page.goto("about:blank")
        at(page, made.page + fragment)
        expect(page.locator("h1:visible")).to_be_visible()
    assert page.evaluate(
        "fetch(document.querySelector('script').src.replace('early.js', 'data/places.json')).then((a) => a.ok)"
    )


def test_what_is_said_of_it_lies_over_no_button(at: At, phone: Page, made: build.Made) -> None:
    """On a small phone the buttons of the overview stand where messages come."""
    phone.set_viewport_size({"width": 360, "height": 600})
    phone.add_init_script(
        "navigator.serviceWorker?.addEventListener('message', ({ data }) => { window.said = data; });"
    )
    page = at(phone, made.page)
    expect(page.get_by_role("link", name="Begin met canvas 1")).to_be_in_viewport()
    page.wait_for_function("() => window.said === 'ready'")
    expect(page.locator("#message")).to_be_hidden()
    # Without a press: what drives Firefox scrolls to what it presses, and then there is room at once.
    page.evaluate("location.hash = 'c1'")
    expect(page.locator("#message")).to_contain_text(READY)


def test_only_the_page_itself_is_answered_for(at: At, phone: Page, made: build.Made) -> None:
    page = at(phone, made.page + "#w")
    expect(page.locator("#message")).to_contain_text(READY)
    scopes = page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.map((one) => one.scope))")
    assert [re.sub(r"^http://[^/]+", "", scope) for scope in scopes] == ["/netwerkuitbouwen.html"]


def test_a_newer_version_waits_until_somebody_asks_and_comes_as_a_whole(
    host: tuple[Changing, str], new_context: Callable[..., BrowserContext], made: build.Made, provoked: list[str]
) -> None:
    changing, address = host
    # Its own host is elsewhere to all others.
    provoked.append(address)
    page = new_context().new_page()
    page.goto(address + made.page + "#w")
    expect(page.locator("#message")).to_contain_text(READY)
    (before,) = kept(page)
    page.locator("#message").get_by_role("button", name="Sluit").click()
    changing.show(newer(made), made.page)
    page.evaluate("navigator.serviceWorker.getRegistration().then((one) => one.update())")
    expect(page.locator("#message")).to_contain_text("nieuwe versie van deze site")
    assert page.locator("html").get_attribute("data-kit") == before.rpartition(" ")[2]
    page.reload()
    page.wait_for_selector("html[data-ready]")
    # Whoever only reloads, in the middle of something, keeps the version that is whole.
    assert page.locator("html").get_attribute("data-kit") == before.rpartition(" ")[2]
    expect(page.locator("#message")).to_contain_text("nieuwe versie van deze site")
    with page.expect_navigation():
        page.get_by_role("button", name="Herlaad").click()
    page.wait_for_selector("html[data-ready]")
    assert page.locator("html").get_attribute("data-kit") == "kit-ffffffff"
    while len(kept(page)) > 1:
        page.wait_for_timeout(50)
    ((after, files),) = kept(page).items()
    assert after.endswith("kit-ffffffff")
    assert {name.partition("/")[0] for name in files} <= {made.page, "kit-ffffffff"}


def test_the_worker_leaves_the_rest_of_the_host_alone(
    at: At, phone: Page, made: build.Made, provoked: list[str]
) -> None:
    provoked.append("404")
    page = at(phone, made.page + "#w")
    expect(page.locator("#message")).to_contain_text(READY)
    assert page.evaluate("fetch('other.js').then((answer) => answer.status)") == 404
    assert json.dumps(kept(page)).count("other.js") == 0
