"""Wikitext to nodes with spans, exactly as MediaWiki's preprocessor reads it."""

from homs_wiki.syntax.document import Document, Region, parse
from homs_wiki.syntax.nodes import (
    Comment,
    ExtensionTag,
    Heading,
    Ignored,
    Node,
    Parameter,
    Template,
    TemplateArgument,
    decode_entities,
    without_comments,
)

__all__ = [
    "Comment",
    "Document",
    "ExtensionTag",
    "Heading",
    "Ignored",
    "Node",
    "Parameter",
    "Region",
    "Template",
    "TemplateArgument",
    "decode_entities",
    "parse",
    "without_comments",
]
