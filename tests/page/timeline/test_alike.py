"""Sentences that may tell the same."""

import pytest

from homs_wiki.page.timeline.alike import Sentence, find_alike


def clauses(language: str, *texts: str) -> list[str]:
    sentences = [Sentence(text, language) for text in texts]
    return [found.clause for found in find_alike(sentences, language, lambda *_: True)]


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        pytest.param("en", "They took the Alder Bridge", "They took the Birch Bridge", id="names"),
        pytest.param("en", "He met Anna Brook at home", "He met Anna Brook at home", id="no verb"),
        pytest.param("en", "They took Anna Hill", "They took Anna Brook", id="name goes on"),
        pytest.param("en", "They took Anna Hill", "Yet took Anna Hill again", id="again"),
        pytest.param(
            "en", "They took \ufffc Lowmill Fort", "He took \ufffc Lowmill Fort", id="gap"
        ),
        pytest.param("en", "They shot 5 at Lowmill", "They shot 7 at Lowmill", id="numbers"),
        pytest.param("ur", "فوج نے شہر پر حملہ کیا", "باغی نے شہر پر حملہ کیا", id="common words"),
        pytest.param("de", "Sie nahmen Unterdorf ein", "Sie nahmen Unterdorf ein", id="few words"),
    ],
)
def test_sentences_that_tell_something_else(language: str, one: str, other: str) -> None:
    assert clauses(language, one, other) == []


@pytest.mark.parametrize(
    ("language", "one", "other", "clause"),
    [
        pytest.param(
            "en",
            "They struck the Alder Bridge.",
            "Jets struck the Alder Bridge, too.",
            "struck the Alder Bridge",
            id="clause",
        ),
        pytest.param(
            "en",
            "Then Lowmill was taken.",
            "So Lowmill was taken.",
            "Lowmill was taken",
            id="passive",
        ),
        pytest.param(
            "ur",
            "وہ گلشن نگر کے مضافات میں پہنچ گئے",
            "فوج گلشن نگر کے مضافات میں پہنچ گئی",
            "گلشن نگر کے مضافات میں پہنچ گئی",
            id="other ending",
        ),
        pytest.param(
            "de",
            "Die Armee erreichte das Dorf Unterau",
            "Am Abend erreichte das Dorf Unterau die Armee",
            "erreichte das Dorf Unterau",
            id="all words",
        ),
        pytest.param(
            "en",
            "He took Port-\u00c9lan.",
            "It took Port-\u00c9lan.",
            "took Port-\u00c9lan",
            id="marks",
        ),
    ],
)
def test_sentences_that_tell_the_same(language: str, one: str, other: str, clause: str) -> None:
    assert clauses(language, one, other) == [clause]


def test_what_is_far_apart_is_not_compared() -> None:
    sentences = [Sentence("They struck the Alder Bridge.", "en")] * 2
    assert list(find_alike(sentences, "en", lambda *_: False)) == []


def test_a_word_of_many_sentences_makes_no_pairs() -> None:
    assert clauses("en", *["They struck the Alder Bridge."] * 7) == []


def test_very_long_sentences_are_compared_by_their_words_only() -> None:
    long = "They struck the Alder Bridge " + " ".join(f"w{chr(97 + n % 26)}" for n in range(200))
    assert clauses("en", long, long) == [""]
