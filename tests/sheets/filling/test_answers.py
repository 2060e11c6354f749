from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from mengzhan.model.codes import show_codes_in
from mengzhan.model.kinds import KINDS
from mengzhan.sheets.filling.answers import Why, answer, bare_path
from mengzhan.sheets.filling.cellwrite import CellWrite, DateWrite

PERSON = KINDS["person"]
TODAY = date(2026, 11, 26)
RECORD: dict[str, Any] = {
    "name": "苏和",
    "id_number": "150199198501010011",
    "phone": "19900004321",
    "birth_date": "1985-01-01",
    "education": "30",
    "employment_status": "3",
    "key_groups": ["K04", "K09"],
    "residence": "150102001001",
    "area_group": "三组",
    "wage_wish": 320_050,
}


@pytest.fixture
def in_english() -> Iterator[None]:
    show_codes_in("en")
    yield
    show_codes_in("zh_CN")


def asked(
    path: str, header: str = "", entries: tuple[str, ...] | None = None
) -> tuple[CellWrite | None, Why | None]:
    item = PERSON.get(bare_path(path).partition("=")[0])
    found = answer(path, item, header, RECORD, entries, 7, TODAY)
    return found.write, found.why


@pytest.mark.parametrize(
    ("path", "header", "written"),
    [
        ("-serial", "序号", 7),
        ("-age", "年龄", 41),
        ("-employed", "是否就业", "是"),
        ("-banner", "旗县", "新城区"),
        ("name", "姓名", "苏和"),
        ("id_number", "身份证号", "150199198501010011"),
        ("id_number#18", "18", "1"),
        ("phone*", "公示用", "199****4321"),
        ("birth_date", "出生年月", "1985.01"),
        ("birth_date", "出生日期", DateWrite(date(1985, 1, 1), "1985-01-01")),
        ("wage_wish", "期望月薪", 3200.5),
        ("key_groups=K09", "是否残疾", "是"),
        ("key_groups=K02", "是否退役军人", "否"),
    ],
)
def test_a_value_in_the_words_of_the_form(path: str, header: str, written: CellWrite) -> None:
    assert asked(path, header) == (written, None)


def test_an_address_goes_from_the_banner_to_the_door() -> None:
    text, _ = asked("residence", "现住址")
    assert str(text).startswith("新城区")
    assert str(text).endswith("三组")
    village, _ = asked("residence", "所在嘎查村")
    assert "新城区" not in str(village)


def test_of_a_drop_down_only_the_entry_that_means_the_value_is_written() -> None:
    assert asked("employment_status", "就业状态", ("单位就业", "灵活就业", "失业")) == (
        "灵活就业",
        None,
    )
    assert asked("employment_status", "就业状态", ("甲", "乙")) == (None, Why.NOT_LISTED)
    assert asked("-employed", "是否就业", ("就业", "未就业")) == (None, Why.NOT_LISTED)


def test_whatever_is_written_stands_in_the_list() -> None:
    assert asked("-banner", "旗县", ("新城区", "回民区")) == ("新城区", None)
    assert asked("-banner", "旗县", ("呼和浩特市新城区",)) == (None, Why.NOT_LISTED)
    assert asked("-age", "年龄", ("18-40", "41-60")) == (None, Why.NOT_LISTED)
    assert asked("key_groups=K09", "残疾", ("√",)) == (None, Why.NOT_LISTED)
    assert asked("education", "学历", ()) == (None, Why.UNREADABLE)


def test_a_form_is_filled_in_chinese_whatever_the_screen_shows(in_english: None) -> None:
    assert PERSON["consent"].show(True) == "Yes"
    assert answer(
        "consent", PERSON["consent"], "同意", {"consent": True}, None, 1, TODAY
    ).write == ("是")
    assert asked("employment_status", "就业状态", ("单位就业", "灵活就业")) == ("灵活就业", None)
    assert asked("education", "学历") == ("大学专科", None)


@pytest.mark.parametrize(
    ("wage", "written"),
    [
        ({"wage_min": 300_000, "wage_max": 400_000, "wage_unit": "1"}, "3000-4000元/月"),
        ({"wage_min": 20_000, "wage_max": 20_000, "wage_unit": "2"}, "200元/天"),
        ({"wage_min": 300_050, "wage_unit": "9"}, "3000.5元"),
        ({"wage_unit": "9"}, None),
    ],
)
def test_a_whole_wage_in_one_cell(wage: dict[str, Any], written: str | None) -> None:
    assert answer("wage", None, "薪酬", wage, None, 1, TODAY).write == written


def test_what_the_record_does_not_hold_stays_empty() -> None:
    assert asked("ethnicity", "民族") == (None, Why.NO_VALUE)
    assert asked("id_number#19", "19") == (None, Why.NO_VALUE)
