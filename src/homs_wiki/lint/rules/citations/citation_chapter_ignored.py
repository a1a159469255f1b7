"""citation-chapter-ignored: the condition err_chapter_ignored."""

from __future__ import annotations

from homs_wiki.lint.rules.citations._condition import ConditionRule


class CitationChapterIgnored(ConditionRule):
    """A citation of an article or web page has a chapter.

    ## What it does
    Finds `chapter`, `section` and what belongs to them in templates for periodicals and websites.

    ## Why it matters
    They do not show chapters; an error is shown.

    ## Example
    ```wikitext
    {{cite web |title=Bridges |url=https://example.org |section=Arches}}
    ```

    ## Use instead
    ```wikitext
    {{cite web |title=Bridges: Arches |url=https://example.org}}
    ```

    ## Fix safety
    There is no fix: another template may be right.
    """

    name = "citation-chapter-ignored"
    condition = "err_chapter_ignored"
    message = "“{name}” has no effect in this template"
