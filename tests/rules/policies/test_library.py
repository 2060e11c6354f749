"""The policies that may be read out: what is built in, and what replaces it."""

from datetime import date

from mengzhan.model.codes import code_table
from mengzhan.rules.policies.library import built_in, library
from mengzhan.store.session import Session
from tests import stations

DAY = date(2026, 11, 26)


def test_every_item_says_who_what_where_and_why() -> None:
    for policy in built_in():
        assert policy.item in code_table("policy_item")
        assert policy.audience in ("person", "employer", "both")
        assert all((policy.title, policy.target, policy.standard, policy.where, policy.basis))
        assert policy.holds_on(DAY)


def test_only_what_the_notice_names_counts_as_checked() -> None:
    for policy in built_in():
        assert policy.checked == ("内就劳发〔2025〕2号" in policy.basis)


def test_a_record_replaces_the_built_in_text(session: Session) -> None:
    for title in ("旧的", "扩岗补助（每人1500元）"):
        stations.log(session, "policy", {"title": title, "item": "P03", "standard": "1500元"})
    found = [policy for policy in library(session.read(), DAY) if policy.item == "P03"]
    assert [(p.title, p.standard, p.audience) for p in found] == [
        ("扩岗补助（每人1500元）", "1500元", "employer")
    ]
    assert found[0].checked


def test_what_has_run_out_is_left_out(session: Session) -> None:
    stations.log(session, "policy", {"title": "已到期", "item": "P03", "valid_until": "2025-12-31"})
    items = [policy.item for policy in library(session.read(), DAY)]
    assert "P03" not in items
    assert items == sorted(items)


def test_a_policy_of_no_known_item_stands_for_itself(session: Session) -> None:
    for title in ("旗里的搬迁补助", "嘎查奖励"):
        stations.log(session, "policy", {"title": title})
    titles = [policy.title for policy in library(session.read(), DAY)]
    assert titles[-2:] == ["嘎查奖励", "旗里的搬迁补助"]
