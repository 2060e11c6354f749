"""What a clause reads like: told where no rule knows the words, and a remark where they excuse."""

import pytest

from mengzhan.rules.ads.clauses import SPEAKERS, parts
from mengzhan.rules.ads.exceptions import AdException, write_exceptions
from mengzhan.rules.ads.hits import Hit
from mengzhan.rules.ads.likeness import weigh
from mengzhan.rules.ads.lint import least_wage, lint, rule_hits
from mengzhan.rules.ads.rulebook import rules_in_force
from mengzhan.rules.ads.wording import Wording

BOOK = rules_in_force()


def by_rules(text: str) -> list[Hit]:
    return rule_hits(Wording(text, BOOK.spellings), BOOK, least_wage())[0]


def test_each_clause_has_a_score_for_each_group_of_faults() -> None:
    ad = Wording("盛源公司招会计，入职交押金300元，月薪4000元", BOOK.spellings)
    (part,) = parts({"": ad}, *rule_hits(ad, BOOK, least_wage()))
    plain, fee, pay = weigh(part)
    assert plain.scores.keys() == SPEAKERS.keys()
    assert fee.scores["deposit_or_fees"] > 0
    assert fee.scores["sex"] < 0
    assert max(*plain.scores.values(), *pay.scores.values()) < 0


def test_what_reads_like_a_fault_is_told_and_blocks_nothing() -> None:
    text = "招洗碗工，谁也别来打听社保那点事"
    assert not [hit for hit in by_rules(text) if hit.rule.fault == "contract_illegal"]
    (hit,) = [hit for hit in lint(text) if hit.rule.fault == "contract_illegal"]
    assert (hit.rule.severity, hit.words) == ("warn", "谁也别来打听社保那点事")
    assert hit.message.startswith("这句读起来像：合同条件违法")
    assert "看过了，不是这个意思" in hit.rule.allowed


def test_a_reason_keeps_what_only_reads_like_a_fault() -> None:
    duties = "招洗碗工，谁也别来打听社保那点事"
    kept = AdException("F-CONTRACT-1", "谁也别来打听社保那点事", "看过了，不是这个意思")
    vacancy = {
        "title": "洗碗工",
        "duties": duties,
        "lint_exceptions": write_exceptions([kept]),
    }
    hits = [hit for hit in lint(vacancy) if hit.rule.id == "F-CONTRACT-1"]
    assert [(hit.field, hit.reason) for hit in hits] == [("duties", "看过了，不是这个意思")]


def test_what_something_seems_to_excuse_is_told_where_it_plainly_is_a_fault() -> None:
    text = "外省车牌外省人别加，城配司机，5500"
    fault = "origin_or_ethnicity"
    assert not [hit for hit in by_rules(text) if hit.rule.fault == fault]
    (hit,) = [hit for hit in lint(text) if hit.rule.fault == fault]
    assert (hit.words, hit.rule.severity) == ("外省车牌外省人别加", "warn")


@pytest.mark.parametrize("text", ["从不收取押金", "0押金入职", "井下采煤，限男性"])
def test_what_is_denied_or_allowed_by_law_is_not_told(text: str) -> None:
    assert not [hit for hit in lint(text) if hit.rule.fault in ("deposit_or_fees", "sex")]


def test_a_hit_that_the_words_around_speak_against_is_a_remark() -> None:
    text = "谁说过了四十没人要 我们队岁数最大的五十八 掏管沟的 一米38 硬土加钱"
    assert "D-AGE-1" in {hit.rule.id for hit in by_rules(text)}
    (hit,) = [hit for hit in lint(text) if hit.rule.id == "D-AGE-1"]
    assert (hit.words, hit.rule.severity) == ("岁数最大的五十八", "info")
    assert hit.message.startswith("多半没有问题，请看一眼：")


@pytest.mark.parametrize(
    ("title", "duties", "words"),
    [("女服务员", "挤奶、喂料", "女服务员"), ("收银员", "收银、理货，限女性", "限女性")],
)
def test_words_right_beside_a_fault_are_not_taken_for_one(
    title: str, duties: str, words: str
) -> None:
    vacancy = {"title": title, "duties": duties, "conditions": "不限"}
    assert [hit.words for hit in lint(vacancy) if hit.rule.fault == "sex"] == [words]


def test_words_that_are_plainly_at_fault_get_no_remark_of_a_doubt_as_well() -> None:
    text = "端盘子，每天12小时，入职交押金200元"
    assert {hit.rule.fault for hit in by_rules(text)} >= {"deposit_or_fees", "fraud"}
    assert [hit.rule.id for hit in lint(text) if "押金" in hit.words] == ["F-FEE-1"]


def test_a_fraud_stays_one_if_other_words_of_the_ad_sound_like_it() -> None:
    honest = "卸货不看高低胖瘦 就看你搬不搬得动 十八公斤一箱 一箱三毛五 日结微信转"
    cards = "自己名下一类卡两张以上 带盾 来酒店坐着玩手机就行 走一万给180"
    (doubted,) = [hit for hit in lint(honest) if hit.words == "微信转"]
    (kept,) = [hit for hit in lint(f"{honest} {cards}") if hit.words == "微信转"]
    assert doubted.rule.severity == "info"
    assert kept.rule.severity == BOOK.rules[kept.rule.id].severity


def test_a_plain_fault_stays_what_the_rule_says() -> None:
    (hit,) = lint("盛源公司招会计，入职交押金300元，月薪4000元")
    assert (hit.rule.id, hit.blocks) == ("F-FEE-1", True)


def test_a_rule_of_a_group_that_nothing_was_learned_of_is_left_alone() -> None:
    row = {"id": "X-1", "category": "试", "severity": "error", "message": "别。", "advice": "删。"}
    book = BOOK.replaced_by([row | {"basis": "试行", "pattern": "急招"}])
    (hit,) = [hit for hit in lint("急招保洁", rules=book) if hit.rule.id == "X-1"]
    assert hit.rule.severity == "error"


def test_every_group_that_was_learned_has_a_rule_that_speaks_for_it() -> None:
    for fault, rule in SPEAKERS.items():
        assert BOOK.rules[rule].fault == fault


def test_no_words_speak_against_pay_that_was_reckoned_out() -> None:
    text = "盛源公司招保洁，全日制，月薪1500元"
    (hit,) = [hit for hit in lint(text) if hit.rule.id == "F-WAGE-1"]
    assert hit.rule.severity == "error"
