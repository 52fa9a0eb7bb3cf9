"""Putting right what the engine found: the speaker, the bounds, two names, what is no quotation."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from reader.desk.reading import Reading
from reader.domain.article import ArticleId
from reader.domain.quote import Quotation
from reader.errors import ReaderError
from reader.tui.question import Question
from reader.tui.screens.asking import Answers
from reader.tui.screens.quote_actions import QuoteActions

if TYPE_CHECKING:
    from reader.tui.screens.choosing import Choice, Room

SPEAKER, REJECT, AS_FOUND, SAME_HERE, SAME_EVERYWHERE = "speaker", "reject", "found", "here", "everywhere"
STRETCHES = {
    "end+": ("One word more at its end", 0, 1),
    "end-": ("One word less at its end", 0, -1),
    "start+": ("One word more at its start", 1, 0),
    "start-": ("One word less at its start", -1, 0),
}
"""What each choice says, and the words it adds before and after."""
OTHER_NAME = "\n"
"""No name: the choice that asks for one."""


class Repairing(QuoteActions):
    """The action that repairs; a person's word stands above the engine's from then on."""

    def can_repair(self) -> bool:
        """There must be a quotation, or a selection that is to be one."""
        return self.can_keep()

    def action_repair(self) -> None:
        """Offer what can be put right in the quotation, or make the selected words one."""
        if not self.may_write():
            return
        if self.page.selected is not None:
            self._add_missing()
            return
        self._offer_repairs()

    def _offer_repairs(self, chosen: str = SPEAKER) -> None:
        """List what can be put right, with the cursor on the choice that one comes back from."""
        found = self.whole_current()
        if found is None:
            return
        from reader.tui.screens.choosing import ChoicePicker

        title = f"Repair quotation {found[1].number}"
        choices = self._choices(*found)
        picker = ChoicePicker(title, choices, self.keymap, self._room(), self._stretch, chosen)
        self.app.push_screen(picker, self._repair_chosen)

    def _choices(self, reading: Reading, quotation: Quotation) -> list[Choice]:
        from reader.tui.screens.choosing import Choice

        speaker = quotation.speaker
        choices = [Choice(SPEAKER, "The speaker is …", f"now {speaker.shown}" if speaker else "now unknown")]
        choices.append(Choice(REJECT, "This is no quotation"))
        choices += [Choice(name, words) for name, (words, _, _) in STRETCHES.items()]
        if speaker is not None:
            choices.append(Choice(SAME_HERE, f"In this article {speaker.label} is …"))
            choices.append(Choice(SAME_EVERYWHERE, f"Everywhere {speaker.label} is …"))
        if self.desk.repair_at(reading, quotation) is not None:
            choices.append(Choice(AS_FOUND, "As it was found"))
        return choices

    def _stretch(self, choice: str) -> str | None:
        """Carry out a change of the bounds, and leave the rest to be done once the list is away."""
        if choice not in STRETCHES:
            return None
        found, index = self.whole_current(), self.page.current
        if found is None:
            return None
        _, before, after = STRETCHES[choice]
        try:
            said = self.desk.stretch(*found, before, after)
        except ReaderError as error:
            return str(error)
        self.show_changes()
        self.page.select(index)
        return said

    def _repair_chosen(self, choice: str | None) -> None:
        found = self.whole_current() if choice is not None else None
        self.update()
        if found is None:
            return
        reading, quotation = found
        repair = self.desk.repair_at(reading, quotation)
        speaker = quotation.speaker
        if choice == SPEAKER:
            title = f"Who said quotation {quotation.number}?"
            self._pick_name(reading, title, partial(self._say_who, *found), self._offer_repairs)
        elif choice == REJECT:
            self.attempt(lambda: self.with_way_back(self.desk.reject_quotation(reading, quotation)))
        elif choice == AS_FOUND and repair is not None:
            self.attempt(lambda: self.desk.forget_repair(reading, repair))
        elif speaker is not None:
            article = reading.article.head.id if choice == SAME_HERE else None
            title = f"Who is {speaker.label}?"
            take = partial(self._same_person, speaker.label, article)
            self._pick_name(reading, title, take, partial(self._offer_repairs, choice or SPEAKER))

    def _pick_name(
        self, reading: Reading, title: str, take: Callable[[str], str], back: Callable[[], object]
    ) -> None:
        """Let a name be chosen or typed and hand it to ``take``; who leaves the list goes ``back``."""
        from reader.tui.screens.choosing import Choice, ChoicePicker

        names = [Choice(name, name) for name in self.desk.names_met(reading)]
        choices = [*names[:200], Choice(OTHER_NAME, "Another name …")]

        async def chosen(name: str | None) -> None:
            if name == OTHER_NAME:
                answers = Answers(
                    entered=lambda line: self._taken(take, line),
                    left=partial(self._pick_name, reading, title, take, back),
                    lines=self.desk.names_met(reading),
                )
                await self.ask(Question.SPEAKER, answers)
            elif name is not None:
                self.attempt(lambda: take(name))
            else:
                back()

        self.app.push_screen(ChoicePicker(title, choices, self.keymap, self._room()), chosen)

    def _room(self) -> Room:
        """Return where on the screen a list leaves the current quotation in sight."""
        from reader.tui.screens.choosing import Room

        page, quotation = self.page, self.page.current_quotation
        rows = [cells.y for cells in page.cells_of(quotation.span)] if quotation is not None else []
        above, below = (min(rows), page.size.height - 1 - max(rows)) if rows else (0, page.size.height)
        return Room(page.region.x, above, below)

    def _taken(self, take: Callable[[str], str], name: str) -> str:
        said = take(name)
        self.show_changes()
        return said

    def _say_who(self, reading: Reading, quotation: Quotation, name: str) -> str:
        return self.desk.set_speaker(reading, quotation, name)

    def _same_person(self, alias: str, article: ArticleId | None, name: str) -> str:
        return self.desk.same_person(name, alias, article)

    def _add_missing(self) -> None:
        reading, spans = self.selection_in_hand()
        self.page.show_selection(None)
        self.attempt(lambda: self.desk.add_quotation(reading, spans))
        if self.reading is None or self.reading is reading:
            return
        added = next(
            (n for n, one in enumerate(self.reading.quotations) if one.span.start == spans[0].start), -1
        )
        if added >= 0:
            self.page.select(added)
            take = partial(self._say_who, self.reading, self.reading.quotations[added])
            self._pick_name(self.reading, "Who said it?", take, self.update)
