"""presentation-form: letters in the shapes of an old font."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING
from unicodedata import normalize

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules._options import ACCEPT
from homs_wiki.lint.rules._writing import write
from homs_wiki.lint.rules.typography._characters import characters
from homs_wiki.lint.rules.typography._clauses import LETTERS, MARKS, PLAIN_LETTERS
from homs_wiki.lint.rules.typography._running import in_text
from homs_wiki.source.lazy import lazily
from homs_wiki.source.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.profile import Profile

# Ligatures that are words and signs of their own (ﷲ ﷺ ﷻ ﷽ …) are right as they are.
_FORMS = "\ufb50-\ufbb1\ufbd3-\ufd3d\ufe70-\ufe74\ufe76-\ufefc"
_OWN = f"[{LETTERS}{MARKS}]"
_FORM = lazily(f"[{_FORMS}]")


@cache
def _words() -> re.Pattern[str]:
    """Compile what few pages need."""
    return compiled(rf"(?<!{_OWN})(?=[{PLAIN_LETTERS}{MARKS}]*+[{_FORMS}]){_OWN}+")


@cache
def _own_letters(profile: Profile) -> dict[str, tuple[str, ...]]:
    """Return the letters of the Arabic keyboard and what the language has instead."""
    return {
        each.written[0]: each.instead for each in profile.letter_hazards if each.kind == "keyboard"
    }


class PresentationForm(Rule):
    """A word is made of presentation forms instead of letters.

    ## What it does
    Finds the shapes of letters that Unicode keeps for old encodings (U+FB50 to U+FDFF, U+FE70 to
    U+FEFC), in running text, headings and plain values of infoboxes. Signs such as ﷺ and ﷽ are
    right. Quotations, text in other languages, templates and targets of links are left alone.

    ## Why it matters
    The word looks almost right, but it is not found, not joined to what follows, and read
    letter by letter. It comes from PDF files.

    ## Example
    ```wikitext
    یہ ﺷﮩﺮ پرانا ہے۔
    ```

    ## Use instead
    ```wikitext
    یہ شہر پرانا ہے۔
    ```

    ## Fix safety
    The fix writes the letters, of Arabic ones those that Urdu has instead. It is safe where the
    forms are of letters that Urdu has, else not. There is none where Urdu has more than one letter.
    """

    name = "presentation-form"
    family = "typography"
    severity = Severity.WARNING
    message = "“{word}” is made of presentation forms, not of letters"
    options = ACCEPT
    languages = frozenset(("ur",))

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each such word."""
        if not _FORM.search("".join(characters(page.document))):
            return
        for span, found in in_text(page, _words()):
            if found[0] in self.words("accept"):
                continue
            yield self.finding(span, _fix(page, span, found[0]), word=found[0])


def _fix(page: Page, span: tuple[int, int], word: str) -> Fix | None:
    plain = _FORM.sub(lambda form: normalize("NFKC", form[0]), word)
    instead = _own_letters(page.profile)
    if any(len(instead.get(letter, "-")) > 1 for letter in plain) or " " in plain:
        return None
    own = "".join(instead.get(letter, (letter,))[0] for letter in plain)
    return write(span, own, safe=own == plain)
