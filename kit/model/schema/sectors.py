"""``sectors.yaml``: the sectors in which partners are found."""

from collections.abc import Iterator
from itertools import chain
from typing import Annotated, Literal

from kit.model.schema.base import Content
from kit.model.schema.fields import Plain
from kit.model.schema.kind import Length
from kit.model.schema.values import Identifier, whole
from kit.model.text.spans import Span, Text

Half = Literal["upper", "lower", "either"]
"""Where an actor of a sector is written in a bubble: upper is cultural, lower is not."""


class ExampleGroup(Content):
    """Examples that belong together, after a word that introduces them or without one."""

    label: Plain | None = None
    group: Annotated[tuple[Plain, ...], Length(least=1)]


Example = Plain | ExampleGroup


class Sector(Content):
    """A sector with examples of partners in it."""

    key: Identifier
    name: Plain
    half: Half
    examples: Annotated[tuple[Example, ...], Length(least=1)]

    @property
    def printed_examples(self) -> Text:
        """The examples in one text: commas within a group, a semicolon before the next."""
        spans = tuple(chain.from_iterable(_joined(self.examples)))
        first = self.examples[0]
        return Text(spans, first.mark if isinstance(first, Text) else first.group[0].mark)


def _joined(examples: tuple[Text | ExampleGroup, ...]) -> Iterator[tuple[Span, ...]]:
    for place, example in enumerate(examples):
        after_group = place > 0 and isinstance(examples[place - 1], ExampleGroup)
        if isinstance(example, Text):
            yield (*_between(place, "; " if after_group else ", "), *example.spans)
            continue
        yield _between(place, "; ")
        if example.label is not None:
            yield (*example.label.spans, Span(": "))
        for index, text in enumerate(example.group):
            yield (*_between(index, ", "), *text.spans)


def _between(place: int, mark: str) -> tuple[Span, ...]:
    return (Span(mark),) if place else ()


class Cluster(Content):
    """Sectors that belong together, in one column of the list, with their icon, pattern and tone."""

    key: Identifier
    name: Plain
    icon: Literal["art", "heritage", "learning", "care", "work", "environment", "other"]
    pattern: Literal["dots", "diagonals", "grid", "rings", "stripes", "waves", "crosses"]
    tone: Literal["art", "heritage", "learning", "care", "work", "environment", "other"]
    column: Annotated[int, whole(1, 4)]
    sectors: Annotated[tuple[Sector, ...], Length(least=1)]


class Halves(Content):
    """What a facilitator may call the halves of a bubble in a list of actors; only letters and digits count."""

    upper: tuple[Identifier, ...]
    lower: tuple[Identifier, ...]


class Sectors(Content):
    """All clusters in reading order."""

    clusters: Annotated[tuple[Cluster, ...], Length(least=1)]
    halves: Halves | None = None

    @property
    def count(self) -> int:
        """The number of sectors."""
        return sum(len(cluster.sectors) for cluster in self.clusters)

    def column(self, number: int) -> tuple[Cluster, ...]:
        """The clusters in column 1 to 4 of the list."""
        return tuple(cluster for cluster in self.clusters if cluster.column == number)
