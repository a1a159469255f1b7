"""reference-in-list-unnamed: nothing can use it."""

from __future__ import annotations

from homs_wiki.lint.rules.references._invalid import RefusedReference


class ReferenceInListUnnamed(RefusedReference):
    """A reference inside the list of references has no name.

    ## What it does
    Finds references without a `name` inside `<references>`, or in the `refs` of a template that
    lists references.

    ## Why it matters
    There a reference is only defined; without a name nothing in the text can use it. MediaWiki
    shows an error instead.

    ## Example
    ```wikitext
    The mill burnt down.<ref name="mill" />
    <references>
    <ref name="mill">''Hilltown Post'', 3 May.</ref>
    <ref>''Hilltown Post'', 9 May.</ref>
    </references>
    ```

    ## Use instead
    ```wikitext
    The mill burnt down.<ref name="mill" /> The bridge was lost.<ref name="bridge" />
    <references>
    <ref name="mill">''Hilltown Post'', 3 May.</ref>
    <ref name="bridge">''Hilltown Post'', 9 May.</ref>
    </references>
    ```

    ## Fix safety
    There is no fix: the reference needs a name and a place in the text, or has to go.
    """

    name = "reference-in-list-unnamed"
    message = "a reference in the list of references needs a name"
    error = "references_no_key"
    aliases = {"cite": "cite_error_references_no_key"}  # noqa: RUF012 - as in all rules
