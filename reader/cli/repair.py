"""``reader repair``: put right who said what, what is a quotation, and which names are one person's."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator

from reader.cli.opening import open_desk
from reader.cli.quoted import quotation_numbered
from reader.cli.speaking import say
from reader.desk.desk import Desk
from reader.desk.keeping import checked_spans
from reader.desk.reading import Reading
from reader.domain.repair import Alias, Extent, Repair
from reader.domain.span import Span
from reader.errors import NotFoundError, UsageError
from reader.paths import Folders


def run(arguments: Namespace, folders: Folders) -> int:
    """Make the repair and say what was done; without one, list those that were made, 1 when none was."""
    with open_desk(folders) as desk:
        if arguments.same_person is not None:
            article = None if arguments.article is None else desk.find(arguments.article).id
            name, other = arguments.same_person
            say(desk.same_person(name, other, article))
        elif arguments.undo:
            say(_undo(desk, arguments))
        elif arguments.article is not None and _is_repair(arguments):
            say(_repair(desk, desk.reading(desk.find(arguments.article)), arguments))
        else:
            lines = list(_lines(desk, arguments.article))
            for line in lines:
                say(line)
            return 0 if lines else 1
    return 0


def _is_repair(arguments: Namespace) -> bool:
    asked = (arguments.speaker, arguments.missing, arguments.wider, arguments.narrower)
    return arguments.not_a_quotation or any(value is not None for value in asked)


def _repair(desk: Desk, reading: Reading, arguments: Namespace) -> str:
    if arguments.missing is not None:
        start, end = arguments.missing
        if not 0 <= start < end:
            raise UsageError(f"{start} to {end} is no place in a text.")
        return desk.add_quotation(reading, checked_spans(reading, [Span(start, end)]), arguments.speaker)
    quotation = quotation_numbered(reading, _number(arguments))
    is_other = arguments.not_a_quotation or arguments.wider is not None or arguments.narrower is not None
    if arguments.speaker is not None and is_other:
        raise UsageError("--speaker stands alone or with --missing; make one repair after the other.")
    if arguments.not_a_quotation:
        return desk.reject_quotation(reading, quotation)
    if arguments.speaker is not None:
        return desk.set_speaker(reading, quotation, arguments.speaker)
    words = arguments.wider if arguments.wider is not None else -arguments.narrower
    return desk.stretch(reading, quotation, *((words, 0) if arguments.at_start else (0, words)))


def _number(arguments: Namespace) -> int:
    if arguments.quote is None or not arguments.quote.isdecimal() or len(arguments.quote) > 9:
        raise UsageError("Say which quotation: its number in `reader quotes`.")
    return int(arguments.quote)


def _undo(desk: Desk, arguments: Namespace) -> str:
    """Take back the repair of a quotation, or the repair or alias with the id that was given."""
    if arguments.article is None:
        raise UsageError("Say which repair to take back: an article and a quotation, or an id.")
    alias = _alias(desk, arguments.quote or arguments.article)
    if alias is not None:
        return desk.forget_alias(alias)
    reading = desk.reading(desk.find(arguments.article))
    wanted = arguments.quote or ""
    repair = next((repair for repair in desk.repairs(reading) if repair.id == wanted), None)
    if repair is None and wanted.isdecimal():
        repair = desk.repair_at(reading, quotation_numbered(reading, _number(arguments)))
    if repair is None:
        raise NotFoundError(
            f"Nothing was repaired there; `reader repair {arguments.article}` lists what was."
        )
    return desk.forget_repair(reading, repair)


def _alias(desk: Desk, identity: str) -> Alias | None:
    return next((alias for alias in desk.every_alias() if alias.id == identity), None)


def _lines(desk: Desk, article: str | None) -> Iterator[str]:
    """Yield a line a repair of an article, or an alias of the library."""
    if article is None:
        aliases = [alias for alias in desk.every_alias() if alias.article is None]
    else:
        head = desk.find(article)
        reading = desk.reading(head)
        for repair in desk.repairs(reading):
            lost = desk.place(reading, repair.anchor).reason
            words = " … ".join(repair.anchor.exact)
            yield f"{repair.id}  {_decision(repair)}: {words}" + (f" · not in use: {lost}" if lost else "")
        aliases = list(desk.aliases(head))
    for alias in aliases:
        where = "" if alias.article is None else " (in this article)"
        yield f"{alias.id}  {alias.alias} is {alias.name}{where}"


def _decision(repair: Repair) -> str:
    if repair.extent is Extent.NONE:
        return "not a quotation"
    bounds = "its bounds" if repair.extent is Extent.GIVEN else ""
    speaker = f"said by {repair.speaker}" if repair.speaker else ""
    return ", ".join(filter(None, [speaker, bounds]))
