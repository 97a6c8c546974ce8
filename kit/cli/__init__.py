"""The command: what is typed, what it calls, and what it says of it. Only here is anything printed."""
