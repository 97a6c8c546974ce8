"""What is found of a place, as lines to read."""

from __future__ import annotations

from collections.abc import Iterator

from kit.messages.catalogue import Messages, escaped
from kit.model.places.findings import Found, How
from kit.model.places.municipalities import Municipalities


def lines(found: Found, municipalities: Municipalities, words: Messages) -> Iterator[str]:
    """The name of the municipality, what it was found by, its code, where it lies and its neighbours in order."""
    of = found.municipality
    neighbours = municipalities.neighbours(of)
    digits = len(str(len(neighbours)))
    numbered = [f"{number:>{digits}}. {neighbour.name}" for number, neighbour in enumerate(neighbours, 1)]
    rows = [
        ("label-found-as", words.say(f"found-{found.how.name.lower()}", name=found.matched)),
        ("label-nis", of.nis),
        ("label-province", of.province or words.say("no-province")),
        ("label-region", of.region),
        *zip(["label-neighbours", *[""] * len(neighbours)], numbered, strict=False),
    ]
    if found.how is How.NAME:
        del rows[0]
    width = max(len(words.say(label)) for label, _ in rows if label)
    yield escaped(of.name)
    for label, text in rows:
        yield f"  {words.say(label) if label else '':<{width}}  {escaped(text)}"
