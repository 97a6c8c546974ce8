"""A workshop as plain data: who comes, who sits where, which copies are printed."""
