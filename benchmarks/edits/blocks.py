"""Edits of whole paragraphs and sections, and of white space."""

from collections.abc import Iterator

from benchmarks.edits.draft import Draft
from benchmarks.edits.sentences import new_reference
from benchmarks.edits.truth import Edited, Truth, place_after, place_of
from homs_wiki.page.outline import Section
from homs_wiki.source import Edit, Span, apply_edits

_CROSSED = 1.3
"""What a block is moved across must be so much longer than it; else that would be the moved one."""
_DEEPEST = 6
_TOP = 2


def _moved(draft: Draft, kind: str, block: Span, to: int, edits: list[Edit]) -> Edited:
    """Return the page with ``block`` moved to before ``to``, and edited on the way."""
    inner = [Edit(e.start - block.start, e.end - block.start, e.text) for e in edits]
    text = apply_edits(draft.text[slice(*block)], inner)
    out, put = Edit(*block, ""), Edit(to, to, text)
    new = place_of([out, put], put)
    truths = [Truth(kind, Span(block.start, len(draft.text[: block.end].rstrip())), new)]
    for outer, edit in zip(edits, inner, strict=True):
        place = place_of(inner, edit)
        truths.append(
            Truth(
                "word",
                Span(outer.start, outer.end),
                Span(new.start + place.start, new.start + place.end),
            )
        )
    name = kind + " and edited" if edits else kind
    return draft.made(name, [out, put], truths)


def _is_far(text: str, block: Span, to: int) -> bool:
    """Tell whether it is this block that was moved, and not what it was moved across."""
    crossed = text[to : block.start] if to < block.start else text[block.end : to]
    moved = text[slice(*block)]
    return all(
        _CROSSED * size(moved) < size(crossed)
        for size in (len, lambda part: part.count("\n"), lambda part: len(part.split()))
    )


def _paragraph_moves(draft: Draft) -> Iterator[tuple[Span, int]]:
    text = draft.text
    movable = [each for each in draft.paragraphs if text.startswith("\n\n", each.end)]
    for paragraph in draft.shuffled(movable):
        block = Span(paragraph.start, paragraph.end + 2)
        for other in draft.shuffled(movable):
            if not block.start <= other.start <= block.end and _is_far(text, block, other.start):
                yield block, other.start


def paragraph_moved(draft: Draft) -> Edited | None:
    """A paragraph moved to before another one."""
    for block, to in _paragraph_moves(draft):
        return _moved(draft, "paragraph moved", block, to, [])
    return None


def paragraph_moved_and_edited(draft: Draft) -> Edited | None:
    """A paragraph moved, and 3 to 5 of its words replaced."""
    for block, to in _paragraph_moves(draft):
        edits = draft.reword(block, draft.random.randint(3, 5))
        if len(edits) >= 3:
            return _moved(draft, "paragraph moved", block, to, edits)
    return None


def _siblings(draft: Draft, section: Section) -> list[Section]:
    return [
        each
        for each in draft.page.sections[1:]
        if each.level == section.level and each.parent is section.parent
    ]


def _is_whole(draft: Draft, section: Section) -> bool:
    """Tell whether a section ends where another begins, not with the page and its categories."""
    return section.end < len(draft.text) and draft.text[section.start : section.end].endswith("\n")


def _section_moves(draft: Draft) -> Iterator[tuple[Section, int]]:
    for section in draft.shuffled(draft.page.sections[1:]):
        if not _is_whole(draft, section):
            continue
        for other in draft.shuffled(_siblings(draft, section)):
            inside = section.start <= other.start <= section.end
            if not inside and _is_far(draft.text, section.span, other.start):
                yield section, other.start


def section_moved(draft: Draft) -> Edited | None:
    """A section moved to before another one of the same level."""
    for section, to in _section_moves(draft):
        made = _moved(draft, "section moved", section.span, to, [])
        return made._replace(truths=(made.truths[0]._replace(subject=section.title),))
    return None


def section_moved_and_edited(draft: Draft) -> Edited | None:
    """A section moved, and 3 to 5 of its words replaced."""
    for section, to in _section_moves(draft):
        paragraphs = [p for p in draft.paragraphs if section.start <= p.start < section.end]
        words = sorted(place for each in paragraphs for place in draft.plain_words(each))
        if len(words) >= 12:  # with fewer it would be mostly another text
            chosen = sorted(draft.random.sample(words, draft.random.randint(3, 5)))
            edits = [Edit(*at, draft.another_word(draft.text[slice(*at)])) for at in chosen]
            return _moved(draft, "section moved", section.span, to, edits)
    return None


def section_renamed(draft: Draft) -> Edited | None:
    """The title of a section replaced."""
    for section in draft.shuffled(draft.page.sections[1:]):
        heading = section.heading
        if heading and heading.title and heading.title in heading.text:
            start = draft.text.index(heading.title, *heading.title_span)
            edit = Edit(start, start + len(heading.title), draft.title())
            return draft.replaced("section renamed", "section renamed", edit)
    return None


