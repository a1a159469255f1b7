"""reference-in-list-group: defined in the list of another group."""

from __future__ import annotations

from homs_wiki.lint.rules.references._invalid import RefusedReference


class ReferenceInListGroup(RefusedReference):
    """A reference inside a list of references is of another group than the list.

    ## What it does
    Finds references inside `<references>`, or in the `refs` of a template that lists references,
    whose `group` is not that of the list.

    ## Why it matters
    MediaWiki does not take the definition and shows an error instead.

    ## Example
    ```wikitext
    The mill burnt down.<ref group="note" name="mill" />
    <references>
    <ref group="note" name="mill">On 3 May.</ref>
    </references>
    ```

    ## Use instead
    ```wikitext
    The mill burnt down.<ref group="note" name="mill" />
    <references group="note">
    <ref group="note" name="mill">On 3 May.</ref>
    </references>
    ```

    ## Fix safety
    There is no fix: whether the list or the reference has the wrong group only a person can tell.
    """

    name = "reference-in-list-group"
    message = "the reference stands in the list of another group"
    error = "references_group_mismatch"
    aliases = {"cite": "cite_error_references_group_mismatch"}  # noqa: RUF012 - as in all rules
