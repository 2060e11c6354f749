"""How pasted text falls apart into messages, entries of a list, and talk."""

from mengzhan.rules.ads.adtext import AdText
from mengzhan.rules.ads.layout import entries, talk
from mengzhan.rules.ads.parse import parse_ad
from tests.rules.ads.conftest import Say

LIST = (
    "本周急招\n"
    "①青松超市，东河区：收银员2名，3200一月，13800000101\n"
    "②老井烤肉，昆区：穿串工1名，3600一月，13800000102\n"
    "都要健康证"
)
TALK = (
    "老秦：谁认识会开铲车的师傅，我这缺一个\n"
    "小高：月薪多少\n"
    "老秦：七千，管吃住，在临河狼山镇\n"
    "小高：我问问我哥，13800000103\n"
)


def test_entries_with_their_own_numbers_are_read_apart(said: Say) -> None:
    assert said(LIST, "title") == ["收银员", "穿串工"]
    assert said(LIST, "phone") == ["13800000101", "13800000102"]
    assert said(LIST, "employer") == ["青松超市", "老井烤肉"]
    assert said(LIST, "place") == ["东河区", "昆区"]


def test_what_stands_around_a_list_holds_for_every_entry(said: Say) -> None:
    assert said(LIST, "requirements") == ["都要健康证", "都要健康证"]


def test_a_line_of_all_ends_the_last_entry(said: Say) -> None:
    text = (
        "一、长河宾馆：\n服务员2名，3000\n洗碗工1名，2600\n二、金穗面粉厂：\n装卸工3名，5000\n"
        "以上均提供食宿，13800000104"
    )
    assert said(text, "board") == [True, True, True]
    assert said(text, "phone") == ["13800000104"] * 3


def test_firms_tell_entries_apart_without_numbers(said: Say) -> None:
    text = "两家都缺人\n1、长河宾馆要服务员2名，3000\n2、金穗面粉厂要装卸工3名，5000\n13800000104"
    assert said(text, "employer") == ["长河宾馆", "金穗面粉厂"]
    assert said(text, "phone") == ["13800000104"] * 2


def test_vacancies_of_one_firm_stay_together() -> None:
    text = "长河宾馆招人\n1、服务员2名\n2、厨师1名\n13800000104"
    assert entries(AdText(text), [text.index("138")]) == []


def test_talk_is_read_by_what_the_one_who_hires_says(by_rules: Say) -> None:
    assert by_rules(TALK, "title") == ["开铲车的师傅"]
    assert by_rules(TALK, "lodging") == [True]
    assert by_rules(TALK, "contact") == ["老秦"]


def test_talk_that_somebody_else_begins_is_read_by_the_answers(said: Say) -> None:
    text = (
        "问：那个喂牛的活还有没有？\n答：有，雇个人喂牛，一个月5500\n"
        "问：要会骑摩托不？\n答：要会骑，13800000101"
    )
    assert said(text, "title") == ["喂牛"]
    assert said(text, "contact") == [None]


def test_places_in_talk_are_those_of_the_message() -> None:
    (vacancy,) = parse_ad(TALK).vacancies
    start, end = vacancy.fields["title"].spans[0]
    assert TALK[start:end] == vacancy.value("title") == "开铲车"


def test_labels_are_no_speakers() -> None:
    assert talk(AdText("工资：3000\n电话：13800000101\n招：保安\n地址：东街")) is None
