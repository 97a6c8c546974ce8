"""Of several who bear a name, the one with the best claim to it, or a choice between those with the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kit.model.places.bearers import Bearer, municipalities_of
from kit.model.places.findings import Ambiguous, Found, How
from kit.model.places.municipalities import Municipality


def choice_of(query: str, bearers: Sequence[Bearer]) -> Found | Ambiguous | None:
    """The one among these that has the best claim, or those that have the same.

    The French name of a municipality is as good a claim as its Dutch one.
    """
    if not bearers:
        return None
    best = [bearer for bearer in bearers if claim(bearer) is claim(bearers[0])]
    if len(municipalities_of(best)) > 1:
        return Ambiguous(query, claim(best[0]), municipalities_of(best))
    municipality, how, name = best[0]
    return Found(municipality, how, name, tuple(other for other in municipalities_of(bearers) if other != municipality))


def claim(bearer: Bearer) -> How:
    """How good the claim to a name is: that of a French name is as good as that of a Dutch one."""
    return How.NAME if bearer.how is How.FRENCH else bearer.how


def whole_names(bearers: Iterable[Bearer]) -> tuple[Municipality, ...]:
    """The municipalities that have a name themselves, not a part of them."""
    return municipalities_of(bearer for bearer in bearers if claim(bearer) is How.NAME)


def in_order(municipalities: Iterable[Municipality]) -> tuple[Municipality, ...]:
    """The municipalities in the order of their NIS codes."""
    return tuple(sorted(municipalities, key=lambda of: of.nis))
