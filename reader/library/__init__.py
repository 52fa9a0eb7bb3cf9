"""Files as articles: formats, the catalogue of heads, and the library a person owns.

Importing this package loads nothing: a lone text is parsed without a catalogue.
"""
