"""A page as a wiki's own parser shows it, and what that complains of.

Errors of the extension Cite are recognised by the names of its messages, which are the same in
every language (``uselang=qqx``). Where one stands is then looked for in the wikitext: by the name
of the footnote if the error says one, else by what is known to cause it.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from homs_wiki.page import Page
    from homs_wiki.syntax.nodes import ExtensionTag
    from homs_wiki.wiki.site import Rendered, WikiSite

_ERROR: Final = re.compile(r"\((cite_(?:error|warning)_\w+)(?:: ((?:[^()]|\([^()]*\))*))?\)")
_MESSAGE_NAMES: Final = "qqx"
_REF_ATTRIBUTES: Final = frozenset({"name", "group", "follow", "extends", "dir"})
_LIST_ATTRIBUTES: Final = frozenset({"group", "responsive"})
_DIRECTIONS: Final = frozenset({"ltr", "rtl"})
_NOT_GENERIC: Final = "cite_error_"


class Problem(NamedTuple):
    """Something that the wiki's parser complains of.

    Attributes:
        kind: a stable word: the name of the message of Cite, with hyphens, or "template-missing",
            or "parser-warning".
        message: in words, safe to show after it was isolated.
        subject: the name it is about, from the page; may be empty.
        start: where it stands in the text (code points); None if that is not known.
        end: where it ends.
    """

    kind: str
    message: str
    subject: str = ""
    start: int | None = None
    end: int | None = None


class Preview(NamedTuple):
    """A page as the wiki shows it.

    Attributes:
        rendered: the body and what it uses.
        problems: in the order of the text; those without a place come last.
    """

    rendered: Rendered
    problems: list[Problem]


class _Cause(NamedTuple):
    """An error of Cite.

    Attributes:
        message: what it says.
        tag: whether a tag causes it, whatever its name; None where only the name tells.
    """

    message: str
    tag: Callable[[ExtensionTag], bool] | None = None


def _is_ref(tag: ExtensionTag) -> bool:
    return tag.name == "ref"


def _is_list(tag: ExtensionTag) -> bool:
    return tag.name == "references"


def _has_text(tag: ExtensionTag) -> bool:
    return bool(tag.inner.strip())


def _name(tag: ExtensionTag) -> str:
    return tag.attributes.get("name", "").strip()


_CAUSES: Final[Mapping[str, _Cause]] = {
    "ref_invalid_dir": _Cause(
        "“dir” of a footnote is neither “ltr” nor “rtl”",
        lambda tag: _is_ref(tag) and tag.attributes.get("dir", "ltr").lower() not in _DIRECTIONS,
    ),
    "ref_numeric_key": _Cause(
        "the name of a footnote is a number",
        lambda tag: _is_ref(tag) and _name(tag).isascii() and _name(tag).isdecimal(),
    ),
    "ref_no_key": _Cause(
        "a footnote has neither text nor name",
        lambda tag: _is_ref(tag) and tag.inner_span is None and not _name(tag),
    ),
    "ref_too_many_keys": _Cause(
        "a footnote has attributes that it cannot have",
        lambda tag: (
            _is_ref(tag)
            and (
                bool(tag.attributes.keys() - _REF_ATTRIBUTES)
                or ("follow" in tag.attributes and "name" in tag.attributes)
            )
        ),
    ),
    "ref_no_input": _Cause(
        "a footnote has no text",
        lambda tag: (
            _is_ref(tag) and tag.inner_span is not None and not _has_text(tag) and not _name(tag)
        ),
    ),
    "included_ref": _Cause(
        "a footnote stands in a footnote", lambda tag: _is_ref(tag) and "<ref" in tag.inner.lower()
    ),
    "included_references": _Cause("a list of footnotes stands in a list of footnotes"),
    "references_duplicate_key": _Cause("the footnote “{}” is defined with different texts"),
    "references_no_text": _Cause("the footnote “{}” has no text anywhere"),
    "group_refs_without_references": _Cause("the footnotes of the group “{}” have no list"),
    "refs_without_references": _Cause("the footnotes have no list"),
    "references_invalid_parameters": _Cause(
        "a list of footnotes has attributes that it cannot have",
        lambda tag: _is_list(tag) and bool(tag.attributes.keys() - _LIST_ATTRIBUTES),
    ),
    "references_group_mismatch": _Cause(
        "a footnote of the group “{}” stands in the list of another group"
    ),
    "references_missing_group": _Cause(
        "a footnote in the list is of the group “{}”, which the page does not use"
    ),
    "references_missing_key": _Cause("the footnote “{}” stands in the list, and is used nowhere"),
    "references_no_key": _Cause(
        "a footnote in the list has no name",
        lambda tag: _is_ref(tag) and _has_text(tag) and not _name(tag) and tag.parent >= 0,
    ),
    "empty_references_define": _Cause("the footnote “{}” stands in the list without a text"),
    "no_link_label_group": _Cause("the group “{}” has more footnotes than labels"),
}
_BY_GROUP: Final = frozenset(
    {"group_refs_without_references", "references_group_mismatch", "no_link_label_group"}
)


def preview(site: WikiSite, page: Page, title: str) -> Preview:
    """Return a page as the wiki shows it; nothing is saved.

    Args:
        site: the wiki.
        page: what is to be shown.
        title: the page's title.

    Raises:
        WikiError: the wiki does not answer, or refuses.
    """
    rendered = site.render(title, page.text)
    named = site.render(title, page.text, _MESSAGE_NAMES)
    problems = [
        *_cite_problems(html.unescape(named.html), page),
        *_missing_templates(rendered, page),
        *(Problem("parser-warning", html.unescape(_TAG.sub("", each))) for each in named.warnings),
    ]
    last = len(page.text) + 1
    problems.sort(key=lambda each: last if each.start is None else each.start)
    return Preview(rendered, problems)


_TAG: Final = re.compile(r"<[^<>]*>")


def _cite_problems(shown: str, page: Page) -> Iterator[Problem]:
    """Yield the errors of Cite in a page that shows the names of messages."""
    tags = page.document.extension_tags
    used: dict[str, int] = {}
    for found in _ERROR.finditer(shown):
        name, values = found[1], found[2] or ""
        kind = name.removeprefix(_NOT_GENERIC).removeprefix("cite_warning_")
        cause = _CAUSES.get(kind, _Cause(kind.replace("_", " ")))
        given = [value.strip() for value in values.split(", ")] if values else []
        group, key = _subject(kind, given)
        candidates = [tag for tag in tags if _fits(tag, cause, group, key)]
        number = used.get(found[0], 0)
        used[found[0]] = number + 1
        if number and number >= len(candidates):
            continue  # Cite says it of each list, or of each use
        place = candidates[number] if candidates else None
        subject = key if key is not None else group or ""
        yield Problem(
            name.replace("_", "-"),
            cause.message,
            subject,
            place.start if place else None,
            place.end if place else None,
        )


def _subject(kind: str, given: list[str]) -> tuple[str | None, str | None]:
    """Return the group and the name that an error is about, each None if it says none."""
    if not given:
        return None, None
    if kind in _BY_GROUP:
        return given[0], None
    if kind == "references_missing_group":
        return given[0], given[-1]
    return None, given[0]


def _fits(tag: ExtensionTag, cause: _Cause, group: str | None, key: str | None) -> bool:
    """Return whether a tag may be what an error is about."""
    if cause.tag is not None:
        return cause.tag(tag)
    if not _is_ref(tag) or (group is None and key is None):
        return False
    same_group = group is None or tag.attributes.get("group", "").strip() == group
    return same_group and (key is None or _name(tag) == key)


def _missing_templates(rendered: Rendered, page: Page) -> Iterator[Problem]:
    """Yield the templates that there are not, each where the page uses it."""
    key_of = page.profile.template_key
    for title, exists in rendered.templates.items():
        if exists:
            continue
        key = key_of(title)
        uses = [each for each in page.document.templates if key_of(each.name) == key]
        message = "there is no page “{}”"
        if not uses:
            yield Problem("template-missing", f"{message}, which a template uses", title)
        for use in uses:
            yield Problem("template-missing", message, title, use.start, use.end)
