"""A version is given out: what its sheets say is written down, for the digital version to tell older sheets from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

from kit import files
from kit.diagnostics import Diagnostic, KitError
from kit.draw.text.fonts import cut_names
from kit.messages.catalogue import FALLBACK, Messages, languages
from kit.model import released
from kit.model.catalogue import Catalogue, load
from kit.model.folder import RELEASED
from kit.model.released import Codes


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked: the content of a language, in a folder."""

    content: Path
    language: str = "nl"

    @property
    def file(self) -> Path:
        """Where the versions stand."""
        return self.content / self.language / RELEASED


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it: the version, whether it was written down ``already``, and what is odd about the content."""

    version: str
    already: bool
    notes: tuple[Diagnostic, ...]


def release(order: Order) -> Outcome:
    """Write down what the sheets say. KitError where the content is wrong, or says something else in this version."""
    catalogue = load(order.content, order.language, cut_names())
    known = released.released(order.file.parent)
    version = released.version(catalogue)
    if version in known:
        _same(catalogue, version, known[version], order.file)
        return Outcome(version, True, catalogue.warnings)
    text = _written({**known, version: released.now(catalogue)}, _head(order))
    files.sweep({order.file.parent})
    files.write_all({order.file: text.encode()})
    return Outcome(version, False, catalogue.warnings)


def _same(catalogue: Catalogue, version: str, before: Codes, file: Path) -> None:
    """Refuse to release a version again with other texts: its sheets could not be told apart."""
    if changed := released.changed(catalogue, before):
        values = {"version": version, "list": ", ".join(changed), "file": str(file)}
        raise KitError([Diagnostic("release-other", values, catalogue.kit.version.mark)])


def _head(order: Order) -> str:
    """The comment at the top: that of the file, or a new one in the language of the content."""
    found = files.content(order.file)
    if found is not None:
        lines = found.decode("utf-8-sig").splitlines()
        return "\n".join(takewhile(lambda line: not line.startswith("releases:"), lines))
    return Messages.load(order.language if order.language in languages() else FALLBACK).say("release-head")


def _written(codes: Mapping[str, Codes], head: str) -> str:
    """The file. In quotes: to other readers of YAML than ours, 1.0 and 1e10 are numbers."""
    lines = [*head.splitlines(), "releases:"]
    for version, of in codes.items():
        lines += [f"  - version: {_quoted(version)}", "    codes:"]
        lines += [f"      {fragment}: {_quoted(code)}" for fragment, code in of.items()]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
