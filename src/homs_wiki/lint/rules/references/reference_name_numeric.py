"""reference-name-numeric: a name that is a plain number."""

from __future__ import annotations

from homs_wiki.lint.rules.references._invalid import RefusedReference


class ReferenceNameNumeric(RefusedReference):
    """The name or `follow` of a reference is a plain number.

    ## What it does
    Finds references whose `name` or `follow` has nothing but the digits 0 to 9.

    ## Why it matters
    MediaWiki numbers references itself and refuses such a name: an error stands in the place of
    the footnote.

    ## Example
    ```wikitext
    The mill burnt down.<ref name="1902">''Hilltown Post'', 3 May 1902.</ref>
    ```

    ## Use instead
    ```wikitext
    The mill burnt down.<ref name="post-1902">''Hilltown Post'', 3 May 1902.</ref>
    ```

    ## Fix safety
    There is no fix: the new name is for a person to choose.
    """

    name = "reference-name-numeric"
    message = "a reference cannot be named by a number"
    error = "ref_numeric_key"
    aliases = {"cite": "cite_error_ref_numeric_key"}  # noqa: RUF012 - as in all rules
