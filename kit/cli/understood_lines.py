"""What a list was taken for, as lines to read: how many there are, then a table of its columns."""

from __future__ import annotations

from collections.abc import Iterator

from kit.messages.catalogue import Messages, escaped
from kit.model.lists.limits import EVERYBODY, listed, shortened
from kit.model.lists.understood import Understood

_WIDEST = 40
"""So many letters of the head of a column are shown: a form puts a whole question there."""


def lines(understood: Understood, words: Messages) -> Iterator[str]:
    """The table of one list."""
    yield _total(understood, words)
    if understood.sheet and understood.others:
        yield "  " + words.say("list-sheet", sheet=understood.sheet, others=", ".join(understood.others))
    rows = [
        (column.letter, _cut(column.head), column.field or words.say("list-not-read")) for column in understood.columns
    ]
    letters = max((len(letter) for letter, _, _ in rows), default=0)
    heads = max((len(head) for _, head, _ in rows), default=0)
    for letter, head, field in rows:
        yield f"  {letter:<{letters}}  {escaped(head):<{heads}}  {field}"
    for why in dict.fromkeys(one.why for one in understood.skipped):
        found = [f"{one.row} ({shortened(one.text)})" for one in understood.skipped if one.why == why]
        yield "  " + words.say(f"list-skipped-{why}", list=listed(found, EVERYBODY))
    if understood.missing and any(column.field in {"gemeente", "postcode"} for column in understood.columns):
        yield "  " + words.say(
            "list-without-place", count=len(understood.missing), list=listed(map(str, understood.missing))
        )


def _total(understood: Understood, words: Messages) -> str:
    people = words.count(f"list-{understood.kind}", understood.count)
    total = words.say("list-total", what=people, file=understood.file)
    return f"{total}, {words.count('list-tables', understood.tables)}." if understood.tables else f"{total}."


def _cut(head: str) -> str:
    return head if len(head) <= _WIDEST else f"{head[: _WIDEST - 1]}…"
