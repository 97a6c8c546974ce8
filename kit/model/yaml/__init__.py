"""YAML to plain data: every value stays text and keeps its place."""
