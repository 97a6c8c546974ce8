"""A municipality is found by anything people call it, and never guessed."""

from collections import defaultdict

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kit.diagnostics import Severity
from kit.messages.catalogue import Messages
from kit.model.places import abroad, aliases
from kit.model.places.findings import Ambiguous, Finding, Found, How, Outside, Unknown, diagnostics
from kit.model.places.lookup import Lookup, fold
from kit.model.places.municipalities import Municipality, load
from tests.conftest import CONTENT
from tests.work import calls

MUNICIPALITIES = load(CONTENT)
LOOKUP = Lookup(MUNICIPALITIES)
DUTCH = Messages.load("nl")


def names(of: Municipality) -> tuple[str, ...]:
    return (of.name, of.name_fr, *of.former_names, *of.submunicipalities)


NAMES = sorted({name for of in MUNICIPALITIES for name in names(of)})


def told(finding: Finding) -> list[str]:
    return [DUTCH.say(item.code, **item.values) for item in diagnostics(finding)]


def outcome(query: str) -> str | list[str] | None:
    match LOOKUP.find(query):
        case Found(municipality):
            return municipality.name
        case Ambiguous(_, _, choices):
            return [choice.name for choice in choices]
        case Unknown() | Outside():
            return None


@pytest.mark.parametrize(
    ("query", "municipality", "how", "matched"),
    [
        ("Lier", "Lier", How.NAME, "Lier"),
        ("Lierre", "Lier", How.FRENCH, "Lierre"),
        ("12021", "Lier", How.NIS, "12021"),
        ("2500", "Lier", How.POSTAL, "2500"),
        ("B-2500", "Lier", How.POSTAL, "2500"),
        ("BE 2500", "Lier", How.POSTAL, "2500"),
        ("Gooik", "Pajottegem", How.FORMER, "Gooik"),
        ("Koningshooikt", "Lier", How.SUBMUNICIPALITY, "Koningshooikt"),
        ("sINT niklaas", "Sint-Niklaas", How.NAME, "Sint-Niklaas"),
        ("St.-Niklaas", "Sint-Niklaas", How.NAME, "Sint-Niklaas"),
        ("St-Rémy-Geest", "Geldenaken", How.SUBMUNICIPALITY, "Saint-Remy-Geest"),
        ("Ste Cécile", "Florenville", How.SUBMUNICIPALITY, "Sainte-Cécile"),
        ("LIEGE", "Luik", How.FRENCH, "Liège"),
        ("braine l'alleud", "Eigenbrakel", How.FRENCH, "Braine-l’Alleud"),
        ("Braine-l’Alleud", "Eigenbrakel", How.FRENCH, "Braine-l’Alleud"),
        ("s gravenvoeren", "Voeren", How.SUBMUNICIPALITY, "'s-Gravenvoeren"),
        ("Oeudeghien", "Frasnes-lez-Anvaing", How.SUBMUNICIPALITY, "Œudeghien"),
        ("\tLier\n\x00", "Lier", How.NAME, "Lier"),
        ("２５００", "Lier", How.POSTAL, "2500"),
    ],
)
def test_a_municipality_is_found_by(query: str, municipality: str, how: How, matched: str) -> None:
    found = LOOKUP.find(query)
    assert isinstance(found, Found)
    assert (found.municipality.name, found.how, found.matched) == (municipality, how, matched)


def test_every_name_finds_its_municipality_or_offers_it() -> None:
    for of in MUNICIPALITIES:
        for name in names(of):
            match LOOKUP.find(name):
                case Found(municipality, _, _, namesakes):
                    assert of in (municipality, *namesakes), name
                case Ambiguous(_, _, choices):
                    assert of in choices, name
                case Outside(_, _, _, towns):
                    assert of in towns, name
                case Unknown():
                    pytest.fail(name)


def test_every_current_name_finds_the_municipality_itself() -> None:
    asked = {"Limburg", "Limbourg", "Saint-Nicolas"}
    for of in MUNICIPALITIES:
        assert {outcome(name) for name in (of.name, of.name_fr, of.nis) if name not in asked} == {of.name}
    assert outcome("Limburg (Luik)") == outcome("4830") == "Limburg"
    assert outcome("Saint-Nicolas (Luik)") == outcome("4420") == "Saint-Nicolas"


