"""The geometry of the bubble sheet: which bubbles there are, who gets which, and what stands in them."""
