"""What is reported for edits as people make them; first what must be left alone."""

import pytest

from homs_wiki.diff.text import RowKind, TextDiff, compare_texts

MILL = "The mill on the lower river was built by two brothers who had come from the coast."
FERRY = "A ferry crossed the strait twice a day until the long bridge was opened to traffic."
HERON = "Herons nest in the reeds each spring, and the warden counts them from a wooden tower."
SALT = "Salt was carried over the pass on mules, a journey of six days in good weather."
CITE = "{{cite web |title=The old weir |url=https://example.org/weir |date=2012-03-04 |work=Post}}"


def words(old: str, new: str) -> list[tuple[str, str]]:
    """Return what changed inside rows and moved blocks."""
    diff = compare_texts(old, new)
    lists = [row.words for row in diff.rows] + [move.words for move in diff.moves]
    return [(old[slice(*a)], new[slice(*b)]) for changes in lists for a, b in changes]


def moved(diff: TextDiff) -> list[tuple[str, str]]:
    return [(diff.old[slice(*move.old)], diff.new[slice(*move.new)]) for move in diff.moves]


def kinds(diff: TextDiff) -> list[RowKind]:
    return [row.kind for row in diff.rows]


EQUAL, CHANGED, REMOVED, ADDED = RowKind.EQUAL, RowKind.CHANGED, RowKind.REMOVED, RowKind.ADDED


def test_equal_texts_are_one_row() -> None:
    assert kinds(compare_texts(MILL, MILL)) == [EQUAL]
    assert compare_texts("", "").rows == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param(f"{MILL}\n", f"{SALT}\n", id="one paragraph for another"),
        pytest.param("a\n}}\nb\nc\n", "a\nb\nc\n}}\n", id="brackets"),
        pytest.param("a\n|-\nb\nc\n", "a\nb\nc\n|-\n", id="bar of a table"),
        pytest.param("a\n\nb\nc\n", "a\nb\nc\n\n", id="blank line"),
        pytest.param(
            f"== References ==\n{{{{reflist}}}}\n\n{MILL}\n",
            f"{SALT}\n\n== References ==\n{{{{reflist}}}}\n",
            id="lines that every page has",
        ),
        pytest.param(
            f"[[Category:Rivers of the north]]\n{MILL}\n{FERRY}\n",
            f"{SALT}\n{HERON}\n[[Category:Rivers of the north]]\n",
            id="one category of two unrelated pages",
        ),
    ],
)
def test_is_no_move(old: str, new: str) -> None:
    assert moved(compare_texts(old, new)) == []


