"""Web addresses: a host in any letters and a port are taken, and reach codes and links in ASCII."""

import pytest

from kit.model.addresses import ascii_of, shown


@pytest.mark.parametrize(
    ("typed", "known", "read"),
    [
        ("https://toolkitoptil.be/x.html", "https://toolkitoptil.be/x.html", "https://toolkitoptil.be/x.html"),
        (
            "https://kit.café.be:8443/a/?b=1",
            "https://kit.xn--caf-dma.be:8443/a/?b=1",
            "https://kit.café.be:8443/a/?b=1",
        ),
        ("https://CAFÉ.be", "https://xn--caf-dma.be", "https://café.be"),
        ("https://straße.de/", "https://xn--strae-oqa.de/", "https://straße.de/"),
        ("http://xn--caf-dma.be/", "http://xn--caf-dma.be/", "http://café.be/"),
        ("https://例え.テスト/x", "https://xn--r8jz45g.xn--zckzah/x", "https://例え.テスト/x"),
        ("https://x.be:8080", "https://x.be:8080", "https://x.be:8080"),
    ],
)
def test_a_host_in_any_letters_and_a_port_are_taken(typed: str, known: str, read: str) -> None:
    assert ascii_of(typed) == known
    assert shown(known) == read


@pytest.mark.parametrize(
    "typed",
    [
        "toolkitoptil.be",
        "https://x.be:0/",
        "https://x.be:65536/",
        "https://x.be:/",
        "https://-é.be/",
        "https://a..be/",
        "https://a_b.be/",
        "https://localhost/",
        "https://1.2.3.4/",
        "https://x.be/é",
        "https://x y.be/",
        "https://nele@x.be/",
    ],
)
def test_what_is_no_address_is_none(typed: str) -> None:
    assert ascii_of(typed) is None


def test_what_is_no_host_in_other_letters_is_shown_as_it_is() -> None:
    assert shown("https://xn--99999999999.be/") == "https://xn--99999999999.be/"
