"""The page itself: the text of every sheet in HTML, to read where no script runs, and the sprite of icons."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from kit.draw.look.icons import ICONS, RASTER, STROKE, icon
from kit.model.text.spans import Span, Text
from kit.web.paths import d

POLICY: Final = "; ".join(
    [
        "default-src 'none'",
        *(f"{kind}-src 'self'" for kind in ("script", "style", "font", "img", "connect", "worker", "manifest")),
        "base-uri 'none'",
        "form-action 'none'",
    ]
)
"""Nothing from elsewhere, and nothing within the page but elements and text."""

_TEMPLATE: Final = "page.html.j2"
_SPRITE: Final = "icons.svg"


def page(values: Mapping[str, Any]) -> bytes:
    """The page. Every letter of the content is escaped; a name that a template asks for in vain is an error."""
    return _environment().get_template(_TEMPLATE).render({**values, "policy": POLICY, "sprite": sprite()}).encode()


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("kit.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters["rich"] = rich
    return made


def rich(text: Text) -> Markup:
    """A text with its bold and italic words; its breaks are those of paper."""
    return Markup("").join(_span(span) for span in text.spans)


def _span(span: Span) -> Markup:
    letters = escape(span.text.replace("\n", " "))
    if span.italic:
        letters = Markup("<em>{}</em>").format(letters)
    return Markup("<strong>{}</strong>").format(letters) if span.bold else letters


@cache
def sprite() -> Markup:
    """Every icon once: those drawn for the screen, and the printed ones."""
    drawn = (files("kit.web") / "templates" / _SPRITE).read_text(encoding="utf-8")
    known = [name for name in ICONS if f'id="icon-{name}"' not in drawn]
    before, _, after = drawn.strip().rpartition("</defs>")
    # Both are the program's own, and none of the content.
    return Markup("\n".join([before.rstrip(), *_symbols(known), f"</defs>{after}"]))


def _symbols(names: list[str]) -> Iterator[str]:
    for name in names:
        of = icon(name)
        dots = f'<path d="{d(of.dots, 2)}" fill="currentColor" stroke="none"/>' if of.dots else ""
        yield (
            f'<symbol id="icon-{name}" viewBox="0 0 {RASTER} {RASTER}" fill="none" stroke="currentColor" '
            f'stroke-width="{STROKE}" stroke-linecap="round" stroke-linejoin="round">'
            f'<path d="{d(of.strokes, 2)}"/>{dots}</symbol>'
        )
