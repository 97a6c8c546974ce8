"""Lists out of spreadsheets: their rows, actors and participants."""
