"""Pages that do not let themselves be edited by programs."""

import pytest

from homs_wiki import page, syntax
from homs_wiki.lint.exclusion import edit_allowed
from homs_wiki.profile import load_profile


def refuses(text: str, user: str | None = "ExampleBot", wiki: str = "en.wikipedia") -> bool:
    return edit_allowed(page.read(syntax.parse(text, load_profile(wiki))), user) is not None


ALLOWED = {
    "no template": "A [[page]] about {{lang|de|Bots}}.",
    "bots alone lets all in": "{{bots}}",
    "all are allowed": "{{bots|allow=all}}",
    "it is allowed by name": "{{Bots|allow=OtherBot, ExampleBot}}",
    "names are compared without case, and _ is a space": "{{bots|allow=EXAMPLEBOT}}",
    "nobody is denied": "{{bots|deny=none}}",
    "others are denied": "{{bots|deny=OtherBot,ExampleBot2}}",
    "an empty list denies nobody": "{{bots|deny=}}",
    "messages of a kind are not wanted": "{{bots|optout=nosource}}",
    "nobots lets it in": "{{nobots|allow=ExampleBot}}",
    "nobots for another": "{{nobots|deny=OtherBot}}",
    "in a comment": "<!-- {{nobots}} -->",
    "in nowiki": "<nowiki>{{nobots}}</nowiki>",
}

REFUSED = {
    "nobots": "A page. {{nobots}}",
    "with a namespace": "{{Template:NoBots}} {{Template:nobots}}",
    "nobody is allowed": "{{bots|allow=none}}",
    "others are allowed": "{{bots|allow=OtherBot}}",
    "all are denied": "{{bots|deny=all}}",
    "it is denied by name": "{{bots | deny = OtherBot , Example Bot,exampleBot }}",
    "no message is wanted": "{{bots|optout=all}}",
    "inside another template": "{{User box|{{nobots}}}}",
    "the second template": "{{bots|deny=OtherBot}} {{nobots}}",
    "in use": "{{in use|10 minutes}}",
    "under construction": "{{Under construction}}",
}


@pytest.mark.parametrize("text", ALLOWED.values(), ids=ALLOWED)
def test_allowed(text: str) -> None:
    assert not refuses(text)


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED)
def test_refused(text: str) -> None:
    assert refuses(text)


def test_who_is_not_known_is_let_in_by_no_list() -> None:
    assert refuses("{{bots|allow=ExampleBot}}", None)
    assert not refuses("{{bots|allow=all}}", None)
    assert not refuses("{{bots|deny=ExampleBot}}", None)


def test_names_of_the_wiki() -> None:
    assert refuses("{{زیر ترمیم}}", wiki="ur.wikipedia")
    assert refuses("{{زیر تعمیر}}", wiki="ur.wikipedia")


def test_the_refusal_says_where_and_why() -> None:
    refusal = edit_allowed(page.read(syntax.parse("A {{nobots}}", load_profile("en.wikipedia"))))
    assert refusal
    assert refusal.span == (2, 12)
    assert refusal.reason == "the page asks bots not to edit it"
