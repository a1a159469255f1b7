"""Taking something out of a page without changing what stands around it."""

from __future__ import annotations

from homs_wiki.source.patterns import compiled

_REACH = 200
"""Code points before it that are looked at."""

_SIGNS = frozenset("[]{}'|=-~_<&!*#:;/")
_LINE_ENDS = ("", "\n")
_LINE_STARTS = frozenset("=*#:;|!{-")
# What goes on behind it: an address with the next word, the target of a link, a tag.
_ADDRESS = compiled(r"(?://[^]\s\[<>]*|\[)\Z")
_UNFINISHED = compiled(r"(?:\[\[[^][|\n]*|<[^<>\n]*)\Z")


def may_go(text: str, start: int, end: int) -> bool:
    """Tell whether what stands around something stays what it is when that is taken out.

    It does not where a link or an address would go on with the next word, signs would come
    together, or a line would become a heading.
    """
    before, behind = text[max(0, start - _REACH) : start], text[end : end + 1]
    if before[-1:] in _LINE_ENDS and text[end - 1 : end] == "\n":
        return True  # whole lines
    if _UNFINISHED.search(before):
        return False
    if behind and not behind.isspace():
        return not (
            (before.endswith("]]") and behind.isalpha())
            or (before[-1:] in _SIGNS and behind in _SIGNS)
            or (before[-1:] in _LINE_ENDS and behind in _LINE_STARTS)
            or behind == ":"
            or _ADDRESS.search(before)
        )
    line = before.rpartition("\n")[2].rstrip()
    return not (line.startswith("=") and line.endswith("="))
