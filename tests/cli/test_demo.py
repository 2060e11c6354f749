"""The demo runs the whole loop and says what happened; nobody in it is real."""

import json
import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mengzhan.cli import main
from mengzhan.cli.madeup import MadeUp, real_employers, real_vacancies, table
from mengzhan.model.kinds import KINDS
from tests.traces import traces

ROOT = Path(__file__).resolve().parents[2]
TODAY = date(2026, 11, 23)


def demo(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["demo", *arguments, "--no-window", "--no-pictures"])


def test_the_page_tells_the_loop_in_figures(tmp_path: Path) -> None:
    result = demo(str(tmp_path / "out"))
    assert result.exit_code == 0, result.output
    for words in (
        "人员 66",
        "岗位 33",
        "撤销后 6 人收回，重做后 6 人回来",
        "还不认识这个站点",
        "请改正 1 条",
        "别处已有 1 条",
        "包号校验",
        "mengzhan --data",
    ):
        assert words in result.output
    assert re.search(r"1501\d{14}|150199", result.output) is None
    assert not re.search(r"1990000\d{4}", result.output)
    stick = sorted(path.name[:2] for path in (tmp_path / "out" / "U盘").iterdir())
    assert stick == ["回执", "回执", "报送", "报送", "报送"]


def test_the_readme_command_leaves_no_number_in_any_file(own_home: Path) -> None:
    """In a process of its own, without a screen: package folders, data, temp, logs, state."""
    out = own_home / "out"
    environment = os.environ | {"HOME": str(own_home), "PYTHONPATH": str(ROOT), "TMPDIR": ""}
    done = subprocess.run(
        [sys.executable, "-m", "mengzhan", "demo", str(out)],
        env=environment | {"PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert (out / "送达单.pdf").read_bytes().startswith(b"%PDF-")
    assert len([path for path in own_home.rglob("*") if path.is_file()]) > 10
    numbers = re.compile(rb"150199\d{11}[\dX]"), re.compile(rb"1990000\d{4}")
    assert traces(own_home, *numbers) == []
    (out / "说明.txt").write_text("150199 19900517 1214", encoding="utf-16")
    (out / "电话.txt").write_text("199-0000-1234", encoding="utf-8")
    assert len(traces(own_home, *numbers)) == 2


def test_json_has_the_documented_keys(tmp_path: Path, documented: dict[str, set[str]]) -> None:
    result = demo(str(tmp_path / "out"), "--json")
    document = json.loads(result.stdout)
    assert set(document) == documented["demo"]
    assert document["counts"]["人员"] == 66
    assert document["verdicts"][0]["fix"] == 1
    assert document["verdicts"][1]["fix"] == 0
    assert [parcel["entries"] for parcel in document["packages"]][1] == 1
    assert Path(document["packages"][0]["file"]).stat().st_size == document["packages"][0]["size"]


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    result = demo(str(tmp_path))
    assert result.exit_code == 1
    assert "DEMO_NOT_EMPTY" in result.stderr
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["mine.txt"]


def test_made_up_people_pass_every_check_and_are_nobody() -> None:
    people = MadeUp(TODAY, "152221201200").people(60)
    for person in people:
        assert [p.code for p in KINDS["person"].check(person, TODAY) if p.blocks] == []
        assert str(person["id_number"]).startswith("150199")
        assert str(person["phone"]).startswith("1990000")
    assert len({str(person["id_number"]) for person in people}) == 60
    assert len({str(person["name"]) for person in people}) == 60


def test_every_run_makes_the_same_people() -> None:
    first, second = (MadeUp(TODAY, "152221201200").people(60) for _ in range(2))
    assert first == second


@pytest.mark.parametrize("today", [TODAY, date(2028, 2, 29)])
def test_all_made_up_services_and_facts_pass_their_checks(today: date) -> None:
    draw = MadeUp(today, "152221201200")
    ids = dict.fromkeys(real_employers(today), "e")
    people, vacancies = ["p1", "p2", "p3", "p4"], ["v1", "v2"]
    made = {
        "employer": [*draw.employers(), *real_employers(today).values()],
        "vacancy": real_vacancies(today, ids),
        "visit": draw.visits(["e"] * len(table("employers"))),
        "follow_up": draw.follow_ups(people),
        "training_intent": draw.intents(people),
        "referral": draw.referrals(people, vacancies),
        "verification": draw.verifications(people),
        "task": [draw.task(people)],
    }
    for kind, records in made.items():
        for values in records:
            problems = KINDS[kind].check(values, today)
            assert [(p.field, p.code) for p in problems if p.blocks] == [], kind


def test_the_real_vacancies_keep_their_source() -> None:
    facts = real_vacancies(TODAY, dict.fromkeys(real_employers(TODAY), "e"))
    assert len(facts) == 32
    assert all("来源：http" in str(fact["note"]) for fact in facts)
