"""A whole station moves to a new computer."""

from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from mengzhan.package.device import device_keys
from mengzhan.package.devicekey import key_code
from mengzhan.rules.operations import edit
from mengzhan.store.session import Place
from mengzhan.store.station import Surroundings, set_up
from mengzhan.ui.pages.settings_keys import KeysSection, PeerDialog
from mengzhan.ui.shell.handover import HandoverCard
from mengzhan.ui.workspace import Workspace
from tests import people
from tests.ui.windows import PIN


def test_a_station_moves_with_both_codes_compared(
    workspace: Workspace,
    around: Surroundings,
    add_record: Callable[..., str],
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    person = add_record("person", people.person_values(1))
    place = Place(people.OTHER_VILLAGE, "新电脑")
    new, _ = set_up(tmp_path / "new", place, "其其格", "1", PIN, around)
    card = HandoverCard(new)
    qtbot.addWidget(card)
    card.save_key(tmp_path / "new.mzd")

    dialog = PeerDialog("", "写")
    qtbot.addWidget(dialog)
    dialog.read(tmp_path / "new.mzd")
    dialog.code.setText("12345 12345 12345 12345")
    dialog.confirm()
    assert "不一样" in dialog.message.text()
    dialog.code.setText(card.own_code.text())
    dialog.confirm()
    assert dialog.result() == PeerDialog.DialogCode.Accepted

    old = KeysSection(workspace, around)
    qtbot.addWidget(old)
    stick = tmp_path / "stick"
    stick.mkdir()
    assert dialog.public is not None
    old.hand_over(dialog.public, stick)
    package = next(stick.iterdir())
    assert workspace.session.handed_over
    assert workspace.run(edit(person, {"note": "x"}), "edit person") is None

    done: list[bool] = []
    card.done.connect(lambda: done.append(True))
    card.read(package)
    assert "巴彦嘎查就业服务站" in card.message.text()
    card.code.setText("1" * 20)
    card.take()
    assert done == []
    assert new.read().count("person") == 0
    card.code.setText(key_code(device_keys(workspace.session).public))
    card.take()
    assert done == [True]
    assert new.read().count("person") == 1
    assert new.place.name == "巴彦嘎查就业服务站"
    new.store.close()
