"""A document for Typst: the sheets of one municipality, or of all. Imports only the maker of codes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, Final

from kit.draw import qr

MODULE: Final = "sheets.typ"
"""The file with what all sheets share. Typst keeps what it made of it from one document to the next."""

SETTINGS: Final = """\
#set page(width: 420mm, height: 297mm, margin: 0pt)
#set text(top-edge: "baseline", bottom-edge: "baseline", lang: "nl", region: "BE", kerning: false, ligatures: false)
"""


def document(pages: Iterable[Mapping[str, Any]], title: str, codes: Mapping[str, qr.Code] | None) -> bytes:
    """A document with these pages and their codes: those given, or made here by the same maker as the kit's."""
    values = json.dumps([{**page, "code": _code(page, codes)} for page in pages], ensure_ascii=False)
    about = f'#set document(title: {json.dumps(title, ensure_ascii=False)}, author: "kit")\n'
    sheets = f"#sheets(json(bytes({json.dumps(values, ensure_ascii=False)})))"
    return f'#import "{MODULE}": document as sheets\n{SETTINGS}{about}{sheets}'.encode()


def _code(page: Mapping[str, Any], codes: Mapping[str, qr.Code] | None) -> dict[str, Any]:
    code = codes[page["url"]] if codes else qr.code(page["url"])
    module = page["width"] / code.modules
    shift = qr.QUIET_ZONE * module
    return {"x": page["x"] + shift, "y": page["y"] + shift, "module": module, "bars": code.bars()}
