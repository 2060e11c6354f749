"""Rule tables: read, proved, laid over the shipped ones."""

import pytest

from mengzhan.model.codes import code_table
from mengzhan.model.problem import UserError
from mengzhan.model.resources import read_table, shipped_table
from mengzhan.rules.tables import (
    KIND,
    ColumnsDiffer,
    NoSuchTable,
    TableRefused,
    prove,
    read_rows,
    write_rows,
)

_SEASON = "code,label,parent,aliases,english,status,months,limit\n"
_ODD = "code,label,parent,aliases,english,status,check,kind,limit,advice,advice_english\n"
_DUE = "code,label,interval,unit,ahead,minutes,seasonal,hint,basis,status\n"


def proven(table: str, text: str) -> None:
    prove(table, read_rows(table, text), shipped_table(table))


TABLES = [code.code for code in code_table(KIND)]


@pytest.mark.parametrize("table", TABLES)
def test_every_shipped_table_passes_its_own_proof(table: str) -> None:
    rows = shipped_table(table)
    assert read_rows(table, write_rows(rows)) == rows == read_table(table)
    prove(table, rows, rows)


@pytest.mark.parametrize("table", TABLES)
def test_the_key_tells_the_rows_of_a_table_apart(table: str) -> None:
    code = code_table(KIND).get(table)
    assert code is not None
    keys = code.extra["key"].split("|")
    rows = [tuple(row[name] for name in keys) for row in shipped_table(table)]
    # the rows of one rule for ads go together
    assert len(rows) == len(set(rows)) or table == "ad_rules"


@pytest.mark.parametrize(
    ("table", "text", "row"),
    [
        ("calendar", "date,kind,name\n2027-01-01,holiday,元旦\n2027-02-30,holiday,春节\n", 3),
        ("calendar", "date,kind,name\n2027-01-01,free,元旦\n", 2),
        ("min_wage", "effective,class,monthly_yuan,hourly_yuan,status\n2027-01-01,1,二千,24,\n", 2),
        (
            "season",
            f"{_SEASON}lambing,接羔季,,,lambing,prop,04|05,3\nheat,伏天,,,heat,prop,13,3\n",
            3,
        ),
        ("due_rule", f"{_DUE}monthly,每月回访,1,weeks,0,10,1,0,,own\n", 2),
        ("due_rule", f"{_DUE}stay_1,稳岗 1 个月,2,months,0,5,0,0,,own\n", 2),
        (
            "anomaly",
            f"{_ODD}A03,多,,,,prop,day,visit,30,核对。,\nA04,多,,,,prop,day,,x,核对。,\n",
            3,
        ),
        ("anomaly", f"{_ODD}A03,多,,,,prop,day,visit,0,核对。,\n", 2),
        ("anomaly", f"{_ODD}A03,多,,,,prop,day,visit,30,,\n", 2),
        ("anomaly", f"{_ODD}A03,多,,,,prop,day,follow_up,30,核对。,\n", 2),
        ("anomaly", f"{_ODD}A99,多,,,,prop,day,visit,30,核对。,\n", 2),
        ("due_rule", f"{_DUE}weekly,每周回访,7,days,0,10,1,0,,own\n", 2),
    ],
)
def test_a_row_that_cannot_be_read_is_named(table: str, text: str, row: int) -> None:
    with pytest.raises(TableRefused) as refused:
        proven(table, text)
    assert f"第 {row} 行" in str(refused.value.message)


def test_an_ad_rule_must_find_its_own_example() -> None:
    rule = dict.fromkeys(shipped_table("ad_rules")[0], "")
    rule |= {
        "id": "X-NEW-1", "category": "欺诈", "severity": "block", "pattern": "先交认证款",
        "message": "这是骗钱。", "message_en": "Fraud.", "advice": "删掉。", "advice_en": "Leave out.",
        "basis": "反诈法", "example": "先交认证金",
    }  # fmt: skip
    with pytest.raises(TableRefused, match="X-NEW-1"):
        proven("ad_rules", write_rows([rule]))
    proven("ad_rules", write_rows([{**rule, "example": "先交认证款"}]))


def test_a_policy_has_a_known_item_and_a_day_that_is_one() -> None:
    (first, *_) = shipped_table("policy_library")
    for wrong in ({"item": "P00"}, {"valid_until": "明年"}):
        with pytest.raises(TableRefused):
            proven("policy_library", write_rows([{**first, **wrong}]))


def test_other_columns_and_other_tables_are_refused_in_words() -> None:
    with pytest.raises(ColumnsDiffer, match="date、kind、name"):
        read_rows("calendar", "日期,类别\n2027-01-01,休\n")
    with pytest.raises(NoSuchTable, match="min_wage（最低工资）"):
        read_rows("divisions", "code\n15\n")


def test_what_excel_puts_in_front_does_not_matter() -> None:
    text = "\ufeffdate,kind,name\r\n 2027-01-01 ,holiday,元旦\r\n"
    assert read_rows("calendar", text) == [
        {"date": "2027-01-01", "kind": "holiday", "name": "元旦"}
    ]


def test_the_row_is_that_of_the_file_not_of_the_whole_table() -> None:
    (first, *_) = shipped_table("ad_rules")
    rows = [{**first, "id": "@又一个"}, {**first, "id": "X-NEW-1", "severity": "blok"}]
    with pytest.raises(TableRefused, match="第 3 行"):
        prove("ad_rules", rows, shipped_table("ad_rules"))


@pytest.mark.parametrize(
    "text", ["", "\r", "date,kind,name\n", "date,kind,name\n2027-01-01,free," + "元" * 200_000]
)
def test_every_refusal_is_one_for_users(text: str) -> None:
    with pytest.raises(UserError):
        proven("calendar", text)
