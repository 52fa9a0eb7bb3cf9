"""Making a bookmark of a quotation, and the words in which a quotation is handed on."""

from __future__ import annotations

import secrets
import string

from reader.desk.anchors import context_after, context_before, sentence_around
from reader.desk.reading import Reading
from reader.domain.mark import Bookmark
from reader.domain.quote import Quotation, Speaker

_ID_LETTERS = string.ascii_lowercase + string.digits
ID_LENGTH = 12


def make_bookmark(reading: Reading, quotation: Quotation, kept_at: float) -> Bookmark:
    """Return a bookmark that holds all that is needed to cite the quotation and to find it again."""
    head, text = reading.article.head, reading.article.text
    return Bookmark(
        id="".join(secrets.choice(_ID_LETTERS) for _ in range(ID_LENGTH)),
        article=head.id,
        title=head.title,
        source=head.source,
        url=head.url,
        published=head.published,
        spans=quotation.spans,
        exact=tuple(span.of(text) for span in quotation.spans),
        before=context_before(text, quotation.span.start),
        after=context_after(text, quotation.span.end),
        sentence=sentence_around(text, quotation.span),
        speaker=quotation.speaker,
        kept_at=kept_at,
    )


def quotation_text(words: str, speaker: Speaker | None) -> str:
    """Return the quotation, then a dash and its speaker, a doubtful one with a question mark."""
    if speaker is None:
        return words
    return f"{words} — {speaker.shown}"
