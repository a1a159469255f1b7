"""Tags that are shown as they are typed, because the page writes about them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from homs_wiki.source.lazy import lazily
from homs_wiki.syntax import Comment, ExtensionTag, Ignored

if TYPE_CHECKING:
    from homs_wiki.syntax import Document

# Of the tags whose text is shown as it is typed: the opening or the closing one.
_CODE = lazily(r"<(/?)(?:code|kbd|samp|tt)\b[^<>]*>", re.IGNORECASE)
_REACH = 200
# Extension tags whose inside MediaWiki reads as wikitext.
_READ = frozenset({"ref", "references", "poem", "indicator", "gallery", "section"})


def is_in_code_tag(text: str, offset: int) -> bool:
    """Tell whether ``offset`` stands in ``<code>`` or its like on its line."""
    reach = max(0, offset - _REACH)
    found = _CODE.findall(text, max(text.rfind("\n", reach, offset) + 1, reach), offset)
    return bool(found) and not found[-1]


def is_code(document: Document, offset: int) -> bool:
    """Tell whether what stands at ``offset`` is no wikitext: a comment, nowiki, code, math."""
    node = document.enclosing(offset)
    if isinstance(node, Comment | Ignored):
        return True
    if isinstance(node, ExtensionTag) and node.name not in _READ:
        return True
    return is_in_code_tag(document.text, offset)
