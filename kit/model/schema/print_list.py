"""The print and cut list."""

from kit.model.schema.stack_sheet import StackSheet


class PrintListSheet(StackSheet):
    """The print and cut list."""
