"""reference-name-quotes: quotes that MediaWiki does not take as quotes, or that have no partner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Phrase, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.references._openings import name_repair, odd_openings
from homs_wiki.page.references.names import normalised, tag_attributes
from homs_wiki.source import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.syntax import ExtensionTag


class ReferenceNameQuotes(Rule):
    """The quotes around the name of a reference are missing, curly, doubled or unpaired.

    ## What it does
    Finds names of several words without quotes, and names in “curly quotes”, «guillemets», doubled
    quotes, or with a quote on one side only.

    ## Why it matters
    MediaWiki refuses a reference with a name of several words without quotes. Of the rest it says
    nothing: curly quotes become part of the name, behind doubled ones there is no name at all, so
    the other uses of the reference find no text.

    ## Example
    ```wikitext
    It burnt.<ref name=Hilltown Post>''Hilltown Post'', 3 May.</ref> It rose.<ref name=“b”>B</ref>
    ```

    ## Use instead
    ```wikitext
    It burnt.<ref name="Hilltown Post">''Hilltown Post'', 3 May.</ref> It rose.<ref name="b">B</ref>
    ```

    ## Fix safety
    The fix puts straight quotes around the name, which is safe. There is none if another reference
    has that name and another text: then a person must say which of the two needs a new name.
    """

    name = "reference-name-quotes"
    family = "references"
    severity = Severity.WARNING
    message = "the name of the reference is not in proper quotes"
    touches = frozenset({"reference"})
    aliases = {  # noqa: RUF012 - as in all rules
        "cite": "cite_error_ref_too_many_keys",
        "checkwiki": "104",
    }

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield the name of each reference that is not quoted well."""
        for tag in odd_openings(page.document):
            repair = name_repair(tag)
            if repair:
                start, end, name = repair
                edit = Edit(start, end, f'"{name}"')
                fix = Fix(
                    (edit,), safe=True, description=Phrase('Write the name as "{text}"', text=name)
                )
                yield self.finding((start, end), fix if _is_free(page, tag, name) else None)


def _is_free(page: Page, tag: ExtensionTag, name: str) -> bool:
    """Tell whether the tag may have the name: no other has it with another text."""
    attributes = tag_attributes(tag)
    if attributes.get("name") == name or not tag.inner.strip():
        return True
    other = page.references.get(normalised(name), attributes.get("group", ""))
    return other is None or other.text in ("", tag.inner)
