"""What a rule is."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar, NamedTuple, TypeVar

from homs_wiki.lint.finding import Finding, Fix, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from homs_wiki.page import Page
    from homs_wiki.profile import Profile

_Kind = TypeVar("_Kind")


class RuleSet(StrEnum):
    """How sure one can be of a rule; each set contains the one before.

    ``recommended`` holds what an editor agrees with at least 95 times in 100, and runs when
    nobody asked for anything else; ``strict`` what is true but not everybody's care; ``all`` also
    what needs to be weighed one by one.
    """

    RECOMMENDED = "recommended"
    STRICT = "strict"
    ALL = "all"

    @property
    def holders(self) -> tuple[RuleSet, ...]:
        """The sets that hold a rule whose smallest set this is."""
        return _HOLDERS[self]


_HOLDERS = {smallest: tuple(RuleSet)[index:] for index, smallest in enumerate(RuleSet)}


def is_for(languages: frozenset[str] | None, profile: Profile) -> bool:
    """Return whether a rule with these ``languages`` has something to say on a wiki.

    On a wiki whose language nobody knows here, only rules for all languages have.
    """
    return languages is None or (profile.knows_language and profile.language in languages)


class Option(NamedTuple):
    """Something about a rule that can be set in ``[lint.options.<rule>]``.

    Attributes:
        default: the value without a setting; its type is the type a setting must have: true or
            false, a number, a string, or a list of strings (here a tuple).
        meaning: a sentence for the manual.
    """

    default: bool | int | str | tuple[str, ...]
    meaning: str


class Rule:
    """One thing that can be wrong with a page, and how to see it.

    A rule is one class in one file, ``rules/<family>/<rule_name>.py``; it is found there by
    walking the folders. The docstring of the class is its manual, in Markdown: a sentence that says
    what is wrong, then sections under the headings ``## What it does``, ``## Why it matters``,
    ``## Example``, ``## Use instead`` and ``## Fix safety`` (see `homs_wiki.lint.manual`).

    Attributes:
        name: what is wrong, in kebab case and English in every language (``empty-reference``,
            never ``use-…``, ``prefer-…``, ``avoid-…``, ``no-…``); the file's name with hyphens.
        family: the folder it lives in.
        severity: how bad a finding of it is, unless a setting says otherwise.
        message: what to tell the editor, with ``{placeholders}`` for what `finding` is given.
        rule_set: the smallest set it belongs to.
        triggers: a page that has none of these has no finding of the rule, which then is not even
            imported; compared with the page in lower case. Nothing means that it always runs.
            ``condition:`` and the id of a condition of Citation Style 1 wakes it where a citation
            has that.
        languages: codes of the languages whose wikis it knows, None for all.
        options: what can be set, by name.
        touches: the kinds of things (`homs_wiki.lint.proof.KINDS`) that its fixes may add, take
            away or change beyond the text they edit.
        aliases: what others call it, by who they are: ``cs1`` (the condition id of Citation
            Style 1), ``cite`` (the message key of MediaWiki's Cite), ``checkwiki`` (the number in
            Check Wikipedia), ``linter`` (the category of MediaWiki's Linter); several names are
            separated by spaces.

    Args:
        settings: values for some of `options`; the others have their defaults.
        severity: how bad its findings are here; None for the rule's own judgement.
    """

    name: ClassVar[str]
    family: ClassVar[str]
    message: ClassVar[str]
    severity: Severity = Severity.WARNING
    rule_set: ClassVar[RuleSet] = RuleSet.RECOMMENDED
    triggers: ClassVar[tuple[str, ...]] = ()
    languages: ClassVar[frozenset[str] | None] = None
    options: ClassVar[Mapping[str, Option]] = {}
    touches: ClassVar[frozenset[str]] = frozenset()
    aliases: ClassVar[Mapping[str, str]] = {}

    def __init__(
        self, settings: Mapping[str, object] | None = None, severity: Severity | None = None
    ) -> None:
        self._settings = settings or {}
        if severity is not None:
            self.severity = severity

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield what is wrong with ``page``, in any order.

        It may keep nothing from one page to the next, changes nothing, and never raises because of
        what the page holds: an exception is a bug of ours and is reported as one.
        """
        raise NotImplementedError

    def finding(self, span: tuple[int, int], fix: Fix | None = None, **values: object) -> Finding:
        """Return a finding of this rule at ``span`` (code points), its message filled with values.

        Text from the page belongs in ``values``, never in the message, so that an output can make
        it safe to show.
        """
        return Finding(span[0], span[1], self.name, self.severity, self.message, values, fix)

    def number(self, option: str) -> int:
        """Return what is set for an option that is a number."""
        return self._setting(option, int)

    def flag(self, option: str) -> bool:
        """Return what is set for an option that is true or false."""
        return self._setting(option, bool)

    def words(self, option: str) -> tuple[str, ...]:
        """Return what is set for an option that is a list of strings."""
        return self._setting(option, tuple)

    def _setting(self, option: str, kind: type[_Kind]) -> _Kind:
        value = self._settings.get(option, self.options[option].default)
        if not isinstance(value, kind):
            raise TypeError(f"{self.name}: the option {option} is {value!r}, no {kind.__name__}")
        return value
