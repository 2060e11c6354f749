"""The lint as others call it, and how well it does on the labelled ads."""

import csv
import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mengzhan.model.entry import Value
from mengzhan.rules.ads.lint import breaches, least_wage, lint
from tests.people import vacancy_values
from tests.rules.ads.lint_judge import (
    CATEGORY_OF,
    LATER,
    MATERIAL,
    NOT_LABELLED,
    TUNED,
    judge,
    read_ads,
)

TODAY = date(2026, 11, 26)
EVERY_AD = [ad for path in TUNED.values() for ad in read_ads(path)]


def rules(text: str) -> list[str]:
    return [hit.rule.id for hit in lint(text)]


def test_the_set_is_large_enough_and_half_lawful() -> None:
    assert len(EVERY_AD) >= 300
    assert 0.4 <= sum(not ad["labels"] for ad in EVERY_AD) / len(EVERY_AD) <= 0.6
    assert all(label["words"] in ad["text"] for ad in EVERY_AD for label in ad["labels"])


def test_every_group_of_rules_reaches_its_target() -> None:
    judgement = judge(EVERY_AD)
    low = {
        name: (score.precision, score.recall)
        for name, score in judgement.scores.items()
        if score.precision < 0.90 or score.recall < 0.95
    }
    assert low == {}
    assert judgement.scores["fraud"].recall == 1.0


@pytest.mark.parametrize("name", TUNED)
@pytest.mark.parametrize("arguable", [True, False])
def test_each_set_reaches_the_targets_as_a_whole(name: str, arguable: bool) -> None:
    judgement = judge(read_ads(TUNED[name]), arguable=arguable)
    assert judgement.whole.precision >= 0.95
    assert judgement.whole.recall >= 0.98
    assert judgement.scores["fraud"].recall == 1.0
    assert judgement.blocked == []


@pytest.mark.parametrize("name", LATER)
def test_wording_that_came_later_is_found_too(name: str) -> None:
    judgement = judge(read_ads(LATER[name]), arguable=False, without=NOT_LABELLED)
    assert judgement.whole.precision >= 0.90
    assert judgement.whole.recall >= 0.95
    assert judgement.scores["fraud"].recall == 1.0
    assert judgement.blocked == []


def test_ordinary_duties_are_not_blocked() -> None:
    duties = (MATERIAL / "duties.txt").read_text(encoding="utf-8").splitlines()
    assert len(duties) > 80
    blocked = [
        (duty, hit.words)
        for duty in duties
        for hit in lint(f"盛源公司招工，{duty}，月薪4000元")
        if hit.blocks
    ]
    assert blocked == []


def test_phrases_collected_while_the_rules_were_made_are_still_told_apart() -> None:
    phrases = json.loads((MATERIAL / "phrases.json").read_text(encoding="utf-8"))
    ad = "鸿运饭店招洗菜工，{}，电话19900000000"
    broken = [
        [hit for hit in lint(ad.format(phrase)) if hit.rule.fault == fault]
        for fault, found in phrases["broken"].items()
        for phrase in found
    ]
    lawful = [
        not any(rule in CATEGORY_OF for rule in rules(ad.format(f"月薪3500元，{phrase}")))
        for phrase in phrases["lawful"]
    ]
    assert sum(map(bool, broken)) / len(broken) >= 0.98
    assert sum(lawful) / len(lawful) >= 0.98
    remarks = [hits for hits in broken if hits and all(h.rule.severity == "info" for h in hits)]
    assert len(remarks) / len(broken) < 0.01


@pytest.mark.parametrize(
    "text",
    [
        "盛源公司招会计，1985-10-29以后的账要补录，月薪4000元",
        "盛源公司招会计，不收取押金，男女不限，蒙汉兼通优先，月薪4000元",
        "盛源公司招会计，不收押金和服装费，月薪4000元",
    ],
)
def test_the_known_traps_pass(text: str) -> None:
    assert lint(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "盛源公司招会计，交押 金200，月薪4000元",
        "盛源公司招会计，交压金200，月薪4000元",
        "盛源公司招会计，交押*金２００，月薪4000元",
        "盛源公司招会计，交押\u200b金200，月薪4000元",
    ],
)
def test_a_disguised_fee_is_found_in_the_words_that_were_typed(text: str) -> None:
    hits = [hit for hit in lint(text) if hit.rule.id == "F-FEE-1"]
    assert len(hits) == 1
    assert text[hits[0].start : hits[0].end] == hits[0].words


def test_a_hit_says_what_and_why_and_what_instead() -> None:
    text = "盛源公司招收银员，限女性，月薪2600元"
    (hit,) = lint(text)
    assert (hit.rule.id, hit.rule.category, hit.rule.severity) == ("D-SEX-1", "性别", "error")
    assert hit.message == "招聘条件不得限定或优先性别。"
    assert "就业促进法" in hit.rule.basis
    assert hit.applied(text) == "盛源公司招收银员，月薪2600元"


