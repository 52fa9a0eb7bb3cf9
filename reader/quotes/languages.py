"""Which language a text is in: what its head declares, else a small test of the commonest words."""

from __future__ import annotations

import re

from reader.quotes.cues import words

ENGLISH, GERMAN, FRENCH, SPANISH, UNKNOWN = "en", "de", "fr", "es", ""
KNOWN = (ENGLISH, GERMAN, FRENCH, SPANISH)

_COMMONEST = {
    ENGLISH: words("the of and to is that it was for with he she said they have this from his but are"),
    GERMAN: words("der die das und ist nicht ein eine zu den dem von mit sich auf für er sie es wir sagte"),
    FRENCH: words("le les des et est une dans que pour qui sur au pas du il elle je vous nous ce"),
    SPANISH: words("el los las que y en por para con una del como pero más su es lo al dijo se"),
    "it": words("il di che è per non gli della sono anche nel alla dei ma ha più questo come si le"),
    "pt": words("os não um uma em do da que para com são ao dos mas foi ele ela disse e como"),
    "nl": words("het een van en is dat niet met voor zijn op te aan er maar hij zij ook de wij"),
    "sv": words("och att det som en på är av för med den till inte om ett men han hon jag var"),
    "pl": words("i w nie na się z do to że jest jak po co ale za od był jego tak czy"),
}
"""A score of the commonest words of each language; those we cannot read stand here to be told apart."""

_WORD = re.compile(r"[^\W\d_]+")
_LOOKED_AT = 6_000
_GLANCED_AT = 600
_PLAIN_SHARE = 0.15
"""Share of English words at a glance that settles the question; news prose has 0.25."""

_FEWEST_WORDS = 40
"""Words below which English is taken for granted unless another language is plain."""

_LEAST_SHARE = 0.08
_CLEAR_LEAD = 1.5
_PLAIN_HITS = 3


_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
_OTHER = re.compile(r"[^\W\d_A-Za-zÀ-ɏ]")


def is_latin(text: str) -> bool:
    """Tell whether most letters of ``text`` are Latin; a text without letters counts as Latin."""
    return text.isascii() or len(_OTHER.findall(text)) <= len(_LATIN.findall(text))


def _declared(language: str) -> str:
    tag = language.strip().lower().replace("_", "-").split("-")[0]
    names = {"english": ENGLISH, "german": GERMAN, "deutsch": GERMAN, "french": FRENCH, "français": FRENCH}
    names |= {"spanish": SPANISH, "español": SPANISH, "eng": ENGLISH, "deu": GERMAN, "ger": GERMAN}
    names |= {"fra": FRENCH, "fre": FRENCH, "spa": SPANISH}
    tag = names.get(tag, tag)
    return tag if tag in KNOWN else UNKNOWN


def language_of(text: str, declared: str | None = None) -> str:
    """Return ``en``, ``de``, ``fr`` or ``es``, or '' for any other language.

    ``declared`` is a language tag such as ``de-AT``; without one the text is tested.
    """
    if declared is not None and declared.strip():
        return _declared(declared)
    if not is_latin(text[:_LOOKED_AT]):
        return UNKNOWN
    opening = _WORD.findall(text[:_GLANCED_AT])
    if sum(word in _COMMONEST[ENGLISH] for word in opening) > _PLAIN_SHARE * max(1, len(opening)):
        return ENGLISH
    found = [word.lower() for word in _WORD.findall(text[:_LOOKED_AT])]
    hits = {tongue: sum(word in common for word in found) for tongue, common in _COMMONEST.items()}
    best = max(hits, key=lambda tongue: (hits[tongue], tongue == ENGLISH))
    others = max(count for tongue, count in hits.items() if tongue != best)
    if best == ENGLISH and hits[best]:
        return ENGLISH
    is_clear = hits[best] >= _PLAIN_HITS and hits[best] >= _CLEAR_LEAD * max(1, hits[ENGLISH])
    if is_clear and hits[best] >= _LEAST_SHARE * len(found) and hits[best] > others:
        return best if best in KNOWN else UNKNOWN
    return UNKNOWN if len(found) >= _FEWEST_WORDS else ENGLISH
