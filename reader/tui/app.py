"""The application: themes, the screens, and nothing about articles."""

from __future__ import annotations

import asyncio
import gc
import os
import shutil
import signal
import sys
from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.app import App
from textual.binding import Binding, BindingType
from textual.color import Color
from textual.driver import Driver
from textual.filter import LineFilter
from textual.geometry import Size
from textual.reactive import Reactive
from textual.theme import BUILTIN_THEMES

from reader.desk.desk import Desk
from reader.domain.clean import clean
from reader.settings import Settings
from reader.tui.hardware_cursor import CursorApp
from reader.tui.presets import keymap_of
from reader.tui.screens.asking import Asking
from reader.tui.screens.reading import ReadingScreen
from reader.tui.themes import DEFAULT_THEME, PALETTES, TERMINAL_THEME, THEME_NAMES, textual_theme

# A theme must be known before an App is built: choosing it afterwards costs a second pass over the CSS.
BUILTIN_THEMES.update({name: textual_theme(name) for name in PALETTES})

TERMINAL_SECONDS = 1.0
"""How often the app looks whether there still is a terminal, and how large it is: one system call."""


class ColourlessFilter(LineFilter):
    """Takes every colour off, as NO_COLOR asks; bold, underline, reverse and dim stay."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments with their styles' colours dropped."""
        return [Segment(text, style and _colourless(style), control) for text, style, control in segments]


def _colourless(style: Style) -> Style:
    return Style(
        bold=style.bold,
        dim=style.dim,
        italic=style.italic,
        underline=style.underline,
        reverse=style.reverse,
        strike=style.strike,
        meta=style.meta or None,
        link=style.link,
    )


