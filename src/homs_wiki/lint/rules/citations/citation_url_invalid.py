"""citation-url-invalid: the condition err_bad_url."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Phrase
from homs_wiki.lint.rules.citations._condition import ConditionRule
from homs_wiki.lint.rules.citations._urls import ADDRESS
from homs_wiki.lint.rules.links.external_link_bad_host import ExternalLinkBadHost
from homs_wiki.lint.rules.links.external_link_bad_scheme import ExternalLinkBadScheme

if TYPE_CHECKING:
    from collections.abc import Mapping

    from homs_wiki.lint.rules.citations._condition import Case


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

    def concerns(self, case: Case) -> bool:
        """Leave addresses alone of which the rules on links say what is wrong with them."""
        start, end = case.parameter.stripped_span
        if ADDRESS.fullmatch(case.page.text, start, end):
            return False
        return not any(
            found.start < end and start < found.end
            for other in (ExternalLinkBadHost, ExternalLinkBadScheme)
            for found in other().check(case.page)
        )
