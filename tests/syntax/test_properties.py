"""What holds for every text there is."""

from hypothesis import example, given
from hypothesis import strategies as st

from homs_wiki.profile import load_profile
from homs_wiki.syntax import Document, parse

PROFILE = load_profile("en.wikipedia")

TOKENS = [
    "{{", "}}", "{{{", "}}}", "[[", "]]", "-{", "}-", "{", "}", "[", "]", "-", "|", "=", "==",
    "\n", "\n=", "\n==", " ", "\t", "a", "Ab", "حمص", "<!--", "-->", "<!-- c -->", "<ref>",
    "</ref>", "<ref name=x>", "<ref/>", "<REF >", "<gallery>", "</gallery>", "<poem>", "</poem>",
    "<nowiki>", "</nowiki>", "<references>", "</references>", "<includeonly>", "</includeonly>",
    "<noinclude>", "</noinclude>", "<", ">", "/>", "\r", "\u200f", "\U00010400", "''", "'''",
]  # fmt: skip

wikitext = st.lists(st.sampled_from(TOKENS) | st.characters(codec="utf-8"), max_size=60).map(
    "".join
)


def parsed(text: str) -> Document:
    return parse(text, PROFILE)


@given(wikitext | st.text())
@example("")
@example("\x00")
@example("{{a|\n=\n==b==\n}}")
@example("\ud800{{a}}")
def test_nodes_lie_in_the_text_and_give_it_back(text: str) -> None:
    for node in parsed(text).nodes:
        assert 0 <= node.start < node.end <= len(text)
        assert node.text == text[node.start : node.end]


@given(wikitext)
def test_nodes_are_in_order_and_nest(text: str) -> None:
    document = parsed(text)
    nodes = document.nodes
    for index, node in enumerate(nodes):
        assert node.index == index
        assert index < node.after <= len(nodes)
        for inner in nodes[index + 1 : node.after]:
            assert node.start <= inner.start
            assert inner.end <= node.end
        for later in nodes[node.after : node.after + 1]:
            assert later.start >= node.end
        if node.parent >= 0:
            assert nodes[node.parent].index < index < nodes[node.parent].after


@given(wikitext)
def test_name_and_parameters_tile_the_braces(text: str) -> None:
    document = parsed(text)
    for node in (*document.templates, *document.arguments):
        width = 2 if node in document.templates else 3
        assert node.name_span.start == node.start + width
        end = node.name_span.end
        for parameter in node.parameters:
            assert text[end] == "|"
            assert parameter.start == end + 1
            assert parameter.value_span.end == parameter.end
            if parameter.equals is not None:
                assert text[parameter.equals] == "="
            stripped = parameter.stripped_span
            assert text[slice(*stripped)] == parameter.value.strip()
            end = parameter.end
        assert end == node.end - width


@given(wikitext)
def test_extension_tags_hold_their_inside(text: str) -> None:
    for tag in parsed(text).extension_tags:
        if tag.inner_span:
            assert tag.start < tag.inner_span.start <= tag.inner_span.end < tag.end
        for start, end in tag.attribute_spans.values():
            assert tag.start < start <= end <= tag.opening_span.end


@given(wikitext, st.integers(min_value=0, max_value=100))
def test_enclosing_is_the_innermost_node(text: str, offset: int) -> None:
    document = parsed(text)
    around = [node for node in document.nodes if node.start <= offset < node.end]
    assert document.enclosing(offset) is (around[-1] if around else None)
    if around:
        assert [*reversed(around[:-1])] == [*document.ancestors(around[-1])]
