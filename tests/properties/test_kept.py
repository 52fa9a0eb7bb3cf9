"""What is kept goes out as JSON and comes in the same, and copied words are the article's own."""

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.desk.importing import read_bookmarks
from reader.desk.keeping import make_passage, trim
from reader.desk.reading import Reading
from reader.desk.repaired import stretched
from reader.domain.anchor import make_anchor
from reader.domain.article import Article, ArticleHead, ArticleId
from reader.domain.clean import clean, clean_line
from reader.domain.mark import STATUSES, Bookmark, Kind
from reader.domain.quote import Decision, Speaker, SpeakerKind
from reader.domain.span import Span
from reader.errors import UsageError
from reader.exports.document import bookmark_document

texts = st.text(max_size=30).map(clean)
lines = st.text(max_size=30).map(clean_line).filter(bool)
tags = st.text("abcüñ中-_1", min_size=1, max_size=9).filter(lambda tag: tag == "-".join(tag.split()))
times = st.floats(0, 4e9)


@st.composite
def spans(draw: st.DrawFn, most: int = 3) -> tuple[Span, ...]:
    ends = sorted(draw(st.lists(st.integers(0, 10**6), min_size=2, max_size=2 * most, unique=True)))
    return tuple(Span(start, end) for start, end in zip(ends[::2], ends[1::2], strict=False))


speakers = st.builds(
    Speaker,
    span=st.builds(
        lambda start, length: Span(start, start + length), st.integers(0, 999), st.integers(0, 99)
    ),
    mention=texts,
    name=st.none() | lines,
    is_sure=st.booleans(),
    kind=st.none() | st.sampled_from(SpeakerKind),
    role=st.none() | lines,
    decided=st.none() | st.sampled_from(Decision),
)


@st.composite
def bookmarks(draw: st.DrawFn) -> Bookmark:
    places = draw(spans())
    return Bookmark(
        id=draw(st.text("abc123", min_size=1, max_size=12)),
        article=ArticleId(draw(lines)),
        title=draw(texts.map(clean_line)),
        source=draw(st.none() | lines),
        url=draw(st.none() | st.just("https://example.org/a?b=ü")),
        published=draw(st.none() | st.just("2026-03-02T08:15")),
        spans=places,
        exact=tuple(draw(texts) for _ in places),
        before=draw(texts),
        after=draw(texts),
        sentence=draw(texts),
        speaker=draw(st.none() | speakers),
        kept_at=draw(times),
        repaired_speaker=draw(st.none() | lines),
        note=draw(texts.map(str.rstrip)),
        tags=tuple(dict.fromkeys(draw(st.lists(tags, max_size=3)))),
        label=draw(texts.map(clean_line)),
        status=draw(st.sampled_from(("", *STATUSES))),
        kind=draw(st.sampled_from(Kind)),
        former=tuple(draw(st.lists(texts, max_size=2))),
    )


@given(st.lists(bookmarks(), max_size=4, unique_by=lambda bookmark: bookmark.id))
def test_what_goes_out_comes_in_the_same(kept: list[Bookmark]) -> None:
    exported = json.dumps([bookmark_document(bookmark) for bookmark in kept]).encode()
    imported = read_bookmarks(exported, ())
    assert (imported.added, imported.present, imported.refused) == (tuple(kept), 0, ())
    again = read_bookmarks(exported, {bookmark.id for bookmark in kept})
    assert (again.added, again.present) == ((), len(kept))


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@given(bookmarks(), st.data())
def test_a_bookmark_altered_in_any_field_is_taken_in_or_refused_in_a_sentence(
    bookmark: Bookmark, data: st.DataObject
) -> None:
    document = bookmark_document(bookmark)
    name = data.draw(st.sampled_from(sorted(document)))
    document[name] = data.draw(json_values)
    imported = read_bookmarks(json.dumps([document]).encode(), ())
    assert len(imported.added) + len(imported.refused) == 1
    for sentence in imported.refused:
        assert sentence.endswith(".")
        assert "\n" not in sentence


def reading_of(text: str) -> Reading:
    return Reading(Article(ArticleHead(ArticleId("a"), "A title"), text, ()), ())


@given(st.text("ab “”,.\n👍é", min_size=1, max_size=60), st.integers(0, 70), st.integers(0, 70))
def test_words_kept_are_the_articles_own(text: str, start: int, length: int) -> None:
    reading, span = reading_of(text), Span(start, start + length)
    words = text[start : start + length]
    try:
        passage = make_passage(reading, [span], "key", 1.0)
    except UsageError:
        assert not words.strip() or start + length > len(text)
        return
    (place,) = passage.spans
    assert place == trim(text, span)
    assert passage.exact == (text[place.start : place.end],) == (words.strip(),)
    assert passage.anchor == make_anchor(text, passage.spans)


@settings(max_examples=300)
@given(
    st.text("ab “”,.\n", min_size=2, max_size=60),
    st.data(),
    st.integers(-4, 4),
    st.integers(-4, 4),
)
def test_a_stretched_quotation_stays_in_its_paragraph_and_keeps_a_word(
    text: str, data: st.DataObject, before: int, after: int
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    (moved,) = stretched(text, [span], before, after)
    assert 0 <= moved.start <= moved.end <= len(text)
    if "\n" not in span.of(text):
        assert "\n" not in moved.of(text)
    if any(map(str.isalnum, span.of(text))):
        assert any(map(str.isalnum, moved.of(text)))
    assert moved.start <= span.start if before >= 0 else moved.start >= span.start
    assert moved.end >= span.end if after >= 0 else moved.end <= span.end
