"""A web server for one person: a page that is a terminal, and the app behind it, a process a tab.

textual-serve carries the app; the page, and who may ask for it, are ours. Its own page asks for a font
from outside, and it answers any page of any site that knows the port (cross-site WebSocket hijacking,
DNS rebinding: CWE-1385, CWE-350).
"""

from __future__ import annotations

import ipaddress
import logging
import os
import socket
from collections.abc import Awaitable, Callable
from pathlib import Path
from string import Template

from aiohttp import web
from textual_serve.server import Server

from reader.errors import UsageError

PAGE = Path(__file__).with_name("page.html")
FONT_SIZES = range(8, 41)
USUAL_FONT_SIZE = 16
LOOPBACK_NAMES = ("localhost", "127.0.0.1", "[::1]")
HEADERS = {
    # Whatever the page is made to say, the browser loads nothing from anywhere else.
    "Content-Security-Policy": "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "connect-src 'self'; frame-ancestors 'none'; form-action 'none'; base-uri 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
}
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def is_loopback(host: str) -> bool:
    """Tell whether only this machine can reach ``host``."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def serve(command: str, host: str, port: int, say: Callable[[str], object]) -> None:
    """Serve the app that ``command`` starts until interrupted; port 0 takes any that is free.

    Raises UsageError when the port is taken or the host is none of this machine's.
    """
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        listening = socket.create_server((host, port), family=family)
    except (OSError, OverflowError) as error:
        number = getattr(error, "errno", None)
        reason = os.strerror(number) if number else str(error)
        raise UsageError(
            f"Port {port} of {host} cannot be had ({reason.lower()}); `reader serve --port` takes another."
        ) from error
    with listening:
        server = PageServer(command, host, listening.getsockname()[1])
        say(f"Pullquote is at {server.public_url} for whoever is at this machine. Ctrl-C ends it.")
        web.run_app(server.application(), sock=listening, print=None, access_log=None)


class PageServer(Server):
    """The server of textual-serve with our page, closed to every other site's pages."""

    def __init__(self, command: str, host: str, port: int) -> None:
        shown = f"[{host}]" if ":" in host else host
        super().__init__(command, host, port, title="Pullquote", public_url=f"http://{shown}:{port}")
        own_names = (*LOOPBACK_NAMES, shown)
        self._own_hosts = {f"{name}:{port}" for name in own_names} | {*(own_names if port == 80 else ())}
        self._page = Template(PAGE.read_text("utf-8"))
        logging.getLogger("textual-serve").setLevel(logging.ERROR)

    async def application(self) -> web.Application:
        """Return the application with its guard."""
        application = await self._make_app()
        application.router.add_get("/page.js", _page_script)
        application.middlewares.append(self._guard)
        application.on_response_prepare.append(_add_headers)
        return application

    async def on_startup(self, app: web.Application) -> None:
        """Leave it to ``serve`` to say where the page is."""

    async def handle_index(self, request: web.Request) -> web.Response:
        """Answer with the page; it names no host but the one it was asked for."""
        wanted = request.query.get("fontsize", "")
        font_size = int(wanted) if wanted.isascii() and wanted.isdecimal() and len(wanted) < 3 else 0
        page = self._page.substitute(
            host=request.host, font_size=font_size if font_size in FONT_SIZES else USUAL_FONT_SIZE
        )
        return web.Response(text=page, content_type="text/html")

    @web.middleware
    async def _guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Refuse names that are not ours, and whoever comes from another page."""
        is_ours = request.host in self._own_hosts or not is_loopback(self.host)
        origin = request.headers.get("Origin")
        if not is_ours or (origin is not None and origin != f"http://{request.host}"):
            raise web.HTTPForbidden(text="This page is for the browser of the machine it runs on.")
        return await handler(request)


async def _page_script(_request: web.Request) -> web.Response:
    return web.Response(text=PAGE.with_suffix(".js").read_text("utf-8"), content_type="text/javascript")


async def _add_headers(_request: web.Request, response: web.StreamResponse) -> None:
    response.headers.update(HEADERS)
