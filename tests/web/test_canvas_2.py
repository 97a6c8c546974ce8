"""Canvas 2: with keys alone, narrow and wide, with much and with nothing; a card is the same card everywhere."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.web.conftest import At
from tests.web.filled import HOSTILE, LONGEST, TURKISH
from tests.web.modules import FILLED, begin_with, card, document, stored
from tests.web.settled import becomes, boxes

ODD = document(
    canvas1={
        **FILLED["canvas1"],
        "wie": LONGEST,
        "sterktes": [HOSTILE, LONGEST],
        "beperkingen": [LONGEST, TURKISH, "  ", "a", "a"],
    },
    kaarten=[
        card(1, naam=LONGEST, gemeente=LONGEST, domein=LONGEST, bij=["beperking"]),
        card(2, naam=HOSTILE, gemeente="Sint-Katelijne-Waver", sector="weg", bij=["sterkte"]),
        card(3, idee="Zonder naam"),
        card(4, naam="שלום עולם", gemeente=TURKISH),
    ],
    canvas2=[
        {
            "vertrekpunt": LONGEST,
            "partners": ["k1", "k2", "k3"],
            "idee": HOSTILE * 30,
            "ideeen": [LONGEST, ""],
            "verder": ["k1", "k4", "k3"],
        },
        {
            "vertrekpunt": HOSTILE,
            "partners": ["k4", "k2", "k1"],
            "idee": LONGEST,
            "ideeen": ["", HOSTILE],
            "verder": ["k2"],
        },
    ],
)


@pytest.mark.parametrize(
    ("width", "height"), [(320, 640), (360, 740), (600, 900), (683, 384), (820, 1180), (1024, 768), (1366, 768)]
)
def test_nothing_is_wider_than_the_screen_and_all_is_for_everyone(
    new_context: Callable[..., BrowserContext],
    at: At,
    violations: Callable[[Page], list[str]],
    width: int,
    height: int,
) -> None:
    page = new_context(width, height).new_page()
    begin_with(page, ODD)
    at(page, "#c2")
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    # Nothing stands out of the part of the page it is in.
    out = """() => { const edge = innerWidth; return [...document.querySelectorAll("#c2 .live *")]
        .filter((one) => one.getBoundingClientRect().right > edge + 1 && getComputedStyle(one).position !== "absolute")
        .map((one) => one.outerHTML.slice(0, 80)); }"""
    assert page.evaluate(out) == []
    assert violations(page) == []
    assert page.locator("#c2 img").count() == 0


def test_a_box_of_canvas_1_is_taken_and_what_was_typed_comes_back(phone: Page, at: At) -> None:
    begin_with(phone, FILLED)
    at(phone, "#c2")
    field = phone.locator("#c2-beperking textarea").first
    expect(field).to_have_value("Altijd hetzelfde publiek")
    chips = phone.get_by_role("list", name="Kies uit canvas 1")
    expect(chips.get_by_role("button", pressed=True)).to_have_text("Altijd hetzelfde publiek")
    field.fill("Zelf bedacht")
    expect(chips.get_by_role("button", pressed=True)).to_have_count(0)
    chips.get_by_role("button", name="Te weinig budget").click()
    expect(field).to_have_value("Te weinig budget om de zaal te vullen")
    phone.get_by_role("button", name="Maak ongedaan").click()
    expect(field).to_have_value("Zelf bedacht")
    # The buttons are made anew; the one that was pressed still has the focus.
    field.fill("")
    chips.get_by_role("button", name="Te weinig budget").press("Enter")
    expect(chips.get_by_role("button", pressed=True)).to_be_focused()
    chips.get_by_role("button", pressed=True).press("Enter")
    field.fill("Zelf bedacht")
    becomes(lambda: stored(phone)["canvas2"][0]["vertrekpunt"], "Zelf bedacht")


def test_without_boxes_the_way_to_canvas_1_is_shown(phone: Page, at: At) -> None:
    at(phone, "#c2/2")
    expect(phone.locator("#c2-sterkte .arrival, #c2 .arrival")).to_contain_text("Dit is jouw canvas 2.")
    phone.get_by_role("link", name="Vul eerst een sterkte in op canvas 1.").click()
    expect(phone.locator("#c1 .live h1")).to_be_visible()


def test_the_two_exercises_are_tabs_on_a_narrow_screen(phone: Page, at: At) -> None:
    begin_with(phone, FILLED)
    at(phone, "#c2")
    first, second = (phone.get_by_role("tab", name=name) for name in ("1 Beperking", "2 Sterkte"))
    expect(first).to_have_attribute("aria-selected", "true")
    expect(phone.get_by_role("tabpanel")).to_have_count(1)
    first.focus()
    phone.keyboard.press("ArrowRight")
    expect(second).to_be_focused()
    expect(second).to_have_attribute("aria-selected", "true")
    expect(phone.get_by_role("tabpanel")).to_contain_text("Start bij een sterkte")
    expect(phone).to_have_url(re.compile("#c2/2$"))
    phone.reload()
    expect(phone.get_by_role("tabpanel")).to_contain_text("Start bij een sterkte")
    # A tab is no step: the way back is out of the sheet.
    phone.keyboard.press("Tab")
    assert phone.evaluate("history.length") <= 3


def test_they_stand_beside_each_other_where_there_is_room(laptop: Page, at: At) -> None:
    begin_with(laptop, FILLED)
    at(laptop, "#c2")
    expect(laptop.get_by_role("tab")).to_have_count(0)
    left, right = (
        laptop.get_by_role("region", name=name) for name in ("Start bij een beperking", "Start bij een sterkte")
    )
    one, other = boxes(left, right)
    assert one["y"] == other["y"]
    laptop.set_viewport_size({"width": 600, "height": 900})
    expect(laptop.get_by_role("tab")).to_have_count(2)
    expect(laptop.get_by_role("tabpanel")).to_have_count(1)


@pytest.mark.engines("firefox", guards=True)
def test_a_combination_is_made_with_keys_alone(laptop: Page, at: At) -> None:
    begin_with(laptop, {**FILLED, "canvas2": document()["canvas2"]})
    at(laptop, "#c2")
    one = laptop.get_by_role("region", name="Start bij een beperking")
    expect(one).to_contain_text("Vul eerst C in. Dan vink je hier aan met wie je verder gaat.")
    one.get_by_role("button", name="Kies een kaart voor partner 1").focus()
    laptop.keyboard.press("Enter")
    dialog = laptop.get_by_role("dialog", name="Kies een kaart voor partner 1")
    expect(dialog.get_by_role("searchbox")).to_be_focused()
    # Those of this exercise come first, the newest on top.
    heads = dialog.get_by_role("heading", level=3)
    expect(heads).to_have_text(["Bij een beperking", "Andere kaarten"])
    expect(dialog.locator(".picker-card .row-name")).to_have_text(
        ["Bibliotheek Boechout", "Jeugdhuis De Loods", "Rode Kruis"]
    )
    laptop.keyboard.type("LOODS")
    expect(dialog.locator(".picker-card")).to_have_count(1)
    expect(laptop.locator("#status")).to_have_text("1 kaart gevonden")
    laptop.keyboard.press("Tab")
    laptop.keyboard.press("Enter")
    # First what is seen, then what it does: so it does what somebody says who reads it aloud.
    name = re.compile(r"^Jeugdhuis De Loods Nijlen.*partner 1\. Kies een andere kaart\.$")
    expect(one.get_by_role("button", name=name)).to_be_focused()
    expect(laptop.locator("#message")).to_contain_text("Jeugdhuis De Loods is nu partner 1.")
    tick = one.get_by_role("checkbox", name="Jeugdhuis De Loods")
    tick.focus()
    laptop.keyboard.press("Space")
    expect(tick).to_be_checked()
    expect(tick).to_be_focused()
    # What is asked of a card is on the card itself.
    laptop.keyboard.press("Tab")
    laptop.keyboard.press("Space")
    one.get_by_role("button", name="Haal Jeugdhuis De Loods uit de combinatie").focus()
    laptop.keyboard.press("Enter")
    expect(one.get_by_role("button", name="Kies een kaart voor partner 1")).to_be_focused()
    made = {"vertrekpunt": "", "partners": [None, None, None], "idee": "", "ideeen": ["", ""], "verder": ["k5"]}
    becomes(lambda: stored(laptop)["canvas2"][0], made)
    assert stored(laptop)["kaarten"][1]["bovenlokaal"] is False
    laptop.keyboard.press("Control+z")
    expect(one.get_by_role("button", name=name)).to_be_visible()


def test_who_already_stands_there_changes_places(laptop: Page, at: At) -> None:
    begin_with(laptop, FILLED)
    at(laptop, "#c2")
    laptop.get_by_role("button", name=re.compile("^Jeugdhuis De Loods.*partner 1")).click()
    dialog = laptop.get_by_role("dialog")
    expect(dialog.get_by_role("button", name="Bibliotheek Boechout")).to_contain_text("partner 2")
    dialog.get_by_role("button", name="Bibliotheek Boechout").click()
    becomes(lambda: stored(laptop)["canvas2"][0]["partners"], ["k6", "k5", None])


@pytest.mark.engines("firefox")
def test_another_card_to_go_on_with_stays_in_sight(phone: Page, at: At) -> None:
    begin_with(phone, FILLED)
    at(phone, "#c2")
    phone.get_by_role("button", name="Kies nog een kaart").click()
    phone.get_by_role("dialog").get_by_role("button", name="Rode Kruis").click()
    tick = phone.get_by_role("checkbox", name="Rode Kruis")
    expect(tick).to_be_focused()
    expect(tick).to_be_checked()
    tick.uncheck()
    expect(tick).to_be_visible()
    becomes(lambda: stored(phone)["canvas2"][0]["verder"], ["k5"])


def test_escape_and_the_way_back_close_the_list_and_change_nothing(phone: Page, at: At) -> None:
    begin_with(phone, FILLED)
    at(phone, "#c2")
    for close in (lambda: phone.keyboard.press("Escape"), phone.go_back):
        opener = phone.get_by_role("button", name="Kies een kaart voor partner 3")
        opener.click()
        expect(phone.get_by_role("dialog")).to_be_visible()
        close()
        expect(phone.get_by_role("dialog")).to_have_count(0)
        expect(opener).to_be_focused()
        expect(phone).to_have_url(re.compile("#c2$"))
    assert stored(phone) == FILLED


def test_a_new_card_belongs_to_its_exercise(phone: Page, at: At) -> None:
    begin_with(phone, FILLED)
    at(phone, "#c2/2")
    phone.get_by_role("button", name="Kies een kaart voor partner 1").click()
    phone.get_by_role("dialog").get_by_role("button", name="Nieuwe kaart").click()
    expect(phone.locator('html[data-ready="p"]')).to_be_attached()
    phone.get_by_label("Naam").first.fill("Chiro Lier")
    becomes(lambda: [stored(phone)["kaarten"][-1][one] for one in ("naam", "bij")], ["Chiro Lier", ["sterkte"]])


@pytest.mark.engines("firefox", guards=True)
def test_what_is_typed_keeps_the_focus_and_is_there_after_a_reload(phone: Page, at: At) -> None:
    at(phone, "#c2")
    idea = phone.locator("#c2-beperking textarea").nth(1)
    idea.fill("Samen zingen <i>in de bib</i>")
    expect(phone.locator(".arrival")).to_have_count(0)
    expect(idea).to_be_focused()
    becomes(lambda: stored(phone)["canvas2"][0]["idee"], "Samen zingen <i>in de bib</i>")
    phone.reload()
    expect(idea).to_have_value("Samen zingen <i>in de bib</i>")


def test_each_combination_has_an_idea_of_its_own(phone: Page, at: At) -> None:
    begin_with(phone, FILLED)
    at(phone, "#c2")
    fields = [phone.get_by_role("textbox", name=f"Wat kunnen jullie samen doen? {number}") for number in (1, 2, 3)]
    expect(fields[0]).to_have_value("Een opnamestudio op wielen.")
    fields[1].fill("Samen zingen in de bib")
    fields[2].fill("Dansen op straat")
    becomes(lambda: stored(phone)["canvas2"][0]["ideeen"], ["Samen zingen in de bib", "Dansen op straat"])
    phone.reload()
    expect(fields[2]).to_have_value("Dansen op straat")
