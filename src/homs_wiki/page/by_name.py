"""Asking about templates by their names."""

from collections.abc import Callable
from typing import Generic, TypeVar

from homs_wiki.syntax import Template
from homs_wiki.syntax.nodes import folded_name

_T = TypeVar("_T")


class ByName(Generic[_T]):
    """Answers a question about the templates of a page that depends on nothing but their names.

    Most templates of a page have a few names; each is asked about once, as it is written.

    Args:
        ask: gives the answer for a name (as `Template.name` is).
        otherwise: the answer for a name that is empty or too long to be one.
    """

    __slots__ = ("_known",)

    def __init__(self, ask: Callable[[str], _T], otherwise: _T) -> None:
        self._known = _Known(ask)
        self._known[""] = otherwise

    def __call__(self, template: Template) -> _T:
        """Return the answer for a template."""
        return self._known[template.written_name]


class _Known(dict[str, _T], Generic[_T]):
    """The answers so far, by the name as written."""

    __slots__ = ("_ask",)

    def __init__(self, ask: Callable[[str], _T]) -> None:
        super().__init__()
        self._ask = ask

    def __missing__(self, written: str) -> _T:
        answer = self[written] = self._ask(folded_name(written))
        return answer
