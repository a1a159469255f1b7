"""MediaWiki's own preprocessor reads a fixed page as we do, so it lost nothing but what was fixed.

That fixes leave all other templates and references as they were is proved with our own reading of
the page; here the wiki is asked whether that reading is right: of the page before and after.
"""

from collections.abc import Callable, Iterator
from typing import Any
from xml.etree import ElementTree

import pytest
from tests.lint.fixing import all_rules, fix, page_of
from tests.lint.mistakes import with_mistakes
from tests.lint.test_proof_cases import ARTICLE, PAGES
from tests.wiki.conftest import Client, client, prepared_wiki, read_wiki, software

from homs_wiki.syntax import ExtensionTag, Template
from homs_wiki.wiki.local import LocalWiki

__all__ = ["client", "prepared_wiki", "read_wiki", "software"]

Things = list[tuple[str, ...]]
Read = Callable[[str], Things]

_KNOWN = ("ref", "references", "nowiki", "pre", "gallery", "poem")
"""Extension tags that the wiki here knows; what others hold it reads as wikitext."""
_UNKNOWN = ("<math", "<timeline", "<hiero", "<score", "<syntaxhighlight", "<source", "<imagemap")


@pytest.fixture(scope="module")
def mediawiki(read_wiki: LocalWiki, client: Callable[..., Client]) -> Read:
    """Return a function: wikitext to the templates and references that MediaWiki finds in it."""
    ask = client(read_wiki)

    def reading(text: str) -> Things:
        answer = ask(action="expandtemplates", title="Sandbox", text=text, prop="parsetree")
        tree = ElementTree.fromstring(answer["expandtemplates"]["parsetree"])  # noqa: S314
        return list(_things(tree))

    return reading


def _things(tree: ElementTree.Element) -> Iterator[tuple[str, ...]]:
    for element in tree.iter():
        if element.tag == "template":
            names = ["".join(part.find("name").itertext()) for part in element.findall("part")]  # type: ignore[union-attr]
            yield ("template", _plain(element.find("title")), *map(str.strip, names))
        elif element.tag == "ext" and element.findtext("name", "").lower() in ("ref", "references"):
            yield (element.findtext("name", "").lower(), element.findtext("attr", "").strip(" /"))


def _plain(element: ElementTree.Element | None) -> str:
    return " ".join("".join(element.itertext()).split()) if element is not None else ""


def ours(text: str, wiki: str) -> Things:
    """Return the same as we find it; what stands in a reference is a text of its own there."""
    document = page_of(text, wiki).document
    found: Things = []
    after = 0
    for node in document.nodes:
        if node.index < after:
            continue
        if isinstance(node, Template):
            name = document.text[slice(*node.name_span)]
            names = [
                "" if each.equals is None else text[slice(*each.name_span)].strip()
                for each in node.parameters
            ]
            found.append(("template", " ".join(name.split()), *names))
        elif isinstance(node, ExtensionTag):
            after = node.after
            if node.name in ("ref", "references"):
                start, end = node.opening_span
                attributes = text[start + 1 + len(node.name) : end - 1]
                found.append((node.name, attributes.strip(" /")))
    return found


def is_plain(text: str) -> bool:
    """Return whether names can be compared as they are written, and every tag is known here."""
    return not any(tag in text.lower() for tag in _UNKNOWN)


def agree(text: str, wiki: str, mediawiki: Read) -> int:
    """Check that MediaWiki reads a page as we do, before and after fixing; return the fixes."""
    made = 0
    if is_plain(text) and _simple(ours(text, wiki)) == _simple(mediawiki(text)):
        for unsafe in (False, True):
            mended = fix(text, wiki, all_rules(), unsafe=unsafe)
            made += len(mended.made)
            if mended.made:
                fixed = mended.page.text
                assert _simple(ours(fixed, wiki)) == _simple(mediawiki(fixed))
    return made


def _simple(things: Things) -> Things:
    """Leave out what stands in names that are made of other things: it is written twice there."""
    return [thing for thing in things if not any(set("{<") & set(each) for each in thing[1:])]


def test_article_is_read_as_we_read_it(mediawiki: Read) -> None:
    for path in ARTICLE.glob("*.wiki"):
        text = path.read_text(encoding="utf-8")
        assert _simple(ours(text, "ur.wikipedia")) == _simple(mediawiki(text))
        agree(text, "ur.wikipedia", mediawiki)


def test_fixed_real_pages(
    corpus: Callable[[str], list[tuple[str, str, list[dict[str, Any]]]]], mediawiki: Read
) -> None:
    made = [agree(text, "en.wikipedia", mediawiki) for _, text, _ in corpus("wtf")]
    assert sum(made) > 100
    assert sum(map(bool, made)) > 20


@pytest.mark.parametrize("wiki", PAGES)
def test_fixed_damaged_pages(wiki: str, mediawiki: Read) -> None:
    made = 0
    for seed in range(60):
        made += agree(
            with_mistakes(PAGES[wiki].replace("<math>a^2</math>", ""), seed), wiki, mediawiki
        )
    assert made > 40
