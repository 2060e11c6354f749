"""Half an hour, employers nobody has seen, and a registration that one key ends."""

from collections.abc import Callable

from mengzhan.rules.agenda.lines import Line
from mengzhan.store.session import Session
from mengzhan.ui.pages.today import TodayPage
from mengzhan.ui.shell.window import MainWindow
from tests import people
from tests.ui import windows

add_record, open_window, pressed = windows.add_record, windows.open_window, windows.pressed
around, clock, folder, jobs = windows.around, windows.clock, windows.folder, windows.jobs
keys, session, workspace = windows.keys, windows.session, windows.workspace

Open = Callable[..., MainWindow]
Keys = Callable[[str], None]
Add = Callable[..., str]


def page_of(window: MainWindow) -> TodayPage:
    page = window.page("today")
    assert isinstance(page, TodayPage)
    return page


def shown(page: TodayPage) -> list[str]:
    return [row.title if isinstance(row, Line) else f"[{row}]" for row in page.list.lines.rows]


def test_b_leaves_what_fits_into_half_an_hour(
    open_window: Open, keys: Keys, add_record: Add
) -> None:
    for number in range(5):
        values = people.person_values(number, area_group=f"{number}组", unemployed_on="2026-11-02")
        add_record("person", values)
    page = page_of(open_window())
    keys("b")
    assert shown(page) == ["[逾期]", *(people.name(number) for number in range(3))]
    assert page.tools.told.text() == "约 30 分钟能办 3 件，其余 2 件先不显示"
    assert page.count() == 5
    keys("b")
    assert len(shown(page)) == 6
    assert page.tools.told.text() == ""


def test_employers_nobody_has_seen_are_offered_by_place(
    open_window: Open, keys: Keys, add_record: Add
) -> None:
    add_record("person", people.person_values(1, unemployed_on="2026-11-02"))
    for number in range(2):
        add_record("employer", people.employer_values(number, registered_on="2026-10-01"))
    page = page_of(open_window())
    assert page.count() == 1
    keys("Left")
    heading, *employers = shown(page)
    assert heading == "[公主府社区：2 家本月还没走访]"
    assert len(employers) == 2


def test_one_key_ends_a_registration_that_has_no_ground(
    open_window: Open, keys: Keys, add_record: Add, session: Session
) -> None:
    person = add_record("person", people.person_values(1, unemployed_on="2026-08-03"))
    add_record("follow_up", people.follow_up_values(person, day="2026-11-05", outcome="F2"))
    page = page_of(open_window())
    line = page.list.current()
    assert line is not None
    assert line.due.work == "registration_ends"
    keys("1")
    row = session.read().record("person", person) or {}
    assert (row["deregistered_on"], row["deregister_reason"]) == ("2026-11-23", "X01")
    assert page.count() == 0


def test_three_refusals_offer_the_end_or_to_go_on(
    open_window: Open, keys: Keys, add_record: Add, session: Session
) -> None:
    person = add_record("person", people.person_values(1, unemployed_on="2026-08-03"))
    for day in ("2026-09-10", "2026-10-10", "2026-11-10"):
        add_record("follow_up", people.follow_up_values(person, day=day, outcome="FA"))
    page = page_of(open_window())
    assert [answer.key for answer in page.side.keys.answers] == ["1", "2", "9"]
    keys("2")
    row = session.read().record("person", person) or {}
    assert row["deregistered_on"] is None
    assert page.count() == 0
