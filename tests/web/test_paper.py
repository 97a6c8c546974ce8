"""What was typed, printed: on sheets of the right size, all of it, and nothing where a printer cannot print."""

import io
import json
import re
from collections.abc import Callable, Iterator
from typing import Any

import pypdfium2
import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Page, expect
from playwright.sync_api import Page as Window

from kit.draw.paint import UNTOLD, pdf_bytes
from kit.draw.text.fonts import Fonts
from kit.web import paper, svg
from tests.conftest import shipped
from tests.web.conftest import At
from tests.web.modules import begin_with

Print = Callable[..., list[pypdfium2.PdfPage]]

STUB = "window.asked = 0; window.print = () => { window.asked += 1; }"
"""Instead of the browser's own window, in which a test cannot press a button."""

MM = 72 / 25.4
A3L, A4L, A4P = (420, 297), (297, 210), (210, 297)
EDGE = 8
"""So many mm from the edge no office printer prints (design, section 3)."""

HOSTILE = [
    "<img src=x onerror=document.title='x'><script>document.title='x'</script>",
    "&lt;b&gt; \"'` ]]> --> {{ 7 * 7 }}",
    "Wolkenkrabber" * 16,
    "😀👩‍👩‍👧‍👦" * 20,
    "مرحبا بالعالم שלום עולם " * 8,
    "\u202eomgekeerd\u0000\u0007 \ud83d",
]


def card(number: int, **fields: Any) -> dict[str, Any]:
    texts = dict.fromkeys(("naam", "gemeente", "domein", "idee", "wie", "wanneer"), "")
    ticks = {"bovenlokaal": False, "grensverleggend": False, "bij": []}
    return {"id": f"k{number}", **texts, **ticks, "nis": None, "sector": None, "helft": None, **fields}


def document(**parts: Any) -> dict[str, Any]:
    exercise = {"vertrekpunt": "", "partners": [None, None, None], "idee": "", "ideeen": ["", ""], "verder": []}
    return {
        "formaat": "bouw-je-netwerk-uit",
        "versie": 1,
        "inhoud": "1.0",
        "gewijzigd": "2026-12-03T14:32:00+01:00",
        "canvas1": {"wie": "", "waar": "", "wat": "", "sterktes": [], "beperkingen": []},
        "bollen": {"midden": None, "erbij": [], "weg": []},
        "kaarten": [],
        "canvas2": [exercise, exercise],
        "draaiboek": [],
        **parts,
    }


DE_NETE = document(
    canvas1={
        "wie": "Muziekatelier De Nete",
        "waar": "Lier en omstreken",
        "wat": "Elke week zingen en samenspelen, voor volwassenen zonder muziekles.",
        "sterktes": ["Een groot podium met goede akoestiek", "", "Sterke band met senioren"],
        "beperkingen": ["Altijd hetzelfde publiek"],
    },
    bollen={"midden": "12021", "erbij": ["12025"], "weg": []},
    kaarten=[
        card(
            1,
            naam="Bibliotheek Boechout",
            gemeente="Boechout",
            nis="11004",
            helft="boven",
            domein="lezen",
            bovenlokaal=True,
        ),
        card(
            2,
            naam="Jeugdhuis De Loods",
            gemeente="Nijlen",
            nis="12026",
            helft="onder",
            idee="Leren opnemen.",
            wie="Samira",
        ),
        card(
            3, naam="Dansschool", gemeente="Mechelen", nis="12025", helft="boven", bij=["beperking"], wanneer="morgen"
        ),
        card(4, naam="Iemand van ver", gemeente="Utrecht"),
        card(5, idee="Alleen een idee"),
    ],
    canvas2=[
        {
            "vertrekpunt": "Altijd hetzelfde publiek",
            "partners": ["k2", None, "k1"],
            "idee": "Een opnamestudio op wielen.",
            "ideeen": ["Dansen in de bib.", "Een zomer samen op straat."],
            "verder": ["k2", "k1"],
        },
        {"vertrekpunt": "", "partners": [None, None, None], "idee": "", "ideeen": ["", ""], "verder": []},
    ],
)


def texts_of(value: Any) -> Iterator[str]:
    """Everything that was typed."""
    if isinstance(value, str):
        yield value
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from texts_of(part)


@pytest.fixture
def prints(laptop: Window, at: At) -> Print:
    """Print sheets of a document, as the pages of the PDF that comes out."""
    laptop.add_init_script(STUB)
    at(laptop, "")

    def run(
        typed: dict[str, Any], sheets: list[str], form: str = "a4", edition: str = "colour"
    ) -> list[pypdfium2.PdfPage]:
        key = laptop.evaluate("`kit:${location.pathname}`")
        laptop.evaluate("([key, typed]) => localStorage.setItem(key, typed)", [key, json.dumps(typed)])
        laptop.reload()
        laptop.wait_for_selector('html[data-ready="overzicht"]')
        call(laptop, "print.js", "print", sheets, {"paper": form, "edition": edition})
        assert laptop.evaluate("window.asked") == 1
        pdf = laptop.pdf(prefer_css_page_size=True, print_background=True)
        return list(pypdfium2.PdfDocument(pdf))

    return run


