"""What a rule says about a page: plain data, known to rules, engine, outputs and faces alike."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import NamedTuple

from homs_wiki.source import Edit


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
        description: what it does, as an order: "Remove the second “سے”."
    """

    edits: tuple[Edit, ...]
    safe: bool
    description: str


class Finding(NamedTuple):
    """One thing wrong with a page.

    Sorting findings puts them in the order of the text.

    Attributes:
        start: code points from the start of the text to the first that is marked.
        end: code points to the first that is no longer marked.
        rule: the rule's name.
        severity: how bad it is.
        template: the message, with ``{placeholders}``; a brace itself is written twice.
        values: what stands in the placeholders; strings may come from the page.
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
        """The message with its values, as plain text."""
        return self.template.format_map(self.values)

    def message_with(self, show: Callable[[str], str]) -> str:
        """Return the message, each string among its values passed through ``show`` before.

        Those strings may be text from the page; an output makes them safe for where it shows them.
        """
        shown = {
            name: show(value) if isinstance(value, str) else value
            for name, value in self.values.items()
        }
        return self.template.format_map(shown)
