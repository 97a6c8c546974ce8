"""PDFs: a painted book split into single sheets, packs put together, what is finished read back and made a picture."""
