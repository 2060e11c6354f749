"""An explanation is a record: it needs words, it can be undone, and it travels."""

import pytest

from mengzhan.model.words import Message
from mengzhan.rules.anomalies import Anomaly, explain, explained
from mengzhan.rules.operations import Rejected
from mengzhan.rules.undo import undo
from tests.store.conftest import Station

ODD = Anomaly("A03", "2026-11", Message("…"), (("visit", "v1"),), frozenset({"v1", "v2"}))


def test_an_explanation_needs_words(station: Station) -> None:
    with pytest.raises(Rejected) as caught:
        station.run(explain(ODD, "  "))
    assert [(p.code, p.field) for p in caught.value.problems] == [("REQUIRED", "reason")]


def test_an_explanation_says_what_when_and_of_which_records(station: Station) -> None:
    done = station.run(explain(ODD, " 集中走访一条街 "))
    ((_, record),) = done.records
    values = station.state(record).values
    assert (values["rule"], values["month"], values["day"]) == ("A03", "2026-11", "2026-11-23")
    assert values["reason"] == "集中走访一条街"
    assert [*explained(station.session.read())] == [("A03", ODD.named)]
    station.run(undo(done.action))
    assert [*explained(station.session.read())] == []
