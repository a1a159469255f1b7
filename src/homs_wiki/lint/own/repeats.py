"""How large an expression becomes: the library writes out what is repeated a fixed number of times.

``((a{500}){500}){500}`` has twenty characters and would take all memory before anything is matched.
"""

from __future__ import annotations

from homs_wiki.source.lazy import lazily

# An escape; a set; a bracket; a number of repeats; anything else is one character.
_TOKEN = lazily(r"(?s)\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[()]|\{([0-9]+)(?:,[0-9]*)?\}|.")
_LARGEST = 10**18
"""What is larger is not told apart."""


def written_out(pattern: str) -> int:
    """Return how many characters an expression has when fixed repeats are written out, roughly.

    Repeats without a least number count once. Of an expression that is none, any number comes out.
    """
    # For each open group: how much is in it, and how much of that is its last part.
    groups = [[0, 0]]
    for match in _TOKEN.finditer(pattern):
        token, least = match[0], match[1]
        if token == "(":  # noqa: S105 - no password
            groups.append([0, 0])
            continue
        group = groups[-1]
        if least is not None:
            more = group[1] * (max(int(least[:_MOST_DIGITS]), 1) - 1)
            group[0] = min(group[0] + more, _LARGEST)
            group[1] = min(group[1] + more, _LARGEST)
        elif token == ")" and len(groups) > 1:  # noqa: S105 - no password
            size = max(groups.pop()[0], 1)
            groups[-1] = [min(groups[-1][0] + size, _LARGEST), size]
        else:
            group[0] += 1
            group[1] = 1
    return sum(group[0] for group in groups)


_MOST_DIGITS = 12
