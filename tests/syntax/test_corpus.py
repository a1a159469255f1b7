"""The reference corpora: MediaWiki's own structure of real, tested and random texts."""

from collections.abc import Callable
from typing import Any

import pytest

from homs_wiki.profile import load_profile
from homs_wiki.syntax import (
    Comment,
    Document,
    ExtensionTag,
    Heading,
    Ignored,
    Node,
    Template,
    TemplateArgument,
    parse,
)

Event = dict[str, Any]


def braces(kind: str, node: Template | TemplateArgument) -> Event:
    parts = [[part.start, part.equals, part.end] for part in node.parameters]
    return {"k": kind, "name": list(node.name_span), "parts": parts}


def event(node: Node) -> Event:
    """What the corpora say of a node."""
    match node:
        case Template():
            return braces("template", node)
        case TemplateArgument():
            return braces("tplarg", node)
        case ExtensionTag():
            inner = {"inner": list(node.inner_span)} if node.inner_span else {}
            return {"k": "ext", "name": node.name, **inner}
        case Comment():
            return {"k": "comment"}
        case Ignored():
            return {"k": "ignore"}
        case Heading():
            return {"k": "possible-h" if node.possible else "h", "level": node.level}
    raise AssertionError(node)


def events(document: Document) -> list[Event]:
    """All nodes of a document as the corpora have them."""
    return [
        {
            **event(node),
            "s": node.start,
            "e": node.end,
            "d": max(
                region.depth
                for region in document.regions
                if region.start <= node.start and node.end <= region.end
            ),
        }
        for node in document.nodes
    ]


@pytest.mark.parametrize("name", ["wtf", "pt", "fuzz"])
def test_every_event_is_mediawikis(
    name: str, corpus: Callable[[str], list[tuple[str, str, list[Event]]]]
) -> None:
    profile = load_profile("en.wikipedia")
    different = []
    for case, text, expected in corpus(name):
        found = events(parse(text, profile))
        expected = sorted(expected, key=lambda item: (item["s"], -item["e"]))
        if found != expected:
            missing = [item for item in expected if item not in found]
            extra = [item for item in found if item not in expected]
            different.append(f"{case}: missing {missing}, extra {extra}")
    assert not different, "\n".join(different[:20])
