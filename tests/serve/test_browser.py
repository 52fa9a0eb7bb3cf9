"""The page in headless Chromium, driven through its DevTools protocol; runs with ``-m browser``."""

from __future__ import annotations

import asyncio
import base64
import shutil
import subprocess
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from aiohttp import ClientSession, ClientTimeout, ClientWebSocketResponse

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
BINARY = 2
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        CHROMIUM is None, reason="Chromium is not installed (Debian: apt-get install chromium)"
    ),
]


class Tab:
    """One tab of a browser: commands in, events gathered."""

    def __init__(self, socket: ClientWebSocketResponse) -> None:
        self._socket = socket
        self._numbers = count(1)
        self.asked_for: list[str] = []
        self.painted = ""

    async def tell(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Send a command and return its result."""
        number = next(self._numbers)
        await self._socket.send_json({"id": number, "method": method, "params": parameters})
        while True:
            message = await self._next()
            if message.get("id") == number:
                return dict(message["result"])

    async def wait_for(self, words: str) -> None:
        """Read what the app sends to the page until ``words`` are in it."""
        while words not in self.painted:
            await self._next()

    async def _next(self) -> dict[str, Any]:
        message: dict[str, Any] = await self._socket.receive_json(timeout=60)
        details = message.get("params", {})
        if message.get("method") == "Network.requestWillBeSent":
            self.asked_for.append(details["request"]["url"])
        elif message.get("method") == "Network.webSocketCreated":
            self.asked_for.append(details["url"])
        elif message.get("method") == "Network.webSocketFrameReceived":
            payload = details["response"]["payloadData"]
            if details["response"]["opcode"] != BINARY:
                return message
            self.painted += base64.b64decode(payload).decode("utf-8", "replace")
        return message

    async def pixels(self) -> str:
        """Return what the tab shows, as PNG in base64."""
        return str((await self.tell("Page.captureScreenshot"))["data"])


@asynccontextmanager
async def open_tab(profile: Path) -> AsyncIterator[Tab]:
    """Start Chromium with a profile of its own and yield its first tab."""
    assert CHROMIUM is not None
    command = [
        CHROMIUM, "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run",
        "--remote-debugging-port=0",
        "--window-size=1200,800", f"--user-data-dir={profile}", "about:blank",
    ]  # fmt: skip
    browser = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        port_file = profile / "DevToolsActivePort"
        async with asyncio.timeout(60):
            while not (port_file.is_file() and port_file.read_text().count("\n")):
                await asyncio.sleep(0.05)
        port = port_file.read_text().split()[0]
        async with ClientSession(timeout=ClientTimeout(total=120)) as session:
            async with session.get(f"http://127.0.0.1:{port}/json") as answer:
                tabs = await answer.json()
            address = next(tab["webSocketDebuggerUrl"] for tab in tabs if tab["type"] == "page")
            async with session.ws_connect(address, max_msg_size=0) as socket:
                yield Tab(socket)
    finally:
        browser.terminate()
        browser.wait()


async def test_the_page_shows_the_list_and_a_key_moves_it(page_url: str, tmp_path: Path) -> None:
    async with open_tab(tmp_path / "profile") as tab:
        await tab.tell("Network.enable")
        await tab.tell("Page.enable")
        await tab.tell("Page.navigate", url=page_url)
        await tab.wait_for("A long account")
        before = await tab.pixels()
        tab.painted = ""
        await tab.tell("Input.dispatchKeyEvent", type="keyDown", key="j", text="j")
        await tab.tell("Input.dispatchKeyEvent", type="keyUp", key="j")
        await tab.wait_for("The council met")
        async with asyncio.timeout(30):
            while await tab.pixels() == before:
                await asyncio.sleep(0.05)
        (tmp_path / "page.png").write_bytes(base64.b64decode(await tab.pixels()))
        hosts = {urlsplit(url).netloc for url in tab.asked_for if not url.startswith(("data:", "blob:"))}
        assert hosts == {urlsplit(page_url).netloc}
        assert len(tab.asked_for) > 4
