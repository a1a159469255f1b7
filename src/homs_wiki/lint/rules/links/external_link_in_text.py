"""external-link-in-text: an external link in running text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules._triggers import HTTP_LINK
from homs_wiki.page.outline import section_at
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.syntax.external_links import ExternalLink

_TOP = 2
_NO_PARAGRAPH = lazily(r"[ \t]*[*#:;|!=]|[ \t]*\{\||\[|[ \t]*<(?:blockquote|ref|li|td|th)\b")
# A line that says where a table or figure is from: “Source: [https://example.org …]”.
_ORIGIN = lazily(r"[^\W\d_]+:[ \t]*")
_LONGEST_ORIGIN = 30
_REACH = 20_000


class ExternalLinkInText(Rule):
    """An external link stands in the running text of an article.

    ## What it does
    Finds external links in brackets in paragraphs. Links in references, templates, tables and
    lists are left alone, and so are the sections for references, further reading and external
    links, and quoted text. So are lines that name their source (*Source: …*), and footnotes whose
    tags are escaped or lists whose lines are joined by mistake: it is not the link that is wrong
    there.

    ## Why it matters
    Most wikis want external links in references or in a section of their own: in the text they
    lead readers away, and look as if the wiki stood for the site.

    ## Example
    ```wikitext
    The mill belongs to [https://example.org Hilltown Trust].
    ```

    ## Use instead
    ```wikitext
    The mill belongs to Hilltown Trust.<ref>[https://example.org Hilltown Trust], read 3 May 2020.</ref>
    ```

    ## Fix safety
    There is no fix: whether it is a source, or worth a place among the external links, a person
    must tell.
    """  # noqa: E501 - wikitext has long lines

    name = "external-link-in-text"
    family = "links"
    severity = Severity.NOTE
    triggers = ("[//", "[ftp", *HTTP_LINK)
    message = "an external link stands in running text"

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each external link in a paragraph."""
        document = page.document
        line = 0
        for link in document.external_links:
            if not link.bracketed:
                continue
            # The links come in order: no line begins before that of the last one.
            line = max(line, page.text.rfind("\n", line, link.start) + 1)
            if _NO_PARAGRAPH.match(page.text, line) or document.enclosing(link.start):
                continue
            if _is_listed(page.text, line, link):
                continue
            section = section_at(document, link.start)
            while section.parent is not None and section.level > _TOP:
                section = section.parent
            if section.heading and page.profile.section_role(section.title):
                continue
            yield self.finding((link.start, link.end))


def _is_listed(text: str, line: int, link: ExternalLink) -> bool:
    """Tell whether a link is a source or item of a list, though it seems to be in the text."""
    offset = link.start
    if text[offset - 2 : offset] == "* " or text.startswith("&lt;/ref", link.end):
        return True
    if offset - line < _LONGEST_ORIGIN and _ORIGIN.fullmatch(text, line, offset):
        return True
    return text.rfind("&lt;ref", max(line, offset - _REACH), offset) >= 0
