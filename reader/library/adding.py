"""Taking a text into the library, and bringing one back: one file each, written whole."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, TypeAlias

from reader.domain.article import ArticleHead, ArticleId
from reader.domain.clean import clean_title
from reader.errors import ContentError
from reader.library.describing import describe, identified, text_hash, title_of_name
from reader.library.files import write_new_file
from reader.library.folders import file_stamp
from reader.library.formats.document import Document, FrontMatter, build_document, normal_front, pieces_of
from reader.library.heads import present
from reader.library.naming import derive_id, file_name, mint_id, path_key, url_key
from reader.library.records import FileRecord, Root, Stamp
from reader.library.scanning import examine
from reader.library.trash import TrashedArticle, move_back
from reader.values import frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from reader.library.catalogue import Catalogue

_TITLE_WORDS = 10

Recall: TypeAlias = "Callable[[str | None, str, str], ArticleId | None]"
"""What remembers the id that an article had before it was removed, by address, title and text."""


@frozen
class Added:
    """An article that was added, or that was there already."""

    head: ArticleHead
    is_new: bool


def add_document(
    catalogue: Catalogue,
    roots: Mapping[Root, Path],
    document: Document,
    name: str,
    overrides: FrontMatter,
    added: str,
    recall: Recall | None = None,
) -> Added:
    """Write a document as a new file of the library, unless its text or its address is there already.

    One that comes again has the id it had, if ``recall`` knows it. Raises ``ContentError`` when there is
    no text in it or the file cannot be written.
    """
    if not document.text.strip():
        raise ContentError("There is no text to read in it, so nothing was added; give a file with text.")
    front = _overridden(document.front, overrides)
    there = _already_there(catalogue, roots, document, front)
    if there is not None:
        return Added(present(there, roots), is_new=False)
    from reader.library.formats.markdown_writing import write_markdown  # 10 ms that only adding needs

    title = front.title or title_of_name(name) or _first_words(document.text)
    if front.id is None and recall is not None:
        front = replace(front, id=recall(front.url, title, document.text))
    for _ in range(100):
        article = _free_id(catalogue, front)
        whole = build_document(replace(front, id=article, title=title, added=added), pieces_of(document))
        file = file_name(title, article)
        data = write_markdown(whole).encode()
        try:
            write_new_file(roots[Root.LIBRARY] / file, data)
        except FileExistsError:
            front = replace(front, id=None)
            continue
        return Added(_catalogued(catalogue, roots, file, data, whole), is_new=True)
    raise ContentError("No free file name was found in a hundred, so nothing was added; look at the folder.")


def restore_file(catalogue: Catalogue, roots: Mapping[Root, Path], trashed: TrashedArticle) -> ArticleHead:
    """Move a file out of the trash and take it into the catalogue again under its old id."""
    folder = roots[Root.LIBRARY]
    path = move_back(folder, trashed)
    record = examine(Root.LIBRARY, folder, path, file_stamp(folder / path) or Stamp(0, 0, 0))
    if record.head is None:
        catalogue.write_unless_busy([record])
        raise ContentError(record.problem or "The file came back, but it cannot be read.")
    article = trashed.article
    attempt = 0
    while catalogue.find("article", article):
        article = derive_id(path_key(path), attempt)
        attempt += 1
    record = identified(record, article)
    catalogue.write_unless_busy([record])
    return present(record, roots)


def _overridden(front: FrontMatter, overrides: FrontMatter) -> FrontMatter:
    """Return the front matter with every value that the overrides have in its place."""
    overrides = normal_front(overrides)
    values = {field.name: getattr(overrides, field.name) for field in fields(overrides)}
    return replace(front, **{name: value for name, value in values.items() if value})


def _already_there(
    catalogue: Catalogue, roots: Mapping[Root, Path], document: Document, front: FrontMatter
) -> FileRecord | None:
    for column, value in (("url_key", url_key(front.url)), ("text_hash", text_hash(document))):
        for record in catalogue.find(column, value) if value else ():
            if file_stamp(roots[record.root] / record.path) is not None:
                return record
    return None


def _free_id(catalogue: Catalogue, front: FrontMatter) -> ArticleId:
    """Return the id the text brings with it, as from another library, or a new one."""
    article = ArticleId(front.id) if front.id else mint_id()
    while catalogue.find("article", article):
        article = mint_id()
    return article


def _catalogued(
    catalogue: Catalogue, roots: Mapping[Root, Path], file: str, data: bytes, document: Document
) -> ArticleHead:
    stamp = file_stamp(roots[Root.LIBRARY] / file) or Stamp(0, 0, 0)
    record = describe(Root.LIBRARY, file, stamp, data, document)
    record = identified(record, ArticleId(document.front.id or ""))
    catalogue.write_unless_busy([record])
    return present(record, roots)


def _first_words(text: str) -> str:
    words = text[:1_000].split()
    return (
        clean_title(" ".join(words[:_TITLE_WORDS]) + ("…" if len(words) > _TITLE_WORDS else "")) or "Untitled"
    )