def call(window: Window, module: str, function: str, *arguments: Any) -> Any:
    """Call a function of a module of the page."""
    code = """async ([module, name, given]) => {
        const folder = new URL(".", document.querySelector("script[type=module]").src);
        return (await import(new URL(module, folder).href))[name](...given);
    }"""
    return window.evaluate(code, [module, function, list(arguments)])


def sizes(pages: list[pypdfium2.PdfPage]) -> list[tuple[int, int]]:
    return [(round(page.get_width() / MM), round(page.get_height() / MM)) for page in pages]


def said(pages: list[pypdfium2.PdfPage]) -> str:
    """The letters of all pages, without what a line break may change."""
    return bare("".join(page.get_textpage().get_text_range() for page in pages))


def bare(text: str) -> str:
    return re.sub(r"[\s\u00a0\ufffe\u0002-]", "", text)


def seen(page: pypdfium2.PdfPage, scale: float = 2) -> Image.Image:
    """A page in greys, so many dots a mm."""
    picture: Image.Image = page.render(scale=scale / MM).to_pil()
    return picture.convert("L")


def is_printed(page: pypdfium2.PdfPage) -> bool:
    """Whether there is anything dark on a page."""
    return darkest(seen(page)) < 128


def darkest(picture: Image.Image) -> int:
    return next(shade for shade, count in enumerate(picture.histogram()) if count)


def at_the_edge(page: pypdfium2.PdfPage) -> bool:
    """Whether anything is printed where printers cannot."""
    picture = seen(page)
    width, height = picture.size
    inner = Image.new("L", picture.size, 255)
    box = (2 * EDGE, 2 * EDGE, width - 2 * EDGE, height - 2 * EDGE)
    picture.paste(inner.crop(box), box[:2])
    return darkest(picture) < 250


def test_each_sheet_is_a_page_of_its_size(prints: Print) -> None:
    pages = prints(DE_NETE, ["p", "c1", "b", "c2"], "a3")
    assert sizes(pages) == [A3L, A3L, A3L, A3L, A4P, A4P, A4P]
    assert all(map(is_printed, pages))


def test_on_a4_each_canvas_takes_two(prints: Print) -> None:
    pages = prints(DE_NETE, ["c1", "c2", "b", "p"], "a4")
    assert sizes(pages) == [A4P, A4P, A4P, A4P, A4L, A4L, A4P, A4P, A4P]
    assert all(map(is_printed, pages))


@pytest.mark.parametrize("form", ["a4", "a3"])
def test_all_that_was_typed_is_printed_and_nothing_at_the_edge(prints: Print, form: str) -> None:
    pages = prints(DE_NETE, ["c1", "c2", "b", "p"], form)
    found = said(pages)
    wanted = [text for part in ("canvas1", "canvas2", "kaarten") for text in texts_of(DE_NETE[part])]
    plain = [text for text in wanted if not re.fullmatch(r"k\d|\d{5}|boven|onder|beperking|", text)]
    assert len(plain) > 20
    assert [text for text in plain if bare(text) not in found] == []
    assert bare("ingevuld op 3 december") in found
    # Cards have cut marks from 6 mm inwards, as on paper.
    cards = 2
    assert [i for i, page in enumerate(pages[:-cards]) if at_the_edge(page)] == []


def test_what_does_not_fit_goes_behind_as_a_whole(prints: Print) -> None:
    long = "Een zin die nergens op past. " * 30
    typed = document(canvas1={**DE_NETE["canvas1"], "wat": long, "sterktes": ["Kort", long]})
    *sheets, behind = prints(typed, ["c1"], "a3")
    assert sizes([behind]) == [A4P]
    assert said(sheets).count("zievervolg") == 2
    # Once, with the names of both places.
    assert said([behind]).count(bare(long)) == 1
    assert "Watdoetjeorganisatie?·Sterkte2" in said([behind])


