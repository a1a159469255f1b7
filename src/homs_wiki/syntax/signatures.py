"""Signatures: three, four or five tildes, which MediaWiki replaces when a page is saved.

Of a longer run of tildes the first five are one, then the rest is looked at anew.
"""

from homs_wiki.source import Span
from homs_wiki.source.patterns import compiled
from homs_wiki.syntax.flat import FlatText

_find = compiled("~~~(?:~~?)?").finditer
_KINDS = {3: "name", 4: "name and date", 5: "date"}


class Signature:
    """One signature.

    Attributes:
        start: where it begins.
        end: where it ends.
        kind: "name", "name and date" or "date".
    """

    __slots__ = ("end", "kind", "start")

    def __init__(self, span: tuple[int, int], kind: str) -> None:
        self.start, self.end = span
        self.kind = kind

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)

    def __repr__(self) -> str:
        return f"<Signature {self.start}–{self.end} {self.kind}>"


def find_signatures(flat: FlatText) -> list[Signature]:
    """Return all signatures in order.

    Args:
        flat: the flat text of the page.
    """
    found = [
        Signature(flat.span(*match.span()), _KINDS[len(match[0])]) for match in _find(flat.text)
    ]
    found.sort(key=lambda signature: signature.start)
    return found
