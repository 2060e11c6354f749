"""Lines are broken once, by measure, and nothing of a text is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mengzhan.prints.page import Block, Page, Style, width_of

PLAIN = Style(12)
LONG = "负责母羊接羔、羔羊护理、每日补饲和圈舍消毒；能够适应野外和夜间轮班。" * 4


def test_every_line_is_as_narrow_as_was_asked() -> None:
    block = Block(LONG, PLAIN, 60)
    assert len(block.lines) > 5
    assert all(width_of(line, PLAIN) <= 60 for line in block.lines)
    assert "".join(block.lines) == LONG


def test_a_line_does_not_begin_with_a_full_stop() -> None:
    for width in range(30, 90):
        lines = Block(LONG, PLAIN, width).lines
        assert not any(line[0] in "，。；、" for line in lines)


@given(st.text(st.characters(blacklist_categories=["Cc", "Cs", "Cf", "Zs", "Zl", "Zp", "Mn"])))
def test_no_character_is_lost_in_breaking(text: str) -> None:
    assert "".join(Block(text, PLAIN, 40).lines) == text


def test_rare_characters_outside_the_basic_plane_are_kept_whole() -> None:
    assert "".join(Block("𠮷𠮷𠮷" * 20, PLAIN, 30).lines) == "𠮷𠮷𠮷" * 20


def test_line_breaks_of_the_text_stay() -> None:
    assert Block("甲\n\n乙", PLAIN, 40).lines == ["甲", "", "乙"]


def test_a_block_takes_the_height_it_says() -> None:
    page, block = Page(210, 297), Block(LONG, PLAIN, 60)
    assert block.put(page, 10, 20) == block.height
    last = list(page.words)[-1]
    assert last.y + PLAIN.line == pytest.approx(20 + block.height)


@pytest.mark.parametrize(("align", "start"), [("left", 10.0), ("centre", None), ("right", None)])
def test_short_lines_stand_where_they_are_aligned(align: str, start: float | None) -> None:
    page = Page(210, 297)
    Block("短", PLAIN, 100, align).put(page, 10, 0)  # type: ignore[arg-type]
    (words,) = page.words
    free = 100 - words.width
    expected = {"left": 10, "centre": 10 + free / 2, "right": 10 + free}
    assert words.x == pytest.approx(expected[align])


def test_what_does_not_fit_is_cut_and_says_so() -> None:
    block = Block(LONG, PLAIN, 60, most=2, ending="……（问站里）")
    whole = "".join(block.lines)
    assert whole.endswith("……（问站里）")
    assert LONG.startswith(whole.removesuffix("……（问站里）"))
    assert len(block.lines) == 2
    assert all(width_of(line, PLAIN) <= 60 for line in block.lines)
    assert Block("短", PLAIN, 60, most=2).lines == ["短"]


def test_type_is_as_large_as_its_points_say() -> None:
    # 72 points are an inch, and a Chinese character is as wide as its size
    assert width_of("国", Style(72)) == pytest.approx(25.4, rel=0.01)
