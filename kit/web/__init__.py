"""The digital edition: one page with the whole kit, its modules and its data, as plain files."""
