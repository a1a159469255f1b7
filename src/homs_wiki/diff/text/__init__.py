"""What changed in a text: lines aligned, moved blocks found, and the words that changed in them."""

from homs_wiki.diff.text.compare import compare_texts
from homs_wiki.diff.text.model import Move, Row, RowKind, TextDiff, WordChange

__all__ = ["Move", "Row", "RowKind", "TextDiff", "WordChange", "compare_texts"]
