"""Whether a page lets itself be edited by a program.

``{{nobots}}`` and ``{{bots|allow=…|deny=…}}`` keep programs away, with the meaning that the
documentation of *Template:Bots* on Wikimedia wikis gives them; ``{{in use}}`` and
``{{under construction}}`` say that a person is at work, whose edits ours would contradict. A
profile knows the templates as the concepts ``nobots``, ``bots``, ``in_use`` and
``under_construction``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from homs_wiki.lint.finding import Phrase

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from homs_wiki.page import Page
    from homs_wiki.source import Span
    from homs_wiki.syntax import Template


class Refusal(NamedTuple):
    """Why a page must not be edited by a program.

    Attributes:
        span: the template that says so.
        reason: what it says, for people.
    """

    span: Span
    reason: Phrase


def edit_allowed(page: Page, user: str | None = None) -> Refusal | None:
    """Return why a program must not edit ``page``, or None if it may.

    Args:
        page: the page.
        user: the name of the account that edits, which the page may let in or keep out; None if
            nobody knows yet: then a list of those who may edit keeps it out.
    """
    for template in page.document.templates:
        judge = _JUDGES.get(page.profile.concept(template.written_name) or "")
        reason = judge(template, user) if judge else None
        if reason:
            return Refusal(template.span, reason)
    return None


def _of_bots(template: Template, user: str | None) -> Phrase | None:
    """Judge ``{{bots}}`` and ``{{nobots}}``, whose parameters mean the same."""
    name = _folded(user or "")
    for parameter in template.parameters:
        listed = set(_listed(parameter.value))
        if parameter.name == "allow":
            return None if listed & {"all", name} else _REFUSES
        if parameter.name == "deny":
            return _REFUSES if listed & {"all", name} else None
        if parameter.name == "optout" and "all" in listed:
            return _REFUSES
    return None


def _of_nobots(template: Template, user: str | None) -> Phrase | None:
    return _of_bots(template, user) if template.parameters else _REFUSES


def _listed(value: str) -> Iterator[str]:
    """Yield the names in a list of bots; that of ``none`` has none."""
    names = [_folded(name) for name in value.split(",")]
    yield from (name for name in names if name and name != "none")


def _folded(name: str) -> str:
    return " ".join(name.replace("_", " ").split()).casefold()


_REFUSES = Phrase("the page asks bots not to edit it")
_IN_USE = Phrase("somebody is working on the page right now")
_UNFINISHED = Phrase("the page is under construction")

_JUDGES: dict[str, Callable[[Template, str | None], Phrase | None]] = {
    "bots": _of_bots,
    "nobots": _of_nobots,
    "in_use": lambda _template, _user: _IN_USE,
    "under_construction": lambda _template, _user: _UNFINISHED,
}
