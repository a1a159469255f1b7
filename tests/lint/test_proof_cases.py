"""The fixes of all rules prove themselves: on their own cases, on real pages, on damaged ones."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.lint.fixing import all_rules, fix
from tests.lint.mistakes import with_mistakes
from tests.lint.test_cases import CASES, Case

from homs_wiki.lint.proof import KINDS
from homs_wiki.lint.rule import Rule

ARTICLE = Path(__file__).parents[2] / "article"
UNSAFE = pytest.mark.parametrize("unsafe", [False, True], ids=["safe", "unsafe"])


@pytest.mark.parametrize("rule", all_rules().values(), ids=lambda rule: rule.name)
def test_rule_says_what_it_may_touch_in_known_words(rule: Rule) -> None:
    assert isinstance(rule.touches, frozenset)
    assert rule.touches <= set(KINDS)


@UNSAFE
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_fixes_of_a_case_are_proved(case: Case, unsafe: bool) -> None:
    fix(case.text, case.profile, {case.rule: all_rules()[case.rule]}, unsafe=unsafe)


@UNSAFE
def test_fixes_of_the_article_are_proved(unsafe: bool) -> None:
    for path in ARTICLE.glob("*.wiki"):
        fix(path.read_text(encoding="utf-8"), "ur.wikipedia", all_rules(), unsafe=unsafe)


@UNSAFE
def test_fixes_of_real_pages_are_proved(
    corpus: Callable[[str], list[tuple[str, str, list[dict[str, Any]]]]], unsafe: bool
) -> None:
    for _, text, _ in corpus("wtf"):
        fix(text, "en.wikipedia", all_rules(), unsafe=unsafe)


# Not of the cases: a case more would make other mistakes everywhere.
ENGLISH = """\
{{Short description|Water mill in Hilltown}}
{{Infobox mill
| name     = Old Mill
| image    = Old mill.jpg
| built    = {{start date|1620|5|3}}<ref name="post">{{cite news |last=Miller |first=Ann
  |title=The mill is old |url=https://example.org/mill |date=3 May 1990 |work=Hilltown Post}}</ref>
| location = [[Hilltown]], [[Ash (river)|Ash]]
}}
'''Old Mill''' is a [[water mill|mill]] in [[Hilltown]], built in 1620.<ref name="post" /> It stood
still from 1914–1918, "for want of grain".<ref>{{cite book |last=Khan |title=Mills of the valley
|year=2001 |isbn=978-0-00-000000-2}}, p. 3</ref>{{citation needed|date=May 2020}}

== History ==
[[File:Old mill in spring.jpg|thumb|left|alt=A mill|The mill in ''spring'', with the [[weir]]]]
The first mill burnt down on 3 May 1902, with two houses;<ref name="post" /><ref group="n">Or three:
see [https://example.org/houses the list of houses].</ref> it was ''rebuilt'' by '''Ann Miller'''.

* The old mill
* The ''new'' one, see [[#Today]]
** its weir

=== Fire ===
{| class="wikitable"
! Year !! Fire
|-
| 1902 || the [[barn]]<ref>[https://example.org/fire Fire], 1902.</ref>
|-
| 1903 || none
|}

== Today ==
It is small<small>er</small>, <nowiki>[[not a link]]</nowiki>, 5&nbsp;m high <!-- or 6? -->.<br>See
also https://example.org/today, and <math>a^2</math>.

== References ==
{{reflist|group=n}}
<references />

[[Category:Mills]]
[[Category:Hilltown|Mill]]
"""
URDU = """\
{{مختصر تفصیل|شہر کا قلعہ}}
{{Infobox military conflict
| conflict = قلعے کا محاصرہ
| date     = 5–8 دسمبر 2024ء<ref name="خبر">{{cite news |last=خان |title=محاصرہ ختم ہوا
  |url=https://example.org/news |date=8 دسمبر 2024ء |language=ur}}</ref>
| place    = [[حمص]]، [[شام]]
}}
'''قلعے کا محاصرہ''' دسمبر 2024ء میں ہوا۔<ref name="خبر" /> یہ شہر ({{lang|ar|حمص}}) [[دریا|دریائے
عاصی]] کے کنارے آباد ہے، جہاں "بہت لوگ" رہتے تھے۔<ref>{{cite book |last=ملک |title=شہر کی تاریخ
|year=1990ء}}، ص 5</ref>

== تاریخ ==
[[فائل:قلعہ.jpg|تصغیر|بائیں|قلعہ، [[برج]] سے]]
باغی 5 دسمبر کو شہر میں آئے؛<ref name="خبر" /><ref group="نوٹ">یا 6 دسمبر کو، دیکھیے
[https://example.org/list فہرست]۔</ref> ''فوج'' نکل گئی۔ تین سو، یعنی 300 لوگ گئے۔

* پہلا دن
* دوسرا ''دن''
** شام کو

=== فہرست ===
{| class="wikitable"
! سال !! واقعہ
|-
| 1902ء || [[آگ]]<ref>[https://example.org/fire آگ]، 1902ء۔</ref>
|}

== آج ==
یہ شہر چھوٹا<small>سا</small> ہے، <nowiki>[[ربط نہیں]]</nowiki>، 5&nbsp;میٹر <!-- یا 6؟ -->۔<br>اور
https://example.org/today بھی۔

== حوالہ جات ==
{{حوالہ جات|group=نوٹ}}
<references />

[[زمرہ:قلعے]]
[[زمرہ:حمص|قلعہ]]
"""
PAGES = {"en.wikipedia": ENGLISH, "ur.wikipedia": URDU}
MANY = 150


@pytest.mark.parametrize("wiki", PAGES)
@pytest.mark.parametrize("tens", range(MANY // 10))
def test_fixes_of_damaged_pages_are_proved(wiki: str, tens: int) -> None:
    for seed in range(tens * 10, tens * 10 + 10):
        text = with_mistakes(PAGES[wiki], seed)
        for unsafe in (False, True):
            fix(text, wiki, all_rules(), unsafe=unsafe)
