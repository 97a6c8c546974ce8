"""What two tabs made of one network becomes one network again, in which what either of them added is still there."""

import json

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page

from tests.web.conftest import At
from tests.web.modules import card, document, run, serve

pytestmark = pytest.mark.engines("firefox", guards=True)

BOXES = 6


def test_of_two_who_change_a_network_each_keeps_what_they_changed(phone: Page, at: At) -> None:
    at(serve(phone))
    base = document(kaarten=[card(1, naam="Koor")])
    own = document(kaarten=[card(1, naam="Koor"), card(2, naam="Van mij")], canvas1={**base["canvas1"], "wie": "Ik"})
    theirs = document(
        kaarten=[card(1, naam="Koor Berlaar"), card(2, naam="Van hen")],
        canvas2=[{**base["canvas2"][0], "partners": ["k2", None, None], "verder": ["k2"]}, base["canvas2"][1]],
    )
    body = """const { merged } = await use("tabs");
        return merged(given.base, given.own, given.theirs);"""
    found = run(phone, body, {"base": base, "own": own, "theirs": theirs})
    assert found["canvas1"]["wie"] == "Ik"
    assert {one["id"]: one["naam"] for one in found["kaarten"]} == {
        "k1": "Koor Berlaar",
        "k2": "Van mij",
        "k3": "Van hen",
    }
    assert (found["canvas2"][0]["partners"][0], found["canvas2"][0]["verder"]) == ("k3", ["k3"])


def test_cards_that_two_tabs_make_at_once_have_names_of_their_own(phone: Page, at: At) -> None:
    """Each begins elsewhere: renaming one of them would leave the tab in which it is open with another card."""
    names = []
    for start in (0.25, 0.5):
        at(serve(phone), "#w")
        phone.evaluate(f"Math.random = () => {start}")
        body = """const { nextId } = await use("document");
            return [1, 2, 3].map(() => nextId({ kaarten: [{ id: "k3" }] }));"""
        names += run(phone, body)
        phone.reload()
    assert names == ["k2504", "k2505", "k2506", "k5004", "k5005", "k5006"]


LISTS = {
    # Base, own, theirs, and what becomes of them.
    "both write a first": ([], ["a"], ["b"], ["a", "b"]),
    "both write one more": (["x"], ["x", "a"], ["x", "b", "c"], ["x", "a", "c", "b"]),
    "each another": (["x", "y"], ["xx", "y"], ["x", "yy"], ["xx", "yy"]),
    "both the same one": (["x"], ["xa"], ["xb"], ["xa", "xb"]),
    "the same": (["x"], ["xa"], ["xa"], ["xa"]),
    "one takes away": (["x", "y"], ["x"], ["x", "y", "z"], ["x", "", "z"]),
    "what was taken away is written on": (["x", "y"], ["x"], ["x", "yy"], ["x", "yy"]),
    "what is written on was taken away": (["x", "y"], ["x", "yy"], ["x"], ["x", "yy"]),
    "gone back to where it was": (["a"], ["aa"], ["b", "a"], ["aa", "b"]),
    # As of a single text: own, and it is said that it is also changed elsewhere.
    "no room": (list("uvwxyz"), ["a", *"vwxyz"], ["b", *"vwxyz"], ["a", *"vwxyz"]),
}


def test_lists_are_put_together_entry_by_entry(phone: Page, at: At) -> None:
    at(serve(phone))
    body = """const { entries } = await use("entries");
        return given.map(([base, own, theirs]) => entries("sterktes", base, own, theirs));"""
    assert run(phone, body, [one[:3] for one in LISTS.values()]) == [one[3] for one in LISTS.values()]


def test_names_in_a_list_of_two_tabs_are_all_there(phone: Page, at: At) -> None:
    at(serve(phone))
    cards = [card(n, naam=f"Kaart {n}", bij=["sterkte"]) for n in range(1, 6)]
    empty = document()["canvas2"][0]
    base = document(
        kaarten=cards,
        bollen={"midden": "12021", "erbij": ["11001"], "weg": []},
        canvas2=[{**empty, "partners": ["k1", None, None], "verder": ["k1"], "idee": "Zingen"}, empty],
        draaiboek=["a"],
    )
    own = document(
        kaarten=[{**cards[0], "bij": ["beperking", "sterkte"]}, *cards[1:]],
        bollen={"midden": "12021", "erbij": ["11001", "11002"], "weg": ["12026"]},
        canvas2=[{**empty, "partners": ["k1", "k2", "k5"], "verder": ["k1", "k2"], "ideeen": ["a", ""]}, empty],
        draaiboek=["a", "b"],
    )
    theirs = document(
        kaarten=[{**cards[0], "bij": []}, *cards[1:]],
        bollen={"midden": "12021", "erbij": ["11003"], "weg": ["12025"]},
        canvas2=[{**empty, "partners": ["k3", None, "k4"], "verder": ["k3"], "ideeen": ["b", ""]}, empty],
        draaiboek=["c", "a"],
    )
    body = """const { merged } = await use("tabs");
        return merged(given.base, given.own, given.theirs);"""
    found = run(phone, body, {"base": base, "own": own, "theirs": theirs})
    assert found["kaarten"][0]["bij"] == ["beperking"]
    assert {key: sorted(found["bollen"][key]) for key in ("erbij", "weg")} == {
        "erbij": ["11002", "11003"],
        "weg": ["12025", "12026"],
    }
    exercise = found["canvas2"][0]
    assert exercise["partners"] == ["k3", "k2", "k5"]
    assert sorted(exercise["verder"]) == ["k2", "k3"]
    assert exercise["ideeen"] == ["a", "b"]
    assert sorted(found["draaiboek"]) == ["a", "b", "c"]


