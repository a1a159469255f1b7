"""Templates in the order in which they can be made."""

from pathlib import Path

import pytest
from tests.wiki.memory_site import MemorySite

from homs_wiki.profile import load_profile
from homs_wiki.wiki.site import Rendered
from homs_wiki.wiki.template_pages import (
    TemplatePage,
    folder_templates,
    needed_templates,
    templates_of_test_wiki,
)

URDU = load_profile("ur.wikipedia")


def pages(**texts: str) -> dict[str, TemplatePage]:
    return {key: TemplatePage(key, f"سانچہ:{key}", text) for key, text in texts.items()}


def order(known: dict[str, TemplatePage], *lacking: str, there: tuple[str, ...] = ()) -> list[str]:
    class Site(MemorySite):
        def render(self, title: str, text: str, language: str | None = None) -> Rendered:  # noqa: ARG002
            templates = {f"سانچہ:{name}": False for name in lacking}
            return Rendered("", (), {**templates, "سانچہ:ہے": True})

    site = Site()
    for key in there:
        site.put(f"سانچہ:{key}", "x")
    return [each.key for each in needed_templates(site, "صفحہ", "", known).pages]


def test_what_is_used_comes_first() -> None:
    known = pages(A="{{B}} {{C|{{D}}}}", B="{{C}}", C="text", D="{{#if:x|{{B}}}}", E="unused")
    assert order(known, "A") == ["C", "B", "D", "A"]
    assert order(known, "A", "D") == ["C", "B", "D", "A"]
    assert order(known) == []


def test_circles_end() -> None:
    assert order(pages(A="{{B}}", B="{{A}}"), "A") == ["B", "A"]
    assert order(pages(A="{{A}}"), "A") == ["A"]


def test_parts_that_are_only_transcluded_count() -> None:
    known = pages(A="<includeonly>{{B}}</includeonly><noinclude>{{C}}</noinclude>", B="", C="")
    assert order(known, "A") == ["B", "C", "A"]


def test_redirects_need_their_target() -> None:
    assert order(pages(A="#رجوع_مکرر [[سانچہ:B]]", B="x"), "A") == ["B", "A"]


def test_what_is_there_is_left_alone() -> None:
    assert order(pages(A="{{B}}", B="x"), "A", there=("B",)) == ["A"]


def test_what_nobody_has_is_named() -> None:
    class Site(MemorySite):
        def render(self, title: str, text: str, language: str | None = None) -> Rendered:  # noqa: ARG002
            return Rendered("", (), {"سانچہ:A": False})

    assert needed_templates(Site(), "صفحہ", "", {}).unknown == ["سانچہ:A"]


def test_a_folder(tmp_path: Path) -> None:
    (tmp_path / "Infobox").mkdir()
    (tmp_path / "Infobox" / "row.wiki").write_text("x")
    (tmp_path / "حوالہ جات.wikitext").write_text("y")
    (tmp_path / "README.md").write_text("no template")
    found = folder_templates(tmp_path, URDU)
    assert {key: (page.title, page.text) for key, page in found.items()} == {
        "Infobox/row": ("سانچہ:Infobox/row", "x"),
        "حوالہ جات": ("سانچہ:حوالہ جات", "y"),
    }
    assert folder_templates(tmp_path / "none", URDU) == {}


@pytest.mark.parametrize("name", ["حوالہ ویب", "Cite web", "حوالہ جات"])
def test_the_set_of_the_test_wiki(name: str) -> None:
    known = templates_of_test_wiki(URDU)
    assert known[URDU.template_key(name)].title.startswith("سانچہ:")
    chain = order(known, name)
    assert chain[-1] == URDU.template_key(name)
