"""The words of the digital edition, a file a view: only read for it, so that a build of sheets need not wait.

The models are imported when they are first asked for. Each file is called as its view, and its model stands in the
module of that name.
"""

from importlib import import_module
from types import MappingProxyType
from typing import Final

from kit.model.schema.base import Content

FOLDER: Final = "site"
"""Where these files stand, in the folder of a language."""

_CLASSES: Final = MappingProxyType(
    {
        "frame": "Frame",
        "overview": "Overview",
        "canvas-1": "CanvasOneWords",
        "bubbles": "Bubbles",
        "cards": "Cards",
        "canvas-2": "CanvasTwoWords",
        "inspiration": "Inspiration",
        "keep": "Keep",
        "paper": "Paper",
    }
)

VIEWS: Final = tuple(_CLASSES)
"""The stems of the files."""


def model(view: str) -> type[Content]:
    """The model of the words of a view; KeyError for an unknown one."""
    found: type[Content] = getattr(import_module(f"{__name__}.{view.replace('-', '_')}"), _CLASSES[view])
    return found
