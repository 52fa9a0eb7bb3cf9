"""Names of a byline taken apart, as bibliographies sort them; who is no person stays whole."""

from __future__ import annotations

import re

from reader.values import NamedTuple

_PARTICLES = frozenset("al bin da das de del della den der di dos du el la le ten ter van von zu".split())
_SUFFIXES = frozenset("jr jr. sr sr. ii iii iv".split())
_ORGANISATION_WORDS = frozenset(
    "agencies agency alliance and association board bureau center centre channel committee company "
    "correspondent correspondents council daily department desk editor editorial editors foundation "
    "group inc institute journal magazine media ministry network news newspaper of office organisation "
    "organization post press radio reporter reporters service services society staff team television "
    "the times today tribune union university wire writer writers".split()
)
_SYLLABLE = (
    "(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    "(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|van|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ui|un|uo|ue"
    "|[aeiou])"
)
_PINYIN = re.compile(rf"(?:{_SYLLABLE})(?:['’-]?{_SYLLABLE})?", re.IGNORECASE)
# The hundred commonest surnames of China in pinyin (Ministry of Public Security, 2020), fewer where two
# characters share a spelling.
_CHINESE = frozenset(
    "bai cai cao chang chen cheng cui dai deng ding dong du duan fan fang feng fu gao gong gu guo hao "
    "he hou hu huang jia jiang jin kang kong lai lei li liang liao lin liu long lu luo lv ma mao meng "
    "mo mu pan peng qi qian qiao qin qiu ren shao shen shi song su sun tan tang tao tian wan wang wei wen "
    "wu xia xiang xiao xie xiong xu xue yan yang yao ye yi yin yu yuan zeng zhang zhao zheng zhong zhou "
    "zhu zou".split()
)
_SELDOM_GIVEN = frozenset("cai chen guo huang li liu luo wang wu xu zhang zhao zheng zhou zhu".split())
_KOREAN = frozenset("ahn cho choi chung han hwang jang jeong jung kang kim ko kwon lee lim moon oh park "
                    "ryu seo shin song yoon".split())  # fmt: skip
_VIETNAMESE = frozenset("bui dang hoang huynh nguyen pham phan tran truong vo vu".split())
_ACRONYM = re.compile(r"[A-Z]{3,}|[A-Z]+[A-Z\d&]+")
_WORD = re.compile(r"[^\W\d_]")


class Person(NamedTuple):
    """A person's name; ``is_family_first`` for those written so ("He Wei")."""

    family: str
    given: str = ""
    suffix: str = ""
    is_family_first: bool = False


class Literal(NamedTuple):
    """A byline that is no person's: an agency, a desk, a single word."""

    name: str


Name = Person | Literal


def parse_name(byline: str, outlet: str | None = None) -> Name:
    """Take one name of a byline apart; what may be no person's is left whole."""
    words = byline.split()
    if len(words) < 2 or byline == outlet or not _is_person(words):
        return Literal(byline)
    suffix = words.pop().rstrip(",") if words[-1].lower() in _SUFFIXES and len(words) > 2 else ""
    words = [word.rstrip(",") for word in words] if suffix else words
    if any("," in word for word in words):
        return Literal(byline)
    if _is_family_first(words):
        return Person(words[0], " ".join(words[1:]), suffix, is_family_first=True)
    start = next((n for n, word in enumerate(words) if n and word in _PARTICLES), len(words) - 1)
    return Person(" ".join(words[start:]), " ".join(words[:start]), suffix)


def _is_person(words: list[str]) -> bool:
    for word in words:
        if word.lower().strip(".,") in _ORGANISATION_WORDS or _ACRONYM.fullmatch(word):
            return False
        is_name = word[:1].isupper() or not word[:1].islower() or word in _PARTICLES
        if not is_name or not _WORD.match(word) or any(character.isdigit() for character in word):
            return False
    return words[-1] not in _PARTICLES


def _is_family_first(words: list[str]) -> bool:
    """Tell whether a name is written with the family's first, as Chinese, Korean and Vietnamese ones are.

    By the commonest surnames and the shape of the given name: "He Wei" is, "Lee Harper" is not; where
    both words are surnames ("Wei Zhang") the one that is seldom a given name decides.
    """
    first, rest = words[0].lower(), [word.lower() for word in words[1:]]
    if first in _VIETNAMESE:
        return True
    if first in _KOREAN and len(rest) == 1 and "-" in rest[0]:
        return True
    is_emigrant = rest[-1] in _SELDOM_GIVEN and first not in _SELDOM_GIVEN
    return first in _CHINESE and not is_emigrant and all(_PINYIN.fullmatch(word) for word in rest)


def families(names: tuple[Name, ...], ampersand: str = "and") -> str:
    """Return the names of a short reference: ``He``, ``He and Li``, ``He et al.``."""
    short = [name.family if isinstance(name, Person) else name.name for name in names]
    if len(short) > 2:
        return f"{short[0]} et al."
    return f" {ampersand} ".join(short)


def inverted(name: Name) -> str:
    """Return ``Lee, Jo``, with a suffix ``King, Martin Luther, Jr.``; a literal as it is."""
    if isinstance(name, Literal):
        return name.name
    return ", ".join(filter(None, [name.family, name.given, name.suffix]))


def sorted_under(name: Name) -> str:
    """Return a name as a list of works begins with it: inverted, unless its family's stands first anyway."""
    if isinstance(name, Person) and name.is_family_first:
        return f"{name.family} {name.given}"
    return inverted(name)


def with_initials(name: Name) -> str:
    """Return ``Lee, J.``, and ``Kim, M.-j.`` for a hyphenated given name."""
    if isinstance(name, Literal):
        return name.name
    initials = " ".join(_initial(word) for word in name.given.split())
    return ", ".join(filter(None, [name.family, initials, name.suffix]))


def _initial(word: str) -> str:
    return "-".join(f"{part[0]}." for part in word.split("-") if part)
