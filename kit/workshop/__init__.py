"""From a workshop to a stack of paper: who sits where, which pages, how many of each, and in which files."""
