"""What a clause reads like: told where no rule knows the words, and a remark where they excuse."""

import json

from mengzhan.rules.ads.exceptions import AdException, write_exceptions
from mengzhan.rules.ads.hits import Hit
from mengzhan.rules.ads.likeness import Clause, Likeness, borne_out, clauses, likeness
from mengzhan.rules.ads.lint import least_wage, lint, rule_hits
from mengzhan.rules.ads.rulebook import rules_in_force
from mengzhan.rules.ads.wording import Wording
from tests.ad_weights import MATERIAL, SPEAKER, learn

BOOK = rules_in_force()


def by_rules(text: str) -> list[Hit]:
    return rule_hits(Wording(text, BOOK.spellings), BOOK, least_wage())[0]


def test_a_clause_has_its_own_runs_and_those_beside_it() -> None:
    ad = Wording("包吃住，45岁 以下", BOOK.spellings)
    first, second, third = clauses(ad, [], [])
    assert ad.text[second.start : second.end] == "45岁"
    assert {"^00岁", "岁", "<吃住", ">以下"} <= second.traits
    assert not {"45", "^45岁", "以下", "包"} & second.traits
    assert "<吃住" not in first.traits | third.traits


def test_what_the_rules_say_is_a_trait_of_the_clause_that_they_hit() -> None:
    text = "限女性，不收押金"
    ad = Wording(text, BOOK.spellings)
    first, second = clauses(ad, *rule_hits(ad, BOOK, least_wage()))
    assert {"hit sex", "rule D-SEX-1", "ad sex"} <= first.traits
    assert "hit sex" not in second.traits
    assert {"spared deposit_or_fees", "ad sex"} <= second.traits


def test_weights_add_up_fault_by_fault() -> None:
    weighs = Likeness({"甲": {"A": 0.5}, "乙": {"A": 0.25, "B": -1.0}}, {"A": -0.5, "B": 0.5})
    assert weighs.scores(Clause(0, 2, frozenset("甲乙丙"))) == {"A": 0.25, "B": -0.5}


def test_what_reads_like_a_fault_is_told_and_blocks_nothing() -> None:
    text = "招洗碗工，伤筋动骨的事别指望我"
    assert not [hit for hit in by_rules(text) if hit.rule.fault == "contract_illegal"]
    (hit,) = [hit for hit in lint(text) if hit.rule.fault == "contract_illegal"]
    assert (hit.rule.severity, hit.words) == ("warn", "伤筋动骨的事别指望我")
    assert hit.message.startswith("这句读起来像：合同条件违法")
    assert "看过了，不是这个意思" in hit.rule.allowed


def test_a_reason_keeps_what_only_reads_like_a_fault() -> None:
    duties = "洗碗，伤筋动骨的事别指望我"
    kept = AdException("F-CONTRACT-1", "伤筋动骨的事别指望我", "看过了，不是这个意思")
    vacancy = {
        "title": "洗碗工",
        "duties": duties,
        "lint_exceptions": write_exceptions([kept]),
    }
    hits = [hit for hit in lint(vacancy) if hit.rule.id == "F-CONTRACT-1"]
    assert [(hit.field, hit.reason) for hit in hits] == [("duties", "看过了，不是这个意思")]


def test_a_hit_that_the_words_around_speak_against_is_a_remark() -> None:
    text = "招店员，月薪3200元"
    ad = Wording(text, BOOK.spellings)
    fee = Hit(BOOK.rules["F-FEE-1"], 0, 3, "招店员")
    (hit,) = borne_out(ad, BOOK, [fee], [])
    assert (hit.rule.id, hit.rule.severity, hit.blocks) == ("F-FEE-1", "info", False)
    assert hit.message.startswith("多半没有问题，请看一眼：")


def test_a_plain_fault_stays_what_the_rule_says() -> None:
    (hit,) = lint("盛源公司招会计，入职交押金300元，月薪4000元")
    assert (hit.rule.id, hit.blocks) == ("F-FEE-1", True)


def test_a_rule_of_a_group_that_nothing_was_learned_of_is_left_alone() -> None:
    row = {"id": "X-1", "category": "试", "severity": "error", "message": "别。", "advice": "删。"}
    book = BOOK.replaced_by([row | {"basis": "试行", "pattern": "急招"}])
    (hit,) = [hit for hit in lint("急招保洁", rules=book) if hit.rule.id == "X-1"]
    assert hit.rule.severity == "error"


def test_every_group_that_was_learned_has_a_rule_that_speaks_for_it() -> None:
    for fault, rule in SPEAKER.items():
        assert rule in likeness()
        assert BOOK.rules[rule].fault == fault


def test_learning_tells_apart_what_can_be_told_apart() -> None:
    rows = [[0, 1], [0, 2], [3, 1], [3, 2]] * 5
    weights = learn(rows, [1, 1, -1, -1] * 5, 1.0)
    assert [sum(weights[k] for k in row) + weights[-1] > 0 for row in rows[:4]] == [
        True,
        True,
        False,
        False,
    ]
    assert abs(weights[1]) < abs(weights[0])


def test_no_words_speak_against_pay_that_was_reckoned_out() -> None:
    text = "盛源公司招保洁，全日制，月薪1500元"
    (hit,) = [hit for hit in lint(text) if hit.rule.id == "F-WAGE-1"]
    assert hit.rule.severity == "error"


def test_plain_phrases_are_faults_and_no_remarks() -> None:
    told = json.loads((MATERIAL / "phrases.json").read_text(encoding="utf-8"))
    phrases = [(fault, words) for fault, found in told["broken"].items() for words in found]
    remarks = [words for fault, words in phrases if _is_a_remark_only(fault, words)]
    assert len(remarks) < len(phrases) / 100, remarks


def _is_a_remark_only(fault: str, words: str) -> bool:
    hits = [hit for hit in lint(f"盛源公司招工，{words}") if hit.rule.fault == fault]
    return bool(hits) and all(hit.rule.severity == "info" for hit in hits)
