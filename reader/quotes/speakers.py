"""From a chosen mention to a ``Speaker``: full name, kind, role, and whether it is sure."""

from __future__ import annotations

from collections.abc import Iterable

from reader.domain.quote import Speaker, SpeakerKind
from reader.domain.span import Span
from reader.quotes.antecedents import Antecedents
from reader.quotes.document import Document
from reader.quotes.lexicon import ANONYMOUS_WORDS
from reader.quotes.mentions import Mention, MentionKind, singular
from reader.quotes.names import Entity, NameForm
from reader.quotes.roles import role_of

SURE_SHARE = 0.8
"""Share of the ranker's probability from which a mention counts as sure."""


class Naming:
    """Names the speakers of one text, each mention once; ``chosen`` are all mentions that speak."""

    def __init__(self, document: Document, chosen: Iterable[Mention]) -> None:
        self._document = document
        self._antecedents = Antecedents(document, {mention.start for mention in chosen})
        self._known: dict[int, Entity | None] = {}

    def speaker(self, mention: Mention, share: float) -> Speaker:
        """Return the speaker that ``mention`` stands for, chosen with the probability ``share``."""
        if mention.start not in self._known:
            self._known[mention.start] = self._bearer(mention)
        entity = self._known[mention.start]
        text = self._document.text
        return Speaker(
            span=Span(mention.start, mention.end),
            mention=text[mention.start : mention.end],
            name=entity.label if entity is not None else None,
            is_sure=share >= SURE_SHARE,
            kind=self._kind(mention, entity),
            role=role_of(self._document, mention, entity),
        )

    def _bearer(self, mention: Mention) -> Entity | None:
        if mention.kind is MentionKind.NAME:
            return self._document.registry.bearer(mention)
        if mention.kind is MentionKind.PRONOUN:
            return self._antecedents.resolve(mention)
        return self._in_apposition(mention)

    def _in_apposition(self, mention: Mention) -> Entity | None:
        """Return who a noun phrase names right after its comma: "a strategist, Ana Rivera, said"."""
        passage, _ = self._document.places[mention.start]
        tokens = passage.paragraph.tokens
        if self._document.registry.form(mention) is not NameForm.PERSON:
            return None
        if mention.last + 1 >= len(tokens) or tokens[mention.last].tag != ",":
            return None
        named = self._document.places.get(tokens[mention.last + 1].start)
        if named is None or named[1].kind is not MentionKind.NAME or named[1].last >= len(tokens):
            return None
        return self._document.registry.bearer(named[1]) if tokens[named[1].last].tag in ",." else None

    def _kind(self, mention: Mention, entity: Entity | None) -> SpeakerKind | None:
        if mention.kind is MentionKind.PRONOUN:
            return SpeakerKind.PRONOUN
        form = self._document.registry.form(mention)
        if mention.kind is MentionKind.NAME:
            acronym = entity is None or (
                len(entity.words) == 1 and entity.label.isupper() and len(entity.label) > 1
            )
            is_body = form is NameForm.BODY or (form is NameForm.UNKNOWN and acronym)
            return SpeakerKind.ORGANISATION if is_body else SpeakerKind.PERSON
        if form is NameForm.BODY:
            return SpeakerKind.ORGANISATION
        if form is not NameForm.PERSON:
            return None
        return SpeakerKind.ANONYMOUS if self._is_anonymous(mention) else SpeakerKind.ROLE

    def _is_anonymous(self, mention: Mention) -> bool:
        words = self._document.text[mention.start : mention.end].lower().split()
        if words[0] in ("the", "his", "her", "its", "their", "my", "our"):
            return singular(words[-1]) in ("source", "insider")
        return words[0] in ("a", "an", "one", "some", "another", "several", "many") or bool(
            ANONYMOUS_WORDS.intersection(words)
        )
