from mengzhan.sheets.importing.joins import Joins


def test_what_later_rows_add_counts_in_their_order() -> None:
    joins = Joins()
    joins.put(9, 2, {"school": "乙校"})
    joins.put(5, 2, {"school": "甲校", "phone": "1"})
    joins.put(6, 3, {"school": "丙校"})
    assert joins.of(2) == {"school": "乙校", "phone": "1"}
    assert joins.of(2, before=9) == {"school": "甲校", "phone": "1"}
    assert joins.of(2, before=5) == {}
    assert joins.of(3) == {"school": "丙校"}


def test_a_row_adds_to_one_row_only_and_can_be_taken_out() -> None:
    joins = Joins()
    joins.put(5, 2, {"school": "甲校"})
    joins.put(5, 3, {"school": "甲校"})
    assert joins.of(2) == {}
    assert joins.of(3) == {"school": "甲校"}
    joins.drop(5)
    joins.drop(5)
    assert joins.of(3) == {}
