"""What other records say of an erased person, however it is written and whenever it comes in."""

import hashlib
from pathlib import Path

import pytest

from mengzhan.model.entry import ERASE, Value
from mengzhan.rules.erasure import erase
from mengzhan.rules.operations import edit, remove
from mengzhan.rules.redaction import FORGOTTEN
from tests.people import follow_up_values, id_number, name, person_values
from tests.rules.test_erasure import (
    NAME,
    NUMBER,
    PHONE,
    dump,
    other_laptop,
    pages,
    registered,
    traces,
)
from tests.store.conftest import Station

SPACED = (
    f"{PHONE[:3]} {PHONE[3:7]} {PHONE[7:]}",
    f"{PHONE[:3]}-{PHONE[3:7]}-{PHONE[7:]}",
    f"{NUMBER[:6]} {NUMBER[6:14]}\n{NUMBER[14:]}",
    f"{NUMBER[:6]}-{NUMBER[6:]}",
    f"{NAME[:2]} {NAME[2:]}",
)


@pytest.mark.parametrize("written", SPACED)
def test_blanks_and_hyphens_hide_nothing(station: Station, written: str) -> None:
    person = registered(station)
    task = station.add("task", {"title": "走访", "source": "1", "content": f"找{written}。"})
    station.session.save_draft("d1", "visit", "", {"note": f"找{written}。"})
    station.run(erase(person))
    assert station.value(task, "content") == f"找{FORGOTTEN}。"
    (draft,) = station.session.read().drafts()
    assert draft["values"] == {"note": f"找{FORGOTTEN}。"}
    assert written not in dump(station)


def test_a_small_x_at_the_end_of_a_number_hides_nothing(station: Station) -> None:
    number = next(n for n in range(1, 100) if id_number(n).endswith("X"))
    person = station.add("person", person_values(number))
    written = id_number(number).lower()
    task = station.add("task", {"title": "走访", "source": "1", "content": f"证件{written}"})
    station.session.save_draft("d1", "visit", "", {"note": written})
    station.run(erase(person))
    assert station.value(task, "content") == f"证件{FORGOTTEN}"
    (draft,) = station.session.read().drafts()
    assert draft["values"] == {"note": FORGOTTEN}


def test_what_linked_records_tell_of_the_person_goes_and_figures_stay(
    station: Station, tmp_path: Path
) -> None:
    person = registered(station)
    picture = b"\xff\xd8face"
    digest = hashlib.sha256(picture).hexdigest()
    station.session.add_picture(digest, picture)
    verified: dict[str, Value] = {
        "person": person,
        "result": "1",
        "day": "2026-11-20",
        "field_name": "电话",
        "batch": "第三批",
        "old_value": "19900009998",
        "new_value": "19900009999",
        "note": "在医院",
        "pictures": [digest],
    }
    verification = station.add("verification", verified)
    follow_up = station.add("follow_up", follow_up_values(person, situation="在医院"))
    station.run(edit(follow_up, {"needs": "想离医院近些", "missed": 2}))
    gone = station.add("follow_up", follow_up_values(person, note="说错了，在医院"))
    station.run(remove(gone))
    other = station.add("person", person_values(3))
    kept = station.add("follow_up", follow_up_values(other, situation="在医院看门"))
    station.session.save_draft("d1", "follow_up", "", {"person": person, "needs": "去医院"})

    station.run(erase(person))

    assert station.state(verification).values == verified | {
        "station": "150102001001",
        "old_value": FORGOTTEN,
        "new_value": FORGOTTEN,
        "note": FORGOTTEN,
        "pictures": [],
    }
    values = station.state(follow_up).values
    assert (values["situation"], values["needs"], values["missed"]) == (FORGOTTEN, FORGOTTEN, 2)
    assert station.value(gone, "note") == FORGOTTEN
    assert station.value(kept, "situation") == "在医院看门"
    (draft,) = station.session.read().drafts()
    assert draft["values"] == {"person": person, "needs": FORGOTTEN}
    assert station.session.read().picture(digest) is None
    assert dump(station).count("医院") == dump(station).count("在医院看门")
    assert "1990000999" not in dump(station)
    assert picture not in pages(station, tmp_path)


def test_a_linked_record_that_comes_after_the_erasure_tells_nothing(station: Station) -> None:
    person = registered(station)
    station.run(erase(person))
    late = follow_up_values(person, situation="在医院", note=None)
    station.session.merge([other_laptop("set", "late", late, [], kind="follow_up")])
    assert station.value("late", "situation") == FORGOTTEN
    assert station.value("late", "outcome") == "F1"
    more = other_laptop("set", "late", {"needs": "离医院近些"}, [], "follow_up", "e")
    station.session.merge([more])
    assert station.value("late", "needs") == FORGOTTEN
    before = len(list(station.session.read().journal.all()))
    station.session.merge([more])
    assert len(list(station.session.read().journal.all())) == before


@pytest.mark.parametrize("known", [False, True])
def test_a_note_that_comes_after_the_erasure_names_nobody(
    station: Station, tmp_path: Path, known: bool
) -> None:
    person = registered(station)
    first = station.session.read().entries(person)
    old = other_laptop("set", person, {"name": NAME, "phone": PHONE}, [], replica="e")
    station.run(erase(person))
    if known:
        station.session.merge([old])
    values: dict[str, Value] = {"title": f"找{NAME}", "source": "1", "content": f"电话{PHONE}"}
    note = other_laptop("set", "t1", values, [], kind="task")
    station.session.merge([note] if known else [note, old], beside=[*first, old])
    assert station.value("t1", "title") == f"找{FORGOTTEN}"
    assert station.value("t1", "content") == f"电话{FORGOTTEN}"
    assert traces(station, tmp_path) == []


def test_a_note_that_names_two_who_are_erased_elsewhere_names_neither(station: Station) -> None:
    one, two = registered(station), station.add("person", person_values(3))
    task = station.add("task", {"title": f"找{NAME}和{name(3)}", "source": "1"})
    erasures = [
        other_laptop(ERASE, record, {"sex": "1"}, [], replica=letter)
        for record, letter in ((one, "e"), (two, "f"))
    ]
    station.session.merge(erasures)
    assert station.value(task, "title") == f"找{FORGOTTEN}和{FORGOTTEN}"
    assert NAME not in dump(station)
    assert name(3) not in dump(station)
