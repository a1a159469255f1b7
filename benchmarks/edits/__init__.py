"""Edits of real pages whose truth is known: made up by chance, the same for the same seed.

An edit is made only where the page offers a place for it, found as an editor would see it: in a
paragraph, a sentence, a citation, a field of an infobox.
"""

from collections.abc import Callable, Iterator
from zlib import crc32

from benchmarks.edits import blocks, links, references, sentences, templates
from benchmarks.edits.draft import Draft
from benchmarks.edits.several import SEVERAL, combined
from benchmarks.edits.truth import REPORTED_AS, TOTAL_REPLACEMENT, Edited, Report, Truth
from homs_wiki.profile import Profile

__all__ = [
    "MAKERS",
    "REPORTED_AS",
    "SEVERAL",
    "TOTAL_REPLACEMENT",
    "Edited",
    "Report",
    "Truth",
    "edits_of",
    "replacement",
]

MAKERS: tuple[Callable[[Draft], Edited | None], ...] = (
    sentences.word,
    sentences.digit,
    sentences.date,
    sentences.sentence_added,
    sentences.sentence_added_with_reference,
    sentences.sentence_removed,
    sentences.link_retargeted,
    blocks.paragraph_moved,
    blocks.paragraph_moved_and_edited,
    blocks.paragraph_split,
    blocks.paragraphs_joined,
    blocks.section_moved,
    blocks.section_moved_and_edited,
    blocks.section_renamed,
    blocks.heading_level,
    blocks.section_added,
    blocks.section_removed,
    blocks.white_space,
    references.references_reordered,
    references.citations_reordered,
    references.reference_added,
    references.reference_removed,
    references.reference_renamed,
    references.reference_reused,
    references.reference_moved,
    templates.re_formatted,
    templates.template_replaced,
    templates.citation_reworded,
    templates.citation_date,
    templates.citation_archived,
    templates.citation_parameter_added,
    templates.citation_parameter_removed,
    templates.infobox_field,
    links.category_added,
    links.category_removed,
    links.language_added,
    links.language_removed,
    links.image_added,
    links.image_removed,
)


def edits_of(text: str, profile: Profile, seed: int, times: int = 1) -> Iterator[Edited]:
    """Yield edits of every kind that the page offers a place for, up to ``times`` of each.

    The last ones are several of the others made at once.
    """
    draft = Draft(text, profile)
    single: list[Edited] = []
    for maker in MAKERS:
        made: set[str] = set()
        for turn in range(times):
            draft.random.seed(crc32(f"{seed} {turn} {maker.__name__}".encode()))
            edited = maker(draft)
            if edited and edited.new != edited.old and edited.new not in made:
                made.add(edited.new)
                single.append(edited)
                yield edited
    for turn in range(times):
        draft.random.seed(crc32(f"{seed} {turn} several".encode()))
        if several := combined(draft.shuffled(single)):
            yield several


def replacement(old: str, new: str) -> Edited:
    """Return the edit that replaces a page by an unrelated one."""
    return Edited(TOTAL_REPLACEMENT, old, new, ())
