"""Finding people and employers by what one remembers of them."""

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mengzhan.model.fold import State
from mengzhan.model.kinds import KINDS
from mengzhan.rules.operations import edit, merge, remove
from mengzhan.rules.undo import undo
from mengzhan.store.driver import Connection
from mengzhan.store.search import SearchIndex
from tests.people import employer_values, id_number, person_values, phone
from tests.store.conftest import Station, memory_ledger

PEOPLE = {
    "wuyun": "乌云其木格",
    "altan": "阿拉坦·苏和",
    "shan": "单立国",
    "qiu": "仇晓霞",
    "xie": "解玉兰",
    "xu": "徐晓霞",
    "rare": "𠮷日嘎拉",
    "two": "苏和",
    "latin": "John Smith",
}
SHOP = "苏和奶食店"
SU = {"altan", "two", "shop"}
"""Whoever has 苏和 in the name."""


@pytest.fixture(scope="module")
def index() -> SearchIndex:
    connection, ledger = memory_ledger()
    for number, (record, name) in enumerate(PEOPLE.items(), 1):
        ledger.search.put([State("person", record, dict(person_values(number, name=name)))])
    shop = employer_values(1, name=SHOP, phone="0482-8212345", credit_code="92150199MA0QWERT1X")
    ledger.search.put([State("employer", "shop", dict(shop))])
    return SearchIndex(connection, KINDS)


def found(index: SearchIndex, text: str, kind: str = "") -> set[str]:
    return {record for _, record in index.find(text, kind)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("乌", {"wuyun"}),
        ("乌云", {"wuyun"}),
        ("其木格", {"wuyun"}),
        ("乌云其木", {"wuyun"}),
        ("乌云其木格", {"wuyun"}),
        ("云乌", set()),
        ("苏和", {"altan", "two", "shop"}),
        ("阿拉坦·苏和", {"altan"}),
        ("阿拉坦•苏和", {"altan"}),
        ("阿拉坦苏和", {"altan"}),
        ("𠮷", {"rare"}),
        ("𠮷日", {"rare"}),
        ("奶食店", {"shop"}),
        ("  单 立 国 ", {"shan"}),
        ("没有的人", set()),
    ],
)
def test_chinese_of_any_length(index: SearchIndex, text: str, expected: set[str]) -> None:
    assert found(index, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("wyqmg", {"wuyun"}),
        ("wy", {"wuyun"}),
        ("wu", {"wuyun"}),
        ("wyq", {"wuyun"}),
        ("WYQ", {"wuyun"}),
        ("ｗｙｑ", {"wuyun"}),
        ("wuyun", {"wuyun"}),
        ("wuyunqimuge", {"wuyun"}),
        ("wu yun", {"wuyun"}),
        ("shanliguo", {"shan"}),
        ("danliguo", {"shan"}),
        ("qiuxiaoxia", {"qiu"}),
        ("chouxiaoxia", {"qiu"}),
        ("xieyulan", {"xie"}),
        ("jieyulan", {"xie"}),
        ("xyl", {"xie"}),
        ("jyl", {"xie"}),
        ("xxx", {"xu"}),
        ("smith", {"latin"}),
        ("john smith", {"latin"}),
    ],
)
def test_pinyin_initials_and_surnames_of_two_readings(
    index: SearchIndex, text: str, expected: set[str]
) -> None:
    assert expected <= found(index, text, "person")
    assert len(found(index, text, "person")) <= 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (phone(3), {"shan"}),
        ("0003", {"shan"}),
        ("199 0000 0003", {"shan"}),
        ("１９９００００００３"[:11], set()),
        (id_number(3), {"shan"}),
        (id_number(3)[6:14], {"shan"}),
        (id_number(3)[-4:], {"shan"}),
        ("0482-8212345", {"shop"}),
        ("04828212345", {"shop"}),
        ("8212345", {"shop"}),
        ("92150199ma0q", {"shop"}),
        ("MA0QWERT1X", {"shop"}),
        ("99999", set()),
    ],
)
def test_digits_of_numbers(index: SearchIndex, text: str, expected: set[str]) -> None:
    assert found(index, text) == expected


def test_an_x_at_the_end_of_a_number(index: SearchIndex) -> None:
    number = next(n for n in range(100, 900) if id_number(n).endswith("X"))
    index.put([State("person", "x", dict(person_values(number, name="仅此一人")))])
    assert found(index, id_number(number).lower()) == {"x"}
    assert found(index, id_number(number)[-4:]) == {"x"}
    index.forget(["x"])


def test_only_the_kind_that_is_asked_for(index: SearchIndex) -> None:
    assert found(index, "苏和", "employer") == {"shop"}
    assert found(index, "苏和", "person") == {"altan", "two"}
    assert found(index, "苏和", "vacancy") == set()


