"""A square code holds the whole text, and its quiet zone."""

import segno

from mengzhan.prints.squares import QUIET, square_code

TEXT = "羊倌（接羔季），招1人\n每月4500元至5500元\n电话 19900001234（白先生）"


def test_the_modules_are_those_of_the_text() -> None:
    code = square_code(TEXT, 5, 6, 27)
    bare = tuple(row[QUIET:-QUIET] for row in code.modules[QUIET:-QUIET])
    expected = segno.make_qr(TEXT, error="m", encoding="utf-8", boost_error=False)
    assert bare == tuple(tuple(bool(module) for module in row) for row in expected.matrix)
    assert (code.x, code.y, code.side, code.text) == (5, 6, 27, TEXT)


def test_the_zone_around_it_is_light() -> None:
    modules = square_code(TEXT, 0, 0, 27).modules
    edge = [*modules[:QUIET], *modules[-QUIET:], *(row[:QUIET] + row[-QUIET:] for row in modules)]
    assert not any(any(row) for row in edge)


def test_no_code_is_kept_for_another_print() -> None:
    first, second = (square_code(TEXT, 0, 0, 27) for _ in range(2))
    assert first == second
    assert first.modules is not second.modules
