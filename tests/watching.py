"""A watch that goes on from edit to edit."""

from __future__ import annotations

import shutil
from pathlib import Path

from kit.watch.watch import Order, Watch
from tests.conftest import CONTENT
from tests.edits import Edit
from tests.small import tree


class Watching:
    """Watches a copy of the content."""

    def __init__(self, folder: Path) -> None:
        """Build it for the first time."""
        self._content, self._out = content(folder / "content"), folder / "out"
        self._watch = Watch(Order((), self._content, self._out))
        self._watch.rebuild()

    def after(self, edit: Edit) -> dict[str, bytes]:
        """All that there is after an edit, by its place. The edit is undone behind it."""
        file = self._content / "nl" / edit.file
        text = file.read_text(encoding="utf-8")
        edit.apply(self._content)
        edited = self._watch.rebuild(frozenset([str(file)]))
        found = tree(self._out)
        file.write_text(text, encoding="utf-8")
        self._watch.rebuild(frozenset([str(file)]))
        assert not edited.failed, edited.notes
        return found


def content(folder: Path, *done: Edit) -> Path:
    """A copy of the content with some edits done."""
    shutil.copytree(CONTENT / "nl", folder / "nl")
    for edit in done:
        edit.apply(folder)
    return folder
