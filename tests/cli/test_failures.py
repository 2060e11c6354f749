"""What a user reads when something fails; no traceback, no value, a stable exit code."""

import dataclasses
import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

import mengzhan
from mengzhan.cli import main
from mengzhan.cli.command import Call, Command, Group, common
from mengzhan.model.progress import Cancelled
from tests.cli.conftest import ID, PERSON, SECRET, Desk
from tests.traces import traces

ROOT = Path(__file__).resolve().parents[2]


@click.group(cls=Group)
def failing() -> None:
    """A program whose commands fail."""


@failing.command()
@common
def bug(call: Call) -> None:
    """Hit a bug while holding somebody's number."""
    raise RuntimeError(f"could not digest {ID}")


@failing.command()
@common
def stopped(call: Call) -> None:
    """Be stopped by the user."""
    raise Cancelled


@failing.command(cls=Command)
@common
def interrupted(call: Call) -> None:
    """Be interrupted from the keyboard."""
    raise KeyboardInterrupt


def test_a_bug_ends_in_a_report_without_values() -> None:
    result = CliRunner().invoke(failing, ["bug"])
    assert result.exit_code == 4
    assert "Traceback" not in result.output
    assert ID not in result.output
    (report,) = Path.home().rglob("report-*.txt")
    assert str(report) in result.stderr
    text = report.read_text(encoding="utf-8")
    assert "builtins.RuntimeError" in text
    assert "test_failures.py" in text
    assert ID not in text
    assert "digest" not in text
    assert report.stat().st_mode & 0o077 == 0 or os.name == "nt"


def test_a_report_that_cannot_be_written_still_leaves_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    result = CliRunner().invoke(failing, ["bug", "--json"])
    assert result.exit_code == 4
    error = json.loads(result.stdout)["error"]
    assert error["code"] == "FAULT"
    assert "RuntimeError" in error["message"]


@pytest.mark.parametrize("command", ["stopped", "interrupted"])
def test_stopping_is_no_fault(command: str) -> None:
    result = CliRunner().invoke(failing, [command])
    assert (result.exit_code, result.stderr.strip()) == (1, "[STOPPED] 已停止，没有改动。")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["lst"], "没有 lst 这个命令"),
        (["list"], "缺少 KIND"),
        (["list", "person", "--colour"], "没有 --colour 这个选项"),
        (["list", "person", "--limit", "many"], "--limit 不能这样填"),
        (["office", "receipt"], "缺少 --to"),
        (["list", "person", "vacancy"], "命令的写法不对"),
        (["package", "show", "no-such-file"], "FILE 不能这样填"),
    ],
)
def test_a_wrongly_typed_command_is_explained(arguments: list[str], words: str) -> None:
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 2
    assert words in result.stderr
    assert result.stdout == ""
    error = json.loads(CliRunner().invoke(main, [*arguments, "--json"]).stdout)["error"]
    assert error["code"] == "USAGE"


def test_help_is_chinese() -> None:
    result = CliRunner().invoke(main, ["list", "--help"])
    assert result.exit_code == 0
    assert result.output.startswith("用法：mengzhan list")
    assert "列出一种记录" in result.output
    assert "Show this message" not in result.output


def test_the_version_is_told() -> None:
    result = CliRunner().invoke(main, ["--version"])
    assert (result.exit_code, result.stdout) == (0, f"mengzhan {mengzhan.__version__}\n")


def test_without_a_screen_the_window_is_refused_plainly() -> None:
    result = CliRunner().invoke(main, [])
    assert result.exit_code == 1
    assert "UI_NO_SCREEN" in result.stderr


def program(
    *arguments: str, home: Path, encoding: str = "utf-8"
) -> "subprocess.CompletedProcess[str]":
    """Run the real program in a process of its own."""
    environment = os.environ | {"HOME": str(home), "PYTHONPATH": str(ROOT)}
    environment["PYTHONIOENCODING"] = encoding
    command = [sys.executable, "-m", "mengzhan", *arguments]
    return subprocess.run(
        command, env=environment, cwd=home, capture_output=True, encoding=encoding, check=False
    )


