"""The document: what is read is what was written, whatever else there is in a file; a step is undone and no more."""

import json
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page

from tests.web.conftest import At
from tests.web.modules import FILLED, anything, card, document, documents, nonsense, run, serve

# Each example is a trip to the browser: those that fail are told as they are, without looking for a shorter one.
many = settings(max_examples=25, deadline=None, database=None, phases=[Phase.generate])


@pytest.fixture
def page(laptop: Page, at: At) -> Page:
    return at(serve(laptop), "#w")


def read(page: Page, text: str) -> Any:
    return run(page, 'return (await use("document")).read(given);', text)


@pytest.mark.engines("firefox", guards=True)
def test_a_document_that_is_written_is_read_as_it_was(page: Page) -> None:
    @many
    @given(st.lists(documents(), min_size=4, max_size=4))
    def check(found: list[dict[str, Any]]) -> None:
        body = 'const { read } = await use("document"); return given.map((one) => read(JSON.stringify(one)).document);'
        assert run(page, body, found) == found

    check()


def test_whatever_is_in_a_file_a_document_comes_out_or_nothing(page: Page) -> None:
    """And one that is read again as it is: nothing of it has the wrong kind."""

    @many
    @given(st.lists(nonsense(), min_size=4, max_size=4), anything)
    def check(found: list[dict[str, Any]], other: object) -> None:
        body = """const { read } = await use("document");
            const once = given.map((one) => read(JSON.stringify(one)).document);
            return [once, once.map((one) => read(JSON.stringify(one)).document), ({}).naam ?? null];"""
        once, twice, polluted = run(page, body, found)
        assert once == twice
        assert [set(one) for one in once] == [set(document())] * 4
        assert polluted is None
        assert read(page, json.dumps(other)) == {"fault": "foreign"}

    check()


def test_keys_of_every_object_do_no_harm(page: Page) -> None:
    text = json.dumps(FILLED)[:-1] + ', "__proto__": {"naam": "x"}, "constructor": {"prototype": {"naam": "x"}}}'
    text = text.replace('"naam": "Rode Kruis"', '"__proto__": {"wie": "x"}, "naam": "Rode Kruis"')
    body = """const found = (await use("document")).read(given);
        return [found, ({}).naam ?? null, found.document.kaarten[0].wie];"""
    assert run(page, body, text) == [{"document": FILLED}, None, ""]


FAULTS = {
    "": "foreign",
    "hallo": "foreign",
    "null": "foreign",
    "[]": "foreign",
    '"bouw-je-netwerk-uit"': "foreign",
    '{"formaat":"iets anders","versie":1}': "foreign",
    '{"formaat":"bouw-je-netwerk-uit"}': "foreign",
    '{"formaat":"bouw-je-netwerk-uit","versie":"1"}': "foreign",
    '{"formaat":"bouw-je-netwerk-uit","versie":1.5}': "foreign",
    '{"formaat":"bouw-je-netwerk-uit","versie":2}': "newer",
    json.dumps(FILLED)[:-40]: "incomplete",
    "[" * 400_000: "foreign",
    json.dumps(document(inhoud="x" * 2_000_000)): "large",
    # Letters are counted as bytes.
    json.dumps(document(inhoud="é" * 600_000), ensure_ascii=False): "large",
    json.dumps(document(kaarten=[{}] * 10_000)): "many",
    json.dumps(document(kaarten=[{}] * 501)): "many",
}


def test_what_is_no_document_has_its_fault(page: Page) -> None:
    body = 'const { read } = await use("document"); return given.map((text) => Object.values(read(text))[0]);'
    assert run(page, body, list(FAULTS)) == list(FAULTS.values())


@pytest.mark.engines("firefox", guards=True)
def test_half_a_letter_becomes_a_whole_one(page: Page) -> None:
    text = '{"formaat":"bouw-je-netwerk-uit","versie":1,"canvas1":{"wie":"a\\ud83d","waar":"\\udc00b"}}'
    canvas = read(page, text)["document"]["canvas1"]
    assert (canvas["wie"], canvas["waar"]) == ("a\ufffd", "\ufffdb")


def test_too_much_is_cut_and_not_refused(page: Page) -> None:
    canvas = {"wie": "x" * 3000, "sterktes": ["a"] * 9, "beperkingen": ["a", "", " "]}
    found = read(page, json.dumps(document(canvas1=canvas)))["document"]["canvas1"]
    assert (len(found["wie"]), found["sterktes"], found["beperkingen"]) == (2000, ["a"] * 6, ["a"])


def test_a_card_without_a_number_does_not_get_that_of_another(page: Page) -> None:
    cards = [{"naam": "een"}, card(1, naam="twee"), card(1, naam="drie"), {"id": "k999999999", "naam": "vier"}]
    exercise = {"partners": ["k1", "k7", 3], "verder": ["k1", "k1", "k7"]}
    found = read(page, json.dumps(document(kaarten=cards, canvas2=[exercise])))["document"]
    ids = [one["id"] for one in found["kaarten"]]
    assert len(set(ids)) == 4
    assert ids[1] == "k1"
    assert all(len(one) <= 10 for one in ids)
    assert found["canvas2"][0]["partners"] == ["k1", None, None]
    assert found["canvas2"][0]["verder"] == ["k1"]


