"""citation-url-invalid: the condition err_bad_url."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Phrase
from homs_wiki.lint.rules.citations._condition import ConditionRule
from homs_wiki.lint.rules.citations._urls import ADDRESS
from homs_wiki.lint.rules.links.external_link_bad_host import ExternalLinkBadHost
from homs_wiki.lint.rules.links.external_link_bad_scheme import ExternalLinkBadScheme

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from homs_wiki.lint.finding import Finding
    from homs_wiki.lint.rules.citations._condition import Case
    from homs_wiki.page import Page
    from homs_wiki.page.citations import Citation
    from homs_wiki.page.citations.judging import Condition


class CitationUrlInvalid(ConditionRule):
    """The web address of a citation is none.

    ## What it does
    Finds addresses with white space or a host that the module does not take for one, and copies in
    archives whose address is the original's. Misspelt schemes, hosts that cannot exist and
    addresses without `https://` have rules of their own. The module takes no host names in other
    scripts than the Latin for good; write them in Punycode.

    ## Why it matters
    The link does not work, and an error is shown.

    ## Example
    ```wikitext
    {{cite web |title=Bridges |url=https://example.org /bridges}}
    ```

    ## Use instead
    ```wikitext
    {{cite web |title=Bridges |url=https://example.org/bridges}}
    ```

    ## Fix safety
    There is no fix: the right address has to be found.
    """

    name = "citation-url-invalid"
    condition = "err_bad_url"
    message = "“{value}” {reason}"

    def values(self, case: Case) -> Mapping[str, object]:
        """Return the address and what is wrong with it."""
        if "reason" in case.condition.values:
            reason = Phrase("is given both as the original and as the copy")
        elif case.parameter.name == "newsgroup":
            reason = Phrase("is no name of a newsgroup")
        else:
            reason = Phrase("is no valid URL")
        return {"value": case.shown, "reason": reason}

    def _findings(self, page: Page, found: list[tuple[Citation, Condition]]) -> Iterator[Finding]:
        """Leave addresses alone of which the rules on links say what is wrong with them."""
        reported = _reported(page)

        def is_new(condition: Condition) -> bool:
            start, end = condition.parameters[0].stripped_span
            return not ADDRESS.fullmatch(page.text, start, end) and reported.isdisjoint(
                range(start, end)
            )

        return super()._findings(page, [each for each in found if is_new(each[1])])


def _reported(page: Page) -> frozenset[int]:
    """Return where addresses begin that the rules on links report."""
    rules = (ExternalLinkBadHost(), ExternalLinkBadScheme())
    return frozenset(found.start for rule in rules for found in rule.check(page))
