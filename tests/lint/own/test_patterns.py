"""Rules without code: what a pattern finds in each scope, what it leaves alone, what it writes."""

from collections.abc import Callable
from typing import NamedTuple

import pytest

from homs_wiki.lint.engine import check
from homs_wiki.lint.finding import Severity
from homs_wiki.lint.fixes import Fixer
from homs_wiki.lint.manual import read_manual, rule_page
from homs_wiki.lint.proof import KINDS
from homs_wiki.lint.rule import Rule
from homs_wiki.page import Page, read_text
from homs_wiki.profile import load_profile

Rules = Callable[..., list[Rule]]

PERSON = "{{Infobox person|name=the mill|birth_place=the mill {{flag|the mill}}}}"


class Case(NamedTuple):
    """Settings of a pattern, a page, what is found on it, and the page fixed."""

    settings: str
    page: str
    found: list[str]
    fixed: str | None = None


def mill(*settings: str) -> str:
    return "\n".join(("pattern = 'mill'", *settings))


LEFT_ALONE = {
    "prose leaves out comments, templates, references, headings": Case(
        mill(),
        "== mill ==\na<!-- mill --> {{mill|mill}}<ref>mill</ref> [https://mill.example b]",
        [],
    ),
    "prose leaves out what is in another language": Case(mill(), "a {{lang|ar|mill}} b", []),
    "a match does not cross paragraphs": Case("pattern = 'a\\s+b'", "a\n\nb", []),
    "unless": Case(mill("unless = 'wind[- ]mill|mill owner'"), "wind-mill, mill owner", []),
    "a match that is right already": Case(
        "pattern = '(?i)mill'\nreplacement = 'Mill'", "The Mill [[Mill]]", []
    ),
    "words within words": Case("words = 'mill'", "mills windmill mill's mill_ miٖll", []),
    "words with other letters": Case("words = ['mill', 'شہر']", "Mill MILL شہروں", []),
    "other templates and parameters": Case(
        mill("scope = 'template-parameter'", "template = 'Infobox mill'", "parameter = 'name'"),
        PERSON + "{{infobox mill|names=mill|mill}}",
        [],
    ),
    "parser functions are no templates": Case(
        "pattern = '.+'\nscope = 'template-name'", "{{#if:mill|mill}} {{PAGENAME}}", []
    ),
    "other languages": Case(mill("languages = ['ur', 'ar']"), "mill", []),
    "headings in templates": Case(mill("scope = 'heading'"), "{{a|\n== mill ==\n}}", []),
    "a link's text is none if there is only its target": Case(
        mill("scope = 'link-text'"), "[[mill]] [[Category:A|mill]] [[File:a.jpg|mill]]", []
    ),
}

