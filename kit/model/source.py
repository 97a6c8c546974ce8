"""YAML text to plain data, every value with its place."""

from __future__ import annotations

from dataclasses import dataclass

from kit.diagnostics import Mark


@dataclass(frozen=True, slots=True)
class Leaf:
    """A scalar: always text, so that 13:30 and no stay what was typed. An empty value is empty text."""

    text: str
    mark: Mark
