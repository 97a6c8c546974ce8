"""One module per printed sheet, found by name through ``kit.registry``."""
