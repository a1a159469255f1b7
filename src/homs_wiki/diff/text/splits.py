"""One line that became several, and several that became one."""

from homs_wiki.diff.text.links import Link

# So much of the words of a line must be in the other side's line to be a part of it.
_PART = 0.7

# The parts may hold so many more words than the line they came from.
_LONGER = 1.25

Words = dict[int, list[str]]
Free = tuple[list[str], set[int]]


def grown(link: Link, words: tuple[Words, Words], old: Free, new: Free) -> Link | None:
    """Return the link of two lines with the neighbours that are parts of the longer one.

    Args:
        link: one old line and one new.
        words: of every line that says anything, by its number, on both sides.
        old: the old lines, and the numbers of those that belong to nothing yet.
        new: the same of the new lines.

    Returns:
        The link, grown or not; None if one of its lines belongs to something by now.
    """
    i, i2, j, j2 = link
    if i not in old[1] or j not in new[1]:
        return None
    olds, news = words[0].get(i, []), words[1].get(j, [])
    if len(news) < len(olds):
        j, j2 = _parts(olds, j, words[1], new[1])
        return Link(i, i2, *_with_ends(old[0][i], j, j2, new))
    if len(olds) < len(news):
        i, i2 = _parts(news, i, words[0], old[1])
        return Link(*_with_ends(new[0][j], i, i2, old), j, j2)
    return link


def _with_ends(whole: str, first: int, after: int, free: Free) -> tuple[int, int]:
    """Return the lines with the brackets around them that the whole line has too."""
    lines, numbers = free
    while first - 1 in numbers and lines[first - 1] and whole.startswith(lines[first - 1]):
        first -= 1
    while after in numbers and lines[after] and whole.endswith(lines[after]):
        after += 1
    return first, after


def _parts(whole: list[str], at: int, words: Words, free: set[int]) -> tuple[int, int]:
    """Return the lines around ``at`` whose words are in ``whole`` (half-open)."""
    in_whole = set(whole)
    room = int(len(whole) * _LONGER) - len(words.get(at, ()))
    first, after = at, at + 1
    for step in (1, -1):
        line = at + step
        while line in free:
            part = words.get(line)
            if part is not None:
                alike = sum(word in in_whole for word in part)
                if len(part) > room or alike < _PART * len(part):
                    break
                room -= len(part)
                first, after = min(first, line), max(after, line + 1)
            line += step
    return first, after
