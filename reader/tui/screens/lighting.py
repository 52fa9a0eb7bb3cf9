"""One speaker's quotations, drawn alone."""

from __future__ import annotations

from collections.abc import Sequence

from reader.desk.reading import Reading
from reader.domain.quote import Quotation, SpeakerKind
from reader.tui.action_table import Pane
from reader.tui.screens.quote_actions import QuoteActions


def named_speaker(quotation: Quotation) -> str:
    """Return who said a quotation; nothing when that is unknown or no more than a pronoun."""
    speaker = quotation.speaker
    if speaker is None or (speaker.name is None and speaker.kind is SpeakerKind.PRONOUN):
        return ""
    return speaker.label


class Lighting(QuoteActions):
    """The action that lights one speaker's quotations, and what ends it."""

    _lit_speaker = ""

    def can_only_speaker(self) -> bool:
        """There must be a quotation."""
        return self.can_previous_quote()

    def action_only_speaker(self) -> None:
        """Draw only the quotations of the current one's speaker, or all of them again."""
        if self._lit_speaker:
            self.end_lighting()
            self.update()
            return
        found = self.current()
        if found is None:
            return
        reading, quotation = found
        name = named_speaker(quotation)
        if not name:
            self.say("Nobody is named as the speaker of this quotation.")
            return
        self._light(reading, name)
        self.update()

    def _light(self, reading: Reading, name: str) -> None:
        """Draw only what ``name`` says; with the last of it gone, as by a repair, the light goes out."""
        key = name.casefold()  # “Officials” opens a sentence, “officials” stands inside one
        quotations = enumerate(reading.quotations)
        said = frozenset(index for index, one in quotations if named_speaker(one).casefold() == key)
        self._lit_speaker = name if said else ""
        self.page.light(said or None)

    def end_lighting(self) -> None:
        """Draw all quotations again."""
        self._lit_speaker = ""
        self.page.light(None)

    def end_topmost(self) -> bool:
        """Draw all quotations again, if only one speaker's are drawn."""
        if not self._lit_speaker:
            return super().end_topmost()
        self.end_lighting()
        return True

    def show_reading(self, reading: Reading) -> None:
        """Show an article; the light stays on in another state of the same one."""
        shown = self.reading
        is_same = shown is not None and shown.article.head.id == reading.article.head.id
        super().show_reading(reading)
        name, self._lit_speaker = self._lit_speaker, ""
        if is_same and name:
            self._light(reading, name)

    def place(self) -> Sequence[str]:
        """Say whose quotations are drawn."""
        places = super().place()
        if not self._lit_speaker or self.active_pane is not Pane.PAGE:
            return places
        return [f"Only {self._lit_speaker} · {place}" for place in places]