FOUND = {
    "prose": Case(
        mill("replacement = 'Mill'"),
        "* A mill\n{|\n| mill\n|}\n[[a|mill]]",
        ["mill", "mill", "mill"],
        "* A Mill\n{|\n| Mill\n|}\n[[a|Mill]]",
    ),
    "prose that crosses markup has no fix": Case(
        "pattern = 'old mill'\nreplacement = 'new mill'",
        "the '''old''' mill, old&#32;mill, old mill",
        ["old''' mill", "old&#32;mill", "old mill"],
        "the '''old''' mill, old&#32;mill, new mill",
    ),
    "what leads somewhere has no fix in prose": Case(
        mill("replacement = 'windwheel'"),
        "[[mill]] [[water mill]]s [[a|b]]mill [https://a.example mill] mill",
        ["mill", "mill", "mill", "mill", "mill"],
        "[[mill]] [[water mill]]s [[a|b]]mill [https://a.example windwheel] windwheel",
    ),
    "what touches a link stays in prose": Case(
        "pattern = 'an? '\nreplacement = ''\nunless = '^a '",
        "a [[b]]a c, [[b]] a c, an [[b]], an http://b.example a c",
        ["a ", "a ", "an ", "an ", "a "],
        "a [[b]]a c, [[b]] c, an [[b]], an http://b.example c",
    ),
    "a link keeps a text": Case(
        mill("replacement = ''"), "[[a|mill]] [[b|old mill]]", ["mill"] * 2, "[[a|mill]] [[b|old ]]"
    ),
    "prose may get markup": Case(
        "pattern = '“(.+?)”'\nreplacement = '{{quote|\\1}}'",
        "He said “no” twice.",
        ["“no”"],
        "He said {{quote|no}} twice.",
    ),
    "the ends of a paragraph": Case("pattern = '^mill|mill$'", "mill mill mill", ["mill", "mill"]),
    "lines": Case(
        "pattern = '^mill'\nflags = 'multi-line'\nscope = 'text'", "mill\nmill mill", ["mill"] * 2
    ),
    "capitals": Case(mill("flags = ['ignore-case']"), "Mill MILL", ["Mill", "MILL"]),
    "everything": Case(
        "pattern = '\\{\\{old\\}\\}'\nreplacement = ''\nscope = 'text'",
        "a{{old}}<!-- {{old}} -->",
        ["{{old}}", "{{old}}"],
        "a<!--  -->",
    ),
    "groups": Case(
        "pattern = '(?P<first>\\w+), (\\w+)'\nreplacement = '\\2 \\g<first>\\g<0>\\\\'",
        "Mill, Jane",
        ["Mill, Jane"],
    ),
    "template names": Case(
        "pattern = '^Old (.+)$'\nreplacement = 'New \\1'\nscope = 'template-name'",
        "{{Old mill|Old mill}} {{ Old wheel\n|a}}",
        ["Old mill", "Old wheel"],
        "{{New mill|Old mill}} {{ New wheel\n|a}}",
    ),
    "values of parameters, each once": Case(
        mill("scope = 'template-parameter'", "replacement = 'Mill'"),
        PERSON + "{{a|mill|1=mill}}",
        ["mill"] * 5,
        PERSON.replace("mill", "Mill") + "{{a|Mill|1=Mill}}",
    ),
    "values of a parameter of a template under any of its spellings": Case(
        mill(
            "scope = 'template-parameter'",
            "template = ['infobox_person']",
            "parameter = ['birth_place', 'death_place']",
        ),
        PERSON,
        ["mill", "mill"],
    ),
    "a template in a value": Case(
        "pattern = '\\{\\{flag\\|(.+?)\\}\\}'\nreplacement = '\\1'\nscope = 'template-parameter'\n"
        "parameter = 'birth_place'",
        PERSON,
        ["{{flag|the mill}}"],
        "{{Infobox person|name=the mill|birth_place=the mill the mill}}",
    ),
    "citations by the canonical names of their parameters": Case(
        "pattern = '^http:'\nreplacement = 'https:'\nscope = 'citation-parameter'\n"
        "parameter = ['url', 'work']",
        "<ref>{{cite web|url=http://a.example|website=http:|title=http: a}}</ref>",
        ["http:", "http:"],
        "<ref>{{cite web|url=https://a.example|website=https:|title=http: a}}</ref>",
    ),
    "targets of links": Case(
        "pattern = '^mill$'\nreplacement = 'Mill'\nscope = 'link-target'",
        "[[mill]] [[ mill |mill]] [[windmill]] mill",
        ["mill", "mill"],
        "[[Mill]] [[ Mill |mill]] [[windmill]] mill",
    ),
    "texts of links": Case(
        mill("scope = 'link-text'", "replacement = 'Mill'"),
        "[[mill]] [[mill|the mill]]",
        ["mill"],
        "[[mill]] [[mill|the Mill]]",
    ),
    "headings": Case(
        mill("scope = 'heading'", "replacement = 'Mill'"),
        "mill\n== The mill ==\nmill\n=mill=",
        ["mill", "mill"],
        "mill\n== The Mill ==\nmill\n=Mill=",
    ),
    "references": Case(
        "pattern = '^See '\nreplacement = ''\nscope = 'reference'",
        "See a<ref>See b</ref><ref name=c/><ref name=d> See [[e]]</ref>",
        ["See ", "See "],
        "See a<ref>b</ref><ref name=c/><ref name=d> [[e]]</ref>",
    ),
    "categories without their namespace": Case(
        "pattern = '^Mills'\nreplacement = 'Old mills'\nscope = 'category'",
        "[[Category:Mills in A|Mills]] [[category: Mills]] [[:Category:Mills]]",
        ["Mills", "Mills"],
        "[[Category:Old mills in A|Mills]] [[category: Old mills]] [[:Category:Mills]]",
    ),
    "names of files": Case(
        "pattern = '^mill'\nreplacement = 'Mill'\nscope = 'file-name'",
        "[[File:mill.jpg|mill]]<gallery>\nmill 2.jpg|mill\nFile:mill 3.jpg\n</gallery>",
        ["mill", "mill", "mill"],
        "[[File:Mill.jpg|mill]]<gallery>\nMill 2.jpg|mill\nFile:Mill 3.jpg\n</gallery>",
    ),
    "comments": Case(
        mill("scope = 'comment'", "replacement = 'Mill'"),
        "mill<!-- mill --><!--mill-->",
        ["mill", "mill"],
        "mill<!-- Mill --><!--Mill-->",
    ),
    "addresses": Case(
        "pattern = '^http://mill'\nreplacement = 'https://mill'\nscope = 'external-link'",
        "http://mill.example [http://mill.example/a http://mill]",
        ["http://mill", "http://mill"],
        "https://mill.example [https://mill.example/a http://mill]",
    ),
    "words of any script": Case(
        "words = ['mill', 'شہر', '北京', 'don’t', 'मिल']",
        "Mill, mill. شہر۔ 我在北京住 I don’t मिल",
        ["mill", "شہر", "北京", "don’t", "मिल"],
    ),
    "words with signs": Case(
        "words = ['C++', '.NET', 'e.g.', 'twenty-one']",
        "C++, in .NET; e.g. twenty-one",
        ["C++", ".NET", "e.g.", "twenty-one"],
    ),
    "several words, the longer first": Case(
        "words = ['in order', 'in order to', 'order']\nflags = 'ignore-case'",
        "In  order\nto order in orders; in order",
        ["In  order\nto", "order", "in order"],
    ),
    "words to remove": Case(
        "words = ['very ']\nreplacement = ''", "a very old mill", ["very"], "a  old mill"
    ),
    "unless around some": Case(
        mill("unless = 'wind mill'"), "mill wind mill mill wind mill", ["mill", "mill"]
    ),
    "the languages of the wiki": Case(mill("languages = 'en'"), "mill", ["mill"]),
    "at the ends of the page": Case(mill("scope = 'text'"), "mill", ["mill"]),
}


