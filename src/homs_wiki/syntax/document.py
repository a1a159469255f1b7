"""A page as MediaWiki's preprocessor reads it."""

from collections.abc import Callable, Iterator
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from homs_wiki.profile import Profile
from homs_wiki.syntax import preprocessor
from homs_wiki.syntax.collection import uncollected
from homs_wiki.syntax.external_links import (
    ExternalLink,
    FlatUrl,
    find_external_links,
    make_external_links,
)
from homs_wiki.syntax.flat import FlatText, flatten
from homs_wiki.syntax.gallery import find_gallery_links
from homs_wiki.syntax.nodes import (
    Comment,
    ExtensionTag,
    Heading,
    Ignored,
    Node,
    Template,
    TemplateArgument,
    without_comments,
)
from homs_wiki.syntax.wikilinks import (
    FlatLink,
    Wikilink,
    categories_of,
    find_categories,
    find_wikilinks,
    is_special,
    make_links,
)

if TYPE_CHECKING:  # what is seldom asked for is imported when it is
    from homs_wiki.syntax.emphasis import Emphasis, FlatEmphasis
    from homs_wiki.syntax.html_tags import HtmlTag
    from homs_wiki.syntax.lists import WikiList
    from homs_wiki.syntax.redirect import Redirect
    from homs_wiki.syntax.signatures import Signature
    from homs_wiki.syntax.switches import Switch
    from homs_wiki.syntax.tables import Table, Tables

_N = TypeVar("_N", bound=Node)

_LONGEST_FUNCTION = 300
"""Code points within which the colon of a parser function is looked for."""


class Region(NamedTuple):
    """A text that MediaWiki reads on its own: the page, the inside of a ``<ref>`` and the like."""

    start: int
    end: int
    depth: int


_Maker = Callable[[str, int, int, Any, Any], Node]

_MAKERS: dict[int, _Maker] = {
    preprocessor.TEMPLATE: Template,
    preprocessor.ARGUMENT: TemplateArgument,
    preprocessor.EXTENSION_TAG: ExtensionTag,
    preprocessor.COMMENT: lambda source, start, end, taken, _second: Comment(
        source, start, end, taken
    ),
    preprocessor.IGNORED: lambda source, start, end, _first, _second: Ignored(source, start, end),
    preprocessor.HEADING: lambda source, start, end, level, title: Heading(
        source, start, end, level, title, False
    ),
    preprocessor.POSSIBLE_HEADING: lambda source, start, end, level, title: Heading(
        source, start, end, level, title, True
    ),
}


