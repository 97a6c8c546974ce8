"""Parts of the large bubble sheet."""
