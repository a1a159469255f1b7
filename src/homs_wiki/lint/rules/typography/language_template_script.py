"""language-template-script: `{{lang|ur|Lahore}}`."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.page.by_name import ByName

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.profile import Profile
    from homs_wiki.syntax.nodes import Parameter, Template

# Languages that are written in no Latin letters, by their ISO 639 codes.
_NOT_LATIN = frozenset((
    "ar", "arc", "arz", "ary", "be", "bg", "bn", "bo", "ckb", "dv", "dz", "el", "fa", "grc", "gu",
    "he", "hi", "hy", "ja", "ka", "km", "kn", "ko", "lo", "mk", "ml", "mr", "my", "ne", "or", "ota",
    "pa", "pnb", "ps", "ru", "sd", "si", "skr", "syr", "ta", "te", "th", "ug", "uk", "ur", "yi",
    "zh",
))  # fmt: skip


class LanguageTemplateScript(Rule):
    """The text of a language template is not in the script of that language.

    ## What it does
    Finds templates such as `{{lang}}` for a language that is only written in Arabic, Hebrew, Greek,
    Cyrillic, Devanagari, Chinese or a like script whose text has Latin letters and no letter of
    another script. Codes that name a script (`ur-Latn`) are left alone.

    ## Why it matters
    The template tells browsers and screen readers a language that the text is not in: it is read
    out wrongly and shown in the wrong font and direction. Mostly it is a transliteration, or the
    code is wrong.

    ## Example
    ```wikitext
    The city ({{lang|ur|Lahore}})
    ```

    ## Use instead
    ```wikitext
    The city ({{lang|ur|لاہور}})
    ```

    ## Fix safety
    There is no fix: the code or the text may be wrong.
    """

    name = "language-template-script"
    family = "typography"
    severity = Severity.WARNING
    rule_set = RuleSet.STRICT
    message = "“{text}” is marked as “{code}”, but is in Latin letters"

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each such text."""
        templates = page.document.templates
        kinds = _kinds(page.profile).of_each(templates)
        for template, kind in zip(templates, kinds, strict=True):
            code, parameter = _language_of(template, kind) if kind else ("", None)
            if parameter is None or code not in _NOT_LATIN:
                continue
            value = parameter.value
            if "{{" in value or "[http" in value or "<" in value or "//" in value:
                continue
            letters = [letter for letter in value if letter.isalpha()]
            if len(letters) > 2 and all(letter < "\u0250" for letter in letters):
                yield self.finding(parameter.stripped_span, text=value.strip(), code=code)


@cache
def _kinds(profile: Profile) -> ByName[str | None]:
    def ask(name: str) -> str | None:
        concept = profile.concept(name)
        return concept if concept in ("lang", "langx", "lang_xx") else None

    return ByName(ask, None)


def _language_of(template: Template, kind: str) -> tuple[str, Parameter | None]:
    """Return the code and the text of a template for a language."""
    if kind == "lang_xx":
        return template.name.rpartition("-")[2].strip().lower(), template.get("1")
    code = template.get("1")
    return (code.value.strip().lower() if code else ""), template.get("2")
