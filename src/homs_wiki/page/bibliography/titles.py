"""Which parameters of a citation hold the title of the work, and of what it stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from homs_wiki.source.patterns import compiled

if TYPE_CHECKING:
    from homs_wiki.page.bibliography.entry import Entry

_TITLE: Final = ("title", "script-title", "trans-title")
_CHAPTER: Final = ("chapter", "script-chapter", "trans-chapter")
_MAP: Final = ("map", "script-map", "trans-map")

_ADDRESSES: Final = ("url", "chapter-url", "map-url", "conference-url")

# Types whose templates take no |chapter=.
_WITHOUT_CHAPTERS: Final = frozenset(
    (
        "article", "article-journal", "article-magazine", "article-newspaper", "broadcast", "post",
        "webpage",
    )
)  # fmt: skip
_IN_ANOTHER_SCRIPT: Final = compiled(r"[A-Za-z]{2,3}(?:-[A-Za-z]+)*\s*:\s*(?!//)")
# In these types the word says that a contribution has no title.
_UNTITLED: Final = ("article-journal", "article-magazine", "article-newspaper")
_NO_TITLE: Final = "none"


def titles(entry: Entry) -> tuple[str, str]:
    """Return the parameters with the title of the work and of what it stands in.

    Either is empty if there is none.
    """
    title = entry.first(*_TITLE)[0]
    if entry.kind.csl in _UNTITLED and entry.text(title) == _NO_TITLE:
        title = ""
    holder = entry.first(*entry.kind.holder)[0]
    part = ""
    if entry.kind.csl == "map":
        part = entry.first(*_MAP)[0]
    elif entry.kind.csl not in _WITHOUT_CHAPTERS:
        part = entry.first(*_CHAPTER)[0]
    if not part:
        return title, holder or _script_of(entry)
    return part, title or holder


def address(entry: Entry) -> str:
    """Return the parameter with the address of what is cited; empty if there is none."""
    own = "map-url" if entry.title in _MAP else "chapter-url"
    names = (own, *_ADDRESSES) if entry.title in (*_MAP, *_CHAPTER) else _ADDRESSES
    return entry.first(*names)[0]


def _script_of(entry: Entry) -> str:
    return entry.first("script-work", "trans-work")[0]


def without_script(text: str) -> str:
    """Return the value of a parameter like ``|script-title=`` without the language: ``ar:``."""
    return _IN_ANOTHER_SCRIPT.sub("", text, count=1) if _IN_ANOTHER_SCRIPT.match(text) else text
