#!/usr/bin/env bash
# A TrueType subset of ReportLab holds every printable ASCII letter and the whole name table, whatever the text is
#
# Package:  reportlab 5.1.0
# A guess:  a subset holds the glyphs of the letters that were drawn: a file in which one word is set in a cut is a few
#           kB, and fifty small files are fifty times that.
# Happens:  the first subset of a font starts with the characters 32 to 126 filled in, so that a byte is its own code;
#           their outlines go into the file, drawn or not. Besides, the tables "name" and "OS/2" are copied whole, which
#           no PDF reader needs for an embedded TrueType font (ISO 32000-1, table 126 has the list of those it does).
# Seen:     one letter drawn in Fira Sans: 100 outlines and both tables are embedded, 18,548 bytes; with
#           asciiReadable=False two outlines, and 6,360 bytes, of which the two tables are a good part.
# Way out:  make a font with asciiReadable=False (glyphs then come in the order of their use), and leave those tables
#           out; for files with few letters in several cuts that is most of what they weigh.
# Exit:     0 as described, 1 no longer so, 2 the packages could not be installed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
{ python3 -m venv venv &&
  venv/bin/python -m pip install -q reportlab==5.1.0 fonttools==4.68.0 fontpkg-fira-sans==4.203 pypdf==7.1.1; } >log 2>&1 ||
  { cat log >&2; exit 2; }

cat >draw.py <<'PYTHON'
"""One letter in a font: what of the font is in the PDF."""
from io import BytesIO
from pathlib import Path

import fontpkg_fira_sans
from fontTools.ttLib import TTFont as Inside
from pypdf import PdfReader
from reportlab import __version__
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

source = Path(fontpkg_fira_sans.__file__).parent / "files" / "FiraSans-Regular.ttf"


def embedded(readable):
    """The font program in a PDF with one letter."""
    name = f"Fira{readable}"
    font = TTFont(name, str(source), asciiReadable=readable)
    font.face.name = name.encode()
    pdfmetrics.registerFont(font)
    stream = BytesIO()
    canvas = Canvas(stream, initialFontName=name, invariant=1)
    canvas.setFont(name, 20)
    canvas.drawString(50, 700, "a")
    canvas.save()
    fonts = [one.get_object() for one in PdfReader(stream).pages[0]["/Resources"]["/Font"].values()]
    (inside,) = [one for one in fonts if one["/Subtype"] == "/TrueType"]
    return inside["/FontDescriptor"]["/FontFile2"].get_data()


def outlines(program):
    """How many glyphs have an outline, and which tables there are."""
    font = Inside(BytesIO(program))
    glyphs = [font["glyf"][name] for name in font.getGlyphOrder()]
    return sum(glyph.numberOfContours != 0 for glyph in glyphs), {"name", "OS/2"} & set(font.keys())


usual, few = embedded(True), embedded(False)
print(f"{__version__}: {outlines(usual)[0]} outlines, {' and '.join(sorted(outlines(usual)[1]))} in it;",
      f"{outlines(few)[0]} with asciiReadable=False;", f"{len(usual)} bytes, {len(few)}")
assert outlines(usual)[0] > 90, "no longer so: only what is drawn is embedded"
assert outlines(usual)[1] == {"name", "OS/2"}, "no longer so: a table is left out"
assert outlines(few)[0] < 5, "no longer so: the way out is none"
assert len(usual) > 2 * len(few), "no longer so: it is about as small"
PYTHON

venv/bin/python draw.py 2>problem || { tail -1 problem; exit 1; }
echo "as described: a file with one letter has all of ASCII"
