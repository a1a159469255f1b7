"""Templates of a page that nobody here knows: what they bring with them cannot be seen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from homs_wiki.source.lazy import lazily
from homs_wiki.syntax import Template

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.page import Page

# A template that lists references has none of these, or one of them: columns, group, references.
_SETTING = lazily(r"\d*|\d+(?:em|px|%)", re.IGNORECASE)
_LIST_PARAMETERS = frozenset({"1", "2", "group", "refs", "colwidth", "columns", "cols", "small"})
_LINE_BEFORE = lazily(r"=[ \t]*\n(?:\s|<!--(?:(?!-->).)*-->)*\Z", re.DOTALL)
_LIST_NAME = lazily(r"(?:ref-?list|refs|references|footnotes|notes|sources)\b", re.IGNORECASE)
_REACH = 200


def unknown_templates(page: Page) -> Iterator[Template]:
    """Yield the templates that stand in no other and whose purpose the profile doesn't know."""
    profile = page.profile
    end = 0
    for template in page.document.templates:
        if template.start < end:
            continue
        name = template.name
        if profile.citation_kind(name) or profile.is_parser_function(name):
            end = template.end
        elif profile.concept(name) is None:
            end = template.end
            yield template


def may_list_references(page: Page) -> bool:
    """Tell whether a template that is not known may be a list of references.

    It may if it looks like one: it stands first under a heading or is called so, and has no
    parameters but those that lists of references have.
    """
    text = page.text
    return any(
        (
            _LIST_NAME.match(template.name)
            or _LINE_BEFORE.search(text[max(0, template.start - _REACH) : template.start])
        )
        and all(
            parameter.name in _LIST_PARAMETERS
            and (parameter.equals is not None or _SETTING.fullmatch(parameter.value.strip()))
            for parameter in template.parameters
        )
        for template in unknown_templates(page)
    )


def values_of_unknown_templates(page: Page) -> frozenset[str]:
    """Return all values of parameters of templates that are not known, without quotes.

    A name of a reference among them may be used or defined by that template.
    """
    return frozenset(
        parameter.value.strip().strip("\"'")
        for template in unknown_templates(page)
        for parameter in template.parameters
    )
