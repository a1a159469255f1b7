"""One sentence about a change, for people.

Every kind has one form, in English; ``{subject}`` and the like are filled with page text, which is
shortened, made safe to show and put between “ and ”. Values that are empty are named so.
"""

import re
from collections.abc import Callable
from typing import Final

from homs_wiki.diff.changes.model import Change, ChangeKind
from homs_wiki.source.visible import visible

_K = ChangeKind
_LONGEST: Final = 80
_SHORT: Final = 40
_NEAR: Final = 24
"""How much is shown beside what differs in two values longer than that."""
_NOTHING: Final = "nothing"
_STOP: Final = re.compile("[.!?…۔؟।。！？]$")

_FORMS: Final[dict[ChangeKind, str]] = {
    _K.PAGE_CREATED: "Page created: {characters} characters, {sections} sections.",
    _K.PAGE_REMOVED: "Page removed: {characters} characters, {sections} sections.",
    _K.PAGE_BLANKED: "Page blanked: {characters} characters, {sections} sections removed.",
    _K.PAGE_FILLED: "Blank page filled: {characters} characters, {sections} sections.",
    _K.REDIRECT_ADDED: "Page made a redirect to {after}.",
    _K.REDIRECT_REMOVED: "Page no longer a redirect to {before}.",
    _K.REDIRECT_RETARGETED: "Redirect now leads to {after} instead of {before}.",
    _K.SECTION_ADDED: "Section {subject} added.",
    _K.SECTION_REMOVED: "Section {subject} removed.",
    _K.SECTION_RENAMED: "Section {before} renamed to {after}.",
    _K.SECTION_MOVED: "Section {subject} moved.",
    _K.SECTION_LEVEL_CHANGED: "Section {subject} moved from level {plain_before} to {plain_after}.",
    _K.PARAGRAPH_ADDED: "{block} added{unreferenced}: {subject}.",
    _K.PARAGRAPH_REMOVED: "{block} removed: {subject}.",
    _K.PARAGRAPH_MOVED: "{block} moved: {subject}.",
    _K.PARAGRAPH_SPLIT: "Paragraph split before {subject}.",
    _K.PARAGRAPH_JOINED: "Paragraphs joined before {subject}.",
    _K.SENTENCE_ADDED: "Sentence added{unreferenced}: {subject}.",
    _K.SENTENCE_REMOVED: "Sentence removed: {subject}.",
    _K.SENTENCE_MOVED: "Sentence moved: {subject}.",
    _K.SENTENCE_CHANGED: "{sentence} changed from {before} to {after}{in_subject}.",
    _K.DATE_CHANGED: "Date changed from {before} to {after}{in_subject}.",
    _K.NUMBER_CHANGED: "Number changed from {before} to {after}{unit}{in_subject}.",
    _K.REFERENCE_ADDED: "Reference {subject} added.",
    _K.REFERENCE_REMOVED: "Reference {subject} removed.",
    _K.REFERENCE_RENAMED: "Reference renamed from {before} to {after}.",
    _K.REFERENCE_MOVED: "Reference {subject} moved.",
    _K.REFERENCE_REUSED: "Reference {subject} used once more.",
    _K.REFERENCE_USE_REMOVED: "A use of reference {subject} removed.",
    _K.REFERENCE_CHANGED: "Reference {subject} changed from {before} to {after}.",
    _K.FIELD_ADDED: "Infobox field {subject} added: {after}.",
    _K.FIELD_REMOVED: "Infobox field {subject} removed: {before}.",
    _K.FIELD_CHANGED: "Infobox field {subject} changed from {before} to {after}.",
    _K.PARAMETER_ADDED: "Parameter {subject} of {template} added: {after}.",
    _K.PARAMETER_REMOVED: "Parameter {subject} of {template} removed: {before}.",
    _K.PARAMETER_RENAMED: "Parameter {before} of {template} renamed to {after}.",
    _K.PARAMETER_CHANGED: "Parameter {subject} of {template} changed from {before} to {after}.",
    _K.TEMPLATE_ADDED: "Template {subject} added.",
    _K.TEMPLATE_REMOVED: "Template {subject} removed.",
    _K.TEMPLATE_REPLACED: "Template {before} replaced by {after}.",
    _K.TEMPLATE_MOVED: "Template {subject} moved.",
    _K.TEMPLATE_REFORMATTED: "Template {subject} re-formatted, its values as before.",
    _K.LINK_ADDED: "Link from {subject} to {after} added.",
    _K.LINK_REMOVED: "Link from {subject} to {before} removed.",
    _K.LINK_RETARGETED: "Link {subject} now leads to {after} instead of {before}.",
    _K.CATEGORY_ADDED: "Category {subject} added.",
    _K.CATEGORY_REMOVED: "Category {subject} removed.",
    _K.CATEGORY_MOVED: "Category {subject} moved.",
    _K.CATEGORY_CHANGED: "Sort key of category {subject} changed from {before} to {after}.",
    _K.IMAGE_ADDED: "Image {subject} added.",
    _K.IMAGE_REMOVED: "Image {subject} removed.",
    _K.IMAGE_REPLACED: "Image {before} replaced by {after}.",
    _K.IMAGE_MOVED: "Image {subject} moved.",
    _K.IMAGE_CHANGED: "Options of image {subject} changed from {before} to {after}.",
    _K.LANGUAGE_LINK_ADDED: "Link to the page in another language, {subject}, added.",
    _K.LANGUAGE_LINK_REMOVED: "Link to the page in another language, {subject}, removed.",
    _K.LANGUAGE_LINK_MOVED: "Link to the page in another language, {subject}, moved.",
    _K.LANGUAGE_LINK_CHANGED: (
        "Link to the page in another language changed from {before} to {after}."
    ),
    _K.COMMENT_ADDED: "Comment added: {subject}.",
    _K.COMMENT_REMOVED: "Comment removed: {subject}.",
    _K.COMMENT_MOVED: "Comment moved: {subject}.",
    _K.COMMENT_CHANGED: "Comment changed from {before} to {after}.",
    _K.TAG_ADDED: "Tag {subject} added.",
    _K.TAG_REMOVED: "Tag {subject} removed.",
    _K.TAG_MOVED: "Tag {subject} moved.",
    _K.TAG_CHANGED: "Tag {subject} changed from {before} to {after}.",
    _K.MARKUP_CHANGED: "Markup changed from {before} to {after}.",
    _K.WHITE_SPACE_CHANGED: "White space changed.",
    _K.TEXT_CHANGED: "Text changed from {before} to {after}.",
}


