"""What a station remembers of its packages."""

import pytest

from mengzhan.store.exchange import Exchange, ReceivedVerdict, SentPackage
from mengzhan.store.journal import Head
from tests.store.conftest import memory_ledger


@pytest.fixture
def exchange() -> Exchange:
    return Exchange(memory_ledger()[0])


def package(number: int, receipt: int | None = None) -> SentPackage:
    return SentPackage(
        number=number,
        kind="report",
        created="2026-11-23T01:02:03.000Z",
        file_name=f"2026-11-{number:02}.mzp",
        size=1000 + number,
        sha256="0" * 64,
        counts={"person": 3, "岗位": 1},
        ranges=(("a" * 32, 1, 9), ("b" * 32, 2, 3)),
        receipt=receipt,
    )


def verdict(
    field: str = "", word: str = "fix", record: str = "r1", *, receipt: int = 1, done: bool = False
) -> ReceivedVerdict:
    return ReceivedVerdict(record, "person", field, word, "R1", "建议", receipt, done)


def test_sent_packages_come_back_newest_first(exchange: Exchange) -> None:
    assert exchange.next_number() == 1
    for number in (1, 2):
        exchange.add_sent(package(number))
    assert exchange.sent() == [package(2), package(1)]
    assert exchange.next_number() == 3


def test_writing_a_package_again_replaces_it(exchange: Exchange) -> None:
    exchange.add_sent(package(1))
    exchange.add_sent(package(1))
    assert len(exchange.sent()) == 1


def test_the_first_receipt_that_answers_counts(exchange: Exchange) -> None:
    for number in (1, 2, 3):
        exchange.add_sent(package(number))
    exchange.answer([1, 2], 5)
    exchange.answer([2, 3], 6)
    assert [sent.receipt for sent in exchange.sent()] == [6, 5, 5]


def test_the_newest_word_on_what_is_held_is_believed_even_if_lower(exchange: Exchange) -> None:
    exchange.set_held("o1", [("a", Head(9, "h9")), ("b", Head(2, "h2"))])
    exchange.set_held("o2", [("a", Head(1, "h1"))])
    exchange.set_held("o1", [("a", Head(4, "h4"))])
    assert exchange.held("o1") == {"a": [Head(4, "h4")]}
    assert exchange.held("o2") == {"a": [Head(1, "h1")]}
    assert exchange.held("o3") == {}


def test_both_branches_of_a_fork_may_be_held(exchange: Exchange) -> None:
    branches = [Head(2, "h2"), Head(3, "x3")]
    exchange.set_held("o1", [("a", head) for head in branches])
    assert exchange.held("o1") == {"a": branches}


def test_receipts_are_numbered(exchange: Exchange) -> None:
    assert exchange.last_receipt() == 0
    exchange.add_receipt(3, "o1", "h", "2026-11-23", {"new": 4})
    exchange.add_receipt(2, "o1", "h", "2026-11-22", {})
    assert exchange.last_receipt() == 3
    assert exchange.receipts()[0] == {"number": 3, "received": "2026-11-23", "counts": {"new": 4}}


def test_verdicts_are_listed_by_sort_and_by_what_is_open(exchange: Exchange) -> None:
    exchange.put_verdict(verdict("phone", receipt=1))
    exchange.put_verdict(verdict("name", record="r2", receipt=2, done=True))
    exchange.put_verdict(verdict("", "elsewhere", "r3", receipt=3))
    assert [v.record for v in exchange.verdicts()] == ["r3", "r2", "r1"]
    assert [v.record for v in exchange.verdicts("fix")] == ["r2", "r1"]
    assert [v.record for v in exchange.verdicts("fix", open_only=True)] == ["r1"]


def test_a_newer_verdict_on_the_same_field_replaces_the_old(exchange: Exchange) -> None:
    exchange.put_verdict(verdict("phone", receipt=1))
    exchange.put_verdict(verdict("phone", receipt=2))
    assert [v.receipt for v in exchange.verdicts()] == [2]


def test_an_acceptance_clears_the_record(exchange: Exchange) -> None:
    exchange.put_verdict(verdict("phone"))
    exchange.put_verdict(verdict("phone", record="r2"))
    exchange.put_verdict(verdict("", "accepted", receipt=2))
    assert [(v.record, v.verdict) for v in exchange.verdicts()] == [
        ("r1", "accepted"),
        ("r2", "fix"),
    ]


def test_changing_a_field_answers_its_verdict_and_that_on_the_whole(exchange: Exchange) -> None:
    for field in ("phone", "name", ""):
        exchange.put_verdict(verdict(field))
    exchange.close_verdicts("r1", ["phone"])
    assert [v.field for v in exchange.verdicts("fix", open_only=True)] == ["name"]
