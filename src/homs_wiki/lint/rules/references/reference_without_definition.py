"""reference-without-definition: a name is used and nothing says what it stands for."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Phrase, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.references._templates import (
    unknown_templates,
    values_of_unknown_templates,
)
from homs_wiki.source import Edit
from homs_wiki.syntax import ExtensionTag

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.page.references import Reference


class ReferenceWithoutDefinition(Rule):
    """A reference is used by its name, but its text stands nowhere on the page.

    ## What it does
    Finds each name that `<ref name="…" />` or a template such as `{{r}}` uses and for which no
    `<ref>` of the same name and group has a text: not before the list of references, nor in it.
    As in MediaWiki the case of letters, underscores and invisible characters make two names differ.
    The first use is marked. A template may bring the definition with it: if one that is not known
    stands before the list, the finding is a note that says so, and there is none if such a template
    has the name as a parameter.

    ## Why it matters
    MediaWiki shows an error in the list of references, and readers cannot see what supports the
    statement. Mostly the definition went with a paragraph that was deleted or moved, or was left
    behind when a text was translated.

    ## Example
    ```wikitext
    The army left the city.<ref name="army-leaves" />
    <references />
    ```

    ## Use instead
    ```wikitext
    The army left the city.<ref name="army-leaves">Khan, ''The Long Retreat'', p. 7.</ref>
    <references />
    ```

    ## Fix safety
    If the name of exactly one defined reference differs only in case, spaces, underscores or
    hyphens, the fix writes it as there. That is not safe: a person should see that the two are
    one. In all other cases there is no fix.
    """

    name = "reference-without-definition"
    family = "references"
    severity = Severity.ERROR
    message = "the reference “{name}” has no text on this page"
    touches = frozenset({"reference"})
    aliases = {"cite": "cite_error_references_no_text"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield the first use of each name that has no definition."""
        missing = [
            reference
            for reference in page.references.all
            if reference.name and reference.uses and not reference.definitions
        ]
        if not missing:
            return
        defined = _Defined(page)
        elsewhere = values_of_unknown_templates(page)
        bringer = next(unknown_templates(page), None)
        for reference in missing:
            name = reference.name or ""
            if name in elsewhere:
                continue
            found = self.finding(reference.uses[0].span, defined.fix(reference), name=name)
            if (reference.group, name) in defined.names:
                found = found._replace(template=_BEFORE_LIST)
            if bringer and bringer.start < defined.list_behind(reference):
                found = found._replace(
                    template=found.template + _UNLESS,
                    values={**found.values, "template": bringer.name},
                    severity=Severity.NOTE,
                )
            yield found


_BEFORE_LIST = "the reference “{name}” has no text before the list that shows it"
_UNLESS = ", unless {{{{{template}}}}} brings it"


class _Defined:
    """What the page defines, ready to be looked up."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.names: set[tuple[str, str]] = set()
        self.alike: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        for reference in page.references.all:
            if reference.name and reference.definitions:
                self.names.add((reference.group, reference.name))
                self.alike[reference.group, _folded(reference.name)].add(reference.name)
        self.lists = [(each.node.start, each.group) for each in page.references.lists]

    def list_behind(self, reference: Reference) -> int:
        """Return where the list begins that shows the reference."""
        first = bisect_right(self.lists, (reference.uses[0].node.start, ""))
        shown = (reference.group, None)
        starts = (start for start, group in self.lists[first:] if group in shown)
        return next(starts, len(self.page.text))

    def fix(self, reference: Reference) -> Fix | None:
        """Return how to write the name as that of the one reference it nearly is."""
        alike = self.alike[reference.group, _folded(reference.name or "")] - {reference.name}
        name = next(iter(alike), "")
        if len(alike) != 1 or '"' in name:
            return None
        edits = []
        for use in reference.uses:
            if not isinstance(use.node, ExtensionTag):
                return None
            span = use.node.attribute_spans["name"]
            quoted = self.page.text[span.start - 1] in "\"'"
            edits.append(Edit(*span, name if quoted else f'"{name}"'))
        return Fix(
            tuple(edits), safe=False, description=Phrase("Write the name as “{text}”", text=name)
        )


def _folded(name: str) -> str:
    return "".join(letter for letter in name.casefold() if letter.isalnum())
