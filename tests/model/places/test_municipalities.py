"""The data on the municipalities, as shipped."""

from collections import Counter

from kit.model.places.municipalities import Municipality, load
from tests.conftest import CONTENT

MUNICIPALITIES = load(CONTENT)


def named(name: str) -> Municipality:
    (found,) = (municipality for municipality in MUNICIPALITIES if municipality.name == name)
    return found


def test_all_municipalities_of_the_country_are_there() -> None:
    assert len(MUNICIPALITIES) == 565
    regions = Counter(municipality.region for municipality in MUNICIPALITIES)
    assert regions == {"Vlaanderen": 285, "Brussel": 19, "Wallonië": 261}
    assert [municipality.nis for municipality in MUNICIPALITIES] == sorted(MUNICIPALITIES.by_nis)


def test_a_row_becomes_a_municipality() -> None:
    assert named("Merelbeke-Melle") == Municipality(
        nis="44088",
        name="Merelbeke-Melle",
        name_fr="Merelbeke-Melle",
        province="Oost-Vlaanderen",
        region="Vlaanderen",
        reference_region="Regio Gent",
        lat=50.981,
        lon=3.757,
        postal_codes=("9090", "9820"),
        neighbours=("44021", "44052", "44020", "44013", "44086", "42025"),
        former_names=("Melle", "Merelbeke"),
        submunicipalities=(
            *("Bottelare", "Gontrode", "Lemberge", "Melle"),
            *("Melsen", "Merelbeke", "Munte", "Schelderode"),
        ),
    )


def test_every_field_has_its_form() -> None:
    for of in MUNICIPALITIES:
        assert len(of.nis) == 5 and of.nis.isdigit(), of
        assert 49.4 < of.lat < 51.6 and 2.5 < of.lon < 6.5, of
        assert of.postal_codes and all(len(code) == 4 and code.isdigit() for code in of.postal_codes), of
        assert bool(of.province) == (of.region != "Brussel"), of
        assert bool(of.reference_region) == (of.region == "Vlaanderen"), of
        names = (of.name, of.name_fr, *of.former_names, *of.submunicipalities)
        assert all(name and name == name.strip() for name in names), of


def test_the_longest_border_comes_first() -> None:
    names = [other.name for other in MUNICIPALITIES.neighbours(named("Lier"))]
    assert names == ["Duffel", "Berlaar", "Boechout", "Putte", "Sint-Katelijne-Waver", "Ranst", "Nijlen", "Lint"]


def test_neighbours_are_neighbours_of_each_other_and_nobody_is_its_own() -> None:
    pairs = {(of.nis, other.nis) for of in MUNICIPALITIES for other in MUNICIPALITIES.neighbours(of)}
    assert pairs == {(other, of) for of, other in pairs}
    assert all(of != other for of, other in pairs)
    assert len(pairs) == 2 * 1574


def test_everybody_has_one_to_sixteen_neighbours_each_once() -> None:
    counts = {of.name: len(of.neighbours) for of in MUNICIPALITIES}
    assert all(len(set(of.neighbours)) == len(of.neighbours) for of in MUNICIPALITIES)
    assert (min(counts.values()), counts["Essen"], max(counts.values()), counts["Brussel"]) == (1, 1, 16, 16)