def test_every_postal_code_finds_its_municipality_or_offers_it() -> None:
    bearers = defaultdict(list)
    for of in MUNICIPALITIES:
        for code in of.postal_codes:
            bearers[code].append(of.name)
    for code, expected in bearers.items():
        assert outcome(code) == (expected[0] if len(expected) == 1 else expected)
    assert sorted(code for code, expected in bearers.items() if len(expected) > 1) == ["1040", "1050", "1804"]


def test_every_part_is_found_with_its_place() -> None:
    for of in MUNICIPALITIES:
        for part in of.submunicipalities:
            assert outcome(f"{part} ({of.name})") == of.name
            assert outcome(f"{part}, {of.name_fr}") == of.name


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("Haren", ["Brussel", "Tongeren-Borgloon"]),
        ("Haren (Tongeren)", "Tongeren-Borgloon"),
        ("Haren, Brussel", "Brussel"),
        ("1130 Haren", "Brussel"),
        ("B-1130 haren", "Brussel"),
        ("1130, Haren", "Brussel"),
        ("Haren 1130", "Brussel"),
        ("Haren (Gent)", None),
        ("Halle", "Halle"),
        ("Halle, vlaams brabant", "Halle"),
        ("Halle (Zoersel)", "Zoersel"),
        ("Aalst", "Aalst"),
        ("Aalst, Limburg", "Sint-Truiden"),
        ("Nieuwerkerken (41002)", "Aalst"),
        ("Celles", "Celles"),
        ("Beveren", "Beveren-Kruibeke-Zwijndrecht"),
        ("Beveren, West-Vlaanderen", ["Waregem", "Roeselare", "Alveringem"]),
        ("Beveren, Kruibeke, Zwijndrecht", "Beveren-Kruibeke-Zwijndrecht"),
        ("9260 Schellebelle", "Wichelen"),
        ("2501 Lier", None),
        ("1040", ["Brussel", "Etterbeek"]),
        ("1040 Etterbeek", "Etterbeek"),
    ],
)
def test_of_namesakes_the_municipality_itself_comes_first_and_a_place_helps(
    query: str, expected: str | list[str] | None
) -> None:
    assert outcome(query) == expected


@pytest.mark.parametrize(
    ("query", "sentences"),
    [
        ("Lier", []),
        ("Luik", ["Luik is ook een provincie. Je bollenschema is dat van de gemeente Luik."]),
        ("Antw", ["Antwerpen is ook een provincie. Je bollenschema is dat van de gemeente Antwerpen."]),
        ("Bruxelles", ["Brussel is ook een gewest of een regio. Je bollenschema is dat van de gemeente Brussel."]),
        ("Gooik", ["Gooik is na een fusie een deel van Pajottegem. Je bollenschema staat op naam van Pajottegem."]),
        ("lembeek", ["Lembeek ligt in Halle. Je bollenschema staat op naam van Halle."]),
        ("Halle", ["Er ligt ook een Halle in Zoersel."]),
        ("haren", ["‘haren’ ligt in 2 gemeenten: Brussel, Tongeren-Borgloon. Typ de gemeente die je bedoelt."]),
        ("1040", ["Postcode 1040 hoort bij Brussel en Etterbeek. Typ de naam."]),
        ("brusel", ["Er is geen gemeente ‘brusel’. Bedoel je Brussel, Brakel of Bruges?"]),
        ("9999", ["Er is geen gemeente ‘9999’. Probeer de postcode, de deelgemeente of de vroegere naam."]),
        ("x" * 70, [f"Er is geen gemeente ‘{'x' * 60}…’. Probeer de postcode, de deelgemeente of de vroegere naam."]),
    ],
)
def test_what_is_said(query: str, sentences: list[str]) -> None:
    assert told(LOOKUP.find(query)) == sentences


def test_only_what_stops_is_an_error() -> None:
    severities = {
        query: [item.severity for item in diagnostics(LOOKUP.find(query))]
        for query in ("Gooik", "Lembeek", "Halle", "Haren", "1040", "brusel", "")
    }
    assert severities == {
        **{query: [Severity.WARNING] for query in ("Gooik", "Lembeek")},
        "Halle": [Severity.ADVICE],
        **{query: [Severity.ERROR] for query in ("Haren", "1040", "brusel", "")},
    }


