"""Widths, heights, pages."""

from datetime import date

from mengzhan.model.kinds import KINDS
from mengzhan.sheets.ledgers.forms import Content
from mengzhan.sheets.ledgers.layout import fitting_height, lay_out
from mengzhan.sheets.ledgers.profile import Column, resolve


def laid(columns: list[Column], sample: list[list[Content]]):  # type: ignore[no-untyped-def]
    found = [resolve(KINDS, "person", column) for column in columns]
    return lay_out(found, [item.header for item in found], sample)


def test_widths_follow_what_is_written_within_bounds() -> None:
    columns = [Column("@number"), Column("name"), Column("note"), Column("birth_date")]
    sample: list[list[Content]] = [[1, "其其格", "长" * 90, date(2026, 1, 2)]]
    layout = laid(columns, sample)
    number, name, note, born = layout.widths
    assert number < name < born < note == 40
    assert layout.centred == (True, True, False, True)


def test_a_column_is_wider_where_no_row_could_hold_its_texts() -> None:
    (usual,) = laid([Column("note")], [["长" * 400]]).widths
    (wide,) = laid([Column("note")], [["长" * 1_000]]).widths
    (widest,) = laid([Column("note")], [["长" * 30_000]]).widths
    assert usual == 40 < wide < widest == 90
    assert fitting_height(["长" * 400], [usual]) <= 400 >= fitting_height(["长" * 1_000], [wide])
    assert fitting_height(["长" * 1_000], [wide]) < 400, "nothing of it is cut on paper"


def test_what_is_split_takes_a_narrow_cell_for_each_character() -> None:
    layout = laid([Column("name"), Column("id_number", form="split"), Column("phone")], [])
    assert layout.places == (0, 1, 19)
    assert layout.breadth == 20
    assert max(layout.widths[1:19]) < 4
    assert layout.fixed == 1


def test_a_wide_table_is_printed_on_several_pages_side_by_side() -> None:
    assert laid([Column("name")], [["其其格"]]).pages_across == 1
    many = [Column("note")] * 20
    assert laid(many, [["长" * 90] * 20]).pages_across > 2


def test_a_row_is_as_high_as_its_longest_text() -> None:
    widths = laid([Column("name"), Column("note")], [["其其格", "长" * 90]]).widths
    low = fitting_height(["其其格", "短"], widths)
    assert (
        low
        < fitting_height(["其其格", "长" * 90], widths)
        < fitting_height(["", "长" * 300], widths)
    )
    assert fitting_height(["其其格", "一\n二\n三"], widths) == low + 30
    assert fitting_height(["其其格", "长" * 30_000], widths) <= 409
