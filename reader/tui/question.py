"""What the one line where a person types can be asked for."""

from __future__ import annotations

from enum import Enum


class Question(Enum):
    """What the prompt asks for: its sign, and what stands in the empty line."""

    FILTER = ("/", "words of the title, source or author · Enter keeps the filter · Esc ends it")
    FIND = (
        "/",
        "words to find · re: regular expression · ↑ earlier ones · Enter stays · Esc goes back",
    )
    FILTER_QUOTES = ("/", "words of the quotation or its speaker · Enter keeps the filter · Esc ends it")
    FILTER_KEPT = (
        "/",
        "words, speaker, note, tag or title · Enter keeps the filter · Esc ends it",
    )
    TAGS = ("#", "tags, a space between them · → completes one · Enter keeps them · Esc leaves")
    LABEL = (
        "label",
        "its number, or a name of your own · → completes · Enter: as typed, or the first · Esc leaves",
    )
    COMMAND = (":", "words of what you want to do or read · Enter takes it · Esc leaves")
    HELP = ("/", "words of what you want to do · Enter keeps these keys · Esc shows all")
    STATUS = ("status", "its number · Enter alone takes it away · Esc leaves")
    SPEAKER = ("speaker", "the name of who said it · → completes it · Enter keeps it · Esc leaves")
    EXPORT = (
        "export to",
        "a file .md .csv .bib .ris or .json (CSL) · → completes it · Enter writes it · Esc leaves",
    )
    ADD = ("add", "path of an article (.md or .txt) · → completes it · Enter adds it · Esc leaves")

    @property
    def sign(self) -> str:
        """What stands before the line."""
        return self.value[0]

    @property
    def hint(self) -> str:
        """What stands in the empty line."""
        return self.value[1]
