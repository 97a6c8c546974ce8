"""Rows and cells where nobody is meant are told from names that look so."""

from collections.abc import Callable

import pytest

from kit.model.lists import nobody

TOTALS = [
    ["Totaal", "5 deelnemers", "40"],
    ["Aantal: 3"],
    ["Som"],
    ["Totaal aantal deelnemers: 5"],
    ["Aantal deelnemers", "5"],
    ["Aantal veggie: 2"],
    ["5 deelnemers"],
    ["Totaal", "#NAAM?"],
    ["Subtotaal", "€ 40,00"],
    ["Algemeen totaal", "3", "40 €"],
    ["Totaal aanwezig", "3"],
]
NO_TOTALS = [
    ["Som Nath"],
    ["Som", "Nath"],
    ["Som", "Bib", "Lier"],
    ["Totaal Theater vzw"],
    ["Totaal", "Jan Peeters", "Lier"],
    ["Totaal Theater vzw", "3"],
    ["Totaal theater"],
    ["Som nath", "3"],
    ["Count Basie"],
    ["Aantal Vrienden vzw", "Lier"],
]


def test_what_adds_up_is_no_person() -> None:
    assert all(map(nobody.is_total, TOTALS))
    assert not any(map(nobody.is_total, NO_TOTALS))


CASES: dict[Callable[[str], bool], tuple[str, str]] = {
    nobody.has_absent: (
        "Mia (komt niet)|Geannuleerd: Jan Peeters|Mia Peeters - afgemeld|Mia – geannuleerd|Geannuleerd Jan"
        "|Jan Peeters komt niet|Jan (ziek)|Jan (komt toch niet, ziek)|Jan (afgemeld op 3/12)|Jan [verontschuldigd]"
        "|Jan (wachtlijst)|Mia, kan niet komen",
        "Bo Ziek|Mia (komt niet met de auto)|Els Afwezigheid|Niet Komen|Mia (komt later)|Jan (voorzitter)",
    ),
    nobody.is_absent: (
        "geannuleerd|Geannuleerd wegens ziekte|Komt niet meer|Wachtlijst|Not Attending|Verontschuldigd (ziek)",
        "komt niet met de auto|Wachtlijst Zorg vzw|geen gluten|Attending",
    ),
    nobody.asks_whether: (
        "Kom je?|Kom je naar de workshop?|Status|Aanwezig dag 1|Attendee Status|Ben je aanwezig op de workshop?",
        "Hoe kom je?|Kom je met de auto?|Ben je aanwezig op de lunch?|Order status|Burgerlijke status|Opmerking",
    ),
    nobody.says_no: ("Nee|nee, helaas niet|Neen|No|Ik kom niet|geannuleerd", "Ja|ja, graag|misschien|Noor|x"),
    nobody.is_heading: (
        "Tafel 1|Groep A|Groep 2:|Wachtlijst:|Afwezigen:|Geannuleerd|Reserve",
        "Tafel van Eten vzw|Dag Hammarskjöld|Groep Intro|Jan",
    ),
    nobody.is_closing: (
        "Bedankt aan allen!|Dank u wel|Groetjes, Nele|Tot dan|tot op 3 december|Let op: zaal 3|Alvast bedankt"
        "|Hartelijk dank aan iedereen|PS: breng je laptop mee|Met vriendelijke groeten, Nele"
        "|Pagina 1 van 1|Laatst bijgewerkt op 3/12|Met dank aan de stad Lier",
        "Tot Peeters|An Dank|Dank Jan|Tote Bag vzw|Nota Bene vzw|Let Opdebeeck",
    ),
    nobody.is_sentence: (
        "* veggie|(onder voorbehoud)|Wie komt er nog?|we verzamelen om 9u aan het station|Lunch is voorzien|Voormiddag:"
        "|Meer info: https://x.be|Iedereen krijgt een mapje",
        "Els van den Bossche|Jan Op de Beeck|an maes|anne marie peeters|Mieke Van 't Veld|Jan P.|Koen Uit den Bogaert"
        "|Wie Zi|Ali Ben Niet|Saïd El Moet",
    ),
    nobody.is_unnamed: (
        "+1|+ 1|nog een collega|Nog iemand|collega van Jan|onbekend|naam volgt|NN|N.N.|nog te bepalen|TBD|+ partner"
        "|nog een collega van de bib|nog 1 collega|+1 collega|x",
        "Partner Jan|Gast Peeters|Nn Peeters|An Extra|Xx Peeters|X. Peeters|Els Maes",
    ),
    nobody.is_several: (
        "Els Maes +1|Els + 1|nog 2 collega's|+2|2 personen|Els Maes + partner|Els en nog een collega|a@x.be; b@y.be",
        "+1|Els Maes|Jan en Mia|nog een collega|2de deelnemer|Els Partners|=1+1",
    ),
    nobody.is_nothing: ("-|?|n.v.t.|nvt|/|...", "x.|An|Geen Peeters"),
    nobody.is_ditto: ('idem|"|”', "Idemir|Jan"),
    nobody.is_unsure: ("misschien|Onder voorbehoud|?|nog niet zeker|wacht op antwoord", "ja|zeker|nee|Wachtebeke"),
    nobody.asks_sure: ("Bevestigd?|Bevestiging|Confirmed", "Status|naam|Kom je?"),
    nobody.is_odd: (
        "- Jan Peeters|Jan i.p.v. Mia|~~Jan~~|Mia niet|Jan en Mia|Jan (voorzitter)|Haddad, Samira|Deelnemer 3",
        "Els van den Bossche|Jean-Marie O’Neill",
    ),
}


@pytest.mark.parametrize(
    ("says", "text", "expected"),
    [
        (says, text, expected)
        for says, texts in CASES.items()
        for expected, several in zip((True, False), texts, strict=True)
        for text in several.split("|")
    ],
)
def test_words_are_told_from_names(says: Callable[[str], bool], text: str, *, expected: bool) -> None:
    assert says(text) is expected


@pytest.mark.parametrize("text", ["nog een " * 4000, "komt " * 5000, "+" * 9000, "a@" * 9000, "totaal " * 5000])
def test_no_text_takes_long(text: str) -> None:
    for says in CASES:
        says(text)
    nobody.is_total([text])


def test_how_many_come_is_asked_and_told() -> None:
    heads = ("Met hoeveel personen kom je?", "Aantal deelnemers", "Number of people", "Quantity")
    assert all(map(nobody.asks_how_many, heads))
    assert not any(map(nobody.asks_how_many, ("Aantal leden", "Hoe kom je?", "naam", "Order quantity total")))
    assert all(map(nobody.is_more_than_one, ("2", "met 3", "12 personen")))
    assert not any(map(nobody.is_more_than_one, ("", "1", "0", "ja", "0470 00 00 01")))
    assert nobody.is_ticked("X")
    assert not nobody.is_ticked("nee")
