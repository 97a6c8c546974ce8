"""Municipalities: finding one by any name, who borders on whom, and who stands on a bubble sheet."""
