"""Printed texts: spans of letters, inline Markdown, and how a text is set."""
