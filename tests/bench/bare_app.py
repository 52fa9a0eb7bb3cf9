"""The smallest Textual app that shows a page of text and answers a key: what ours is measured against."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class BareApp(App[None]):
    AUTO_FOCUS = None
    ENABLE_COMMAND_PALETTE = False

    def compose(self) -> ComposeResult:
        self.presses = 0
        self.page = Static("word " * 600)
        yield self.page

    def on_key(self) -> None:
        self.presses += 1
        self.page.update(f"{self.presses} " + "word " * 600)


BareApp().run()
