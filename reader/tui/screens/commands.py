"""What the palette offers on the reading screen, and the doing of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from inspect import isawaitable
from itertools import islice
from typing import Any

from reader.desk.listing import Order
from reader.domain.article import ArticleHead
from reader.tui.action_table import APP_ACTIONS, Action, Pane
from reader.tui.screens.palette import Entry, PaletteScreen
from reader.tui.screens.picker import PickRow
from reader.tui.screens.rows_screen import RowsScreen
from reader.tui.screens.showing import ShowingPanes
from reader.tui.themes import THEME_NAMES

MAX_ARTICLES = 30


def open_palette(screen: ShowingPanes) -> None:
    """Offer the pane's actions that would do something now, the themes, and the articles by their words."""

    async def choose(entry: Entry | None) -> None:
        screen.update()
        await _choose(entry)

    screen.leave_article()
    palette = PaletteScreen(screen.keymap, _entries(screen), partial(_articles, screen))
    screen.app.push_screen(palette, choose)


def open_rows_palette(screen: RowsScreen[Any]) -> None:
    """Offer what would do something now in the kept quotations or on the card."""
    actions = screen.keymap.actions_of(screen.pane)
    offered = [action for action in actions if action.id != "palette" and screen.is_offered(action)]
    entries = [_entry(screen, action) for action in offered]
    screen.app.push_screen(PaletteScreen(screen.keymap, entries, lambda _: ()), _choose)


async def _choose(entry: Entry | None) -> None:
    """Do what was chosen, to its end."""
    done = entry.choose() if entry is not None else None
    if isawaitable(done):
        await done


def _entries(screen: ShowingPanes) -> list[Entry]:
    actions = screen.keymap.actions_of(screen.keyed_pane)
    offered = [action for action in actions if action.id != "palette" and screen.is_offered(action)]
    offered.sort(key=lambda action: action.hint or len(actions))
    entries = [_entry(screen, action) for action in offered]
    entries += [
        Entry(PickRow(f"List: {order.value}"), partial(screen.choose_order, order)) for order in Order
    ]
    if screen.has_colours:
        entries += [
            Entry(PickRow(f"Theme: {name}"), partial(screen.choose_theme, name)) for name in THEME_NAMES
        ]
    return entries


def _entry(screen: ShowingPanes | RowsScreen[Any], action: Action) -> Entry:
    name = f"app.{action.id}" if action.id in APP_ACTIONS else action.id
    sign = screen.keymap.sign_of(action.id)
    row = PickRow(action.help.removesuffix("."), sign=sign)
    named = f"{action.id} {action.id.replace('_', ' ')} {action.label}"
    return Entry(row, partial(screen.run_action, name), named)


def _articles(screen: ShowingPanes, typed: str) -> Sequence[Entry]:
    found = islice(screen.desk.matching(typed), MAX_ARTICLES)
    return [Entry(PickRow(head.title, head.source or ""), partial(_open, screen, head)) for head in found]


def _open(screen: ShowingPanes, head: ArticleHead) -> None:
    """Open an article, whatever the list shows."""
    row = screen.uncover(head.id)
    if row is not None:
        screen.go_to_row(row)
        screen.activate(Pane.PAGE)
        screen.update()
