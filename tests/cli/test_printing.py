"""What goes out, from the command line."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from docx import Document
from PySide6.QtGui import QImage

from mengzhan.rules.visit_sheets import line_code
from tests.cli.conftest import ID, PHONE, Desk

TODAY = date.today()
SOON = (TODAY + timedelta(days=40)).isoformat()
EMPLOYER = (
    "name=草原奶食店",
    "entity_type=5",
    "contact=店主",
    "phone=19900005001",
)
HERDER = "ᠮᠠᠯᠴᠢᠨ"


@pytest.fixture
def vacancy(desk: Desk) -> Callable[..., str]:
    """Adds a vacancy with a contact of its own and returns its id."""
    employer = desk.json("add", "employer", *EMPLOYER)["id"]

    def add(*changes: str) -> str:
        usual = (
            f"employer={employer}",
            "title=挤奶工",
            "headcount=2",
            "workplace=奶牛场",
            "duties=挤奶、喂料",
            "wage_min=3200",
            "wage_max=4000",
            "wage_unit=月",
            "source=电话",
            f"valid_until={SOON}",
            "conditions=不限",
            "phone=19900004444",
        )
        record: str = desk.json("add", "vacancy", *usual, *changes)["id"]
        return record

    return add


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


@pytest.mark.parametrize(
    ("form", "suffix"),
    [("poster", "pdf"), ("picture", "png"), ("booklet", "pdf"), ("card", "pdf")],
)
def test_vacancies_go_out_in_every_form(
    desk: Desk, vacancy: Callable[..., str], out: Path, form: str, suffix: str
) -> None:
    target = out / f"a.{suffix}"
    records = [vacancy(), vacancy("title=羊倌")]
    found = desk.json("poster", *records, str(target), "--form", form)
    assert found["files"] == [str(target)]
    assert (found["form"], found["vacancies"], found["places"]) == (form, 2, 4)
    assert found["pages"] >= 1
    if suffix == "pdf":
        assert target.read_bytes().startswith(b"%PDF-")
    else:
        assert QImage(str(target)).width() == 1080


def test_the_text_is_shown_or_written(desk: Desk, vacancy: Callable[..., str], out: Path) -> None:
    record = vacancy()
    desk.json("outlet", "0482 8399000")
    shown = desk.run("poster", record, "-", "--form", "text").stdout
    assert shown.startswith("【招聘】挤奶工，招2人\n工资：每月3200元至4000元\n")
    assert "0482-8399000" in shown
    found = desk.json("poster", record, str(out / "a.txt"), "--form", "text")
    assert (out / "a.txt").read_text(encoding="utf-8") == shown
    assert found["text"] == shown.rstrip("\n")


def test_a_vacancy_that_breaks_the_law_stays_here(
    desk: Desk, vacancy: Callable[..., str], out: Path
) -> None:
    record = vacancy("conditions=限男性")
    for form in ("poster", "picture", "booklet", "card", "text"):
        error = desk.error("poster", record, str(out / "a.pdf"), "--form", form)
        assert error["code"] == "POSTING_UNCLEAN"
        assert "性别" in error["message"]
    assert list(out.iterdir()) == []


def test_a_vacancy_that_has_run_out_stays_here(
    desk: Desk, vacancy: Callable[..., str], out: Path
) -> None:
    past = (TODAY - timedelta(days=3)).isoformat()
    record = vacancy(f"valid_until={past}", f"registered_on={past}")
    error = desk.error("poster", record, str(out / "a.pdf"))
    assert error["code"] == "POSTING_CLOSED"


def test_mongolian_is_printed_from_imported_terms(
    desk: Desk, vacancy: Callable[..., str], out: Path, tmp_path: Path
) -> None:
    terms = tmp_path / "terms.csv"
    terms.write_text(f"挤奶工,{HERDER},否\n羊倌,无,是\n", encoding="utf-8")
    read = desk.json("terms", str(terms))
    assert (read["total"], read["unreviewed"], read["refused"]) == (1, 1, [2])
    assert read["terms"] == [{"chinese": "挤奶工", "mongolian": HERDER, "reviewed": False}]
    assert HERDER in desk.run("terms").stdout
    found = desk.json("poster", vacancy(), str(out / "a.png"), "--mongolian")
    assert found["files"] == [str(out / "a.png")]


@pytest.fixture
def referral(desk: Desk, vacancy: Callable[..., str]) -> Callable[..., str]:
    def add(*changes: str) -> str:
        person, offer = desk.add_person(), vacancy()
        day = f"day={TODAY.isoformat()}"
        made = desk.json("add", "referral", f"person={person}", f"vacancy={offer}", day, *changes)
        return str(made["id"])

    return add


def purposes(desk: Desk) -> list[tuple[str, int]]:
    return [(one["purpose"], one["records"]) for one in desk.json("disclosures")["disclosures"]]


def test_a_letter_is_written_as_pdf_and_as_word(
    desk: Desk, referral: Callable[..., str], out: Path
) -> None:
    record = referral("letter_no=2026-0007")
    found = desk.json("letter", record, str(out / "a.pdf"))
    assert found["number"] == "2026-0007"
    assert (out / "a.pdf").read_bytes().startswith(b"%PDF-")
    desk.json("letter", record, str(out / "a.docx"))
    text = "\n".join(p.text for p in Document(str(out / "a.docx")).paragraphs)
    assert "编号：2026-0007" in text
    assert PHONE in text
    assert ID not in text
    assert purposes(desk) == [("推荐信", 1), ("推荐信", 1)]


def test_a_letter_without_a_number_is_refused_and_not_noted(
    desk: Desk, referral: Callable[..., str], out: Path
) -> None:
    assert desk.error("letter", referral(), str(out / "a.pdf"))["code"] == "LETTER_UNNUMBERED"
    assert purposes(desk) == []


def test_a_visit_sheet_is_numbered_and_its_codes_lead_back(desk: Desk, out: Path) -> None:
    person = desk.add_person("area_group=一组")
    found = desk.json("visit-sheet", str(out / "a.pdf"))
    (sheet,) = found["numbers"]
    assert (sheet[2:], found["people"]) == ("1", 1)
    assert desk.json("visit-line", line_code(sheet, 1)) == {"id": person, "title": "巴图孟和"}
    (second,) = desk.json("visit-sheet", str(out / "b.pdf"), "--group", "一组")["numbers"]
    assert second == f"{sheet[:2]}2"
    assert desk.error("visit-line", "1-01A")["code"] == "LINE_CODE"
    assert desk.error("visit-line", line_code(f"{sheet}7", 1))["code"] == "SHEET_UNKNOWN"
    assert (
        desk.error("visit-sheet", str(out / "c.pdf"), "--group", "九组")["code"] == "VISIT_NOBODY"
    )
    away = desk.error("visit-sheet", str(out / "c.pdf"), "--place", "没有这个地方")
    assert away["code"] == "STATION_UNKNOWN"
    assert purposes(desk) == [("入户表", 1), ("入户表", 1)]


def test_nobody_is_sent_to_the_door_of_the_dead(desk: Desk, out: Path) -> None:
    person = desk.add_person()
    desk.json("edit", person, "deregister_reason=X10", f"deregistered_on={TODAY.isoformat()}")
    assert desk.error("visit-sheet", str(out / "a.pdf"))["code"] == "VISIT_NOBODY"


def test_a_leaflet_is_written(desk: Desk, out: Path) -> None:
    policy = desk.json("add", "policy", "title=一次性创业补贴", "standard=每户5000元")["id"]
    found = desk.json("leaflet", policy, str(out / "a.pdf"), "--a4")
    assert (found["policies"], found["pages"]) == (1, 1)


def test_what_is_no_telephone_is_not_printed(desk: Desk) -> None:
    assert desk.error("outlet", "1990000")["code"] == "OUTLET_PHONE"


def test_another_kind_of_file_is_refused(
    desk: Desk, vacancy: Callable[..., str], out: Path
) -> None:
    error = desk.error("poster", vacancy(), str(out / "a.jpg"))
    assert error["code"] == "PRINT_FILE_TYPE"


def test_a_wrong_name_is_refused_before_anything_is_noted(
    desk: Desk, referral: Callable[..., str], vacancy: Callable[..., str], out: Path
) -> None:
    letter = desk.error("letter", referral(), str(out / "信.txt"))
    assert letter["code"] == "PRINT_FILE_TYPE"
    assert ".docx" in letter["message"]
    assert desk.error("visit-sheet", str(out / "表.txt"))["code"] == "PRINT_FILE_TYPE"
    assert purposes(desk) == []
    assert desk.json("visit-sheet", str(out / "表.pdf"))["numbers"][0].endswith("1")
    text = desk.error("poster", vacancy(), str(out / "群.pdf"), "--form", "text")
    assert text["code"] == "TEXT_FILE_NAME"
    assert not (out / "群.pdf").exists()
