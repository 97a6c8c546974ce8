#!/usr/bin/env bash
# ReportLab prints one font in the letters of another that has the same PostScript name
#
# Package:  reportlab 5.1.0
# A guess:  pdfmetrics.registerFont(TTFont("Wide", "wide.ttf")) makes "Wide" print what is in wide.ttf: the name is
#           ours, and the file is given.
# Happens:  registerFont looks at the PostScript name inside the file. If a font with that name was registered before,
#           it lets our name stand for that earlier font, and drops the new one. No error, no warning. Cuts of one
#           family that somebody exported or edited (a subset, a corrected letter, an older release) often share theirs.
# Seen:     a font whose letter "l" is ten times as wide measures 180 pt by itself, and 17.58 pt once it is registered
#           second; the PDF has the letters and the widths of the first. In a process of its own it prints as it should.
# Way out:  give font.face.name another value before registering.
# Exit:     0 as described, 1 no longer so, 2 the packages could not be installed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
{ python3 -m venv venv &&
  venv/bin/python -m pip install -q reportlab==5.1.0 fonttools==4.68.0 fontpkg-fira-sans==4.203 pypdf==7.1.1; } >log 2>&1 ||
  { cat log >&2; exit 2; }

cat >fonts.py <<'PYTHON'
"""Two valid fonts with one PostScript name: the second has the outline of W, and a width of 3000 units, for l."""
from pathlib import Path

import fontpkg_fira_sans
from fontTools.ttLib import TTFont

source = Path(fontpkg_fira_sans.__file__).parent / "files" / "FiraSans-Regular.ttf"
TTFont(source).save("plain.ttf")
wide = TTFont(source)
cmap = wide.getBestCmap()
wide["glyf"][cmap[ord("l")]] = wide["glyf"][cmap[ord("W")]]
wide["hmtx"][cmap[ord("l")]] = (3000, wide["hmtx"][cmap[ord("W")]][1])
wide.save("wide.ttf")
PYTHON

cat >draw.py <<'PYTHON'
"""Registers the named fonts in their order, prints lll in the last of them, says what came of it."""
import sys
from hashlib import sha256

from pypdf import PdfReader
from reportlab import __version__
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

for name in sys.argv[1:]:
    font = TTFont(name, f"{name}.ttf")
    before = font.stringWidth("lll", 20)
    pdfmetrics.registerFont(font)
canvas = Canvas("out.pdf", initialFontName=name, invariant=1)
canvas.setFont(name, 20)
canvas.drawString(50, 700, "lll")
canvas.save()
fonts = [one.get_object() for one in PdfReader("out.pdf").pages[0]["/Resources"]["/Font"].values()]
(inside,) = [one for one in fonts if one["/Subtype"] == "/TrueType"]
width = inside["/Widths"][ord("l") - inside["/FirstChar"]]
letters = sha256(inside["/FontDescriptor"]["/FontFile2"].get_data()).hexdigest()[:8]
print(f"{__version__}: {name} by itself {before:.2f} pt, registered {pdfmetrics.stringWidth('lll', name, 20):.2f} pt;",
      f"in the PDF: width of l {width}, letters {letters}")
PYTHON

venv/bin/python fonts.py
plain=$(venv/bin/python draw.py plain)
alone=$(venv/bin/python draw.py wide)
second=$(venv/bin/python -W error draw.py plain wide 2>&1)
printf '%s\n' "plain.ttf alone:          $plain" "wide.ttf alone:           $alone" "wide.ttf after plain.ttf: $second"
inside() { printf '%s' "${1#*in the PDF}"; }
[[ $second == *"by itself 180.00 pt, registered 17.58 pt"* ]] || { echo "no longer so: the width is right"; exit 1; }
[[ $(inside "$alone") != "$(inside "$plain")" ]] || { echo "no longer so: not right alone either"; exit 1; }
[[ $(inside "$second") == "$(inside "$plain")" ]] || { echo "no longer so: the PDF has other letters"; exit 1; }
echo "as described: the second font prints in the letters and widths of the first"
