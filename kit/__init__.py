"""Content to paper: checked Dutch YAML becomes printable workshop sheets and packs."""

from typing import Final

__version__: Final = "0.1.0"
