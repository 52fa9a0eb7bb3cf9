"""Who "he", "she" and "who" stand for.

One pass over the mentions of a text: every naming of a person, and every pronoun once it is resolved, adds
to that person's salience, which fades from sentence to sentence. A pronoun goes to the most salient person
of its gender if that one leads clearly. No answer is better than a wrong one.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Container, Sequence

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
_CLEAR_LEAD = 1.2
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

    def take_over(self, entity: Entity) -> None:
        """Let ``entity`` be the one spoken of: everybody else recedes."""
        for other in {id(item) for item in self._recent} - {id(entity)}:
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
    return _UNKNOWN_GENDER if entity.is_person or len(entity.words) > 1 else _UNKNOWN_PERSON


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
            entity = self._entity(mention, sentence, before)
            if entity is None:
                continue
            weight = _weight(mention, tokens, lead)
            if weight == _LEAD_WEIGHT and lead is None:
                lead = mention
                if mention.kind is MentionKind.NAME:
                    self._salience.take_over(entity)
            if mention.start in self._speakers:
                weight += _SPEAKER_WEIGHT
            self._salience.raise_level(entity, weight, sentence)
            if mention.kind is MentionKind.NAME:
                before = mention.end, entity

    def _entity(self, mention: Mention, sentence: int, before: tuple[int, Entity] | None) -> Entity | None:
        """Return the person ``mention`` speaks of; pronouns are answered on the way."""
        if mention.kind is MentionKind.NAME:
            entity = self._document.registry.bearer(mention)
            return entity if entity is not None and entity.could_be_person else None
        if mention.kind is not MentionKind.PRONOUN:
            return None
        if mention.head == "who":
            answer = before[1] if before is not None and mention.start - before[0] < _FARTHEST_WHO else None
        elif mention.head in GENDERED:
            answer = self._salience.leader(GENDERED[mention.head], sentence)
        else:
            return None
        self._answers[mention.start] = answer
        return answer

    def resolve(self, mention: Mention) -> Entity | None:
        """Return who the pronoun ``mention`` stands for, or None in doubt."""
        return self._answers.get(mention.start)
