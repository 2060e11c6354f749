"""Running commands as a user does, and holding their JSON to the page that documents it."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from mengzhan.cli import main
from mengzhan.cli.madeup import id_number
from mengzhan.model.resources import resource_path
from mengzhan.store.station import Surroundings
from mengzhan.store.wrapping import Cost

SECRET = "xiao ma guo he"
STATION, BANNER = "152221201200", "152221"
BORN = date(1990, 5, 17)
ID = id_number(BORN, 121)
PHONE = "19900004321"
PERSON = (
    "name=巴图孟和",
    f"id_number={ID}",
    f"phone={PHONE}",
    "key_groups=农牧民工",
    "employment_status=失业",
    "consent=是",
)


@pytest.fixture(scope="session")
def documented() -> dict[str, set[str]]:
    """Command -> the JSON keys that ``resources/help/cli.md`` promises."""
    text = resource_path("help", "cli.md").read_text(encoding="utf-8")
    found: dict[str, set[str]] = {}
    for part in re.split(r"^### ", text, flags=re.MULTILINE)[1:]:
        command = re.match(r"`mengzhan ?([^`]*)`", part)
        assert command is not None, part[:40]
        keys = re.search(r"^JSON：((?:.+\n?)+)", part, flags=re.MULTILINE)
        found[command[1]] = set(re.findall(r"`([^`]+)`", keys[1])) if keys else set()
    return found


@dataclass
class Desk:
    """A data folder and the commands that are run on it."""

    folder: Path
    pin_file: Path
    documented: Mapping[str, set[str]]
    around: Surroundings = field(
        default_factory=lambda: Surroundings(cost=Cost(memory_kib=32, passes=1, lanes=1))
    )

    def run(self, *arguments: str, input: str | None = None) -> Result:  # noqa: A002 - click's name
        """Run a command and return what a user sees."""
        common = ["--data", str(self.folder), "--pin-file", str(self.pin_file)]
        result = CliRunner().invoke(main, [*arguments, *common], obj=self.around, input=input)
        assert "Traceback" not in result.output
        return result

    def json(self, *arguments: str, code: int = 0, input: str | None = None) -> dict[str, Any]:  # noqa: A002
        """Run a command with ``--json``; its keys must be the documented ones."""
        result = self.run(*arguments, "--json", input=input)
        assert result.exit_code == code, result.output
        document: dict[str, Any] = json.loads(result.stdout)
        if "error" not in document:
            command = self._command(arguments)
            assert set(document) == self.documented[command], command
        return document

    def _command(self, arguments: tuple[str, ...]) -> str:
        two = " ".join(arguments[:2])
        return two if two in self.documented else arguments[0]

    def error(self, *arguments: str, code: int = 1) -> dict[str, Any]:
        """Run a command that is refused and return the error."""
        found: dict[str, Any] = self.json(*arguments, code=code)["error"]
        return found

    def add_person(self, *changes: str) -> str:
        """Add the made-up person and return the id; later values win."""
        record: str = self.json("add", "person", *PERSON, *changes)["id"]
        return record


@pytest.fixture
def new_desk(tmp_path: Path, documented: dict[str, set[str]]) -> Callable[[str], Desk]:
    """A folder in which nothing is set up yet."""

    def make(name: str) -> Desk:
        pin_file = tmp_path / "pin.txt"
        pin_file.write_text(f"{SECRET}\n", encoding="utf-8")
        return Desk(tmp_path / name, pin_file, documented)

    return make


@pytest.fixture
def desk(new_desk: Callable[[str], Desk]) -> Desk:
    """A station that is set up."""
    made = new_desk("station")
    made.json("init", STATION, "--name", "苏和")
    return made


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def office(new_desk: Callable[[str], Desk]) -> Desk:
    """An office that expects the station."""
    made = new_desk("office")
    made.json("office", "init", BANNER, "--name", "其木格", "--title", "前旗就业服务中心")
    made.json("office", "station", STATION)
    return made


@pytest.fixture
def enrolled(desk: Desk, office: Desk, stick: Path) -> Desk:
    """A station that knows its office."""
    written = office.json("office", "enrol", STATION, "--to", str(stick), "--email", "a@b.cn")
    done = desk.json("enrol", written["file"], "--code", written["key_code"])
    assert done["office"]["name"] == "前旗就业服务中心"
    return desk
