"""Which parameter is meant by a name that differs from it by a slip of the hand."""

from __future__ import annotations

from functools import cache, lru_cache

# In shorter names a letter is too much of the whole: “by” is as near to “bx” as to “to”.
_SHORTEST = 3
_LONGEST = 40


@lru_cache(maxsize=1000)
def meant(name: str) -> str | None:
    """Return the parameter of Citation Style 1 from which a name differs by one slip.

    A slip is a letter too much, too few or wrong, or two that changed places; hyphens, spaces and
    capitals don't count.

    Args:
        name: a name that no citation has.

    Returns:
        None if there is no such parameter, or more than one.
    """
    from rapidfuzz.distance import OSA  # only wanted for names that are wrong

    folded = _folded(name)
    if not _SHORTEST <= len(folded) <= _LONGEST or not folded.isalpha():
        return None
    found: dict[str, str] = {}
    for known, (canonical, written) in _known().items():
        if OSA.distance(folded, known, score_cutoff=1) <= 1:
            found.setdefault(canonical, written)
    return next(iter(found.values())) if len(found) == 1 else None


@cache
def _known() -> dict[str, tuple[str, str]]:
    """Return folded name → canonical name, and the name as it is written."""
    from homs_wiki.profile.citations import citation_style_1

    known: dict[str, tuple[str, str]] = {}
    for canonical, aliases in citation_style_1().parameters.items():
        for name in (canonical, *aliases):
            written = name.replace("#", "")
            known.setdefault(_folded(written), (canonical, written))
    return known


def _folded(name: str) -> str:
    return name.lower().replace("-", "").replace("_", "").replace(" ", "")
