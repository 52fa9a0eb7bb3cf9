"""The store: one person's reading state in a TinyDB file that they own."""

from reader.store.journal import Durability
from reader.store.store import Store

__all__ = ["Durability", "Store"]
