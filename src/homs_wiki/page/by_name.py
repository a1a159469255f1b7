"""Asking about templates by their names."""

from collections.abc import Callable
from typing import Generic, TypeVar

from homs_wiki.syntax import Template

_T = TypeVar("_T")

# A title has at most 255 bytes. Longer names are no templates; that of nested braces without end
# may be as long as the page, and is not even looked at.
_LONGEST = 400


class ByName(Generic[_T]):
    """Answers a question about the templates of a page that depends on nothing but their names.

    Most templates of a page have a few names; each is asked about once, as it is written.

    Args:
        ask: gives the answer for a name (as `Template.name` is).
        otherwise: the answer for a name that is too long to be one.
    """

    __slots__ = ("_ask", "_known", "_otherwise")

    def __init__(self, ask: Callable[[str], _T], otherwise: _T) -> None:
        self._ask = ask
        self._otherwise = otherwise
        self._known: dict[str, _T] = {}

    def __call__(self, template: Template) -> _T:
        """Return the answer for a template."""
        start, end = template.name_span
        if end - start > _LONGEST:
            return self._otherwise
        written = template.source[start:end]
        known = self._known
        if written not in known:
            known[written] = self._ask(template.name)
        return known[written]
