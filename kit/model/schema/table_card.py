"""The card that stands on a table."""

from kit.model.schema.stack_sheet import StackSheet


class TableCardSheet(StackSheet):
    """The card that stands on a table."""