@pytest.mark.parametrize(
    ("typo", "meant"),
    [
        ("Leir", "Lier"),
        ("Antwerpn", "Antwerpen"),
        ("Gooyk", "Gooik"),
        ("Nol", "Mol"),
        ("Baarle", "Baarle-Hertog"),
        ("beveren kruibeke", "Beveren-Kruibeke-Zwijndrecht"),
        ("Sint Niclaas", "Sint-Niklaas"),
        ("Aelst (Sint-Truiden)", "Aalst"),
    ],
)
def test_a_typo_suggests_what_was_meant_first(typo: str, meant: str) -> None:
    match LOOKUP.find(typo):
        case Unknown(_, nearest):
            assert nearest[0] == meant
            assert len(nearest) == 3
        case other:
            pytest.fail(str(other))


@pytest.mark.parametrize(
    "query", ["", " ", "-'’", "()", ",", "(,)", "你好", "Лир", "\x1b[2J", "🏙️", "\ud800", "0", "123456", "qqqq"]
)
def test_what_is_like_no_name_gets_no_suggestion(query: str) -> None:
    assert LOOKUP.find(query) == Unknown(query)


def noisy(name: str, upper: list[bool], noise: list[str]) -> str:
    """A name as somebody else may write it: other case, no accents, other signs between the letters."""
    letters = fold(name)
    return "".join(
        (letter.upper() if is_upper else letter) + sign
        for letter, is_upper, sign in zip(letters, upper, noise, strict=False)
    )


@given(st.data(), st.sampled_from(NAMES))
def test_case_accents_and_signs_do_not_count(data: st.DataObject, name: str) -> None:
    length = len(fold(name))
    upper = data.draw(st.lists(st.booleans(), min_size=length, max_size=length))
    noise = data.draw(
        st.lists(st.sampled_from(["", "", "-", " ", "'", "’", "\u0301", "."]), min_size=length, max_size=length)
    )
    one, other = LOOKUP.find(name), LOOKUP.find(noisy(name, upper, noise))
    if isinstance(one, Ambiguous):
        assert isinstance(other, Ambiguous)
        assert one.choices == other.choices
    else:
        assert one == other


@given(st.sampled_from([name for name in NAMES if len(fold(name)) > 2]), st.data())
def test_a_wrong_letter_gets_three_names_that_can_be_found(name: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(name) - 1))
    letter = data.draw(st.sampled_from("abcdefghijklmnopqrstuvwxyz"))
    wrong = data.draw(st.sampled_from([name[:at] + letter + name[at + 1 :], name[:at] + letter + name[at:]]))
    finding = LOOKUP.find(wrong)
    assume(isinstance(finding, Unknown))
    assert isinstance(finding, Unknown)
    assert len(set(finding.nearest)) == 3
    assert not any(isinstance(LOOKUP.find(near), Unknown) for near in finding.nearest)


@given(st.text(max_size=120))
def test_anything_may_be_asked(query: str) -> None:
    finding = LOOKUP.find(query)
    assert all(sentence for sentence in told(finding))


def test_a_name_with_one_wrong_letter_is_nearly_always_among_the_three() -> None:
    meant = [of.name for of in MUNICIPALITIES if len(of.name) > 4]
    findings = [(name, LOOKUP.find(f"{name[:2]}{name[3:]}")) for name in meant]
    missed = [name for name, found in findings if isinstance(found, Unknown) and name not in found.nearest]
    assert len(missed) < len(meant) / 50, missed


MANY = [*NAMES[:1000], "a" * 10_000, "(" * 99, "1000 " * 19]
MANY_MISTAKES = [f"{name}qx" for name in NAMES[:200]]


@pytest.mark.parametrize(("queries", "most"), [(MANY, 200_000), (MANY_MISTAKES, 2_000_000)], ids=["names", "mistakes"])
def test_a_name_is_little_work(queries: list[str], most: int) -> None:
    """Half as much again as today: 145,000 and 1,560,000."""
    afresh = Lookup(MUNICIPALITIES)
    assert calls(lambda: [afresh.find(query) for query in queries]) <= most


PROVINCES = {name: "province" for of in MUNICIPALITIES for name in [of.province] if name}
REGIONS = {name: "region" for of in MUNICIPALITIES for name in (of.region, of.reference_region) if name}


def all_bearers() -> dict[str, set[str]]:
    """By each name in the data everybody who has it: municipalities, provinces and regions, towns abroad."""
    found: dict[str, set[str]] = defaultdict(set)
    for of in MUNICIPALITIES:
        for name in names(of):
            found[fold(name)].add(of.name)
    for name, kind in {**REGIONS, **PROVINCES}.items():
        found[fold(name)].add(f"the {kind} {name}")
    for key in list(found):
        if town := abroad.town(key):
            found[key].add(town.name)
    return found


