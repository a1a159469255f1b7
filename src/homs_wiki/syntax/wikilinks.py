"""Internal links: ``[[target|label]]``, files, categories, links to other wikis and languages.

Followed is what MediaWiki 1.39 shows:

* A link runs from ``[[`` to the first ``]]`` with no other ``[[`` between: of links in one another
  only the inner is one. An odd bracket before it (``[[[a]]``) spoils it.
* The target ends at the first ``|``; it has no line break and none of ``< > [ ] { }``. After
  percent escapes and character references are decoded it must be a title: not empty, no relative
  path, no ``~~~``, at most 255 bytes. A URL is no target. Extension tags cannot stand in it, a
  template can, and then only MediaWiki knows the title.
* Behind a ``|`` the label has at least one character, whatever it is (``[[a|]] b]]`` is a link).
* ``[[a|[b]]]``: with a ``[`` in the label a third ``]`` belongs to it.
* A file's text may hold links: where no ``]]`` comes before the next ``[[``, it goes on over
  stretches that have one ``]]`` each, up to one that has two: the second closes the file. At a
  stretch that has none it ends in vain, and that stretch begins no such file either: a file in a
  file cannot hold a link.
* Letters that follow directly (`Profile.linktrail`) join a link, but not a file or category.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from homs_wiki.profile import Profile
from homs_wiki.source import Span
from homs_wiki.source.patterns import compiled
from homs_wiki.syntax.flat import FlatText
from homs_wiki.syntax.stretch import Stretch
from homs_wiki.syntax.titles import Target, read_target

# A plain target is a title of this wiki as it stands, whatever the wiki; others must be looked at.
_PLAIN = r"[^][{}<>|%&~:/\0-\x1f\x7f\ufffd\s_\#.][^][{}<>|%&~:/\0-\x1f\x7f\ufffd]{0,59}+"
_LABEL = r"""(?: [^][\0] | \] | \[(?!\[) )?+ [^][\0]*+
             (?: (?: \[(?!\[) | \](?!\]) ) [^][\0]*+ )*+"""
_LINK = rf"""\[\[ (?: (PLAIN) (?=[]|]) | (?!\ *URL) ([^][{{}}<>|\0\2-\x1f\x7f]++) )
             (?: \]\] | (\|) {_LABEL} (\]\])? ) TRAIL"""
# What a target with a prefix begins with, or one with escapes in which there may be one.
_PREFIX = r"[^][{}<>|:%&\0\2-\x1f\x7f]*+[:%&]"
_PLAIN_TARGET, _ANY_TARGET, _PIPE, _CLOSE = 1, 2, 3, 4
_JOINED = ("link", "interwiki")
_brackets = compiled(r"\[\[|\]\]|\0").finditer


@lru_cache(maxsize=32)
def _link_pattern(protocols: tuple[str, ...], trail: str) -> "re.Pattern[str]":
    """The expression of a link up to the end of its trail, or to where its label cannot go on."""
    return _compiled(_LINK.replace("PLAIN", _PLAIN), protocols, trail)


@lru_cache(maxsize=32)
def _prefixed_pattern(protocols: tuple[str, ...], trail: str) -> "re.Pattern[str]":
    """The same of a link with a prefix: no group is a plain target."""
    prefixed = _LINK.replace("PLAIN", "(?!)").replace(r"(?!\ *URL)", rf"(?={_PREFIX})(?!\ *URL)")
    return _compiled(prefixed, protocols, trail)


def _compiled(link: str, protocols: tuple[str, ...], trail: str) -> "re.Pattern[str]":
    urls = "|".join(map(re.escape, protocols))
    return compiled(link.replace("URL", f"(?i:{urls})").replace("TRAIL", trail), re.VERBOSE)


def _links_in(text: str, start: int, end: int, profile: Profile) -> "Iterator[re.Match[str]]":
    pattern = _link_pattern(profile.protocols, profile.linktrail.pattern)
    return pattern.finditer(text, start, end)


class FileOption(NamedTuple):
    """What stands between two pipes of a file.

    Attributes:
        start: the offset behind the pipe.
        end: the offset of the next pipe, or of the closing brackets.
        kind: MediaWiki's id without ``img_`` ("thumbnail", "right", "width", "alt" …), "caption"
            for the last text that is no option, "other" for those before it, which do nothing.
        value: "250" of ``250px``, "b" of ``alt=b``; the wikitext of a caption or of "other"; else
            empty.
    """

    start: int
    end: int
    kind: str
    value: str


FlatLink = tuple[int, int, int, int, int, str, "Special | None"]
"""A link in brackets by where it stands in the flat text: its start, its end, the end of the
letters that join it; start and end of what is read as wikitext in it (the label, of a file the
caption; empty if there is none); the target as written there; what is known of it unless that is
the plain title of a page."""


class Special(NamedTuple):
    """What is known of a link whose target is not a plain title.

    Attributes:
        meaning: what the target says.
        options: of a file.
    """

    meaning: Target
    options: Sequence[FileOption] = ()


class _Bounds(NamedTuple):
    """Where the parts of a link stand on the page; its label starts at -1 if there is none."""

    target: int
    target_end: int
    label: int
    end: int
    trail_end: int


class Wikilink(Stretch):
    """An internal link.

    Attributes:
        profile: the wiki it was read for.
        start: the offset of its ``[[``; in a gallery of the file's name.
    """

    # A page has thousands of them, of which few are looked at closely: all but the start is
    # worked out when asked for.
    __slots__ = ("_bounds", "_flat", "_found", "_meaning", "profile", "start")

    def __init__(self, flat: FlatText, profile: Profile, start: int, found: FlatLink) -> None:
        self._flat = flat
        self.profile = profile
        self.start = start
        self._found = found
        self._bounds: _Bounds | None = None
        self._meaning: Target | None = None

    @property
    def source(self) -> str:
        """The text of the whole page."""
        return self._flat.source

    @property
    def _places(self) -> _Bounds:
        if self._bounds is None:
            self._bounds = _on_page(self._flat, self._found)
        return self._bounds

    @property
    def gallery(self) -> bool:
        """It is a line of a gallery, without brackets."""
        return False

    @property
    def end(self) -> int:
        """The offset behind its ``]]``; in a gallery the end of the line."""
        return self._flat.end(self._found[1]) if self._bounds is None else self._bounds.end

    @property
    def trail_end(self) -> int:
        """The end of the letters that join it from behind; ``end`` if there are none."""
        return self._places.trail_end

    @property
    def options(self) -> Sequence[FileOption]:
        """The options of a file, in order; empty for other links."""
        special = self._found[-1]
        return special.options if special else ()

    @property
    def target_span(self) -> Span:
        """The target as written, with fragment, leading colon and white space."""
        if self._bounds is None:
            # Nearly always it stands on the page as in the flat text: with nothing in it, right
            # behind the brackets.
            written, start = self._found[-2], self.start + 2
            if self._flat.source.startswith(written, start):
                return Span(start, start + len(written))
        return Span(self._places.target, self._places.target_end)

    @property
    def target(self) -> str:
        """The target as written."""
        return self.source[slice(*self.target_span)]

    @property
    def label_span(self) -> Span | None:
        """What stands behind the first pipe, all options of a file; None if there is no pipe."""
        if self._places.label < 0:
            return None
        return Span(self._places.label, self.end if self.gallery else self.end - 2)

    @property
    def label(self) -> str | None:
        """The wikitext behind the first pipe; None if there is no pipe."""
        span = self.label_span
        return None if span is None else self.source[span.start : span.end]

    @property
    def meaning(self) -> Target:
        """Kind, namespace, title and the rest, all that the target says."""
        if self._meaning is None:
            written, special = self._found[-2:]
            self._meaning = special.meaning if special else _plain_meaning(written, self.profile)
        return self._meaning

    @property
    def kind(self) -> str:
        """One of "link", "file", "category", "interwiki" and "interlanguage"."""
        special = self._found[-1]
        return special.meaning.kind if special else "link"

    @property
    def namespace(self) -> int | None:
        """The namespace's id; None on another wiki, or when only a template knows it."""
        return self.meaning.namespace

    @property
    def interwiki(self) -> str | None:
        """The prefix of the other wiki or language in lower case."""
        return self.meaning.interwiki

    @property
    def title(self) -> str | None:
        """The title without namespace, prefix and fragment; None when a template is part of it."""
        return self.meaning.title

    @property
    def fragment(self) -> str | None:
        """What stands behind the first "#"; None if there is none."""
        return self.meaning.fragment

    def __repr__(self) -> str:
        return f"<Wikilink {self.start}–{self.end} {self.target!r}>"


