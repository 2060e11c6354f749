"""Importing a ledger of 50,000 rows x 25 columns: ``python -m tests.bench.importing [ROWS]``.

Floor: openpyxl (read_only) merely reading the same file. Measured beside it: reading safely in a
child process, finding and mapping, planning with all checks and duplicates, and writing with
journal, tables and search index; and the memory of this process, which stands for the window's.
"""

import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from openpyxl import Workbook, load_workbook

from mengzhan.cli.madeup import table
from mengzhan.model.idnumber import check_character
from mengzhan.model.kinds import KINDS
from mengzhan.sheets.importing.intake import Import, load
from mengzhan.sheets.importing.plan import Plan
from tests import people, stations

HEADERS = [
    "序号",
    "姓名",
    "性别",
    "身份证号",
    "联系电话",
    "民族",
    "出生日期",
    "学历",
    "户籍地",
    "常住地",
    "就业状态",
    "重点群体",
    "登记日期",
    "意向工种",
    "期望月薪",
    "可去范围",
    "技能",
    "技能等级",
    "毕业日期",
    "组别",
    "户编号",
    "需蒙语",
    "父名",
    "工作年限",
    "备注",
]
SURNAMES, GIVEN = (
    "王李张刘陈杨赵黄周吴徐孙马朱胡林郭何高罗",
    "秀英伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞",
)


def make_ledger(path: Path, rows: int) -> None:
    """Write a ledger of made-up people with one title row."""
    chance = random.Random(3)
    names = [row["name"] for row in table("names")]
    book = Workbook(write_only=True)
    sheet = book.create_sheet("人员")
    sheet.append(["人员台账"])
    sheet.append(HEADERS)
    for number in range(rows):
        sheet.append(_row(number, names, chance))
    book.save(path)


def _row(number: int, names: list[str], chance: random.Random) -> list[object]:
    born = date(1964, 3, 7) + timedelta(days=chance.randrange(14_600))
    body = f"{people.AREA}{born:%Y%m%d}{number % 1000:03}"
    name = chance.choice(names)
    if chance.random() < 0.5:
        name = chance.choice(SURNAMES) + chance.choice(GIVEN) + chance.choice(GIVEN)
    shared = number // 2 if chance.random() < 0.3 else 5_000_000 + number
    return [
        number + 1, name, "男" if number % 2 else "女", body + check_character(body),
        f"199{shared:08}", "蒙古族", born, chance.choice(["初中", "高中", "小学", "大学本科"]), "",
        chance.choice(["新城区", "公主府社区"]), "要求就业", "农牧民", date(2026, 10, 1 + number % 28),
        "服务员", 3000 + number % 900, "本旗县", "会开车", "初级工", "", f"{number % 9}组",
        f"{number // 4:05}", "是", "", number % 20, chance.choice(["", "", "无", "家里有老人"]),
    ]  # fmt: skip


def _timed(name: str, work: Callable[[], object], floor: float = 0.0) -> tuple[float, object]:
    began = time.perf_counter()
    result = work()
    seconds = time.perf_counter() - began
    ratio = f"x{seconds / floor:.2f}" if floor else "floor"
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{name:36}{seconds:9.2f} s {ratio:>8}   peak {peak:6.0f} MB")
    return seconds, result


def main(rows: int) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ledger.xlsx"
        make_ledger(path, rows)
        print(f"{rows} rows x {len(HEADERS)} columns, {path.stat().st_size / 1e6:.1f} MB")
        session = stations.open_station(Path(folder) / "station" / "data")
        reading, book = _timed("read safely", lambda: load(path))
        found, task = _timed("find and map", partial(Import, session, book, KINDS["person"]))  # type: ignore[arg-type]
        del book
        assert isinstance(task, Import)
        planning, plan = _timed("plan: checks and duplicates", task.plan)
        assert isinstance(plan, Plan)
        print(dict(plan.counts()))
        writing, _ = _timed("write", lambda: session.run(plan.operation(), "import person"))
        session.store.close()
        floor, _ = _timed("openpyxl merely reading", lambda: merely_read(path))
        total = reading + found + planning + writing
        print(f"whole import {total:.1f} s, x{total / floor:.2f} of the floor")


def merely_read(path: Path) -> int:
    """Read every row with openpyxl and count them."""
    book = load_workbook(path, read_only=True)
    sheet = book.active
    assert sheet is not None
    count = sum(1 for _ in sheet.iter_rows(values_only=True))
    book.close()
    return count


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 50_000)
