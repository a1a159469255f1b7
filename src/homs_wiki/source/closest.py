"""What a misspelt word was meant to be."""

from collections.abc import Iterable


def closest(word: str, known: Iterable[str]) -> str | None:
    """Return the one of ``known`` that is most like a word; None if none is much like it."""
    from difflib import get_close_matches  # only wanted for a message

    return next(iter(get_close_matches(word, list(known), n=1)), None)
