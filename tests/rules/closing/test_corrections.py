"""更正 and 补报: before and after, which records, who and why."""

from mengzhan.rules.closing import Changed, standing
from mengzhan.rules.operations import edit, remove
from mengzhan.rules.undo import undo
from tests.computers import Clock
from tests.people import phone
from tests.rules.closing.month import MONTH, close, corrected, fill, follow_up, person
from tests.store.conftest import Station


def told(change: Changed) -> tuple[str, str, bool, list[str]]:
    words = [entry.words for entry in change.entries]
    return change.way, change.evidence.record, change.late, words


def test_what_belongs_to_another_month_corrects_nothing(station: Station, clock: Clock) -> None:
    fill(station)
    found = close(station)
    assert corrected(station, found) == {}
    clock.move(days=9)
    late = {"registered_on": "2026-12-01", "status_on": "2026-12-01"}
    station.add("person", person(9, **late, unemployed_on="2026-12-01"))
    assert corrected(station, found) == {}


def test_a_late_entry_is_told_as_such(station: Station, clock: Clock) -> None:
    fill(station)
    found = close(station)
    clock.move(days=9)
    (someone, *_) = [row["id"] for row in station.session.read().columns("person", ())]
    late = station.add("follow_up", follow_up(someone, "2026-11-28"))
    by_code = corrected(station, found)
    assert (by_code["M13"].before.above, by_code["M13"].now.above) == (6, 7)
    (change,) = by_code["M13"].changes
    assert told(change) == ("came", late, True, ["add follow_up"])
    assert change.entries[0].actor == station.session.operator.id
    assert change.entries[0].wall.startswith("2026-12-02")


def test_a_record_that_was_taken_away_went(station: Station) -> None:
    (call, *_), _ = fill(station)
    found = close(station)
    station.run(remove(call), "remove follow_up")
    by_code = corrected(station, found)
    assert (by_code["M13"].before.above, by_code["M13"].now.above) == (6, 5)
    assert [told(one) for one in by_code["M13"].changes] == [
        ("went", call, False, ["remove follow_up"])
    ]
    assert by_code["M12"].before.above == by_code["M12"].now.above == 3


def test_another_day_of_the_month_changes_the_evidence_not_the_count(station: Station) -> None:
    _, (visit, _) = fill(station)
    found = close(station)
    station.run(edit(visit, {"day": "2026-11-13"}), "edit visit")
    correction = corrected(station, found)["M05"]
    assert correction.before.above == correction.now.above
    (change,) = correction.changes
    assert told(change) == ("changed", visit, False, ["edit visit"])
    assert change.before is not None
    assert (change.before.day, change.evidence.day) == ("2026-11-12", "2026-11-13")


def test_a_record_moved_into_the_month_is_a_correction_not_a_late_entry(station: Station) -> None:
    someone = station.add("person", person(1))
    call = station.add("follow_up", follow_up(someone, "2026-10-31"))
    found = close(station)
    station.run(edit(call, {"day": "2026-11-01"}), "edit follow_up")
    (change,) = corrected(station, found)["M13"].changes
    assert told(change) == ("came", call, False, ["edit follow_up"])


def test_who_leaves_the_list_by_a_later_record_names_that_record(station: Station) -> None:
    someone = station.add("person", person(1))
    found = close(station)
    assert found.figures["M26"].above == 1
    station.run(edit(someone, {"phone": phone(77)}), "edit person")
    station.add("follow_up", follow_up(someone, "2026-11-20", outcome="F2"))
    (change,) = corrected(station, found)["M26"].changes
    assert told(change) == ("went", someone, False, ["edit person", "add follow_up"])


def test_undo_of_the_change_leaves_the_month_as_it_was_closed(station: Station) -> None:
    (call, *_), _ = fill(station)
    found = close(station)
    done = station.run(remove(call))
    assert "M13" in standing(station.session.read(), MONTH).changed
    station.run(undo(done.action))
    stands = standing(station.session.read(), MONTH)
    assert (stands.close, stands.changed) == (found, [])
    assert corrected(station, found) == {}
