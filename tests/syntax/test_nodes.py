import pytest

from homs_wiki.profile import load_profile
from homs_wiki.syntax import parse

PROFILE = load_profile("en.wikipedia")


@pytest.mark.parametrize(
    ("tag", "attributes"),
    [
        ("<ref />", {}),
        ('<ref name="a" />', {"name": "a"}),
        ("<ref name='a b'/>", {"name": "a b"}),
        ("<ref name=a/>", {"name": "a"}),
        ("<ref name=a>x</ref>", {"name": "a"}),
        ('<ref NAME = "a"\n group=b>x</ref>', {"name": "a", "group": "b"}),
        ('<ref name="a" name="b">x</ref>', {"name": "b"}),
        ('<ref name="a&amp;b&#39;c">x</ref>', {"name": "a&b'c"}),
        ('<ref name="حمص" follow>x</ref>', {"name": "حمص", "follow": ""}),
        ("<ref name=>x</ref>", {"name": ""}),
        ('<ref name="a>x</ref>', {"name": "a"}),
    ],
)
def test_attributes(tag: str, attributes: dict[str, str]) -> None:
    (node,) = parse(tag, PROFILE).extension_tags
    assert node.attributes == attributes


def test_attribute_spans_are_those_of_the_values() -> None:
    text = 'x <ref name = "a b" group=c />'
    (node,) = parse(text, PROFILE).extension_tags
    spans = {name: text[slice(*span)] for name, span in node.attribute_spans.items()}
    assert spans == {"name": "a b", "group": "c"}


def test_the_last_parameter_of_a_name_wins() -> None:
    (template,) = parse("{{a|b=1|2=x|y|z| b = 3 |n}}", PROFILE).templates
    assert [part.name for part in template.parameters] == ["b", "2", "1", "2", "b", "3"]
    b, two = template.get("b"), template.get("2")
    assert b
    assert two
    assert b.value == " 3 "
    assert two.value == "z"
    assert template.get("c") is None


def test_templates_nested_deeper_than_any_stack() -> None:
    depth = 50_000
    document = parse("{{a|" * depth + "}}" * depth, PROFILE)
    assert len(document.templates) == depth
    assert len([*document.ancestors(document.nodes[-1])]) == depth - 1
    assert document.nodes[0].after == depth


@pytest.mark.parametrize(
    ("text", "written"),
    [("{{ a_b |c}}", " a_b "), ("{{a<!-- b -->}}", "a<!-- b -->"), ("{{" + "a" * 1000 + "}}", "")],
    ids=["as it stands", "with a comment", "too long for a title"],
)
def test_written_name_of_a_template(text: str, written: str) -> None:
    assert parse(text, load_profile("en.wikipedia")).templates[0].written_name == written
