"""One sentence about a change, for people.

Every kind has one form, in English; ``{subject}`` and the like are filled with page text, which is
shortened, made safe to show and put between “ and ”. Values that are empty are named so.
"""

from collections.abc import Callable
from typing import Final

from homs_wiki.diff.changes.model import Change, ChangeKind
from homs_wiki.source.visible import visible

_K = ChangeKind
_LONGEST: Final = 80
_NOTHING: Final = "nothing"

_FORMS: Final[dict[ChangeKind, str]] = {
    _K.PAGE_CREATED: "Page created: {characters} characters, {sections} sections.",
    _K.PAGE_REMOVED: "Page removed: {characters} characters, {sections} sections.",
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
    _K.SENTENCE_CHANGED: "Sentence changed from {before} to {after}, in {subject}.",
    _K.DATE_CHANGED: "Date changed from {before} to {after}, in {subject}.",
    _K.NUMBER_CHANGED: "Number changed from {before} to {after}{unit}, in {subject}.",
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
    _K.LANGUAGE_LINK_CHANGED: "Link to the page in another language, {subject}, changed.",
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


def _block(change: Change) -> str:
    return change.details.get("block", "paragraph").capitalize()


def _unreferenced(change: Change) -> str:
    return " without a reference" if change.details.get("references") == "0" else ""


def _unit(change: Change) -> str:
    unit = change.details.get("unit")
    return f" {_quoted(unit)}" if unit else ""


_PARTS: Final[dict[str, Callable[[Change], str]]] = {
    "subject": lambda change: _quoted(change.subject),
    "before": lambda change: _quoted(change.before),
    "after": lambda change: _quoted(change.after),
    "plain_before": lambda change: change.before,
    "plain_after": lambda change: change.after,
    "template": lambda change: _quoted(change.details.get("template", "")),
    "characters": lambda change: change.details.get("characters", "0"),
    "sections": lambda change: change.details.get("sections", "0"),
    "block": _block,
    "unreferenced": _unreferenced,
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
    return _FORMS[change.kind].format_map(_Parts(change))


def _quoted(text: str) -> str:
    text = " ".join(text[: 4 * _LONGEST].split())
    if not text:
        return _NOTHING
    if len(text) > _LONGEST:
        text = text[: _LONGEST - 1] + "…"
    return f"“{visible(text)}”"
