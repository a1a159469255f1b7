"""What the target of an internal link means: namespace, other wiki, title, fragment.

Rules of MediaWiki 1.39: percent escapes and HTML character references are decoded; white space and
underscores are one space; marks of direction fall away; one colon in front keeps a file or category
from being used and makes a link of it; the prefixes before further colons are other wikis or a
namespace; what stands behind the first ``#`` is the fragment.
"""

from typing import NamedTuple
from urllib.parse import unquote

from homs_wiki.profile import Profile
from homs_wiki.source.patterns import compiled
from homs_wiki.syntax.flat import HOLE
from homs_wiki.syntax.nodes import decode_entities

FILE, CATEGORY = 6, 14

_REFERENCE = compiled(r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);")
_FORBIDDEN = compiled(
    r"[][{}<>|\0\2-\x1f\x7f\ufffd]|~~~|\A\.\.?(?:/|\Z)|/\.\.?(?:/|\Z)|%[0-9A-Fa-f]{2}"
).search
_LONGEST = 255


class Target(NamedTuple):
    """The meaning of a target.

    Attributes:
        kind: "link", "file", "category", "interwiki" or "interlanguage".
        namespace: its id; None on another wiki, or when only a template knows.
        interwiki: the prefix of the other wiki or language in lower case; None on this one.
        title: without namespace, prefix and fragment, the first letter in upper case; empty for a
            mere fragment; None when a template is part of it.
        fragment: what stands behind "#"; None if there is none or a template is part of it.
    """

    kind: str
    namespace: int | None
    interwiki: str | None
    title: str | None
    fragment: str | None


def read_target(written: str, profile: Profile, default: int = 0) -> Target | None:
    """Return what a target means, None if MediaWiki takes it for no title.

    Args:
        written: the target as it stands in the flat text.
        profile: the wiki.
        default: the namespace of a title without one (that of files in a gallery).
    """
    if "%" in written:
        written = unquote(written)
    if "&" in written:
        written = _REFERENCE.sub(lambda match: decode_entities(match[0]), written)
    text = profile.normalised_title(written)
    colon = text.startswith(":")
    if colon:
        text = text[1:].lstrip()
    text, mark, behind = text.partition("#")
    fragment = behind.rstrip() if mark and HOLE not in behind else None
    namespace, interwiki, text = _prefixes(text.strip(), profile, 0 if colon else default)
    if interwiki is not None:
        foreign = profile.interwiki(interwiki)
        kind = "interlanguage" if foreign == "interlanguage" and not colon else "interwiki"
        return Target(kind, None, interwiki, None if HOLE in text else text, fragment)
    kind = "link"
    if not colon and namespace in (FILE, CATEGORY):
        kind = "file" if namespace == FILE else "category"
    if HOLE in text:
        known = namespace if namespace or ":" in text.partition(HOLE)[0] else None
        return Target(kind, known, None, None, fragment)
    if not _is_title(text, namespace, bool(mark)):
        return None
    return Target(kind, namespace, None, profile.capitalised(text), fragment)


def _prefixes(text: str, profile: Profile, namespace: int) -> tuple[int, str | None, str]:
    """Return the namespace or the other wiki's prefix that a title begins with, and its rest."""
    head, colon, rest = text.partition(":")
    if not colon or HOLE in head:
        return namespace, None, text
    head = head.rstrip()
    number = profile.namespace(head)
    if number is not None:
        return number, None, rest.lstrip()
    if profile.interwiki(head):
        return 0, head.lower(), rest.lstrip()
    return namespace, None, text


def _is_title(text: str, namespace: int, has_fragment: bool) -> bool:
    if not text:
        return has_fragment and namespace == 0
    if text.startswith(":") or _FORBIDDEN(text):
        return False
    return len(text) <= _LONGEST // 4 or len(text.encode("utf-8", "replace")) <= _LONGEST
