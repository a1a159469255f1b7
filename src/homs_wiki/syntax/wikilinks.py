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
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from homs_wiki.profile import Profile
from homs_wiki.source import Span
from homs_wiki.syntax.flat import FlatText
from homs_wiki.syntax.titles import Target, read_target

# A plain target is a title of this wiki as it stands, whatever the wiki; others must be looked at.
_PLAIN = r"[^][{}<>|%&~:/\0-\x1f\x7f\ufffd\s_\#.][^][{}<>|%&~:/\0-\x1f\x7f\ufffd]{0,59}+"
_LABEL = r"""(?: [^][\0] | \] | \[(?!\[) )?+ [^][\0]*+
             (?: (?: \[(?!\[) | \](?!\]) ) [^][\0]*+ )*+"""
_LINK = rf"""\[\[ (?: ({_PLAIN}) (?=[]|]) | (?!\ *URL) ([^][{{}}<>|\0\2-\x1f\x7f]++) )
             (?: \]\] | (\|) {_LABEL} (\]\])? ) TRAIL"""
_PLAIN_TARGET, _ANY_TARGET, _PIPE, _CLOSE = 1, 2, 3, 4
_JOINED = ("link", "interwiki")
_brackets = re.compile(r"\[\[|\]\]|\0").finditer


@lru_cache(maxsize=32)
def _link_pattern(protocols: tuple[str, ...], trail: str) -> "re.Pattern[str]":
    """The expression of a link up to the end of its trail, or to where its label cannot go on."""
    urls = "|".join(map(re.escape, protocols))
    return re.compile(_LINK.replace("URL", f"(?i:{urls})").replace("TRAIL", trail), re.VERBOSE)


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


_Bounds = tuple[int, int, int, int, int, int]
"""Where the parts of a link stand: its start, start and end of the target, start of the label (-1
if there is none), its end, the end of its trail."""


class Wikilink:
    """An internal link.

    Attributes:
        source: the text of the whole page.
        profile: the wiki it was read for.
        start: the offset of its ``[[``; in a gallery of the file's name.
        end: the offset behind its ``]]``; in a gallery the end of the line.
        trail_end: the end of the letters that join it from behind; ``end`` if there are none.
        options: the options of a file, in order; empty for other links.
    """

    __slots__ = (
        "_label",
        "_meaning",
        "_target_end",
        "_target_start",
        "_written",
        "end",
        "options",
        "profile",
        "source",
        "start",
        "trail_end",
    )

    def __init__(
        self,
        source: str,
        profile: Profile,
        bounds: _Bounds,
        written: str,
        meaning: Target | None = None,
        options: Sequence[FileOption] = (),
    ) -> None:
        self.source = source
        self.profile = profile
        (
            self.start,
            self._target_start,
            self._target_end,
            self._label,
            self.end,
            self.trail_end,
        ) = bounds
        # The target without comments and with marks for templates.
        self._written = written
        self._meaning = meaning
        self.options = options

    @property
    def gallery(self) -> bool:
        """It is a line of a gallery, without brackets."""
        return self.start == self._target_start

    @property
    def span(self) -> Span:
        """The link without its trail."""
        return Span(self.start, self.end)

    @property
    def text(self) -> str:
        """Its wikitext without its trail."""
        return self.source[self.start : self.end]

    @property
    def target_span(self) -> Span:
        """The target as written, with fragment, leading colon and white space."""
        return Span(self._target_start, self._target_end)

    @property
    def target(self) -> str:
        """The target as written."""
        return self.source[self._target_start : self._target_end]

    @property
    def label_span(self) -> Span | None:
        """What stands behind the first pipe, all options of a file; None if there is no pipe."""
        if self._label < 0:
            return None
        return Span(self._label, self.end if self.gallery else self.end - 2)

    @property
    def label(self) -> str | None:
        """The wikitext behind the first pipe; None if there is no pipe."""
        span = self.label_span
        return None if span is None else self.source[span.start : span.end]

    @property
    def meaning(self) -> Target:
        """Kind, namespace, title and the rest, all that the target says."""
        if self._meaning is None:
            found = read_target(self._written, self.profile)
            # A plain target is always a title.
            self._meaning = found or Target("link", 0, None, self._written, None)
        return self._meaning

    @property
    def kind(self) -> str:
        """One of "link", "file", "category", "interwiki" and "interlanguage"."""
        if ":" not in self._written and not self.gallery:
            return "link"
        return self.meaning.kind

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


