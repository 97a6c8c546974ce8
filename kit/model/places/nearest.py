"""Did you mean? The most alike of thousands of words, fast enough for a file full of mistakes."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import chain, pairwise
from typing import Final

_SHORTLIST: Final = 24
"""So many words are compared letter by letter: those that share most pairs of letters, which is quick to see."""

_PREFIX: Final = 4
"""From so many letters on, a word may be the start of what was meant: Baarle, of Baarle-Hertog."""


class Nearest:
    """Known words, each filed under the pairs of letters in it."""

    def __init__(self, words: Iterable[str]) -> None:
        """File the words. Of words equally alike, the first comes first."""
        self._words = tuple(words)
        self._having: dict[str, list[int]] = defaultdict(list)
        for i, word in enumerate(self._words):
            for pair in _pairs(word):
                self._having[pair].append(i)

    def to(self, word: str) -> tuple[str, ...]:
        """The known words most like a word, the most alike first; nothing where not even the first is like it.

        Alike is: at most one letter in three, and in any word one, is wrong, missing, too many or swapped with the
        next.
        """
        ranked = sorted((_distance(word, self._words[i]), i) for i in self._shortlist(word))
        return tuple(self._words[i] for _, i in ranked) if ranked and ranked[0][0] <= max(1, len(word) // 3) else ()

    def _shortlist(self, word: str) -> list[int]:
        """The words that share most pairs with a word, for their length."""
        shared = Counter(chain.from_iterable(self._having.get(pair, ()) for pair in _pairs(word)))
        return sorted(shared, key=lambda i: (-shared[i] / (len(word) + len(self._words[i])), i))[:_SHORTLIST]


def _pairs(word: str) -> set[str]:
    """The pairs of neighbouring letters; the first and the last letter also pair with the edge of the word."""
    return {first + second for first, second in pairwise(f"^{word}$")}


def _distance(word: str, known: str) -> int:
    """How many letters are wrong, missing, too many or swapped with the next. A missing end counts as one."""
    if len(word) >= _PREFIX and known.startswith(word):
        return min(1, len(known) - len(word))
    before: list[int] = []
    last = list(range(len(known) + 1))
    for i, letter in enumerate(word, 1):
        row = [i]
        for j, other in enumerate(known, 1):
            best = min(last[j] + 1, row[-1] + 1, last[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == known[j - 2] and other == word[i - 2]:
                best = min(best, before[j - 2] + 1)
            row.append(best)
        before, last = last, row
    return last[-1]
