"""Names the library gives: ids, file names, and the keys by which it knows a thing again."""

from __future__ import annotations

import os
import re
import unicodedata

from reader.domain.article import ArticleId

# Every start folds words for the list; what the other functions need is loaded when one is called.

_LETTERS = "abcdefghjkmnpqrstuvwxyz"
_LETTERS_AND_DIGITS = _LETTERS + "23456789"
_ID_LENGTH = 10
_SLUG_LENGTH = 60
_TRACKING = r"(?i:utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|yclid|_ga|cmpid)"
_NOT_SLUG = "[^a-z0-9]+"


def mint_id() -> ArticleId:
    """Return a new random id: a letter, then letters and digits, none easily taken for another."""
    from random import SystemRandom

    draw = SystemRandom().choices
    return ArticleId("".join(draw(_LETTERS) + draw(_LETTERS_AND_DIGITS, k=_ID_LENGTH - 1)))


def derive_id(path_key: str, attempt: int = 0) -> ArticleId:
    """Return the id of a file that has none, from its path; another ``attempt`` gives another id."""
    from base64 import b32encode
    from hashlib import blake2b

    seed = f"{attempt}\0{path_key}" if attempt else path_key
    digest = blake2b(seed.encode(), digest_size=10).digest()
    return ArticleId("f" + b32encode(digest).decode().lower()[: _ID_LENGTH - 1])


def path_key(path: str) -> str:
    """Return a file's path so that any text file can keep it, whatever bytes the path is made of."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def file_name(title: str, article: ArticleId) -> str:
    """Return the name of an article's file, of ``a-z``, ``0-9`` and ``-`` only."""
    plain = (
        unicodedata.normalize("NFKD", title[: _SLUG_LENGTH * 4]).encode("ascii", "ignore").decode().lower()
    )
    slug = re.sub(_NOT_SLUG, "-", plain).strip("-")[:_SLUG_LENGTH].strip("-")
    return f"{slug}-{article}.md" if slug else f"{article}.md"


def url_key(url: str | None) -> str | None:
    """Return what two addresses of one page have in common: no scheme, fragment or tracking."""
    if not url:
        return None
    from urllib.parse import parse_qsl, urlencode, urlsplit

    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    query = [
        pair
        for pair in parse_qsl(parts.query, keep_blank_values=True)
        if not re.fullmatch(_TRACKING, pair[0])
    ]
    host = parts.netloc.lower().removeprefix("www.")
    return f"{host}{parts.path.rstrip('/')}?{urlencode(query)}"


def hash_bytes(data: bytes) -> str:
    """Return the blake2b of a file's bytes, 40 hexadecimal digits."""
    from hashlib import blake2b

    return blake2b(data, digest_size=20).hexdigest()


def fold(text: str) -> str:
    """Return text for comparing as a person does: without case and without accents."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in decomposed if not unicodedata.combining(character))