FlatLink = tuple[int, int, int, int, int, bool, Wikilink]
"""A link in brackets and where it stands in the flat text: its start, its end, the end of the
letters that join it; start and end of what is read as wikitext in it (the label, of a file the
caption; empty if there is none); is it a file; the link."""


def find_wikilinks(source: str, flat: FlatText, profile: Profile) -> list[FlatLink]:
    """Return all links in brackets in order of the flat text, the outer before the inner.

    Args:
        source: the page.
        flat: its flat text.
        profile: the wiki.
    """
    text, starts, sources = flat.text, flat.starts, flat.sources
    found: list[FlatLink] = []
    files = _Files(text)
    for match in _links_in(text, 0, len(text), profile):
        start, trail_end = match.span()
        if text[start - 1] == "[" and _odd_brackets(text, start):
            continue
        end = trail_end if text[trail_end - 1] == "]" else text.rfind("]", start, trail_end) + 1
        label = match.end(_PIPE)
        if match.lastindex == _CLOSE and text[end : end + 1] == "]" and "[" in text[label:end]:
            end, trail_end = _take_bracket(text, end, profile)
        if start < files.inside < end:
            continue  # it begins in the text of a file and would end behind it
        inside = label if label > 0 else end - 2
        written = match[_PLAIN_TARGET]
        if written is None:
            other = _other_link(source, flat, match, (end, trail_end), files, profile)
            if other:
                found.append(other)
        elif match.lastindex != _PIPE:
            piece = bisect_right(starts, start)
            if trail_end <= starts[piece]:
                # Nothing was left out between its start and its end.
                shift = sources[piece - 1] - starts[piece - 1]
                first = start + shift
                behind = first + 2 + len(written)
                on_page = behind + 1 if label > 0 else -1
                bounds = first, first + 2, behind, on_page, end + shift, trail_end + shift
            else:
                bounds = _on_page(flat, start, len(written), label, end, trail_end)
            link = Wikilink(source, profile, bounds, written)
            found.append((start, end, trail_end, inside, end - 2, False, link))
    return found


def _other_link(
    source: str,
    flat: FlatText,
    match: "re.Match[str]",
    ends: tuple[int, int],
    files: "_Files",
    profile: Profile,
) -> FlatLink | None:
    """Return the link whose target is not a plain title, None if it is none."""
    written = match[_ANY_TARGET]
    meaning = read_target(written, profile)
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
    options: Sequence[FileOption] = ()
    inside, behind = (label if label > 0 else end - 2), end - 2
    if is_file and label > 0:
        options, inside, behind = _options(source, flat, label, end - 2, profile)
    bounds = _on_page(flat, start, len(written), label, end, trail_end)
    link = Wikilink(source, profile, bounds, written, meaning, options)
    return start, end, trail_end, inside, behind, is_file, link


def _on_page(
    flat: FlatText, start: int, length: int, label: int, end: int, trail_end: int
) -> _Bounds:
    """Return where on the page the parts of a link stand, whatever was left out between them."""
    target_start, target_end = flat.span(start + 2, start + 2 + length)
    return (
        flat.start(start),
        target_start,
        target_end,
        flat.end(label) if label > 0 else -1,
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
    """

    __slots__ = ("inside", "spoiled", "text")

    def __init__(self, text: str) -> None:
        self.text = text
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
    source: str, flat: FlatText, start: int, end: int, profile: Profile
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
        kind, value = known or ("caption", source[slice(*span)].strip())
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
