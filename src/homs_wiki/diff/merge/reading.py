"""What a text says about its own soundness: ends without beginnings, names given twice."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cached_property

from homs_wiki.page import read_text
from homs_wiki.profile import Profile
from homs_wiki.source import Span
from homs_wiki.syntax import Comment, Node, Template, TemplateArgument
from homs_wiki.syntax.html_tags import OPTIONAL_END

_TABLE_START = re.compile(r"^[ \t:]*\{\|", re.MULTILINE)
_TABLE_END = re.compile(r"^[ \t:]*\|\}", re.MULTILINE)
_REF = re.compile(r"<(/?)ref\b(?![^<>]*/>)", re.IGNORECASE)

_WIDTHS: dict[type[Node], int] = {Template: 2, TemplateArgument: 3}


class Reading:
    """A text, read for what a merge can break.

    Counts are not exact (a brace in a formula is counted too), but every text is counted alike, so
    that they can be compared.
    """

    def __init__(self, text: str, profile: Profile) -> None:
        self.text = text
        self.page = read_text(text, profile)

    @cached_property
    def loose(self) -> Counter[str]:
        """How many of each sign or tag miss their other end."""
        document, text = self.page.document, self.text
        braces = 2 * len(document.templates) + 3 * len(document.arguments)
        # Links of galleries have no brackets.
        links = sum(text.startswith("[[", link.start) for link in document.wikilinks)
        tables, closed = len(document.tables), sum(table.closed for table in document.tables)
        table_ends = len(_TABLE_END.findall(text))
        comments = len(document.comments)
        open_comments = sum(not comment.text.endswith("-->") for comment in document.comments)
        found = Counter(
            {
                "{{": text.count("{") - braces - len(_TABLE_START.findall(text)),
                "}}": text.count("}") - braces - table_ends,
                "[[": text.count("[") - 2 * links,
                "]]": text.count("]") - 2 * links,
                "{|": tables - closed,
                "|}": table_ends - closed,
                "<!--": open_comments,
                "-->": text.count("-->") - comments + open_comments,
            }
        )
        refs = sum(
            tag.name == "ref" and tag.inner_span is not None for tag in document.extension_tags
        )
        for match in _REF.finditer(text):
            found[f"<{match[1]}ref>"] += 1
        found["<ref>"] -= refs
        found["</ref>"] -= refs
        found.update(name for name, _ in self._loose_tags())
        return found

    def _loose_tags(self) -> Iterator[tuple[str, Span]]:
        for tag in self.page.document.html_tags:
            if (
                tag.partner is None
                and tag.kind in ("open", "close")
                and tag.name not in OPTIONAL_END
            ):
                yield f"<{'/' if tag.kind == 'close' else ''}{tag.name}>", tag.span

    def places(self, sign: str) -> list[Span]:
        """Return where a sign or tag stands that misses its other end."""
        tags = [span for name, span in self._loose_tags() if name == sign]
        if tags:
            return tags
        document = self.page.document
        if sign == "{|":
            return [
                Span(table.start, table.start + 2) for table in document.tables if not table.closed
            ]
        if sign == "<!--":
            return [comment.span for comment in document.comments if comment.text[-3:] != "-->"]
        taken = self._taken()
        literal = sign.rstrip(">")
        return [
            Span(*match.span())
            for match in re.finditer(re.escape(literal), self.text)
            if match.start() not in taken
        ]

    def _taken(self) -> set[int]:
        """Return where signs stand that have their other end."""
        taken: set[int] = set()
        document = self.page.document
        for node in document.nodes:
            width = _WIDTHS.get(type(node), 0)
            taken.update(range(node.start, node.start + width))
            taken.update(range(node.end - width, node.end))
            if type(node) is Comment:
                taken.update(range(node.start, node.end))
        for link in document.wikilinks:
            taken.update((link.start, link.start + 1, link.end - 2, link.end - 1))
        for tag in document.extension_tags:
            taken.add(tag.start)
            if tag.inner_span:
                taken.add(tag.inner_span.end)
        taken.update(table.end - 2 for table in document.tables if table.closed)
        return taken

    @cached_property
    def twice_defined(self) -> dict[str, list[Span]]:
        """References with different texts, by name, with the places of the texts."""
        found: dict[str, list[Span]] = {}
        for reference in self.page.references.all:
            definitions = reference.definitions
            if reference.name and len({definition.text for definition in definitions}) > 1:
                key = f"{reference.group}:{reference.name}" if reference.group else reference.name
                found[key] = [definition.node.span for definition in definitions]
        return found

    @cached_property
    def undefined(self) -> dict[str, list[Span]]:
        """References that are used without a text, by name, with the places of their uses."""
        return {
            f"{reference.group}:{reference.name}" if reference.group else reference.name: [
                use.span for use in reference.uses
            ]
            for reference in self.page.references.all
            if reference.name and reference.uses and not reference.definitions
        }

    def definitions(self, key: str) -> list[Span]:
        """Return where the texts of a reference stand."""
        group, _, name = key.rpartition(":")
        reference = self.page.references.get(name, group) or self.page.references.get(key)
        return [definition.node.span for definition in reference.definitions] if reference else []

    def renamed(self, key: str, base: "Reading") -> str:
        """Return how a reference is called here whose name in ``base`` was ``key``; "" if gone."""
        texts = {base.text[slice(*span)].partition(">")[2] for span in base.definitions(key)}
        return self._names.get(texts.pop(), "") if len(texts) == 1 else ""

    @cached_property
    def _names(self) -> dict[str, str]:
        """The names of references by their texts."""
        return {
            self.text[slice(*definition.node.span)].partition(">")[2]: reference.name
            for reference in self.page.references.all
            for definition in reference.definitions
            if reference.name
        }

    @cached_property
    def twice_given(self) -> dict[str, list[Span]]:
        """Parameters that a template was given more than once, with their places."""
        found: dict[str, list[Span]] = {}
        for template in self.page.document.templates:
            names = [parameter.name for parameter in template.parameters]
            if len(names) == len(set(names)):
                continue
            for name, count in Counter(names).items():
                if count > 1:
                    places = found.setdefault(f"“{name}” of {{{{{template.name}}}}}", [])
                    places += [each.span for each in template.parameters if each.name == name]
        return found
