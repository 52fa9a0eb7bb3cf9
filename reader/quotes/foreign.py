"""Quotations of German, French and Spanish texts by a sieve, of other languages by their marks alone.

The sieve tries, in this order: what stands right after the marks, a frame ("laut", "selon", "según"), the
last verb of saying of the clause before, the piece before it in the same paragraph, the quotation above.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from reader.domain.quote import Quote, QuoteKind, Speaker, SpeakerKind
from reader.domain.span import Span
from reader.quotes.dialogue import read_dialogue
from reader.quotes.first_names import FEMALE, MALE
from reader.quotes.grammars import MASK, Grammar, grammar_of
from reader.quotes.marks import Segment
from reader.quotes.overlay import full_names
from reader.values import NamedTuple

_REACH = 160
"""Code points read on either side of a quotation."""

_FEWEST_WORDS = 3
_FEWEST_LETTERS = 6
_CLAUSE = re.compile(r"[.!?…;](?:\s|$)")
_APPOSITION = re.compile(r", (?P<name>[A-ZÀ-Þ][\w’-]+(?: [A-ZÀ-Þ][\w’-]+){1,3})(?=[,.;:]| [a-z])")
_ENDS = ".!?…。！？"
_WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_TITLES = frozenset(
    "herr frau dr dr. prof prof. hr. fr. m m. mme mme. monsieur madame señor señora don doña sr. sra.".split()
)
_FEMALE = frozenset("frau mme mme. madame señora doña sra. die la una eine une".split())
_MALE = frozenset("herr hr. m m. monsieur señor don sr. der el le un ein".split())
_MARKS = "\"'“”„«»‘’‚「」『』`‹› \u00a0\u202f"


class Source(NamedTuple):
    """Who was found: the place of the mention, (-1, -1) for a verb without one."""

    start: int
    end: int
    is_firm: bool


def words_of(text: str, segment: Segment) -> str:
    """Return the quoted words without marks."""
    return text[segment.start : segment.end].strip(_MARKS)


def is_sentence(text: str, segment: Segment) -> bool:
    """Tell whether quoted words begin with a capital and end as a sentence does."""
    content = words_of(text, segment)
    after = text[segment.end : segment.end + 1]
    first = content.lstrip("¿¡…")[:1]
    return not first.islower() and (content[-1:] in _ENDS + "," or after in (",", ".", "", "\n"))


def is_kept(text: str, segment: Segment) -> bool:
    """Tell whether quoted text that nobody is known to have said is a quotation all the same."""
    content = words_of(text, segment)
    if _WIDE.search(content):
        return len(content) >= _FEWEST_LETTERS
    return len(content.split()) >= _FEWEST_WORDS or content[-1:] in _ENDS


_AUXILIARIES = frozenset("a ont avait avaient hat haben hatte hatten ha han había habían".split())
"""Verbs before the one that says ("le maire a dit"), which a noun phrase would take for its last word."""


class Cast:
    """The people of one text: full names by surname, and whoever spoke last."""

    def __init__(self, text: str, grammar: Grammar) -> None:
        self._text = text
        self._grammar = grammar
        self._names = full_names(text)
        self.last: Speaker | None = None

    def speaker(self, source: Source) -> Speaker | None:
        """Return the speaker that ``source`` stands for."""
        if source.start < 0:
            return self.follow()
        mention = self._text[source.start : source.end]
        head, _, last = mention.rpartition(" ")
        if head and last in _AUXILIARIES:
            mention, source = head, source._replace(end=source.start + len(head))
        words, lower = mention.replace("’", "’ ").split(), mention.lower()
        if lower in self._grammar.pronouns:
            found = self._pronoun(source, mention)
        else:
            found = self._named(source, mention, words)
        self.last = found
        return found

    def follow(self) -> Speaker | None:
        """Return the last speaker as a guess."""
        last = self.last
        return (
            None
            if last is None
            else Speaker(last.span, last.mention, last.name, is_sure=False, kind=last.kind, role=last.role)
        )

    def _pronoun(self, source: Source, mention: str) -> Speaker:
        gender = self._grammar.pronouns[mention.lower()]
        name = self.last.name if self.last is not None and gender else None
        if name is not None and _gender(name.split()[0]) not in (gender, ""):
            name = None
        span = Span(source.start, source.end)
        return Speaker(span, mention, name, is_sure=source.is_firm, kind=SpeakerKind.PRONOUN)

    def _named(self, source: Source, mention: str, words: list[str]) -> Speaker:
        has_determiner = words[0].lower() in self._grammar.determiners
        at = 1 if has_determiner else 0
        office = -1
        for index in range(at, len(words)):
            if self._grammar.offices.search(words[index]):
                office = index
        while at < len(words) and words[at].lower() in _TITLES:
            at += 1
        first = office + 1 if office >= 0 else at
        bearer = [word for word in words[first:] if word[0].isupper() or first < len(words) - 1]
        while bearer and not bearer[0][0].isupper():
            bearer.pop(0)
        role = " ".join(words[1 if has_determiner else 0 : office + 1]) if office >= 0 else None
        is_person = bool(bearer) and (not has_determiner or office >= 0)
        beside = _APPOSITION.match(self._text, source.end)
        if not bearer and office >= 0 and beside is not None:
            bearer, is_person = beside["name"].split(), True
        name = self._full(bearer, words) if is_person else None
        kind = SpeakerKind.PERSON if is_person else SpeakerKind.ROLE
        if not is_person and office < 0:
            kind = SpeakerKind.ORGANISATION
        span = Span(source.start, source.end)
        return Speaker(span, mention, name, is_sure=source.is_firm, kind=kind, role=role)

    def _full(self, bearer: Sequence[str], words: Sequence[str]) -> str:
        if len(bearer) > 1:
            return " ".join(bearer)
        known = self._names.get(bearer[0].lower(), "")
        gender = "f" if words[0].lower() in _FEMALE else "m" if words[0].lower() in _MALE else ""
        if known and gender and _gender(known.split()[0]) not in (gender, ""):
            known = ""
        return known or bearer[0]


def _gender(first: str) -> str:
    return "m" if first.lower() in MALE else "f" if first.lower() in FEMALE else ""


def _source(match: re.Match[str] | None, *, is_firm: bool) -> Source | None:
    if match is None:
        return None
    for name in ("tie", "tied", "then", "who", "frame"):
        if name in match.re.groupindex and match[name]:
            return Source(*match.span(name), is_firm=is_firm)
    return Source(-1, -1, is_firm=False)


def _find(
    grammar: Grammar, masked: str, segment: Segment, bounds: tuple[int, int], *, ends_sentence: bool
) -> Source | None:
    """Return who stands beside ``segment`` between the quotations at ``bounds``.

    What follows quoted words that end with a full stop (``ends_sentence``) is another sentence.
    """
    ceiling = min(bounds[1], segment.end + _REACH)
    found = (
        None if ends_sentence else _source(grammar.after.match(masked, segment.end, ceiling), is_firm=True)
    )
    if found is not None:
        return found
    floor = max(bounds[0], segment.start - _REACH)
    for stop in _CLAUSE.finditer(masked, floor, segment.start - 1 if segment.start else 0):
        floor = stop.end()
    last: re.Match[str] | None = None
    for pattern in (grammar.frame, grammar.before):
        for match in pattern.finditer(masked, floor, segment.start):
            last = match
        if last is not None:
            return _source(last, is_firm=True)
    return _source(grammar.lead.match(masked, floor, segment.start), is_firm=False)


def _mask(text: str, bounds: tuple[int, int], segments: Iterable[Segment]) -> str:
    """Return a paragraph with every character of its quotations masked, at its place from 0."""
    pieces, position = [], bounds[0]
    for segment in segments:
        pieces += [text[position : segment.start], MASK * (segment.end - segment.start)]
        position = segment.end
    return "".join([*pieces, text[position : bounds[1]]])


def read_foreign(
    text: str, language: str, found: Sequence[tuple[tuple[int, int], list[Segment]]]
) -> list[Quote]:
    """Return the quotations of ``text`` in the order of the text; without a grammar, without speakers."""
    grammar = grammar_of(language)
    quotes: list[Quote] = []
    cast = None if grammar is None else Cast(text, grammar)
    far = 0
    for bounds, segments in found:
        if cast is not None and grammar is not None:
            spoken = read_dialogue(text, bounds, grammar) if grammar.has_dashes else None
            if spoken is not None and (not segments or segments[0].start > spoken[0][0].start):
                spans, match = spoken
                source = _source(match, is_firm=True)
                speaker = None if source is None else cast.speaker(source)
                group = quotes[-1].group + 1 if quotes else 0
                quotes.extend(Quote(span, QuoteKind.DIRECT, speaker, group) for span in spans)
                continue
            far = 0 if segments else far + 1
            if far > 1:
                cast.last = None
            _read_paragraph(text, (bounds, segments), (grammar, cast), quotes)
            continue
        for segment in segments:
            if is_kept(text, segment):
                kind = QuoteKind.DIRECT if is_sentence(text, segment) else QuoteKind.PARTIAL
                quotes.append(Quote(Span(segment.start, segment.end), kind, None, len(quotes)))
    return quotes


def _read_paragraph(
    text: str,
    place: tuple[tuple[int, int], list[Segment]],
    reader: tuple[Grammar, Cast],
    quotes: list[Quote],
) -> None:
    """Add the quotations of one paragraph to ``quotes``."""
    (start, end), segments = place
    grammar, cast = reader
    masked = _mask(text, (start, end), segments) if segments else ""
    floor, spoken_here = 0, None
    for number, segment in enumerate(segments):
        ceiling = segments[number + 1].start - start if number + 1 < len(segments) else end - start
        local = Segment(segment.start - start, segment.end - start, segment.is_closed)
        source = _find(
            grammar,
            masked,
            local,
            (floor, ceiling),
            ends_sentence=words_of(text, segment)[-1:] == ".",
        )
        floor = local.end
        goes_on = source is None and spoken_here is not None and is_sentence(text, segment)
        if source is None and not goes_on and not is_kept(text, segment):
            continue
        if source is not None:
            moved = (
                source
                if source.start < 0
                else source._replace(start=source.start + start, end=source.end + start)
            )
            goes_on = spoken_here is not None and spoken_here.span.start == moved.start
            speaker = cast.speaker(moved)
        else:
            is_whole = local.start == 0 or goes_on
            speaker = cast.follow() if is_whole and is_sentence(text, segment) else None
        group = quotes[-1].group + (not goes_on) if quotes else 0
        spoken_here = speaker or spoken_here
        kind = QuoteKind.DIRECT if is_sentence(text, segment) else QuoteKind.PARTIAL
        quotes.append(Quote(Span(segment.start, segment.end), kind, speaker, group))
