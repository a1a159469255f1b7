"""The fix that most rules have: something else in the place of what is wrong."""

from __future__ import annotations

from homs_wiki.lint.finding import Fix, Phrase
from homs_wiki.source import Edit


def write(span: tuple[int, int], text: str, *, safe: bool) -> Fix:
    """Return the fix that writes ``text`` in the place of ``span``, and says that it does."""
    return Fix((Edit(*span, text),), safe, Phrase("Write “{text}”", text=text))
