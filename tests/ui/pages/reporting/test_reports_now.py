"""Reports that are kept: an edit is followed, what counts nothing changes nothing."""

from mengzhan.rules.erasure import erase
from mengzhan.rules.figures import Period
from mengzhan.rules.operations import edit, merge, remove
from mengzhan.rules.reporting import read_report
from mengzhan.rules.two_lists import UNFILLED_SETTING
from mengzhan.store.session import Session
from mengzhan.ui.pages.reporting.reports_now import ReportsNow
from tests import people, stations
from tests.ui.pages.conftest import Town

NOVEMBER = Period.parse("2026-11")


def test_after_each_edit_the_report_is_that_of_a_fresh_count(session: Session, town: Town) -> None:
    reports = ReportsNow(session)
    assert reports.known(NOVEMBER) is None
    assert reports.report(NOVEMBER).now["M13"].value == 0
    follow_up = stations.log(session, "follow_up", people.follow_up_values(town.people[0]))
    told = []
    for operation in (
        edit(follow_up, {"outcome": "F9"}),
        edit(town.people[1], {"unemployed_on": "2026-11-02"}),
        merge(town.people[0], town.people[1]),
        edit(follow_up, {"outcome": "F1"}),
        erase(town.people[2]),
        remove(follow_up),
    ):
        session.run(operation, "test")
        report = reports.report(NOVEMBER)
        assert report == read_report(session.read(), NOVEMBER, session.today())
        assert reports.known(NOVEMBER) is report
        told.append([report.now[code].value for code in ("M12", "M13", "M13X", "M26")])
    assert told == [
        [0, 1, 1, 5],
        [0, 1, 1, 5],
        [0, 1, 1, 4],
        [1, 1, 0, 4],
        [1, 1, 0, 4],
        [0, 0, 0, 4],
    ]


def test_what_no_figure_is_made_of_leaves_the_report_as_it_is(session: Session, town: Town) -> None:
    reports = ReportsNow(session)
    report = reports.report(NOVEMBER)
    stations.log(session, "task", {"title": "核查名单", "source": "1", "due_on": "2026-11-24"})
    assert reports.report(NOVEMBER) is report
    session.set_setting(UNFILLED_SETTING, 9)
    assert reports.report(NOVEMBER) is not report
