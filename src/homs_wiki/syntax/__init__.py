"""Wikitext to nodes with spans, exactly as MediaWiki's preprocessor reads it."""

from homs_wiki.syntax.document import Document, Region, parse
from homs_wiki.syntax.external_links import ExternalLink
from homs_wiki.syntax.flat import FlatText
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
from homs_wiki.syntax.titles import Target
from homs_wiki.syntax.wikilinks import FileOption, Wikilink

__all__ = [
    "Comment",
    "Document",
    "ExtensionTag",
    "ExternalLink",
    "FileOption",
    "FlatText",
    "Heading",
    "Ignored",
    "Node",
    "Parameter",
    "Region",
    "Target",
    "Template",
    "TemplateArgument",
    "Wikilink",
    "decode_entities",
    "parse",
    "without_comments",
]
