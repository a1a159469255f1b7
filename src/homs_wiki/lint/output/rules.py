"""What a format says of the rules that found something: what their manuals hold."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from homs_wiki.lint.finding import Severity
    from homs_wiki.lint.rule import Rule

_FENCE = re.compile(r"^```.*\n?", re.MULTILINE)
_CODE = re.compile(r"`([^`\n]+)`")


class RuleText(NamedTuple):
    """A rule as it is explained.

    Attributes:
        name, family, severity: as the rule has them.
        summary: the sentence that says what is wrong, in Markdown.
        sections: what else its manual says, in Markdown, by heading.
    """

    name: str
    family: str
    severity: Severity
    summary: str
    sections: dict[str, str]

    @property
    def markdown(self) -> str:
        """The manual, in Markdown."""
        parts = [self.summary, *(f"## {head}\n{body}" for head, body in self.sections.items())]
        return "\n\n".join(parts)

    @property
    def plain(self) -> str:
        """The manual as plain text."""
        parts = [self.summary, *(f"{head}\n\n{body}" for head, body in self.sections.items())]
        return unmarked("\n\n".join(parts))


def unmarked(markdown: str) -> str:
    """Return Markdown without the marks around code."""
    return _CODE.sub(r"\1", _FENCE.sub("", markdown))


def rule_texts(
    names: Iterable[str], find_rule: Callable[[str], type[Rule] | None] | None
) -> dict[str, RuleText]:
    """Return how the rules ``names`` are explained.

    Args:
        names: the rules' names.
        find_rule: finds a rule by its name; None for the rules that come with homs-wiki.

    Returns:
        A rule that is not found, or whose docstring is no manual, is not in it: the findings are
        what counts.
    """
    from homs_wiki.lint.manual import ManualError, read_manual

    texts = {}
    find = find_rule or _finder()
    for name in names:
        rule = find(name)
        if rule is None:
            continue
        try:
            manual = read_manual(rule())
        except ManualError:
            continue
        texts[name] = RuleText(name, rule.family, rule.severity, manual.summary, manual.sections)
    return texts


def _finder() -> Callable[[str], type[Rule] | None]:
    from homs_wiki.lint.discovery import families, load_rule

    family_of = {name: family for family, names in families().items() for name in names}
    return lambda name: type(load_rule(family_of[name], name)) if name in family_of else None
