"""Modules that know no browser, driven from a test: their functions are called in the page, with plain data.

They are taken as they are written: in the site several of them travel as one file.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from hypothesis import strategies as st
from playwright.sync_api import Page, Route

ASSETS: Final = Path(__file__).parents[2] / "kit" / "web" / "assets"

STORE = "kit:/"
"""Under this the document is stored: the page stands at the root of the test's server."""


def serve(page: Page) -> Page:
    """Let the page find the modules."""

    def give(route: Route) -> None:
        place = urlsplit(route.request.url).path.rpartition("/as-written/")[2]
        route.fulfill(path=ASSETS / place, content_type="text/javascript")

    page.route("**/as-written/**/*.js", give)
    return page


def run(page: Page, body: str, given: object = None) -> Any:
    """What a body of JavaScript returns, with ``given`` and ``await use("document")`` for the modules.

    Sent as text: of what is sent as data, Playwright changes half a pair of surrogates.
    """
    places = json.dumps({one.stem: one.relative_to(ASSETS).as_posix() for one in ASSETS.glob("*/*.js")})
    use = f"const use = (name) => import(`/as-written/${{({places})[name]}}`);"
    text = page.evaluate(
        f"""async (sent) => {{ {use} const given = JSON.parse(sent);
            return JSON.stringify(await (async () => {{ {body} }})() ?? null); }}""",
        json.dumps(given),
    )
    return json.loads(text)


def stored(page: Page) -> Any:
    """What the page stored, after as long as it waits for more; what it still holds is stored first."""
    page.wait_for_timeout(400)
    page.evaluate("dispatchEvent(new Event('pagehide'))")
    text = page.evaluate("(key) => localStorage.getItem(key)", STORE)
    return text and json.loads(text)


def begin_with(page: Page, document: object) -> None:
    """The page finds this document stored when it is opened first."""
    told = json.dumps([STORE, json.dumps(document)])
    # A page without an address, as there is before the first, has no store.
    begin = f"if (!sessionStorage.begun) {{ localStorage.setItem(...{told}); sessionStorage.begun = 1; }}"
    page.add_init_script(f"if (window.origin !== 'null') {{ {begin} }}")


def card(number: int, **fields: object) -> dict[str, object]:
    """A card with nothing on it but what is given."""
    return {
        "id": f"k{number}",
        "naam": "",
        "gemeente": "",
        "nis": None,
        "sector": None,
        "domein": "",
        "helft": None,
        "bovenlokaal": False,
        "grensverleggend": False,
        "bij": [],
        "idee": "",
        "wie": "",
        "wanneer": "",
        **fields,
    }


def document(**parts: object) -> dict[str, Any]:
    """A document with nothing in it but what is given."""
    exercise = {"vertrekpunt": "", "partners": [None, None, None], "idee": "", "ideeen": ["", ""], "verder": []}
    return {
        "formaat": "bouw-je-netwerk-uit",
        "versie": 1,
        "inhoud": "",
        "gewijzigd": "",
        "canvas1": {"wie": "", "waar": "", "wat": "", "sterktes": [], "beperkingen": []},
        "bollen": {"midden": None, "erbij": [], "weg": []},
        "kaarten": [],
        "canvas2": [exercise, exercise],
        "draaiboek": [],
        **parts,
    }


FILLED = document(
    gewijzigd="2026-12-03T14:32:00+01:00",
    canvas1={
        "wie": "Muziekatelier De Nete",
        "waar": "Lier en omstreken",
        "wat": "Elke week zingen en samenspelen.",
        "sterktes": ["Een groot podium met goede akoestiek", "Ervaren vrijwilligers die blijven"],
        "beperkingen": ["Altijd hetzelfde publiek", "Te weinig budget om de zaal te vullen"],
    },
    bollen={"midden": "12021", "erbij": [], "weg": []},
    kaarten=[
        card(1, naam="Rode Kruis", gemeente="Putte", nis="12029", sector="welzijn", helft="onder", bij=["sterkte"]),
        card(
            5,
            naam="Jeugdhuis De Loods",
            gemeente="Nijlen",
            nis="12026",
            sector="jeugd",
            bovenlokaal=True,
            grensverleggend=True,
            bij=["beperking"],
            idee="Jongeren leren opnemen.",
        ),
        card(6, naam="Bibliotheek Boechout", gemeente="Boechout", nis="11004", bovenlokaal=True, bij=["beperking"]),
    ],
    canvas2=[
        {
            "vertrekpunt": "Altijd hetzelfde publiek",
            "partners": ["k5", "k6", None],
            "idee": "Een opnamestudio op wielen.",
            "ideeen": ["", ""],
            "verder": ["k5"],
        },
        {"vertrekpunt": "", "partners": [None, None, None], "idee": "", "ideeen": ["", ""], "verder": []},
    ],
)
"""A network of which each part holds something."""