def rule_of(rules: Rules, settings: str) -> Rule:
    if "message" not in settings:
        settings += "\nmessage = 'there is {match}'"
    [rule] = rules(f"[[lint.patterns]]\nname = 'found'\n{settings}")
    return rule


def on(text: str) -> Page:
    return read_text(text, load_profile("en.wikipedia"))


@pytest.mark.parametrize("case", LEFT_ALONE.values(), ids=LEFT_ALONE)
def test_left_alone(rules: Rules, case: Case) -> None:
    assert check(on(case.page), [rule_of(rules, case.settings)]).findings == []


@pytest.mark.parametrize("case", FOUND.values(), ids=FOUND)
def test_found(rules: Rules, case: Case) -> None:
    rule = rule_of(rules, case.settings)
    page = on(case.page)
    report = check(page, [rule])
    assert not report.crashes
    assert [case.page[each.start : each.end] for each in report.findings] == case.found
    assert len({each[:2] for each in report.findings}) == len(case.found)
    if case.fixed is not None:
        fixer = Fixer(on, lambda page: check(page, [rule]).findings, lambda _: rule.touches)
        mended = fixer.settle(page, unsafe=True)
        assert not mended.defects
        assert mended.page.text == case.fixed


def test_a_fix_is_safe_only_if_the_settings_say_so(rules: Rules) -> None:
    for safe in (False, True):
        settings = mill(f"safe = {str(safe).lower()}", "replacement = ''")
        [finding] = check(on("a mill"), [rule_of(rules, settings)]).findings
        assert finding.fix is not None
        assert finding.fix.safe is safe
        assert finding.fix.description == "Remove “mill”"


def test_a_fix_that_breaks_markup_is_undone(rules: Rules) -> None:
    rule = rule_of(rules, mill("replacement = 'a|b'", "scope = 'template-parameter'"))
    page = on("{{a|mill}}")
    fixer = Fixer(on, lambda page: check(page, [rule]).findings, lambda _: rule.touches)
    mended = fixer.settle(page, unsafe=True)
    assert mended.page.text == page.text
    assert [defect.rule for defect in mended.defects] == ["found"]


def test_a_fix_of_the_whole_text_may_touch_everything(rules: Rules) -> None:
    assert rule_of(rules, mill("scope = 'text'")).touches == {*KINDS}
    assert rule_of(rules, mill()).touches == frozenset()


def test_the_message_has_groups_and_is_cut(rules: Rules) -> None:
    settings = (
        "pattern = '(?P<before>x)?(?P<rest>mill\\w*)'\nmessage = '{match}, {before}: {rest} {{}}'"
    )
    rule = rule_of(rules, settings)
    [short, long] = check(on("xmills. mill" + "l" * 1000), [rule]).findings
    assert short.message == "xmills, x: mills {}"
    assert long.message.startswith("milll")
    assert len(long.message) < 200


def test_a_pattern_is_a_rule_like_others(rules: Rules) -> None:
    rule = rule_of(rules, mill("severity = 'error'", "description = 'A mill\\n\\n## Why\\nb'"))
    assert (rule.name, rule.family, rule.severity) == ("found", "own", Severity.ERROR)
    assert rule.number("time-limit") == 1000
    assert read_manual(rule).summary
    assert "`mill`" in rule_page(rule)


def test_words_that_are_accepted(rules: Rules) -> None:
    rule = rule_of(rules, "words = ['mill', 'wheel']")
    accepting = type(rule)({"accept": ("mill",)})
    findings = check(on("mill wheel"), [accepting]).findings
    assert [finding.values["match"] for finding in findings] == ["wheel"]
