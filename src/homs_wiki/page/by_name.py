"""Asking about templates by their names."""

from collections.abc import Callable, Iterable, Iterator
from operator import attrgetter
from typing import Generic, TypeVar

from homs_wiki.profile.memo import Memo
from homs_wiki.syntax import Template
from homs_wiki.syntax.nodes import folded_name

_T = TypeVar("_T")

_written_name = attrgetter("written_name")


class ByName(Generic[_T]):
    """Answers a question about templates that depends on nothing but their names.

    Most templates have a few names; each is asked about once, as it is written. Where the answer
    is the same on all pages of a wiki, one object serves them all.

    Args:
        ask: gives the answer for a name (as `Template.name` is).
        otherwise: the answer for a name that is empty or too long to be one.
    """

    __slots__ = ("_known",)

    def __init__(self, ask: Callable[[str], _T], otherwise: _T) -> None:
        self._known: Memo[str, _T] = Memo(
            lambda written: ask(folded_name(written)) if written else otherwise
        )

    def __call__(self, template: Template) -> _T:
        """Return the answer for a template."""
        return self._known[template.written_name]

    def of_each(self, templates: Iterable[Template]) -> Iterator[_T]:
        """Yield the answers for many templates in turn."""
        return map(self._known.__getitem__, map(_written_name, templates))