def test_a_document_from_before_there_were_combinations_is_read(page: Page) -> None:
    exercise = {"vertrekpunt": "", "partners": ["k1", None, None], "idee": "Samen zingen", "verder": []}
    old = document(kaarten=[card(1, naam="Bib")], canvas2=[exercise, {**exercise, "ideeen": ["a", 3, "c"]}])
    first, second = read(page, json.dumps(old))["document"]["canvas2"]
    assert first == {**exercise, "ideeen": ["", ""]}
    assert second == {**exercise, "ideeen": ["a", ""]}


def test_ones_own_is_read_however_large_it_grew(page: Page) -> None:
    own = json.dumps(document(kaarten=[card(n, idee="x" * 1990) for n in range(1, 601)]))
    body = 'return (await use("document")).read(given, { own: true }).document?.kaarten.length;'
    assert run(page, body, own) == 600


def test_a_step_is_undone_and_what_was_typed_since_stays(page: Page) -> None:
    """From one document to another and back; and what only the other changed is not touched."""

    @many
    @given(documents(), documents(), st.text("abc", min_size=1))
    def check(one: dict[str, Any], other: dict[str, Any], typed: str) -> None:
        body = """const { apply, difference } = await use("patch");
            const [one, other, typed] = given;
            other.gewijzigd = "later";
            const there = apply(one, difference(one, other));
            const named = (doc, wie) => ({ ...doc, canvas1: { ...doc.canvas1, wie } });
            const since = apply(named(one, typed), difference(named(one, ""), named(other, "")));
            return [there, since];"""
        there, since = run(page, body, [one, other, typed])
        assert there == {**other, "gewijzigd": one["gewijzigd"]}
        assert since == {**there, "canvas1": {**there["canvas1"], "wie": typed}}

    check()


ROUTES = {
    "": ("overzicht", "", "", "", True),
    "#": ("overzicht", "", "", "", True),
    "#c1": ("c1", "", "", "", True),
    "#b/12021.3f2a": ("b", "12021", "3f2a", "", True),
    "#c2/2": ("c2", "2", "", "", True),
    "#p/k5": ("p", "k5", "", "", True),
    "#i/lokaal-cultuurbeleid": ("i", "lokaal-cultuurbeleid", "", "", True),
    "#s/1abc_-": ("overzicht", "", "", "1abc_-", True),
    "#x": ("overzicht", "", "", "", False),
    "#c1.xyz": ("overzicht", "", "", "", False),
    "#c1.123456789": ("overzicht", "", "", "", False),
    "#constructor": ("overzicht", "", "", "", False),
    "#%E0%A4%A": ("overzicht", "", "", "", False),
    f"#i/{'a' * 200}": ("overzicht", "", "", "", False),
}


def test_an_address_asks_for_a_sheet(page: Page) -> None:
    parts = ("view", "sub", "code", "share", "known")
    found = run(page, 'const { parse } = await use("route"); return given.map((one) => parse(one));', list(ROUTES))
    assert {one: tuple(told[part] for part in parts) for one, told in zip(ROUTES, found, strict=True)} == ROUTES


def test_a_card_lies_where_it_says(page: Page) -> None:
    cards = [
        card(1, nis="12021", sector="kunsten"),
        card(2, nis="12021", sector="kunsten", helft="onder"),
        card(3, nis="12026", sector="welzijn"),
        card(4, nis="99999", sector="welzijn"),
        card(5, nis="12026", sector="weg"),
        card(6, gemeente="Lier", sector="welzijn"),
    ]
    body = """const { placed, reason } = await use("network"); const codes = ["12021", "12026"];
        const { bubbles, loose } = placed({ kaarten: given }, codes);
        const ids = (some) => some.map((one) => one.id);
        const halves = codes.map((nis) => bubbles.get(nis)).map(({ boven, onder }) => [ids(boven), ids(onder)]);
        return [halves, loose.map((one) => [one.id, reason(one, codes)])];"""
    places, loose = run(page, body, cards)
    assert places == [[["k1"], ["k2"]], [[], ["k3"]]]
    assert loose == [["k4", "elsewhere"], ["k5", "either"], ["k6", "nowhere"]]


CELLS = {
    "": "",
    "Rode Kruis": "Rode Kruis",
    "=1+1": "'=1+1",
    "+32 3 480": "'+32 3 480",
    "-5": "'-5",
    "@x": "'@x",
    "＝1＋1": "'＝1＋1",
    "＋32": "'＋32",
    "－5": "'－5",
    " ＠x": "' ＠x",
    "\tx": '"\'\tx"',
    " =1": "' =1",
    "a;b": '"a;b"',
    'zeg "ja"': '"zeg ""ja"""',
    "een\ntwee": '"een\ntwee"',
    "een\r\ntwee": '"een\ntwee"',
    '=HYPERLINK("x";"y")': '"\'=HYPERLINK(""x"";""y"")"',
}


def test_no_cell_is_a_formula(page: Page) -> None:
    assert run(page, 'return given.map((await use("csv")).cell);', list(CELLS)) == list(CELLS.values())
