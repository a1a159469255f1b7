"""What a rule says about a page: plain data, known to rules, engine, outputs and faces alike."""

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple, Self

from homs_wiki.lint.messages import translate
from homs_wiki.source import Edit


class Phrase(str):
    """Words of ours, as opposed to text from the page: they can be said in another language.

    As a string it is the English text, so it can stand wherever a string can: as the description
    of a fix, or among the values of a finding.

    Args:
        template: the text, with ``{placeholders}``; a brace itself is written twice.
        values: what stands in the placeholders; strings may come from the page.
    """

    __slots__ = ("template", "values")

    template: str
    values: Mapping[str, object]

    def __new__(cls, template: str, /, **values: object) -> Self:
        """Fill the template; raises `KeyError` if a value is missing."""
        phrase = super().__new__(cls, template.format_map(values))
        phrase.template = template
        phrase.values = values
        return phrase

    def __getnewargs_ex__(self) -> tuple[tuple[str], Mapping[str, object]]:
        """Return what it is made of, for pickle and copy."""
        return (self.template,), self.values

    def said(self, show: Callable[[str], str] = str) -> str:
        """Return the text in the language in use, strings among its values through ``show``."""
        return _filled(self.template, self.values, show)


def listed(parts: Iterable[str], joint: str) -> str:
    """Return words one after the other, each joined to those before by a template.

    Args:
        parts: what to join, at least one.
        joint: has ``{these}`` for those before, and ``{this}``.
    """
    first, *others = parts
    for each in others:
        first = Phrase(joint, these=first, this=each)
    return first


def _filled(template: str, values: Mapping[str, object], show: Callable[[str], str]) -> str:
    """Return a template in the language in use, filled; each string passes ``show`` before."""
    shown = {name: _shown(value, show) for name, value in values.items()}
    return translate(template).format_map(shown)


def _shown(value: object, show: Callable[[str], str]) -> object:
    if isinstance(value, Phrase):
        return value.said(show)  # words of ours, around what may be the page's
    return show(value) if isinstance(value, str) else value


class Severity(StrEnum):
    """How bad a finding is: what breaks, what should be mended, what is worth a look."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Fix(NamedTuple):
    """How to mend what was found: all the edits are made, or none of them.

    A safe fix cannot change what the page says; any other needs a person to look at it.

    Attributes:
        edits: offsets of the text that was checked; they must not overlap.
        safe: whether it may be made unseen.
        description: what it does, as an order: "Take out the reference"; a `Phrase` where it says
            something of the page.
    """

    edits: tuple[Edit, ...]
    safe: bool
    description: str

    def order(self, show: Callable[[str], str] = str) -> str:
        """Return the description in the language in use.

        Strings that may be text from the page pass through ``show`` before.
        """
        words = self.description
        return words.said(show) if isinstance(words, Phrase) else translate(words)


class Finding(NamedTuple):
    """One thing wrong with a page.

    Sorting findings puts them in the order of the text.

    Attributes:
        start: code points from the start of the text to the first that is marked.
        end: code points to the first that is no longer marked.
        rule: the rule's name.
        severity: how bad it is.
        template: the message, with ``{placeholders}``; a brace itself is written twice.
        values: what stands in the placeholders; strings may come from the page, words of ours are
            a `Phrase`.
        fix: how to mend it, if that is known.
    """

    start: int
    end: int
    rule: str
    severity: Severity
    template: str
    values: Mapping[str, object]
    fix: Fix | None = None

    @property
    def message(self) -> str:
        """The message with its values, as plain text in the language in use."""
        return self.message_with(str)

    def message_with(self, show: Callable[[str], str]) -> str:
        """Return the message, each string among its values passed through ``show`` before.

        Those strings may be text from the page; an output makes them safe for where it shows them.
        """
        return _filled(self.template, self.values, show)
