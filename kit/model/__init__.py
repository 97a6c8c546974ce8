"""Texts, sectors and steps: from a content folder to checked objects."""
