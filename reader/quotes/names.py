"""Who a mention stands for: surnames to full names, titles and first names to genders.

The registry knows every name of a text; it never guesses between two bearers of one surname.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import Enum

from reader.quotes.first_names import EITHER, FEMALE, MALE
from reader.quotes.lexicon import (
    BODY_NOUNS,
    DOCUMENT_NOUNS,
    FEMALE_TITLES,
    MALE_TITLES,
    ORGANISATION_WORDS,
    PERSON_NOUNS,
)
from reader.quotes.mentions import Mention, MentionKind, singular
from reader.quotes.places import PLACE_HEADS, PLACES

_MOST_BEARERS = 12
"""People looked at who share a name; keeps a text of nothing but namesakes linear."""


class NameForm(Enum):
    """What sort of thing a mention seems to be."""

    PERSON = "person"
    BODY = "body"
    DOCUMENT = "document"
    PLACE = "place"
    OPENING = "opening"
    """A word that has its capital letter perhaps only from opening its sentence."""
    UNKNOWN = "unknown"


@dataclass(slots=True)
class Entity:
    """One bearer of a name: the longest form met, its gender ("m", "f", "" unknown) and where it is named."""

    words: tuple[str, ...]
    label: str
    gender: str = ""
    is_person: bool = False
    is_body: bool = False
    speaks: bool = False
    starts: list[int] = field(default_factory=list)

    @property
    def could_be_person(self) -> bool:
        """Whether nothing says that this is a body or an acronym."""
        if self.is_person:
            return True
        is_acronym = self.label.isupper() and len(self.words) == 1
        is_place = self.words[-1] in PLACES or (self.words[0] in PLACE_HEADS and len(self.words) > 1)
        return not (self.is_body or is_acronym or is_place)


def gender_of(mention: Mention) -> str:
    """Return the gender that titles or the first name give away, else ''."""
    for title in mention.titles:
        if title in MALE_TITLES:
            return "m"
        if title in FEMALE_TITLES:
            return "f"
    if len(mention.words) < 2:
        return ""
    first = mention.words[0]
    if first in MALE:
        return "m"
    return "f" if first in FEMALE else ""


def is_body_name(mention: Mention) -> bool:
    """Tell whether the words of a name are those of an organisation."""
    is_named_so = any(
        word in ORGANISATION_WORDS or singular(word) in ORGANISATION_WORDS for word in mention.words
    )
    if is_named_so and not mention.titles:
        return True
    return mention.outer < mention.first and not mention.titles


def _is_person_name(mention: Mention) -> bool:
    if mention.titles:
        return True
    first = mention.words[0]
    return len(mention.words) > 1 and (first in MALE or first in FEMALE or first in EITHER)


def _agree(known: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Tell whether two names of two or more words can be one person's ("J. Price", "John Price")."""
    if known[-1] != words[-1]:
        return False
    one, other = known[0], words[0]
    if one == other or one in words or other in known:
        return True
    short = min(one, other, key=len)
    return one[0] == other[0] and (
        len(short.replace(".", "")) == 1 or max(one, other, key=len).startswith(short[:3])
    )


