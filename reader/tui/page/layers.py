"""Layers: how much of what was found is drawn over an article's text."""

from __future__ import annotations

from enum import Enum

from reader.tui.page.markings import Marking, MarkingKind


class Layer(Enum):
    """The states that one key goes through; the current quotation is drawn in each of them."""

    SPEAKERS = ("speakers", "Quotations and their speakers.")
    QUOTES = ("quotes", "Quotations, without speakers.")
    KEPT = ("kept", "Only what you keep.")
    REPORTED = ("reported", "Quotations, speakers, and speech reported without marks.")
    NOTHING = ("nothing", "The text alone.")

    @property
    def id(self) -> str:
        """The name it is remembered by."""
        return self.value[0]

    @property
    def sentence(self) -> str:
        """What is drawn, in words."""
        return self.value[1]

    @property
    def following(self) -> Layer:
        """The one that the key goes on to."""
        layers = list(Layer)
        return layers[(layers.index(self) + 1) % len(layers)]

    @property
    def has_speakers(self) -> bool:
        """Whether names and mentions are drawn for all quotations."""
        return self in (Layer.SPEAKERS, Layer.REPORTED)

    def draws(self, marking: Marking, *, is_kept: bool) -> bool:
        """Tell whether it draws a marking; ``is_kept`` is about the quotation it belongs to."""
        if marking.kind is MarkingKind.MENTION:
            return self.has_speakers
        if marking.kind in (MarkingKind.QUOTE, MarkingKind.KEPT):
            return self is not Layer.NOTHING and (self is not Layer.KEPT or is_kept)
        return True


def layer_of(name: str) -> Layer:
    """Return the layer that is remembered as ``name``; the first for a name there is not."""
    return next((layer for layer in Layer if layer.id == name), Layer.SPEAKERS)
