"""Who may speak of a record: followed in the order of arrival, whatever the entries say of time."""

from mengzhan.model.entry import ERASE, Entry
from mengzhan.model.fold import fold
from mengzhan.office.standing import may_remove, set_back, standing
from mengzhan.rules.reader import Change
from tests.model.test_fold import RECORD, Replica

FIRST, SECOND, THIRD = "甲站", "乙站", "丙站"
OWNERS = {"a" * 32: FIRST, "b" * 32: SECOND}


def writer(replica: str) -> str:
    return OWNERS.get(replica, "")


def foreign(*arrived: Entry) -> list[Entry]:
    marks = standing(arrived, writer).foreign
    return [entry for entry in arrived if entry.mark in marks]


def test_whoever_brings_a_record_is_responsible() -> None:
    made = Replica("a").write(5, {"name": "甲", "station": FIRST})
    edit = Replica("b").write(9, {"name": "乙"}, [made])
    assert foreign(made, edit) == [edit]
    assert standing([made, edit], writer).stations == {FIRST}


def test_an_early_time_does_not_put_a_claim_in_front() -> None:
    made = Replica("a").write(5, {"name": "甲", "station": FIRST})
    claim = Replica("b").write(1, {"name": "乙", "station": SECOND})
    assert foreign(made, claim) == [claim]
    assert not may_remove([made, claim], SECOND, writer)
    assert may_remove([made, claim], FIRST, writer)


def test_a_moved_record_is_spoken_of_by_both_and_moved_by_the_new_station() -> None:
    a, b = Replica("a"), Replica("b")
    made = a.write(1, {"station": FIRST})
    moved = a.write(2, {"station": SECOND}, [made])
    work = b.write(3, {"note": "访过"}, [moved])
    late = a.write(4, {"note": "以前的事"}, [work])
    back = a.write(5, {"station": FIRST}, [late])
    on = b.write(6, {"station": THIRD}, [back])
    assert foreign(made, moved, work, late, back, on) == [back]
    assert standing([made, moved, work, late, back, on], writer).stations == {FIRST, SECOND, THIRD}


def test_a_move_may_be_taken_back_before_the_other_has_worked_on_it() -> None:
    a, b = Replica("a"), Replica("b")
    made = a.write(1, {"station": FIRST})
    moved = a.write(2, {"station": SECOND}, [made])
    back = a.write(3, {"station": FIRST}, [moved])
    claim = b.write(4, {"station": SECOND}, [back])
    assert foreign(made, moved, back, claim) == [claim]


def test_the_office_decides_for_anybody() -> None:
    office, b = Replica("e"), Replica("b")
    made = Replica("a").write(1, {"station": FIRST})
    given = office.write(2, {"station": SECOND}, [made])
    work = b.write(3, {"note": "访过", "station": THIRD}, [given])
    assert foreign(made, given, work) == []


def test_nobody_is_named_of_what_is_erased_already() -> None:
    erased = Replica("a").write(1, {}, op=ERASE)
    assert may_remove([erased], SECOND, writer)
    assert may_remove([], SECOND, writer)


def test_what_is_set_back_stands_as_before() -> None:
    a, b = Replica("a"), Replica("b")
    made = a.write(1, {"name": "甲", "station": FIRST})
    kept = a.write(2, {"phone": "1"}, [made])
    claim = b.write(3, {"name": "乙", "education": "2", "station": SECOND}, [kept])
    rival = b.write(1, {"phone": "2"}, [made])
    later = a.write(4, {"note": "后来"}, [claim])
    marks = {claim.mark, rival.mark}
    changes = set_back([made, kept, claim, rival, later], marks, {})
    assert changes == [
        Change("person", RECORD, {"station": FIRST}),
        Change("person", RECORD, {"name": "甲", "phone": "1", "education": None}),
    ]
    office = Replica("e")
    heads = fold([made, kept, claim, rival, later]).heads
    known = [made, kept, claim, rival, later]
    for change in changes:
        known.append(office.write(9, dict(change.values), [e for e in known if e.mark in heads]))
    state = fold(known)
    assert state.values == {
        "name": "甲",
        "phone": "1",
        "education": None,
        "note": "后来",
        "station": FIRST,
    }
    assert state.rivals == {}


def test_nothing_is_set_back_in_what_is_erased() -> None:
    a = Replica("a")
    made = a.write(1, {"name": "甲", "station": FIRST})
    claim = Replica("b").write(2, {"name": "乙"}, [made])
    erased = a.write(3, {}, [made], op=ERASE)
    assert set_back([made, claim, erased], {claim.mark}, {}) == []
