"""A logo out of an SVG file: read safely, made plain, then drawn as shapes, or as dots where shapes cannot do it."""
