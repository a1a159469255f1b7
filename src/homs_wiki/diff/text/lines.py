r"""Lines of the two texts, as cheaply as Python allows: what is equal at the ends is never split.

Lines end at "\n" only. Comparing slices of strings runs at the speed of memory, so the equal ends
of two pages cost next to nothing; what lies between is split, and every line becomes a small
integer that is the same for equal lines (rapidfuzz compares by hash: integers make that exact).
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import accumulate, count
from typing import NamedTuple

# So many equal lines before the first difference stay in view: a block put in between two others
# can then be shown to begin at its heading and not at its second line.
_CONTEXT = 3

# A line without two letters or digits side by side outside of tags: brackets, table bars, blanks.
_WORDS = re.compile(r"[^\W_]{2}")
_TAG = re.compile(r"</?\w+[^<>]*>")


class Region(NamedTuple):
    """What is left between the equal ends of two texts; offsets of line starts in code points."""

    start: int
    old_end: int
    new_end: int


def differing_region(old: str, new: str) -> Region:
    """Return the smallest run of whole lines that holds every difference of two unequal texts."""
    common = common_prefix(old, new)
    start = old.rfind("\n", 0, common) + 1
    room = min(len(old), len(new)) - start
    common = common_suffix(old, new, room)
    old_end, new_end = len(old) - common, len(new) - common
    if not (_begins_line(old, old_end, start) and _begins_line(new, new_end, start)):
        line_end = old.find("\n", old_end)
        kept = len(old) - line_end - 1 if line_end >= 0 else 0
        old_end, new_end = len(old) - kept, len(new) - kept
    return Region(start, old_end, new_end)


def with_context(text: str, start: int) -> int:
    """Return where the lines begin that stand just before ``start``."""
    for _ in range(_CONTEXT):
        if not start:
            break
        start = text.rfind("\n", 0, start - 1) + 1
    return start


def _begins_line(text: str, offset: int, start: int) -> bool:
    return offset == start or text[offset - 1] == "\n"


def common_prefix(old: str, new: str) -> int:
    """Return how many code points two texts have in common at their beginning."""
    low, high = 0, min(len(old), len(new))
    if old[:high] == new[:high]:
        return high
    while high - low > 1:
        middle = (low + high) // 2
        if old[low:middle] == new[low:middle]:
            low = middle
        else:
            high = middle
    return low


def common_suffix(old: str, new: str, room: int) -> int:
    """Return how many of their last ``room`` code points two texts have in common."""
    old_end, new_end = len(old), len(new)
    if old[old_end - room :] == new[new_end - room :]:
        return room
    low, high = 0, room
    while high - low > 1:
        middle = (low + high) // 2
        if old[old_end - middle : old_end - low] == new[new_end - middle : new_end - low]:
            low = middle
        else:
            high = middle
    return low


class Numbers(defaultdict[str, int]):
    """A number for each different text, in the order in which they are met."""

    def __init__(self) -> None:
        super().__init__(count().__next__)

    def of(self, texts: Sequence[str]) -> list[int]:
        """Return the numbers of texts."""
        return list(map(self.__getitem__, texts))


class Lines:
    """Some whole lines of a text.

    Attributes:
        text: the whole text.
        lines: the lines, without their line ends.
        starts: where each starts in the text, and where the last one ends.
        ids: a number for each; equal lines of both texts have the same.
    """

    __slots__ = ("ids", "lines", "starts", "text")

    def __init__(self, text: str, start: int, end: int, numbers: Numbers) -> None:
        self.text = text
        self.lines = text[start:end].split("\n")
        ended = not self.lines[-1]
        if ended:
            self.lines.pop()
        starts = accumulate(map(len, self.lines), initial=start)
        self.starts = [at + index for index, at in enumerate(starts)]
        self.ids = numbers.of(self.lines)
        if not ended:
            # The line without a line end is another than the same line with one.
            self.starts[-1] = end
            self.ids[-1:] = numbers.of([f"{self.lines[-1]}\n"])

    def slice(self, first: int, after: int) -> str:
        """Return the text of the lines from ``first`` up to ``after``, line ends included."""
        return self.text[self.starts[first] : self.starts[after]]


def trivial_numbers(numbers: dict[str, int]) -> set[int]:
    """Return the numbers of lines that say nothing: blank, ``}}``, ``|-``, ``</div>``."""
    return {number for line, number in numbers.items() if is_trivial(line)}


def is_trivial(line: str) -> bool:
    """Tell whether a line holds nothing to know it by."""
    if not line or len(line) > 200:
        return not line
    return not _WORDS.search(_TAG.sub("", line) if "<" in line else line)
