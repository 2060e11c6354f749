"""The right to be forgotten: nothing of the person is left anywhere in the data."""

import functools
import gc
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from mengzhan.model.entry import ERASE, Entry, NewEntry, Stamp, Value, make_entry
from mengzhan.model.problem import UserError
from mengzhan.rules.duplicates import find_duplicates
from mengzhan.rules.erasure import erase, identifying_texts
from mengzhan.rules.operations import NoSuchRecord, add, edit, merge
from mengzhan.rules.redaction import FORGOTTEN
from mengzhan.rules.undo import undo
from mengzhan.store.exchange import Exchange, ReceivedVerdict
from tests.people import (
    employer_values,
    follow_up_values,
    id_number,
    name,
    person_values,
    phone,
    vacancy_values,
    visit_values,
)
from tests.store.conftest import Station

NAME, NUMBER, PHONE = name(2), id_number(2), phone(2)
OLD_PHONE = phone(77)


def pages(station: Station, folder: Path) -> bytes:
    """Return every byte of the database, decrypted page by page, with what is still in the log."""
    plain = folder / "plain.db"
    plain.unlink(missing_ok=True)
    connection = station.session.store.reader()
    connection.execute(f"ATTACH DATABASE '{plain}' AS plain KEY ''")
    connection.execute("SELECT sqlcipher_export('plain')")
    connection.execute("DETACH DATABASE plain")
    connection.close()
    return plain.read_bytes()


def raw_pages(station: Station) -> bytes:
    """Return every page of the encrypted file, free ones too, decrypted by hand.

    SQLCipher 4: pages of 4096 bytes, AES-256-CBC, the last 80 bytes hold IV (16) and HMAC (64);
    the first page begins with 16 bytes of salt.
    """
    encrypted = station.session.store.path.read_bytes()
    assert not encrypted.startswith(b"SQLite format")
    found = b""
    for start in range(0, len(encrypted), 4096):
        page = encrypted[start : start + 4096]
        vector = modes.CBC(page[-80:-64])
        decryptor = Cipher(algorithms.AES(station.session.store.key), vector).decryptor()
        found += decryptor.update(page[16 if start == 0 else 0 : -80]) + decryptor.finalize()
    return found