@pytest.mark.parametrize(
    ("old", "new", "changes"),
    [
        pytest.param("The red car left.", "The blue car left.", [("red", "blue")], id="word"),
        pytest.param("The red car.", "The blue bus.", [("red car", "blue bus")], id="two words"),
        pytest.param("She didn't go.", "She doesn't go.", [("didn't", "doesn't")], id="apostrophe"),
        pytest.param("With 1,204 men.", "With 1,304 men.", [("1,204", "1,304")], id="number"),
        pytest.param(
            f"{MILL} {FERRY}", f"{MILL} {SALT} {FERRY}", [("", f"{SALT} ")], id="sentence put in"
        ),
        pytest.param(
            "A tower. The hall. The end.",
            "A tower. The old gate. The hall. The end.",
            [("", "The old gate. ")],
            id="sentence that begins as the next",
        ),
        pytest.param(f"{MILL}  {FERRY}", f"{MILL} {FERRY}", [(" ", "")], id="white space"),
        pytest.param(
            "One two.  Three four.",
            "One two. Three five.",
            [(" ", ""), ("four", "five")],
            id="white space apart from words",
        ),
        pytest.param(
            "Built on 4 May 1902 by him.", "Built on 5 May 1902 by him.", [("4", "5")], id="day"
        ),
        pytest.param(
            "Built on 4 May 1902 by him.",
            "Built on 4 July 1911 by him.",
            [("4 May 1902", "4 July 1911")],
            id="date replaced whole",
        ),
        pytest.param(
            "It lies near [[Ashford]] now.",
            "It lies near [[Brixham]] now.",
            [("[[Ashford]]", "[[Brixham]]")],
            id="link replaced whole",
        ),
        pytest.param(
            "It lies near [[Ashford (town)|the town]].",
            "It lies near [[Brixham (town)|the town]].",
            [("Ashford", "Brixham")],
            id="target of a link",
        ),
        pytest.param("An [[oak]] fell.", "An oak fell.", [("[[", ""), ("]]", "")], id="unlinked"),
        pytest.param(
            f"A.{CITE}",
            f"A.{CITE}".replace("04", "05"),
            [("2012-03-04", "2012-03-05")],
            id="one parameter",
        ),
        pytest.param(
            f"{MILL}<ref>{CITE}</ref> {SALT}",
            f"{MILL}<ref>{{{{cite book |last=Orne |title=Sluices |year=1988}}}}</ref> {SALT}",
            [
                (
                    f"<ref>{CITE}</ref>",
                    "<ref>{{cite book |last=Orne |title=Sluices |year=1988}}</ref>",
                )
            ],
            id="reference replaced whole",
        ),
        pytest.param(
            f"It held.<ref>{CITE}</ref> Then not.",
            "It held. Then not.",
            [(f"<ref>{CITE}</ref>", "")],
            id="reference taken out",
        ),
        pytest.param(
            'Text.<ref name="Orne 1988 p. 3" /> More.',
            'Text.<ref name="Hall 2001 p. 4" /> More.',
            [("Orne 1988 p. 3", "Hall 2001 p. 4")],
            id="name of a reference",
        ),
        pytest.param(
            "{{cite web|title=A b|url=https://example.org/a}}",
            "{{cite web|title=A b|year=1990|url=https://example.org/a}}",
            [("", "|year=1990")],
            id="parameter put in",
        ),
        pytest.param("یہ ایک گاؤں ہے۔", "یہ ایک قصبہ ہے۔", [("گاؤں", "قصبہ")], id="Urdu"),
        pytest.param("رقبہ ۱۲٫۵ میل", "رقبہ ۱۳٫۵ میل", [("۱۲٫۵", "۱۳٫۵")], id="Urdu number"),
        pytest.param("كَتَبَ الوَلَدُ", "كَتَبَ الوَلَدَ", [("الوَلَدُ", "الوَلَدَ")], id="Arabic vowel signs"),
        pytest.param(
            "او می\u200cرود.", "او نمی\u200cرود.", [("می\u200cرود", "نمی\u200cرود")], id="joiner"
        ),
        pytest.param("नदी में पानी है।", "नदी में रेत है।", [("पानी", "रेत")], id="Devanagari"),
        pytest.param("这里有三座桥。", "这里有五座桥。", [("三", "五")], id="Chinese"),
        pytest.param("橋は三つある。", "橋は五つある。", [("三", "五")], id="Japanese"),
        pytest.param("x", "x\n", [("", "\n")], id="final line end"),
    ],
)
def test_words(old: str, new: str, changes: list[tuple[str, str]]) -> None:
    assert words(old, new) == changes
    assert words(new, old) == [(after, before) for before, after in changes]


