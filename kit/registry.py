"""Finds the layouts by name: each is a module of ``kit.layouts`` with a function ``draw``.

One that draws on A3 may have a function ``draw_a4`` too. Those of the large edition are modules with the same names and
functions in ``kit.layouts.large``; only what is measured, such as the printer test, is in no edition larger.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from pkgutil import iter_modules
from typing import Final

from kit.diagnostics import Diagnostic, KitError, Mark
from kit.draw.look.editions import LARGE, Edition, Largest
from kit.draw.page import Page

_PACKAGE: Final = "kit.layouts"
_LARGE: Final = "kit.layouts.large"
_ON_A4: Final = "draw_a4"

Layout = Callable[..., list[Page]]
"""Draws a sheet in a context. The model of its content differs from layout to layout, and what else it may be told."""


def layout(name: str, mark: Mark | None = None) -> Layout:
    """The layout of this name. Where there is none: KitError, at the place in the content that asks for it."""
    if not name.isidentifier() or find_spec(f"{_PACKAGE}.{name}") is None:
        raise KitError([Diagnostic("layout-unknown", {"layout": name, "choices": ", ".join(names())}, mark)])
    draw: Layout = import_module(f"{_PACKAGE}.{name}").draw
    return draw


def on_paper(name: str, paper: Largest, edition: Edition = "colour") -> Layout:
    """The layout of this name for a printer: where that takes no A3, the form on A4 of a sheet that has one."""
    whole = part(name, "draw", edition) if edition == LARGE else layout(name)
    if paper == "a3":
        return whole
    form: Layout = getattr(import_module(_module(name, edition)), _ON_A4, whole)
    return form


def part(name: str, function: str, edition: Edition = "colour") -> Layout:
    """A function of a layout. Where there is none: KitError."""
    layout(name)
    found = getattr(import_module(_module(name, edition)), function, None)
    if found is None:
        raise KitError([Diagnostic("layout-unknown", {"layout": f"{name}.{function}", "choices": ", ".join(names())})])
    drawer: Layout = found
    return drawer


def _module(name: str, edition: Edition) -> str:
    """Where the functions of a layout stand."""
    large = f"{_LARGE}.{name}"
    return large if edition == LARGE and find_spec(large) else f"{_PACKAGE}.{name}"


def names() -> tuple[str, ...]:
    """The names of all layouts; what the folder holds besides (parts that they share) has no ``draw``."""
    package = import_module(_PACKAGE)
    modules = sorted(module.name for module in iter_modules(package.__path__))
    return tuple(name for name in modules if hasattr(import_module(f"{_PACKAGE}.{name}"), "draw"))
