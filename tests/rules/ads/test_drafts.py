"""From a message to the values of a record."""

from datetime import date

import pytest

from mengzhan.model.kinds.vacancy import VACANCY
from mengzhan.rules.ads.drafts import FROM_CHAT, VacancyDraft, drafts_of
from mengzhan.rules.ads.parse import parse_ad
from tests.rules.ads.judge import messages

AD = (
    "青城超市招收银员3人，工资3000-3800元/月，早8:00-晚8:00，缴五险，有健康证优先，"
    "管午饭，地址乌兰毛都苏木老街，13800000102刘店长，座机0482-8210000"
)


def only(text: str, within: str | None = None) -> VacancyDraft:
    (draft,) = drafts_of(parse_ad(text), within)
    return draft


def test_a_message_fills_the_fields_of_a_vacancy() -> None:
    values = only(AD).values
    note = values.pop("note")
    assert values == {
        "source": FROM_CHAT,
        "title": "收银员",
        "headcount": 3,
        "wage_min": 300_000,
        "wage_max": 380_000,
        "wage_unit": "1",
        "workplace": "乌兰毛都苏木老街",
        "duties": "收银员，早8:00-晚8:00",
        "conditions": "有健康证优先",
        "contact": "刘店长",
        "phone": "13800000102",
        "occupation": "4-01-02-04",
        "insurance": "2",
        "licences": ["H"],
        "board": "5",
    }
    assert note == AD.replace("13800000102", "138****0102")


def test_only_the_title_tells_what_is_to_be_done_so_a_person_has_to_look() -> None:
    draft = only(AD)
    assert draft.sources["duties"].is_unsure
    assert not draft.sources["title"].is_unsure
    assert not only(f"{AD}，负责收款").sources["duties"].is_unsure


def test_what_the_message_does_not_say_stays_empty() -> None:
    draft = only("招保安1名")
    assert set(draft.values) == {"source", "title", "headcount", "duties", "occupation", "note"}
    assert draft.employer == {}


def test_the_employer_is_described_for_a_record_made_along() -> None:
    draft = only("满都海农民专业合作社招饲养员2名，13800000103白音")
    assert draft.employer == {
        "name": "满都海农民专业合作社",
        "contact": "白音",
        "phone": "13800000103",
        "entity_type": "4",
    }
    assert "entity_type" not in only(AD).employer


def test_a_number_that_cannot_be_dialled_is_looked_at_and_not_taken() -> None:
    draft = only("招保安1名，电话1380000xxxx")
    assert "phone" not in draft.values
    assert "phone" not in draft.employer
    assert draft.sources["phone"].is_unsure


def test_a_place_is_known_where_its_name_is_the_only_one() -> None:
    text = "招保安1名，地点：乌兰毛都苏木"
    assert only(text, "152221").values["place"] == "152221201"
    assert "place" not in only("招保安1名，地点：老街口").values


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("包吃住", "3"),
        ("包住", "2"),
        ("管三顿饭", "1"),
        ("管午饭", "5"),
        ("饭补300", "4"),
        ("食宿自理", "0"),
        ("不管饭", None),
    ],
)
def test_board_and_lodging_are_one_code(words: str, code: str | None) -> None:
    assert only(f"招保安1名，{words}").values.get("board") == code


def test_a_long_message_keeps_the_lines_of_the_vacancy() -> None:
    filler = "\n".join(f"第{n}条好消息转发给大家看一看" for n in range(60))
    draft = only(f"{filler}\n招保安1名，月薪3000\n{filler}\n电话13800000104")
    assert draft.values["note"] == "招保安1名，月薪3000\n电话138****0104"


@pytest.mark.parametrize("half", ["a", "b"])
def test_every_value_passes_the_checks_of_its_field(half: str) -> None:
    today = date(2026, 11, 26)
    for message in messages(half):
        for draft in drafts_of(parse_ad(message["text"])):
            for name, value in draft.values.items():
                assert not VACANCY[name].check(value, today), (message["id"], name)
