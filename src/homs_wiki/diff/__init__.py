"""Comparing and merging revisions of a page."""

from homs_wiki.diff.comparison import Comparison, compare

__all__ = ["Comparison", "compare"]
