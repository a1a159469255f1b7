"""Behaviour switches, signatures, redirects, parser functions."""

import pytest

from homs_wiki.profile import load_profile
from homs_wiki.syntax import Document, parse


def document(text: str, profile: str = "en.wikipedia") -> Document:
    return parse(text, load_profile(profile))


@pytest.mark.parametrize(
    ("text", "profile", "names"),
    [
        ("a __NOTOC__ b", "en.wikipedia", ["notoc"]),
        ("a__notoc__b __Toc__", "en.wikipedia", ["notoc", "toc"]),
        ("__NOINDEX__ __noindex__", "en.wikipedia", ["noindex"]),
        ("__NOTOC____TOC__ ___NOTOC___", "en.wikipedia", ["notoc", "toc", "notoc"]),
        ("{{a|__NOTOC__}}<ref>__TOC__</ref>", "en.wikipedia", ["notoc", "toc"]),
        ("<nowiki>__NOTOC__</nowiki><!-- __TOC__ --> __A__ _NOTOC_", "en.wikipedia", []),
        ("__فہرست_نہیں__ __NOTOC__", "ur.wikipedia", ["notoc", "notoc"]),
        ("__فہرست_نہیں__", "en.wikipedia", []),
    ],
)
def test_switches(text: str, profile: str, names: list[str]) -> None:
    found = document(text, profile).switches
    assert [switch.name for switch in found] == names
    assert all(text[slice(*switch.span)] == switch.text for switch in found)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("a ~~~~", ["name and date"]),
        ("~~~ ~~~~~", ["name", "date"]),
        ("~~~~~~~~", ["date", "name"]),
        ("~~ <nowiki>~~~~</nowiki> <!-- ~~~~ -->", []),
        ("{{a|~~~~}}", ["name and date"]),
    ],
)
def test_signatures(text: str, kinds: list[str]) -> None:
    assert [signature.kind for signature in document(text).signatures] == kinds


@pytest.mark.parametrize(
    ("text", "profile", "title"),
    [
        ("#REDIRECT [[old bridge]]", "en.wikipedia", "Old bridge"),
        ("\n #redirect: [[a|b]] c", "en.wikipedia", "A"),
        ("#REDIRECT[[a#b]]", "en.wikipedia", "A"),
        ("#REDIRECT\n[[a%20b]]", "en.wikipedia", "A b"),
        ("#رجوع_مکرر [[حمص]]", "ur.wikipedia", "حمص"),
        ("#REDIRECT [[حمص]]", "ur.wikipedia", "حمص"),
    ],
)
def test_redirect(text: str, profile: str, title: str) -> None:
    redirect = document(text, profile).redirect
    assert redirect is not None
    assert redirect.title == title
    assert text[slice(*redirect.span)].startswith("#")
    assert text[slice(*redirect.span)].endswith("]]")


def test_target_of_a_redirect() -> None:
    redirect = document("#REDIRECT [[Talk:a#b]]").redirect
    assert redirect is not None
    assert (redirect.namespace, redirect.title, redirect.fragment) == (1, "A", "b")
    assert redirect.target == "Talk:a#b"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a #REDIRECT [[b]]",
        "<!-- a -->#REDIRECT [[b]]",
        "#REDIRECT [[a]",
        "#REDIRECT a [[b]]",
        "#REDIRECT [[{{a}}]]",
        "#REDIRECT [[]]",
        "#رجوع_مکرر [[a]]",
    ],
)
def test_no_redirect(text: str) -> None:
    assert document(text).redirect is None


@pytest.mark.parametrize(
    ("text", "profile", "functions", "transclusions"),
    [
        ("{{#if:a|b}}{{PAGENAME}}{{a}}", "en.wikipedia", ["#if:a", "PAGENAME"], ["a"]),
        ("{{DEFAULTSORT:a}}{{pagename}}", "en.wikipedia", ["DEFAULTSORT:a"], ["pagename"]),
        ("{{subst:#if:a}}{{subst:a}}", "en.wikipedia", ["subst:#if:a"], ["subst:a"]),
        ("{{ #if: a | {{b}} }}", "en.wikipedia", ["#if: a"], ["b"]),
        ("{{formatnum:1}}{{formatnum}}", "en.wikipedia", ["formatnum:1"], ["formatnum"]),
        ("{{#اگر:ا|ب}}{{نام_صفحہ}}{{ا}}", "ur.wikipedia", ["#اگر:ا", "نام صفحہ"], ["ا"]),
    ],
)
def test_parser_functions(
    text: str, profile: str, functions: list[str], transclusions: list[str]
) -> None:
    page = document(text, profile)
    assert [template.name for template in page.parser_functions] == functions
    assert [template.name for template in page.transclusions] == transclusions