def spoken_of(finding: Finding) -> set[str]:
    """Everybody whom a finding names, or tells of."""
    match finding:
        case Found(municipality, _, matched, namesakes, _, place, region):
            others = {place.name} if place else set()
            others |= {f"the {region.name.lower()} {matched}"} if region else set()
            return {municipality.name, *(one.name for one in namesakes)} | others
        case Ambiguous(_, _, choices):
            return {one.name for one in choices}
        case Outside(_, what, name, towns):
            return {f"the {what.name.lower()} {name}", *(one.name for one in towns)}
        case Unknown():
            return set()


def test_whatever_has_two_bearers_is_asked_or_told() -> None:
    shared = {key: bearers for key, bearers in all_bearers().items() if len(bearers) > 1}
    assert len(shared) > 60
    for key, bearers in shared.items():
        finding = LOOKUP.find(key)
        kinds = {one.removeprefix("the ").partition(" ")[0] for one in bearers if one.startswith("the ")}
        said = {one for one in spoken_of(finding) if not one.startswith("the ")}
        asked = isinstance(finding, Ambiguous)
        assert {one for one in bearers if not one.startswith("the ") and not (asked and "(" in one)} <= said, key
        assert not kinds or kinds & {one.split(" ")[1] for one in spoken_of(finding) if one.startswith("the ")}, key
        assert diagnostics(finding), key


def test_a_name_that_is_the_beginning_of_another_municipality_is_asked_or_told() -> None:
    """As Heist, a part of Knokke-Heist, is of Heist-op-den-Berg."""
    found = set()
    for of in MUNICIPALITIES:
        parts = of.name.split("-")
        for beginning in ("-".join(parts[:i]) for i in range(1, len(parts))):
            finding = LOOKUP.find(beginning)
            if isinstance(finding, Found) and finding.municipality != of:
                assert of in finding.namesakes or of.name in finding.longer or finding.how in {How.ALIAS, How.FORMER}, (
                    beginning
                )
                found.add(beginning)
            elif isinstance(finding, Ambiguous):
                assert of in finding.choices, beginning
                found.add(beginning)
    assert {"Heist", "Sint-Gillis", "Sint-Pieters", "Mont"} <= found


@pytest.mark.parametrize("name", ["Antwerpen", "Luik", "Namen", "Anvers", "Liège", "Namur"])
def test_a_town_that_is_a_province_too_is_the_town_and_that_is_told(name: str) -> None:
    finding = LOOKUP.find(name)
    assert isinstance(finding, Found)
    assert [item.code for item in diagnostics(finding)] == ["place-also-province"]
    assert not diagnostics(LOOKUP.find(f"stad {name}"))


def test_limburg_is_the_province() -> None:
    (problem,) = diagnostics(LOOKUP.find("Limburg"))
    assert (problem.code, problem.values["town"], problem.severity) == (
        *("place-province-or-town", "Limburg (Luik)"),
        Severity.ERROR,
    )


def test_an_old_code_tells_of_the_merger() -> None:
    assert told(LOOKUP.find("44029")) == [
        "Die NIS-code bestaat niet meer: het was die van Knesselare. De gemeente heet nu Aalter en heeft de code 44084."
    ]


def test_old_codes_are_no_longer_in_use_and_lead_to_a_municipality() -> None:
    codes = aliases.old_codes()
    assert len(codes) == 53
    former = {name for of in MUNICIPALITIES for name in of.former_names}
    for code, (name, new) in codes.items():
        of = MUNICIPALITIES.by_nis[new]
        assert code not in MUNICIPALITIES.by_nis
        assert name in {*of.former_names, of.name, of.name_fr}
        assert outcome(code) == of.name
    assert former <= {name for name, _ in codes.values()}


def test_every_nickname_is_of_one_municipality_and_of_no_other_name() -> None:
    known = {fold(name) for name in NAMES}
    everybody = {of.name for of in MUNICIPALITIES}
    keys = []
    for of, nicknames in aliases.NICKNAMES.items():
        assert of in everybody
        for name in nicknames.split("|"):
            assert fold(name) not in known, name
            assert outcome(name) == of
            keys.append(fold(name))
    assert len(set(keys)) == len(keys)


@given(st.text(alphabet="abc ,/&()-.0123456789 deen", max_size=100))
def test_any_words_are_understood_in_no_time(query: str) -> None:
    LOOKUP.find(query)
