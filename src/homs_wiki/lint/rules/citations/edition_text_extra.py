"""edition-text-extra: the condition err_extra_text_edition."""

from __future__ import annotations

from homs_wiki.lint.rules.citations._extra_text import ExtraTextRule
from homs_wiki.source.patterns import compiled


class EditionTextExtra(ExtraTextRule):
    """The word for an edition stands in the citation twice.

    ## What it does
    Finds values of `edition` that end in “ed.”, “edn” or “edition”.

    ## Why it matters
    The template writes it too, so that readers see it twice. An error is shown.

    ## Example
    ```wikitext
    {{cite book |title=Bridges |edition=2nd ed.}}
    ```

    ## Use instead
    ```wikitext
    {{cite book |title=Bridges |edition=2nd}}
    ```

    ## Fix safety
    The fix takes out the word if something is left. It is safe.
    """

    name = "edition-text-extra"
    condition = "err_extra_text_edition"
    word = compiled(r" *(?<![A-Za-z])[Ee](?:d\.?|dn\.?|dition)\Z")
