"""``steps.yaml``: the words that several sheets share."""

from typing import Annotated

from kit.model.schema.base import Content
from kit.model.schema.fields import Plain
from kit.model.schema.kind import Length


class Step(Content):
    """One of the three steps of the workshop."""

    digit: Plain
    label: Plain
    head: Plain


class NameFields(Content):
    """The labels of the fields in which people write who they are."""

    filled_in_by: Plain
    organisation: Plain
    date: Plain


class PartnerFields(Content):
    """The labels of what is noted of a partner."""

    name: Plain
    municipality: Plain
    sector: Plain
    supralocal: Plain
    boundary_pushing: Plain


class Steps(Content):
    """The words that several sheets share."""

    steps: Annotated[tuple[Step, ...], Length(least=3, most=3)]
    name_fields: NameFields
    partner_fields: PartnerFields

    def step(self, number: int) -> Step:
        """Step 1, 2 or 3."""
        return self.steps[number - 1]
