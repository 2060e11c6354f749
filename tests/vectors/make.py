"""Makes the conformance vectors anew: ``python -m tests.vectors.make``.

Encryption is random, so every run writes other files; those that are committed are the vectors.
What a package must lead to is written by hand in the modules beside, not taken from the program.
"""

import json
import shutil
from typing import Any

from mengzhan.package.checknumber import check_number_of
from mengzhan.package.enrolment import Enrolment, write_enrolment
from mengzhan.package.rows import write_rows
from tests.package.scribe import CREATED, OFFICE, STATION
from tests.vectors import arriving, broken, contents, exchange, outside
from tests.vectors.building import HERE, KEYS, NOW, OFFICE_KEYS, Case

COMPARED = ("accepted", "already_in", "waiting", "clock_doubtful", "forked")


def _write(case: Case) -> dict[str, str]:
    folder = HERE / case.name
    folder.mkdir()
    (folder / "package.mzp").write_bytes(case.package)
    if case.held:
        (folder / "journal.jsonl").write_bytes(write_rows(case.held))
    expected: dict[str, Any] = {"outcome": case.outcome, "detail": case.detail}
    if case.outcome in COMPARED:
        expected |= {
            "new_entries": case.new,
            "missing": list(case.missing),
            "forks": list(case.forks),
            "doubtful": list(case.doubtful),
            "verdicts": list(case.verdicts),
            "states": dict(case.states),
        }
    document = {
        "case": case.name,
        "about": case.about,
        "now": NOW,
        "identity": KEYS[case.reader].age_identity,
        "reader": {
            "role": case.role,
            "station": STATION.code,
            "device_id": KEYS[case.reader].public.device_id,
            "last_receipt": case.last_receipt,
        },
        "pinned": [{"station": case.pinned_for, **KEYS[case.pinned].public.as_dict()}],
        "held": "journal.jsonl" if case.held else None,
        "check_number": check_number_of(case.package),
        "expected": expected,
    }
    text = json.dumps(document, ensure_ascii=False, indent=2) + "\n"
    (folder / "case.json").write_text(text, encoding="utf-8")
    return {"case": case.name, "outcome": case.outcome, "about": case.about}


def _write_enrolments() -> None:
    """The enrolment file, and one in which a name was changed afterwards."""
    enrolment = Enrolment(
        station_code=STATION.code,
        station_name=STATION.name,
        office_code=OFFICE.code,
        office_name=OFFICE.name,
        office=OFFICE_KEYS.public,
        created=CREATED,
        email="office@example.com",
    )
    data = write_enrolment(enrolment, OFFICE_KEYS)
    (HERE / "enrolment.mzk").write_bytes(data)
    changed = data.replace(OFFICE.name.encode(), f"{OFFICE.name}二".encode())
    (HERE / "enrolment_altered.mzk").write_bytes(changed)


def main() -> None:
    """Write every vector and the index."""
    for folder in HERE.iterdir():
        if folder.is_dir() and (folder / "case.json").exists():
            shutil.rmtree(folder)
    groups = (contents, arriving, broken, outside, exchange)
    index = [_write(case) for group in groups for case in group.cases()]
    text = json.dumps(index, ensure_ascii=False, indent=2) + "\n"
    (HERE / "index.json").write_text(text, encoding="utf-8")
    _write_enrolments()


if __name__ == "__main__":
    main()
