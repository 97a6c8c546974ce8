"""A name is found beside its e-mail address, however mail programs write the two."""

import pytest

from kit.model.lists.mail import first_name_first, without_address


@pytest.mark.parametrize(
    "text",
    [
        "Els Maes <els.maes@putte.be>",
        '"Els Maes" <els.maes@putte.be>',
        "Els Maes (els.maes@putte.be)",
        "Els Maes [mailto:els.maes@putte.be]",
        "Els Maes, els.maes@putte.be",
        "Els Maes - els.maes@putte.be;",
        "els.maes@putte.be (Els Maes)",
        "els.maes@putte.be: Els Maes",
    ],
)
def test_only_the_name_is_left(text: str) -> None:
    assert without_address(text) == "Els Maes"


def test_a_text_without_one_address_or_without_a_name_stays() -> None:
    for text in ("Els Maes", "els@putte.be", "Els <els@putte.be>; Jo <jo@putte.be>", "Café @ Home"):
        assert without_address(text) == text
    assert without_address("<els@putte.be>") == "els@putte.be"


def test_a_name_that_is_turned_around_is_turned_back() -> None:
    assert first_name_first(without_address('"Maes, Els" <els@putte.be>')) == "Els Maes"
    assert first_name_first("Els Maes") == "Els Maes"
    assert first_name_first("Maes, Els, voorzitter") == "Maes, Els, voorzitter"