def dump(station: Station) -> str:
    """Return every cell of every ordinary table as text."""
    connection = station.session.read().connection
    lines = []
    for (table,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'"):
        if not table.startswith("search_"):
            lines += [repr(row) for row in connection.execute(f'SELECT * FROM "{table}"')]
    return "\n".join(lines)


def traces(station: Station, folder: Path) -> list[str]:
    """Return what is left of the person in tables and pages."""
    text, file = dump(station), pages(station, folder)
    return [t for t in (NAME, NUMBER, PHONE, OLD_PHONE) if t in text or t.encode() in file]


def registered(station: Station) -> str:
    """Register the person, under an earlier telephone first."""
    person = station.add("person", person_values(2, phone=OLD_PHONE, note="家里有羊"))
    station.run(edit(person, {"phone": PHONE}))
    return person


def test_nothing_of_the_person_is_left(station: Station, tmp_path: Path) -> None:
    person = registered(station)
    employer = station.add("employer", employer_values(1, note=f"{NAME}介绍来的"))
    visit = station.add("visit", visit_values(employer, note=f"和{NAME}（{PHONE}）一起去的"))
    follow_up = station.add("follow_up", follow_up_values(person, situation=f"{NAME}在家"))
    station.session.save_draft("d1", "person", person, {"name": NAME})
    station.session.save_draft("d2", "visit", "", {"note": f"{NAME}说想去", "demand": "缺人"})
    station.session.save_draft("d3", "visit_sheet", person, {"phone": "19900007777"})
    assert len(traces(station, tmp_path)) == 4

    station.run(erase(person))

    assert traces(station, tmp_path) == []
    assert station.value(visit, "note") == f"和{FORGOTTEN}（{FORGOTTEN}）一起去的"
    assert station.value(employer, "note") == f"{FORGOTTEN}介绍来的"
    assert station.value(follow_up, "situation") == FORGOTTEN
    assert station.value(follow_up, "outcome") == "F1"
    (draft,) = station.session.read().drafts()
    assert draft["values"] == {"note": f"{FORGOTTEN}说想去", "demand": "缺人"}


def test_no_free_page_and_no_log_keeps_the_text(station: Station) -> None:
    person = registered(station)
    employer = station.add("employer", employer_values(1, note=f"{NAME}介绍来的" * 20))
    station.reopen()
    assert NUMBER.encode() in raw_pages(station)
    station.run(erase(person))
    found = raw_pages(station)
    assert employer.encode() in found
    for text in (NAME, NUMBER, PHONE, OLD_PHONE):
        assert text.encode() not in found
    log = station.session.store.path.with_name(station.session.store.path.name + "-wal")
    assert not log.exists() or log.stat().st_size == 0


def remembered() -> set[str]:
    """Return every text for which the program keeps what it worked out from it."""
    gc.unfreeze()  # an import that another test left open hides objects from the collector
    caches = (item for item in gc.get_objects() if isinstance(item, functools._lru_cache_wrapper))
    ours = (cache for cache in caches if cache.__module__.startswith("mengzhan."))
    held = [inner for cache in ours for inner in gc.get_referents(cache)]
    keys = [key for inner in held if isinstance(inner, dict) for key in inner]
    return {item for item in (*held, *keys) if isinstance(item, str)}


def test_nothing_worked_out_from_the_person_is_remembered(station: Station) -> None:
    person = registered(station)
    (twin,) = find_duplicates(station.session.read(), "person", person_values(3, phone=PHONE))
    assert twin.record == person
    assert {NAME, NUMBER} <= remembered()
    station.run(erase(person))
    assert not {text for text in remembered() if NAME in text or text in (NUMBER, PHONE)}


@pytest.mark.parametrize("query", [NAME, NAME[:2], NUMBER[-6:], PHONE, OLD_PHONE[-4:], "agdrl"])
def test_the_search_finds_nobody(station: Station, query: str) -> None:
    person = registered(station)
    station.run(erase(person))
    assert station.session.read().search(query) == []


def test_the_index_keeps_no_tokens(station: Station) -> None:
    person = registered(station)
    connection = station.session.read().connection
    station.run(erase(person))
    connection.execute(
        "CREATE VIRTUAL TABLE temp.words USING fts5vocab('main','search_words','row')"
    )
    connection.execute(
        "CREATE VIRTUAL TABLE temp.digits USING fts5vocab('main','search_digits','row')"
    )
    for table in ("words", "digits"):
        assert connection.execute(f"SELECT term FROM temp.{table}").fetchall() == []


def test_a_residue_keeps_figures_true(station: Station) -> None:
    person = station.add(
        "person",
        person_values(
            2,
            unemployed_on="2026-05-02",
            note="家里有羊",
            area_group="三组",
            wage_wish=300_000,
        ),
    )
    station.run(erase(person))
    values = station.state(person).values
    assert values == {
        "station": "150102001001",
        "residence": "150102",
        "key_groups": ["K04"],
        "employment_status": "1",
        "consent": True,
        "sex": "2",
        "unemployed_on": "2026-05-02",
    }
    assert station.session.read().count("person") == 0


def test_the_chain_still_verifies(station: Station) -> None:
    person = registered(station)
    station.run(erase(person))
    journal = station.session.read().journal
    assert journal.broken_at() is None
    assert [entry.set for entry in journal.of_record(person)][:2] == [None, None]


def test_erasing_again_or_somebody_unknown_says_so(station: Station) -> None:
    person = registered(station)
    station.run(erase(person))
    for record in (person, "nobody"):
        with pytest.raises(NoSuchRecord):
            station.run(erase(record))


def test_there_is_no_way_back(station: Station) -> None:
    change = station.run(add("person", person_values(2)))
    ((_, person),) = change.records
    edited = station.run(edit(person, {"phone": phone(3)})).action
    erasure = station.run(erase(person)).action
    for action in (change.action, edited, erasure):
        with pytest.raises(UserError) as caught:
            station.run(undo(action))
        assert caught.value.code == "UNDO_NOTHING"
    with pytest.raises(NoSuchRecord):
        station.run(edit(person, {"note": "x"}))


def other_laptop(
    op: str,
    record: str,
    values: dict[str, Value],
    seen: list[str],
    kind: str = "person",
    replica: str = "f",
) -> Entry:
    stamp = Stamp(replica=replica * 32, actor="x", action="x", words="x", wall="")
    new = NewEntry(op=op, kind=kind, record=record, values=values, seen=seen)
    return make_entry(stamp, new, seq=1, at="2026-11-24T00:00:00.000Z+0000", prev="0" * 64)


def test_an_old_package_brings_nobody_back(station: Station, tmp_path: Path) -> None:
    person = registered(station)
    old = station.session.read().entries(person)
    station.run(erase(person))
    merged = station.session.merge([*old, other_laptop("set", person, {"name": NAME}, [])])
    assert (merged.known, len(merged.new)) == (2, 1)
    assert traces(station, tmp_path) == []
    assert station.state(person).erased


def test_an_erasure_from_elsewhere_cleans_here_too(station: Station, tmp_path: Path) -> None:
    person = registered(station)
    employer = station.add("employer", employer_values(1, note=f"{NAME}介绍来的"))
    station.session.save_draft("d2", "visit", "", {"note": f"{NAME}说想去"})
    heads = station.state(person).heads
    station.session.merge([other_laptop(ERASE, person, {"sex": "1"}, heads)])
    assert traces(station, tmp_path) == []
    assert station.value(employer, "note") == f"{FORGOTTEN}介绍来的"
    assert station.session.read().search(NAME) == []


def test_a_namesake_loses_nothing(station: Station) -> None:
    person = registered(station)
    namesake = station.add("person", person_values(5, name=NAME))
    contact = station.add("employer", employer_values(1, contact=NAME))
    visit = station.add("visit", visit_values(contact, visitor=NAME, note=f"{NAME}在，{PHONE}"))
    linked = station.add("follow_up", follow_up_values(person, needs=f"{NAME}想学焊工"))
    station.run(erase(person))
    assert station.value(namesake, "name") == NAME
    assert station.value(contact, "contact") == NAME
    assert station.value(visit, "visitor") == NAME
    assert station.value(visit, "note") == f"{NAME}在，{FORGOTTEN}"
    assert station.value(linked, "needs") == FORGOTTEN
    assert [record for _, record in station.session.read().search(NAME, "person")] == [namesake]


def test_a_common_word_in_a_fathers_name_is_left_alone(station: Station) -> None:
    person = station.add("person", person_values(2, father_name="草原"))
    assert identifying_texts(station.session.read(), person) == [NUMBER, PHONE, NAME]
    employer = station.add("employer", employer_values(1, note="在草原上"))
    station.run(erase(person))
    assert station.value(employer, "note") == "在草原上"


def test_a_shared_telephone_stays_with_the_other(station: Station) -> None:
    person = registered(station)
    wife = station.add("person", person_values(6, phone=PHONE))
    station.run(erase(person))
    assert station.value(wife, "phone") == PHONE


def test_duplicates_are_forgotten_with_the_kept_record(station: Station, tmp_path: Path) -> None:
    person = registered(station)
    double = station.add("person", person_values(2))
    linked = station.add("follow_up", follow_up_values(double, needs=f"{NAME}想学焊工"))
    station.run(merge(double, person))
    station.run(erase(person))
    assert station.state(double).erased
    assert station.value(linked, "needs") == FORGOTTEN
    assert traces(station, tmp_path) == []


def test_a_text_that_names_two_is_cleaned_for_each_and_later_edits_stay(
    station: Station, tmp_path: Path
) -> None:
    one, other = registered(station), station.add("person", person_values(3))
    employer = station.add("employer", employer_values(1, note=f"{NAME}和{name(3)}来过"))
    rewritten = station.add("employer", employer_values(2, note=f"{NAME}和{name(3)}来过"))
    station.run(edit(rewritten, {"note": "没人来过"}))
    station.run(erase(one))
    station.run(erase(other))
    assert station.value(employer, "note") == f"{FORGOTTEN}和{FORGOTTEN}来过"
    assert station.value(rewritten, "note") == "没人来过"
    assert name(3) not in dump(station)
    assert traces(station, tmp_path) == []


def test_a_conflict_between_notes_keeps_its_shape(station: Station) -> None:
    person = registered(station)
    employer = station.add("employer", employer_values(1))
    heads = station.state(employer).heads
    station.run(edit(employer, {"address": f"{NAME}家旁边"}))
    other = other_laptop("set", employer, {"address": "井边"}, heads, kind="employer")
    station.session.merge([other])
    station.run(erase(person))
    assert station.session.read().conflicts() == [("employer", employer, "address")]
    assert len(station.state(employer).rivals["address"]) == 2


def test_what_the_office_said_of_the_person_goes_too(station: Station, tmp_path: Path) -> None:
    person = registered(station)
    verdict = ReceivedVerdict(person, "person", "phone", "fix", "R1", PHONE, 1)
    station.session.store.writer.run(lambda c: Exchange(c).put_verdict(verdict))
    station.run(erase(person))
    assert station.session.exchange().verdicts() == []
    assert traces(station, tmp_path) == []


def test_a_name_in_the_title_of_a_task_goes_but_a_shop_keeps_its_own(station: Station) -> None:
    person = registered(station)
    task = station.add("task", {"title": f"核实{NAME}的情况", "source": "1"})
    shop = station.add("employer", employer_values(1, name=f"{NAME}小卖部"))
    vacancy = station.add("vacancy", vacancy_values(shop, title=f"{NAME}家羊倌"))
    station.run(erase(person))
    assert station.value(shop, "name") == f"{NAME}小卖部"
    assert station.value(task, "title") == f"核实{FORGOTTEN}的情况"
    assert station.value(vacancy, "title") == f"{FORGOTTEN}家羊倌"
