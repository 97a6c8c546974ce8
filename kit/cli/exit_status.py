"""What the command tells the program that started it."""

from __future__ import annotations

from typing import Final

DONE: Final = 0
FAILED: Final = 1
"""The content or the disk is at fault."""

WRONG_USE: Final = 2
"""The command was typed wrongly."""

INTERRUPTED: Final = 130
"""Stopped with Ctrl-C, as a shell gives it."""
