"""Letters on a page: where they come from, how a text is fitted into a box, and where typed text goes."""
