"""How things look: roles, theme, editions, inks, icons, patterns and logos."""
