"""Judges what the program makes of the messy ledgers in ``tests/sheets/ledgers`` by their truth.

The ledgers were made, with their truth, by authors who had seen neither rules nor code. A truth
file says in plain Chinese what each column means; here stands what that is called in the program.
``also_ok`` marks a column that no register of the trade has but that may go into a field.
"""

import json
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from mengzhan.model.kinds import KINDS
from mengzhan.sheets.grid import Book, column_letters
from mengzhan.sheets.importing.headers import HeaderWords
from mengzhan.sheets.importing.mapping import MappedColumn, map_columns
from mengzhan.sheets.importing.rows import RowReader
from mengzhan.sheets.importing.table import Table, find_table
from mengzhan.sheets.reading.opening import open_book

LEDGERS = Path(__file__).parent / "material" / "ledgers"
TODAY = date(2026, 11, 26)

_PERSON_LINK = {
    "人": {"person.name", "person.id_number"},
    "人/姓名": {"person.name"},
    "人/身份证号": {"person.id_number"},
    "人/联系电话": {"person.phone"},
    "人/性别": {"person.sex"},
    "人/民族": {"person.ethnicity"},
    "人/学历": {"person.education"},
    "人/技能/证照": {"person.skills", "person.licences", "person.skill_level"},
    "村组": {"person.home", "person.residence", "person.address", "person.area_group"},
}
MEANS: dict[str, dict[str, set[str]]] = {
    "person": {
        "姓名": {"name"},
        "身份证号": {"id_number"},
        "联系电话": {"phone"},
        "性别": {"sex"},
        "出生日期": {"birth_date"},
        "年龄": {"-age"},
        "民族": {"ethnicity"},
        "学历": {"education"},
        "常住地": {"residence", "address", "area_group"},
        "户籍地": {"home"},
        "就业状态": {"employment_status"},
        "重点群体": {"key_groups", "difficulty_types"},
        "技能/证照": {"skills", "licences", "skill_level"},
        "意向工种": {"wanted_occupations"},
        "期望月薪": {"wage_wish"},
        "可去范围": {"travel_range"},
        "可上岗日": {"available_on"},
        "限制": {"limits"},
        "村组": {"home", "residence", "address", "area_group"},
        "失业登记日期": {"registered_on", "unemployed_on"},
        "失业日期": {"unemployed_on", "status_on"},
        "失业原因": {"unemployment_reason"},
        "毕业院校": {"school"},
        "专业": {"major"},
        "毕业时间": {"graduated_on"},
        "告知同意": {"consent"},
    },
    "employer": {
        "主体名称": {"name"},
        "名称": {"name"},
        "统一信用代码": {"credit_code"},
        "主体类型": {"entity_type"},
        "类型": {"entity_type"},
        "行业": {"industry"},
        "联系人": {"contact"},
        "电话": {"phone"},
        "地址": {"address", "place"},
        "从业人数": {"staff_count"},
        "参保人数": {"insured_count"},
        "是否缺工": {"short_of_staff"},
        "营收档": {"revenue_band"},
        "法定代表人": {"owner"},
        "联系人或经营者": {"contact", "owner"},
        "备注": {"note"},
    },
    "vacancy": {
        "主体": {"employer.name"},
        "信用代码": {"employer.credit_code"},
        "岗位名": {"title"},
        "人数": {"headcount"},
        "工作地点": {"workplace"},
        "工作内容": {"duties"},
        "条件": {"conditions"},
        "薪酬": {"wage", "wage_min"},
        "薪酬下限": {"wage_min"},
        "薪酬上限": {"wage_max"},
        "计薪方式": {"wage_unit"},
        "班次": {"shift"},
        "食宿": {"board"},
        "社保": {"insurance"},
        "食宿/社保": {"board", "insurance"},
        "期限": {"term"},
        "有效期至": {"valid_until"},
        "来源": {"source"},
        "状态": {"close_reason"},
        "登记日期": {"registered_on"},
        "联系人或电话": {"contact", "phone"},
        "联系人": {"contact"},
        "电话": {"phone"},
    },
    "training_intent": _PERSON_LINK | {
        "日期": {"day"},
        "愿意否": {"willing"},
        "工种": {"trades"},
        "形式": {"form"},
        "可用月份": {"months"},
        "授课语言": {"language"},
        "障碍": {"barriers"},
        "创业意愿": {"start_business"},
        "创业项目": {"project"},
        "贷款需求": {"needs_loan"},
    },
    "follow_up": _PERSON_LINK | {
        "日期": {"day"},
        "方式": {"mode"},
        "第n次未接": {"missed"},
        "结果": {"outcome"},
        "现状": {"situation"},
        "需求": {"needs"},
        "推荐/政策推送": {"policies", "note"},
        "下次日期": {"next_on"},
    },
    "visit": {
        "主体": {"employer.name"},
        "日期": {"day"},
        "走访人": {"visitor"},
        "身份": {"visitor_role"},
        "用工意向": {"hiring_need"},
        "培训需求": {"training_need"},
        "已推政策": {"policies"},
        "诉求": {"demand"},
        "转交部门": {"department"},
        "销号日期": {"closed_on"},
    },
    "verification": _PERSON_LINK | {
        "来源批次": {"batch"},
        "字段": {"field_name"},
        "原值": {"old_value"},
        "核实值": {"new_value"},
        "方式": {"mode"},
        "结果": {"result"},
        "核实人": {"verifier"},
        "日期": {"day"},
    },
    "referral": _PERSON_LINK | {
        "岗位": {"vacancy.title", "vacancy.employer"},
        "推荐单位": {"vacancy.employer"},
        "日期": {"day"},
        "推荐信编号": {"letter_no"},
        "回执期限": {"due_on"},
        "推荐结果": {"result"},
        "到岗日": {"arrived_on"},
        "1/3/6月稳岗": {"stay_1_on", "stay_3_on", "stay_6_on"},
    },
    "enrolment": _PERSON_LINK,
}  # fmt: skip

