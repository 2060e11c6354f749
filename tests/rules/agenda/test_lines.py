"""The order of a day, half an hour of it, and what is one line."""

from datetime import date

import pytest

from mengzhan.rules.agenda.lines import within
from mengzhan.rules.agenda.reading import read_agenda
from mengzhan.rules.operations import merge
from mengzhan.rules.reader import Change
from mengzhan.rules.tables import publish, read_rows
from tests import people
from tests.store.conftest import Station

TODAY = date(2026, 11, 23)
NEWER = date(2027, 1, 1)
"""An edition that is newer than the shipped tables."""


def lines(station: Station) -> list[str]:
    agenda = read_agenda(station.session.read(), TODAY)
    return [f"{line.title} {line.place}{'!' if line.overdue else ''}" for line in agenda.lines]


def person(station: Station, number: int, group: str, since: str) -> str:
    values = people.person_values(number, area_group=group, unemployed_on=since)
    return station.add("person", values)


def test_overdue_first_then_as_one_walks(station: Station) -> None:
    person(station, 1, "十组", "2026-11-02")
    person(station, 2, "二组", "2026-11-02")
    person(station, 3, "一组", "2026-11-16")
    station.add("task", {"title": "核查名单", "source": "1", "due_on": "2026-11-20"})
    assert lines(station) == [
        f"{people.name(2)} 公主府社区 · 二组!",
        f"{people.name(1)} 公主府社区 · 十组!",
        "核查名单 !",
        f"{people.name(3)} 公主府社区 · 一组",
    ]


def test_a_vacancy_says_how_many_it_wants_if_it_does(station: Station) -> None:
    employer = station.add("employer", people.employer_values(1))
    values = people.vacancy_values(employer, valid_until="2026-11-24")
    vacancy = station.add("vacancy", values)
    name = people.employer_values(1)["name"]
    assert f"{name} · 挤奶工 ×2 奶牛场" in lines(station)
    station.run(lambda _reader, _desk: [Change("vacancy", vacancy, {"headcount": None})])
    assert f"{name} · 挤奶工 奶牛场" in lines(station)


def test_half_an_hour_takes_what_fits_in_its_order(station: Station) -> None:
    for number in range(4):
        person(station, number, f"{number + 1}组", "2026-11-02")
    found = read_agenda(station.session.read(), TODAY).lines
    assert [line.title for line in within(found, 30)] == [people.name(n) for n in range(3)]
    assert within(found, 5) == []


def test_what_was_done_for_a_duplicate_counts(station: Station) -> None:
    kept = person(station, 1, "一组", "2026-11-02")
    other = station.add("person", people.person_values(2))
    station.add("follow_up", people.follow_up_values(other, day="2026-11-04"))
    assert len(lines(station)) == 1
    station.run(merge(other, kept))
    assert lines(station) == []


def test_employers_that_lack_nothing_are_counted_by_place(station: Station) -> None:
    short = people.employer_values(1, short_of_staff=True, registered_on="2026-10-01")
    station.add("employer", short)
    station.add("employer", people.employer_values(2, registered_on="2026-10-01"))
    elsewhere = people.employer_values(3, registered_on="2026-10-01", place=people.OTHER_VILLAGE)
    station.add("employer", elsewhere)
    seen = station.add("employer", people.employer_values(4, registered_on="2026-10-01"))
    station.add("visit", people.visit_values(seen, day="2026-11-03"))
    agenda = read_agenda(station.session.read(), TODAY)
    assert [line.title for line in agenda.lines] == [short["name"]]
    counts = {place: len(found) for place, found in agenda.unseen.items()}
    assert counts == {people.VILLAGE: 1, people.OTHER_VILLAGE: 1}


def test_another_season_moves_a_date(station: Station) -> None:
    values = people.person_values(1, unemployed_on="2026-05-04", limits=["5"])
    herder = station.add("person", values)
    station.add("follow_up", people.follow_up_values(herder, day="2026-10-20", outcome="F1"))
    assert [line.due.by for line in read_agenda(station.session.read(), TODAY).lines] == [
        date(2026, 11, 20)
    ]
    season = (
        "code,label,parent,aliases,english,status,months,limit\n"
        "haymaking,打草季,,,haymaking,prop,11,5\n"
    )
    station.run(publish("season", read_rows("season", season), NEWER))
    assert read_agenda(station.session.read(), TODAY).lines == ()


def test_another_interval_moves_a_date(station: Station) -> None:
    person(station, 1, "一组", "2026-11-16")
    head = "code,label,interval,unit,ahead,minutes,seasonal,hint,basis,status\n"
    rule = "first_contact,首次联系,2,workdays,3,10,0,0,本旗县要求,own\n"
    before = read_agenda(station.session.read(), TODAY).lines
    station.run(publish("due_rule", read_rows("due_rule", head + rule), NEWER))
    after = read_agenda(station.session.read(), TODAY).lines
    assert [line.due.by for line in (*before, *after)] == [date(2026, 11, 23), date(2026, 11, 18)]
    assert "2 个工作日" in str(after[0].reason)


_HEAD = "code,label,interval,unit,ahead,minutes,seasonal,hint,basis,status\n"


@pytest.mark.parametrize(
    ("interval", "last", "reason"),
    [
        (1, "2026-10-20", "每月至少回访一次：上次 2026-10-20，已过 3 天"),
        (2, "2026-09-20", "每 2 个月至少回访一次：上次 2026-09-20，已过 3 天"),
        (2, "2026-08-20", "已有 2 个整月没有回访（每 2 个月至少一次）：上次 2026-08-20"),
        (3, "2026-08-20", "每季度至少回访一次：上次 2026-08-20，已过 3 天"),
        (3, "2026-08-23", "每季度至少回访一次：上次 2026-08-23，今天该回访了"),
        (3, "2026-08-25", "每季度至少回访一次：上次 2026-08-25，最晚 2026-11-25"),
    ],
)
def test_the_reason_says_how_often_by_the_rule_in_force(
    station: Station, interval: int, last: str, reason: str
) -> None:
    record = person(station, 1, "一组", "2026-07-01")
    station.add("follow_up", people.follow_up_values(record, day=last, outcome="F1"))
    rule = f"monthly,回访,{interval},months,2,10,0,0,本旗县要求,own\n"
    station.run(publish("due_rule", read_rows("due_rule", _HEAD + rule), NEWER))
    (line,) = read_agenda(station.session.read(), TODAY).lines
    assert str(line.reason) == reason


def test_so_does_the_reason_of_a_visit(station: Station) -> None:
    shop = people.employer_values(1, short_of_staff=True, registered_on="2026-05-01")
    station.add("visit", people.visit_values(station.add("employer", shop), day="2026-08-03"))
    told = []
    for interval, day in ((1, 27), (3, 28)):
        rule = f"visit_month,走访企业,{interval},months,0,30,0,0,本旗县要求,own\n"
        edition = date(2026, 11, day)
        station.run(publish("due_rule", read_rows("due_rule", _HEAD + rule), edition))
        told += [str(line.reason) for line in read_agenda(station.session.read(), TODAY).lines]
    assert told == [
        "一起益企：缺工，本月还没走访，上次 2026-08-03",
        "一起益企：缺工，每季度走访一次，上次 2026-08-03",
    ]
