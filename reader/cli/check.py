"""``reader check``: verify that everything is whole."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from contextlib import suppress

from reader.cli.opening import open_kept
from reader.cli.speaking import say
from reader.errors import ContentError, SettingsError
from reader.paths import Folders

FINDINGS = 4


def run(arguments: Namespace, folders: Folders) -> int:
    """Print what is wrong and what would be done, or do it; 0 when all is well, 4 when something is not."""
    with open_kept(folders) as desk:
        # Files that came or changed since the last time are no fault; a folder without rights is a finding.
        with suppress(ContentError):
            desk.take_scan(desk.scanner().scan())
        findings = desk.check()
        for finding in findings:
            say(f"{finding.message} {f'Repair: {finding.remedy}.' if finding.remedy else 'No repair.'}")
        if findings and arguments.repair:
            for done in desk.repair():
                say(f"Done: {done.message}")
            findings = desk.check()
        if orphans := desk.orphans():
            articles = len({bookmark.article for bookmark in orphans})
            say(
                f"Note: {len(orphans):,} kept quotation(s) belong to {articles:,} article(s) not in the"
                " library; they stay kept, with their words and sources."
            )
        mistakes = _mistakes(folders)
        for mistake in mistakes:
            say(f"Settings: {mistake}")
        if not findings:
            say("Library, catalogue and store are whole.")
    return FINDINGS if findings or mistakes else 0


def _mistakes(folders: Folders) -> Sequence[str]:
    """Return what is wrong with the settings."""
    from reader.settings import load_settings
    from reader.tui.presets import keymap_of

    try:
        settings = load_settings(folders.config)
    except SettingsError as error:
        return [str(error)]
    return [*settings.mistakes, *keymap_of(settings).mistakes]