def test_hostile_words_stay_words(prints: Print, laptop: Window) -> None:
    typed = document(
        canvas1={
            "wie": HOSTILE[0],
            "waar": HOSTILE[1],
            "wat": " ".join(HOSTILE),
            "sterktes": HOSTILE,
            "beperkingen": HOSTILE[::-1],
        },
        bollen={"midden": "12021", "erbij": [], "weg": []},
        kaarten=[
            card(
                i, naam=text, gemeente=text, domein=text, idee=text, wie=text, wanneer=text, nis="12021", helft="boven"
            )
            for i, text in enumerate(HOSTILE, 1)
        ],
    )
    pages = prints(typed, ["c1", "c2", "b", "p"], "a4")
    assert bare(HOSTILE[0]) in said(pages)
    assert laptop.locator("#paper :is(script, img, b, a, foreignObject, [onerror])").count() == 0
    assert laptop.title() != "x"
    # Cards have cut marks at the edge, and no footer.
    others = [page for page in pages if "ingevuldop" in said([page])]
    assert [said([page]) for page in others if at_the_edge(page)] == []


def test_typed_text_stays_inside_its_field(prints: Print, laptop: Window) -> None:
    typed = document(
        canvas1={"wie": "W" * 60, "waar": HOSTILE[4], "wat": "W " * 200, "sterktes": HOSTILE, "beperkingen": ["W" * 90]}
    )
    prints(typed, ["c1"], "a3")
    too_wide = laptop.evaluate(
        """async () => {
            const folder = new URL(".", document.querySelector("script[type=module]").src);
            const { default: places } = await import(new URL("paper/places.js", folder).href);
            document.getElementById("paper").style.display = "block";
            const lines = Object.values(places.sheets["c1-a3"].places).flatMap((place) => place.lines);
            const texts = [...document.querySelectorAll("#paper .a3l .paper-text")].map((one) => one.getBBox());
            const within = (box, x, width) => box.x >= x - 1 && box.x + box.width <= x + width + 1;
            const inside = (box, [x, y, width]) => within(box, x, width) && Math.abs(box.y + box.height - y) < 3;
            return texts.filter((box) => !lines.some((line) => inside(box, line))).map(({ x, y }) => [x, y]);
        }"""
    )
    assert too_wide == []


def test_a_full_bubble_leads_to_the_list(prints: Print) -> None:
    names = [f"Vereniging {letter}" for letter in "ABCDEFGHIJKLMNOP"]
    typed = document(
        bollen={"midden": "12021", "erbij": [], "weg": []},
        kaarten=[card(i, naam=name, gemeente="Lint", nis="11025", helft="boven") for i, name in enumerate(names, 1)],
    )
    sheet, behind = prints(typed, ["b"], "a4")
    assert "oplijst" in said([sheet]).replace("de", "")
    assert "VerenigingP" not in said([sheet])
    assert all(bare(name) in said([behind]) for name in names)


@pytest.mark.parametrize("form", ["a3", "a4"])
@pytest.mark.parametrize(("middle", "arrows"), [("12021", 1), ("11053", 0), (None, 0)])
def test_the_arrow_to_the_north_is_there_where_it_holds(
    laptop: Window, at: At, form: str, middle: str | None, arrows: int
) -> None:
    begin_with(laptop, document(bollen={"midden": middle, "erbij": [], "weg": []}))
    laptop.add_init_script(STUB)
    at(laptop, "")
    call(laptop, "print.js", "print", ["b"], {"paper": form, "edition": "colour"})
    expect(laptop.locator('#paper use[href*="-layout-"]')).to_have_count(1)
    expect(laptop.locator(f'#paper use[href$="b-{form}-north"]')).to_have_count(arrows)


def test_bubbles_without_a_municipality_are_blank(prints: Print) -> None:
    assert sizes(prints(document(), ["b"], "a3")) == [A3L]


def test_cards_that_are_not_there_yet_are_blank(prints: Print) -> None:
    (page,) = prints(document(), ["p"])
    assert sizes([page]) == [A4P]
    assert is_printed(page)


@pytest.mark.parametrize(("edition", "colours"), [("colour", True), ("grey", False), ("low-ink", True)])
def test_editions_look_their_part(prints: Print, edition: str, colours: bool) -> None:
    (page, *_) = prints(DE_NETE, ["c1"], "a3", edition)
    _, saturation, _ = page.render(scale=1).to_pil().convert("HSV").split()
    assert (sum(saturation.histogram()[100:]) > 0) is colours


def test_the_pages_go_when_printing_is_done(prints: Print, laptop: Window) -> None:
    prints(DE_NETE, ["c1"])
    laptop.locator("#paper").wait_for(state="detached")
    assert not laptop.evaluate("document.documentElement.classList.contains('paper')")


def test_what_is_printed_looks_the_same_after_every_view(prints: Print, laptop: Window) -> None:
    sheets = ["c1", "c2", "b", "p"]
    before = [seen(page).tobytes() for page in prints(DE_NETE, sheets)]
    for view in ("c1", "b", "p", "c2", "i", "k"):
        laptop.evaluate("(view) => { location.hash = view; }", view)
        laptop.wait_for_selector(f'html[data-ready="{view}"]')
    call(laptop, "print.js", "print", sheets, {"paper": "a4", "edition": "colour"})
    after = pypdfium2.PdfDocument(laptop.pdf(prefer_css_page_size=True, print_background=True))
    assert [seen(page).tobytes() for page in after] == before


