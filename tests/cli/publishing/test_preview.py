"""``homs-wiki preview`` by a real wiki's parser."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from tests.cli.publishing.conftest import Article

Run = Callable[..., Any]


def problems(run: Run, article: Article, text: str) -> list[dict[str, Any]]:
    article.file.write_text(text, encoding="utf-8")
    result = run("preview", "--to", "test", "--format", "json")
    found: list[dict[str, Any]] = json.loads(result.out)["problems"]
    assert result.code == (1 if found else 0)
    assert article.history() == []
    return found


def test_a_page_in_order(run: Run, article: Article) -> None:
    result = run("preview", "--to", "test", "-o", "page.html")
    assert (result.code, result.out) == (0, "nothing is wrong; the page is page.html\n")
    shown = (article.folder / "page.html").read_text("utf-8")
    assert '<html lang="ur" dir="rtl">' in shown
    assert "قلعہ ہے" in shown
    assert "default-src 'none'" in shown
    assert article.history() == []


# The minimal wikitext for each error of Cite, and the part that is marked.
CITE = {
    "ref_invalid_dir": ('a<ref dir="xyz">x</ref>', '<ref dir="xyz">x</ref>'),
    "ref_numeric_key": ('a<ref name="12">x</ref>', '<ref name="12">x</ref>'),
    "ref_no_key": ("a<ref />", "<ref />"),
    "ref_too_many_keys": ('a<ref foo="b">x</ref>', '<ref foo="b">x</ref>'),
    "ref_no_input": ("a<ref> </ref>", "<ref> </ref>"),
    "included_ref": ("a<ref>a <ref>b</ref>", "<ref>a <ref>b</ref>"),
    "references_duplicate_key": (
        'a<ref name="ا">x</ref>b<ref name="ا">y</ref><references/>',
        '<ref name="ا">x</ref>',
    ),
    "references_no_text": ('a<ref name="الف ب" /><references/>', '<ref name="الف ب" />'),
    "group_refs_without_references": ('a<ref group="n">x</ref>', '<ref group="n">x</ref>'),
    "references_invalid_parameters": ('<references foo="1"/>', '<references foo="1"/>'),
    "references_group_mismatch": (
        '<references group="g"><ref name="a" group="h">x</ref></references>',
        '<ref name="a" group="h">x</ref>',
    ),
    "references_missing_group": (
        '<references><ref name="a">x</ref></references>', '<ref name="a">x</ref>',
    ),
    "references_missing_key": (
        '<ref name="b">z</ref><references><ref name="a">x</ref></references>',
        '<ref name="a">x</ref>',
    ),
    "references_no_key": ("<references><ref>x</ref></references>", "<ref>x</ref>"),
    "empty_references_define": (
        '<ref name="a"/><references><ref name="a" /></references>', '<ref name="a"/>',
    ),
}  # fmt: skip


@pytest.mark.parametrize(("kind", "text", "marked"), [(k, *v) for k, v in CITE.items()], ids=CITE)
def test_errors_of_cite_have_their_places(
    run: Run, article: Article, kind: str, text: str, marked: str
) -> None:
    found = {each["kind"]: each for each in problems(run, article, text)}
    each = found[f"cite-error-{kind.replace('_', '-')}"]
    assert text[each["start"] : each["end"]] == marked
    assert "{}" not in each["message"]


def test_errors_that_come_from_elsewhere_have_no_place(run: Run, article: Article) -> None:
    (each,) = problems(run, article, '{{#tag:references|<ref name="a">x</ref><references/>}}')[:1]
    assert each["kind"].startswith("cite-error-")


def test_missing_templates_are_marked_where_they_are_used(run: Run, article: Article) -> None:
    text = "a {{نہیں ہے}} {{ نہیں_ہے |1}} {{حوالہ جات}}"
    found = problems(run, article, text)
    assert [text[each["start"] : each["end"]] for each in found] == [
        "{{نہیں ہے}}", "{{ نہیں_ہے |1}}",
    ]  # fmt: skip
    assert {each["kind"] for each in found} == {"template-missing"}


def test_a_template_missing_in_a_template(run: Run, article: Article, admin: Any) -> None:
    admin.edit("سانچہ:بیرونی", "{{اندرونی نہیں}}")
    (found,) = problems(run, article, "{{بیرونی}}")
    assert found["line"] is None
    assert found["message"] == "there is no page “سانچہ:اندرونی نہیں”, which a template uses"


def test_people_are_shown_the_places(run: Run, article: Article) -> None:
    article.file.write_text("الف\n<ref />\n", encoding="utf-8")
    result = run("preview", "--to", "test")
    assert result.out.splitlines() == [
        "page.wiki:2:1: cite-error-ref-no-key  a footnote has neither text nor name",
        "1 problem",
    ]


def test_open(run: Run, article: Article, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def show(address: str) -> bool:
        opened.append(address)
        return True

    monkeypatch.setattr("webbrowser.open", show)
    assert run("preview", "--to", "test", "--open", "-o", "page.html").code == 0
    assert opened == [(article.folder / "page.html").as_uri()]


def test_wrong_use(run: Run, article: Article) -> None:
    assert run("preview", "--to", "test", "-o", "-").code == 2
    assert run("preview", "--to", "test", "-o", "no/such/folder.html").code == 2
    assert article.history() == []
