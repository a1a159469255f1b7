"""A page goes with its last user; what it leaves behind still answers."""

import gc
import weakref

from homs_wiki.lint.discovery import load_rules
from homs_wiki.lint.engine import check
from homs_wiki.page import read_text
from homs_wiki.page.infobox.editing import remove_fields
from homs_wiki.profile import load_profile

_TEXT = """{{Infobox settlement
| name = Riverton
| area = 12
}}
'''Riverton''' is a town.
<ref>{{cite web|title=Towns|url=https://example.org/|date=5 May 2020}}</ref>

== Mill ==
The mill was built in 1820.<ref name="mill">The mill.</ref>
"""


def test_a_checked_page_needs_no_collector_to_go() -> None:
    page = read_text(_TEXT, load_profile("en.wikipedia"))
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        check(page, load_rules(["all"]))
        document = weakref.ref(page.document)
        del page
        assert document() is None
    finally:
        if was_enabled:
            gc.enable()


def test_parts_answer_when_the_page_is_gone() -> None:
    page = read_text(_TEXT, load_profile("en.wikipedia"))
    infobox, references, section = page.infoboxes[0], page.references, page.sections[1]
    field = infobox.fields[1]
    del page
    assert [each.name for each in infobox.fields] == ["name", "area"]
    assert [edit.text for edit in remove_fields(infobox, [field])] == [""]
    assert [reference.text for reference in references.all][1] == "The mill."
    assert section.title == "Mill"
