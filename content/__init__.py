"""The content that ships with kit: one folder a language."""
