import subprocess
import sys

from homs_wiki.profile import cldr


def test_what_no_file_says() -> None:
    assert cldr.direction("he") == "rtl"
    assert cldr.direction("sv") == "ltr"
    assert cldr.language_name("sv") == "Swedish"
    assert cldr.list_pattern("sv") == (", ", " och ")
    assert cldr.number_symbols("sv") == (",", "\u00a0")


def test_an_unknown_code_gives_nothing() -> None:
    for code in ("xx", "", "not a code", "\x00"):
        assert cldr.direction(code) is None
        assert cldr.language_name(code) is None
        assert cldr.list_pattern(code) is None
        assert cldr.number_symbols(code) is None


def test_a_profile_needs_neither_babel_nor_anything_heavy() -> None:
    code = (
        "import sys; from homs_wiki.profile import load_profile as l; p = l('ur');"
        "p.concept('x'), p.citation_kind('x'), p.parser_function('x');"
        "print(*{'babel', 'dataclasses', 'inspect', 'mwparserfromhell'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
