"""Reading a recruitment message from a file."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Desk

AD = "急招服务员两名，月薪3500-4000，包吃住，车新活稳，电话13800000901王姐"


@pytest.fixture
def ad(tmp_path: Path) -> Path:
    path = tmp_path / "ad.txt"
    path.write_text(AD, encoding="utf-8")
    return path


def test_fields_come_with_their_words_and_how_sure_they_are(desk: Desk, ad: Path) -> None:
    (vacancy,) = desk.json("parse-ad", str(ad))["vacancies"]
    fields = vacancy["fields"]
    assert fields["title"] == {
        "value": "服务员",
        "words": ["服务员"],
        "sure": 0.95,
        "unsure": False,
    }
    said = {name: field["value"] for name, field in fields.items()}
    assert (said["wage_low"], said["wage_high"], said["wage_unit"]) == (3500, 4000, "月")
    assert (said["board"], said["lodging"], said["contact"]) == (True, True, "王姐")


def test_numbers_are_masked_unless_asked_for(desk: Desk, ad: Path) -> None:
    assert "13800000901" not in desk.run("parse-ad", str(ad)).output
    assert "13800000901" not in desk.run("parse-ad", str(ad), "--json").output
    (vacancy,) = desk.json("parse-ad", str(ad), "--unmask")["vacancies"]
    assert vacancy["fields"]["phone"]["value"] == "13800000901"


def test_people_read_a_table_and_what_was_not_understood(desk: Desk, ad: Path) -> None:
    lines = desk.run("parse-ad", str(ad)).output.splitlines()
    assert lines[0] == "读出 1 个岗位。"
    assert any(line.startswith("岗位名") and "95%" in line for line in lines)
    assert lines[-1] == "没读懂的：急招；车新活稳"


def test_what_is_unsure_says_so(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "ad.txt"
    path.write_text("要6个男工卸化肥，260一天", encoding="utf-8")
    assert "请核对" in desk.run("parse-ad", str(path)).output


def test_old_notepads_and_pipes_are_read_too(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "ad.txt"
    path.write_bytes(AD.encode("gb18030"))
    assert len(desk.json("parse-ad", str(path))["vacancies"]) == 1
    assert len(desk.json("parse-ad", "-", input=AD)["vacancies"]) == 1


def test_what_is_no_advertisement_or_no_text(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "ad.txt"
    path.write_text("今天天气真好", encoding="utf-8")
    assert desk.run("parse-ad", str(path)).output.startswith("没有读出岗位。")
    path.write_bytes(b"\xff\xfe\x00\x81")
    assert desk.error("parse-ad", str(path))["code"] == "TEXT_FILE"


def test_reading_needs_no_station_and_logs_nothing(
    desk: Desk, new_desk: Callable[[str], Desk], ad: Path
) -> None:
    assert len(new_desk("nowhere").json("parse-ad", str(ad))["vacancies"]) == 1
    desk.json("parse-ad", str(ad))
    assert desk.json("list", "vacancy")["total"] == 0
