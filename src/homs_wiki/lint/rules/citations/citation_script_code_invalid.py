"""citation-script-code-invalid: the condition err_script_parameter."""

from __future__ import annotations

from homs_wiki.lint.rules.citations._condition import ConditionRule


class CitationScriptCodeInvalid(ConditionRule):
    """A title in another script does not say in which language.

    ## What it does
    Finds `script-title` and the like that do not begin with the code of a language in another
    script, a colon and the text.

    ## Why it matters
    Browsers do not know how to show it, and an error is shown.

    ## Example
    ```wikitext
    {{cite book |script-title=橋 |date=1990}}
    ```

    ## Use instead
    ```wikitext
    {{cite book |script-title=ja:橋 |date=1990}}
    ```

    ## Fix safety
    There is no fix: which language it is only a person can tell.
    """

    name = "citation-script-code-invalid"
    condition = "err_script_parameter"
    message = "“{name}” does not begin with the code of a language in another script"
