"""How pages lie on paper: cards on a sheet, an A3 on two A4, bleed and crop marks."""
