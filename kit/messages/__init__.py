"""What the program says: a catalogue of words a language, and reports with file, line and column."""