@pytest.mark.parametrize(
    ("old", "new", "moves"),
    [
        pytest.param(
            f"{MILL}\n\n{FERRY}\n\n{HERON}\n",
            f"{FERRY}\n\n{HERON}\n\n{MILL}\n",
            [(MILL, MILL)],
            id="paragraph",
        ),
        pytest.param(
            f"{MILL}\n\n{FERRY}\n\n{HERON}\n\n{SALT}\n",
            f"{HERON}\n\n{MILL.replace('two', 'three')}\n\n{FERRY}\n\n{SALT}\n",
            [(HERON, HERON)],
            id="paragraph past one that was edited",
        ),
        pytest.param(
            f"{MILL}\n\n{FERRY}\n\n{HERON}\n\n{SALT}\n",
            f"{FERRY}\n\n{HERON}\n\n{SALT}\n\n{MILL.replace('lower', 'upper')}\n",
            [(MILL, MILL.replace("lower", "upper"))],
            id="paragraph, edited on the way",
        ),
        pytest.param(
            f"Lead.\n\n== Mill ==\n{MILL}\n\n{SALT}\n\n== Ferry ==\n{FERRY}\n\n"
            f"== Birds ==\n{HERON}\n"
            f"{HERON[::-1]}\n",
            f"Lead.\n\n== Ferry ==\n{FERRY}\n\n== Birds ==\n{HERON}\n{HERON[::-1]}\n\n"
            f"== Mill ==\n{MILL.replace('lower', 'upper')}\n\n{SALT}\n",
            [
                (
                    f"== Mill ==\n{MILL}\n\n{SALT}",
                    f"== Mill ==\n{MILL.replace('lower', 'upper')}\n\n{SALT}",
                )
            ],
            id="section with an edit is one move",
        ),
        pytest.param(
            f"* {MILL}\n* {FERRY}\n* {HERON}\n",
            f"* {HERON}\n* {MILL}\n* {FERRY}\n",
            [(f"* {HERON}", f"* {HERON}")],
            id="list item",
        ),
        pytest.param(
            f"{MILL}\n\n{FERRY}",
            f"{FERRY}\n\n{MILL}",
            [(FERRY, FERRY)],
            id="last line without line end",
        ),
        pytest.param(
            "این گاؤں کی چکی دریا کے کنارے دو بھائیوں نے بنائی تھی۔\n\n"
            "کشتی دن میں دو بار چلتی تھی۔\n"
            "پل بننے کے بعد یہ راستہ بند ہو گیا۔\n",
            "کشتی دن میں دو بار چلتی تھی۔\nپل بننے کے بعد یہ راستہ بند ہو گیا۔\n\n"
            "این گاؤں کی چکی دریا کے کنارے تین بھائیوں نے بنائی تھی۔\n",
            [
                (
                    "این گاؤں کی چکی دریا کے کنارے دو بھائیوں نے بنائی تھی۔",
                    "این گاؤں کی چکی دریا کے کنارے تین بھائیوں نے بنائی تھی۔",
                )
            ],
            id="Urdu, edited",
        ),
    ],
)
def test_moves(old: str, new: str, moves: list[tuple[str, str]]) -> None:
    found = moved(compare_texts(old, new))
    assert [(before.strip(), after.strip()) for before, after in found] == moves


def test_only_what_was_edited_is_marked_in_a_moved_block() -> None:
    old = f"{MILL}\n\n{FERRY}\n\n{HERON}\n\n{SALT}\n"
    new = f"{FERRY}\n\n{HERON}\n\n{SALT}\n\n{MILL.replace('lower', 'upper')}\n"
    assert words(old, new) == [("lower", "upper")]


