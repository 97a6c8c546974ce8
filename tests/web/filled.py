"""Documents for the tests of the views: what somebody could have typed, and what somebody else might."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from playwright.sync_api import Page

Card = dict[str, Any]

HOSTILE = "<img src=x onerror=alert(1)> & <b>vet</b>"
LONGEST = "Zeerlangenaamzonderspatie" * 8
TURKISH = "Işıl Çağrı Şenlik Ğ İı"


def card(number: int, naam: str, **fields: Any) -> Card:
    """A card as it is saved; what is not given is empty."""
    blank: Card = {
        "id": f"k{number}",
        **dict.fromkeys(("gemeente", "domein", "idee", "wie", "wanneer"), ""),
        **dict.fromkeys(("nis", "sector", "helft")),
        **dict.fromkeys(("bovenlokaal", "grensverleggend"), False),
        "bij": [],
    }
    return {**blank, "naam": naam, **fields}


CARDS = (
    card(1, "Koor Berlaar Zingt", gemeente="Berlaar", nis="12002", sector="amateurkunsten", bij=["sterkte"]),
    card(2, "Repaircafé Duffel", gemeente="Duffel", nis="12009", sector="duurzaamheid", bovenlokaal=True),
    card(3, "Jeugdhuis De Loods", gemeente="Nijlen", nis="12026", sector="jeugd", bij=["beperking"], bovenlokaal=True),
    card(
        4,
        "Bibliotheek Boechout",
        gemeente="Boechout",
        nis="11004",
        sector="lokaal-cultuurbeleid",
        idee="Een luisterhoek.",
    ),
    card(5, "Rode Kruis", sector="andere-2"),
)
"""Five cards around Lier; the last lies in no bubble."""


def many(count: int) -> list[Card]:
    """Cards with names that are hard to set."""
    names = (HOSTILE, LONGEST, TURKISH, "Werkgroep voor alles wat er in de streek nog te doen is")
    return [
        card(
            i,
            f"{names[i % 4]} {i}",
            gemeente="Sint-Katelijne-Waver",
            nis="12035",
            sector="welzijn",
            idee=HOSTILE * 3,
            bij=["beperking", "sterkte"],
        )
        for i in range(1, count + 1)
    ]


def document(cards: Iterable[Card] = CARDS, middle: str | None = "12021") -> dict[str, Any]:
    """A document with these cards and this municipality in the middle."""
    exercise = {"vertrekpunt": "", "partners": [None, None, None], "idee": "", "ideeen": ["", ""], "verder": []}
    return {
        "formaat": "bouw-je-netwerk-uit",
        "versie": 1,
        "inhoud": "",
        "gewijzigd": "",
        "canvas1": {"wie": "Muziekatelier De Nete", "waar": "", "wat": "", "sterktes": [], "beperkingen": []},
        "bollen": {"midden": middle, "erbij": [], "weg": []},
        "kaarten": list(cards),
        "canvas2": [exercise, exercise],
        "draaiboek": [],
    }


def put(page: Page, found: dict[str, Any]) -> None:
    """Let the browser have stored a document before the page is opened for the first time."""
    text = json.dumps(json.dumps(found))
    # A page without an address, as there is before the first, has no store.
    page.add_init_script(f"if (window.origin !== 'null') localStorage[`kit:${{location.pathname}}`] ??= {text}")


def stored(page: Page) -> Any:
    """The document that the browser has stored; what was typed just now is stored first, as when a page is left."""
    page.evaluate("dispatchEvent(new Event('pagehide'))")
    return page.evaluate("JSON.parse(localStorage[`kit:${location.pathname}`] ?? null)")
