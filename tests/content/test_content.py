"""The bundled pieces: what their heads say, how little they borrow, and what the engine finds in them."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from reader.domain.article import Article, ArticleHead, ArticleId, Block, BlockKind, InlineKind
from reader.library.formats.document import Document
from reader.library.formats.markdown import parse_markdown
from reader.quotes import article_quotes
from reader.tui.action_table import ACTIONS
from reader.tui.keys import key_sign

CONTENT = Path(__file__).parents[2] / "content"
EXPECTED = Path(__file__).with_name("expected.toml")
PATHS = sorted(CONTENT.glob("*.md"))
MOST_BORROWED_WORDS = 12
QUOTED_WORDS = re.compile(r"“([^”]*)”")
TAUGHT_KEYS = {
    "↓": "down",
    "j": "down",
    "↑": "up",
    "k": "up",
    "Enter": "open",
    "Space": "page_down",
    "b": "page_up",
    "/": "find",
    "q": "quit",
    "?": "help",
    "]": "next_quote",
    "n": "next_match",
    "[": "previous_quote",
    "p": "previous_quote",
    "s": "keep",
    "y": "copy_quote",
    "'": "kept",
    "Esc": "close",
    "U": "undo",
    "z": "zen",
    "T": "theme",
    ":": "palette",
    "a": "note",
}
"""The keys of the tour and the action that it promises of each."""

every_piece = pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)


class Finding(NamedTuple):
    """One quotation or piece of one: its words without marks, its kind, its speaker, its number."""

    words: str
    kind: str
    speaker: str | None
    number: int


def read_document(path: Path) -> Document:
    return parse_markdown(path.read_text(encoding="utf-8"))


def read_article(path: Path) -> Article:
    document = read_document(path)
    head = ArticleHead(id=ArticleId(path.stem), title=document.front.title or "")
    return Article(head, document.text, document.blocks, document.spans)


def words_of(article: Article, block: Block) -> str:
    return block.span.of(article.text)


def expected_findings(piece: str) -> list[Finding]:
    table = tomllib.loads(EXPECTED.read_text(encoding="utf-8"))
    quotes = next(entry["quote"] for entry in table["piece"] if entry["id"] == piece)
    findings: list[Finding] = []
    for quote in quotes:
        number = findings[-1].number if findings else 0
        number += not quote.get("continues", False)
        findings.append(Finding(quote["words"], quote["kind"], quote["speaker"], number))
    return findings


def found_findings(article: Article) -> list[Finding]:
    return [
        Finding(
            words=quote.span.of(article.text).strip("“”"),
            kind=str(quote.kind),
            speaker=quote.speaker.label if quote.speaker else None,
            number=quote.group + 1,
        )
        for quote in article_quotes(article)
    ]


def test_the_tour_and_eight_pieces_are_there_each_with_an_id_of_its_own() -> None:
    ids = [read_document(path).front.id for path in PATHS]
    assert len(ids) == 9
    assert len(set(ids)) == len(ids)
    assert "tour" in ids


def test_the_table_speaks_of_every_piece() -> None:
    table = tomllib.loads(EXPECTED.read_text(encoding="utf-8"))
    assert sorted(entry["id"] for entry in table["piece"]) == [path.stem for path in PATHS]


@every_piece
def test_a_piece_says_what_it_is(path: Path) -> None:
    front = read_document(path).front
    assert front.id == path.stem
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", path.stem)
    assert front.title
    assert front.authors == ("Pullquote",)
    assert front.source
    assert front.place
    assert front.language == "en"
    assert front.tags


@every_piece
def test_a_piece_bears_days_that_exist_in_the_right_order(path: Path) -> None:
    front = read_document(path).front
    published = date.fromisoformat(front.published or "")
    assert front.updated is None or date.fromisoformat(front.updated) >= published


@every_piece
def test_a_piece_is_read_in_three_minutes_at_most(path: Path) -> None:
    assert 250 <= len(read_article(path).text.split()) <= 600


@every_piece
def test_a_piece_opens_with_a_paragraph_under_its_own_title(path: Path) -> None:
    blocks = read_article(path).blocks
    assert blocks[0].kind is BlockKind.PARAGRAPH
    assert all(block.level == 2 for block in blocks if block.kind is BlockKind.HEADING)


@every_piece
def test_prose_uses_curly_marks_and_every_mark_has_its_other_half(path: Path) -> None:
    article = read_article(path)
    prose = article.text
    for span in [span.span for span in article.spans if span.kind is InlineKind.CODE]:
        prose = prose[: span.start] + " " * len(span) + prose[span.end :]
    assert not re.search("[\"'‘«»„]", prose)
    for block in article.blocks:
        marks = re.sub("[^“”]", "", words_of(article, block))
        assert marks == "“”" * (len(marks) // 2)


@every_piece
def test_people_are_quoted_in_twelve_words_at_most(path: Path) -> None:
    if path.stem == "tour":
        assert {finding.speaker for finding in expected_findings("tour")} == {"the tour"}
        return
    borrowed = " ".join(QUOTED_WORDS.findall(read_article(path).text)).split()
    assert 0 < len(borrowed) <= MOST_BORROWED_WORDS


@every_piece
def test_the_engine_finds_what_a_careful_reader_finds(path: Path) -> None:
    assert found_findings(read_article(path)) == expected_findings(path.stem)


def test_the_tour_teaches_keys_that_do_what_it_says() -> None:
    article = read_article(CONTENT / "tour.md")
    named = {span.span.of(article.text) for span in article.spans if span.kind is InlineKind.CODE}
    assert named == set(TAUGHT_KEYS)
    live = {(key_sign(key), action.id) for action in ACTIONS for key in action.keys}
    assert set(TAUGHT_KEYS.items()) <= live


def test_together_the_pieces_show_all_that_a_page_can_draw_but_images_and_struck_out_words() -> None:
    articles = [read_article(path) for path in PATHS]
    kinds = {block.kind for article in articles for block in article.blocks}
    assert kinds == set(BlockKind) - {BlockKind.IMAGE}
    inline_kinds = {span.kind for article in articles for span in article.spans}
    assert inline_kinds == set(InlineKind) - {InlineKind.STRIKE}


@every_piece
def test_a_pull_quote_repeats_a_sentence_of_its_piece(path: Path) -> None:
    article = read_article(path)
    body = "\n".join(
        words_of(article, block) for block in article.blocks if block.kind is not BlockKind.PULL_QUOTE
    )
    for block in article.blocks:
        if block.kind is BlockKind.PULL_QUOTE:
            assert words_of(article, block) in body


@every_piece
def test_a_related_line_names_another_piece(path: Path) -> None:
    titles = {read_document(other).front.title for other in PATHS if other != path}
    article = read_article(path)
    for block in article.blocks:
        if block.kind is BlockKind.RELATED:
            assert words_of(article, block).partition(": ")[2] in titles


@every_piece
def test_links_lead_to_secure_addresses(path: Path) -> None:
    links = [span for span in read_article(path).spans if span.kind is InlineKind.LINK]
    assert all(link.url.startswith("https://") for link in links)


@every_piece
def test_no_sentence_stands_in_two_pieces_but_the_note_on_sources(path: Path) -> None:
    here = set(long_sentences(path))
    for other in PATHS:
        if other != path:
            assert not here & set(long_sentences(other))


def long_sentences(path: Path) -> list[str]:
    article = read_article(path)
    text = " ".join(words_of(article, block) for block in article.blocks[:-1])
    return [sentence for sentence in re.split(r"(?<=[.?!])\s+", text) if len(sentence.split()) > 6]
