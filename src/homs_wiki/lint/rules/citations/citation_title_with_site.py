"""citation-title-with-site: the name of the site stands at the end of the title."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Phrase, Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules.citations._addresses import bare_host
from homs_wiki.lint.rules.citations._cited import read_cited, title_at
from homs_wiki.source import Edit
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.page.citations import Citation

# What sites put between the title of a page and their name; a bar is written in these ways.
_JOINTS = (" - ", " – ", " — ", " · ", " • ", " » ", " : ", "{{!}}", "&#124;", "&vert;", "¦")
_JOINT = rf"(?:{'|'.join(map(re.escape, _JOINTS))})"
_WHOLE = lazily(r"(?:[^|}\n\0]|(?<=\{\{!)\}\})*")
_LAST = lazily(rf"\s*{_JOINT}\s*((?:(?!{_JOINT}).)+)\Z")
_NAMED = ("work", "publisher", "agency", "via", "series")
_MARKUP = lazily(r"\[\[(?:[^][|]*\|)?([^][|]*)\]\]|'{2,5}")
_SMALL = lazily(r"\bthe\s+|\s+|[.،۔]\Z")
_REACH = 700
_LONGEST = 500


class CitationTitleWithSite(Rule):
    """The name of the site stands at the end of the title, and again in its own parameter.

    ## What it does
    Finds titles that end in a dash, a bar or a colon and what `website`, `newspaper`, `publisher`
    or their like say as well, or in the host of the address.

    ## Why it matters
    The reference names the site twice. It is what the tab of a browser shows, not the title.

    ## Example
    ```wikitext
    {{cite web |title=Mill burns down - Hilltown Post |url=https://example.org/mill |website=Hilltown Post}}
    ```

    ## Use instead
    ```wikitext
    {{cite web |title=Mill burns down |url=https://example.org/mill |website=Hilltown Post}}
    ```

    ## Fix safety
    The fix takes the name out of the title. It is safe, if the site is named in another parameter;
    if only the address tells it, there is no fix.
    """  # noqa: E501 - wikitext has long lines

    name = "citation-title-with-site"
    family = "citations"
    severity = Severity.NOTE
    triggers = ("title",)
    touches = frozenset({"template"})  # a bar may be one
    rule_set = RuleSet.STRICT
    message = "the title ends in the name of the site, “{site}”"

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield the end of each such title."""
        cited = read_cited(page.document)
        for position, title in cited.titles:
            if title.endswith("{{!"):
                title = _WHOLE.match(cited.text, position)[0]  # type: ignore[index]
            elif not (" - " in title or " – " in title or " — " in title or _is_odd(title)):
                continue
            last = _LAST.search(title.rstrip()) if len(title) < _LONGEST else None
            if last is None or not _may_be_named(cited.text, position, title, last[1]):
                continue
            found = title_at(page, position)
            if found is None:
                continue
            citation, parameter = found
            written = page.text[slice(*parameter.stripped_span)]
            ending = _LAST.search(written)
            if ending is None or not ending.start():
                continue
            site = _plain(ending[1])
            start = parameter.stripped_span.start
            span = (start + ending.start(), parameter.stripped_span.end)
            if site and any(_plain(citation.value(name)) == site for name in _NAMED):
                fix = Fix((Edit(*span, ""),), safe=True, description=_ORDER)
            elif site and site in _hosts(citation):
                fix = None
            else:
                continue
            yield self.finding((start + ending.start(1), span[1]), fix, site=ending[1])


_ORDER = Phrase("Take the name of the site out of the title")


def _is_odd(title: str) -> bool:
    """Tell whether one of the rarer marks may stand in a title."""
    return " : " in title or "·" in title or "•" in title or "&" in title or "»" in title


def _may_be_named(text: str, start: int, title: str, site: str) -> bool:
    """Tell whether what a title ends in stands near it once more."""
    end = start + len(title)
    near = text[max(0, start - _REACH) : start] + text[end : end + _REACH]
    key = site.strip().lower().removeprefix("the ")
    return len(key) > 1 and key in near.lower()


def _plain(name: str) -> str:
    """Return a name as it is compared: small letters and digits, without article and markup."""
    text = _MARKUP.sub(r"\1", name).strip().casefold()
    return _SMALL.sub("", text)


def _hosts(citation: Citation) -> tuple[str, ...]:
    host = bare_host(citation.value("url"))
    return (host, f"www.{host}") if host else ()
