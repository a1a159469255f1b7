"""A redirect: ``#REDIRECT [[target]]`` at the start of a page.

Followed is what MediaWiki 1.39 does: only white space may stand before the word (in any case), and
white space and one colon between word and link; the target is read as that of a link. A comment
before it or a template in the target makes it an ordinary list item.
"""

import re
from functools import lru_cache

from homs_wiki.profile import Profile
from homs_wiki.source import Span
from homs_wiki.source.patterns import compiled
from homs_wiki.syntax.titles import Target, read_target


class Redirect:
    """The redirect of a page.

    Attributes:
        source: the text of the whole page.
        start: the offset of the word.
        end: the offset behind the brackets.
        target_span: the target as written.
        meaning: what the target says.
    """

    __slots__ = ("end", "meaning", "source", "start", "target_span")

    def __init__(
        self, source: str, start: int, end: int, target: tuple[int, int], meaning: Target
    ) -> None:
        self.source = source
        self.start = start
        self.end = end
        self.target_span = Span(*target)
        self.meaning = meaning

    @property
    def span(self) -> Span:
        """From the word to the brackets."""
        return Span(self.start, self.end)

    @property
    def target(self) -> str:
        """The target as written."""
        return self.source[self.target_span.start : self.target_span.end]

    @property
    def title(self) -> str | None:
        """The title without namespace and fragment."""
        return self.meaning.title

    @property
    def namespace(self) -> int | None:
        """The namespace's id."""
        return self.meaning.namespace

    @property
    def fragment(self) -> str | None:
        """What stands behind "#" in the target; None if there is none."""
        return self.meaning.fragment

    def __repr__(self) -> str:
        return f"<Redirect {self.target!r}>"


@lru_cache(maxsize=32)
def _pattern(words: tuple[str, ...]) -> "re.Pattern[str]":
    any_word = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    return compiled(rf"\s*((?i:{any_word}))\s*:?\s*\[\[([^\]\[{{}}<>|\n]+)(?:\|[^\]\[\n]*)?\]\]")


def find_redirect(source: str, profile: Profile) -> Redirect | None:
    """Return the redirect that a page is; None if it is none.

    Args:
        source: the page.
        profile: the wiki, which knows the words.
    """
    match = _pattern(profile.redirect_words).match(source)
    if match is None:
        return None
    meaning = read_target(match[2].lstrip(":"), profile)
    if meaning is None:
        return None
    return Redirect(source, match.start(1), match.end(), match.span(2), meaning)
