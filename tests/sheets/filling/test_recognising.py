"""A blank form or a ledger, and of which kind of record."""

from pathlib import Path

import pytest

from mengzhan.model.kinds import KINDS
from mengzhan.sheets.filling.recognising import can_be_form, fitting_kind, standing_of
from mengzhan.sheets.filling.sheetform import read_form
from mengzhan.sheets.filling.superform import SuperiorForm
from mengzhan.sheets.ledgers.profile import template_profile
from mengzhan.sheets.ledgers.template import write_template
from mengzhan.sheets.reading.opening import open_book
from mengzhan.store.session import Session
from tests import people, rosters
from tests.sheets import blanks

MATERIAL = Path(__file__).parent.parent / "material"
PERSON = KINDS["person"]
FILLABLE = [p for p in sorted(MATERIAL.glob("*/*/*.xls*")) if p.suffix in (".xlsx", ".xlsm")]
LEDGERS = [path for path in FILLABLE if path.parts[-3] == "ledgers"]
FORMS = [path for path in FILLABLE if path.parts[-3] == "forms"]


def judged(path: Path, preferred: str = "person") -> tuple[str, str]:
    sheets = read_form(path.read_bytes())
    kind = fitting_kind(sheets, KINDS, KINDS[preferred])
    return standing_of(SuperiorForm(sheets, KINDS, kind)), kind.name


@pytest.mark.parametrize("path", LEDGERS, ids=lambda path: path.stem[:4])
def test_no_ledger_is_taken_for_a_form(path: Path) -> None:
    assert judged(path)[0] == "ledger"


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem[:4])
def test_no_form_is_taken_for_a_ledger(path: Path) -> None:
    """One holds some of its answers already, one no kind of record at all: they are asked about."""
    unclear = path.stem[:2] in ("G2", "G5")
    assert judged(path)[0] == ("unclear" if unclear else "form")


@pytest.mark.parametrize(
    ("start", "preferred", "kind"),
    [
        ("F1", "person", "person"),
        ("F1", "vacancy", "person"),
        ("F4", "employer", "person"),
        ("G1", "visit", "person"),
        ("G4", "person", "vacancy"),
        ("G2", "visit", "visit"),
    ],
)
def test_the_kind_of_the_list_unless_another_is_clearly_better(
    start: str, preferred: str, kind: str
) -> None:
    path = next(path for path in FORMS if path.stem.startswith(start))
    assert judged(path, preferred)[1] == kind


def test_a_list_of_names_is_a_form_until_whole_rows_are_filled(tmp_path: Path) -> None:
    assert judged(blanks.named_list(tmp_path / "1.xlsx", [1, 2, 3]))[0] == "form"
    header = ["姓名", "身份证号", "性别", "联系电话", "学历"]
    half = [[people.name(n), people.id_number(n), "男", None, None] for n in range(4)]
    assert judged(blanks.write(tmp_path / "2.xlsx", [header, *half]))[0] == "unclear"
    full = [[*row[:3], people.phone(n), None] for n, row in enumerate(half)]
    assert judged(blanks.write(tmp_path / "3.xlsx", [header, *full]))[0] == "ledger"
    only = [row[:2] for row in half]
    assert judged(blanks.write(tmp_path / "4.xlsx", [header[:2], *only]))[0] == "unclear"


@pytest.mark.parametrize(("name", "sort"), [(None, "form"), ("苏和", "form")])
def test_a_form_about_one_person(tmp_path: Path, name: str | None, sort: str) -> None:
    assert judged(blanks.card(tmp_path / "表.xlsx", name))[0] == sort


def test_what_is_no_form_is_known_without_a_closer_look(tmp_path: Path, session: Session) -> None:
    def looks_like_one(path: Path) -> bool:
        return can_be_form(path, open_book(path))

    assert looks_like_one(blanks.roster(tmp_path / "表.xlsx"))
    assert looks_like_one(rosters.write(tmp_path / "册.xlsx", 5))
    assert not looks_like_one(rosters.write(tmp_path / "长.xlsx", 2_001))
    text = tmp_path / "表.csv"
    text.write_text("姓名,电话\n", encoding="utf-8")
    assert not looks_like_one(text)
    own = tmp_path / "模板.xlsx"
    write_template(session, template_profile(PERSON), own)
    assert not looks_like_one(own)