def test_a_rare_kind_is_found_behind_many_of_another() -> None:
    _, ledger = memory_ledger()
    for number in range(300):
        ledger.search.put([State("person", f"p{number}", dict(person_values(1, name="王小二")))])
    ledger.search.put([State("employer", "late", dict(employer_values(1, name="王家饭馆")))])
    assert ledger.search.find("王", "employer", limit=5) == [("employer", "late")]
    assert len(ledger.search.find("王", limit=5)) == 5


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *((nothing, set()) for nothing in ("", " ", '"', '""', "'", "''", "*", "NOT", "(", "+")),
        *((nothing, set()) for nothing in ("a-b", "1-", "\\", ";", "%", "·", "。", "\ud800")),
        *((f"{mark}苏", SU) for mark in ("^", "-", '"', "{", "(", "\x00", "*", "：")),
        *((f"苏{mark}", SU) for mark in ("*", ")", '"', "}", "'", " +")),
        ("“苏和”", SU),
        ("a\x00", {"altan"}),
        # what an index might take for its own language is looked for as it stands
        ("ch:苏", set()),
        ("kd:person", set()),
        ("NEAR(苏 和)", set()),
        ("苏 AND 和", set()),
        ("苏 OR 单", set()),
        ("苏 OR", set()),
        ('苏" OR kd:"person', set()),
        ("𠮷" * 60, set()),
        ("x" * 2000, set()),
        ("1" * 2000, set()),
    ],
)
def test_marks_are_no_orders_and_no_errors(
    index: SearchIndex, text: str, expected: set[str]
) -> None:
    assert found(index, text) == expected
    assert found(index, text, "person") == expected & set(PEOPLE)


@settings(max_examples=150)
@given(st.text(st.sampled_from("苏和乌云其木格·“”：；。*-^+%(){}'\""), max_size=6))
def test_marks_between_characters_do_not_count(index: SearchIndex, text: str) -> None:
    typed = letters(text)
    names = {**PEOPLE, "shop": SHOP}
    assert found(index, text) == {r for r, n in names.items() if typed and typed in letters(n)}


def letters(text: str) -> str:
    return "".join(character for character in text if character.isalpha())


@settings(max_examples=150)
@given(
    st.text(st.sampled_from(string.printable + "苏和·𠮷“”：*"), max_size=8) | st.text(max_size=6)
)
def test_whatever_is_typed_the_kind_only_narrows(index: SearchIndex, text: str) -> None:
    everything = index.find(text)
    assert len(set(everything)) == len(everything)
    for kind in ("person", "employer"):
        assert set(index.find(text, kind)) == {hit for hit in everything if hit[0] == kind}


@settings(max_examples=60)
@given(st.sampled_from(sorted(PEOPLE)), st.data())
def test_every_part_of_a_name_finds_it(
    index: SearchIndex, record: str, data: st.DataObject
) -> None:
    name = PEOPLE[record]
    start = data.draw(st.integers(0, len(name) - 1))
    part = name[start : data.draw(st.integers(start + 1, len(name)))]
    if part.strip(" ·"):
        assert record in found(index, part)


def test_the_index_follows_edits_removals_and_merges(station: Station) -> None:
    def hits(text: str) -> list[str]:
        return [record for _, record in station.session.read().search(text)]

    person = station.add("person", person_values(1, name="乌云"))
    other = station.add("person", person_values(2, name="格日乐"))
    assert hits("乌云") == [person]
    station.run(edit(person, {"name": "乌日娜", "phone": phone(99)}))
    assert hits("乌云") == []
    assert hits(phone(1)) == []
    assert hits("wrn") == [person]
    assert hits(phone(99)) == [person]
    removal = station.run(remove(person)).action
    assert hits("乌日娜") == []
    station.run(undo(removal))
    assert hits("乌日娜") == [person]
    station.run(merge(person, other))
    assert hits("乌日娜") == []
    assert hits("格日乐") == [other]


def test_clearing_and_forgetting_leave_nothing() -> None:
    connection, ledger = memory_ledger()
    ledger.search.put([State("person", "a", dict(person_values(1)))])
    ledger.search.put([State("person", "b", dict(person_values(2)))])
    ledger.search.forget(["a"])
    ledger.search.forget(["a"])
    ledger.search.compact()
    assert count(connection) == 1
    ledger.search.clear()
    assert count(connection) == 0


def count(connection: Connection) -> int:
    return int(connection.execute("SELECT count(*) FROM search_keys").fetchone()[0])


def test_what_other_stations_told_is_found_behind_the_own_and_under_no_kind() -> None:
    connection, ledger = memory_ledger()
    told, own = (
        State("employer", record, dict(employer_values(1, name=SHOP, phone="0482-8212345")))
        for record in ("told", "own")
    )
    told.excerpt = True
    ledger.search.put([told, own])
    index = SearchIndex(connection, KINDS)
    for text in ("奶食", "shns", "8212345"):
        assert [record for _, record in index.find(text)] == ["own", "told"], text
        assert found(index, text, "employer") == {"own"}, text
    assert index.find("奶食", limit=1) == [("employer", "own")]
