"""What holds for every document: nothing is lost between an article and its file."""

from __future__ import annotations

from hypothesis import given, settings

from reader.domain.article import BLOCK_SEPARATOR
from reader.domain.clean import clean
from reader.library.formats.document import Document, build_document, pieces_of
from reader.library.formats.markdown import parse_markdown
from reader.library.formats.markdown_writing import write_markdown
from tests.properties.documents import documents


@given(documents)
@settings(max_examples=400, deadline=None)
def test_a_document_comes_back_from_its_file_as_it_was(document: Document) -> None:
    assert parse_markdown(write_markdown(document)) == document


@given(documents)
@settings(max_examples=200, deadline=None)
def test_blocks_tile_the_text_and_spans_lie_inside_them(document: Document) -> None:
    assert BLOCK_SEPARATOR.join(block.span.of(document.text) for block in document.blocks) == document.text
    starts = [block.span.start for block in document.blocks]
    assert starts == sorted(starts)
    for span in document.spans:
        assert any(block.span.covers(span.span) for block in document.blocks)
        assert span.span.of(document.text).strip() == span.span.of(document.text) != ""


@given(documents)
@settings(max_examples=200, deadline=None)
def test_the_normal_form_of_a_normal_form_is_itself(document: Document) -> None:
    assert build_document(document.front, pieces_of(document)) == document


@given(documents)
@settings(max_examples=200, deadline=None)
def test_a_written_file_needs_no_cleaning(document: Document) -> None:
    written = write_markdown(document)
    assert clean(written) == written
