"""Judges what becomes of the contacts in the ledgers of ``tests/sheets/material/contacts``.

Thirteen ledgers (eight of persons, five of employers), each of another layout, with their truth, by
two authors who had seen neither rules nor code; ``TRUTH.md`` says how the truth was set. A
contact of the truth is found if a contact of its day follows its row; a day is made up if the
truth has no contact of that day there.
"""

import json
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mengzhan.model.fieldtypes import Choice
from mengzhan.model.kinds import KINDS
from mengzhan.sheets.grid import column_letters
from mengzhan.sheets.importing.headers import HeaderWords
from mengzhan.sheets.importing.mapping import MappedColumn, map_columns
from mengzhan.sheets.importing.row import Row
from mengzhan.sheets.importing.rows import RowReader
from mengzhan.sheets.reading.opening import open_book
from tests.sheets.judge import TODAY, best_table, ledger_of

CONTACT_LEDGERS = Path(__file__).parent / "material" / "contacts"

MEANS: dict[str, set[str]] = {
    "序号": {"-serial"},
    "姓名": {"name"},
    "主体名称": {"name"},
    "身份证号": {"id_number"},
    "统一社会信用代码": {"credit_code"},
    "联系电话": {"phone"},
    "性别": {"sex"},
    "学历": {"education"},
    "毕业时间": {"graduated_on"},
    "毕业院校及专业": {"school", "major"},
    "失业登记时间": {"registered_on", "unemployed_on"},
    "就业意向": {"wanted_occupations"},
    "家庭住址": {"residence", "address"},
    "就业困难人员类别": {"difficulty_types", "key_groups"},
    "认定时间": {"difficulty_on"},
    "技能特长": {"skills", "licences"},
    "户编号": {"household"},
    "法定代表人或负责人": {"owner", "contact"},
    "经营者姓名": {"owner", "contact"},
    "联系人": {"contact"},
    "所属行业": {"industry"},
    "经营项目": {"industry", "main_business"},
    "从业人数": {"staff_count"},
    "在岗职工数": {"staff_count"},
    "雇工人数": {"staff_count"},
    "是否缺人": {"short_of_staff"},
    "备注": {"note"},
    "年龄": {"-age"},
    "民族": {"ethnicity"},
    "户籍地": {"home"},
    "常住地": {"residence", "address"},
    "就业状态": {"employment_status"},
    "统一信用代码": {"credit_code"},
    "电话": {"phone"},
    "地址": {"address"},
    "行业": {"industry"},
}
"""The basic columns that the registers have a field for; all others are not judged."""

WAYS = {"电话": "1", "上门": "2", "微信": "4"}


@dataclass
class Contacts:
    """How the contacts of one ledger came out. ``wrong``, ``missed``, ``invented`` and ``lost`` list
    them by row; ``ways`` counts those whose way is right, and those that have one in the truth."""

    name: str
    dated: int = 0
    right: int = 0
    wrong: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    invented: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    ways: tuple[int, int] = (0, 0)
    basics: tuple[int, int] = (0, 0)
    basics_wrong: list[tuple[str, str, str]] = field(default_factory=list)

    def __str__(self) -> str:
        return (
            f"{self.right:>3}/{self.dated:<3} wrong {len(self.wrong)} missed {len(self.missed):<2} "
            f"invented {len(self.invented)} lost {len(self.lost):<3} "
            f"ways {self.ways[0]}/{self.ways[1]} basics {self.basics[0]}/{self.basics[1]}  {self.name}"
        )


def contact_truths() -> list[Path]:
    """Every truth file."""
    return sorted(CONTACT_LEDGERS.glob("*.truth.json"))


def judge_contacts(truth_path: Path) -> Contacts:
    """Read a ledger without any help and compare its contacts with their truth."""
    truth = json.loads(truth_path.read_text("utf-8"))
    verdict = Contacts(ledger_of(truth_path).stem)
    told: dict[int, list[dict[str, Any]]] = {}
    for contact in truth["contacts"]:
        told.setdefault(contact["row"], []).append(contact)
    words = HeaderWords(KINDS[truth["kind"]], KINDS)
    table = best_table(open_book(ledger_of(truth_path)), words)
    assert table is not None
    columns = map_columns(table, words)
    sure = tuple(column for column in columns if column.is_sure)
    reader = RowReader(table, sure, words, TODAY, "150102001001")
    rows = {row.number: row for row in map(reader.read, table.records)}
    for number in sorted({*told, *rows}):
        _judge_row(verdict, rows.get(number, Row(number, {})), told.get(number, []))
    _judge_basics(verdict, truth, columns)
    return verdict


def _judge_row(verdict: Contacts, row: Row, told: list[dict[str, Any]]) -> None:
    meant = Counter(contact["day"] for contact in told if contact["day"])
    found = Counter(str(values["day"]) for _, values in row.after)
    verdict.dated += meant.total()
    verdict.right += (meant & found).total()
    missed, more = sorted((meant - found).elements()), sorted((found - meant).elements())
    paired = min(len(missed), len(more))
    verdict.wrong += [f"{row.number} {a} for {b}" for a, b in zip(more, missed, strict=False)]
    verdict.missed += [f"{row.number} {day}" for day in missed[paired:]]
    verdict.invented += [f"{row.number} {day}" for day in more[paired:]]
    _judge_ways(verdict, row, told)
    kept = plainest(" ".join(_said(row)))
    for contact in told:
        for piece in filter(None, map(plainest, re.split("[；，。]", contact["words"]))):
            if piece not in kept and not _coded(row, piece):
                verdict.lost.append(f"{row.number} {piece}")


def _judge_ways(verdict: Contacts, row: Row, told: list[dict[str, Any]]) -> None:
    modes = {
        str(values["day"]): values.get("mode")
        for kind, values in row.after
        if KINDS[kind].get("mode")
    }
    for contact in told:
        if contact["way"] and contact["day"] in modes:
            right, of = verdict.ways
            verdict.ways = (right + (modes[contact["day"]] == WAYS[contact["way"]]), of + 1)


def plainest(text: str) -> str:
    """A text without blanks and signs, full-width characters as half-width ones."""
    return re.sub(r"[\s;,。.:、()]", "", unicodedata.normalize("NFKC", text))


def _said(row: Row) -> list[str]:
    """Every text that a person sees of a row: of its contacts, its note, its problems."""
    values = [str(value) for _, told in row.after for value in told.values()]
    problems = [
        str(text)
        for found in row.problems
        for text in (found.problem.value, *found.problem.hint.params.values())
    ]
    return [str(row.values.get("note", "")), *values, *problems]


def _coded(row: Row, piece: str) -> bool:
    """Whether a contact holds the code that the words of a list stand for (未接 is F9)."""
    for kind, values in row.after:
        for name, value in values.items():
            item = KINDS[kind][name]
            if isinstance(item.type, Choice) and item.type.lookup.find(piece) == value:
                return True
    return False


def _judge_basics(
    verdict: Contacts, truth: dict[str, Any], columns: tuple[MappedColumn, ...]
) -> None:
    by_letter = {column_letters(column.index): column for column in columns}
    for told in truth["columns"]:
        if told["means"] not in MEANS:
            continue
        column = by_letter.get(told["column"])
        path = column.path.partition("=")[0] if column is not None and column.is_sure else ""
        right, of = verdict.basics
        verdict.basics = (right + (path in MEANS[told["means"]]), of + 1)
        if path not in MEANS[told["means"]]:
            verdict.basics_wrong.append((told["column"], told["header"], path))
