"""One module a format: bytes in, a ``Document`` out; and the Markdown that the library is written in."""
