"""What an organisation brings to the sheets: its logo and its colour."""