class GalleryFile(Wikilink):
    """A line of a gallery: a file without brackets.

    Args:
        flat: the page.
        profile: the wiki.
        start: where the name of the file starts.
        target_end: where it ends.
        label: where the options begin, -1 if there is no pipe.
        end: where the line ends.
        special: the file and its options.
    """

    __slots__ = ()

    def __init__(
        self,
        flat: FlatText,
        profile: Profile,
        start: int,
        target_end: int,
        label: int,
        end: int,
        special: Special,
    ) -> None:
        super().__init__(flat, profile, start, (start, end, end, end, end, "", special))
        self._bounds = _Bounds(start, target_end, label, end, end)

    @property
    def gallery(self) -> bool:
        """It is a line of a gallery, without brackets."""
        return True


def _plain_meaning(written: str, profile: Profile) -> Target:
    # A plain target is always a title.
    return read_target(written, profile) or Target("link", 0, None, written, None)


def find_wikilinks(flat: FlatText, profile: Profile) -> list[FlatLink]:
    """Return all links in brackets in order of the flat text, the outer before the inner.

    Args:
        flat: the flat text of the page.
        profile: the wiki.
    """
    matches = _links_in(flat.text, 0, len(flat.text), profile)
    return _find(flat, profile, matches, with_options=True)


def find_categories(flat: FlatText, profile: Profile) -> list[FlatLink]:
    """Return the categories among the links, without looking at the many that have no prefix."""
    pattern = _prefixed_pattern(profile.protocols, profile.linktrail.pattern)
    return categories_of(_find(flat, profile, pattern.finditer(flat.text), with_options=False))


