"""document-without-publisher: the condition err_missing_publisher."""

from __future__ import annotations

from homs_wiki.lint.rules.citations._condition import ConditionRule


class DocumentWithoutPublisher(ConditionRule):
    """A citation of a document does not say who published it.

    ## What it does
    Finds `{{cite document}}` without `publisher`. Only newer editions of the module look for this.

    ## Why it matters
    The template is for what stands alone and on paper: without its publisher nobody finds it, and
    an error is shown. For an article, a report or a web page there are other templates.

    ## Example
    ```wikitext
    {{cite document |title=Bridges of Hilltown |date=1990}}
    ```

    ## Use instead
    ```wikitext
    {{cite document |title=Bridges of Hilltown |date=1990 |publisher=River Office}}
    ```

    ## Fix safety
    There is no fix: the publisher has to be looked up.
    """

    name = "document-without-publisher"
    condition = "err_missing_publisher"
    message = "the citation does not say who published the document"