_FILLED: Final[dict[ChangeKind, str]] = {
    _K.SENTENCE_CHANGED: "{sentence} changed: {after} added{in_subject}.",
    _K.REFERENCE_RENAMED: "Reference named {after}.",
    _K.MARKUP_CHANGED: "Markup {after} added.",
    _K.TEXT_CHANGED: "Text {after} added.",
    _K.IMAGE_CHANGED: "Option {after} of image {subject} added.",
    _K.CATEGORY_CHANGED: "Category {subject} given the sort key {after}.",
    _K.FIELD_CHANGED: "Infobox field {subject} filled in: {after}.",
    _K.PARAMETER_CHANGED: "Parameter {subject} of {template} filled in: {after}.",
}
"""Where there was no value before."""

_EMPTIED: Final[dict[ChangeKind, str]] = {
    _K.SENTENCE_CHANGED: "{sentence} changed: {before} removed{in_subject}.",
    _K.REFERENCE_RENAMED: "Name {before} of a reference removed.",
    _K.MARKUP_CHANGED: "Markup {before} removed.",
    _K.TEXT_CHANGED: "Text {before} removed.",
    _K.IMAGE_CHANGED: "Option {before} of image {subject} removed.",
    _K.CATEGORY_CHANGED: "Sort key {before} of category {subject} removed.",
    _K.FIELD_CHANGED: "Infobox field {subject} emptied: {before}.",
    _K.PARAMETER_CHANGED: "Parameter {subject} of {template} emptied: {before}.",
}
"""Where there is no value any more."""

_SAME: Final[dict[ChangeKind, str]] = {
    _K.DATE_CHANGED: "Same date in another form: {after} for {before}{in_subject}.",
    _K.NUMBER_CHANGED: "Same number in another form: {after} for {before}{unit}{in_subject}.",
    _K.SENTENCE_CHANGED: "Same words in other letters: {after} for {before}{in_subject}.",
    _K.FIELD_CHANGED: "Infobox field {subject}, same {same} in another form: {after} for {before}.",
    _K.PARAMETER_CHANGED: (
        "Parameter {subject} of {template}, same {same} in another form: {after} for {before}."
    ),
}
"""Where both values say the same."""

_HEADING_ONLY: Final[dict[ChangeKind, str]] = {
    _K.SECTION_ADDED: "Heading {subject} put over text that was there.",
    _K.SECTION_REMOVED: "Heading {subject} removed, its text kept.",
}
_LIST_MARKS: Final = "List mark changed from {before} to {after}{items}: {subject}."
_DEFINITION: Final = "Text of reference {subject} now given at another place."
_NAMELESS: Final[dict[ChangeKind, str]] = {
    _K.PARAMETER_CHANGED: "Value of {template} changed from {before} to {after}.",
    _K.PARAMETER_ADDED: "Value of {template} added: {after}.",
    _K.PARAMETER_REMOVED: "Value of {template} removed: {before}.",
}
"""A parser function has a value without a name, as DEFAULTSORT has."""
_VALUELESS: Final[dict[ChangeKind, str]] = {
    _K.FIELD_ADDED: "Infobox field {subject} added without a value.",
    _K.FIELD_REMOVED: "Infobox field {subject}, which had no value, removed.",
    _K.PARAMETER_ADDED: "Parameter {subject} of {template} added without a value.",
    _K.PARAMETER_REMOVED: "Parameter {subject} of {template}, which had no value, removed.",
}
_SAME_LABEL: Final[dict[ChangeKind, str]] = {
    _K.LINK_ADDED: "Link {subject} added.",
    _K.LINK_REMOVED: "Link {subject} removed.",
}