@pytest.mark.parametrize(
    ("old", "new", "changes"),
    [
        pytest.param(f"{MILL} {FERRY}\n", f"{MILL}\n\n{FERRY}\n", [(" ", "\n\n")], id="split"),
        pytest.param(
            f"{MILL} {FERRY} {SALT}\n",
            f"{MILL}\n\n{FERRY}\n\n{SALT}\n",
            [(" ", "\n\n"), (" ", "\n\n")],
            id="in three",
        ),
        pytest.param(
            f"{HERON}\n\n{MILL} {FERRY}\n\n{SALT}\n",
            f"{HERON}\n\n{MILL}\n\n{FERRY.replace('twice', 'once')}\n\n{SALT}\n",
            [(" ", "\n\n"), ("twice", "once")],
            id="split and edited",
        ),
        pytest.param(
            "Lead.\n\n{{Infobox town|name=Weir|people=1204}}\nThe end.\n",
            "Lead.\n\n{{Infobox town\n|name=Weir\n|people=1204\n}}\nThe end.\n",
            [("", "\n"), ("", "\n"), ("", "\n")],
            id="template on lines of its own",
        ),
    ],
)
def test_split_and_joined(old: str, new: str, changes: list[tuple[str, str]]) -> None:
    assert kinds(compare_texts(old, new)).count(CHANGED) == 1
    assert words(old, new) == changes
    assert words(new, old) == [(after, before) for before, after in changes]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(
            "{{Box\n| a = 1\n| b = 2\n| c = 3\n}}\n",
            "{{Box\n| a = 1\n| c = 4\n| d = 2\n}}\n",
            [EQUAL, REMOVED, CHANGED, ADDED, EQUAL],
            id="a parameter is the one of its name",
        ),
        pytest.param(
            "== Life ==\nText.\n", "== Youth ==\nText.\n", [CHANGED, EQUAL], id="heading renamed"
        ),
        pytest.param(
            f"== A river ==\n{MILL}\n\n== C delta ==\n{FERRY}\n",
            f"== A river ==\n{MILL}\n\n== B brook ==\n{HERON}\n\n== C delta ==\n{FERRY}\n",
            [EQUAL, ADDED, EQUAL],
            id="section put in",
        ),
        pytest.param(
            "{|\n|-\n| a1 || b1\n|-\n| a2 || b2\n|}\n",
            "{|\n|-\n| a1 || b1\n|-\n| new || row\n|-\n| a2 || b2\n|}\n",
            [EQUAL, ADDED, EQUAL],
            id="row of a table put in",
        ),
        pytest.param(f"{MILL}\n", f"{SALT}\n", [REMOVED, ADDED], id="paragraph replaced"),
        pytest.param(
            f"{MILL}\n\n{FERRY}\n",
            f"{MILL.replace('two', 'six')}\n\n{FERRY.replace('long', 'new')}\n",
            [CHANGED, EQUAL, CHANGED],
            id="blank line between two changes",
        ),
    ],
)
def test_rows(old: str, new: str, expected: list[RowKind]) -> None:
    assert kinds(compare_texts(old, new)) == expected


def test_a_section_put_in_begins_at_its_heading() -> None:
    old = f"== A river ==\n{MILL}\n\n== C delta ==\n{FERRY}\n"
    diff = compare_texts(old, old.replace("== C", f"== B brook ==\n{HERON}\n\n== C"))
    (row,) = (row for row in diff.rows if row.kind is ADDED)
    assert diff.new[slice(*row.new)] == f"== B brook ==\n{HERON}\n\n"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param("a  b", "a b", [True], id="space taken out"),
        pytest.param(f"{MILL} {FERRY}\n", f"{MILL}\n\n{FERRY}\n", [True], id="paragraph split"),
        pytest.param("a b\nsome words\n", "a b\n\nsome words\n", [True], id="blank line put in"),
        pytest.param("a b", "a c", [False], id="word"),
        pytest.param("One two.  Three four.", "One two. Three five.", [False], id="word too"),
        pytest.param(f"{MILL}\n", f"{SALT}\n", [False, False], id="paragraph replaced"),
    ],
)
def test_white_space_only(old: str, new: str, expected: list[bool]) -> None:
    diff = compare_texts(old, new)
    rows = [row for row in diff.rows if row.kind is not EQUAL]
    assert [diff.is_whitespace_only(row) for row in rows] == expected
    assert not any(diff.is_whitespace_only(row) for row in diff.rows if row.kind is EQUAL)


def test_a_moved_block_is_white_space_only_if_only_that_changed_in_it() -> None:
    old = f"{MILL}\n\n{FERRY}\n\n{HERON}\n\n{SALT}\n"
    same = compare_texts(old, f"{FERRY}\n\n{HERON}\n\n{SALT}\n\n{MILL}\n")
    spaced = compare_texts(
        old, f"{FERRY}\n\n{HERON}\n\n{SALT}\n\n{MILL.replace('built by', 'built  by')}\n"
    )
    assert [same.is_whitespace_only(move) for move in same.moves] == [False]
    assert [spaced.is_whitespace_only(move) for move in spaced.moves] == [True]
