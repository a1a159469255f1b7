"""Texts made to bring a reader down, by how many times their pattern stands in them."""

from collections.abc import Callable

HOSTILE: dict[str, Callable[[int], str]] = {
    "open templates": lambda n: "{{a|" * n,
    "nested templates": lambda n: "{{a|" * n + "}}" * n,
    "open refs": lambda n: "<ref>" * n,
    "open comments": lambda n: "<!--" * n,
    "open tables": lambda n: "{|\n" * n,
    "open links": lambda n: "[[" * n,
    "open links with pipes": lambda n: "[[a|" * n,
    "open external links": lambda n: "[http://" * n,
    "bare URLs with brackets": lambda n: "http://a.b/(((" * n,
    "open HTML tags": lambda n: "<div>" * n,
    "apostrophes": lambda n: "'''a''" * n,
    "headings": lambda n: "\n== a ==" * n,
    "headings in nested templates": lambda n: "{{a|\n==b==\n" * n + "}}" * n,
    "list markers": lambda n: "\n" + "*#:;" * n,
    "references": lambda n: "a<ref name=b>{{cite web|title=c}}</ref>" * n,
    "uses of one reference": lambda n: '<ref name="a" />' * n,
    "citations": lambda n: "{{cite web|title=a|date=5 December 2024|url=http://a.b/c}}" * n,
    "dates": lambda n: "5 December 2024 " * n,
    "half dates": lambda n: "5 December – " * n,
    "numbers": lambda n: "2024 " * n,
    "one word": lambda n: "a" * n * 5,
    "infobox fields": lambda n: "{{Infobox military conflict" + "|date=5 May 2024\n" * n + "}}",
    "full stops": lambda n: "A. " * n,
    "controls of direction": lambda n: "\u202e" * n,
    "right to left": lambda n: "حمص سے سے ۔" * n,
}
