"""What a closing holds can be written, read, and told apart from what a hand wrote."""

import pytest

from mengzhan.model.entry import Value
from mengzhan.rules.closing.record import Close, ClosedFigure, closings, from_values, to_values
from mengzhan.rules.reader import Positions
from mengzhan.rules.station import REPLICA, REPLICAS
from tests.rules.closing.month import close, fill
from tests.store.conftest import Station

CLOSE = Close(
    "c1",
    "150102001001",
    "2026-11",
    "2026-11-28",
    {"M13": ClosedFigure(12, None, "ab"), "M14": ClosedFigure(1, 3, "cd")},
    Positions({"r1": (7, "ef")}, {"p1": ["0123456789abcdef"]}),
    7,
    ("e1",),
    "c0",
    "漏了一次",
)


def test_what_is_written_is_read_again() -> None:
    assert from_values("c1", {**to_values(CLOSE), "station": CLOSE.station}) == CLOSE


@pytest.mark.parametrize(
    "broken",
    [
        {"figures": "{"},
        {"figures": "[]"},
        {"figures": '{"M13": [1]}'},
        {"figures": '{"M14": ["x", 3, ""]}'},
        {"positions": '{"r1": [7, ""]}'},
        {"positions": '{"ends": {"r1": 7}, "elsewhere": {}}'},
        {"month": "2026-13"},
        {"unfilled_after": None},
        {"figures": '{"M13": [1e999, null, ""]}'},
        {"figures": "[" * 100_000},
        {"positions": '{"ends": {"r1": [1e999, ""]}, "elsewhere": {}}'},
        {"positions": '{"ends": {"r1": [9223372036854775808, ""]}, "elsewhere": {}}'},
        {"positions": '{"ends": {"r1": [-1, ""]}, "elsewhere": {}}'},
    ],
)
def test_what_a_hand_broke_is_no_closing(broken: dict[str, Value]) -> None:
    assert from_values("c1", {**to_values(CLOSE), **broken}) is None


def test_figures_are_shown_as_people_read_them() -> None:
    assert CLOSE.figures["M13"].shown("M13") == "12"
    assert CLOSE.figures["M14"].shown("M14") == "33.3"
    assert CLOSE.figures["M13"].shown("X99") == "12"


def test_a_station_reads_its_own_closings_and_an_office_everybodys(station: Station) -> None:
    fill(station)
    found = close(station)
    reader = station.session.read()
    assert [*closings(reader)] == [found]
    assert [*closings(reader, "2026-10")] == []
    assert [*closings(reader.of_station("150102001002"))] == []
    station.session.become_office()
    assert [*closings(reader)] == [found]


def test_what_another_computer_wrote_in_its_name_is_no_closing(station: Station) -> None:
    close(station)
    session = station.session
    assert len(closings(session.read())) == 1
    session.set_setting(REPLICA, "elsewhere")
    assert closings(session.read()) == []
    session.set_setting(REPLICAS, [session.replica])
    assert len(closings(session.read())) == 1
