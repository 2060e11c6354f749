"""Setting up and unlocking; noticing copies and older databases."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from mengzhan.rules.erasure import erase
from mengzhan.rules.redaction import FORGOTTEN
from mengzhan.store.backup import Backup
from mengzhan.store.errors import InUseError
from mengzhan.store.key_errors import WrongSecretError
from mengzhan.store.keyring import Keyring
from mengzhan.store.lock import FolderLock
from mengzhan.store.secrets_policy import WeakSecretError
from mengzhan.store.session import Session
from mengzhan.store.station import (
    ChainBroken,
    Surroundings,
    is_set_up,
    restore_backup,
    set_up,
    unlock,
    unlock_with_recovery,
)
from tests.computers import Clock
from tests.people import name, person_values, phone
from tests.store.conftest import PLACE, SECRET, Station, open_station


def opened(folder: Path, station: Station, around: Surroundings | None = None) -> Session:
    return unlock(folder, station.session.operator.id, SECRET, around or station.around)


def test_a_new_station_knows_its_place_and_its_first_operator(station: Station) -> None:
    assert is_set_up(station.folder)
    assert not is_set_up(station.folder.parent)
    assert station.session.place == PLACE
    assert station.session.operator.name == "站里的人"
    assert len(station.session.replica) == 32
    assert not station.session.is_new_copy


def test_what_was_saved_is_there_after_unlocking(station: Station) -> None:
    person = station.add("person", person_values(1))
    replica = station.session.replica
    station.reopen()
    assert station.value(person, "name") == person_values(1)["name"]
    assert station.session.replica == replica
    assert not station.session.is_new_copy
    assert station.session.place == PLACE


def test_a_wrong_pin_opens_nothing(station: Station) -> None:
    operator = station.session.operator.id
    station.session.close()
    with pytest.raises(WrongSecretError):
        unlock(station.folder, operator, "748291", station.around)
    station.session = unlock(station.folder, operator, SECRET, station.around)


def test_a_weak_pin_makes_no_station(tmp_path: Path, around: Surroundings) -> None:
    folder = tmp_path / "weak"
    with pytest.raises(WeakSecretError):
        set_up(folder, PLACE, "甲", "1", "123456", around)
    assert not is_set_up(folder)


def test_the_recovery_code_opens_and_gives_a_new_pin(station: Station) -> None:
    person = station.add("person", person_values(1))
    operator = station.session.operator.id
    station.session.close()
    station.session = unlock_with_recovery(
        station.folder, station.recovery_code, operator, "926174", station.around
    )
    assert station.value(person, "name")
    station.session.close()
    with pytest.raises(WrongSecretError):
        unlock(station.folder, operator, SECRET, station.around)
    station.session = unlock(station.folder, operator, "926174", station.around)


def test_a_copied_folder_goes_on_under_another_replica(station: Station, tmp_path: Path) -> None:
    station.add("person", person_values(1))
    station.reopen()
    copy = tmp_path / "copy"
    original = station.session.replica
    station.session.close()
    shutil.copytree(station.folder, copy)
    second = opened(copy, station)
    assert second.is_new_copy
    assert second.replica != original
    assert second.read().count("person") == 1
    second.close()
    again = opened(copy, station)
    assert not again.is_new_copy
    assert again.replica == second.replica
    again.close()
    station.session = opened(station.folder, station)
    assert station.session.replica == original
    assert not station.session.is_new_copy


def test_copies_of_a_station_without_any_record_differ_too(
    station: Station, tmp_path: Path
) -> None:
    station.reopen()
    original = station.session.replica
    station.session.close()
    replicas = {original}
    for number in range(2):
        copy = tmp_path / f"laptop{number}"
        shutil.copytree(station.folder, copy)
        session = opened(copy, station, replace(station.around, state=tmp_path / f"state{number}"))
        replicas.add(session.replica)
        session.close()
    assert len(replicas) == 3
    station.session = opened(station.folder, station)
    assert station.session.replica == original


def test_an_older_database_goes_on_under_another_replica(station: Station, tmp_path: Path) -> None:
    station.add("person", person_values(1))
    original = station.session.replica
    station.session.close()
    old = tmp_path / "old.db"
    shutil.copy(station.folder / "station.db", old)
    station.session = opened(station.folder, station)
    station.add("person", person_values(2))
    station.session.close()
    shutil.copy(old, station.folder / "station.db")
    station.session = opened(station.folder, station)
    assert station.session.is_new_copy
    assert station.session.replica != original
    assert station.session.read().count("person") == 1
    station.reopen()
    assert not station.session.is_new_copy


def test_a_restored_backup_goes_on_under_another_replica(station: Station) -> None:
    station.add("person", person_values(1))
    backup = station.session.back_up(force=True)
    assert backup is not None
    station.add("person", person_values(2))
    original, key = station.session.replica, station.session.store.key
    station.session.close()
    aside = restore_backup(station.folder, backup, key, station.around)
    assert aside is not None
    station.session = opened(station.folder, station)
    assert station.session.read().count("person") == 1
    assert station.session.replica != original
    station.add("person", person_values(3))
    assert station.session.read().journal.broken_at() is None


def restored(station: Station, backup: Backup) -> None:
    """Put a backup back and unlock the folder."""
    key = station.session.store.key
    station.session.close()
    restore_backup(station.folder, backup, key, station.around)
    station.session = opened(station.folder, station)


def with_backup(station: Station) -> tuple[str, str, Backup]:
    """A person, a note that names the person, and a backup of both."""
    person = station.add("person", person_values(1))
    note = station.add("task", {"title": f"找{name(1)}", "source": "1", "content": phone(1)})
    backup = station.session.back_up(force=True)
    assert backup is not None
    return person, note, backup


def journal_text(station: Station) -> str:
    return repr([entry.set for entry in station.session.read().journal.all()])


def test_a_restored_backup_brings_no_erased_person_back(station: Station) -> None:
    person, note, backup = with_backup(station)
    station.session.save_draft("d1", "task", "", {"title": f"找{name(1)}"})
    station.add("person", person_values(2))
    station.run(erase(person))
    restored(station, backup)
    assert station.state(person).erased
    assert station.value(note, "title") == f"找{FORGOTTEN}"
    assert station.value(note, "content") == FORGOTTEN
    assert name(1) not in journal_text(station)
    assert station.session.read().search(name(1)) == []
    assert station.session.read().count("person") == 0
    journal = station.session.read().journal
    assert journal.broken_at() is None
    own = journal.of_replica(station.session.replica)
    assert {(entry.op, entry.record) for entry in own} == {("erase", person), ("redact", note)}
    assert station.session.setting("carried") is None


def test_restoring_twice_forgets_as_well(station: Station) -> None:
    person, note, backup = with_backup(station)
    station.run(erase(person))
    key = station.session.store.key
    station.session.close()
    restore_backup(station.folder, backup, key, station.around)
    restored_again = restore_backup(station.folder, backup, key, station.around)
    assert restored_again is not None
    station.session = opened(station.folder, station)
    assert station.state(person).erased
    restored(station, backup)
    assert station.state(person).erased
    assert station.value(note, "title") == f"找{FORGOTTEN}"
    assert name(1) not in journal_text(station)


def test_redactions_for_two_people_survive_a_restore(station: Station) -> None:
    one, two = (station.add("person", person_values(number)) for number in (1, 2))
    title = f"找{name(1)}和{name(2)}"
    note = station.add("task", {"title": title, "source": "1"})
    backup = station.session.back_up(force=True)
    assert backup is not None
    target = station.session.read().entries(note)[0].mark
    station.run(erase(one))
    station.run(erase(two))
    restored(station, backup)
    assert station.value(note, "title") == f"找{FORGOTTEN}和{FORGOTTEN}"
    own = station.session.read().journal.of_replica(station.session.replica)
    (again,) = [entry for entry in own if entry.op == "redact"]
    assert (again.target, again.set) == (target, station.state(note).values)


def test_from_an_unreadable_database_nothing_can_be_carried_over(station: Station) -> None:
    person, _, backup = with_backup(station)
    station.run(erase(person))
    key = station.session.store.key
    station.session.close()
    (station.folder / "station.db").write_bytes(b"x" * 50_000)
    restore_backup(station.folder, backup, key, station.around)
    station.session = opened(station.folder, station)
    assert not station.state(person).erased


def test_a_marker_behind_by_a_crash_changes_nothing(station: Station, tmp_path: Path) -> None:
    station.add("person", person_values(1))
    state = tmp_path / "state"
    kept = tmp_path / "kept"
    shutil.copytree(state, kept)
    station.add("person", person_values(2))
    original = station.session.replica
    station.session.close()
    shutil.rmtree(state)
    shutil.copytree(kept, state)
    station.session = opened(station.folder, station)
    assert station.session.replica == original
    assert not station.session.is_new_copy


def test_without_its_marker_it_is_a_copy(station: Station, tmp_path: Path) -> None:
    station.add("person", person_values(1))
    original = station.session.replica
    station.session.close()
    shutil.rmtree(tmp_path / "state")
    station.session = opened(station.folder, station)
    assert station.session.is_new_copy
    assert station.session.replica != original


def test_a_state_folder_that_cannot_be_written_stops_nobody(
    tmp_path: Path, around: Surroundings
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    station = open_station(tmp_path / "站2", replace(around, state=blocked))
    try:
        station.add("person", person_values(1))
        first = station.session.replica
        station.reopen()
        assert station.session.replica != first
        assert station.session.read().count("person") == 1
    finally:
        station.session.close()


def test_a_changed_journal_is_noticed_after_a_crash(tmp_path: Path, around: Surroundings) -> None:
    station = open_station(tmp_path / "站", around)
    station.add("person", person_values(1))
    operator = station.session.operator.id
    station.session.store.writer.run(
        lambda c: c.execute('UPDATE entries SET set_values = \'{"name": "别人"}\'')
    )
    station.session.store.close()
    (station.folder / "station.unclean").touch()
    with pytest.raises(ChainBroken, match="流水记录对不上"):
        unlock(station.folder, operator, SECRET, station.around)


def test_nobody_else_may_read_the_files(station: Station, clock: Clock) -> None:
    clock.move(hours=1)
    station.add("person", person_values(1))
    for path in station.folder.rglob("*"):
        if path.is_file():
            assert path.stat().st_mode & 0o077 == 0, path.name
            assert str(person_values(1)["id_number"]).encode() not in path.read_bytes()


def test_a_first_start_that_failed_can_be_done_again(tmp_path: Path, around: Surroundings) -> None:
    folder = tmp_path / "new"
    folder.mkdir()
    other = FolderLock.take(folder)
    with pytest.raises(InUseError):
        set_up(folder, PLACE, "站里的人", "1", SECRET, around)
    other.release()
    assert not is_set_up(folder)
    session, _ = set_up(folder, PLACE, "站里的人", "1", SECRET, around)
    assert session.place == PLACE
    session.close()


def test_a_first_start_that_was_cut_off_can_be_done_again(
    tmp_path: Path, around: Surroundings
) -> None:
    folder = tmp_path / "new"
    folder.mkdir()
    Keyring.create(folder, "站里的人", "1", SECRET, keystore=around.keystore, cost=around.cost)
    session, _ = set_up(folder, PLACE, "站里的人", "1", SECRET, around)
    assert session.place == PLACE
    session.close()
