"""citation-language-unlike-title: a title in a script that the language is not written in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules.citations._cs1 import CS1_LANGUAGES
from homs_wiki.lint.rules.citations._foreign import foreign_titles
from homs_wiki.lint.rules.citations._parameters import written_span
from homs_wiki.lint.rules.citations._scripts import is_written_in, language_code

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class CitationLanguageUnlikeTitle(Rule):
    """The title is written in a script that the language of the citation is not written in.

    ## What it does
    Compares `language`, if it names one language that is written in one script, with the letters of
    the title. Titles in Latin letters are left alone, because they may be transliterated or
    translated.

    ## Why it matters
    Readers are told that the source is in a language that it is not in.

    ## Example
    ```wikitext
    {{cite web |title=Мельница сгорела ночью |url=https://example.org/mill |language=ar}}
    ```

    ## Use instead
    ```wikitext
    {{cite web |title=Мельница сгорела ночью |url=https://example.org/mill |language=ru}}
    ```

    ## Fix safety
    There is no fix: several languages share a script.
    """

    name = "citation-language-unlike-title"
    family = "citations"
    severity = Severity.WARNING
    triggers = ("title",)
    languages = CS1_LANGUAGES
    rule_set = RuleSet.STRICT
    message = "“{language}” is not written in the letters of the title ({script})"

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each language that the title cannot be in."""
        for title in foreign_titles(page):
            parameter = title.citation.get("language")
            written = title.citation.value("language")
            code = language_code(written) if parameter else ""
            if parameter and code and not is_written_in(code, title.script):
                yield self.finding(written_span(parameter), language=written, script=title.script)
