"""``reader serve`` over HTTP: the page, what it loads, whom it refuses, and the app behind it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from aiohttp import ClientSession, ClientTimeout, WSServerHandshakeError

from reader.serve.server import is_loopback

# Comments name their authors' sites; nothing is loaded from a comment.
COMMENT = re.compile(r"/\*.*?\*/|<!--.*?-->", re.S)
OTHER_HOST = re.compile(r"(?:https?|wss?|ftp)://(?!\$\{)[^\s\"'`)]+|(?:src|href|url)\s*[=(]\s*[\"']?//", re.I)


def fetch(url: str, **headers: str) -> str:
    request = Request(url, headers={name.title(): value for name, value in headers.items()})
    with urlopen(request, timeout=20) as response:
        assert response.headers["Content-Security-Policy"].startswith("default-src 'self';")
        return str(response.read().decode("utf-8", "replace"))


def test_neither_the_page_nor_what_it_loads_names_another_host(page_url: str) -> None:
    page = fetch(page_url)
    own = page_url.removeprefix("http://")
    assert f'data-session-websocket-url="ws://{own}/ws"' in page
    assets = re.findall(r"(?:src=|href=|url\()\"(/[^\"]+)\"", page)
    assert {Path(asset).suffix for asset in assets} == {".css", ".js", ".ttf"}
    for asset in assets:
        text = fetch(page_url + asset)
        assert text
        if not asset.endswith(".ttf"):
            named = OTHER_HOST.findall(COMMENT.sub("", text))
            assert [host for host in named if own not in host] == []
    assert 'data-font-size="24"' in fetch(f"{page_url}/?fontsize=24")
    assert 'data-font-size="16"' in fetch(f"{page_url}/?fontsize=%22%3E%3Cscript%3E")


@pytest.mark.parametrize(
    "headers",
    [
        {"host": "evil.example"},
        {"host": "evil.example:80"},
        {"origin": "https://evil.example"},
        {"host": "["},
    ],
)
def test_another_sites_page_is_refused(page_url: str, headers: dict[str, str]) -> None:
    with pytest.raises(HTTPError) as refused:
        fetch(page_url, **headers)
    assert refused.value.code in {400, 403}
    refused.value.close()


async def test_the_app_answers_keys_through_the_page_and_no_other_site(page_url: str) -> None:
    socket_url = page_url.replace("http", "ws") + "/ws?width=100&height=30"
    async with ClientSession(timeout=ClientTimeout(total=60)) as session:
        with pytest.raises(WSServerHandshakeError):
            await session.ws_connect(socket_url, headers={"Origin": "http://evil.example"})
        async with session.ws_connect(socket_url, headers={"Origin": page_url}) as socket:
            written = b""

            async def wait_for(words: bytes) -> None:
                nonlocal written
                while words not in written:
                    message = await socket.receive(timeout=30)
                    if isinstance(message.data, bytes):
                        written += message.data

            await wait_for(b"A long account")
            written = b""
            await socket.send_json(["stdin", "j"])
            await wait_for(b"The council met")


def run(*arguments: str) -> tuple[int, str]:
    command = [sys.executable, "-m", "reader", "serve", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60, env=os.environ)
    assert "Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) == 1
    return done.returncode, done.stderr


def test_a_port_that_is_taken_is_one_sentence(page_url: str) -> None:
    code, said = run("--port", page_url.rpartition(":")[2])
    assert code == 2
    assert "in use" in said
    assert run("--port", "70000")[0] == 2


def test_hosts_that_others_reach_are_refused_unless_told() -> None:
    for host in ("0.0.0.0", "::", "192.0.2.1", "example.org"):
        code, said = run("--host", host)
        assert code == 2
        assert "--open-to-network" in said
    assert [host for host in ("127.0.0.1", "::1", "127.9.9.9", "localhost") if not is_loopback(host)] == []


def test_without_the_extra_a_sentence_says_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "aiohttp"
    package.mkdir()
    missing = "raise ModuleNotFoundError('No module named aiohttp', name='aiohttp')\n"
    (package / "__init__.py").write_text(missing, "utf-8")
    monkeypatch.setenv("PYTHONPATH", f"{tmp_path}{os.pathsep}{os.environ.get('PYTHONPATH', '')}")
    code, said = run()
    assert code == 2
    assert "pip install 'pullquote[serve]'" in said
