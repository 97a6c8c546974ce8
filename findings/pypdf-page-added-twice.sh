#!/usr/bin/env bash
# pypdf: a page that is added several times is several pages with one content; what is done to one is done to all
#
# Package:  pypdf 7.1.1
# A guess:  each writer.add_page(page) makes a page of its own, for it returns a new page object with a number, a size and
#           a rotation of its own. So writer.pages[1].scale_by(0.5) makes the second page smaller.
# Happens:  the new pages are different, but the content and the link annotations below them are one object each.
#           scale_by, add_transformation, merge_page and transfer_rotation_to_content rewrite that content in place: every
#           page is drawn smaller, though only the second has the smaller paper. A link that is changed on one page
#           changes on all. (The PDF standard, ISO 32000, wants an annotation to stand on one page only.) No warning.
# Seen:     three times the same page, the second scaled by a half: all three are drawn at a half, the papers stay 200,
#           100, 200 pt, and the place of the link is halved on all.
# Way out:  a new PdfReader for each page that will be changed (the file grows), or merge_transformed_page onto an
#           empty page.
# Exit:     0 as described, 1 no longer so, 2 the packages could not be installed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
{ python3 -m venv venv && venv/bin/python -m pip install -q pypdf==7.1.1 reportlab==5.1.0; } >log 2>&1 ||
  { cat log >&2; exit 2; }

cat >pages.py <<'PYTHON'
import sys
import warnings
from io import BytesIO

from pypdf import PdfReader, PdfWriter, __version__
from reportlab.pdfgen.canvas import Canvas

warnings.simplefilter("error")
canvas = Canvas("one.pdf", pagesize=(200, 200), invariant=1)
canvas.drawString(20, 150, "a page")
canvas.linkURL("https://example.org/", (20, 140, 100, 170))
canvas.save()


def scaled(*readers):
    """What a reader finds in the file, page by page: the width of paper, whether drawn at a half, the place of the link."""
    writer = PdfWriter()
    for reader in readers:
        writer.add_page(reader.pages[0])
    writer.pages[1].scale_by(0.5)
    written = BytesIO()
    writer.write(written)
    return [
        (float(page.mediabox.width), b"0.5 0.0 0.0 0.5" in page.get_contents().get_data(),
         [float(number) for number in page["/Annots"][0].get_object()["/Rect"]])
        for page in PdfReader(written).pages
    ]


def told(title, pages):
    print(title)
    for number, (width, half, link) in enumerate(pages, 1):
        print(f"  page {number}: paper {width:g} pt, drawn {'at a half' if half else 'whole'}, link at {link}")


print("pypdf", __version__)
one = PdfReader("one.pdf")
shared, own = scaled(one, one, one), scaled(*(PdfReader("one.pdf") for _ in range(3)))
told("one reader, its page three times, page 2 scaled by a half:", shared)
told("a reader for each page, page 2 scaled by a half:", own)
whole, half = [20, 140, 100, 170], [10, 70, 50, 85]
if own != [(200, False, whole), (100, True, half), (200, False, whole)]:
    sys.exit("no longer so: readers of their own do not help")
if shared != [(200, True, half), (100, True, half), (200, True, half)]:
    sys.exit("no longer so: the pages are apart")
print("as described: scaling one page scales the content of all")
PYTHON
venv/bin/python pages.py
