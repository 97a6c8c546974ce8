"""The command, installed as ``kit`` and as ``python -m kit``."""

import gc
import sys
from typing import Final

INTERRUPTED: Final = 130
"""The exit status of what somebody stops with Ctrl-C, as a shell gives it."""


def main() -> None:
    """Run the command. Reading the program takes a moment as well, in which it can be interrupted."""
    # A short life: what is no longer used is not worth a search every few hundred new objects, a tenth of the time.
    gc.set_threshold(50_000, 20, 50)
    try:
        from kit.cli import app

        app.main()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


if __name__ == "__main__":
    main()
