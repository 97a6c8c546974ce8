"""The cover of a pack, with its contents."""

from kit.model.schema.stack_sheet import StackSheet


class Cover(StackSheet):
    """The cover of a pack, with its contents."""
