"""Bubble sheets with names: whose are asked for, their pages, a file each and one book of all."""
