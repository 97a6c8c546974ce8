"""What was made, as lines to read: how many sheets of which paper, for whom, and what to open first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from kit.messages.catalogue import Messages
from kit.model.printing import Paper

if TYPE_CHECKING:
    from kit.build.summary import Summary
    from kit.workshop.summary import StackSummary

_PAPERS: Final[Mapping[Paper, str]] = {
    "a3": "made-a3",
    "a4": "made-a4",
    "a3-heavy": "made-a3-heavy",
    "a4-heavy": "made-a4-heavy",
}
"""The codes for so many sheets, in the order of the print and cut list."""


def lines(summary: Summary, messages: Messages, by_paper: Sequence[str] = ()) -> Iterator[str]:
    """The paper, how to print on several, and the file to open first; ``by_paper``: files for one paper each."""
    papers = [messages.count(code, summary.papers[paper]) for paper, code in _PAPERS.items() if paper in summary.papers]
    if papers:
        yield messages.say("made-paper", list=", ".join(papers))
    if by_paper:
        yield messages.say("made-by-paper", list=", ".join(by_paper))
    elif len({paper[:2] for paper in summary.papers}) > 1:
        yield messages.say("made-apart")
    yield messages.say("made-first", file=str(summary.first))


def of_stack(summary: StackSummary, messages: Messages) -> Iterator[str]:
    """For how many people at how many tables a stack is, then the same."""
    people = messages.count("made-participants", summary.participants)
    tables = messages.count("made-tables", summary.tables)
    spares = messages.count("made-spares", summary.spares)
    yield messages.say("made-stack", participants=people, tables=tables, spares=spares)
    yield from lines(summary, messages, summary.by_paper)