def test_the_minimum_wage_of_the_place_counts() -> None:
    text = "盛源公司招会计，月薪2250元，双休"
    assert rules(text) == []
    assert [hit.rule.id for hit in lint(text, division="150102")] == ["F-WAGE-1"]
    assert [hit.rule.id for hit in lint(text, division="150102", day=date(2024, 1, 1))] == []


def test_where_nothing_is_known_the_lowest_minimum_counts() -> None:
    assert least_wage().monthly == 214_000
    assert least_wage("159999", TODAY).monthly == 214_000
    assert least_wage("150102", TODAY).monthly == 227_000
    assert least_wage("", date(2010, 1, 1)).monthly == 185_000


def found(**changes: Value) -> list[tuple[str, str, str]]:
    values = vacancy_values("e1", conditions="不限", **changes)
    return [(hit.rule.id, hit.field, hit.words) for hit in lint(values, day=TODAY)]


def test_every_published_text_of_a_vacancy_is_looked_at() -> None:
    assert found(title="女服务员") == [("D-SEX-1", "title", "女服务员")]
    assert found(duties="接待，入职交押金200元") == [("F-FEE-1", "duties", "交押金200元")]
    assert found(skills="形象气质佳") == [("D-LOOK-1", "skills", "形象气质佳")]
    assert found(note="单位说限女性") == []


def test_a_lawful_reason_may_stand_in_another_field() -> None:
    assert found(title="井下电钳工", duties="限男性") == []
    assert found(title="电钳工", duties="限男性") == [("D-SEX-1", "duties", "限男性")]


@pytest.mark.parametrize("severities", [("block",), ("block", "error")])
@pytest.mark.parametrize(
    "duties", ["接待", "接待，入职交押金200元", "接待，限女性", "刷单返佣日结"]
)
def test_breaches_are_those_hits_that_are_bad_enough(
    duties: str, severities: tuple[str, ...]
) -> None:
    values = vacancy_values("e1", duties=duties, wage_min=150_000, wage_max=150_000)
    hits = [hit for hit in lint(values, day=TODAY) if hit.rule.severity in severities]
    assert breaches(values, severities, day=TODAY) == hits


def test_an_exception_holds_for_its_words_alone() -> None:
    kept = "D-SEX-1｜限男性｜法定须由同性担任的岗位（戒毒、看守、搜身检查等）"
    values = vacancy_values("e1", conditions="限男性", lint_exceptions=kept)
    assert [hit.reason for hit in lint(values, day=TODAY)] == [kept.split("｜")[2]]
    others = values | {"conditions": "限男性，只要男的"}
    assert [bool(hit.reason) for hit in lint(others, day=TODAY)] == [True, False]


def test_real_vacancies_are_hit_where_they_break_a_rule() -> None:
    """Thirty-two vacancies that were published, as facts with their source."""
    hits = {row["id"]: _real(row) for row in _real_rows(MATERIAL / "real.csv")}
    official_age = ["D-AGE-1"]
    assert {id_: found for id_, found in hits.items() if found} == {
        **{f"V00{n}": official_age for n in range(1, 9)},
        "V009": ["D-AGE-1", "D-HUKOU-1"],
        **{f"V0{n}": ["D-AGE-1", "D-HUKOU-1", "D-LOOK-1"] for n in (11, 12, 13, 14)},
        "V015": ["D-AGE-1", "D-HUKOU-1"],
        "V016": ["D-AGE-1", "D-HUKOU-1", "D-LOOK-1"],
        "V017": ["D-HEALTH-1"],
        "V019": ["D-AGE-1", "D-HUKOU-1", "D-SEX-1"],
        "V020": ["D-AGE-1", "D-HUKOU-1"],
        "V029": ["D-HUKOU-1"],
    }


def _real_rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _real(row: dict[str, str]) -> list[str]:
    text = "；".join(filter(None, (row["age_text"], row["requirements"])))
    hits = lint({"title": row["title"], "conditions": text, "wage_unit": "9"}, day=TODAY)
    return sorted({hit.rule.id for hit in hits if hit.words})


@given(st.text(max_size=120))
def test_any_text_can_be_looked_at(text: str) -> None:
    for hit in lint(text):
        assert 0 <= hit.start <= hit.end <= len(text)
        assert text[hit.start : hit.end] == hit.words
        assert hit.message
        assert hit.advice
        assert hit.applied(text) is not None


@given(st.sampled_from([ad["text"] for ad in EVERY_AD]))
def test_taking_every_rewrite_leaves_no_rule_that_it_was_for(text: str) -> None:
    """Each rewrite may be taken alone; the words it was for are gone."""
    for hit in lint(text):
        if hit.replacement is not None:
            after = hit.applied(text)
            same = [h for h in lint(text) if (h.words, h.rule.id) == (hit.words, hit.rule.id)]
            left = [h for h in lint(after) if (h.words, h.rule.id) == (hit.words, hit.rule.id)]
            assert len(left) < len(same)


@pytest.mark.parametrize("words", ["押金", "押金，", "不收押金"])
def test_a_word_said_over_and_over_is_answered(words: str) -> None:
    found = any(hit.rule.id == "F-FEE-1" for hit in lint(words * (5000 // len(words))))
    assert found == ("不" not in words)