class Document:
    """A page's wikitext with everything that stands in it.

    The preprocessor's structure is exact. Everything is made when first asked for: what the
    preprocessor finds, the nodes of that, and after them the links, tags, tables and lists of
    MediaWiki's second pass.

    Attributes:
        text: the wikitext; every offset counts its code points.
        profile: the wiki it was read for.
        parts: what others have read of it once and keep with it (see `homs_wiki.page.once`).
    """

    def __init__(self, text: str, profile: Profile) -> None:
        self.text = text
        self.profile = profile
        self.parts: dict[object, Any] = {}

    @cached_property
    @uncollected
    def _scanned(self) -> tuple[list[preprocessor.Record], list[preprocessor.Region]]:
        return preprocessor.scan(self.text, self.profile.extension_tags)

    @property
    def records(self) -> list[preprocessor.Record]:
        """What the nodes are made of: less to handle for who only has to know where they stand."""
        return self._scanned[0]

    @cached_property
    def regions(self) -> list[Region]:
        """The texts that were read on their own, the page first."""
        return [Region(*region) for region in self._scanned[1]]

    @cached_property
    @uncollected
    def nodes(self) -> list[Node]:
        """Everything the preprocessor found, in order of start, the outer before the inner."""
        source = self.text
        nodes: list[Node] = []
        open_nodes: list[Node] = []
        for index, (start, minus_end, kind, first, second) in enumerate(self.records):
            node = _MAKERS[kind](source, start, -minus_end, first, second)
            while open_nodes and open_nodes[-1].end <= start:
                open_nodes.pop().after = index
            node.index = index
            node.parent = open_nodes[-1].index if open_nodes else -1
            open_nodes.append(node)
            nodes.append(node)
        for node in open_nodes:
            node.after = len(nodes)
        return nodes

    def _of(self, kind: type[_N]) -> list[_N]:
        return [node for node in self.nodes if type(node) is kind]

    @cached_property
    def templates(self) -> list[Template]:
        """All templates, parser functions and variables included."""
        return self._of(Template)

    @cached_property
    def arguments(self) -> list[TemplateArgument]:
        """All template arguments, ``{{{…}}}``."""
        return self._of(TemplateArgument)

    @cached_property
    def extension_tags(self) -> list[ExtensionTag]:
        """All extension tags."""
        return self._of(ExtensionTag)

    @cached_property
    def comments(self) -> list[Comment]:
        """All comments."""
        return self._of(Comment)

    @cached_property
    def ignored(self) -> list[Ignored]:
        """All include tags and ``<includeonly>`` parts."""
        return self._of(Ignored)

    @cached_property
    def headings(self) -> list[Heading]:
        """All headings; the possible ones among them are no sections."""
        return self._of(Heading)

    @cached_property
    @uncollected
    def flat(self) -> FlatText:
        """The page as the second pass reads it, for links, tags, tables and the rest."""
        return flatten(self.text, *self._scanned)

    @cached_property
    @uncollected
    def flat_links(self) -> list[FlatLink]:
        """The internal links in brackets by where they stand in `flat`: all that many ask for."""
        return find_wikilinks(self.flat, self.profile)

    @cached_property
    @uncollected
    def wikilinks(self) -> list[Wikilink]:
        """All internal links, files and categories, the outer before the inner."""
        return self._made(self.flat_links)

    @cached_property
    @uncollected
    def special_links(self) -> list[Wikilink]:
        """The links that are not plain links: files, categories, other wikis and languages."""
        # Of the thousands of links on a page they are few: the others need not be made for them.
        return self._made([link for link in self.flat_links if is_special(link)])

    def _made(self, links: list[FlatLink]) -> list[Wikilink]:
        found = make_links(self.flat, self.profile, links)
        found += find_gallery_links(self.flat, self.records, self.profile)
        found.sort(key=attrgetter("start"))
        return found

    @cached_property
    def categories(self) -> list[Wikilink]:
        """The links that put the page into a category."""
        links = vars(self).get("flat_links")
        links = find_categories(self.flat, self.profile) if links is None else categories_of(links)
        found = make_links(self.flat, self.profile, links)
        found.sort(key=attrgetter("start"))
        return found

    @cached_property
    @uncollected
    def flat_urls(self) -> list[FlatUrl]:
        """The links to URLs by where they stand in `flat`, those in brackets first."""
        return find_external_links(
            self.flat, self.flat_links, lambda: self._flat_tables, self.profile
        )

    @cached_property
    @uncollected
    def external_links(self) -> list[ExternalLink]:
        """All links to URLs, in brackets and bare."""
        return make_external_links(self.flat, self.flat_urls)

    @cached_property
    def html_tags(self) -> "list[HtmlTag]":
        """All HTML tags that MediaWiki lets through; partners are places in this list."""
        from homs_wiki.syntax.html_tags import find_html_tags

        return find_html_tags(self.text, self.flat)

    @cached_property
    def _flat_tables(self) -> "Tables":
        from homs_wiki.syntax.tables import find_tables

        return find_tables(self.flat)

    @cached_property
    def tables(self) -> "list[Table]":
        """All tables in wikitext, the outer before the inner."""
        return self._flat_tables.all()

    @cached_property
    def lists(self) -> "list[WikiList]":
        """All lists, lines that follow each other together."""
        from homs_wiki.syntax.lists import find_lists

        return find_lists(self.flat, self.flat_links, self._without_colons)

    def _without_colons(self) -> list[tuple[int, int]]:
        """Return the links and emphasis, where no colon ends the term of a list."""
        spans = [(link[0], link[2]) for link in self.flat_links]
        spans += [url[:2] for url in self.flat_urls]
        spans += [emphasis[:2] for emphasis in self._flat_emphasis]
        return spans

    @cached_property
    def _flat_emphasis(self) -> "list[FlatEmphasis]":
        from homs_wiki.syntax.emphasis import find_emphasis

        return find_emphasis(self.flat, self.flat_links, lambda: self._flat_tables.breaks())

    @cached_property
    def emphasis(self) -> "list[Emphasis]":
        """All italic and bold stretches, the outer before the inner."""
        from homs_wiki.syntax.emphasis import make_emphasis

        return make_emphasis(self.flat, self._flat_emphasis)

    @cached_property
    def switches(self) -> "list[Switch]":
        """All behaviour switches (``__NOTOC__``)."""
        from homs_wiki.syntax.switches import find_switches

        return find_switches(self.flat, self.profile)

    @cached_property
    def signatures(self) -> "list[Signature]":
        """All signatures (``~~~~``)."""
        from homs_wiki.syntax.signatures import find_signatures

        return find_signatures(self.flat)

    @cached_property
    def redirect(self) -> "Redirect | None":
        """The redirect that the page is; None if it is none."""
        from homs_wiki.syntax.redirect import find_redirect

        return find_redirect(self.text, self.profile)

    @cached_property
    def _calls(self) -> tuple[list[Template], list[Template]]:
        """The braces that call a template, and those that call a parser function."""
        calls: tuple[list[Template], list[Template]] = ([], [])
        known: dict[str, bool] = {}
        for template in self.templates:
            # What stands behind the colon may be long, and does not matter.
            name = template.written_name[:_LONGEST_FUNCTION]
            if not name:
                start, end = template.name_span
                name = self.text[start : min(end, start + _LONGEST_FUNCTION)]
            is_function = known.get(name)
            if is_function is None:
                is_function = self.profile.is_parser_function(without_comments(name))
                known[name] = is_function
            calls[is_function].append(template)
        return calls

    @property
    def parser_functions(self) -> list[Template]:
        """The braces that call a parser function or variable (``{{#if:…}}``, ``{{PAGENAME}}``)."""
        return self._calls[True]

    @property
    def transclusions(self) -> list[Template]:
        """The other braces: templates in the proper sense."""
        return self._calls[False]

    def descendants(self, node: Node) -> list[Node]:
        """Return all nodes inside ``node``, at every depth."""
        return self.nodes[node.index + 1 : node.after]

    def children(self, node: Node) -> Iterator[Node]:
        """Yield the nodes directly inside ``node``."""
        index = node.index + 1
        while index < node.after:
            child = self.nodes[index]
            yield child
            index = child.after

    def ancestors(self, node: Node) -> Iterator[Node]:
        """Yield the nodes around ``node``, from the inside out."""
        while node.parent >= 0:
            node = self.nodes[node.parent]
            yield node

    @cached_property
    def _starts(self) -> list[int]:
        return [node.start for node in self.nodes]

    def enclosing(self, offset: int) -> Node | None:
        """Return the innermost node that holds the code point at ``offset``; None if none does."""
        from bisect import bisect_right

        index = bisect_right(self._starts, offset) - 1
        while index >= 0 and self.nodes[index].end <= offset:
            index = self.nodes[index].parent
        return self.nodes[index] if index >= 0 else None


def parse(text: str, profile: Profile) -> Document:
    """Read wikitext as MediaWiki reads a page that is viewed as itself.

    Any string can be read; the time grows with its length, however it is made. Line ends should be
    LF, as MediaWiki stores them (`homs_wiki.source.SourceFile` does that for files).
    """
    return Document(text, profile)
