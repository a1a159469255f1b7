"""citation-language-unknown: the condition maint_unknown_lang."""

from __future__ import annotations

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import RuleSet
from homs_wiki.lint.rules.citations._condition import ConditionRule


class CitationLanguageUnknown(ConditionRule):
    """The language of a source is none that the module knows.

    ## What it does
    Finds values of `language` that are neither the English name nor the code of a language. On
    wikis in other languages, whose names are not known here, nothing is said.

    ## Why it matters
    It is shown as it stands, and the source is not sorted among those of its language.

    ## Example
    ```wikitext
    {{cite book |title=Brücken |language=Deutsch}}
    ```

    ## Use instead
    ```wikitext
    {{cite book |title=Brücken |language=de}}
    ```

    ## Fix safety
    There is no fix: which language is meant only a person can tell.
    """

    name = "citation-language-unknown"
    condition = "maint_unknown_lang"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    message = "“{other}” is no language that the template knows"
