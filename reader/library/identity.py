"""Which article a file without an id is: the one its path or its content was known by."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping

    from reader.domain.article import ArticleId, KnownFile


def match_known(
    hashes: Mapping[str, str], present: Container[str], known: Iterable[KnownFile]
) -> dict[str, ArticleId]:
    """Return the articles that files are known as, by path key.

    ``hashes`` are the content hashes of new and changed files by path key, ``present`` all path keys
    there are now. A file where it was, with the content it had, is the same article; so is one that
    has the content of a file that has gone from its place; so is, last, one that changed in its place.
    """
    claims = [file for file in known if file.path in hashes or file.path not in present]
    by_hash: dict[str, list[str]] = {}
    for path, content_hash in hashes.items():
        by_hash.setdefault(content_hash, []).append(path)
    found: dict[str, ArticleId] = {}
    taken: set[ArticleId] = set()

    def settle(path: str, article: ArticleId) -> None:
        if path not in found and article not in taken:
            found[path] = article
            taken.add(article)

    for file in claims:
        if hashes.get(file.path) == file.content_hash:
            settle(file.path, file.article)
    for file in claims:
        for path in by_hash.get(file.content_hash, ()):
            settle(path, file.article)
    for file in claims:
        if file.path in hashes:
            settle(file.path, file.article)
    return found
