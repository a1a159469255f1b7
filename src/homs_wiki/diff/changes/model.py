"""What an editor calls a change."""

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType

from homs_wiki.source import Span

_NO_DETAILS: Mapping[str, str] = MappingProxyType({})


class ChangeKind(Enum):
    """What a change is; the values are stable and stand in JSON."""

    PAGE_CREATED = "page-created"
    PAGE_REMOVED = "page-removed"
    PAGE_BLANKED = "page-blanked"
    PAGE_FILLED = "page-filled"
    REDIRECT_ADDED = "redirect-added"
    REDIRECT_REMOVED = "redirect-removed"
    REDIRECT_RETARGETED = "redirect-retargeted"
    SECTION_ADDED = "section-added"
    SECTION_REMOVED = "section-removed"
    SECTION_RENAMED = "section-renamed"
    SECTION_MOVED = "section-moved"
    SECTION_LEVEL_CHANGED = "section-level-changed"
    PARAGRAPH_ADDED = "paragraph-added"
    PARAGRAPH_REMOVED = "paragraph-removed"
    PARAGRAPH_MOVED = "paragraph-moved"
    PARAGRAPH_SPLIT = "paragraph-split"
    PARAGRAPH_JOINED = "paragraph-joined"
    SENTENCE_ADDED = "sentence-added"
    SENTENCE_REMOVED = "sentence-removed"
    SENTENCE_MOVED = "sentence-moved"
    SENTENCE_CHANGED = "sentence-changed"
    DATE_CHANGED = "date-changed"
    NUMBER_CHANGED = "number-changed"
    REFERENCE_ADDED = "reference-added"
    REFERENCE_REMOVED = "reference-removed"
    REFERENCE_RENAMED = "reference-renamed"
    REFERENCE_MOVED = "reference-moved"
    REFERENCE_REUSED = "reference-reused"
    REFERENCE_USE_REMOVED = "reference-use-removed"
    REFERENCE_CHANGED = "reference-changed"
    FIELD_ADDED = "field-added"
    FIELD_REMOVED = "field-removed"
    FIELD_CHANGED = "field-changed"
    PARAMETER_ADDED = "parameter-added"
    PARAMETER_REMOVED = "parameter-removed"
    PARAMETER_RENAMED = "parameter-renamed"
    PARAMETER_CHANGED = "parameter-changed"
    TEMPLATE_ADDED = "template-added"
    TEMPLATE_REMOVED = "template-removed"
    TEMPLATE_REPLACED = "template-replaced"
    TEMPLATE_MOVED = "template-moved"
    TEMPLATE_REFORMATTED = "template-reformatted"
    LINK_ADDED = "link-added"
    LINK_REMOVED = "link-removed"
    LINK_RETARGETED = "link-retargeted"
    CATEGORY_ADDED = "category-added"
    CATEGORY_REMOVED = "category-removed"
    CATEGORY_MOVED = "category-moved"
    CATEGORY_CHANGED = "category-changed"
    IMAGE_ADDED = "image-added"
    IMAGE_REMOVED = "image-removed"
    IMAGE_REPLACED = "image-replaced"
    IMAGE_MOVED = "image-moved"
    IMAGE_CHANGED = "image-changed"
    LANGUAGE_LINK_ADDED = "language-link-added"
    LANGUAGE_LINK_REMOVED = "language-link-removed"
    LANGUAGE_LINK_MOVED = "language-link-moved"
    LANGUAGE_LINK_CHANGED = "language-link-changed"
    COMMENT_ADDED = "comment-added"
    COMMENT_REMOVED = "comment-removed"
    COMMENT_MOVED = "comment-moved"
    COMMENT_CHANGED = "comment-changed"
    TAG_ADDED = "tag-added"
    TAG_REMOVED = "tag-removed"
    TAG_MOVED = "tag-moved"
    TAG_CHANGED = "tag-changed"
    MARKUP_CHANGED = "markup-changed"
    WHITE_SPACE_CHANGED = "white-space-changed"
    TEXT_CHANGED = "text-changed"


class Change:
    """One thing that an editor did.

    Attributes:
        kind: what it is.
        old: where it stood on the old page; None if it has no place there.
        new: where it stands on the new page; None if it has no place there.
        subject: what it is about: the title of a section, the name of a parameter, field or
            reference, the target of a link, the beginning of a sentence.
        before: the old value, readable; empty if there was none.
        after: the new value, readable; empty if there is none.
        section: title of the section where it stands, empty for the lead; that of the new page,
            else of the old one.
        details: what else is known, by stable words ("template", "unit", "number-before" …).
        others: more places that belong to it: the uses of a reference that was renamed.
    """

    __slots__ = ("after", "before", "details", "kind", "new", "old", "others", "section", "subject")

    def __init__(
        self,
        kind: ChangeKind,
        old: Span | None,
        new: Span | None,
        subject: str = "",
        before: str = "",
        after: str = "",
        section: str = "",
        details: Mapping[str, str] = _NO_DETAILS,
    ) -> None:
        self.kind = kind
        self.old = old
        self.new = new
        self.subject = subject
        self.before = before
        self.after = after
        self.section = section
        self.details = details
        self.others: tuple[tuple[Span | None, Span | None], ...] = ()

    def __repr__(self) -> str:
        return (
            f"<Change {self.kind.value} {self.subject!r} {self.before!r} → {self.after!r}"
            f" {self.old} {self.new}>"
        )
