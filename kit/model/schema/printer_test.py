"""The sheet that shows whether a printer is set right."""

from kit.model.schema.stack_sheet import TitledStackSheet


class PrinterTest(TitledStackSheet):
    """The sheet that shows whether a printer is set right."""