def test_the_program_itself_tells_the_same(own_home: Path, desk: Desk) -> None:
    given = ["--data", str(desk.folder), "--pin-file", str(desk.pin_file)]
    done = program("add", "person", *PERSON, *given, "--json", home=own_home)
    assert (done.returncode, done.stderr) == (0, "")
    record = json.loads(done.stdout)["id"]
    shown = program("show", record, *given, home=own_home)
    assert (shown.returncode, ID in shown.stdout) == (0, False)
    for arguments, code in (
        (["show", "nothing", *given], 1),
        (["nothing"], 2),
        (["read", str(desk.pin_file), *given], 3),
        ([], 1),
    ):
        refused = program(*arguments, home=own_home)
        assert refused.returncode == code, refused.stderr
        assert "Traceback" not in refused.stderr + refused.stdout
        assert refused.stderr.startswith("[")


def test_an_old_console_gets_words_and_whole_json(own_home: Path, desk: Desk) -> None:
    encoding = "gbk"
    record = desk.add_person("name=单于𠮷娜")
    given = [record, "--data", str(desk.folder), "--pin-file", str(desk.pin_file)]
    shown = program("show", *given, home=own_home, encoding=encoding)
    assert (shown.returncode, shown.stderr) == (0, "")
    assert "\\U00020bb7" in shown.stdout
    document = json.loads(
        program("show", *given, "--json", home=own_home, encoding=encoding).stdout
    )
    assert document["title"] == "单于𠮷娜"


def test_a_clock_that_stands_behind_is_told(desk: Desk) -> None:
    desk.add_person()
    early = dataclasses.replace(desk.around, clock=lambda: datetime(2020, 1, 1, tzinfo=UTC))
    late, desk.around = desk.around, early
    result = desk.run("list", "person")
    assert (result.exit_code, "电脑的时间早于" in result.stderr) == (0, True)
    desk.around = late
    assert desk.run("list", "person").stderr == ""


def test_a_reader_that_goes_away_is_no_fault(own_home: Path, desk: Desk) -> None:
    given = f"--data '{desk.folder}' --pin-file '{desk.pin_file}'"
    line = f"'{sys.executable}' -m mengzhan list person {given} | head -c 1"
    environment = os.environ | {"HOME": str(own_home), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(["sh", "-c", line], env=environment, capture_output=True, check=False)
    assert (len(done.stdout), done.stderr) == (1, b"")


def test_no_file_holds_what_was_typed(
    own_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, desk: Desk
) -> None:
    """Data, cache, log, temp and package folders: UTF-8, UTF-16, digits only."""
    temporary = own_home / "tmp"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    monkeypatch.setattr("tempfile.tempdir", None)
    stick = own_home / "stick"
    stick.mkdir()
    desk.folder.rename(own_home / "station")
    desk.folder = own_home / "station"
    record = desk.add_person("备注=电话 199-0000-4321，证件 " + ID)
    desk.json("edit", record, "phone=19900005555")
    desk.json("undo")
    desk.run("search", "19900004321")
    desk.error("add", "person", *PERSON, "phone=1990000432")
    desk.json("package", "key", "--out", str(stick / "own.pub"))
    desk.json("share", "--to", str(stick), "--for", str(stick / "own.pub"))
    desk.json("backup", "make")
    for pattern in ("stick/*.mzp", "station/*.db", "station/backups/*.db"):
        assert list(own_home.glob(pattern)), pattern
    numbers = (ID, "19900004321", "19900005555")
    assert traces(own_home, *numbers, "巴图孟和", SECRET) == []
    (temporary / "left").write_text(f"{ID[:6]} {ID[6:]}", encoding="utf-16")
    assert traces(own_home, *numbers) == [f"tmp/left: {ID}"]
