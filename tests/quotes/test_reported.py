from __future__ import annotations

import time
from dataclasses import replace

import pytest

from reader.domain.article import BlockKind
from reader.domain.quote import QuoteKind
from reader.quotes import article_quotes, find_quotes, find_reported, reported_speech
from tests.quotes.test_articles import article_of

REPORTS = [
    ("Ana Rivera said that the bridge was ready.", "the bridge was ready", "Ana Rivera"),
    ("Ana Rivera said the bridge was ready.", "the bridge was ready", "Ana Rivera"),
    ("Ana Rivera said on Friday that the bridge was ready.", "the bridge was ready", "Ana Rivera"),
    ("Ana Rivera said Friday that the bridge was ready.", "the bridge was ready", "Ana Rivera"),
    ("Ana Rivera emphasized that the bridge was ready.", "the bridge was ready", "Ana Rivera"),
    ("Ana Rivera, the mayor, stressed that the bridge was ready.", "the bridge was ready", "Ana Rivera"),
    ("Ana Rivera told the council that the bridge was ready.", "the bridge was ready", "Ana Rivera"),
    ("Ana Rivera has argued that the bridge is too small.", "the bridge is too small", "Ana Rivera"),
    ("Ana Rivera also noted that the bridge is too small.", "the bridge is too small", "Ana Rivera"),
    ("The ministry announced that the bridge was ready.", "the bridge was ready", "the ministry"),
    ("The report warned that the bridge was too small.", "the bridge was too small", "the report"),
    ("Officials said the bridge will open on Monday.", "the bridge will open on Monday", "Officials"),
    ("Ana Rivera came. She added that the tunnel is next.", "the tunnel is next", "Ana Rivera"),
    ("The bridge opens on Monday, Ana Rivera said.", "The bridge opens on Monday", "Ana Rivera"),
    ("The bridge opens on Monday, said Ana Rivera.", "The bridge opens on Monday", "Ana Rivera"),
    ("The bridge opens on Monday, Ana Rivera said on Friday.", "The bridge opens on Monday", "Ana Rivera"),
    ("A spokesman confirmed that the bridge was closed.", "the bridge was closed", "a spokesman"),
    ("Ana Rivera claims that nobody has asked her.", "nobody has asked her", "Ana Rivera"),
    ("Mr. Lund wrote that the bridge was a gift.", "the bridge was a gift", "Lund"),
    ("Ana Rivera told reporters on Friday that the bridge was ready.", "the bridge was ready", "Ana Rivera"),
    ("Ana Rivera said that the bridge was ready; nobody came.", "the bridge was ready", "Ana Rivera"),
]
NO_REPORTS = [
    "Ana Rivera did not say that the bridge was ready.",
    "Ana Rivera never said that the bridge was ready.",
    "Ana Rivera would say that the bridge was ready.",
    "If Ana Rivera said that the bridge was ready, nobody heard it.",
    "Did Ana Rivera say that the bridge was ready?",
    "Ana Rivera refused to say that the bridge was ready.",
    "Ana Rivera said that the bridge was “a gift to us all.”",
    "“The bridge is ready,” Ana Rivera said.",
    "Ana Rivera called the bridge a gift.",
    "Ana Rivera said no.",
    "Ana Rivera said a few words.",
    "The bridge opened on Monday and the town was glad.",
    "Ana Rivera thought that the bridge was ready.",
    "I said that the bridge was ready.",
    "Pressed by Ben Okafor, Ana Rivera said there was none.",
    "It is said that the bridge was ready.",
    "The bridge opened, as Ana Rivera said it would on Monday.",
    "“Ana Rivera said that the bridge was ready,” he said.",
    "",
]


@pytest.mark.parametrize(("text", "clause", "speaker"), REPORTS)
def test_reported_speech_is_found_with_its_speaker(text: str, clause: str, speaker: str) -> None:
    (quote,) = find_reported(text)
    assert quote.span.of(text) == clause
    assert quote.kind is QuoteKind.INDIRECT
    assert quote.speaker is not None
    assert quote.speaker.label == speaker


@pytest.mark.parametrize("text", NO_REPORTS)
def test_what_is_no_plain_report_is_left_out(text: str) -> None:
    assert find_reported(text) == []


@pytest.mark.parametrize("text", [case[0] for case in REPORTS])
def test_reported_speech_is_no_quotation(text: str) -> None:
    assert find_quotes(text) == []


def test_reports_are_numbered_from_nought_in_the_order_of_the_text() -> None:
    text = "\n\n".join(case[0] for case in REPORTS)
    quotes = find_reported(text)
    assert [quote.group for quote in quotes] == list(range(len(quotes)))
    edges = [edge for quote in quotes for edge in (quote.span.start, quote.span.end)]
    assert edges == sorted(edges)


def test_an_article_reports_in_its_prose_and_in_english_alone() -> None:
    report = REPORTS[0][0]
    article = article_of((BlockKind.HEADING, report), (BlockKind.PARAGRAPH, report))
    (quote,) = reported_speech(article)
    assert quote.span.start > article.blocks[0].span.end
    assert article_quotes(article) == []
    assert reported_speech(replace(article, head=replace(article.head, language="de"))) == []


def test_an_endless_report_takes_time_in_proportion() -> None:
    find_reported(REPORTS[0][0])
    times = []
    for count in (200, 1600):
        text = "Ana Rivera said that the bridge was ready, and the mayor told the council, " * count
        began = time.process_time()
        find_reported(text)
        times.append(time.process_time() - began)
    assert times[1] <= 20 * times[0] + 0.25
