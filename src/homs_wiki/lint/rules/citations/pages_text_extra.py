"""pages-text-extra: the condition err_extra_text_pages."""

from __future__ import annotations

import re

from homs_wiki.lint.rules.citations._extra_text import ExtraTextRule
from homs_wiki.source.patterns import compiled


class PagesTextExtra(ExtraTextRule):
    """The word for a page stands in the citation twice.

    ## What it does
    Finds values of `page`, `pages`, `quote-page` and `quote-pages` that begin with “p.”, “pp.”,
    “pages” and the like.

    ## Why it matters
    The template writes it too, so that readers see it twice. An error is shown.

    ## Example
    ```wikitext
    {{cite book |title=Bridges |page=p. 5}}
    ```

    ## Use instead
    ```wikitext
    {{cite book |title=Bridges |page=5}}
    ```

    ## Fix safety
    Where a number is left the fix takes out the word. It is safe.
    """

    name = "pages-text-extra"
    condition = "err_extra_text_pages"
    word = compiled(r"\A(?:pages?|pgs?|pp?)\.?(?: |&nbsp;)*(?=[0-9])", re.IGNORECASE)