def categories_of(links: Sequence[FlatLink]) -> list[FlatLink]:
    """Return the categories among links that `find_wikilinks` found."""
    return [link for link in links if link[-1] and link[-1].meaning.kind == "category"]


def is_special(link: FlatLink) -> bool:
    """Tell whether a link is a file, a category, or leads to another wiki or language."""
    return link[-1] is not None and link[-1].meaning.kind != "link"


def _find(
    flat: FlatText, profile: Profile, matches: "Iterator[re.Match[str]]", *, with_options: bool
) -> list[FlatLink]:
    text = flat.text
    found: list[FlatLink] = []
    files = _Files(text, with_options)
    for match in matches:
        start, trail_end = match.span()
        if text[start - 1] == "[" and _odd_brackets(text, start):
            continue
        parts = match.lastindex
        written = match[_PLAIN_TARGET]
        if parts == _PLAIN_TARGET:
            inside = start + 2 + len(written)
            end = inside + 2
        else:
            end = trail_end if text[trail_end - 1] == "]" else text.rfind("]", start, trail_end) + 1
            label = match.end(_PIPE)
            if parts == _CLOSE and text[end : end + 1] == "]" and "[" in text[label:end]:
                end, trail_end = _take_bracket(text, end, profile)
            inside = label if label > 0 else end - 2
        if start < files.inside < end:
            continue  # it begins in the text of a file and would end behind it
        if written is None:
            other = _other_link(flat, match, (end, trail_end), files, profile)
            if other:
                found.append(other)
        elif parts != _PIPE:
            found.append((start, end, trail_end, inside, end - 2, written, None))
    return found


def make_links(flat: FlatText, profile: Profile, found: Sequence[FlatLink]) -> list[Wikilink]:
    """Return the links that `find_wikilinks` found."""
    starts = flat.page_starts([link[0] for link in found])
    return [Wikilink(flat, profile, *each) for each in zip(starts, found, strict=True)]


