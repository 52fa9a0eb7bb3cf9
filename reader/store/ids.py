"""Document ids: TinyDB wants integers, and the same thing must have the same id in every process."""

from __future__ import annotations

try:
    # The same function; by way of hashlib it loads OpenSSL first, 3 ms of the start.
    from _blake2 import blake2b
except ImportError:
    from hashlib import blake2b


def doc_id_of(identity: str) -> str:
    """Return the document id of an article, a bookmark or a spool file: 63 bits of blake2b, as text.

    Two of a million ids collide with a chance of 1 in 18 million.
    """
    digest = blake2b(identity.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return str(int.from_bytes(digest, "big") >> 1)
