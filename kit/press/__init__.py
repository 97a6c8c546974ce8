"""From sheets to what is printed: packs."""
