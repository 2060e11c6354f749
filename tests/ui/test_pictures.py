"""Pictures of the main screens."""

from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from mengzhan.store.session import Place
from mengzhan.store.station import Surroundings, set_up
from mengzhan.store.wrapping import Cost
from mengzhan.ui.background import Jobs
from mengzhan.ui.pictures import FULL, render
from mengzhan.ui.workspace import Workspace
from tests import people


def test_every_page_is_there_light_and_dark(tmp_path: Path, qapp: QApplication) -> None:
    around = Surroundings(state=tmp_path / "state", cost=Cost(memory_kib=32, passes=1, lanes=1))
    place = Place(people.VILLAGE, "巴彦嘎查就业服务站")
    session, _ = set_up(tmp_path / "data", place, "其其格", "1", "sarnai-2026-Tal", around)
    workspace = Workspace(session, Jobs())
    made = render(workspace, tmp_path / "out", around)
    workspace.jobs.stop()
    session.close()
    assert len(made) == 24
    assert made[0].name == "today-light.png"
    shades: dict[bool, set[int]] = {}
    for path in made:
        image = QImage(str(path))
        assert image.size() == FULL
        shades.setdefault("dark" in path.name, set()).add(image.pixelColor(1360, 760).lightness())
    assert min(shades[False]) > 200
    assert max(shades[True]) < 80
