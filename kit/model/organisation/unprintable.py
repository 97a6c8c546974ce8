"""Why a logo cannot be printed."""

from __future__ import annotations

from typing import Final

from kit.diagnostics import Value

BROKEN: Final = "logo-broken"
BUSY: Final = "logo-busy"
EMPTY: Final = "logo-empty"


class Unprintable(Exception):  # noqa: N818 (what is wrong is the user's file, and the diagnostic says it)
    """A file that is no logo; ``code`` and ``values`` say why."""

    def __init__(self, code: str, **values: Value) -> None:  # noqa: D107
        self.code = code
        self.values = values
        super().__init__(code)


def undrawable(what: str) -> Unprintable:
    """Something in an SVG that is neither drawn as it is meant, nor left out in silence."""
    return Unprintable("logo-svg", what=what[:60])
