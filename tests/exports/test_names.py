"""Bylines taken apart."""

from __future__ import annotations

import pytest

from reader.exports.names import Literal, Person, parse_name, with_initials


@pytest.mark.parametrize(
    ("byline", "family", "given"),
    [
        ("Jo Lee", "Lee", "Jo"),
        ("He Wei", "He", "Wei"),
        ("Zhang Xiaoming", "Zhang", "Xiaoming"),
        ("Wei Zhang", "Zhang", "Wei"),
        ("Lee Harper", "Harper", "Lee"),
        ("Kim Min-ji", "Kim", "Min-ji"),
        ("Nguyen Van Minh", "Nguyen", "Van Minh"),
        ("Ursula von der Leyen", "von der Leyen", "Ursula"),
        ("Kim Novak", "Novak", "Kim"),
        ("Song Adams", "Adams", "Song"),
    ],
)
def test_a_person_has_a_family_name_and_a_given_one(byline: str, family: str, given: str) -> None:
    name = parse_name(byline)
    assert isinstance(name, Person)
    assert (name.family, name.given) == (family, given)


def test_a_suffix_is_neither() -> None:
    assert parse_name("Martin Luther King Jr.") == Person("King", "Martin Luther", "Jr.")


@pytest.mark.parametrize(
    "byline",
    ["Staff and agencies", "Xinhua", "The Associated Press", "BBC News", "Editorial Board", "AFP Shanghai",
     "何伟", "Channel 4", "China Daily staff", "Lee, Jo", "team of reporters"],
)  # fmt: skip
def test_who_is_no_person_stays_whole(byline: str) -> None:
    assert parse_name(byline) == Literal(byline)


def test_a_byline_that_is_the_outlet_is_no_person() -> None:
    assert parse_name("Harbour Tidings", "Harbour Tidings") == Literal("Harbour Tidings")


def test_initials_keep_their_hyphen() -> None:
    assert with_initials(parse_name("Kim Min-ji")) == "Kim, M.-j."
    assert with_initials(parse_name("Ana Maria Rivera")) == "Rivera, A. M."
