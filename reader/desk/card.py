"""All there is to say of one quotation, in the order a person asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.desk.exporting import STYLES, cite_bookmark
from reader.desk.keeping import make_bookmark
from reader.domain.dates import local_day, short_date
from reader.domain.mark import Bookmark, Kind
from reader.domain.quote import Decision, Speaker
from reader.values import NamedTuple

if TYPE_CHECKING:
    from reader.desk.desk import Desk
    from reader.desk.reading import Reading
    from reader.domain.quote import Quotation

SURE, DOUBTFUL, BY_PERSON, UNKNOWN = "Sure.", "In doubt.", "By your word.", "Nobody was found who said it."


class Form(NamedTuple):
    """The quotation in one of the styles it can be copied in."""

    style: str
    title: str
    text: str


class Card(NamedTuple):
    """One quotation or passage: its words joined, then what is known of them, each empty when nothing is.

    ``certainty`` says in a sentence or two how sure the speaker is and which words told. ``former`` are
    the words it was first kept with, where it has since been placed on others. ``is_kept`` tells whether
    there is a bookmark that holds note, tags, label and status.
    """

    words: str
    speaker: str
    role: str
    certainty: str
    sentence: str
    origin: str
    place: str
    former: str
    kept_on: str
    note: str
    tags: tuple[str, ...]
    label: str
    status: str
    forms: tuple[Form, ...]
    is_kept: bool


def card_of_quotation(desk: Desk, reading: Reading, quotation: Quotation) -> Card:
    """Return the card of a quotation of an open article."""
    kept = desk.kept(reading).bookmark_of(quotation.number - 1)
    count = len(reading.quotations)
    speaker = quotation.speaker
    reasons = [_certainty(speaker)]
    if speaker is not None and speaker.decided is not Decision.SPEAKER:
        reasons.append(desk.explain(reading, quotation).sentence(reading.article.text))
    card = _card(desk, kept or make_bookmark(reading, quotation, 0.0), speaker, is_kept=kept is not None)
    return card._replace(certainty=" ".join(reasons), place=f"Quotation {quotation.number} of {count}")


def card_of_bookmark(desk: Desk, bookmark: Bookmark) -> Card:
    """Return the card of a kept quotation, of which the article need not be there any more."""
    certainty = _certainty(bookmark.said_by) if bookmark.kind is Kind.QUOTATION else ""
    return _card(desk, bookmark, bookmark.said_by, is_kept=True)._replace(certainty=certainty)


def _certainty(speaker: Speaker | None) -> str:
    if speaker is None:
        return UNKNOWN
    if speaker.decided is not None:
        return BY_PERSON
    return DOUBTFUL if speaker.is_doubtful else SURE


def _card(desk: Desk, bookmark: Bookmark, speaker: Speaker | None, *, is_kept: bool) -> Card:
    origin = [bookmark.title, bookmark.source, short_date(bookmark.published)]
    forms = (Form(style.name, style.title, cite_bookmark(desk, bookmark, style.name)) for style in STYLES)
    return Card(
        words=bookmark.text,
        speaker=speaker.shown if speaker is not None else "",
        role=(speaker.role or "") if speaker is not None else "",
        certainty="",
        sentence=bookmark.sentence if bookmark.sentence != bookmark.text else "",
        origin=" · ".join(filter(None, origin)),
        place="",
        former=" … ".join(bookmark.former),
        kept_on=local_day(bookmark.kept_at) if is_kept else "",
        note=bookmark.note,
        tags=bookmark.tags,
        label=bookmark.label,
        status=bookmark.status,
        forms=tuple(forms),
        is_kept=is_kept,
    )
