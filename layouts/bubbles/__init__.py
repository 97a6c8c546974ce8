"""What the forms of the bubble sheet share: whole or on tiles, blank or with names."""