_UNHEARD_OF = {"", "household"}
"""What nothing is wrong with: no path, and a field of which the authors did not know."""

ID_PATHS = {"id_number", "person.id_number"}


@dataclass
class Verdict:
    """How one ledger came out. ``wrong`` lists columns as (letter, header, taken for, meant)."""

    name: str
    columns: int = 0
    right: int = 0
    taken_sure: int = 0
    wrong: list[tuple[str, str, str, str]] = field(default_factory=list)
    false_takes: list[tuple[str, str, str]] = field(default_factory=list)
    missed_ids: list[str] = field(default_factory=list)
    broken: int = 0
    records: tuple[int, int] = (0, 0)
    header: bool = True


def truths(part: str) -> list[Path]:
    """Every truth file of one author (``a`` to ``d``)."""
    return sorted((LEDGERS / part).glob("*.truth.json"))


def ledger_of(truth: Path) -> Path:
    """The ledger that a truth file is about."""
    stem = truth.name.removesuffix(".truth.json")
    return next(p for p in truth.parent.iterdir() if p.stem == stem and p != truth)


def best_table(book: Book, words: HeaderWords) -> Table | None:
    """The table that fits the kind best."""
    tables = [t for sheet in book.sheets if (t := find_table(sheet, words)) is not None]
    return max(tables, key=lambda table: table.score, default=None)


def judge(truth_path: Path) -> Verdict:
    """Read a ledger without any help and compare with its truth."""
    truth = json.loads(truth_path.read_text("utf-8"))
    words = HeaderWords(KINDS[truth["kind"]], KINDS)
    verdict = Verdict(ledger_of(truth_path).name)
    table = best_table(open_book(ledger_of(truth_path)), words)
    if table is None:
        verdict.header = False
        return verdict
    columns = map_columns(table, words)
    verdict.header = (table.header_top, table.header_bottom) == (
        truth["header_rows"][0] - 1,
        truth["header_rows"][-1] - 1,
    )
    verdict.records = (len(table.records), truth["data_rows"])
    _judge_columns(verdict, truth, columns)
    _judge_ids(verdict, truth, table, columns, words)
    return verdict


def _judge_columns(
    verdict: Verdict, truth: dict[str, Any], columns: tuple[MappedColumn, ...]
) -> None:
    by_letter = {column_letters(column.index): column for column in columns}
    means = MEANS[truth["kind"]]
    for told in truth["columns"]:
        column = by_letter.get(told["column"])
        path = column.path if column is not None and column.is_sure else ""
        if told["means"]:
            verdict.columns += 1
            meant = means[told["means"]]
            if path.partition("=")[0] in meant:
                verdict.right += 1
            else:
                verdict.wrong.append((told["column"], told["header"], path, told["means"]))
        elif path not in _UNHEARD_OF and not path.startswith("-") and not told.get("also_ok"):
            verdict.false_takes.append((told["column"], told["header"], path))


def _judge_ids(
    verdict: Verdict,
    truth: dict[str, Any],
    table: Table,
    columns: tuple[MappedColumn, ...],
    words: HeaderWords,
) -> None:
    ids = {column_letters(c.index): c for c in columns if c.path in ID_PATHS}
    reader = RowReader(table, columns, words, TODAY, "150102001001")
    found: set[tuple[int, str]] = set()
    for row in table.records:
        for problem in reader.read(row).problems:
            if problem.column is not None and problem.problem.code.startswith("ID_"):
                found.add((problem.row, column_letters(problem.column)))
    for broken in truth["broken_ids"]:
        if broken["column"] in ids or truth["kind"] != "employer":
            verdict.broken += 1
            if (broken["row"], broken["column"]) not in found:
                verdict.missed_ids.append(f"{broken['column']}{broken['row']} {broken['sort']}")
