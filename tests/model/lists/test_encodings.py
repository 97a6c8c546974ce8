"""The encoding of a list is found, or it is in doubt: no word is ever read wrongly."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.model.lists.encodings import Doubt, guessed, mended

WORDS = [
    "André", "Zoë", "François", "Chloé", "Noël", "Café ’t Pand", "Mariën", "Coöperatie", "ÉÉN", "été", "Östlund",
    "BERLÉ", "Piët", "Loïc", "Pâtisserie", "Müller", "Jiří", "Łukasz", "Yılmaz", "Şule", "Muñoz", "“Zaal”",
    "Gaëlle – Lier", "€ 5", "Zoë’s huis", "Raël", "Cœur", "Škoda", "Ødegaard", "Łódź", "Über", "Ça va", "Güngör",
    "Ángel", "Bjørn", "Conceição", "Ïlker", "Niña", "Ünlü", "Ôtert", "Hél", "Brûlé", "Maître", "Tèmpel", "Bôna",
    "Ùrsa", "Aëlt", "Oûst", "Ñandú",
]  # fmt: skip
ENCODINGS = ["cp1252", "iso8859_15", "mac_roman", "cp850", "cp437", "cp1250", "iso8859_2", "cp1254"]


def saved(words: list[str], encoding: str) -> bytes:
    return "\n".join(["naam;gemeente", *(f"{word};Lier" for word in words)]).encode(encoding)


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=6), st.sampled_from(ENCODINGS))
def test_no_word_is_read_wrongly(words: list[str], encoding: str) -> None:
    own = [word for word in words if word.encode(encoding, "ignore").decode(encoding) == word]
    raw = saved(own, encoding)
    if raw.isascii():
        return
    found = guessed(raw)
    if isinstance(found, Doubt):
        assert all(one != other for one, other in found.readings)
    else:
        assert found.text == raw.decode(encoding)


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_list_of_usual_names_is_beyond_doubt(encoding: str) -> None:
    names = [word for word in WORDS[:20] if word.encode(encoding, "ignore").decode(encoding) == word]
    raw = saved(names, encoding)
    found = guessed(raw)
    assert not isinstance(found, Doubt)
    assert found.text == raw.decode(encoding)


@pytest.mark.parametrize(
    ("raw", "word"),
    [
        (b"Andr\x8e", "André"),
        (b"Andr\x82", "André"),
        (b"Fran\x87ois", "François"),
        (b"Fran\x8dois", "François"),
        (b"Zo\xeb", "Zoë"),
        (b"\xa3ukasz", "Łukasz"),
        (b"Y\xfdlmaz", "Yılmaz"),
    ],
)
def test_one_word_that_is_known_is_enough(raw: bytes, word: str) -> None:
    found = guessed(raw)
    assert not isinstance(found, Doubt)
    assert found.text == word


@pytest.mark.parametrize("raw", [b"Caf\x81", b"Pi\x91t", b"Ost\x89"])
def test_a_word_that_may_be_two_is_in_doubt_with_both(raw: bytes) -> None:
    found = guessed(raw)
    assert isinstance(found, Doubt)
    assert len(set(found.readings[0])) == 2


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman", "cp850"])
@pytest.mark.parametrize("word", WORDS)
def test_what_was_encoded_twice_is_mended(word: str, encoding: str) -> None:
    broken = "".join(
        bytes([byte]).decode(encoding if encoding != "cp1252" or not is_open(byte) else "latin-1")
        for byte in word.encode()
    )
    assert mended(broken)[0] == word
    assert mended(word) == (word, {})


def is_open(byte: int) -> bool:
    """Whether Windows-1252 has no letter for a byte."""
    return byte in {0x81, 0x8D, 0x8F, 0x90, 0x9D}


def test_each_mended_word_is_told() -> None:
    assert mended("naam;gemeente\nAndrÃ©;ZoÃ«\nBo;Lier")[1] == {"AndrÃ©": "André", "ZoÃ«": "Zoë"}