class ReaderApp(CursorApp, App[None], inherit_bindings=False):
    """Pullquote in the terminal."""

    TITLE = "Pullquote"
    CSS_PATH = "reader.tcss"
    AUTO_FOCUS = None
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+c", "help_quit", show=False, system=True)]

    theme: Reactive[str] = Reactive(DEFAULT_THEME)

    def __init__(self, desk: Desk, settings: Settings) -> None:
        super().__init__()
        self.desk = desk
        self.settings = settings
        self.animation_level = "none"
        # Textual would give every screen two widgets for what this app says in its status line.
        self._disable_tooltips = self._disable_notifications = True
        keymap, mistakes = keymap_of(settings)
        self.reading_screen = ReadingScreen(desk, settings, keymap)
        self.reading_screen.tell_mistakes((*settings.mistakes, *mistakes))
        self._colourless_filters = (ColourlessFilter(),)
        self.fault: Exception | None = None
        chosen = desk.interface.theme or settings.theme
        if self.is_colourless:
            chosen = TERMINAL_THEME
        if chosen in THEME_NAMES and chosen != self.theme:
            self.set_reactive(ReaderApp.theme, chosen)
            self.stylesheet.set_variables(self.get_css_variables())

    @property
    def is_colourless(self) -> bool:
        """Whether the person asked for no colour (https://no-color.org: set and not empty)."""
        return bool(os.environ.get("NO_COLOR"))

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return the filters every painted line passes."""
        return self._colourless_filters if self.is_colourless else super().get_line_filters()

    def get_driver_class(self) -> type[Driver]:
        """Return what reads the terminal: ours in place of Textual's, but not in place of a browser's."""
        chosen = super().get_driver_class()
        if chosen.__name__ != "LinuxDriver":
            return chosen
        from reader.tui.terminal_driver import TerminalDriver

        return TerminalDriver

    async def on_event(self, event: events.Event) -> None:
        """Let what is pasted pass the one door for text from outside."""
        if isinstance(event, events.Paste):
            event.text = clean(event.text)
        await super().on_event(event)

    def get_default_screen(self) -> ReadingScreen:
        """Return the screen the app opens with."""
        self.reading_screen.fit_width(self.size.width)
        return self.reading_screen

    def on_ready(self) -> None:
        """Never look again at what lives as long as the app; collecting it first would take 50 ms."""
        gc.freeze()
        gc.enable()
        if not (self.is_headless or self.is_web):
            self.set_interval(TERMINAL_SECONDS, self._look_at_the_terminal)
            self._leave_on_signals()

    def _look_at_the_terminal(self) -> None:
        """Leave when the terminal has gone without a hang-up signal; take its size when a storm lost it.

        Of many resizes in a row Textual 8.2.8 may post an old size last.
        """
        if sys.__stdin__ is None or not sys.__stdin__.isatty():
            self.action_quit_now()
            return
        size = Size(*shutil.get_terminal_size())  # as Textual itself asks for it
        if size != self.size and all(size):
            self.post_message(events.Resize(size, size))

    def on_key(self, event: events.Key) -> None:
        """Let the screen take a key by ``take_key`` before the key's own meaning is looked up.

        What was typed ahead, while a line to type in was coming up, goes to that line. Here and not on the
        screen: the app answers one key after the other, the screen sees the next before the last is answered,
        and would take it although that one leaves the screen.
        """
        screen = self.screen
        if isinstance(screen, Asking) and screen.is_asking and event.is_printable:
            event.prevent_default()
            screen.prompt.type(event.character or "")
        elif (take_key := getattr(screen, "take_key", None)) and take_key(event.key, event.character):
            event.prevent_default()

    def action_theme(self) -> None:
        """Let a theme be chosen; without colours there is only one."""
        if self.is_colourless:
            assert isinstance(self.screen, Asking)  # noqa: S101 - all screens of this app are
            self.screen.say("NO_COLOR is set, so there is no theme to choose.")
            return
        from reader.tui.screens.theme_picker import ThemePicker

        picker = ThemePicker(self.reading_screen.keymap, self.theme, self.show_theme)
        self.push_screen(picker, self.reading_screen.choose_theme)

    def show_theme(self, name: str) -> None:
        """Draw everything in another theme."""
        self.theme = name

    def _handle_exception(self, error: Exception) -> None:
        """Leave with the fault for the command line to tell, where Textual would print a traceback."""
        self.fault = self.fault or error
        if self.is_headless:
            super()._handle_exception(error)  # the tests' way to see it
        else:
            self.exit(return_code=1)

    def action_redraw(self) -> None:
        """Draw everything anew."""
        self.screen.refresh(layout=True)

    def _leave_on_signals(self) -> None:
        """Leave as by the key when the process is to end or the terminal hangs up, where there is such."""
        loop = asyncio.get_running_loop()

        def leave(number: int, _frame: object) -> None:
            if number == signal.SIGTERM:
                # A terminal that takes no output holds the loop up: then the next one ends the process.
                signal.signal(number, signal.SIG_DFL)
            loop.call_soon_threadsafe(self._leave_by_signal, number)

        for name in ("SIGTERM", "SIGHUP"):  # Windows has no hang-up
            number = getattr(signal, name, None)
            if number is not None and signal.getsignal(number) is not signal.SIG_IGN:  # as nohup asks
                signal.signal(number, leave)

    def _leave_by_signal(self, number: int) -> None:
        """Leave with what is being written saved, and the terminal as it was before if it is still there."""
        self.action_quit_now()
        self.exit(return_code=128 + number)

    def action_quit_now(self) -> None:
        """Leave Pullquote, the place in the article saved."""
        self.reading_screen.action_quit()

    async def action_quit(self) -> None:
        """Leave Pullquote by Textual's own key."""
        self.action_quit_now()

    def action_help_quit(self) -> None:
        """Answer Ctrl-C, which many press to leave, with the way out."""
        way_out = self.reading_screen.keymap.sentence("quit_now", "leaves Pullquote.")
        self.reading_screen.say(way_out or "No key leaves Pullquote; the settings can give quit_now one.")


def make_app(desk: Desk, settings: Settings) -> ReaderApp:
    """Build the app on a desk: the one factory for the command line, the tests and the screenshots."""
    return ReaderApp(desk, settings)
