"""``reader check``: verify that everything is whole."""

from __future__ import annotations

from argparse import Namespace

from reader.cli.opening import open_desk
from reader.paths import Folders

FINDINGS = 4


def run(arguments: Namespace, folders: Folders) -> int:
    """Print what is wrong and what would be done, or do it; 0 when all is well, 4 when something is not."""
    with open_desk(folders) as desk:
        findings = desk.check()
        if not findings:
            print("Library, catalogue and store are whole.")
            return 0
        for finding in findings:
            print(f"{finding.message} {f'Repair: {finding.remedy}' if finding.remedy else 'No repair.'}")
        if arguments.repair:
            for done in desk.repair():
                print(f"Done: {done.message}")
            return 0 if not desk.check() else FINDINGS
    return FINDINGS
