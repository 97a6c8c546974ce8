"""What people write in a list where nobody is meant, or not one person: totals, remarks, who cancelled. Pure.

Each takes the text of a cell, or the texts of the filled cells of a row, as `clean` leaves them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from kit.model.lists.clean import FORMULA_ERROR

_THINGS: Final = (
    "(?:deelnemers?|inschrijvingen|inschrijving|ingeschrevenen|ingeschreven|personen|persoon|mensen|aanwezigen|namen"
    "|actoren|organisaties|verenigingen|broodjes|maaltijden|lunches|participants?|people|persons|attendees|guests)"
)
_SUM: Final = r"(?:(?:algemeen |eind|sub|tussen|grand |sub-?)?tota(?:al|l)|som|sum|aantal|count)"
_LABEL: Final = re.compile(rf"{_SUM}(?: (?:aantal |number of )?{_THINGS})?\s*[:=]?|{_SUM} [^:=]+[:=]", re.IGNORECASE)
_LABEL_LOW: Final = re.compile(r"(?i:(?:sub)?totaal|aantal)(?: [a-zà-ÿ'’]+){1,4}\s*[:=]?")
"""*Totaal aanwezig* before a number: with a capital it may be the name of an organisation."""

_NUMBER: Final = re.compile(r"(?:€ ?|EUR )?[\d.,:/%]+(?: ?(?:€|EUR|x))?|€ ?-", re.IGNORECASE)
_COUNTED: Final = re.compile(rf"\d+ {_THINGS}", re.IGNORECASE)

_COMES_NOT: Final = (
    r"(?:komt (?:toch |helaas |dus |zeker )?niet(?: meer)?"
    "|kan (?:toch |helaas |er )*niet (?:komen|bij zijn|aanwezig zijn)"
    "|niet aanwezig|zal niet aanwezig zijn|neemt niet deel|doet niet mee|afwezig|afgemeld|afgezegd|afzegging|annulatie"
    "|geannuleerd|geannulleerd|verontschuldigd|uitgeschreven|geschrapt|not (?:attending|coming)|cancell?ed|declined"
    "|refunded|no[- ]show|(?:staat )?(?:op )?(?:de )?wachtlijst|(?:on )?wait(?:ing)? ?list(?:ed)?|reservelijst)"
)
_WHY: Final = r"(?:\s*[,;:.(–-].*|\s+(?:(?:wegens|door|op|sinds|want|omdat)\b|\d).*)?"
_ABSENT: Final = re.compile(rf"{_COMES_NOT}{_WHY}", re.IGNORECASE)
_ABSENT_IN_NAME: Final = re.compile(
    rf"^(?:afgemeld|afgezegd|geannuleerd|verontschuldigd|uitgeschreven|afwezig|cancell?ed)\b"
    rf"|(?<!\w){_COMES_NOT}(?:$|[)\]]|{_WHY.rstrip('?')}$)|[(\[–-] ?ziek(?:$|[)\]])",
    re.IGNORECASE,
)
_NO: Final = re.compile(
    r"nee|neen|nope|no|non|niet|false|onwaar|ik (?:kom|kan) (?:helaas |jammer genoeg )?niet\b.*", re.IGNORECASE
)
_NO_BEFORE: Final = re.compile(r"(?:nee|neen|no)\b[ ,.!;:–-].*", re.IGNORECASE)
_ASKS_WHETHER: Final = re.compile(
    r"\b(?:aanwezig|aanwezigheid|kom (?:je|jij|u|jullie)|komt|kan (?:je|u) (?:komen|erbij zijn)|ben je erbij|deelname"
    r"|neem (?:je|u) deel|status|rsvp|attending|attendance|will you (?:come|attend)|are you coming)\b"
)
_ASKS_OTHER: Final = re.compile(
    r"\b(?:hoe|hoeveel|aantal|waarom|wanneer|lunch|eten|maaltijd|broodje|broodjes|receptie|drankje|auto|wagen|trein|fiets|bus|how|why"
    r"|avond|etentje|diner|dinner|betaling|betaald|payment|order|burgerlijke)\b"
)
_HEADING: Final = re.compile(
    rf"{_COMES_NOT}:?"
    r"|(?:de )?(?:afwezigen|afwezig|verontschuldigden|afmeldingen|annulaties|reserves?|reservelijst)\s*:?"
    r"|(?:tafel|groep|table|group|team|ploeg|sessie|deel|dag)\s*(?:\d{1,2}|[A-Z])?\s*:?",
    re.IGNORECASE,
)

_SOMEONE: Final = (
    r"(?:collega|persoon|deelnemer|deelneemster|vrijwilliger|bestuurslid|medewerker|begeleider|iemand|partner|vriend"
    r"|vriendin|vervanger|stagiair|stagiaire|gast|introducé|introducee|guest|colleague|person)"
)
_UNNAMED: Final = re.compile(
    rf"\+ ?(?:1|één|een|{_SOMEONE})|(?:plus|nog) (?:een|één|1)(?: (?:extra|andere))?(?: {_SOMEONE})?"
    rf"|nog iemand(?: .*)?|(?:een|één|1|eén|extra|andere)? ?(?:extra |andere )?{_SOMEONE}(?: (?:van|of) .*)?"
    rf"|\+ ?1 {_SOMEONE}(?: .*)?|nog (?:een|één|1) {_SOMEONE} .*"
    r"|(?:naam )?(?:nog )?(?:onbekend|te bepalen|te bevestigen|in te vullen|door te geven|(?:niet )?(?:bekend|gekend))"
    r"|(?:naam )?volgt(?: nog)?|(?:nog )?geen naam|n\.?n\.?(?:b\.?)?|tb[acd]|to be (?:determined|confirmed|announced)"
    rf"|{_SOMEONE} \d{{1,2}}|unknown|anoniem|anonymous|x+",
    re.IGNORECASE,
)
_NOTHING: Final = re.compile(r"[-–—_/.…?*= ]+|null|n\.?v\.?t\.?|n/a|niet van toepassing|geen|none", re.IGNORECASE)
_DITTO: Final = re.compile(r"idem|ditto|zelfde|dezelfde|hetzelfde|[\"”“„'′″,»]{1,4}|''", re.IGNORECASE)
_SEVERAL: Final = re.compile(
    rf"(?<=[^\W\d])\s*\+ ?(?:\d+|één|een)?\s*(?:{_SOMEONE}(?:'?s|en)?)?$|^\+ ?(?:[2-9]|1\d)\b.*"
    rf"|^(?:nog )?(?:[2-9]|1\d|twee|drie|vier|vijf) (?:extra )?(?:{_SOMEONE}(?:'?s|en|ls)?|personen|mensen)\b.*"
    rf"|(?<=\w) (?:en|and|met|plus|&) (?:een |één |1 |nog een )?(?:extra )?{_SOMEONE}\b.*|@.*@",
    re.IGNORECASE,
)
_ODD: Final = re.compile(
    r"[\d()\[\]<>&+/,;:!*=|~•·]|\b(?:en|et|and|niet|misschien|vervangt)\b|\bi\.?p\.?v\b|\bin plaats van\b"
    r"|^(?:bv|vb|bijv)\.?\s|^voorbeeld\b|^[-–—]|^x\s",
    re.IGNORECASE,
)
_UNSURE: Final = re.compile(
    r"(?:misschien|wellicht|mogelijk|onder voorbehoud|in optie|optie|maybe|tentative|pending|(?:nog )?niet zeker"
    r"|(?:ik )?weet (?:ik )?(?:het )?nog niet|wacht (?:nog )?op .*|afwachten|nog te bevestigen|\?+)\b.*|\?+",
    re.IGNORECASE,
)
_ASKS_SURE: Final = re.compile(r"\b(?:bevestigd|bevestiging|confirmed|zeker)\b")
_HOW_MANY: Final = re.compile(
    rf"\b(?:hoeveel|aantal|number of|how many) (?:{_THINGS}|mensen|plaatsen|tickets)\b"
    r"|\bmet hoeveel\b|\bquantity$|^aantal$"
)
_TICKS: Final = re.compile(r"x|v|ja|yes|1|true|waar|ok|✓|✔|☑|☒", re.IGNORECASE)

_CLOSING: Final = re.compile(
    r"(?:(?:heel |hartelijk |alvast |veel |met )?(?:bedankt|dank)"
    r"(?: (?:u|je|aan|voor|allen|iedereen|allemaal|wel|op)\b.*)?"
    r"|(?:vriendelijke |hartelijke |met vriendelijke |veel )?(?:groeten|groetjes|groet)\b.*|mvg\b.*"
    r"|tot (?:dan|binnenkort|gauw|snel|straks|morgen|volgende|op)\b.*"
    r"|(?:opgelet|let op|opmerking|nota|noot|nb|ps)\b\s*[:,.!].*"
    r"|(?:pagina|page|blz\.?) \d+.*|(?:afgedrukt|laatst (?:bijgewerkt|gewijzigd)|bijgewerkt|printed|last updated)\b.*"
    r"|thanks?(?: you| to)?\b.*|gelieve .*)[\s!.…:)☺🙂]*",
    re.IGNORECASE,
)
_ENDS: Final = re.compile(r"[*(].*|.*[!?:…]|.*(?:https?:|www\.).*")
_FUNCTION: Final = frozenset(
    re.findall(
        r"\w+",
        "is zijn worden wordt werd was heeft hebben kan kunnen moet moeten graag niet geen ook nog dat dit deze we"
        " wij je jullie ons onze iedereen allen allemaal er om naar met voor zodat als wie wat waar",
    )
)
"""Words that sentences have and names do not."""


def is_total(filled: Sequence[str]) -> bool:
    """Whether a row adds up: *Totaal* before numbers, *5 deelnemers* alone. A name beside it makes somebody of it."""
    label, numbers = filled[0], filled[1:]
    if _LABEL.fullmatch(label) or _LABEL.fullmatch(re.sub(r"\s*\d+$", "", label)):
        return all(map(_is_count, numbers))
    if numbers and _LABEL_LOW.fullmatch(label):
        return all(map(_is_count, numbers))
    return bool(_COUNTED.fullmatch(label)) and all(map(_is_count, numbers))


def _is_count(text: str) -> bool:
    return bool(_NUMBER.fullmatch(text) or _COUNTED.fullmatch(text) or FORMULA_ERROR.fullmatch(text))


def is_number(text: str) -> bool:
    """Whether a cell is a number only: the rows below a list may have theirs already."""
    return text.rstrip(".)").isdecimal()


def is_absent(text: str) -> bool:
    """Whether a whole cell says that somebody does not come: *geannuleerd wegens ziekte*."""
    return bool(_ABSENT.fullmatch(text))


def has_absent(name: str) -> bool:
    """Whether a name says so behind it or in front: *Mia (komt niet)*, *Geannuleerd: Mia*."""
    return bool(_ABSENT_IN_NAME.search(name))


def asks_whether(head: str) -> bool:
    """Whether a column says who comes, by its head: *Kom je?*, *Status*."""
    words = " ".join(re.findall(r"\w+", head.casefold()))
    return bool(_ASKS_WHETHER.search(words)) and not _ASKS_OTHER.search(words)


def asks_how_many(head: str) -> bool:
    """Whether a column says how many people come, by its head: *Met hoeveel personen kom je?*"""
    return bool(_HOW_MANY.search(" ".join(re.findall(r"\w+", head.casefold()))))


def asks_sure(head: str) -> bool:
    """Whether a column says who comes for sure, by its head: *Bevestigd?*"""
    return bool(_ASKS_SURE.search(head.casefold()))


def is_unsure(answer: str) -> bool:
    """Whether it is not sure that somebody comes, by the answer in such a column: *misschien*."""
    return bool(_UNSURE.fullmatch(answer))


def is_more_than_one(answer: str) -> bool:
    """Whether the answer in such a column is 2 or more."""
    found = re.match(r"\D{0,10}(\d{1,3})\b", answer)
    return found is not None and int(found[1]) > 1


def is_ticked(text: str) -> bool:
    """Whether a cell is ticked: *x*."""
    return bool(_TICKS.fullmatch(text))


def says_no(answer: str) -> bool:
    """Whether somebody does not come, by the answer in such a column."""
    return any(pattern.fullmatch(answer) for pattern in (_NO, _NO_BEFORE, _ABSENT))


def is_heading(text: str) -> bool:
    """Whether a row with this alone is the title of those below it: *Tafel 1*, *Wachtlijst*."""
    return bool(_HEADING.fullmatch(text))


def is_closing(text: str) -> bool:
    """Whether a row with this alone says thanks, goodbye or mind that."""
    return bool(_CLOSING.fullmatch(text))


def is_sentence(text: str) -> bool:
    """Whether a row with this alone, where a name should be, is a sentence."""
    if _ENDS.fullmatch(text):
        return True
    # A name has capitals where a sentence has none: El Moet, and een mapje.
    first, *others = re.findall(r"\w+", text) or [""]
    begins = first.casefold() in _FUNCTION and others[:1] == [word.casefold() for word in others[:1]]
    return len(others) > 1 and (begins or not _FUNCTION.isdisjoint(others))


def is_unnamed(name: str) -> bool:
    """Whether somebody is meant whose name is not known yet: *+1*, *nog een collega*."""
    return bool(_UNNAMED.fullmatch(name))


def is_nothing(text: str) -> bool:
    """Whether a cell only says that there is nothing: *-*, *n.v.t.*"""
    return bool(_NOTHING.fullmatch(text))


def is_ditto(text: str) -> bool:
    """Whether a cell points to the one above it: *idem*."""
    return bool(_DITTO.fullmatch(text))


def is_several(name: str) -> bool:
    """Whether more than one person is meant for sure: *Els Maes +1*, *nog 2 collega's*."""
    return bool(_SEVERAL.search(name))


def is_odd(name: str) -> bool:
    """Whether a name may be none, or that of several: it has digits, brackets, *en*."""
    return bool(_ODD.search(name))
