"""How a month stands: open, closed, changed since, closed again."""

from mengzhan.rules.closing import standing
from mengzhan.rules.operations import remove
from tests.rules.closing.month import MONTH, close, fill
from tests.store.conftest import Station


def test_open_closed_changed_and_closed_again(station: Station) -> None:
    (call, *_), _ = fill(station)
    reader = station.session.read()
    assert standing(reader, MONTH).close is None
    assert standing(reader, MONTH).figures is None
    first = close(station)
    stands = standing(reader, MONTH)
    assert (stands.close, [*stands.former], [*stands.changed]) == (first, [], [])
    station.run(remove(call))
    stands = standing(reader, MONTH)
    assert {"M13"} <= {*stands.changed}
    assert stands.figures is not None
    assert stands.figures["M13"].value == 5
    second = close(station, "多记了一次")
    stands = standing(reader, MONTH)
    assert (stands.close, [*stands.former], [*stands.changed]) == (second, [first], [])
