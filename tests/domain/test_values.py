"""Frozen classes behave as frozen dataclasses do, named tuples as those of the standard library."""

from __future__ import annotations

import copy
import pickle
from dataclasses import asdict, fields, replace
from typing import Any

import pytest

from reader.domain.anchor import Outcome, Placement
from reader.domain.article import ArticleHead, ArticleId, InlineKind, InlineSpan
from reader.domain.quote import Quotation, Quote, QuoteKind
from reader.domain.span import Span
from reader.values import NamedTuple, frozen


@frozen
class Emptied:
    """The fields of an inline span under another name."""

    kind: InlineKind
    span: Span
    url: str


HEAD = ArticleHead(ArticleId("a"), "Title", ("Jo Lee",), words=7)


def test_equal_fields_make_equal_values_of_one_hash() -> None:
    same = ArticleHead(ArticleId("a"), "Title", ("Jo Lee",), words=7)
    assert same == HEAD
    assert hash(same) == hash(HEAD)
    assert {HEAD: "found"}[same] == "found"
    assert replace(HEAD, words=8) != HEAD


def test_values_of_two_classes_are_never_equal() -> None:
    quote = Quote(Span(0, 3), QuoteKind.DIRECT, None, 0)
    quotation: object = Quotation((quote,))
    assert quotation != (quote,)
    span: object = InlineSpan(InlineKind.CODE, Span(0, 3), "")
    assert span != Emptied(InlineKind.CODE, Span(0, 3), "")


def test_what_dataclasses_offer_works() -> None:
    assert asdict(HEAD)["authors"] == ("Jo Lee",)
    assert [field.name for field in fields(Span)] == ["start", "end"]
    assert repr(Span(2, 5)) == "Span(start=2, end=5)"


def test_a_value_comes_back_from_a_copy_and_from_another_process() -> None:
    assert copy.deepcopy(HEAD) == HEAD
    assert pickle.loads(pickle.dumps(HEAD)) == HEAD


def test_there_is_no_room_for_what_is_no_field() -> None:
    assert not hasattr(HEAD, "__dict__")


def test_a_named_tuple_is_one() -> None:
    placement = Placement(Outcome.MOVED, (Span(0, 3),))
    outcome, spans, reason = placement
    assert (outcome, spans, reason) == tuple(placement) == (Outcome.MOVED, (Span(0, 3),), "")
    assert placement._replace(spans=()) == Placement(outcome=Outcome.MOVED)
    assert pickle.loads(pickle.dumps(placement)) == placement
    assert repr(placement).startswith("Placement(outcome=")
    assert Placement.__doc__


def test_wrong_fields_are_refused_by_name_from_the_first_value_on() -> None:
    @frozen
    class Frozen:
        first: int
        second: int = 2

    class Named(NamedTuple):
        first: int
        second: int = 2

    refused: Any
    for refused in (Frozen, Named):
        for _ in range(2):
            with pytest.raises(TypeError, match=rf"{refused.__name__}\.__\w+__\(\) missing .* 'first'"):
                refused()
            with pytest.raises(TypeError, match="unexpected keyword argument 'third'"):
                refused(1, third=3)
        assert refused(1) == refused(second=2, first=1) != refused(1, 3)
    with pytest.raises(TypeError, match="third"):
        refused(1)._replace(third=3)
