"""Which letters the names of people, organisations and places in Belgium hold, and how likely a reading is. Pure.

Bytes that were saved in another encoding than they are read in become letters all the same: *André* from a Mac reads as
*AndrŽ*. What is wrong with that is seen by a reader and not by a decoder: no name has a capital there.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_COMMON: Final = frozenset("éèëêïîìöôòóüûùúçáàâäñíãõåæœøßÿ")
"""Small letters of Dutch, French, German, Spanish, Portuguese and the languages of the north."""

_RARE: Final = frozenset("łśżźćńąęšžčřěůďťňýőűăâîșțşğıěđœÿ")
"""Small letters of Polish, Czech, Hungarian, Romanian, Turkish and the languages of the Balkans."""

_SIGNS: Final = frozenset("’‘“”„‚–—…«»€°·•²³½¼¾®©™§¡¿´`¨\u00a0")
"""Signs that a list may hold, each where it belongs: see `_sign`."""

_WORDS: Final = """
andré andrée rené renée aimé aimée désiré désirée josé barthélemy françois françoise françine jérôme hélène irène
agnès inès geneviève cécile stéphane stéphanie frédéric frédérique éric étienne édouard élise élodie émilie éva éloïse
béatrice bénédicte sébastien thérèse valérie véronique mélanie mélissa amélie aurélie léa léon léonie théo théodore
chloé zoé zoë noë noé noël noëlla noëlle joël joëlle michaël michaëla raphaël raphaëlle gaël gaëlle daniël daniëlle
daniëls emmanuël israël samuël loïc loïs anaïs maïté naïm aïcha aïsha saïd saïda zaïra laïla moïra moïse benoît gaëtan
maëlle maël noémie pénélope rémi rémy régine réginald hervé gérard gérardine gaëtane félix félicien dominiqué cédric
céline célestin clémence clément grégory grégoire jérémy jérémie kévin mickaël nathanaël rébecca réjane salomé
timothée timéo zélie anïta mariën ariën adriën adriënne fabiën juliën juliëtte henriëtte ariëtte antoniëtte mariëtte
mariëlle gabriël gabriëlle emiël emiëlle geraldïne marleën belgië brazilië italië vietnamië coöperatie coöperatief
coöperatieve coördinatie coördinator coördinatrice zoölogie patiënt patiënten patiëntenvereniging cliënt cliënten
cliëntenraad oriëntatie ruïne ruïnes ideeën creëren categorieën industrieën harmonieën academieën galerieën
ministeriële financiële officiële provinciën reünie reünies geüniformeerd geïntegreerd geïnteresseerd sociëteit
sociëteiten variëteit variëteiten variété café cafés caféhouder crèche crèches ciné cinéma musée théâtre théâtral fête
fêtes île chênée liège flémalle saint-géry forêt près frères mère père société école écoles collège lycée université
bibliothèque médiathèque comité réseau réunion création créations fédération fédéral généalogie église hôtel hôpital
château cœur sœur sœurs œuvre œuvres müller münster günther jürgen köln schröder schäfer jäger krämer böhm göran björn
sören søren bjørn åsa jörg für österreich weiß strauß groß señor señora muñoz núñez peña ibáñez martínez gonzález
hernández lópez pérez sánchez rodríguez garcía gómez jiménez ramírez fernández álvarez díaz vázquez maría sofía lucía
andrés jesús ángel ángela mónica verónica joão conceição são antónio magalhães araújo simões özlem özgür öztürk
özdemir gül gülşen gülsüm gülay şen şahin şule şerife yılmaz yıldız yıldırım aydın işık ışıl çelik çetin çiğdem çınar
doğan erdoğan tuğba ayşe ayşegül fatoş hüseyin hülya gökhan müge ümit ünal łukasz michał paweł wałęsa stanisław
władysław małgorzata żaneta świątek śliwa wójcik wiśniewski dąbrowski kamiński szymański zieliński woźniak kozłowski
jabłoński šárka šimon žofia žižek dvořák novák černý jiří tomáš lukáš božena petrović jovanović marković nikolić
hadžić kovačević ivanović đorđe željko željka nađa ştefan ionuţ gheorghiţă călin mihăiţă kovács szabó tóth erdős
istván józsef lászló møller nørgaard jørgensen sørensen pâtisserie gâteau âge bâtiment tâche naïef naïeve reëel egoïst
maïs mozaïek prozaïsch israëliet jezuïet ruïneren weeïg beëindigen coöptatie zeeën knieën tweeën drieën één éénmaal
éénjarig vóór óf oké hé zó dàt ömer kübra über überhaupt zürich niña niño brontë piëta piëtte raël ødegaard škoda
östlund ïlker íñigo úrsula ünsal üstün ülkü ötüken önder öner özkan özer öykü çağla çağatay ibrahimović privé scène
scènes carrière première façade provençaals curaçao garçon leçon reçu ça çava
"""
"""Names and words with an accent, as people here have and use them."""

_KNOWN: Final = frozenset(_WORDS.split())


def _around(word: str) -> set[str]:
    """Each letter with an accent, with its neighbours; a space stands for the edge of the word."""
    edged = f" {word} "
    return {edged[i - 1 : i + 2] for i in range(1, len(edged) - 1) if edged[i] > "\x7f"}


_AROUND: Final = frozenset(found for word in _KNOWN for found in _around(word))

_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_WITH_MARKS: Final = re.compile(r"[^\x00-\x7f]")

_APOSTROPHE: Final = re.compile(r"’[stn]\b", re.IGNORECASE)
"""As in ’t Pand and ’s-Gravenwezel."""

KNOWN: Final = 4.0
"""What a word is worth that is in our list: as much as several letters that only might be right."""

_SEEN: Final = 2.0
_FITS: Final = 1.0
_MAY_FIT: Final = 0.5
_ODD: Final = -2.0
_NEVER: Final = -4.0


def likelihood(text: str) -> float:
    """How likely a piece of text without spaces is what somebody typed: the sum over its letters that are not ASCII.

    A word that is known counts most, then a letter that a known word has between the same two letters, then a letter
    or a sign where such a one may stand. A capital behind a small letter, or a sign within a word, counts against it.
    """
    words = {place: found[0] for found in _WORD.finditer(text) for place in range(found.start(), found.end())}
    return sum(_letter(text, found.start(), words.get(found.start(), "")) for found in _WITH_MARKS.finditer(text))


def is_plausible(letter: str) -> bool:
    """Whether a letter or sign may stand in a list at all."""
    return letter.lower() in _COMMON or letter.lower() in _RARE or letter in _SIGNS


def _letter(text: str, place: int, word: str) -> float:
    letter = text[place]
    if not letter.isalpha():
        return _sign(text, place)
    small = letter.lower()
    if small not in _COMMON and small not in _RARE:
        return _NEVER if unicodedata.category(letter) in {"Cc", "Cn", "Co", "So", "Sk"} else _ODD
    if not _has_right_case(text, place):
        return _ODD
    if word.lower() in _KNOWN:
        return KNOWN
    if len(word) == 1:
        return 0
    edged = f" {text} "
    near = "".join(one.lower() if one.isalpha() else " " for one in edged[place : place + 3])
    if near in _AROUND:
        return _SEEN
    # A name begins with a capital; a word such as école may do without.
    return _FITS if small in _COMMON else 0 if letter == small and not place else _MAY_FIT


def _has_right_case(text: str, place: int) -> bool:
    """A capital begins a word or stands among capitals; a small letter stands neither among these nor before one."""
    before = text[place - 1] if place else " "
    after = text[place + 1] if place + 1 < len(text) else " "
    if text[place].isupper():
        return not before.islower()
    return not after.isupper()


def _sign(text: str, place: int) -> float:
    """A sign: an apostrophe between letters, a quote or a dash at the edge of a word, a number's own sign behind it."""
    sign = text[place]
    before = text[place - 1] if place else " "
    after = text[place + 1] if place + 1 < len(text) else " "
    if sign not in _SIGNS:
        return _NEVER
    if sign == "’":
        return KNOWN if _APOSTROPHE.match(text, place) else _SEEN if before.isalpha() else _FITS
    if before.isalpha() and after.isalpha():
        return _MAY_FIT if sign in "·–—\u00a0" else _NEVER
    if sign in "‚„“‘«¿¡" and before.isalpha():
        return _ODD
    if sign in "²³½¼¾°€®©™§´`¨" and (before.isalpha() or after.isalpha()):
        return _ODD
    return _MAY_FIT
