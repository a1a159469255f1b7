"""message-id-invalid: the condition err_bad_usenet_id."""

from __future__ import annotations

from homs_wiki.lint.rules.citations._identifier import IdentifierRule


class MessageIdInvalid(IdentifierRule):
    """The identifier of a message in a newsgroup does not have the form of one.

    ## What it does
    Finds values of `message-id` without an `@` that has something on both sides, or in angle
    brackets.

    ## Why it matters
    The link leads nowhere, and an error is shown in the reference.

    ## Example
    ```wikitext
    {{cite newsgroup |title=Bridges |newsgroup=rec.rivers |message-id=<5a@example.org>}}
    ```

    ## Use instead
    ```wikitext
    {{cite newsgroup |title=Bridges |newsgroup=rec.rivers |message-id=5a@example.org}}
    ```

    ## Fix safety
    There is no fix.
    """

    name = "message-id-invalid"
    condition = "err_bad_usenet_id"
    identifier = "message identifier"
    may_be_meant = False
