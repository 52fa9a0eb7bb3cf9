"""Reading the terminal as Textual 8.2.8 does, but for bytes that are no text and pastes that press keys.

Textual ends the app at the first byte that is no UTF-8, as a Latin-1 terminal or a line's noise sends, and
takes what stands behind an escape character in a paste for keys. When the terminal has gone it reads its
end, and waits to write to it, for ever. Not public in Textual and used here: the parser, and the driver's
handler of SIGCONT and writer thread.
"""

from __future__ import annotations

import os
import selectors
from codecs import getincrementaldecoder

from textual._xterm_parser import BRACKETED_PASTE_END, BRACKETED_PASTE_START, XTermParser
from textual.drivers.linux_driver import LinuxDriver

ESCAPE = "\x1b"
WAIT_SECONDS = 0.1
"""How long a key is waited for before the parser may take an escape character for the key itself."""
READ_BYTES = 4096


class PasteFilter:
    """Takes the escape characters out of bracketed pastes, wherever what is read is cut."""

    def __init__(self) -> None:
        self._seen = ""  # the end of what was passed on, in which a paste may begin
        self._held = ""  # the end of what was read, with which a paste may end
        self._is_pasting = False

    def passed(self, data: str) -> str:
        """Return what of ``data``, and of what was held back before, is to be passed on."""
        data, self._held = self._held + data, ""
        passed: list[str] = []
        while data:
            piece, data = self._pasted(data) if self._is_pasting else self._typed(data)
            passed.append(piece)
        return "".join(passed)

    def _typed(self, data: str) -> tuple[str, str]:
        """Return what comes before a paste, its beginning included, and the rest."""
        before = len(self._seen)
        start = (self._seen + data).find(BRACKETED_PASTE_START)
        self._is_pasting = start >= 0
        stop = start + len(BRACKETED_PASTE_START) - before if self._is_pasting else len(data)
        self._seen = "" if self._is_pasting else (self._seen + data)[1 - len(BRACKETED_PASTE_START) :]
        return data[:stop], data[stop:]

    def _pasted(self, data: str) -> tuple[str, str]:
        """Return what is pasted, the end included, and the rest; what may be half an end is held back."""
        stop = data.find(BRACKETED_PASTE_END)
        self._is_pasting = stop < 0
        if not self._is_pasting:
            return data[:stop].replace(ESCAPE, "") + BRACKETED_PASTE_END, data[
                stop + len(BRACKETED_PASTE_END) :
            ]
        last = data.rfind(ESCAPE)
        if last >= 0 and BRACKETED_PASTE_END.startswith(data[last:]):
            data, self._held = data[:last], data[last:]
        return data.replace(ESCAPE, ""), ""


class TerminalDriver(LinuxDriver):
    """Reads keys, pastes and the mouse, and writes nothing to a terminal that has gone."""

    def _sigcont_application(self, *_: object) -> None:
        """Go on, unless there is no terminal any more: one that hangs up sends SIGCONT too."""
        if os.isatty(self.fileno):
            super()._sigcont_application()

    def write(self, data: str) -> None:
        """Write, unless what writes has ended with its terminal: its queue would hold the app for ever."""
        if self._is_written:
            super().write(data)

    def close(self) -> None:
        """End what writes, if it has not ended by itself."""
        if self._is_written:
            super().close()

    @property
    def _is_written(self) -> bool:
        return self._writer_thread is not None and self._writer_thread.is_alive()

    def run_input_thread(self) -> None:
        """Hand on what the terminal sends until the app or the terminal ends; no UTF-8 becomes U+FFFD."""
        decode = getincrementaldecoder("utf-8")("replace").decode
        parser, pastes = XTermParser(self._debug), PasteFilter()
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if selector.select(WAIT_SECONDS):
                    data = self._read()
                    if not data:
                        return  # the terminal has gone; the app looks for it and leaves
                    text = pastes.passed(decode(data))
                    for event in parser.feed(text) if text else ():
                        self.process_message(event)
                for event in parser.tick():
                    self.process_message(event)

    def _read(self) -> bytes:
        try:
            return os.read(self.fileno, READ_BYTES)
        except OSError:
            return b""
