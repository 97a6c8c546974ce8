"""What a command must never take longer than, whatever it is given: processor seconds, each beside its limit.

    .venv/bin/python -m benchmarks.limits [--variants 1000]

Ends with 1 where one is over. The same inputs are what the tests look at for what comes of them.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from PIL import Image

from kit.diagnostics import KitError
from kit.model.lists import actors, table
from kit.model.places.lookup import Lookup
from kit.model.places.municipalities import load
from tests.broken import variants
from tests.build.test_broken import tried
from tests.conftest import CONTENT, shipped
from tests.model.lists import test_actors, test_table
from tests.model.organisation import test_logo
from tests.model.organisation.test_cost import LOGOS
from tests.model.places.test_lookup import MANY, MANY_MISTAKES

QUOTES: Final = ('"', '";', '";"', '"a\n', ';""', '"a"b"\n', '"""', '""";', "\n", ";", '"a\n"b;')

LOGO: Final = """
import sys, time
from pathlib import Path
from kit.diagnostics import Mark
from kit.model.organisation import dots, logo
from kit.model.organisation.svg import picture, read
from PIL import Image, ImageChops, ImageOps
begun = time.process_time()
logo.read(Path(sys.argv[1]), "logo", Mark("kit.yaml", 1, 1))
print(time.process_time() - begun)
"""


@dataclass(frozen=True)
class Limit:
    """Something that takes ``seconds`` at the most; ``measure`` tells what it took."""

    name: str
    seconds: float
    measure: Callable[[], float]


def seconds(act: Callable[[], object]) -> float:
    """What it takes of the processor; refused or not."""
    begun = time.process_time()
    with suppress(KitError):
        act()
    return time.process_time() - begun


def found(queries: list[str]) -> None:
    """Look names up, with nothing remembered."""
    lookup = Lookup(load(CONTENT))
    for query in queries:
        lookup.find(query)


def read(rows: str) -> None:
    """Read a list of actors."""
    whole = table.parse(f"naam;gemeente;sector;half\n{rows}\n", "actoren.csv", actors.COLUMNS)
    actors.actors_of(whole, Lookup(load(CONTENT)), shipped().sectors)


def quoted() -> float:
    """The longest that any text out of separators and quotes takes."""
    texts = [make(text, 200_000) for text in QUOTES for make in (test_table.longest, test_table.most)]
    return max(seconds(partial(test_table.parsed, text)) for text in texts)


def logos() -> float:
    """The longest that an SVG takes, each read in a process of its own. A photograph takes as long as its dots do."""
    with tempfile.TemporaryDirectory() as folder:
        return max(_logo(Path(folder), raw) for raw, _ in LOGOS.values() if not raw.startswith(b"\x89PNG"))


def endless() -> float:
    """How long all shapes together take that are broken or have no end."""
    with tempfile.TemporaryDirectory() as folder:
        return sum(_logo(Path(folder), raw) for raw, _ in test_logo.ENDLESS)


def bombs() -> float:
    """The longest that a picture takes whose dots are too many to be read."""
    with tempfile.TemporaryDirectory() as folder:
        return max(_logo(Path(folder), test_logo.saved(Image.new("1", (side, side)))) for side in test_logo.BOMBS)


def _logo(folder: Path, raw: bytes) -> float:
    (folder / "logo").write_bytes(raw)
    command = [sys.executable, "-c", LOGO, str(folder)]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def broken(count: int) -> float:
    """The longest that a command takes to refuse content that is broken in some way."""
    with tempfile.TemporaryDirectory() as folder:
        return max(run.seconds for one in tried(Path(folder), variants(count), 5) for run in one.runs if run.status)


def limits(count: int) -> Iterator[Limit]:
    """All of them; ``count``: of how many broken variants."""
    yield Limit("1,000 names of municipalities", 0.5, lambda: seconds(lambda: found(MANY)))
    yield Limit("200 names with mistakes", 2, lambda: seconds(lambda: found(MANY_MISTAKES)))
    yield Limit("a list of 5,000 actors", 1, lambda: seconds(lambda: read(test_actors.many())))
    yield Limit("5,000 rows with a mistake", 3, lambda: seconds(lambda: read(test_actors.many_mistakes())))
    yield Limit("a list of separators and quotes", 3, quoted)
    yield Limit("a logo in SVG", 2, logos)
    yield Limit("shapes without an end, together", 5, endless)
    yield Limit("a picture of too many dots", 0.2, bombs)
    yield Limit(f"{count} broken variants, each", 2, lambda: broken(count))


def main() -> int:
    """Print the table; 1 where a limit is not held."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.limits", description=__doc__)
    parser.add_argument("--variants", type=int, default=100, help="broken variants of the content (default: 100)")
    over = 0
    for limit in limits(parser.parse_args().variants):
        taken = limit.measure()
        over += taken > limit.seconds
        sys.stdout.write(f"{limit.name:<34} {taken:6.2f} s of {limit.seconds:g}{' OVER' * (taken > limit.seconds)}\n")
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
