"""The screen of everything kept, as a test sees it."""

from __future__ import annotations

from reader.tui.screens.kept import KeptScreen
from tests.tui.conftest import Session


def kept(session: Session) -> str:
    """Return what the list of kept quotations shows."""
    return "\n".join(session.lines_of(screen_of(session).kept))


def is_listing(session: Session) -> bool:
    """Tell whether it is up."""
    return isinstance(session.app.screen, KeptScreen)


def screen_of(session: Session) -> KeptScreen:
    """Return the screen of kept quotations, which must be up."""
    assert isinstance(session.app.screen, KeptScreen)
    return session.app.screen


def said(session: Session) -> str:
    """Return its status line."""
    return session.lines_of(screen_of(session).status)[0]
