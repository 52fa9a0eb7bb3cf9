"""The list of jumps against a plain model: places one has been at, and where one is among them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.domain.article import ArticleId
from reader.tui.jump_list import Jump, JumpList
from reader.tui.page.pointing import View


def at(place: int) -> Jump:
    return Jump(ArticleId("a"), View(place, place, 68))


@given(st.lists(st.one_of(st.integers(0, 5), st.sampled_from(["back", "forward"])), max_size=60))
def test_back_and_forward_go_through_what_was_visited(moves: list[int | str]) -> None:
    jumps = JumpList()
    visited, index = [0], 0
    for move in moves:
        here = at(visited[index])
        if isinstance(move, int):
            if move != visited[index]:
                jumps.leave(here)
                visited[index + 1 :] = [move]
                index += 1
        elif move == "back":
            found = jumps.back(here)
            assert found == (at(visited[index - 1]) if index else None)
            index = max(0, index - 1)
        else:
            found = jumps.forward(here)
            assert found == (at(visited[index + 1]) if index + 1 < len(visited) else None)
            index = min(len(visited) - 1, index + 1)
