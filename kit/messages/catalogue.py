"""The words of the command: one TOML catalogue a language, a table a code, chosen by the environment.

A table holds ``message`` and whatever else there is to say about its code: ``expected``, ``found`` and ``hint`` for a
problem, ``one`` for a count of one, ``example`` for a command. ``{name}`` in it is filled with a value. A new language
is a file beside these two.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Self

from kit.diagnostics import Diagnostic, Severity, Value

FALLBACK: Final = "en"
_FOLDER: Final = Path(__file__).parent
_PLACEHOLDER: Final = re.compile(r"\{(\w+)\}")
_MOST: Final = 1000
"""So many letters of a value are shown: a text that stands in the place of a name may have thousands."""
_MOST_LISTED: Final = 20_000
"""And so many of a list: it names everybody, as two hundred who get a blank sheet."""

_NO_BREAK_SPACE: Final = "\u00a0"


def languages() -> tuple[str, ...]:
    """The languages that the command speaks, by the names of the catalogues."""
    return tuple(sorted(file.stem for file in _FOLDER.glob("*.toml")))


def of_locale(environment: Mapping[str, str]) -> str:
    """The language of LC_ALL, LC_MESSAGES or LANG, the first that is set; English where it has no catalogue."""
    names = (environment.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    language = _language(next(filter(None, names), ""))
    return language if language in languages() else FALLBACK


def chosen(environment: Mapping[str, str]) -> str:
    """The language that KIT_LANG names, else that of the locale."""
    asked = _language(environment.get("KIT_LANG", ""))
    return asked if asked in languages() else of_locale(environment)


def unspoken(environment: Mapping[str, str]) -> Iterator[Diagnostic]:
    """A warning where KIT_LANG names a language that has no catalogue."""
    asked = environment.get("KIT_LANG", "")
    if asked and _language(asked) not in languages():
        values = {"language": asked, "choices": ", ".join(languages())}
        yield Diagnostic("usage-language", values, severity=Severity.WARNING)


def escaped(text: str) -> str:
    r"""The text with everything that steers a terminal or turns the writing around as ``\x1b`` or ``\u202e``."""
    return "".join(letter if _is_harmless(letter) else letter.encode("unicode_escape").decode() for letter in text)


def placeholders(template: str) -> set[str]:
    """The names between braces."""
    return set(_PLACEHOLDER.findall(template))


@dataclass(frozen=True, slots=True)
class Messages:
    """The catalogue of one language."""

    language: str
    table: Mapping[str, Mapping[str, str]]

    @classmethod
    def load(cls, language: str) -> Self:
        """Read the catalogue of a language, one of `languages()`."""
        return cls(language, tomllib.loads((_FOLDER / f"{language}.toml").read_text(encoding="utf-8")))

    def extra(self, code: str, part: str, values: Mapping[str, Value]) -> str | None:
        """What else there is to say, such as a hint: nothing where a value that it names is not known."""
        template = self.table.get(code, {}).get(part)
        if template is None or not placeholders(template) <= values.keys():
            return None
        return self.say(code, part, **values)

    def say(self, code: str, part: str = "message", /, **values: Value) -> str:
        """The words of a code, filled in; letters that steer a terminal are escaped. An unknown code says itself."""
        template = self.table.get(code, {}).get(part)
        if template is None:
            return escaped(f"{code} {dict(values)}" if values else code)
        return _PLACEHOLDER.sub(lambda found: self._show(found[1], values.get(found[1], found[0])), template)

    def count(self, code: str, count: int) -> str:
        """The words of a code for so many of something."""
        return self.one_or_more(code, {"count": count})

    def one_or_more(self, code: str, values: Mapping[str, Value]) -> str:
        """The words of a code, filled in: those for one, where it has any and its ``count`` is one."""
        one = values.get("count") == 1 and "one" in self.table.get(code, {})
        return self.say(code, "one" if one else "message", **values)

    def _show(self, name: str, value: Value) -> str:
        if isinstance(value, float):
            return f"{round(value, 1 if abs(value) >= 0.1 else 2):g}".replace(".", self.say("decimal-sign"))
        text, most = str(value), _MOST_LISTED if name == "list" else _MOST
        return escaped(text if len(text) <= most else f"{text[:most]}…")


def _language(locale: str) -> str:
    """``nl`` of ``nl_BE.UTF-8``."""
    return re.split(r"[_.@-]", locale.lower(), maxsplit=1)[0]


def _is_harmless(letter: str) -> bool:
    return letter.isprintable() or letter == _NO_BREAK_SPACE
