"""Web addresses as people write them: a host in any letters, a port. Codes and links need ASCII (RFC 5891)."""

from __future__ import annotations

import re
from typing import Final

# No code leads to an address of this machine: a host has a dot, and ends in letters.
_LETTERS: Final = "\u00a1-\uffef"
BEGIN: Final = rf"[Hh][Tt][Tt][Pp][Ss]?://[A-Za-z0-9{_LETTERS}.-]+\.[A-Za-z0-9{_LETTERS}-]{{2,}}(?::\d{{1,5}})?"
"""The begin of an address, up to its path."""

_ADDRESS: Final = rf"(?P<begin>{BEGIN})(?P<rest>(?:[/?][!-~]*)?)"
_MOST_PORTS: Final = 65_535


def ascii_of(address: str) -> str | None:
    """The address with its host in ASCII; nothing where it is no address of a host with a dot in it."""
    found = re.fullmatch(_ADDRESS, address)
    if not found:
        return None
    scheme, _, place = found["begin"].partition("://")
    host, colon, port = place.partition(":")
    if ".." in host or (colon and not 0 < int(port) <= _MOST_PORTS):
        return None
    known = host if host.isascii() else _encoded(host)
    # The name of a country or a kind of site has no digits, but for that of letters in ASCII.
    top = known.rpartition(".")[2] if known else ""
    if known is None or not (top.isalpha() or top.lower().startswith("xn--")):
        return None
    return f"{scheme}://{known}{colon}{port}{found['rest']}"


def shown(address: str) -> str:
    """An address as people read it: its host in the letters that it was written in."""
    if "xn--" not in address.lower():
        return address
    from urllib.parse import urlsplit

    import idna

    host = urlsplit(address).hostname or ""
    if "xn--" not in host:
        return address

    try:
        return re.sub(re.escape(host), lambda _: idna.decode(host), address, count=1, flags=re.IGNORECASE)
    except idna.IDNAError:
        return address


def _encoded(host: str) -> str | None:
    # Hardly anybody needs it, and it takes a while to import.
    import idna

    try:
        return idna.encode(host, uts46=True).decode()
    except idna.IDNAError:
        return None
