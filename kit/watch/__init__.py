"""Build at each save: what changed, what was made of it, and the page that shows it."""
