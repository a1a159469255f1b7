"""citation-et-al: the condition err_etal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix
from homs_wiki.lint.rules.citations._condition import ConditionRule
from homs_wiki.lint.rules.citations._mend import added, text_of
from homs_wiki.page.citations.judging import without_etal
from homs_wiki.source import Edit
from homs_wiki.source.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.rules.citations._condition import Case

_ROLE = compiled(
    r"(?P<editor>editor(?:-last|-surname)?\d*(?:-last|-surname)?)"
    r"|(?:(?:author-?)?(?:last|surname)|author)\d*(?:-last|-surname)?"
)


class CitationEtAl(ConditionRule):
    """“Et al.” is written among the names of a citation.

    ## What it does
    Finds “et al.” in its forms, and “and others”, in names.

    ## Why it matters
    The template writes it where names are left out; written by hand it becomes a part of
    somebody's name. An error is shown.

    ## Example
    ```wikitext
    {{cite book |author=Miller et al. |title=Bridges}}
    ```

    ## Use instead
    ```wikitext
    {{cite book |author=Miller |title=Bridges |display-authors=etal}}
    ```

    ## Fix safety
    The fix takes it out of the name of an author or editor and adds `display-authors=etal`. It is
    safe: the same is shown.
    """

    name = "citation-et-al"
    condition = "err_etal"
    message = "“et al.” stands in “{name}”"
    touches = frozenset({"link", "parameter"})

    def fixes(self, case: Case) -> Iterator[Fix]:
        """Yield the name alone, and that not all names are shown."""
        parameter, value = case.parameter, case.value
        match = _ROLE.fullmatch(parameter.name)
        name = without_etal(value)
        if match and name.strip(" ,;") and text_of(parameter) is not None:
            role = "editors" if match["editor"] else "authors"
            if case.citation.get(f"display-{role}") is None:
                edits = (
                    Edit(*parameter.stripped_span, name.rstrip(" ,;")),
                    added(parameter, f"display-{role}", "etal"),
                )
                yield Fix(edits, safe=True, description="Say it with the parameter for it")