def test_the_inspiration_list_begins_on_its_first_page(laptop: Window, at: At) -> None:
    at(laptop, "#i")
    pages = list(pypdfium2.PdfDocument(laptop.pdf(format="A4")))
    assert "Kunst&cultuur" in said(pages[:1])
    assert "Zoek:" not in said(pages)


@pytest.mark.engines("firefox", guards=True)
def test_the_print_key_prints_the_sheet_in_view(laptop: Window, at: At) -> None:
    laptop.add_init_script(STUB)
    at(laptop, "#c2")
    laptop.keyboard.press("Control+p")
    laptop.locator("html.paper").wait_for()
    assert laptop.locator("#paper section").count() == 2


def test_what_is_only_text_is_printed_as_it_is(laptop: Window, at: At) -> None:
    laptop.add_init_script(STUB)
    at(laptop, "#w")
    laptop.keyboard.press("Control+p")
    laptop.evaluate("() => new Promise((done) => setTimeout(done, 500))")
    assert laptop.locator("#paper").count() == 0
    pages = list(pypdfium2.PdfDocument(laptop.pdf(prefer_css_page_size=True)))
    assert "Steljezelfvoor" in said(pages)
    assert "Bewaarendeel" not in said(pages)


def test_the_menu_of_the_browser_prints_the_sheet_that_was_prepared(laptop: Window, at: At) -> None:
    at(laptop, "#c1")
    assert call(laptop, "print.js", "preparePrint", "c1") is True
    laptop.locator("#c1-wie").fill("Muziekatelier De Nete")
    laptop.evaluate("() => { dispatchEvent(new Event('beforeprint')); }")
    assert laptop.locator("#paper section").count() == 2
    assert laptop.locator("#paper text", has_text="Muziekatelier De Nete").count() > 0
    laptop.evaluate("() => { dispatchEvent(new Event('afterprint')); }")
    assert call(laptop, "print.js", "preparePrint", "w") is False


@pytest.mark.engines("firefox", guards=True, only={"field": ["wat"]})
@pytest.mark.parametrize(
    ("field", "text", "long"),
    [
        ("wie", "Muziekatelier De Nete", False),
        ("wie", "W" * 60, True),
        ("wat", "Een zin van acht woorden die wel past. " * 6, False),
        ("wat", "Een zin van acht woorden die niet past. " * 30, True),
        ("sterktes", "Een groot podium met goede akoestiek", False),
        ("beperkingen", "Te weinig geld. " * 30, True),
        ("sterktes", "", False),
    ],
)
def test_it_is_known_beforehand_what_is_too_long(laptop: Window, at: At, field: str, text: str, long: bool) -> None:
    at(laptop, "#c1")
    laptop.evaluate("document.fonts.ready")
    assert call(laptop, "paper-fit.js", "tooLong", field, text) is long


DRAWN = ("c1-a3", "c1-a4-1", "c1-a4-2", "c2-a3", "c2-a4-1", "p", "p-marks", "b-a3-named", "b-a4", "layout-8A")


@pytest.mark.slow
def test_a_browser_draws_sheets_as_they_are_printed(browser: Any) -> None:
    drawn = paper.drawings(shipped(), "colour")
    store = svg.parts({f"paper-{name}": page for name, page in drawn.items()}, Fonts())
    window: Page = browser.new_page()
    for name in DRAWN:
        assert differing(window, store, name, drawn[name]) < 0.002, name
    window.close()


def differing(window: Window, store: str, name: str, page: Any) -> float:
    """How much of a sheet looks different in a browser and in the PDF, a little blurred for what lies between dots."""
    width, height = (round(4 * side) for side in (page.size.width, page.size.height))
    window.set_viewport_size({"width": width, "height": height})
    box = f'width="{width}" height="{height}" viewBox="0 0 {page.size.width} {page.size.height}"'
    hidden = store.replace("<svg ", '<svg width="0" height="0" style="position:absolute" ', 1)
    window.set_content(
        f'<body style="margin:0">{hidden}<svg {box} style="display:block"><use href="#paper-{name}"/></svg>'
    )
    ours = Image.open(io.BytesIO(window.screenshot())).convert("L").reduce(2)
    pdf = pypdfium2.PdfDocument(pdf_bytes([page], Fonts(), UNTOLD))[0].render(scale=4 / MM).to_pil()
    theirs = pdf.convert("L").resize((width, height)).reduce(2)
    counts = ImageChops.difference(ours, theirs).histogram()
    return sum(counts[70:]) / (ours.width * ours.height)
