"""The page that shows all sheets: what comes from the content is letters there, and nothing else."""

import re
from html.parser import HTMLParser

from kit.diagnostics import Diagnostic, Mark, Severity
from kit.draw.geometry import A3_LANDSCAPE
from kit.messages.catalogue import Messages
from kit.watch.page import SCRIPT, STYLE, Sheet, asset
from kit.watch.page import page as html_page

ENGLISH = Messages.load("en")
HOSTILE = "</h2><script>alert(1)</script>\"'><img src=x onerror=alert(1)> $title \u202e"


class Tags(HTMLParser):
    """All tags and their attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def page(title: str = "Canvas", *notes: Diagnostic, failed: bool = False, built: bool = True) -> str:
    sheets = [Sheet(title, [A3_LANDSCAPE] * 2, ["/a-1.png", "/a-2.png"])] if title else []
    return html_page(sheets, notes, ENGLISH, failed=failed, built=built)


def test_hostile_words_add_no_tag() -> None:
    note = Diagnostic("unknown-word", {"found": HOSTILE, "known": HOSTILE}, Mark(HOSTILE, 1, 1, HOSTILE))
    plain = Diagnostic("unknown-word", {"found": "a", "known": "b"}, Mark("c", 1, 1, "d"))
    hostile, usual = Tags(page(HOSTILE, note)).found, Tags(page("Canvas", plain)).found
    assert [tag for tag, _ in hostile] == [tag for tag, _ in usual]
    assert [attributes.keys() for _, attributes in hostile] == [attributes.keys() for _, attributes in usual]
    assert "\u202e" not in page(HOSTILE, note)


def test_nothing_comes_from_elsewhere() -> None:
    addresses = [of.get("src") or of.get("href") for _, of in Tags(page()).found if "src" in of or "href" in of]
    assert len(addresses) == 5
    assert all(str(address).startswith(("/", "data:,")) for address in addresses)
    assets = (asset(STYLE) + asset(SCRIPT)).decode()
    assert re.findall(r"https?:|url\(|@import|innerHTML|eval", assets) == []


def test_each_picture_has_its_place_before_it_comes() -> None:
    pictures = [of for tag, of in Tags(page()).found if tag == "img"]
    assert [(of["src"], of["width"], of["height"], of["alt"]) for of in pictures] == [
        ("/a-1.png", "420", "297", "Canvas 1"),
        ("/a-2.png", "420", "297", "Canvas 2"),
    ]


def test_the_page_says_how_things_are() -> None:
    said = [page("", built=False), page(), page(failed=True), page("", failed=True)]
    codes = ["page-begins", "page-right", "page-old", "page-nothing"]
    for text, code in zip(said, codes, strict=True):
        assert [one for one in codes if ENGLISH.say(one) in text] == [code]


def test_what_is_wrong_is_in_the_order_of_its_places_and_looks_as_grave_as_it_is() -> None:
    first = Diagnostic("a", {}, Mark("a", 1, 1), Severity.ADVICE)
    second = Diagnostic("b", {}, Mark("a", 2, 1))
    assert [of["class"] for tag, of in Tags(page("x", second, first)).found if tag == "pre"] == ["advice", "error"]
