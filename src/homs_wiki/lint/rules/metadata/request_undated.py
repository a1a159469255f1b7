"""request-undated: a request without its month."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules.metadata._templates import DATED, templates_of_the_page
from homs_wiki.page.values import is_blank
from homs_wiki.source import Edit
from homs_wiki.source.lazy import lazily
from homs_wiki.syntax import ExtensionTag

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.syntax import Document, Parameter, Template

_DEEPEST = 50
_YEAR = lazily(r"\d{4}")
_LONGEST_DATE = 40


class RequestUndated(Rule):
    """A request to editors does not say since when it stands there.

    ## What it does
    Finds templates such as `{{Citation needed}}` without a date, on wikis whose habit of dating
    them is known.

    ## Why it matters
    Requests are sorted by month, so that the old ones are dealt with first. One without a month is
    in none of the lists.

    ## Example
    ```wikitext
    The mill was built in 1902.{{Citation needed}}
    ```

    ## Use instead
    ```wikitext
    The mill was built in 1902.{{Citation needed|date=May 2020}}
    ```

    ## Fix safety
    Where the wiki writes the month by itself when the page is saved, the fix adds the words for
    that. It is not safe: the request may be older than today. There is none in references, where
    MediaWiki does not write it.
    """

    name = "request-undated"
    family = "metadata"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    message = "“{template}” has no date"
    touches = frozenset({"parameter"})

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each request without a date."""
        habit = page.profile.house.maintenance_date
        if habit is None:
            return
        name = habit.strip("|").partition("=")[0]
        for template, concept in templates_of_the_page(page.document):
            if concept not in DATED or _has_date(template, name):
                continue
            fix = None
            named = template.get(name) is not None
            if "subst:" in habit and not named and not _in_tag(page.document, template):
                edit = Edit(template.end - 2, template.end - 2, habit)
                fix = Fix((edit,), safe=False, description="Add the month of today")
            yield self.finding(template.span, fix, template=template.name)


def _has_date(template: Template, name: str) -> bool:
    # English names of parameters are read on most wikis besides their own, and some templates have
    # another name for it: what holds a year is a date.
    return any(
        not is_blank(each) if each.name in (name, "date") else _tells_year(each)
        for each in template.parameters
    )


def _tells_year(parameter: Parameter) -> bool:
    start, end = parameter.value_span
    return parameter.equals is not None and bool(
        _YEAR.search(parameter.source, start, min(end, start + _LONGEST_DATE))
    )


def _in_tag(document: Document, template: Template) -> bool:
    # Nobody nests so deep; hostile input does, again and again.
    around = list(islice(document.ancestors(template), _DEEPEST))
    return len(around) == _DEEPEST or any(isinstance(node, ExtensionTag) for node in around)