def _other_link(
    flat: FlatText,
    match: "re.Match[str]",
    ends: tuple[int, int],
    files: "_Files",
    profile: Profile,
) -> FlatLink | None:
    """Return the link whose target is not a plain title, None if it is none."""
    written = match[_ANY_TARGET]
    meaning = (_known if len(written) < _LONGEST else read_target)(written, profile)
    is_file = meaning is not None and meaning.kind == "file"
    end, trail_end = ends
    if match.lastindex == _PIPE:
        end = trail_end = files.end(match.start(), match.end()) if is_file else -1
    if meaning is None or end < 0:
        return None
    if meaning.kind not in _JOINED:
        trail_end = end
    start = match.start()
    label = match.end(_PIPE)
    special = Special(meaning)
    inside, behind = (label if label > 0 else end - 2), end - 2
    if is_file and label > 0 and files.with_options:
        options, inside, behind = _options(flat, label, end - 2, profile)
        special = Special(meaning, options)
    return start, end, trail_end, inside, behind, written, special


# The same targets come again and again, on a page and on those of the same kind.
_known = lru_cache(maxsize=4096)(read_target)
_LONGEST = 256


def _on_page(flat: FlatText, link: FlatLink) -> _Bounds:
    """Return where on the page the parts of a link stand, whatever was left out between them."""
    start, end, trail_end, _, _, written, _ = link
    behind = start + 2 + len(written)
    has_label = flat.text[behind] == "|"
    return _Bounds(
        *flat.span(start + 2, behind),
        flat.end(behind + 1) if has_label else -1,
        flat.end(end),
        flat.end(trail_end),
    )


def _take_bracket(text: str, end: int, profile: Profile) -> tuple[int, int]:
    """Return the end of a link whose label holds a third bracket, and that of its trail."""
    trail = profile.linktrail.match(text, end + 1)
    return end + 1, trail.end() if trail else end + 1


def _odd_brackets(text: str, start: int) -> bool:
    """Say whether an odd number of brackets stands before ``start``."""
    first = start
    while first and text[first - 1] == "[":
        first -= 1
    return (start - first) % 2 == 1


class _Files:
    """Finds the ends of files whose text holds links, asked for from left to right.

    Attributes:
        inside: where the text of the last one ends; what begins before that ends before it too.
        with_options: somebody wants to know what stands in them.
    """

    __slots__ = ("inside", "spoiled", "text", "with_options")

    def __init__(self, text: str, with_options: bool) -> None:
        self.text = text
        self.with_options = with_options
        self.inside = -1
        self.spoiled = -1

    def end(self, start: int, pos: int) -> int:
        """Return where the file ends that begins at ``start``; -1 if nowhere.

        Its text goes on at ``pos`` with the brackets of a link.
        """
        if start == self.spoiled:
            return -1
        closed = 1
        opened = start
        limit = self.inside if start < self.inside else len(self.text)
        for match in _brackets(self.text, pos, limit):
            if match[0] == "]]":
                closed += 1
                if closed == 2:
                    self.inside = match.start()
                    return match.end()
            elif match[0] == "[[":
                if not closed:
                    self.spoiled = opened
                    return -1
                closed = 0
                opened = match.start()
            else:
                break
        if not closed:
            self.spoiled = opened
        return -1


def _options(
    flat: FlatText, start: int, end: int, profile: Profile
) -> tuple[list[FileOption], int, int]:
    """Split what stands behind a file's name at the pipes that are not those of inner links.

    Returns:
        The options; where in the flat text the caption starts and ends, the same if there is none.
    """
    text = flat.text
    pipes: list[int] = []
    pos = start
    for match in _links_in(text, start, end, profile):
        if match.lastindex != _PIPE:
            pipes += _pipes(text, pos, match.start())
            pos = match.end()
    pipes += _pipes(text, pos, end)
    options: list[FileOption] = []
    caption = start, start
    for first, behind in zip([start, *(pipe + 1 for pipe in pipes)], [*pipes, end], strict=True):
        span = flat.span(first, behind)
        known = profile.image_option(text[first:behind])
        if known is None:
            caption = first, behind
        kind, value = known or ("caption", flat.source[slice(*span)].strip())
        options.append(FileOption(*span, kind, value))
    return last_caption(options), *caption


def _pipes(text: str, start: int, end: int) -> Iterator[int]:
    while (start := text.find("|", start, end)) >= 0:
        yield start
        start += 1


def last_caption(options: list[FileOption]) -> list[FileOption]:
    """Leave the last caption alone one; those before it do nothing."""
    captions = [place for place, option in enumerate(options) if option.kind == "caption"]
    for place in captions[:-1]:
        options[place] = options[place]._replace(kind="other")
    return options
