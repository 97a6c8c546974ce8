"""How much ink pages take. What was measured once is kept: workshop after workshop, most pages are the same."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Final

from kit import cache, fingerprint
from kit.build.page_fingerprint import of_pages
from kit.draw.page import Page
from kit.draw.paint import UNTOLD, pdf_bytes
from kit.draw.text.fonts import Fonts
from kit.press.render import coverage

_KEPT: Final = "ink.json"
_REMEMBERED: Final = 2_000
"""Of so many pages, those that were asked for last: some 100 kB."""


def measured(pages: Sequence[Page], fonts: Fonts) -> Sequence[float]:
    """How much of the paper each page covers, in %; only pages that look like none before are painted."""
    basis = f"{fingerprint.of_program().hex()} {fingerprint.of_libraries().hex()}"
    known: dict[str, float] = json.loads(cache.get(_KEPT, basis) or b"{}")
    keys = [of_pages([page]).hex() for page in pages]
    lacking = {key: page for key, page in zip(keys, pages, strict=True) if key not in known}
    found = {key: known[key] for key in keys if key in known}
    if lacking:
        pdf = pdf_bytes(lacking.values(), fonts, UNTOLD)
        found |= {key: coverage(pdf, number) for number, key in enumerate(lacking)}
        others = {key: percent for key, percent in known.items() if key not in found}
        kept = list({**others, **found}.items())[-_REMEMBERED:]
        cache.put(_KEPT, basis, json.dumps(dict(kept), separators=(",", ":")).encode())
    return [found[key] for key in keys]
