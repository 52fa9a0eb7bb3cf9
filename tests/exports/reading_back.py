"""Exports read back by parsers that are not ours.

bibtexparser knows BibTeX's grammar and pylatexenc, which it brings, TeX's commands; rispy knows RIS. Both
are pure Python and written by others than those who wrote the exports.
"""

from __future__ import annotations

import rispy
from bibtexparser.entrypoint import parse_string
from pylatexenc.latex2text import LatexNodes2Text, MacroTextSpec, get_default_latex_context_db

# Commands of the LaTeX kernel that pylatexenc does not list, or turns into a look-alike.
_KERNEL = {
    "textbraceleft": "{",
    "textbraceright": "}",
    "textless": "<",
    "textgreater": ">",
    "textbar": "|",
    "textasciicircum": "^",
    "textasciitilde": "~",
    "textbackslash": "\\",
}


def _decoder() -> LatexNodes2Text:
    context = get_default_latex_context_db()
    macros = [MacroTextSpec(name, simplify_repl=sign) for name, sign in _KERNEL.items()]
    context.add_context_category("kernel", macros=macros, prepend=True)
    return LatexNodes2Text(latex_context=context, keep_comments=False, strict_latex_spaces=True)


_DECODER = _decoder()


def read_bibtex(text: str) -> list[dict[str, str]]:
    """Return each entry's fields as TeX prints them, with its type and key."""
    library = parse_string(text)
    assert not library.failed_blocks
    return [
        {"ENTRYTYPE": entry.entry_type, "ID": entry.key}
        | {field.key: _DECODER.latex_to_text(str(field.value)) for field in entry.fields}
        for entry in library.entries
    ]


def read_ris(text: str) -> list[dict[str, object]]:
    """Return each record's fields."""
    return list(rispy.loads(text))
