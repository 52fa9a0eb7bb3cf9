"""Who "he", "she" and "who" stand for.

One pass over the mentions of a text: every naming of a person, and every pronoun once it is resolved, adds
to that person's salience, which fades from sentence to sentence. A pronoun goes to the most salient person
of its gender if that one leads clearly. No answer is better than a wrong one.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Container, Sequence

from reader.quotes.cues import SAY
from reader.quotes.document import Document
from reader.quotes.lexicon import GENDERED
from reader.quotes.mentions import Mention, MentionKind
from reader.quotes.names import Entity
from reader.quotes.tokens import Token

_WINDOW = 24
"""Mentions looked back over; what is farther away is not what a pronoun stands for."""

_FADE = 0.72
_TAKEOVER = 0.5
"""What is left of everybody else's level when a name leads a sentence."""

_LEAD_WEIGHT = 1.7
_FRAMED_WEIGHT = 0.45
_SPEAKER_WEIGHT = 0.6
_UNKNOWN_GENDER = 0.7
_UNKNOWN_PERSON = 0.3
_CLEAR_LEAD = 1.7
_FARTHEST_WHO = 80
"""Code points between a name and the "who" that stands for it."""


class _Salience:
    """How present each person is at a point of the text."""

    def __init__(self) -> None:
        self._recent: deque[Entity] = deque(maxlen=_WINDOW)
        self._levels: dict[int, tuple[float, int]] = {}

    def raise_level(self, entity: Entity, weight: float, sentence: int) -> None:
        """Add ``weight`` to what is left of the level of ``entity``."""
        self._recent.append(entity)
        self._levels[id(entity)] = (self.level(entity, sentence) + weight, sentence)

    def level(self, entity: Entity, sentence: int) -> float:
        """Return the level of ``entity`` in the sentence numbered ``sentence``."""
        level, seen = self._levels.get(id(entity), (0.0, sentence))
        return level * _FADE ** (sentence - seen)

    def take_over(self, entities: Sequence[Entity]) -> None:
        """Let ``entities`` be those spoken of: everybody else recedes."""
        for other in {id(item) for item in self._recent} - {id(item) for item in entities}:
            level, seen = self._levels[other]
            self._levels[other] = (level * _TAKEOVER, seen)

    def leader(self, gender: str, sentence: int) -> Entity | None:
        """Return the person of ``gender`` who leads clearly, or None."""
        levels = {
            id(entity): (self.level(entity, sentence) * _fitness(entity, gender), entity)
            for entity in self._recent
        }
        ranked = sorted(levels.values(), key=lambda pair: pair[0], reverse=True)
        if not ranked or ranked[0][0] <= 0:
            return None
        if len(ranked) > 1 and ranked[0][0] < _CLEAR_LEAD * ranked[1][0]:
            return None
        return ranked[0][1]


def _fitness(entity: Entity, gender: str) -> float:
    """Return how well ``entity`` can be a person of ``gender``, 0 to 1."""
    if entity.gender:
        return float(entity.gender == gender)
    return _UNKNOWN_GENDER if entity.is_person or entity.speaks or len(entity.words) > 1 else _UNKNOWN_PERSON


def _is_paired(mention: Mention, tokens: Sequence[Token], lead: Mention) -> bool:
    """Tell whether ``mention`` shares its place with the lead, as in "Ana and Ben came"."""
    if mention.outer - lead.last > 2:
        return False
    return all(token.lower in ("and", "or", ",") for token in tokens[lead.last : mention.outer])


def _weight(mention: Mention, tokens: Sequence[Token], lead: Mention | None) -> float:
    """Return what one naming adds: much for a lead, little for an owner or behind a preposition."""
    is_framed = mention.outer > 0 and tokens[mention.outer - 1].tag == "p"
    is_owner = mention.last < len(tokens) and tokens[mention.last].tag == "'"
    if is_framed or is_owner:
        return _FRAMED_WEIGHT
    return _LEAD_WEIGHT if lead is None or _is_paired(mention, tokens, lead) else 1.0


def _says(mention: Mention, tokens: Sequence[Token]) -> bool:
    """Tell whether a verb of saying stands right after the mention, as it mostly does after people."""
    return mention.last < len(tokens) and tokens[mention.last].tag == SAY


class Antecedents:
    """The pronouns of one text and who they stand for; ``speakers`` holds where chosen mentions begin."""

    def __init__(self, document: Document, speakers: Container[int]) -> None:
        self._document = document
        self._speakers = speakers
        self._salience = _Salience()
        self._answers: dict[int, Entity | None] = {}
        sentence = 0
        for passage in document.passages:
            for mentions in passage.mentions:
                self._read(mentions, passage.paragraph.tokens, sentence)
                sentence += 1

    def _read(self, mentions: Sequence[Mention], tokens: Sequence[Token], sentence: int) -> None:
        lead: Mention | None = None
        before: tuple[int, Entity] | None = None
        for mention in mentions:
            entities = self._entities(mention, sentence, before)
            if not entities:
                continue
            weight = _weight(mention, tokens, lead)
            if weight == _LEAD_WEIGHT and lead is None:
                lead = mention
                if mention.kind is MentionKind.NAME:
                    self._salience.take_over(entities)
            speaks = mention.start in self._speakers
            for entity in entities:
                entity.speaks = entity.speaks or speaks or _says(mention, tokens)
                self._salience.raise_level(entity, weight + _SPEAKER_WEIGHT * speaks, sentence)
            if mention.kind is MentionKind.NAME:
                before = mention.end, entities[0]

    def _entities(self, mention: Mention, sentence: int, before: tuple[int, Entity] | None) -> list[Entity]:
        """Return whom ``mention`` may speak of; pronouns are answered on the way."""
        if mention.kind is MentionKind.NAME:
            return [item for item in self._document.registry.bearers(mention) if item.could_be_person]
        if mention.kind is not MentionKind.PRONOUN:
            return []
        answer: Entity | None = None
        if mention.head == "who":
            answer = before[1] if before is not None and mention.start - before[0] < _FARTHEST_WHO else None
        elif mention.head in GENDERED:
            answer = self._salience.leader(GENDERED[mention.head], sentence)
        self._answers[mention.start] = answer
        return [] if answer is None else [answer]

    def resolve(self, mention: Mention) -> Entity | None:
        """Return who the pronoun ``mention`` stands for, or None in doubt."""
        return self._answers.get(mention.start)