def heading_level(draft: Draft) -> Edited | None:
    """The level of a heading changed, of a section without subsections."""
    sections = draft.page.sections
    for section in draft.shuffled(sections[1:]):
        heading = section.heading
        if not heading or section.end != section.content_end or "<!--" in heading.text:
            continue
        level = section.level + (1 if section.level == _TOP else draft.random.choice((-1, 1)))
        if _TOP <= level <= _DEEPEST:
            marks = "=" * level
            edit = Edit(*heading.span, f"{marks} {heading.title} {marks}")
            made = draft.replaced("heading level changed", "section level", edit)
            return made._replace(truths=(made.truths[0]._replace(before="", after=""),))
    return None


def section_added(draft: Draft) -> Edited | None:
    """A section with a paragraph, perhaps with a reference, added before another."""
    tops = [each for each in draft.page.sections[1:] if each.level == _TOP]
    if not (section := draft.pick(tops)):
        return None
    sentences = draft.shuffled([each for each in draft.words.sentences if each not in draft.text])
    title, start = draft.title(), section.start
    reference = draft.random.choice(["", new_reference(draft)])
    text = f"== {title} ==\n{sentences[0]} {sentences[1]}{reference}\n\n{sentences[2]}\n\n"
    edit = Edit(start, start, text)
    truths = [Truth("section added", Span(start, start), place_of([edit], edit), title)]
    if reference:
        at = start + text.index(reference)
        place = Span(at, at + len(reference))
        truths.append(Truth("reference within, added", None, place))
    return draft.made("section added", [edit], truths)


def section_removed(draft: Draft) -> Edited | None:
    """A section without subsections removed; no reference that is used elsewhere goes with it."""
    for section in draft.shuffled(draft.page.sections[1:]):
        start, end = section.span
        if section.end != section.content_end or not _is_whole(draft, section):
            continue
        if any(link.kind in ("category", "interlanguage") for link in draft.page.links
               if start <= link.start < end):  # fmt: skip
            continue
        places = [
            (use.node.start, reference)
            for reference in draft.page.references.all
            for use in reference.uses
        ]
        inside = [(at, each) for at, each in places if start <= at < end]
        if any(each.name is not None for _, each in inside) or draft.page.references.lists == []:
            continue
        if any(start <= each.node.start < end for each in draft.page.references.lists):
            continue
        edit = Edit(start, end, "")
        truths = [Truth("section removed", section.span, Span(start, start), section.title)]
        truths += [Truth("reference within, removed", Span(at, at + 1), None) for at, _ in inside]
        return draft.made("section removed", [edit], truths)
    return None


def paragraph_split(draft: Draft) -> Edited | None:
    """A paragraph parted in two between two sentences."""
    for paragraph in draft.shuffled(draft.paragraphs):
        behind = set(draft.ends_of_sentences())
        ends = [end for _, end in draft.sentences(paragraph)[:-1] if end in behind]
        if (end := draft.pick(ends)) and draft.text[end : end + 1] == " ":
            edit = Edit(end, end + 1, "\n\n")
            return _of_paragraphs(draft, "paragraph split", edit, paragraph)
    return None


def paragraphs_joined(draft: Draft) -> Edited | None:
    """Two paragraphs that follow each other joined."""
    starts = {each.start: each for each in draft.paragraphs}
    pairs = [each for each in draft.paragraphs if each.end + 2 in starts]
    if not (first := draft.pick(pairs)):
        return None
    edit = Edit(first.end, first.end + 2, " ")
    both = Span(first.start, starts[first.end + 2].end)
    return _of_paragraphs(draft, "paragraphs joined", edit, both)


def _of_paragraphs(draft: Draft, kind: str, edit: Edit, old: Span) -> Edited:
    return draft.made(kind, [edit], [Truth(kind, old, place_after([edit], *old))])


def white_space(draft: Draft) -> Edited | None:
    """Nothing but white space that shows nowhere put in or taken out."""
    ends = [paragraph.end for paragraph in draft.paragraphs]
    spaces = [start - 1 for each in draft.paragraphs for start, _ in draft.plain_words(each)
              if draft.text[start - 1] == " "]  # fmt: skip
    headings = [
        each for each in draft.page.document.headings
        if not each.possible and each.title and "<!--" not in each.text
    ]  # fmt: skip
    edits = []
    if ends:
        end = draft.random.choice(ends)
        edits += [Edit(end, end, "\n"), Edit(end, end, " ")]
    if spaces:
        space = draft.random.choice(spaces)
        edits.append(Edit(space, space, " "))
    if headings:
        heading = draft.random.choice(headings)
        marks = "=" * heading.level
        spaced, tight = f"{marks} {heading.title} {marks}", f"{marks}{heading.title}{marks}"
        edits.append(Edit(*heading.span, tight if heading.text == spaced else spaced))
    if not (edit := draft.pick(edits)):
        return None
    old = Span(len(draft.text[: edit.start].rstrip()), edit.end)
    truth = Truth("white space", old, Span(old.start, place_of([edit], edit).end))
    return draft.made("white space changed", [edit], [truth])
