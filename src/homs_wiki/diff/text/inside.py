"""What changed inside lines: the words of two texts aligned, then put the way people see it."""

from collections.abc import Callable
from itertools import accumulate

from homs_wiki.diff.text.alignment import CELLS, common_runs
from homs_wiki.diff.text.cleanup import Change, for_people
from homs_wiki.diff.text.lines import Numbers, common_prefix, common_suffix
from homs_wiki.diff.text.model import WordChange
from homs_wiki.diff.text.words import TOKEN, tokens
from homs_wiki.source import Span

# How far back the beginning of a word is looked for in texts without spaces, in code points.
_REACH = 256

# Pieces in a row that make an anchor in a very long line.
_ANCHOR = 3

# From so many code points on a line is cut at its spaces first.
_LONG = 30_000


def word_changes(old: str, new: str, old_at: int = 0, new_at: int = 0) -> list[WordChange]:
    """Return what changed between two texts, in order; all between the changes is equal.

    Args:
        old: the old text, such as a line.
        new: the new one.
        old_at: where ``old`` starts in the whole text; added to the spans.
        new_at: the same for ``new``.
    """
    if old == new:
        return []
    if not old or not new:
        found = [Change(0, len(old), 0, len(new))]
    else:
        found = for_people(old, new, _differences(old, new))
    return [
        WordChange(Span(old_at + a, old_at + b), Span(new_at + c, new_at + d))
        for a, b, c, d in found
    ]


def _differences(old: str, new: str) -> list[Change]:
    start = _word_start(old, common_prefix(old, new))
    common = common_suffix(old, new, min(len(old), len(new)) - start)
    if not (
        _ends_word(old, len(old) - common, start) and _ends_word(new, len(new) - common, start)
    ):
        common -= _word_rest(old, len(old) - common)
    change = Change(start, len(old) - common, start, len(new) - common)
    if change.a == change.b or change.c == change.d:
        return [change]
    if min(change.b - change.a, change.d - change.c) < _LONG:
        return _aligned(old, new, change, tokens)
    # Words by their spaces first: quick to cut, and most of a long line is equal.
    return [
        finer
        for coarse in _aligned(old, new, change, _by_spaces)
        for finer in _aligned(old, new, coarse, tokens)
    ]


def _by_spaces(text: str) -> list[str]:
    words = text.split(" ")
    last = words.pop()
    return [f"{word} " for word in words] + ([last] if last else [])


def _aligned(old: str, new: str, change: Change, cut: Callable[[str], list[str]]) -> list[Change]:
    """Return what differs within a change, cut into pieces."""
    a, b, c, d = change
    if a == b or c == d:
        return [change]
    olds, news = cut(old[a:b]), cut(new[c:d])
    first, last = 0, -1
    shorter = min(len(olds), len(news))
    while first < shorter and olds[first] == news[first]:
        a, c, first = a + len(olds[first]), c + len(olds[first]), first + 1
    while first - last <= shorter and olds[last] == news[last]:
        b, d, last = b - len(olds[last]), d - len(olds[last]), last - 1
    olds, news = olds[first : len(olds) + last + 1], news[first : len(news) + last + 1]
    if not olds or not news or len(olds) + len(news) == 2:
        return [Change(a, b, c, d)] if olds or news else []
    return _between_runs(olds, news, a, c)


def _between_runs(olds: list[str], news: list[str], a: int, c: int) -> list[Change]:
    """Return what two lists of pieces, which start at ``a`` and ``c``, do not share."""
    numbers = Numbers()
    old_ids, new_ids = numbers.of(olds), numbers.of(news)
    old_at = list(accumulate(map(len, olds), initial=a))
    new_at = list(accumulate(map(len, news), initial=c))
    changes: list[Change] = []
    i = j = 0
    for old, new, length in common_runs(old_ids, new_ids, CELLS, _ANCHOR):
        if old > i or new > j:
            changes.append(Change(old_at[i], old_at[old], new_at[j], new_at[new]))
        i, j = old + length, new + length
    if i < len(olds) or j < len(news):
        changes.append(Change(old_at[i], old_at[-1], new_at[j], new_at[-1]))
    return changes


def _word_start(text: str, offset: int) -> int:
    """Return a border between words at or before ``offset``."""
    low = max(0, offset - _REACH)
    border = max(text.rfind(" ", low, offset), text.rfind("\n", low, offset)) + 1
    if border or not low:
        return border
    for match in TOKEN.finditer(text, low):
        if match.end() >= offset:
            return match.start()
    return low


def _ends_word(text: str, offset: int, start: int) -> bool:
    """Tell whether no word goes on at an offset; one begins at ``start``."""
    return offset in (start, len(text)) or text[offset - 1].isspace()


def _word_rest(text: str, offset: int) -> int:
    """Return how many code points of a word, and of what touches it, stand behind an offset."""
    for space in " \n":
        end = text.find(space, offset, offset + _REACH)
        if end >= 0:
            return end - offset
    if len(text) - offset <= _REACH:
        return len(text) - offset
    match = TOKEN.match(text, offset)
    return match.end() - offset if match else 0
