"""The screen one reads on: list and page, with the actions that its keys name."""

from __future__ import annotations

from collections.abc import Callable

from textual.screen import Screen

from reader.tui.action_table import ACTIONS, Pane
from reader.tui.rows import RowList
from reader.tui.screens.article_actions import ArticleActions
from reader.tui.screens.carding import Carding
from reader.tui.screens.finding import Finding
from reader.tui.screens.following import Following
from reader.tui.screens.library_questions import LibraryQuestions
from reader.tui.screens.lighting import Lighting
from reader.tui.screens.list_choices import ListChoices
from reader.tui.screens.looks import Looks
from reader.tui.screens.motion import Motion
from reader.tui.screens.repairing import Repairing
from reader.tui.screens.selecting import Selecting
from reader.tui.screens.text_motion import TextMotion
from reader.tui.screens.typesetting import Typesetting

_PANES = {action.id: action.panes for action in ACTIONS}


class ReadingScreen(
    Finding,
    Lighting,
    Motion,
    TextMotion,
    Following,
    Looks,
    Typesetting,
    ListChoices,
    ArticleActions,
    Carding,
    Repairing,
    Selecting,
    LibraryQuestions,
    Screen[None],
):
    """One method an action of the table, a module a concern; keys that mean nothing now say so or do nothing.

    ``can_<action>``, where there is one, tells whether the action would do something now.
    """

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Tell whether an action belongs to the pane in use and would do something now."""
        if action not in _PANES:
            return True
        if self.keyed_pane not in _PANES[action] or self.is_asking:
            return False
        possible = getattr(self, f"can_{action}", None)
        return bool(possible()) if possible is not None else True

    def take_key(self, key: str, character: str | None) -> bool:
        """Take a key as a part of a sequence, or say why it would do nothing."""
        return super().take_key(key, character) or self._has_said_why_futile(key)

    def _has_said_why_futile(self, key: str) -> bool:
        if self.is_asking or self.keyed_pane is not Pane.PAGE:
            return False
        meant = [action.id for action in self.keymap.actions_of(Pane.PAGE) if key in action.keys]
        if not meant or any(self.check_action(action, ()) for action in meant):
            return False
        from reader.tui.screens.futile import why_futile

        reason = why_futile(meant[0], has_text=self.can_find())
        if reason:
            self.say(reason)
        return bool(reason)

    def action_palette(self) -> None:
        """Find anything by its words."""
        from reader.tui.screens.commands import open_palette

        open_palette(self)

    def action_help(self) -> None:
        """Show the keys."""
        from reader.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.keyed_pane, self.keymap))

    def action_select_nothing(self) -> None:
        """Let the selection go; from a kept passage that it only showed, go back in the same step."""
        is_shown = self.shows_kept_passage
        super().action_select_nothing()
        if is_shown:
            self.action_back()

    def action_undo(self) -> None:
        """Take the last change back."""
        self._go_through_changes(self.undone)

    def action_redo(self) -> None:
        """Do what was undone again."""
        self._go_through_changes(self.desk.redo)

    def _go_through_changes(self, step: Callable[[], str]) -> None:
        if self.may_write():
            self.attempt(lambda: self.then_reload(step()))
            self.articles.refresh()

    def action_quit(self) -> None:
        """Leave Pullquote."""
        self.leave_article()
        self.save_interface()
        self.app.exit()

    def on_row_list_opened(self, message: RowList.Opened) -> None:
        """Open the article whose row was clicked twice."""
        self.action_open()
