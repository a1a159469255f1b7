"""Conflicts as git marks them in a text."""

from typing import NamedTuple

from homs_wiki.diff.merge.model import Labels, Style

_OURS, _BASE, _SPLIT, _THEIRS = "<|=>"


class Marking(NamedTuple):
    """How conflicts are marked.

    Attributes:
        labels: what stands behind the markers.
        style: whether the base is shown.
        size: how often a marker's sign stands in it; git's ``%L``.
    """

    labels: Labels = Labels()
    style: Style = Style.MERGE
    size: int = 7

    def marked(self, ours: str, base: str, theirs: str) -> str:
        """Return the whole lines of a conflict with markers around them."""
        parts = [self._line(_OURS, self.labels.ours), _whole(ours)]
        if self.style is Style.DIFF3:
            parts += (self._line(_BASE, self.labels.base), _whole(base))
        parts += (self._line(_SPLIT, ""), _whole(theirs), self._line(_THEIRS, self.labels.theirs))
        return "".join(parts)

    def _line(self, sign: str, label: str) -> str:
        return f"{sign * self.size} {label}".rstrip() + "\n"


def _whole(lines: str) -> str:
    return lines + "\n" if lines and lines[-1] != "\n" else lines
