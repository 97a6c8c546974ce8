"""What each file in the folder `workshop` holds: the sheets of a stack, its dates, and the workshop itself."""
