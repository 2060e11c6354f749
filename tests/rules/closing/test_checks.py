"""What to look at before closing, with what to do about it."""

from datetime import date

from mengzhan.model.ruling import Ruling
from mengzhan.rules.anomalies import explain
from mengzhan.rules.closing import Check, checks
from mengzhan.rules.operations import remove
from mengzhan.store.exchange import Exchange, ReceivedVerdict
from tests.computers import Clock
from tests.people import phone
from tests.rules.closing.month import MONTH, close, fill, follow_up, person
from tests.store.conftest import Station


def look(station: Station) -> dict[str, Check]:
    found = checks(station.session.read(), MONTH, station.session.today())
    return {check.code: check for check in found}


def test_after_the_month_a_station_that_did_everything_has_nothing_to_look_at(
    station: Station, clock: Clock
) -> None:
    fill(station)
    clock.move(days=9)
    assert look(station) == {}


def test_a_month_that_goes_on_is_said_and_does_not_block(station: Station) -> None:
    fill(station)
    (check,) = look(station).values()
    assert (check.code, check.blocks) == ("MONTH_RUNNING", False)


def test_everything_that_waits_is_counted_and_opens(station: Station, clock: Clock) -> None:
    (call, *_), _ = fill(station)
    clock.move(days=9)
    someone = station.add("person", person(7))
    station.session.save_draft("d1", "follow_up", "", {"person": someone})
    due = station.add("follow_up", follow_up(someone, next_on="2026-11-28"))
    station.add("follow_up", follow_up(station.add("person", person(8)), next_on="2026-12-05"))
    verdict = ReceivedVerdict(call, "follow_up", "day", Ruling.FIX, "IMPLAUSIBLE", "", 1)
    station.session.store.writer.run(lambda c: Exchange(c).put_verdict(verdict))
    found = look(station)
    assert [*found] == ["DRAFTS", "FIXES", "DUE"]
    assert not any(check.blocks for check in found.values())
    assert found["FIXES"].records == (("follow_up", call),)
    assert found["DUE"].records == (("follow_up", due),)
    assert str(found["DUE"].message) == "本月该做的还有 1 件没做，做了的请补记。"


def test_what_is_odd_is_asked_until_it_is_explained(station: Station, clock: Clock) -> None:
    for number in range(5):
        someone = station.add("person", person(number, phone=phone(1)))
        station.add("follow_up", follow_up(someone))
    clock.move(days=9)
    (check,) = look(station).values()
    assert (check.code, str(check.message)) == ("ANOMALY", "5 个人留的是同一个电话")
    assert check.anomaly is not None
    station.run(explain(check.anomaly, "嘎查长代接"))
    assert look(station) == {}
    closed = close(station)
    ((explanation,),) = (closed.explanations,)
    assert station.value(explanation, "reason") == "嘎查长代接"


def test_a_closed_month_blocks_until_something_changes(station: Station, clock: Clock) -> None:
    (call, *_), _ = fill(station)
    clock.move(days=9)
    close(station)
    (check,) = look(station).values()
    assert (check.code, check.blocks) == ("CLOSED_ALREADY", True)
    station.run(remove(call))
    (check,) = look(station).values()
    assert (check.code, check.blocks) == ("CLOSE_AGAIN", False)


def test_what_blocks_is_said_alone(station: Station) -> None:
    fill(station)
    found = checks(station.session.read(), "2026-12", date(2026, 11, 30))
    assert [(one.code, one.blocks) for one in found] == [("MONTH_AHEAD", True)]


def test_a_month_before_the_first_record_is_said_to_be_empty(station: Station) -> None:
    fill(station)
    found = checks(station.session.read(), "2026-09", station.session.today())
    assert [(one.code, one.blocks) for one in found] == [("NOTHING", False)]
    assert "不用结账" in str(found[0].message)
    assert "NOTHING" not in [
        one.code for one in checks(station.session.read(), MONTH, station.session.today())
    ]
