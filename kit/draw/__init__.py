"""What is on a sheet: geometry, theme, fitted text, icons, codes and the pages that record them."""
