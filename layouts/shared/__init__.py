"""What sheets share: header, footer, fields, discs, small pictures."""
