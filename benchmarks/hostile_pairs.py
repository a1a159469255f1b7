"""Pairs of texts made to bring a comparison down, by their size in code points."""

import random
from collections.abc import Callable

_LINE = 100
_WORDS = ("tower", "bridge", "river", "stone", "market", "garden", "winter", "harvest", "letter")


def _chance() -> random.Random:
    return random.Random(7)  # noqa: S311 - chance that can be repeated is the point


def words(size: int) -> list[str]:
    """Return words with a number in each, so that few are the same, of ``size`` together."""
    chance = _chance()
    return [f"{chance.choice(_WORDS)}{chance.randrange(size)}" for _ in range(size // 12)]


def changed(all_words: list[str], share: float) -> list[str]:
    """Return the words with a share of them replaced."""
    chance = _chance()
    return [f"new{chance.random()}" if chance.random() < share else each for each in all_words]


def page(size: int) -> list[str]:
    """Return the lines of a page of paragraphs, with an empty line behind each."""
    found = words(size)
    lines = [" ".join(found[start : start + 60]) for start in range(0, len(found), 60)]
    return [line for paragraph in lines for line in (paragraph, "")]


def _edited(size: int) -> tuple[str, str]:
    lines, chance = page(size), _chance()
    after = list(lines)
    for _ in range(50):
        at = chance.randrange(0, len(after) - 1, 2)
        after[at] = after[at].replace("o", "0", 1)
    return "\n".join(lines), "\n".join(after)


def _alternating(size: int) -> tuple[str, str]:
    count = size // _LINE
    return "the same line\n" * count, "the same line\nanother line\n" * (count // 2)


def _different(size: int) -> tuple[str, str]:
    count = size // _LINE
    return (
        "".join(f"old line {i} of many\n" for i in range(count)),
        "".join(f"entirely unlike {i * 7} it\n" for i in range(count)),
    )


def _one_line(size: int) -> tuple[str, str]:
    found = words(size)
    return " ".join(found), " ".join(changed(found, 0.3))


def _moved(size: int) -> tuple[str, str]:
    lines = [f"{line}\n" for line in page(size) if line]
    after = list(lines)
    _chance().shuffle(after)
    return "".join(lines), "".join(after)


def _moved_and_edited(size: int) -> tuple[str, str]:
    lines = [line for line in page(size) if line]
    after = [" ".join(changed(line.split(), 0.1)) for line in lines]
    _chance().shuffle(after)
    return "\n".join(lines), "\n".join(after)


def _similar(size: int) -> tuple[str, str]:
    """Every line is similar to every other: the rows of a table of results."""
    count = size // 40
    return (
        "".join(f"| 2019-05-{i % 28 + 1:02} || Home {i % 97} || {i % 7}\n" for i in range(count)),
        "".join(f"| 2019-05-{i % 27 + 1:02} || Home {i % 89} || {i % 5}\n" for i in range(count)),
    )


def _words_shuffled(size: int) -> tuple[str, str]:
    found = words(size)
    after = list(found)
    _chance().shuffle(after)
    return " ".join(found), " ".join(after)


def _repeated(size: int, old: str, new: str) -> tuple[str, str]:
    """Return patterns with a number in them, one after the other."""
    count = size // len(old)
    return (
        "".join(old.replace("%", str(i)) for i in range(count)),
        "".join(new.replace("%", str(i)) for i in range(count)),
    )


def _sections_shuffled(size: int) -> tuple[str, str]:
    lines = [line for line in page(size) if line]
    sections = [f"== {line[:30]} ==\n{line}\n\n" for line in lines]
    after = list(sections)
    _chance().shuffle(after)
    return "".join(sections), "".join(after)


def _template(size: int) -> tuple[str, str]:
    count = size // 20
    return (
        "{{Infobox settlement" + "".join(f"\n| name{i} = {i}" for i in range(count)) + "\n}}",
        "{{Infobox settlement" + "".join(f"\n| name{i} = {i + 1}" for i in range(count)) + "\n}}",
    )


HOSTILE_PAIRS: dict[str, Callable[[int], tuple[str, str]]] = {
    "equal lines against alternating": _alternating,
    "alternating against equal lines": lambda n: _alternating(n)[::-1],
    "fewer equal lines": lambda n: ("x\n" * (n // 2), "x\n" * (n // 3)),
    "all lines different": _different,
    "a long page, 50 edits": _edited,
    "one line, 30 % of its words": _one_line,
    "one line, shuffled": _words_shuffled,
    "one line against another": lambda n: (" ".join(words(n)), " ".join(words(n)[::-1])),
    "one line without spaces": lambda n: ("ab" * (n // 2), "ba" * (n // 3) + "c"),
    "one word repeated": lambda n: ("so " * (n // 3), "so " * (n // 4) + "not " * (n // 12)),
    "moved lines": _moved,
    "moved and edited lines": _moved_and_edited,
    "similar lines": _similar,
    "only line ends": lambda n: ("\n" * n, "\n" * (n // 2)),
    "line ends against spaces": lambda n: ("\n" * n, " \n" * (n // 2)),
    "nested templates": lambda n: ("{{a|" * (n // 6) + "}}" * (n // 6), "{{a|" * (n // 4)),
    "open templates": lambda n: ("{{a|\n" * (n // 5), "{{b|\n" * (n // 5)),
    "nested links": lambda n: ("[[a|" * (n // 6) + "]]" * (n // 6), "[[b|" * (n // 4)),
    "references": lambda n: (
        "".join(f"<ref>{{{{cite web|title=a{i}}}}}</ref>" for i in range(n // 35)),
        "".join(f"<ref>{{{{cite web|title=b{i}}}}}</ref>" for i in range(n // 35)),
    ),
    "headings": lambda n: ("== a ==\n" * (n // 8), "=== a ===\n== b ==\n" * (n // 18)),
    "one joined, many split": lambda n: (" ".join(page(n)), "\n".join(page(n))),
    "removed": lambda n: ("\n".join(page(n)), ""),
    "sections shuffled": _sections_shuffled,
    "sections renamed": lambda n: _repeated(n, "== a% ==\nThe text.\n", "== b% ==\nThe text.\n"),
    "sections of one name": lambda n: _repeated(n, "== a ==\nText %.\n", "== a ==\nOther %.\n"),
    "references renamed": lambda n: _repeated(
        n, 'Text.<ref name="a%">Work</ref>\n', 'Text.<ref name="b%">Work</ref>\n'
    ),
    "equal references": lambda n: _repeated(n, "<ref>a</ref> b. ", "c. <ref>a</ref> "),
    "fields of one template": _template,
    "parameters of many templates": lambda n: _repeated(
        n, "* {{cite web|title=A|date=%}}\n", "* {{cite web|date=%0|title=A}}\n"
    ),
    "sentences changed": lambda n: _repeated(n, "There were % of them. ", "There are %0 of us. "),
    "equal sentences": lambda n: _repeated(n, "There were some. ", "There were some. None. "),
    "links retargeted": lambda n: _repeated(n, "[[a%|name]] and ", "[[b%|name]] and "),
    "categories": lambda n: _repeated(n, "[[Category:A%]]\n", "[[Category:A%0]]\n"),
    "rows of a table": lambda n: _repeated(n, "|-\n| % || 5 || 7\n", "|-\n| % || 6 || 7\n"),
    "numbers": lambda n: _repeated(n, "% ", "%0 "),
    "dates": lambda n: _repeated(n, "On 5 May 2% it was. ", "On 6 May 2% it was. "),
}
LARGEST = frozenset(
    (
        "equal lines against alternating",
        "all lines different",
        "a long page, 50 edits",
        "one line, 30 % of its words",
        "one line, shuffled",
        "moved lines",
        "moved and edited lines",
    )
)
"""Those that are measured with texts of 2 M code points; the others with a quarter of that."""
