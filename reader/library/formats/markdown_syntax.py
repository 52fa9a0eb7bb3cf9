"""What CommonMark has not and readers expect: footnotes, definition lists, raised characters, ``<br>``.

The notations are those of PHP Markdown Extra and Pandoc: ``[^1]`` with ``[^1]: …``, a line ``: …`` under
a term, ``x^2^`` and ``H~2~O``. Raised and lowered characters become the ones Unicode has for them; where
it has none the signs stay, so that nothing is lost and ``x^Q^`` says what it means.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.domain.article import footnote_mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token
    from markdown_it.utils import EnvType

FOOTNOTE_INDENT = 4
DEFINITION_INDENT = 2
"""How far the further lines of a footnote, or of a definition, are indented at least."""

_LONGEST_SCRIPT = 16
_SUPERSCRIPTS = dict(
    zip(
        "0123456789+-−=()abcdefghijklmnoprstuvwxyz",
        "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ",
        strict=True,
    )
)
_SUBSCRIPTS = dict(zip("0123456789+-−=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", strict=True))
_SCRIPTS = {
    sign: (
        re.compile(rf"\{sign}([{re.escape(''.join(forms))}]{{1,{_LONGEST_SCRIPT}}})\{sign}"),
        str.maketrans(forms),
    )
    for sign, forms in (("^", _SUPERSCRIPTS), ("~", _SUBSCRIPTS))
}
SUBSCRIPT = _SCRIPTS["~"][0]
_MARK = re.compile(r"\[\^([^\]\[\s^]{1,80})\]")
_FOOTNOTE_START = re.compile(_MARK.pattern + r":[ \t]*")
_DEFINITION_START = re.compile(r":[ \t]+(?=\S)")
_BREAK = re.compile(r"<br[ \t]*/?>", re.IGNORECASE)
_CANONICAL_NUMBER = re.compile(r"[1-9][0-9]{0,3}")


def add_syntax(parser: MarkdownIt) -> None:
    """Teach a parser what this module reads."""
    footnote_ends, definition_ends = ["paragraph", "reference", "blockquote", "list"], ["paragraph"]
    parser.block.ruler.before("reference", "footnote", _read_footnote, {"alt": footnote_ends})
    parser.block.ruler.before("lheading", "definition", _read_definition, {"alt": definition_ends})
    parser.inline.ruler.before("link", "footnote_mark", _read_mark)
    parser.inline.ruler.before("emphasis", "script", _read_script)
    parser.inline.ruler.before("autolink", "break", _read_break)


def number_footnotes(tokens: Sequence[Token], env: EnvType) -> None:
    """Give every footnote its number: the one its label is, or else that of the first mark in the text."""
    labels: list[str] = list(env.get("footnotes", ()))
    if not all(map(_CANONICAL_NUMBER.fullmatch, labels)):
        contents = (token.content for token in tokens if token.type == "inline")
        marks = (match[1].casefold() for content in contents for match in _MARK.finditer(content))
        order = dict.fromkeys((*(label for label in marks if label in env["footnotes"]), *labels))
        env["footnotes"] = {label: str(number) for number, label in enumerate(order, 1)}


def _read_footnote(state: StateBlock, line: int, end_line: int, silent: bool) -> bool:  # noqa: FBT001
    start = state.bMarks[line] + state.tShift[line]
    found = None if state.is_code_block(line) else _FOOTNOTE_START.match(state.src, start, state.eMarks[line])
    if found is None:
        return False
    label = found[1].casefold()
    footnotes = state.env.setdefault("footnotes", {})
    if label in footnotes:  # the first one counts; the second stays text
        return False
    if not silent:
        footnotes[label] = label
        _read_indented(state, line, end_line, found.end(), FOOTNOTE_INDENT, "footnote").meta = {
            "label": label
        }
    return True


def _read_definition(state: StateBlock, line: int, end_line: int, silent: bool) -> bool:  # noqa: FBT001
    start = state.bMarks[line] + state.tShift[line]
    found = (
        None if state.is_code_block(line) else _DEFINITION_START.match(state.src, start, state.eMarks[line])
    )
    if found is None or silent:
        return found is not None
    last = state.tokens[-1] if state.tokens else None
    if last is None or last.level != state.level or last.type not in {"paragraph_close", "definition_close"}:
        return False
    if last.type == "paragraph_close":
        state.tokens[-3].type, last.type = "term_open", "term_close"
    _read_indented(state, line, end_line, found.end(), DEFINITION_INDENT, "definition")
    return True


def _read_indented(state: StateBlock, line: int, end_line: int, start: int, indent: int, name: str) -> Token:
    """Read the blocks of a container whose first begins at ``start``; return the token that opens it."""
    kept = state.bMarks[line], state.tShift[line], state.sCount[line], state.parentType
    opening = state.push(f"{name}_open", "", 1)
    state.blkIndent += indent
    state.bMarks[line], state.tShift[line], state.sCount[line] = start, 0, state.blkIndent
    state.parentType = name
    state.md.block.tokenize(state, line, end_line)
    state.blkIndent -= indent
    state.bMarks[line], state.tShift[line], state.sCount[line], state.parentType = kept
    state.push(f"{name}_close", "", -1)
    return opening


def _read_mark(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    found = _MARK.match(state.src, state.pos, state.posMax)
    number = state.env.get("footnotes", {}).get(found[1].casefold()) if found else None
    if found is None or number is None:
        return False
    if not silent:
        state.push("footnote_mark", "", 0).content = footnote_mark(number)
    state.pos = found.end()
    return True


def _read_script(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    pattern, forms = _SCRIPTS.get(state.src[state.pos], (None, None))
    found = pattern.match(state.src, state.pos, state.posMax) if pattern else None
    if found is None or forms is None:
        return False
    if not silent:
        state.push("script", "", 0).content = found[1].translate(forms)
    state.pos = found.end()
    return True


def _read_break(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    """Read the one tag that Markdown's own tables and addresses cannot do without; others stay words."""
    found = _BREAK.match(state.src, state.pos, state.posMax) if state.src[state.pos] == "<" else None
    if found is None:
        return False
    if not silent:
        state.push("hardbreak", "br", 0)
    state.pos = found.end()
    return True
