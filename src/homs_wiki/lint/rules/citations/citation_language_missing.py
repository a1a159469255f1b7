"""citation-language-missing: a source in another script, and nobody says in which language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Phrase, Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules.citations._cs1 import CS1_LANGUAGES
from homs_wiki.lint.rules.citations._foreign import foreign_titles
from homs_wiki.lint.rules.citations._mend import added
from homs_wiki.lint.rules.citations._scripts import is_written_in, language_of_script

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.lint.rules.citations._foreign import ForeignTitle
    from homs_wiki.page import Page


class CitationLanguageMissing(Rule):
    """A source is in a foreign language, and the citation does not say in which.

    ## What it does
    Finds citations without `language` whose title is in a script that the language of the wiki is
    not written in. Titles in Latin letters are left alone, because they may be transliterated or
    translated, and so are citations with `script-title`.

    ## Why it matters
    Readers want to know before they follow a link whether they will be able to read what they
    find.

    ## Example
    ```wikitext
    {{cite web |title=물레방아가 불타다 |url=https://example.org/mill}}
    ```

    ## Use instead
    ```wikitext
    {{cite web |title=물레방아가 불타다 |language=ko |url=https://example.org/mill}}
    ```

    ## Fix safety
    Where only one language is commonly written in the script, the fix adds it. It is not safe,
    because a rarer one may share the script.
    """

    name = "citation-language-missing"
    family = "citations"
    severity = Severity.NOTE
    triggers = ("title",)
    languages = CS1_LANGUAGES
    rule_set = RuleSet.STRICT
    message = "the title is in another script ({script}), but “language” is missing"
    touches = frozenset({"parameter"})

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each title in a foreign script without a language."""
        for title in foreign_titles(page):
            given = title.citation.parameters
            if "language" in given or "script-title" in given or _is_named_otherwise(title):
                continue
            if not is_written_in(page.profile.language, title.script):
                yield self.finding(title.parameter.stripped_span, _fix(title), script=title.script)


def _is_named_otherwise(title: ForeignTitle) -> bool:
    """Tell whether a parameter that is not known may be the language."""
    return any(not parameter.name.isascii() for parameter in title.citation.unknown)


def _fix(title: ForeignTitle) -> Fix | None:
    code = language_of_script(title.script)
    if not code or any(each.name == "language" for each in title.citation.empty):
        return None
    edit = added(title.parameter, "language", code)
    return Fix((edit,), safe=False, description=Phrase("Add the language, {text}", text=code))
