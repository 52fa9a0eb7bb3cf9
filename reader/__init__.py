"""Pullquote: a reader for the terminal that finds who said what."""

__version__ = "0.1.0"