def test_a_card_that_one_takes_away_and_the_other_writes_on_stays(phone: Page, at: At) -> None:
    at(serve(phone))
    one, other = card(1, naam="Koor"), card(2, naam="Bib")
    base = document(kaarten=[one, other])
    own = document(kaarten=[{**one, "idee": "Zingen"}])
    theirs = document(kaarten=[{**other, "idee": "Lezen"}])
    body = """const { merged } = await use("tabs");
        return merged(given.base, given.own, given.theirs).kaarten.map(({ id, idee }) => [id, idee]);"""
    found = run(phone, body, {"base": base, "own": own, "theirs": theirs})
    assert sorted(found) == [["k1", "Zingen"], ["k2", "Lezen"]]


INTERLEAVED = """
    const { merged } = await use("tabs");
    const { blankCard } = await use("document");
    let store = given.base;
    const tabs = [0, 1].map(() => ({ own: given.base, base: given.base }));
    // Each by itself, as in two tabs: `nextId` would know of both.
    const numbers = [0, 5000];
    const catchUp = (tab) => {
        if (store === tab.base) return;
        tab.own = merged(tab.base, tab.own, store);
        tab.base = store;
    };
    const written = [];
    const acts = {
        box: (own, text, at) => {
            const key = at % 2 ? "sterktes" : "beperkingen";
            const boxes = own.canvas1[key];
            boxes[Math.min(boxes.length, 5)] = text;
        },
        card: (own, text, at, who) => own.kaarten.push(blankCard(`k${++numbers[who]}`, { naam: text })),
        idea: (own, text, at) => { const some = own.canvas2[at % 2].ideeen; some[some[0] ? 1 : 0] ||= text; },
        tick: (own, text) => own.draaiboek.push(text),
        bubble: (own, text, at) => own.bollen.erbij.push(String(20000 + at)),
        further: (own, text, at) => {
            const { id } = own.kaarten[at % own.kaarten.length] ?? {};
            const { verder } = own.canvas2[0];
            if (id && !verder.includes(id)) verder.push(id);
        },
        write: (own, text, at, who) => {
            const one = own.kaarten[at % own.kaarten.length];
            if (!one) return;
            one[["wie", "wanneer"][who]] += `<${text}>`;
            written.push(text);
        },
    };
    for (const [who, what, at, text] of given.acts) {
        const tab = tabs[who];
        if (what === "save") {
            catchUp(tab);
            store = tab.base = tab.own;
        } else if (what === "look") catchUp(tab);
        else {
            tab.own = structuredClone(tab.own);
            acts[what](tab.own, text, at, who);
        }
    }
    for (const tab of [...tabs, tabs[0]]) {
        catchUp(tab);
        store = tab.base = tab.own;
    }
    catchUp(tabs[1]);
    return [tabs[0].own, tabs[1].own, written];
"""
"""Two tabs, as `store.js` handles them: one catches up with what is stored before it stores."""


def test_of_twenty_things_that_two_tabs_do_in_any_order_none_is_lost(phone: Page, at: At) -> None:
    """Each thing that is added, by whomever and whenever, is there in the end, in both tabs alike."""
    at(serve(phone))
    added = st.sampled_from(["box", "card", "write", "idea", "tick", "bubble", "further"])
    act = st.tuples(st.sampled_from([0, 1]), added | st.sampled_from(["save", "look"]), st.integers(0, 99))

    @settings(max_examples=200, deadline=None, database=None, phases=[Phase.generate], derandomize=True)
    @given(st.lists(act, min_size=20, max_size=20))
    def check(found: list[tuple[int, str, int]]) -> None:
        acts = [(who, what, where, f"{what} {i}") for i, (who, what, where) in enumerate(found)]
        one, other, written = run(phone, INTERLEAVED, {"base": document(), "acts": acts})
        assert {**one, "gewijzigd": ""} == {**other, "gewijzigd": ""}
        text = json.dumps(one)
        assert [name for name in written if f"<{name}>" not in text] == []
        for _, what, where, name in acts:
            if what in {"card", "tick"}:
                assert f'"{name}"' in text
            if what == "bubble":
                assert str(20000 + where) in one["bollen"]["erbij"]
        for key, which in (("sterktes", 1), ("beperkingen", 0)):
            written = [name for _, what, where, name in acts if what == "box" and where % 2 == which]
            # There are six; after that the last one is written over.
            if len(written) <= BOXES:
                assert sorted(one["canvas1"][key]) == sorted(written)

    check()
