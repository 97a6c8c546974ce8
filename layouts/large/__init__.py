"""The sheets of the large edition, one module a layout: at least 16 pt, on as many pages as that takes (design, 26)."""
