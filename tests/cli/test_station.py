"""Setting up, unlocking, backups and rebuilding on the command line."""

from collections.abc import Callable
from pathlib import Path

import pytest

from mengzhan.store.station import is_set_up
from tests.cli.conftest import SECRET, STATION, Desk

NewDesk = Callable[[str], Desk]


@pytest.mark.parametrize("text", [STATION, "152221201200", "wblgc", "乌兰毛都 勿布林嘎查"])
def test_a_station_is_found_by_code_name_or_pinyin(new_desk: NewDesk, text: str) -> None:
    desk = new_desk("station")
    made = desk.json("init", text, "--name", "苏和")
    assert made["station"]["code"] == STATION
    assert made["station"]["name"] == "勿布林嘎查就业服务站"
    assert made["operator"]["name"] == "苏和"
    assert made["office"] is None
    assert len(made["recovery_code"].replace("-", "")) >= 30
    assert desk.json("list", "person")["total"] == 0


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["没有这个地方", "--name", "苏和"], "STATION_UNKNOWN"),
        (["乌兰毛都嘎查", "--name", "苏和", "--role", "皇帝"], "ROLE_UNKNOWN"),
        (["wlmd", "--name", "苏和"], "STATION_UNKNOWN"),
        ([STATION, "--name", " "], "OPERATOR_NEEDED"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_made(
    new_desk: NewDesk, arguments: list[str], code: str
) -> None:
    desk = new_desk("station")
    assert desk.error("init", *arguments)["code"] == code
    assert not is_set_up(desk.folder)


def test_a_weak_password_is_refused(new_desk: NewDesk) -> None:
    desk = new_desk("station")
    desk.pin_file.write_text("aaaa\n", encoding="utf-8")
    assert desk.error("init", STATION, "--name", "苏和")["code"] == "KEYS_WEAK_SECRET"
    assert not is_set_up(desk.folder)


def test_a_second_init_keeps_what_is_there(desk: Desk) -> None:
    record = desk.add_person()
    assert desk.error("init", STATION, "--name", "别人")["code"] == "ALREADY_SET_UP"
    assert desk.json("show", record)["title"] == "巴图孟和"


def test_the_secret_is_asked_for_and_never_shown(desk: Desk) -> None:
    desk.pin_file.unlink()
    assert desk.error("list", "person")["code"] == "PIN_FILE"
    desk.pin_file.write_text("wrong words here", encoding="utf-8")
    result = desk.run("list", "person")
    assert (result.exit_code, "KEYS_WRONG_SECRET" in result.stderr) == (1, True)
    assert "wrong words" not in result.output


def test_the_secret_is_prompted_for(desk: Desk) -> None:
    from click.testing import CliRunner

    from mengzhan.cli import main

    asked = ["list", "person", "--data", str(desk.folder)]
    result = CliRunner().invoke(main, asked, input=f"{SECRET}\n", obj=desk.around)
    assert result.exit_code == 0
    assert "共 0 条" in result.stdout
    assert SECRET not in result.output
    stopped = CliRunner().invoke(main, asked, input="", obj=desk.around)
    assert (stopped.exit_code, "[STOPPED]" in stopped.stderr) == (1, True)


def test_a_folder_without_a_station_says_so(new_desk: NewDesk) -> None:
    assert new_desk("nothing").error("list", "person")["code"] == "NOT_SET_UP"


def test_common_options_may_stand_in_front(desk: Desk) -> None:
    from click.testing import CliRunner

    from mengzhan.cli import main

    front = ["--data", str(desk.folder), "--pin-file", str(desk.pin_file), "--json"]
    result = CliRunner().invoke(main, [*front, "list", "person"], obj=desk.around)
    assert result.exit_code == 0
    assert '"total": 0' in result.stdout


def test_operators_are_told_apart_by_name(desk: Desk) -> None:
    keyring = desk.around.keyring(desk.folder)
    key = keyring.unlock(keyring.operators[0].id, SECRET)
    keyring.add_operator(key, "萨仁", "1", SECRET)
    assert desk.error("list", "person")["code"] == "OPERATOR_NEEDED"
    assert desk.error("list", "person", "--operator", "没有")["code"] == "OPERATOR_UNKNOWN"
    record = desk.json(
        "add", "employer", "--operator", "萨仁", "名称=奶食坊", "类型=个体户", "contact=其木格",
        "phone=19900004444",
    )["id"]  # fmt: skip
    entries = desk.json("history", record, "--operator", "苏和")["entries"]
    assert [entry["operator"] for entry in entries] == ["萨仁"]


def test_backups_are_made_listed_and_restored(desk: Desk) -> None:
    desk.add_person()
    names = [b["name"] for b in desk.json("backup", "list")["backups"]]
    assert names
    newest = names[0]
    assert desk.json("backup", "make")["made"] is None
    desk.add_person("name=萨仁", "phone=19900004322")
    assert desk.json("list", "person")["total"] == 2
    assert desk.error("backup", "restore", "no-such")["code"] == "BACKUP_UNKNOWN"
    assert desk.error("backup", "restore", newest)["code"] == "RESTORE_UNCONFIRMED"
    assert desk.json("backup", "restore", newest, "--yes")["restored"] == newest
    assert desk.json("list", "person")["total"] == 1


def test_rebuilt_tables_equal_the_kept_ones(desk: Desk) -> None:
    desk.add_person()
    rebuilt = desk.json("rebuild")
    assert (rebuilt["equal"], rebuilt["differing"], rebuilt["rows"]["person"]) == (True, [], 1)


def test_the_password_file_may_come_from_notepad(new_desk: NewDesk, tmp_path: Path) -> None:
    desk = new_desk("station")
    desk.pin_file.write_bytes(b"\xef\xbb\xbf" + SECRET.encode() + b"\r\n")
    desk.json("init", STATION, "--name", "苏和")
    desk.pin_file.write_text(SECRET, encoding="utf-8")
    assert desk.json("list", "person")["total"] == 0
