"""The sheet that shows whether a printer is set right."""

from kit.model.schema.stack_sheet import StackSheet


class PrinterTest(StackSheet):
    """The sheet that shows whether a printer is set right."""
