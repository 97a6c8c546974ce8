"""An order becomes files: sheets, packs, posters and previews, what they were made from, what is wrong with them."""
