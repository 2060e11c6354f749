"""A station with many made-up people, written through the real journal."""

import random
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from mengzhan.model.entry import Value
from mengzhan.rules.reader import Change, Desk, Operation, Reader
from mengzhan.store.session import Place, Session
from mengzhan.store.station import Surroundings, set_up
from mengzhan.store.wrapping import Cost
from tests.people import id_number

_SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗白包乌宝韩于齐"
_GIVEN = "娜仁其木格巴特尔苏和乌云海燕志强晓敏秀英建国丽华高娃萨如拉阿拉坦宝音图雅斯琴那日松"
_AT_A_TIME = 5_000


def values(seed: random.Random, number: int) -> dict[str, Value]:
    """Return one made-up person."""
    name = seed.choice(_SURNAMES) + "".join(seed.choices(_GIVEN, k=seed.choice((1, 2, 2, 3))))
    born = date(1962, 1, 1) + timedelta(days=seed.randrange(16_000))
    return {
        "name": name,
        "id_number": id_number(number, born),
        "phone": f"1990{number % 10_000_000:07d}",
        "residence": "152222100201",
        "key_groups": ["K04"],
        "employment_status": seed.choice("1235"),
        "consent": True,
        "registered_on": f"2026-{seed.randint(1, 11):02d}-{seed.randint(1, 22):02d}",
        "station": "152222100201",
    }


def _batch(seed: random.Random, numbers: range) -> Operation:
    def run(reader: Reader, desk: Desk) -> list[Change]:
        return [Change("person", desk.new_id(), values(seed, n)) for n in numbers]

    return run


def _batches(count: int) -> Iterator[range]:
    for start in range(0, count, _AT_A_TIME):
        yield range(start, min(start + _AT_A_TIME, count))


def station_of(count: int, folder: Path) -> Session:
    """Make a station with ``count`` people and tell how long it took."""
    around = Surroundings(state=folder / "state", cost=Cost(1024, 1, 1))
    place = Place("152222100201", "巴彦嘎查")
    session, _ = set_up(folder / "data", place, "其其格", "1", "Gaxaa-2026-x", around)
    seed = random.Random(7)
    began = time.perf_counter()
    for numbers in _batches(count):
        session.run(_batch(seed, numbers), "import person")
    print(f"{count} people in {time.perf_counter() - began:.1f} s")
    return session
