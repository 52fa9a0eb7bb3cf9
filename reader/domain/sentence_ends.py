"""Whether a stop ends a sentence, told from the words on either side of it."""

from __future__ import annotations

import re

_WIDE_STOPS = "。！？｡．"
_LATIN_STOPS = ".!?…‼⁇⁈⁉"
STOPS = _LATIN_STOPS + _WIDE_STOPS + "؟۔।॥።։᙮"

# « Non ! » has its closing mark apart; in »Nein.« »Doch.« the same sign opens.
_CLOSERS = r"(?:[\"'”’“‘»«›‹)\]}」』】〉》）］]|[ \u00a0\u202f][»›](?=[\s,.;:]|\Z)|\[\d+\]|[⁰¹²³⁴-⁹]+)"
_LATIN_END = re.compile(rf"[^{_WIDE_STOPS}]{_CLOSERS}*(?:\s+|\Z)")
_WIDE_END = re.compile(rf"[{_WIDE_STOPS}]{_CLOSERS}*\s*(?![{_WIDE_STOPS}…,，、])")
_CLOSING_MARK = re.compile(r"[\"'”’“»«›」』]")
_NEWLINES = re.compile(r"\s*")
_NEXT_WORD = re.compile(r"[\"'“‘„”«»‹›¿¡(\[{—–\-「『（]*\s?(?P<word>\w+(?:['’]\w+)?)?(?P<stop>\.?)")
_LAST_WORD = re.compile(r"[\w.&'’-]*\Z")

# What follows a wide stop and a closing mark in 「…。」と言った and “……！”他说.
_WIDE_GOING_ON = re.compile(r"と|って|[^\s。！？…，]{0,6}[说說]")
_VERBS = (
    "said|says|asked|asks|cried|replied|added|told|wrote|shouted|exclaimed|answered|wondered|continued|"
    "whispered|demanded|warned|recalled|joked|laughed|noted|insisted|called|yelled|muttered"
)
# “Why?” Ana Rivera asked: a name and a verb of speech after a question or a cry.
_REPORTING = re.compile(rf"(?:[^\W\d_a-zß-ÿ][\w’'.-]*\s){{1,4}}(?:{_VERBS})\b")
_GOES_ON_AFTER = frozenset(
    "mr mrs ms mx dr prof st mt ft gen col lt capt sgt maj cmdr adm rev hon gov sen rep pres supt insp "
    "messrs mme mlle mgr hr fr frl sra srta vs cf viz ca approx resp bzw z.b d.h i.e e.g op m.e p.ex".split()
)
_MAY_END = frozenset("etc inc ltd co corp bros jr sr al est dept usw univ ave blvd rd".split())
_BEFORE_NUMBER = frozenset(
    "no nos p pp fig figs vol vols art arts sec sect ch eq nr ed bd abs ziff núm pág par para col ca approx "
    "jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
_DOTTED = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}")
_STARTERS = frozenset(
    "a after all also although an and another as at because before both but by during each even every few "
    "for from he her here his how however i if in it it's its later many meanwhile more most much my nearly "
    "no not now of on once one only or other our over people perhaps she since so some still such that the "
    "their then there these they this those though through to today two under until we what when where "
    "whether which while who why with yet you your der die das ein eine er sie es wir ich und aber le la "
    "les un une il elle nous je et mais el los las una ella y pero".split()
)
_GERMAN_MONTHS = frozenset(
    "januar jänner februar märz april mai juni juli august september oktober november dezember".split()
)
_BEFORE, _AFTER = 40, 100
"""How many code points on either side are looked at."""


def sentence_break(text: str, stop: int) -> int | None:
    """Return where the next sentence begins when the stop or newline at ``stop`` ends one, else None."""
    if text[stop] == "\n":
        found = _NEWLINES.match(text, stop)
        return found.end() if found else None
    if text[stop] in _WIDE_STOPS:
        return _wide_break(text, stop)
    found = _LATIN_END.match(text, stop)
    if found is None:
        return None
    if "\n" in found[0] or found.end() == len(text):
        return found.end()
    return None if _goes_on(text, stop, found) else found.end()


def _wide_break(text: str, stop: int) -> int | None:
    found = _WIDE_END.match(text, stop)
    if found is None:
        return None
    is_quoted = _CLOSING_MARK.search(found[0])
    return None if is_quoted and _WIDE_GOING_ON.match(text, found.end()) else found.end()


def _goes_on(text: str, stop: int, found: re.Match[str]) -> bool:
    """Tell whether the sentence goes on behind a stop that white space follows."""
    before = text[max(0, stop - _BEFORE) : stop]
    line = before.rpartition("\n")[2]
    is_line_start = len(line) < _BEFORE
    if is_line_start and not line.strip(_LATIN_STOPS + " “‘„«\"'("):
        return True  # an ellipsis before the first word
    after = text[found.end() : found.end() + _AFTER]
    following = _NEXT_WORD.match(after)
    word = following["word"] if following else None
    if not word:
        return bool(after) and after[0] in STOPS  # an ellipsis of dots with spaces between
    if word[0].islower():
        return True
    if text[stop] in "?!" and _CLOSING_MARK.search(found[0]):
        return _REPORTING.match(after) is not None
    if text[stop] != "." or before.endswith("."):
        return False
    is_starter = word.lower() in _STARTERS and not (following and following["stop"])
    return _is_abbreviated(line, word, is_line_start=is_line_start, is_starter=is_starter)


def _is_abbreviated(line: str, word: str, *, is_line_start: bool, is_starter: bool) -> bool:
    """Tell whether the stop behind ``line`` belongs to its last word, ``word`` being what follows."""
    found = _LAST_WORD.search(line)
    last_word = found[0].lstrip("'’-.") if found else ""
    lowered = last_word.lower()
    if last_word.isdigit():
        is_numbering = is_line_start and line.strip() == last_word
        return is_numbering or (len(last_word) <= 2 and word.lower() in _GERMAN_MONTHS)
    if lowered in _GOES_ON_AFTER or (lowered in _BEFORE_NUMBER and word[0].isdigit()):
        return True
    is_initial = len(last_word) == 1 and last_word.isupper() and last_word != "I"
    return (is_initial or lowered in _MAY_END or _DOTTED.fullmatch(last_word) is not None) and not is_starter