def _form(change: Change) -> str:
    """Return the form that says it best."""
    kind, details, value = change.kind, change.details, change.before or change.after
    usual = _FORMS[kind]
    if kind is _K.MARKUP_CHANGED and "items" in details:
        return _LIST_MARKS
    if kind is _K.REFERENCE_MOVED and "definition" in details:
        return _DEFINITION
    for applies, forms in (
        ("same" in details, _SAME),
        (details.get("text") == "kept", _HEADING_ONLY),
        (value and not change.subject, _NAMELESS),
        (not value, _VALUELESS),
        (value == change.subject, _SAME_LABEL),
        (value and not change.before.strip(), _FILLED),
        (value and not change.after.strip(), _EMPTIED),
    ):
        if applies and kind in forms:
            return forms[kind]
    return usual


def _block(change: Change) -> str:
    return change.details.get("block", "paragraph").capitalize()


def _sentence(change: Change) -> str:
    return change.details.get("block", "sentence").capitalize()


def _unreferenced(change: Change) -> str:
    """Say that nothing is referenced where a reference could be expected."""
    block = change.details.get("block", "")
    if change.details.get("references") != "0" or block.startswith("table"):
        return ""
    if block == "list item" and not _STOP.search(change.after):
        return ""  # an entry, nothing that is claimed
    return " without a reference"


def _unit(change: Change) -> str:
    unit = change.details.get("unit")
    return f" ({_quoted(unit)})" if unit else ""


def _in_subject(change: Change) -> str:
    if not change.subject or change.subject == change.after:
        return ""
    return f", in {_quoted(change.subject)}"


def _items(change: Change) -> str:
    count = change.details.get("items", "1")
    return "" if count == "1" else f" in {count} items, from"


_PARTS: Final[dict[str, Callable[[Change], str]]] = {
    "subject": lambda change: _quoted(change.subject),
    "before": lambda change: _quoted(_near_difference(change.before, change.after)),
    "after": lambda change: _quoted(_near_difference(change.after, change.before)),
    "plain_before": lambda change: change.before,
    "plain_after": lambda change: change.after,
    "template": lambda change: _quoted(change.details.get("template", "")),
    "characters": lambda change: f"{int(change.details.get('characters', '0')):,}",
    "sections": lambda change: f"{int(change.details.get('sections', '0')):,}",
    "block": _block,
    "unreferenced": _unreferenced,
    "in_subject": _in_subject,
    "items": _items,
    "same": lambda change: change.details.get("same", ""),
    "sentence": _sentence,
    "unit": _unit,
}


class _Parts(dict[str, str]):
    """What the forms are filled with, each made when a form asks for it."""

    def __init__(self, change: Change) -> None:
        super().__init__()
        self._change = change

    def __missing__(self, name: str) -> str:
        return _PARTS[name](self._change)


def describe(change: Change) -> str:
    """Return a sentence that says what was changed: English, plain text, page text in “…”."""
    return _form(change).format_map(_Parts(change))


def _near_difference(text: str, other: str) -> str:
    """Return a value; of a long one what is near to where another value differs from it."""
    text, other = " ".join(text.split()), " ".join(other.split())
    if not text or not other or max(len(text), len(other)) <= _SHORT:
        return text
    same = _equal(text, other)
    behind = min(len(text), len(other)) - same
    tail = _equal(text[::-1][:behind], other[::-1][:behind])
    start, end = max(0, same - _NEAR), min(len(text), len(text) - tail + _NEAR)
    # At a space if there is one: no word is cut without need.
    start = (text.find(" ", start, same) + 1 or start) if start else 0
    end = max(text.rfind(" ", len(text) - tail, end), 0) or end if end < len(text) else end
    return "…" * (start > 0) + text[start:end] + "…" * (end < len(text))


def _equal(text: str, other: str) -> int:
    """Return how many code points two texts begin with alike."""
    pairs = enumerate(zip(text, other, strict=False))
    return next((index for index, (a, b) in pairs if a != b), min(len(text), len(other)))


def _quoted(text: str) -> str:
    text = " ".join(text[: 4 * _LONGEST].split())
    if not text:
        return _NOTHING
    if len(text) > _LONGEST:
        text = text[: _LONGEST - 1] + "…"
    return f"“{visible(text)}”"
