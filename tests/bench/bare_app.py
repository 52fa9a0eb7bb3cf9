"""The smallest Textual app that shows a page of text and answers a key: what ours is measured against."""

import sys
from pathlib import Path

from textual.app import App, ComposeResult
from textual.widgets import Static


class BareApp(App[None]):
    AUTO_FOCUS = None
    ENABLE_COMMAND_PALETTE = False

    def compose(self) -> ComposeResult:
        self.presses = 0
        words = Path(sys.argv[1]).read_text("utf-8") if len(sys.argv) > 1 else "word " * 600
        self.page = Static(words, markup=False)
        yield self.page

    def on_key(self) -> None:
        self.presses += 1
        self.page.update(f"{self.presses} " + "word " * 600)


BareApp().run()
