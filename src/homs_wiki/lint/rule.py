"""What a rule is."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from homs_wiki.lint.finding import Finding, Fix, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from homs_wiki.page import Page


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
        severity: how bad a finding of it is.
        message: what to tell the editor, with ``{placeholders}`` for what `finding` is given.
        default: whether it runs when nobody asked for it; only rules that are nearly always right.
        languages: codes of the languages whose wikis it knows, None for all.
        aliases: what others call it, by who they are: ``cs1`` (the condition id of Citation
            Style 1), ``cite`` (the message key of MediaWiki's Cite), ``checkwiki`` (the number in
            Check Wikipedia), ``linter`` (the category of MediaWiki's Linter); several names are
            separated by spaces.
    """

    name: ClassVar[str]
    family: ClassVar[str]
    message: ClassVar[str]
    severity: ClassVar[Severity] = Severity.WARNING
    default: ClassVar[bool] = True
    languages: ClassVar[frozenset[str] | None] = None
    aliases: ClassVar[Mapping[str, str]] = {}

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
