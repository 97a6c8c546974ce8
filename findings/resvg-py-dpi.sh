#!/usr/bin/env bash
# resvg_py counts a millimetre as nothing unless it is told the dpi
#
# Package:  resvg_py 0.5.0
# A guess:  svg_to_bytes(svg_string=...) renders an SVG of 40mm by 20mm as browsers do, at the 96 dots an inch of CSS,
#           which are the default of resvg itself too; its help says that dpi=0, the default, is that of SVG.
# Happens:  dpi=0 is taken as it stands: every length in mm, cm, in, pt or pc becomes 0. A drawing with such a width or
#           height (as Inkscape writes them) is refused with "SVG has an invalid size", which names neither dpi nor
#           unit; width=200 does not help. Worse, a SHAPE measured in mm in a drawing without units is left out, silently.
# Seen:     the page in mm raises ValueError, and is 151 x 76 dots with dpi=96; the square of 5mm is not in the picture,
#           and is with dpi=96.
# Way out:  always pass dpi=96.
# Exit:     0 as described, 1 no longer so, 2 the packages could not be installed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
{ python3 -m venv venv && venv/bin/python -m pip install -q resvg_py==0.5.0 pillow==13.0.0; } >log 2>&1 ||
  { cat log >&2; exit 2; }

cat >draw.py <<'PYTHON'
import sys
from importlib.metadata import version
from io import BytesIO

import resvg_py
from PIL import Image

HEAD = '<svg xmlns="http://www.w3.org/2000/svg"'
PAGE = f'{HEAD} width="40mm" height="20mm" viewBox="0 0 40 20"><rect width="10" height="10"/></svg>'
SHAPE = f'{HEAD} width="40" height="40"><rect width="5mm" height="5mm"/></svg>'


def drawn(svg, **options):
    """The size of the picture, and the box of what is not transparent in it; or the error."""
    try:
        picture = Image.open(BytesIO(bytes(resvg_py.svg_to_bytes(svg_string=svg, **options))))
    except ValueError as problem:
        return f"ValueError: {problem}"
    return picture.size, picture.getchannel("A").getbbox()


print("resvg_py", version("resvg_py"))
found = {}
for name, svg in (("page of 40mm by 20mm", PAGE), ("square of 5mm", SHAPE)):
    for options in ({}, {"width": 200}, {"dpi": 96}):
        found[name[:4], *options] = drawn(svg, **options)
        print(f"{name}, {options or 'no options'}: {found[name[:4], *options]}")

refused = all("invalid size" in found[key] for key in (("page",), ("page", "width")))
lost = found["squa",] == ((40, 40), None)
right = found["page", "dpi"][0] == (151, 76) and found["squa", "dpi"] == ((40, 40), (0, 0, 19, 19))
if not (refused and lost and right):
    sys.exit("no longer so")
print("as described: without dpi a length in mm is 0")
PYTHON
venv/bin/python draw.py
