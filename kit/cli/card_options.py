"""How cards are printed, from the options that say it, and which options do not go together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, Literal

from kit.diagnostics import Diagnostic, WrongUseError
from kit.draw.look.editions import Largest

if TYPE_CHECKING:
    from kit.model.printing import CardPrint


OF_CARDS: Final = ("cards", "no_backs", "flip", "duplex_shift")
"""What the options of `of_cards` are called in Python."""


def card_print(
    cards: Literal["a4", "a3"] | None,
    no_backs: bool,
    flip: Literal["long", "short"] | None,
    duplex_shift: tuple[float, float] | None,
) -> CardPrint:
    """How cards are printed, from what the options of `of_cards` say."""
    from kit.model.printing import CardPrint

    return CardPrint(cards or "a4", not no_backs, flip, duplex_shift)


def refuse_large_cards(paper: Largest, cards: str | None, **_: object) -> None:
    """Raise a `WrongUseError` for cards on A3: who has no A3 for sheets has none for cards."""
    refuse_together("--paper a4", ["--cards a3"] if (paper, cards) == ("a4", "a3") else [])


def refuse_together(name: str, others: Sequence[str]) -> None:
    """Raise a `WrongUseError` for the options that do not go together with another, if there are any."""
    if others:
        raise WrongUseError([Diagnostic("usage-not-together", {"name": name, "other": other}) for other in others])
