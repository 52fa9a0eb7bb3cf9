"""The trash of the library folder: an article that is removed can be had back."""

from __future__ import annotations

import time
from pathlib import Path, PurePath

from reader.domain.article import ArticleId
from reader.errors import ContentError, NotFoundError
from reader.library.files import make_folder, move_to_new_name, shown_name
from reader.values import frozen

TRASH_FOLDER = ".trash"
_MOST_NAMES = 1_000


@frozen
class TrashedArticle:
    """An article in the trash: its id and title, the path it had, and the name it has there."""

    article: ArticleId
    title: str
    path: str
    name: str


def move_to_trash(folder: Path, article: ArticleId, title: str, path: str) -> TrashedArticle:
    """Move a file of the library into its trash; raises ``ContentError`` when that is refused."""
    trash = folder / TRASH_FOLDER
    make_folder(trash)
    stamp = time.strftime("%Y%m%d-%H%M%S", time.gmtime())
    # A name near the limit of 255 bytes leaves no room for the time before it.
    name = f"{stamp}-{article}{PurePath(path).suffix}"
    target = _move(folder / path, trash / name)
    return TrashedArticle(article, title, path, target.name)


def move_back(folder: Path, trashed: TrashedArticle) -> str:
    """Move a file out of the trash; return its path, which is another when its own has been taken.

    Raises ``NotFoundError`` when it is not in the trash any more.
    """
    source = folder / TRASH_FOLDER / trashed.name
    if not source.is_file():
        raise NotFoundError(f"“{trashed.title}” is no longer in the trash, so it cannot be brought back.")
    target = folder / trashed.path
    make_folder(target.parent)
    return str(_move(source, target).relative_to(folder))


def _move(source: Path, target: Path) -> Path:
    """Move a file to a name, or to the first free one like it; return the name it got."""
    for number in range(1, _MOST_NAMES):
        free = target if number == 1 else target.with_stem(f"{target.stem}-{number}")
        try:
            move_to_new_name(source, free)
        except FileExistsError:
            continue
        except OSError as error:
            reason = (error.strerror or "unknown reason").lower()
            raise ContentError(
                f"{shown_name(source)} cannot be moved ({reason}); check your rights to the library's folder."
            ) from error
        return free
    raise ContentError(f"There are too many files named like {shown_name(target)}; rename some of them.")
