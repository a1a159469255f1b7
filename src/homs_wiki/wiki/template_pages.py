"""Templates that a page uses and a wiki lacks, each behind those that it uses itself.

What a page needs is what the wiki's own parser asked for; what those templates need in turn is read
from their text. Only pages that are not there are ever made.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from homs_wiki import syntax
from homs_wiki.source import read_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from homs_wiki.profile import Profile
    from homs_wiki.wiki.site import WikiSite

_NAMESPACE = 10
_SUFFIXES = (".wiki", ".wikitext", ".mediawiki")
# Where a template is used only the text between some of these counts, but all may be needed.
_PARTS = re.compile(r"</?(?:includeonly|noinclude|onlyinclude)\s*/?>", re.IGNORECASE)


class TemplatePage(NamedTuple):
    """A template.

    Attributes:
        key: by which templates are compared (`Profile.template_key`).
        title: of its page, with the namespace.
        text: its wikitext.
    """

    key: str
    title: str
    text: str


def folder_templates(folder: Path, profile: Profile) -> dict[str, TemplatePage]:
    """Return the templates in a folder by their keys.

    ``Infobox.wiki`` is the template “Infobox”, ``Infobox/row.wiki`` is “Infobox/row”.

    Raises:
        UnreadableError: one of the files cannot be read.
    """
    files = sorted(path for path in folder.rglob("*") if path.suffix in _SUFFIXES)
    names = (file.relative_to(folder).with_suffix("").as_posix() for file in files)
    texts = (read_file(file).text for file in files)
    return _by_key(zip(names, texts, strict=True), profile)


def templates_of_test_wiki(profile: Profile) -> dict[str, TemplatePage]:
    """Return the templates that a local test wiki in the same language has, by their keys."""
    from homs_wiki.wiki.local.pages import PageSet  # many files

    pages = PageSet(profile.language)
    every = [*pages.pages(), *pages.redirects()]
    templates = (each for each in every if each.title.startswith("Template:"))
    return _by_key(((each.title, each.text) for each in templates), profile)


def _by_key(templates: Iterable[tuple[str, str]], profile: Profile) -> dict[str, TemplatePage]:
    namespace = profile.namespace_name(_NAMESPACE)
    found = {}
    for name, text in templates:
        key = profile.template_key(name)
        found[key] = TemplatePage(key, f"{namespace}:{key}", text)
    return found


class Needed(NamedTuple):
    """What a page needs and a wiki lacks.

    Attributes:
        pages: those that are known, each behind those that it uses.
        unknown: titles of the others.
    """

    pages: list[TemplatePage]
    unknown: list[str]


def needed_templates(
    site: WikiSite, title: str, text: str, known: Mapping[str, TemplatePage]
) -> Needed:
    """Return the templates that a page uses and the wiki lacks.

    Args:
        site: the wiki.
        title: the page.
        text: its text.
        known: templates that could be made, by their keys.
    """
    profile = site.profile
    used = site.render(title, text).templates
    lacking = {profile.template_key(each): each for each, exists in used.items() if not exists}
    ordered = list(_in_order((key for key in lacking if key in known), known, profile))
    there = site.existing([each.title for each in ordered])
    pages = [each for each in ordered if not there.get(each.title)]
    return Needed(pages, [each for key, each in lacking.items() if key not in known])


def _in_order(
    keys: Iterable[str], known: Mapping[str, TemplatePage], profile: Profile
) -> Iterator[TemplatePage]:
    """Yield templates and what they use, those that are used first; circles are cut somewhere."""
    seen: set[str] = set()
    # Each step is a template to look into, or one whose own needs are all done.
    steps = [(key, False) for key in reversed(list(keys))]
    while steps:
        key, is_done = steps.pop()
        if is_done:
            yield known[key]
        elif key not in seen:
            seen.add(key)
            steps.append((key, True))
            uses = _used_by(known[key], profile)
            steps += [(each, False) for each in reversed(uses) if each in known]


def _used_by(page: TemplatePage, profile: Profile) -> list[str]:
    """Return the keys of what a template uses or leads to."""
    document = syntax.parse(_PARTS.sub("", page.text), profile)
    names = [template.name for template in document.templates]
    if document.redirect:
        names.append(document.redirect.target)
    return list(dict.fromkeys(map(profile.template_key, names)))
