"""Content that is broken in any way is told at its line, and what was made before stays as it was.

The thousand variants are those of `tests.broken`, the same each time. For each the commands that read the file are run,
each in a process of its own: `kit build` and `kit check` for what is printed, `kit pack` for a workshop and its
participants, `kit bubbles` for a list of actors. Every fifth is checked as well as built. What it takes in seconds
is measured by ``python -m benchmarks.limits``.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple

import pytest

from kit.cli.exit_status import DONE, FAILED, WRONG_USE
from tests.broken import ACTORS, FOLDER, GONE, LOOP, PARTICIPANTS, WORKSHOP, Variant, originals, variants
from tests.conftest import CONTENT

if sys.platform == "win32":
    pytest.skip("only where a process can be forked and measured", allow_module_level=True)

from tests.forked import Ran, Server

MOST_MEGABYTES: Final = 200
"""What a run may take of memory."""

_PLACE: Final = re.compile(r"^(.+?):(\d+):(\d+): error: ", re.MULTILINE)


class Place(NamedTuple):
    """Where an error is told."""

    file: str
    line: int


@dataclass(frozen=True)
class Shop:
    """A folder with content to break, and another with what was made of it before."""

    folder: Path

    def commands(self, file: str) -> list[list[str | Path]]:
        """The commands that read a file."""
        out: list[str | Path] = ["--out", self.folder / "out"]
        examples = self.folder / "content/nl/examples"
        if file == ACTORS:
            return [["bubbles", "Lier", "--actors", examples / "actoren.csv", *out]]
        if file in (WORKSHOP, PARTICIPANTS):
            return [["pack", examples / "workshop.yaml", *out]]
        content: list[str | Path] = ["--content", self.folder / "content"]
        both: list[list[str | Path]] = [["build", *content, *out], ["check", *content, "--format", "json"]]
        return both[1:] if file.startswith("site/") or file == "released.yaml" else both

    def made(self) -> dict[str, bytes]:
        """All that was made."""
        out = self.folder / "out"
        return {str(file.relative_to(out)): file.read_bytes() for file in out.rglob("*") if file.is_file()}

    def put(self, variant: Variant) -> None:
        """Break a file."""
        file = self.folder / "content/nl" / variant.file
        file.unlink()
        if variant.data == FOLDER:
            file.mkdir()
        elif variant.data == LOOP:
            file.symlink_to(file.name)
        elif isinstance(variant.data, bytes):
            file.write_bytes(variant.data)
        else:
            assert variant.data == GONE

    def mend(self, variant: Variant) -> None:
        """Put a file back as it was."""
        file = self.folder / "content/nl" / variant.file
        if file.is_dir():
            file.rmdir()
        file.unlink(missing_ok=True)
        file.write_text(originals()[variant.file], encoding="utf-8")


class Tried(NamedTuple):
    """A variant with its runs, and what is wrong with these."""

    variant: Variant
    runs: list[Ran]
    faults: list[str]


def tried(folder: Path, some: list[Variant], checked: int) -> list[Tried]:
    """Try variants one after the other; every so many is checked as well as built, if ``checked`` is not 0."""
    shop = Shop(folder)
    shutil.copytree(CONTENT, folder / "content")
    (folder / "content/nl" / ACTORS).write_text(originals()[ACTORS], encoding="utf-8")
    with Server() as server:
        for file in (ACTORS, WORKSHOP, "kit.yaml"):
            for command in shop.commands(file):
                ran = server.run(*command)
                assert ran.status == DONE, ran
        shutil.copytree(folder / "out", folder / "kept")
        return [
            _tried(shop, server, variant, shop.commands(variant.file)[: 2 if checked and not i % checked else 1])
            for i, variant in enumerate(some)
        ]


def _tried(shop: Shop, server: Server, variant: Variant, commands: list[list[str | Path]]) -> Tried:
    before = shop.made()
    shop.put(variant)
    runs, faults = [], []
    try:
        for command in commands:
            ran = server.run(*command)
            runs.append(ran)
            faults += [f"{command[0]}: {fault}" for fault in _faults(shop, variant, ran)]
            if shop.made() != before:
                if ran.status:
                    faults.append(f"{command[0]}: what was made before is changed")
                shutil.rmtree(shop.folder / "out")
                shutil.copytree(shop.folder / "kept", shop.folder / "out")
    finally:
        shop.mend(variant)
    return Tried(variant, runs, faults)


def _faults(shop: Shop, variant: Variant, ran: Ran) -> Iterator[str]:
    """What is wrong with a run."""
    if variant.file == ACTORS and variant.data == FOLDER and ran.status == WRONG_USE:
        return
    if ran.status not in (DONE, FAILED) or "Traceback" in ran.err:
        yield f"it ends with {ran.status}: {ran.err[-400:]}"
        return
    places = list(_places(ran))
    if ran.status == DONE:
        if variant.sure:
            yield "nothing is told"
        return
    name = str(shop.folder / "content/nl" / variant.file)
    own = {place.line for place in places if place.file == name}
    if not own and name not in ran.out + ran.err:
        yield f"the file is not named: {(ran.out + ran.err)[:400]}"
    if variant.lines and not own & variant.lines and "too large" not in ran.out + ran.err:
        yield f"told on {sorted(own)[:5]}, not on {sorted(variant.lines)[:3]}: {(ran.out + ran.err)[:400]}"
    for place in places:
        if place.line > _count(Path(place.file)):
            yield f"{place} is not there"


def _places(ran: Ran) -> Iterator[Place]:
    """Where the errors of a run are told."""
    if ran.out.startswith("{"):
        for one in json.loads(ran.out)["diagnostics"]:
            if one["severity"] == "error" and one["file"]:
                yield Place(one["file"], one["line"])
    else:
        yield from (Place(file, int(line)) for file, line, _ in _PLACE.findall(ran.err))


def _count(file: Path) -> int:
    """How many lines a file has; one where there is none to count."""
    raw = file.read_bytes() if file.is_file() else b""
    for encoding in ("utf-16",) if raw.startswith((b"\xff\xfe", b"\xfe\xff")) else ():
        raw = raw.decode(encoding, "replace").encode()
    return len(re.sub(b"\r\n?", b"\n", raw).split(b"\n"))


def _told(some: list[Tried]) -> str:
    return "\n".join(f"{one.variant}\n    {fault}" for one in some for fault in one.faults)


def test_a_sample_of_broken_content_is_told_and_leaves_what_was_made(tmp_path: Path) -> None:
    found = tried(tmp_path, variants(24), 0)
    assert not _told(found)


@pytest.mark.slow
def test_a_thousand_broken_variants_are_told_in_200_mb(tmp_path: Path) -> None:
    # Beside other tests, which keep the other processors busy, as many as there is a processor for.
    workers = max(1, (os.cpu_count() or 1) // int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1")))
    some = variants(1000)
    shares = [(tmp_path / str(i), some[i::workers], 5) for i in range(workers)]
    with ThreadPoolExecutor(workers) as pool:
        found = [one for share in pool.map(lambda share: tried(*share), shares) for one in share]
    refused = [ran for one in found for ran in one.runs if ran.status]
    assert len(found) == 1000
    assert not _told(found)
    assert max(ran.megabytes for ran in refused) <= MOST_MEGABYTES