_letters = st.text(st.characters(codec="utf-8"), max_size=40)
_written = _letters.filter(lambda text: text.strip() != "")
_nis = st.from_regex(r"[0-9]{5}", fullmatch=True)
_maybe_nis = st.none() | _nis


@st.composite
def documents(draw: st.DrawFn) -> dict[str, Any]:
    """Documents as the page makes them: boxes without blanks at the end, references to cards that are there."""
    numbers = draw(st.lists(st.integers(1, 30), unique=True, max_size=6).map(sorted))
    ids = [f"k{number}" for number in numbers]
    ending = st.lists(_letters, max_size=5).flatmap(lambda some: _written.map(lambda last: [*some, last]))
    boxes: st.SearchStrategy[list[str]] = st.just([]) | ending
    reference = st.sampled_from([None, *ids])
    exercises = st.fixed_dictionaries(
        {
            "vertrekpunt": _letters,
            "partners": st.lists(reference, min_size=3, max_size=3),
            "idee": _letters,
            "ideeen": st.lists(_letters, min_size=2, max_size=2),
            "verder": st.lists(st.sampled_from(ids), unique=True) if ids else st.just([]),
        }
    )
    canvas = {"wie": _letters, "waar": _letters, "wat": _letters, "sterktes": boxes, "beperkingen": boxes}
    codes = st.lists(_nis, unique=True, max_size=3)
    return document(
        inhoud=draw(_letters),
        canvas1=draw(st.fixed_dictionaries(canvas)),
        bollen={"midden": draw(_maybe_nis), "erbij": draw(codes), "weg": draw(codes)},
        kaarten=[draw(_cards(number)) for number in numbers],
        canvas2=draw(st.lists(exercises, min_size=2, max_size=2)),
        draaiboek=draw(st.lists(_letters, unique=True, max_size=3)),
    )


def _cards(number: int) -> st.SearchStrategy[dict[str, object]]:
    sectors = st.none() | st.from_regex(r"[a-z-]{1,20}", fullmatch=True)
    fields = {"naam": _letters, "gemeente": _letters, "nis": _maybe_nis, "sector": sectors, "domein": _letters}
    answers = {"helft": st.sampled_from([None, "boven", "onder"]), "bovenlokaal": st.booleans()}
    exercises = st.sampled_from([[], ["beperking"], ["sterkte"], ["beperking", "sterkte"]])
    others = {
        "grensverleggend": st.booleans(),
        "bij": exercises,
        "idee": _letters,
        "wie": _letters,
        "wanneer": _letters,
    }
    return st.fixed_dictionaries({**fields, **answers, **others}).map(lambda found: card(number, **found))


_scalars = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | _letters
_keys = st.sampled_from(["__proto__", "constructor", "toString", "id", "naam", "wie", "nis", "0", "length"]) | _letters
anything = st.recursive(
    _scalars, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_keys, inner, max_size=4), max_leaves=12
)
"""Any JSON."""


@st.composite
def nonsense(draw: st.DrawFn) -> dict[str, Any]:
    """A document of which some parts are anything at all."""
    found = draw(documents())
    for key in draw(st.lists(st.sampled_from(sorted(set(found) - {"formaat", "versie"})), unique=True, max_size=4)):
        found[key] = draw(anything)
    return {**found, **draw(st.dictionaries(_keys, anything, max_size=2)), "formaat": found["formaat"], "versie": 1}