class Registry:
    """Every name of one text and who bears it."""

    def __init__(self, text: str, mentions: Iterable[Mention]) -> None:
        self._by_word: dict[str, list[Entity]] = {}
        self._by_last: dict[str, list[Entity]] = {}
        self._confirmed: set[str] = set()
        self._forms: dict[int, NameForm] = {}
        names = [mention for mention in mentions if mention.kind is MentionKind.NAME and mention.words]
        for mention in names:
            if len(mention.words) > 1:
                self._admit(text, mention)
            if len(mention.words) > 1 or not mention.opens or mention.titles:
                self._confirmed.update(mention.words)
        for mention in names:
            entity = self.bearer(mention)
            if entity is None and len(mention.words) == 1 and not self._by_last.get(mention.words[0]):
                entity = self._add(text, mention)
            if entity is not None:
                self._learn(entity, mention)

    @property
    def entities(self) -> list[Entity]:
        """Everybody and everything that bears a name, in the order of the text.

        A lone word that only ever opens sentences is left out: it has its capital letter from there.
        """
        bearers = {id(entity): entity for found in self._by_last.values() for entity in found}
        named = [e for e in bearers.values() if len(e.words) > 1 or e.words[0] in self._confirmed]
        return sorted(named, key=lambda entity: entity.starts[0] if entity.starts else 0)

    def _add(self, text: str, mention: Mention) -> Entity:
        entity = Entity(mention.words, text[mention.core_start : mention.end])
        for index, word in (
            (self._by_last, mention.words[-1]),
            *((self._by_word, w) for w in mention.words[:-1]),
        ):
            bearers = index.setdefault(word, [])
            if len(bearers) < _MOST_BEARERS:
                bearers.append(entity)
        return entity

    def _admit(self, text: str, mention: Mention) -> None:
        for entity in self._by_last.get(mention.words[-1], ()):
            if len(entity.words) > 1 and _agree(entity.words, mention.words):
                if len(mention.words) > len(entity.words) and not is_body_name(mention):
                    entity.words, entity.label = mention.words, text[mention.core_start : mention.end]
                return
        self._add(text, mention)

    @staticmethod
    def _learn(entity: Entity, mention: Mention) -> None:
        entity.starts.append(mention.start)
        entity.gender = entity.gender or gender_of(mention)
        entity.is_person = entity.is_person or _is_person_name(mention)
        entity.is_body = entity.is_body or is_body_name(mention)

    def bearer(self, mention: Mention) -> Entity | None:
        """Return who bears the name of ``mention``; None when two could, or nobody is known."""
        if not mention.words:
            return None
        known = self._by_last.get(mention.words[-1], [])
        if len(mention.words) > 1:
            fitting = [
                entity for entity in known if len(entity.words) > 1 and _agree(entity.words, mention.words)
            ]
            return fitting[0] if fitting else None
        if known:
            return self._choose(known, mention)
        leading = self._by_word.get(mention.words[0], [])
        return leading[0] if len(leading) == 1 else None

    def bearers(self, mention: Mention) -> list[Entity]:
        """Return everybody who may bear the name of ``mention``; more than one when that is in doubt."""
        entity = self.bearer(mention)
        if entity is not None or len(mention.words) != 1:
            return [] if entity is None else [entity]
        return self._by_last.get(mention.words[0], [])

    @staticmethod
    def _choose(known: Sequence[Entity], mention: Mention) -> Entity | None:
        """Choose among bearers of one surname by title, then by how far one outweighs the others."""
        gender = gender_of(mention)
        if gender and len(known) > 1:
            known = [entity for entity in known if entity.gender in ("", gender)] or known
        if len(known) == 1:
            return known[0]
        earlier = [entity for entity in known if entity.starts and entity.starts[0] < mention.start]
        return earlier[0] if len(earlier) == 1 else None

    def form(self, mention: Mention) -> NameForm:
        """Tell what sort of thing ``mention`` names."""
        form = self._forms.get(mention.start)
        if form is None:
            form = self._forms[mention.start] = self._find_form(mention)
        return form

    def _find_form(self, mention: Mention) -> NameForm:
        if mention.kind is MentionKind.PRONOUN:
            return NameForm.PERSON if mention.head in ("he", "she", "who", "i") else NameForm.UNKNOWN
        return noun_form(mention.head) if mention.kind is MentionKind.NOMINAL else self._name_form(mention)

    def _name_form(self, mention: Mention) -> NameForm:
        entity = self.bearer(mention)
        if is_body_name(mention) or (entity is not None and entity.is_body and not entity.is_person):
            return NameForm.BODY
        if entity is not None and entity.is_person:
            return NameForm.PERSON
        if mention.words[0] in PLACES:
            return NameForm.PLACE
        if mention.opens and mention.words[0] not in self._confirmed:
            return NameForm.OPENING
        return NameForm.UNKNOWN


def noun_form(noun: str) -> NameForm:
    """Tell what sort of thing a noun is for."""
    noun = noun.rsplit("-", 1)[-1]
    one = singular(noun)
    if one in PERSON_NOUNS or noun in PERSON_NOUNS:
        return NameForm.PERSON
    if one in BODY_NOUNS or noun in BODY_NOUNS:
        return NameForm.BODY
    return NameForm.DOCUMENT if one in DOCUMENT_NOUNS or noun in DOCUMENT_NOUNS else NameForm.UNKNOWN
