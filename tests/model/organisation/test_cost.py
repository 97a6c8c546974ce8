"""What a logo takes at most: so much memory as any machine has to spare. Its seconds: ``python -m benchmarks.limits``.

Measured in a process of its own: what it takes at most is not that of the tests before.
"""

from __future__ import annotations

import json
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import Final

import pytest
from PIL import Image

from tests.conftest import ROOT

MOST_MEGABYTES: Final = 200
"""In memory at once, Python and its libraries included."""

MEASURED: Final = """
import json, re, sys
from pathlib import Path
from kit.diagnostics import Mark
from kit.model.organisation import dots, logo
from kit.model.organisation.svg import picture, read
from PIL import Image, ImageChops, ImageOps
folder, name = sys.argv[1:]
found = logo.read(Path(folder), name, Mark("kit.yaml", 1, 1))
# Of this process alone; what getrusage tells begins with the memory of the one that started it.
memory = int(re.search(r"VmHWM:\\s+(\\d+) kB", Path("/proc/self/status").read_text())[1]) / 1000
print(json.dumps([[note.code for note in found.notes], memory]))
"""


def png(width: int, height: int, mode: str = "RGB") -> bytes:
    """A picture with ink in it."""
    picture = Image.new(mode, (width, height), "white" if mode != "RGBA" else (0, 0, 0, 0))
    picture.paste(0 if mode == "L" else (200, 0, 0), (width // 4, height // 4, width // 2, height // 2))
    stream = BytesIO()
    picture.save(stream, "PNG", compress_level=1)
    return stream.getvalue()


def svg(inside: str, head: str = "") -> bytes:
    box = 'viewBox="0 0 100 50" xmlns="http://www.w3.org/2000/svg"'
    return f"{head}<svg {box}>{inside}</svg>".encode()


ARCS = "".join(f"M{i % 90} {i % 40}a5 3 20 1 1 4 4" for i in range(2_000))
MORE_ARCS = ARCS * 20
USED = "".join(f'<g id="a{i}"><use href="#a{i - 1}"/><use href="#a{i - 1}"/></g>' for i in range(1, 40))
WHITE_AND_RED = "".join(
    f'<path d="M{i % 97} {i % 43}h1v1h-1z" fill="{colour}"/>' for i in range(1_500) for colour in ("#fff", "red")
)
SQUARE = '<rect width="9" height="9"/>'

LOGOS: Final[dict[str, tuple[bytes, list[str]]]] = {
    "29 million dots": (png(5400, 5400), []),
    "29 million dots that shine through": (png(5400, 5400, "RGBA"), []),
    "54 million that shine through": (png(9000, 6000, "RGBA"), []),
    "54 million greys": (png(9000, 6000, "L"), []),
    "2000 arcs": (svg(f'<path d="{ARCS}"/>'), []),
    "thousands of arcs": (svg(f'<path d="{MORE_ARCS}"/>'), ["logo-busy"]),
    "use within use": (svg(f'<defs><g id="a0">{SQUARE}</g>{USED}</defs><use href="#a39"/>'), ["logo-busy"]),
    "use of itself": (svg(f'<defs><g id="a">{SQUARE}<use href="#a"/></g></defs><use href="#a"/>'), ["logo-busy"]),
    "five million letters": (svg(f'<path d="{"M0 0" * 1_200_000}"/>'), ["logo-busy"]),
    "a laugh": (
        svg("<path d='&b;'/>", '<!DOCTYPE svg [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;">]>'),
        ["logo-svg"],
    ),
    "letters as a measure": (svg('<rect width="9em" height="9vw"/>'), ["logo-svg"]),
    "an endless number": (svg('<rect width="1e999" height="9"/>'), ["logo-broken"]),
    "many shapes": (svg(WHITE_AND_RED), []),
}


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only here it is told what a process takes")
@pytest.mark.parametrize("name", LOGOS)
def test_no_logo_takes_much(tmp_path: Path, name: str) -> None:
    raw, codes = LOGOS[name]
    (tmp_path / "logo").write_bytes(raw)
    command = [sys.executable, "-c", MEASURED, str(tmp_path), "logo"]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    told, megabytes = json.loads(done.stdout)
    sys.stdout.write(f"{name:36} {megabytes:5.0f} MB {told}\n")
    assert told == codes
    assert megabytes < MOST_MEGABYTES
