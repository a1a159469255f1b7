"""MediaWiki's preprocessor: templates, arguments, extension tags, comments, headings.

`scan` finds what MediaWiki 1.39 finds in a page that is viewed as itself, span for span. It is one
pass from left to right over a stack of open elements. Which marks are special depends on the
innermost open element, so there is one regular expression for each such state, and the loop does
little but ask the current one for its next mark. Nothing is recursive, and every mark is looked at
a bounded number of times, so the time grows with the length of the text.

The inside of `ref`, `references`, `poem`, `indicator` and of a `gallery` caption is a text of its
own: nothing crosses its borders. Such insides are queued and scanned like the page itself.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from homs_wiki.source import Span
from homs_wiki.source.patterns import compiled

Record = tuple[int, int, int, Any, Any]
"""What was found: start, minus end (so that sorting puts the outer before the inner), kind, and
two values that depend on the kind:

=================  ===============================  ==========================================
kind               first value                      second value
=================  ===============================  ==========================================
TEMPLATE           offset where the name starts     [start, offset of "=" or -1, …] of the parts
ARGUMENT           offset where the name starts     the same
EXTENSION_TAG      name in lower case               span of the inside, None if self-closing
COMMENT            span taken out with it           None
IGNORED            None                             None
HEADING            level, 1 to 6                    span of the title
POSSIBLE_HEADING   level, 1 to 6                    span of the title
=================  ===============================  ==========================================
"""

Region = tuple[int, int, int]
"""A text that is read on its own: start, end, depth (0 for the page itself)."""

TEMPLATE, ARGUMENT, EXTENSION_TAG, COMMENT, IGNORED, HEADING, POSSIBLE_HEADING = range(7)

ISOLATED = frozenset({"ref", "references", "poem", "indicator"})
"""Extension tags whose inside MediaWiki reads as wikitext, on its own."""

_Search = Callable[[str, int, int], re.Match[str] | None]

# The groups of every state's expression, in order.
_PIPE, _NAMED, _EQUALS, _CLOSE, _BRACES = range(1, 6)
_LINK, _CONVERSION, _COMMENT, _TAG, _NEWLINE = range(6, 11)

# An element on the stack: where it starts, how many braces or "=" opened it, the parts of braces,
# whether a dash stands before the braces, how many headings there were, and the state before it.
_COUNT, _PARTS, _BEFORE = 1, 2, 5

_IGNORED_ALONE = frozenset({"noinclude", "/noinclude", "onlyinclude", "/onlyinclude"})
_BLANKS = " \t"
# Most parts have a name in which no mark can begin; it is taken together with the pipe before it.
_NAME = r"[^|={}\[\]<\n-]*+(?:-(?!\{)[^|={}\[\]<\n-]*+)*+"


class _Patterns:
    """The expressions of all states for one set of extension tags."""

    def __init__(self, extension_tags: frozenset[str]) -> None:
        names = sorted({*extension_tags, *_IGNORED_ALONE, "includeonly"})
        tag = rf"<((?i:{'|'.join(map(re.escape, names))})(?=[\s>]|/>))"

        def state(
            newline: str,
            *,
            link: bool = True,
            pipe: bool = False,
            equals: bool = False,
            close: str = "",
        ) -> _Search:
            # An alternative that a state lacks keeps its group, so that the numbers mean the same
            # everywhere. Every alternative begins with a literal outside its group: only then
            # does `re` skip quickly to the next character that can begin one.
            alternatives = (
                rf"\|()(?:{_NAME}=())?" if pipe else "\0()()(?!)",
                "=()" if equals else "\0()(?!)",
                close or "\0()(?!)",
                r"\{(\{+)",
                r"\[(\[)" if link else "\0()(?!)",
                r"-(\{+)",
                "<(!--)",
                tag,
                newline,
            )
            return compiled("|".join(alternatives), re.ASCII).search

        any_heading, no_separator = "\n(={1,6})", "\n(={2,6})"
        # On the ground an open "[[" changes nothing that is recorded, so it is not looked for.
        self.ground = state(any_heading, link=False)
        self.value = state(any_heading, pipe=True, close=r"\}(\}\}?)")
        self.part = state(no_separator, pipe=True, equals=True, close=r"\}(\}\}?)")
        self.link = state(any_heading, close=r"\](\])")
        self.conversion_value = state(any_heading, pipe=True, close=r"\}(-)")
        self.conversion_part = state(no_separator, pipe=True, equals=True, close=r"\}(-)")
        self.heading = state("\n()")
        # The states in which a lone "=" at a line start separates instead of opening a heading.
        self.separating = (self.part, self.conversion_part)


_patterns = lru_cache(maxsize=32)(_Patterns)

_HEADING_MARK = compiled("={1,6}").match
_HEADING_MARK_IN_PART = compiled("={2,6}").match


@lru_cache(maxsize=256)
def _closing_tag(name: str) -> _Search:
    return compiled(rf"</{re.escape(name)}\s*>", re.IGNORECASE | re.ASCII).search


def scan(text: str, extension_tags: frozenset[str]) -> tuple[list[Record], list[Region]]:
    """Return everything the preprocessor finds in ``text``, and the regions it read.

    Args:
        text: any string; line ends are LF (a CR is an ordinary character, as in MediaWiki).
        extension_tags: names of the wiki's extension tags in lower case.

    Returns:
        The records in order of start, the outer before the inner; the regions in the order read,
        the page first.
    """
    scanning = _Scan(text, _patterns(extension_tags))
    for region in scanning.regions:  # grows while it runs
        scanning.run(*region)
    scanning.records.sort()
    return scanning.records, scanning.regions


class _Scan:
    """The scan of a page, one text that is read on its own after the other."""

    __slots__ = (
        "comments",
        "depth",
        "end",
        "headings",
        "missing",
        "patterns",
        "records",
        "regions",
        "stack",
        "start",
        "text",
    )

    def __init__(self, text: str, patterns: _Patterns) -> None:
        self.text = text
        self.patterns = patterns
        self.records: list[Record] = []
        self.regions: list[Region] = [(0, len(text), 0)]

    def _begin(self, start: int, end: int, depth: int) -> None:
        """Forget all that belongs to the region before."""
        self.start, self.end, self.depth = start, end, depth
        self.stack: list[list[Any]] = []
        # Headings that are sections so far; what closes around them takes them out again.
        self.headings: list[Record] = []
        # Where closed comments end, and where each of them starts.
        self.comments: dict[int, int] = {}
        # Marks that are known not to come any more: ">" and names without a closing tag ahead.
        self.missing: set[str] = set()

    # The one loop that all time goes into stays in one piece.
    def run(self, start: int, end: int, depth: int) -> None:  # noqa: C901
        """Scan a region; its records and the regions in it go to the lists of the page."""
        self._begin(start, end, depth)
        text, stack, patterns = self.text, self.stack, self.patterns
        value, part, heading = patterns.value, patterns.part, patterns.heading
        pos, search = self._line_start(start, patterns.ground)
        while mark := search(text, pos, end):
            pos = mark.end()
            group = mark.lastindex
            if group == _NAMED:
                if search is value or search is part:
                    stack[-1][_PARTS] += (mark.start() + 1, pos - 1)
                    search = value
                else:
                    search = patterns.conversion_value
            elif group == _PIPE:
                if search is value or search is part:
                    stack[-1][_PARTS] += (pos, -1)
                    search = part
                else:
                    search = patterns.conversion_part
            elif group == _EQUALS:
                if search is part:
                    stack[-1][_PARTS][-1] = pos - 1
                    search = value
                else:
                    search = patterns.conversion_value
            elif group == _CLOSE:
                if search is value or search is part:
                    pos, search = self._close_braces(mark.start(), pos)
                else:
                    search = stack.pop()[_BEFORE]
            elif group == _BRACES:
                start = mark.start()
                stack.append([start, pos - start, [], False, len(self.headings), search])
                search = value
            elif group == _LINK:
                stack.append([pos, 2, None, False, 0, search])
                search = patterns.link
            elif group == _NEWLINE:
                if search is heading:
                    pos -= 1  # the newline that ends a heading may open the next one
                    search = self._end_heading(pos)
                else:
                    search = self._open_heading(mark.start() + 1, pos, search)
            elif group == _TAG:
                pos = self._tag(mark.start(), pos)
            elif group == _COMMENT:
                pos, search = self._comment(mark.start(), search)
            else:
                search = self._open_conversion(mark.start(), pos, search)
        if search is heading:
            self._end_heading(end)
        self._keep_headings()

    def _line_start(self, pos: int, search: _Search) -> tuple[int, _Search]:
        """Open a heading at ``pos``, which counts as the start of a line, if one starts there."""
        if not self.text.startswith("=", pos):
            return pos, search
        in_part = search in self.patterns.separating
        mark = (_HEADING_MARK_IN_PART if in_part else _HEADING_MARK)(self.text, pos, self.end)
        if not mark:
            return pos, search
        return mark.end(), self._open_heading(pos, mark.end(), search)

    def _open_heading(self, start: int, pos: int, search: _Search) -> _Search:
        self.stack.append([start, pos - start, None, False, len(self.headings), search])
        return self.patterns.heading

    def _open_conversion(self, start: int, pos: int, search: _Search) -> _Search:
        """Open ``-{``, or braces with a dash before them, which may become one."""
        count = pos - start - 1
        opened = count > 1
        self.stack.append(
            [start + 1, count, [] if opened else None, opened, len(self.headings), search]
        )
        return self.patterns.value if opened else self.patterns.conversion_value

    def _close_braces(self, start: int, end: int) -> tuple[int, _Search]:
        """Match closing braces from ``start`` to ``end`` (two or three) with the open ones."""
        element = self.stack[-1]
        first, count, parts, dash, mark, before = element
        matched = min(end - start, count)
        name = first + count
        kind = TEMPLATE if matched == 2 else ARGUMENT
        self.records.append((name - matched, -(start + matched), kind, name, parts))
        if mark < len(self.headings):
            self._demote_headings(mark)
        left = count - matched
        if left > 1:
            element[_COUNT] = left
            element[_PARTS] = []
            return start + matched, self.patterns.value
        if left and dash:
            element[_PARTS] = None
            return start + matched, self.patterns.conversion_value
        self.stack.pop()
        return start + matched, before

    def _end_heading(self, pos: int) -> _Search:
        """End the line of the innermost heading at ``pos`` and keep it if it is one."""
        text = self.text
        start, count, _, _, mark, before = self.stack.pop()
        close = self._before_blanks(pos)
        while close in self.comments:
            close = self._before_blanks(self.comments[close])
        title_end = close
        while title_end > start and text[title_end - 1] == "=":
            title_end -= 1
        run = close - title_end
        # "=====" is both runs at once: what is left between them is the title.
        level = min(count, run) if title_end > start else min(6, (run - 1) // 2)
        if level > 0:
            if mark < len(self.headings):
                self._demote_headings(mark)
            self.headings.append((start, -pos, HEADING, level, Span(start + level, close - level)))
        return before  # type: ignore[no-any-return]

    def _before_blanks(self, pos: int) -> int:
        text = self.text
        while pos > self.start and text[pos - 1] in _BLANKS:
            pos -= 1
        return pos

    def _demote_headings(self, first: int) -> None:
        """What closed around the headings from the ``first`` makes them possible headings."""
        self.records += [
            (start, end, POSSIBLE_HEADING, level, title)
            for start, end, _, level, title in self.headings[first:]
        ]
        del self.headings[first:]

    def _keep_headings(self) -> None:
        if self.depth and self.headings:
            self._demote_headings(0)
        self.records += self.headings

    def _comment(self, start: int, search: _Search) -> tuple[int, _Search]:
        """Take a comment, or all that stand on a line with nothing else, with that line."""
        text = self.text
        close = text.find("-->", start + 4, self.end)
        if close < 0:  # the text ends inside it
            self.records.append((start, -self.end, COMMENT, Span(start, self.end), None))
            return self.end, search
        end = close + 3
        line_start = self._before_blanks(start)
        if line_start == self.start:
            # MediaWiki leaves the empty line, which shows nothing as the first of a text.
            pos = self._behind_blanks(end)
            is_line = pos < self.end and text[pos] == "\n"
            taken = (line_start, pos + 1) if is_line else (start, end)
            return self._take_comment(start, end, taken), search
        if text[line_start - 1] != "\n":
            return self._take_comment(start, end, (start, end)), search
        # Further comments may be as short as "<!--->" here, where a first one needs a dash more.
        chain = []
        pos = self._behind_blanks(end)
        while text.startswith("<!--", pos) and (close := text.find("-->", pos + 3, self.end)) >= 0:
            chain.append((pos, close + 3))
            pos = self._behind_blanks(close + 3)
        if pos >= self.end or text[pos] != "\n":
            return self._take_comment(start, end, (start, end)), search
        for first, last in ((start, end), *chain):
            self._take_comment(first, last, (line_start, pos + 1))
        return self._line_start(pos + 1, search)

    def _take_comment(self, start: int, end: int, taken: tuple[int, int]) -> int:
        """Record a closed comment, and what is taken out of the text with it; return its end."""
        self.records.append((start, -end, COMMENT, Span(*taken), None))
        self.comments[end] = start
        return end

    def _behind_blanks(self, pos: int) -> int:
        text = self.text
        while pos < self.end and text[pos] in _BLANKS:
            pos += 1
        return pos

    def _tag(self, start: int, name_end: int) -> int:
        """Take the extension tag at ``start``; return where the scan goes on."""
        text = self.text
        close = -1 if ">" in self.missing else text.find(">", name_end, self.end)
        if close < 0:
            self.missing.add(">")
            return name_end
        name = text[start + 1 : name_end].lower()
        inner = close + 1
        if name in _IGNORED_ALONE or (name == "includeonly" and text[close - 1] == "/"):
            self.records.append((start, -inner, IGNORED, None, None))
            return inner
        if text[close - 1] == "/":
            self.records.append((start, -inner, EXTENSION_TAG, name, None))
            return inner
        closing = None if name in self.missing else _closing_tag(name)(text, inner, self.end)
        if name == "includeonly":
            end = closing.end() if closing else self.end
            self.records.append((start, -end, IGNORED, None, None))
            return end
        if closing is None:
            self.missing.add(name)
            return inner
        inside = Span(inner, closing.start())
        self.records.append((start, -closing.end(), EXTENSION_TAG, name, inside))
        if name in ISOLATED:
            self.regions.append((*inside, self.depth + 1))
        elif name == "gallery":
            self._queue_captions(*inside)
        return closing.end()

    def _queue_captions(self, start: int, end: int) -> None:
        """Queue what stands behind the first pipe of each line of a gallery."""
        text = self.text
        while start < end:
            line_end = text.find("\n", start, end)
            line_end = end if line_end < 0 else line_end
            pipe = text.find("|", start, line_end)
            if pipe > start:
                self.regions.append((pipe + 1, line_end, self.depth + 1))
            start = line_end + 1
