"""tag-data-invalid: `<mapframe>{"type": }</mapframe>`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.source.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_DATA = frozenset(("mapframe", "maplink", "templatedata"))
_LENIENT = compiled(
    r"\"(?:[^\"\\]|\\.)*+\"|//[^\n]*+|/\*.*?\*/|,(?=(?:\s|//[^\n]*+\n|/\*.*?\*/)*+[]}])", re.DOTALL
)


class TagDataInvalid(Rule):
    """The data in a tag is no JSON.

    ## What it does
    Reads the inside of `<mapframe>`, `<maplink>` and `<templatedata>`. Comments and commas before a
    closing bracket are let through in maps, as MediaWiki does. Data with templates in it is left
    alone.

    ## Why it matters
    MediaWiki shows an error in the place of the map, and cannot save templates with such data.

    ## Example
    ```wikitext
    <mapframe latitude="1" longitude="2">{"type": "Feature",,}</mapframe>
    ```

    ## Use instead
    ```wikitext
    <mapframe latitude="1" longitude="2">{"type": "Feature"}</mapframe>
    ```

    ## Fix safety
    There is no fix.
    """

    name = "tag-data-invalid"
    family = "markup"
    severity = Severity.ERROR
    message = "from here on the data of “<{tag}>” is no JSON"
    triggers = ("<mapframe", "<maplink", "<templatedata")

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield where the data of each tag is broken."""
        for tag in page.document.extension_tags:
            if tag.name not in _DATA or tag.inner_span is None:
                continue
            inner = tag.inner
            if not inner.strip() or "{{" in inner:
                continue
            place = _broken(inner if tag.name == "templatedata" else _LENIENT.sub(_blank, inner))
            if place is not None:
                start = tag.inner_span.start + min(place, len(inner) - 1)
                yield self.finding((start, start + 1), tag=tag.name)


def _blank(match: re.Match[str]) -> str:
    """Return blanks for a comment or comma, so that offsets stay; strings as they are."""
    return match[0] if match[0][0] == '"' else " " * len(match[0])


def _broken(data: str) -> int | None:
    """Return where a text stops being JSON; None if it is."""
    import json  # few pages have such tags

    try:
        json.loads(data)
    except json.JSONDecodeError as error:
        return error.pos
    except (RecursionError, ValueError):  # nested too deeply, or a number too long, to be sure
        return None
    return None
