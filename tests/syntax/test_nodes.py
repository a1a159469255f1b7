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


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("{{a}}", []),
        ("{{a|x}}", []),
        ("{{a|x=1|y=2}}", [("X", "1")]),
        ("{{a|y=2| x = 1 \n}}", [("X", " 1 \n")]),
        ("{{a|x=1|x=2}}", [("X", "1"), ("X", "2")]),
        ("{{a|x={{b|x=3}}|y}}", [("X", "{{b|x=3}}")]),
        ("{{a|x=[[b|c]]|z}}", [("X", "[[b|c]]")]),
        ("{{{a|x=1}}}", [("X", "1")]),
        ("{{a|" + "x" * 1000 + "=1}}", []),
    ],
    ids=[
        "no parameters", "a positional one", "one of two", "white space", "twice", "a template",
        "a link", "an argument", "a very long name",
    ],
)  # fmt: skip
def test_values_of_wanted_parameters(text: str, values: list[tuple[str, str]]) -> None:
    names = {"x": "X", " x ": "X", "y": None, "x" * 1000: "X"}
    document = parse(text, PROFILE)
    node = [*document.templates, *document.arguments][0]
    found = node.values_of(names)
    assert [(name, text[start:end]) for name, start, end in found] == values


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("{{a|b-c=1|-d=2|e-=3}}", ["b-c", "-d", "e-"]),
        ("{{a|b-{c|d=e}-=1}}", ["b-{c|d=e}-"]),
        ("{{a|b{c}=1|d}e=2}}", ["b{c}", "d}e"]),
        ("{{a|[b]=1|c\n=2}}", ["[b]", "c"]),
        ("{{a|b<c=1|<nowiki>=</nowiki>d=2}}", ["b<c", "<nowiki>=</nowiki>d"]),
        ("{{a|[[b=c]]=1}}", ["[[b=c]]"]),
        ("{{a|{{b|c=d}}=1}}", ["{{b|c=d}}"]),
        ("{{a|=1|b==2}}", ["", "b"]),
    ],
    ids=[
        "dashes", "language variants", "braces", "brackets", "tags", "links", "templates",
        "no name, and two marks",
    ],
)  # fmt: skip
def test_names_of_parameters(text: str, names: list[str]) -> None:
    assert [each.name for each in parse(text, PROFILE).templates[0].parameters] == names


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
