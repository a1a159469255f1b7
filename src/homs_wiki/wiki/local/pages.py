"""The pages that a new test wiki has: templates under their names on the wiki, and a few more.

What is in them is written by hand in ``data/``; what they and their arguments are called is known
by the profile of the language.
"""

import json
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from functools import cached_property
from typing import Any, Final, NamedTuple
from xml.sax.saxutils import escape

from homs_wiki.profile import Profile, load_profile
from homs_wiki.wiki.local.names import citation_names, infobox_names, own_names
from homs_wiki.wiki.local.wikitext import DATA, Names, put_arguments, put_words, read_source

_FALLBACK: Final = "en"
_CITATION: Final = "Citation/core"
_STYLE: Final = ("kind", "open", "close")  # what no editor says
_LANGUAGES: Final = "Language/name"
_NAMESPACE: Final = "http://www.mediawiki.org/xml/export-0.11/"
_AUTHOR: Final = "Maintenance script"
_SIDES: Final = {"rtl": ("right", "left"), "ltr": ("left", "right")}


_Arguments = tuple[Names, tuple[str, ...]]
"""What gives all names of an argument, and the arguments of a template."""


class Page(NamedTuple):
    """A page to be made; one without a title is the main page."""

    title: str
    text: str


class PageSet:
    """The pages of a test wiki in one language.

    A language without words of its own in ``data/`` gets those of English.
    """

    def __init__(self, language: str) -> None:
        self.profile: Profile = load_profile(language)
        own = DATA / f"{language}.toml"
        fallback = _read(_FALLBACK)
        table = _read(language) if own.is_file() else fallback
        self._pages: Mapping[str, str] = table["pages"]
        self._labels: Mapping[str, str] = {**fallback["labels"], **table["labels"]}
        direction = self.profile.direction if table is not fallback else "ltr"
        start, end = _SIDES[direction]
        self.words: Mapping[str, str] = {
            "start": start,
            "end": end,
            "dir": direction,
            "language_name": f"{{{{{_LANGUAGES}|⟪language⟫}}}}",
            **table["words"],
        }

    def pages(self, *, template_data: bool = True) -> Iterator[Page]:
        """Yield every page that is no redirect; ``template_data``: documented for tools."""
        for titles, text, (spell, used) in self._named:
            documentation = self._documentation(spell, used) if template_data and used else ""
            # Seen by itself a template shows nothing, and takes no time to save.
            yield Page(titles[0], f"<includeonly>{text}</includeonly>{documentation}")
        yield Page(f"Template:{_LANGUAGES}", self._language_names())
        yield Page("MediaWiki:Common.css", put_words(_read_text("common.css"), self.words))
        yield from (Page(title, text.strip()) for title, text in self._pages.items())

    def redirects(self) -> Iterator[Page]:
        """Yield the other names of the templates, each a page that leads to the first."""
        word = self.profile.house.redirect_word or "#REDIRECT"
        for titles, _, _ in self._named:
            yield from (Page(title, f"{word} [[{titles[0]}]]") for title in titles[1:])

    @cached_property
    def _named(self) -> list[tuple[tuple[str, ...], str, _Arguments]]:
        """The titles, wikitext and arguments of every template; each title is there once."""
        found = []
        taken: set[str] = set()
        for names, text, arguments in self._templates():
            free = {}
            for name in names:
                key = self.profile.template_key(name)
                if key not in taken:
                    taken.add(key)
                    free[key] = f"Template:{name}"
            found.append((tuple(free.values()), text, arguments))
        return found

    def _templates(self) -> Iterator[tuple[tuple[str, ...], str, _Arguments]]:
        """Yield names, wikitext, and what is known of the arguments, of every template."""
        table = _read("templates")
        yield from self._citations(table["citations"])
        files = {path.stem: read_source(path) for path in (DATA / "templates").glob("*.wiki")}
        for concept, source in {**table["templates"], **files}.items():
            names = self.profile.concept_names(concept)
            spell = infobox_names(self.profile, names) if concept in files else own_names
            text, used = put_arguments(put_words(source, self.words), spell)
            yield names, text, (spell, used)

    def _citations(
        self, styles: Iterable[Mapping[str, Any]]
    ) -> Iterator[tuple[tuple[str, ...], str, _Arguments]]:
        """Yield the template that shows a citation, and those that tell it what to show."""
        source = put_words(read_source(DATA / "citation.wiki"), self.words)
        text, used = put_arguments(source, own_names)
        yield (_CITATION,), text, (own_names, ())
        used = tuple(name for name in used if name not in _STYLE)
        passed = "".join(f"|{name}=⟪{name}⟫" for name in used)
        for style in styles:
            for kind in style["kinds"]:
                names = self._citation_names(kind)
                spell = citation_names(self.profile, names)
                own = f"|kind={kind}|open={style['open']}|close={style['close']}"
                call = f"{{{{{_CITATION}{own}{passed}}}}}"
                yield names, put_arguments(put_words(call, self.words), spell)[0], (spell, used)

    def _citation_names(self, kind: str) -> tuple[str, ...]:
        # Templates that do not take the parameters of Citation Style 1 are other templates.
        return tuple(
            name
            for name in self.profile.citation_names(kind)
            if self.profile.citation_parameter(name, "title") == "title"
        )

    def _documentation(self, spell: Names, used: tuple[str, ...]) -> str:
        params = {}
        for name in used:
            names = spell(name)
            params[names[0]] = {
                "label": self._labels.get(name, name.replace("_", " ").replace("-", " ")),
                "aliases": list(names[1:]),
            }
        table = {"params": params, "format": "inline"}
        data = json.dumps(table, ensure_ascii=False, separators=(",", ":"))
        return f"<noinclude>\n<templatedata>{data}</templatedata></noinclude>"

    def _language_names(self) -> str:
        """Return the wikitext of a template that names the languages of two-letter codes."""
        from babel import Locale, UnknownLocaleError  # heavy, and wanted only here

        try:
            known = Locale.parse(self.profile.language).languages.items()
        except (UnknownLocaleError, ValueError):
            known = {}.items()
        cases = "".join(f"|{code}={name}" for code, name in known if len(code) == 2)
        return f"{{{{#switch:{{{{lc:{{{{{{1|}}}}}}}}}}{cases}|#default={{{{{{1|}}}}}}}}}}"


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(_read_text(f"{name}.toml"))


def _read_text(name: str) -> str:
    return (DATA / name).read_text(encoding="utf-8")


def export_xml(pages: Iterable[Page], summary: str) -> bytes:
    """Return pages in MediaWiki's format for exchange (``export-0.11``), as far as it needs."""
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    written = "".join(
        f"<page><title>{escape(page.title)}</title><revision><timestamp>{now}</timestamp>"
        f"<contributor><username>{_AUTHOR}</username></contributor>"
        f"<comment>{escape(summary)}</comment><model>wikitext</model><format>text/x-wiki</format>"
        f'<text xml:space="preserve">{escape(page.text)}</text></revision></page>'
        for page in pages
    )
    return f'<mediawiki xmlns="{_NAMESPACE}" version="0.11">{written}</mediawiki>'.encode()
