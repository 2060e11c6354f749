"""The report of a month and a typical case as files."""

from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from tests.cli.conftest import ID, PHONE, Desk


@pytest.fixture
def person(desk: Desk) -> str:
    made = desk.add_person("unemployed_on=2025-09-01", "registered_on=2025-09-01")
    for day in ("2025-09-30", "2025-10-01", "2025-10-31"):
        desk.json("add", "follow_up", f"person={made}", f"day={day}", "mode=1", "outcome=F1")
    return made


@pytest.mark.usefixtures("person")
def test_each_suffix_writes_what_it_says(desk: Desk, tmp_path: Path) -> None:
    starts = {".pdf": b"%PDF", ".xlsx": b"PK", ".docx": b"PK", ".txt": "站".encode()}
    for suffix, start in starts.items():
        out = tmp_path / f"out{suffix}"
        found = desk.json("report", "--month", "2025-10", str(out))
        assert (found["month"], found["last"], found["closed_on"]) == ("2025-10", "2025-10-31", "")
        assert found["figures"]["M13"] == "2"
        assert start in out.read_bytes()[:200]
        assert (found["text"] is not None) == (suffix in (".docx", ".txt"))
    text = (tmp_path / "out.txt").read_text(encoding="utf-8")
    assert "、2人次（上月1人、1人次）" in text
    written = "\n".join(part.text for part in Document(str(tmp_path / "out.docx")).paragraphs)
    assert "、2人次（上月1人、1人次）" in written
    rows = [*load_workbook(tmp_path / "out.xlsx")["月报"].values]
    assert next(row for row in rows if row[0] == "M13")[3:7] == (2, 1, 1, 3)


def test_a_closed_month_says_so(desk: Desk, person: str, tmp_path: Path) -> None:
    desk.json("close-month", "2025-10")
    out = str(tmp_path / "out.txt")
    found = desk.json("report", "--month", "2025-10", out)
    assert found["closed_on"]
    assert found["changed"] == []
    desk.json("add", "follow_up", f"person={person}", "day=2025-10-20", "mode=1", "outcome=F1")
    found = desk.json("report", "--month", "2025-10", out)
    assert "M13" in found["changed"]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--month", "2025-10", "out.doc"), "REPORT_SUFFIX"),
        (("--month", "2099-12", "out.txt"), "MONTH_AHEAD"),
        (("--month", "2999-01", "out.txt"), "MONTH_UNREADABLE"),
        (("--month", "oktober", "out.txt"), "MONTH_UNREADABLE"),
    ],
)
def test_what_cannot_be_reported_is_refused(
    desk: Desk, arguments: tuple[str, ...], code: str, tmp_path: Path
) -> None:
    *options, name = arguments
    assert desk.error("report", *options, str(tmp_path / name))["code"] == code
    assert not (tmp_path / name).exists()


def test_a_case_names_nobody(desk: Desk, person: str, tmp_path: Path) -> None:
    out = tmp_path / "case.docx"
    found = desk.json("case", person, str(out))
    assert "巴某" in found["text"]
    for secret in ("巴图孟和", ID, PHONE):
        assert secret not in found["text"]
    assert "先后回访3次" in "\n".join(part.text for part in Document(str(out)).paragraphs)
