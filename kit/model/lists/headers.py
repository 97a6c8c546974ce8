"""Which column of a list is which: by its own name, by what else people and forms call it, or by the question it asks.

Google Forms and Microsoft Forms put the question above the column, Eventbrite and Mailchimp their own names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from kit.model.places.lookup import fold

NAME: Final = "naam"
FIRST_NAME: Final = "voornaam"
LAST_NAME: Final = "achternaam"
BETWEEN_NAMES: Final = "tussenvoegsel"
ORGANISATION: Final = "organisatie"
SHORT: Final = "korte naam"
MUNICIPALITY: Final = "gemeente"
POSTAL_CODE: Final = "postcode"
TABLE: Final = "tafel"
SECTOR: Final = "sector"
HALF: Final = "half"

IN_PARTS: Final = (FIRST_NAME, LAST_NAME, BETWEEN_NAMES)
"""The columns that a name may come in."""

_ALSO: Final[Mapping[str, str]] = {
    NAME: (
        "name|full name|volledige naam|naam en voornaam|voornaam en naam|voornaam en achternaam|voornaam en familienaam"
        "|voornaam naam|naam voornaam|voornaam achternaam|voornaam familienaam|deelnemer|deelnemers|participant"
        "|participants|attendee|attendee name|naam deelnemer|naam van de deelnemer|naam deelnemers|contactpersoon"
        "|persoon|nom|nom et prenom|first and last name|first name last name|invitee|genodigde|wie"
    ),
    FIRST_NAME: "first name|given name|prenom|roepnaam|voornaam deelnemer|attendee first name",
    LAST_NAME: (
        "familienaam|last name|surname|family name|nom de famille|naam familie|attendee last name|attendee surname"
    ),
    BETWEEN_NAMES: "tussenvoegsels|voorvoegsel|infix",
    ORGANISATION: (
        "organisation|organization|vereniging|bedrijf|bedrijfsnaam|company|company name|werkgever|employer|instelling"
        "|naam organisatie|organisatienaam|naam van de organisatie|naam van organisatie|naam vereniging|naam bedrijf"
        "|naam van de vereniging|organisatie of vereniging|organisatie vereniging|vereniging of organisatie|firma"
        "|organization name|organisation name|association|organisme|organisatie of dienst|organisatie dienst"
        "|organisatie bedrijf|bedrijf organisatie|bedrijf of organisatie|organisatie of bedrijf|verenigingsnaam|club"
        "|clubnaam|naam club|dienst|school|initiatief|actor|actoren|naam actor|naam van de actor|partnerorganisatie"
        "|organisaties|verenigingen|naam instelling|naam dienst|naam van de instelling"
    ),
    SHORT: "verkorte naam|afkorting|korte naam organisatie|short name|abbreviation",
    MUNICIPALITY: (
        "stad|stad of gemeente|gemeente of stad|gemeente stad|stad gemeente|plaats|plaatsnaam|municipality|city|town"
        "|commune|ville|werkgemeente|work city|postcode en gemeente|postcode gemeente|vestigingsplaats|standplaats"
        "|gemeente waar je werkt|gemeente werk|gemeente organisatie|gemeente van de organisatie|city town|town city"
        "|gemeente tewerkstelling|gemeente van tewerkstelling|plaats organisatie"
        "|gemeente vereniging|gemeente van de vereniging|gemeente bedrijf|gemeente dienst|gemeente actor"
    ),
    POSTAL_CODE: "postal code|zip|zip code|zip postal code|postnummer|code postal|work zip|work zip code",
    TABLE: "table|tafelnummer|tafelnr|tafel nr|table number",
    SECTOR: (
        "werkveld|domein|sectoren|sectornaam|categorie|soort|soort organisatie|soort vereniging|type|type organisatie"
        "|branche|discipline|werkterrein|thema|category|kunstvorm|sector of domein|sector domein"
    ),
    HALF: "helft|boven onder|boven of onder",
}
"""What else a column is called; only its letters and digits count."""

_ORGANISATION: Final = "(?:organisatie|vereniging|bedrijf|instelling|dienst|werkgever|organi[sz]ation|company|employer)"
_PLACE: Final = "(?:gemeente|stad|municipality|city|town)"
_YOUR: Final = "(?:je|jouw|jullie|uw|u|your)"
_WHICH: Final = "(?:welke|welk|which|what|wat is|what is|what s)"

_ASKS: Final = (
    (NAME, rf"{_YOUR} voornaam en (?:achter|familie)?naam|{_YOUR} first (?:name )?and last name"),
    (NAME, rf"{_YOUR} (?:achter|familie)?naam en voornaam"),
    (FIRST_NAME, rf"{_YOUR} (?:voornaam|first name|given name)"),
    (LAST_NAME, rf"{_YOUR} (?:achternaam|familienaam|last name|surname|family name)"),
    (ORGANISATION, rf"(?:naam|name) (?:van|of) (?:{_YOUR}|de|the|het) {_ORGANISATION}"),
    (ORGANISATION, rf"{_WHICH} (?:{_YOUR} )?{_ORGANISATION}|^(?:{_YOUR}) {_ORGANISATION}$"),
    (MUNICIPALITY, rf"{_WHICH} (?:{_YOUR} )?{_PLACE}|^(?:{_YOUR}) {_PLACE}|^{_PLACE} (?:waar|waarin|where)\b"),
    (NAME, rf"(?:wat is|what is|what s) {_YOUR} (?:volledige |full )?(?:naam|name)\b|hoe heet (?:je|u)\b"),
    (NAME, rf"^{_YOUR} (?:volledige |full )?(?:naam|name)$"),
    (TABLE, rf"{_WHICH} (?:tafel|table)"),
    (SECTOR, rf"{_WHICH} (?:{_YOUR} )?(?:sector|domein|werkveld)"),
)
"""How a question asks for a column: the first that is found in its words, small and with one space between them."""

_ASKED: Final = tuple((field, re.compile(pattern)) for field, pattern in _ASKS)

_HOME: Final = re.compile(r"\b(?:woon|woont|wonen|woonplaats|woonplek|thuis|home|live|billing)\b")
"""A place where somebody lives says less of where the organisation works than one where somebody works."""

_HOME_CITY: Final = frozenset(map(fold, ("woonplaats", "home city", "billing city", "gemeente woonplaats", "woonplek")))

_LONGEST: Final = 300
"""A longer text is no name of a column."""

_REMARK: Final = re.compile(r"\([^()]*\)|^\s*\d{1,2}\s*[.)]\s*")


class Match(NamedTuple):
    """What a column may be, and how sure that is: 4 its own name, 3 another name, 2 a question, 1 a place of living."""

    field: str
    rank: int


OWN: Final = 4
ALSO: Final = 3
ASKED: Final = 2
LIVED: Final = 1


def match(head: str, fields: Iterable[str]) -> Match | None:
    """Which of some fields the head of a column names, if it names one."""
    known = {fold(field): field for field in fields}
    if len(head) > _LONGEST:
        return None
    for key in (fold(head), fold(_REMARK.sub("", head))):
        if key in known:
            return Match(known[key], OWN)
        if (field := _BY_NAME.get(key, "")) in known.values():
            return Match(field, ALSO)
    if fold(head) in _HOME_CITY and MUNICIPALITY in known:
        return Match(MUNICIPALITY, LIVED)
    return _question(head, set(known.values()))


def score(heads: Sequence[str], fields: Iterable[str]) -> tuple[int, int]:
    """How much a row looks like the heads of a list: its fields with a name that is known, and all its fields.

    A row of people may say where somebody lives, in words that a question has too: such a row without any known name
    is none.
    """
    known = tuple(fields)
    found = [one for head in heads if head and (one := match(head, known))]
    named = len({one.field for one in found if one.rank >= ALSO})
    every = len({one.field for one in found})
    return (named, every) if named or every > 1 else (0, 0)


def _question(head: str, known: set[str]) -> Match | None:
    words = " ".join(re.findall(r"\w+", head.casefold()))
    for field, pattern in _ASKED:
        if pattern.search(words) and field in known:
            return Match(field, LIVED if field == MUNICIPALITY and _HOME.search(words) else ASKED)
    return None


_BY_NAME: Final = {fold(name): field for field, names in _ALSO.items() for name in names.split("|")}
