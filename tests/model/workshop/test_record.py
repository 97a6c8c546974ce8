"""The file in which a stack remembers for whom it was made."""

from __future__ import annotations

from kit.model.workshop import record
from kit.model.workshop.tables import Table, Workshop


def test_a_list_whose_name_is_no_text_is_remembered_as_it_is_called() -> None:
    """On Linux a name is bytes: `deel\\xe9.csv` comes from a disk of an older system."""
    name = b"../deel\xe9.csv".decode(errors="surrogateescape")
    assert record.list_of(record.encoded(Workshop((Table(1, (), 2),), 5, 0), name)) == name
