"""Names of operators: one's own, and those that packages of other places tell."""

from mengzhan.store.operators import names_elsewhere, operator_names, remember_operators
from mengzhan.store.session import Session
from tests.store.conftest import Station


def remember(
    session: Session, station: str, names: dict[str, str], writers: set[str] | None = None
) -> None:
    session.store.writer.run(
        lambda connection: remember_operators(connection, station, names, writers or ())
    )


def test_ones_own_operators_are_known(station: Station) -> None:
    assert operator_names(station.session) == {
        station.session.operator.id: station.session.operator.name
    }


def test_names_that_came_are_kept_and_follow_their_station(station: Station) -> None:
    remember(station.session, "150102001001", {"a": "萨仁", "b": " 巴图 "})
    remember(station.session, "150102001002", {"c": "其木格"})
    assert names_elsewhere(station.session) == {"a": "萨仁", "b": "巴图", "c": "其木格"}
    remember(station.session, "150102001001", {"a": "萨仁高娃"})
    assert operator_names(station.session)["a"] == "萨仁高娃"


def test_nobody_renames_the_operators_of_another_station(station: Station) -> None:
    remember(station.session, "150102001001", {"a": "萨仁"})
    remember(station.session, "150102001002", {"a": "别人", station.session.operator.id: "别人"})
    assert names_elsewhere(station.session)["a"] == "萨仁"
    assert (
        operator_names(station.session)[station.session.operator.id]
        == station.session.operator.name
    )


def test_empty_long_and_many_names_do_no_harm(station: Station) -> None:
    remember(station.session, "1", {"a": "", "b": "长" * 500})
    remember(station.session, "2", {str(number): "某" for number in range(1000)})
    known = names_elsewhere(station.session)
    assert "a" not in known
    assert known["b"] == "长" * 60
    assert len(known) == 201


def test_nobody_names_first_who_wrote_for_another_station(station: Station) -> None:
    """The ids of others stand in every entry that a station gets of them."""
    remember(station.session, "150102001001", {}, {"a"})
    assert names_elsewhere(station.session) == {}
    remember(station.session, "150102001002", {"a": "别人", "c": "其木格"}, {"a", "c"})
    assert names_elsewhere(station.session) == {"c": "其木格"}
    remember(station.session, "150102001001", {"a": "萨仁"})
    assert names_elsewhere(station.session) == {"a": "萨仁", "c": "其木格"}
    remember(station.session, "150102001001", {}, {"a"})
    assert names_elsewhere(station.session)["a"] == "萨仁", "nobody told another name"


def test_a_name_is_one_line_that_turns_nothing_around(station: Station) -> None:
    remember(station.session, "1", {"a": "萨仁\n审核\u202e通过", "b": "\u200b", "k" * 500: "某"})
    assert names_elsewhere(station.session) == {"a": "萨仁 审核通过"}


def test_a_station_does_not_fill_the_list_package_by_package(station: Station) -> None:
    for part in range(3):
        names = {f"{part}-{number}": "某" for number in range(150)}
        remember(station.session, "150102001001", names)
    assert len(names_elsewhere(station.session)) == 200
