"""The demo's story: a station, its office and a second station go through the whole loop.

Everything runs through the real code: operations, search, undo, packages, inbox, verdicts,
receipts. The story gathers figures; ``demo`` prints them.
"""

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from mengzhan.cli import madeup
from mengzhan.cli.inbox import pin_waiting
from mengzhan.cli.madeup import MadeUp, Record
from mengzhan.cli.office import make_office
from mengzhan.cli.records import answered
from mengzhan.cli.station import station_title
from mengzhan.model.kinds import KINDS
from mengzhan.model.ruling import Ruling
from mengzhan.rules import operations
from mengzhan.rules.undo import undo

if TYPE_CHECKING:
    from mengzhan.office.desk import Office
    from mengzhan.office.inbox import Received
    from mengzhan.package.media import WrittenFile
    from mengzhan.package.packing import Packed
    from mengzhan.package.receiving import Read
    from mengzhan.store.session import Session
    from mengzhan.store.station import Surroundings

STATION, OTHER, BANNER = "152221201200", "152221201203", "152221"
SECRET = "mengzhan demo"  # noqa: S105 - printed on the demo's page; guards nobody's data
_OPERATOR = "苏和"
_PEOPLE = 60
_IMPORTED = 6
_SLIP_PHONE = "19900001099"
"""A telephone with one slip of the hand: well formed, but not the person's."""


class NoKeystore:
    """The demo leaves the user's keystore alone; a password does without one."""

    def read(self, name: str) -> bytes | None:
        """Return nothing: there is no keystore."""
        return None

    def make(self, name: str) -> bytes | None:
        """Return nothing: there is no keystore."""
        return None


@dataclass(frozen=True)
class Parcel:
    """A package that was written to the stick."""

    file: Path
    size: int
    check_number: str
    entries: int
    number: int
    counts: dict[str, int]


@dataclass
class Figures:
    """What the story leaves behind for the page."""

    folder: Path
    counts: dict[str, int] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)
    found: dict[str, int] = field(default_factory=dict)
    imported: int = 0
    taken_back: int = 0
    brought_back: int = 0
    parcels: list[Parcel] = field(default_factory=list)
    receipts: list[Parcel] = field(default_factory=list)
    outcomes: list[str] = field(default_factory=list)
    verdicts: list[dict[str, int]] = field(default_factory=list)
    fixed: str = ""
    elsewhere: str = ""
    shared: list[str] = field(default_factory=list)
    key_code: str = ""
    journal: int = 0
    pictures: int = 0
    slip: Path | None = None
    unpainted: str = ""
    station: str = ""
    office: str = ""
    day: str = ""

    def labelled(self, counts: dict[str, int]) -> dict[str, int]:
        """Return counts of a package under the Chinese names of the kinds."""
        return {k.label: counts[k.name] for k in KINDS.values() if k.name in counts}

    @contextmanager
    def timed(self, name: str) -> Iterator[None]:
        """Add the seconds of a step to its name."""
        began = time.perf_counter()
        yield
        self.seconds[name] = self.seconds.get(name, 0.0) + time.perf_counter() - began


@dataclass
class Story:
    """The sessions at work and the folders between them."""

    folder: Path
    around: "Surroundings"
    figures: Figures
    people: list[str] = field(default_factory=list)
    vacancies: list[str] = field(default_factory=list)
    records: list[Record] = field(default_factory=list)

    @property
    def stick(self) -> Path:
        """The folder that stands for the memory stick."""
        return self.folder / "U盘"

    # Setting up ----------------------------------------------------------------------------

    def open_places(self) -> "tuple[Office, Session, Session]":
        """Make the office, the station and a second station, enrolled and ready."""
        from mengzhan.package.device import enrol
        from mengzhan.package.enrolment import read_enrolment

        self.stick.mkdir(mode=0o700)
        banner = self._set_up("旗县", BANNER, "科尔沁右翼前旗就业服务中心", "7")
        office = make_office(banner)
        stations = []
        for name, code in (("站点", STATION), ("邻站", OTHER)):
            session = self._set_up(name, code, _station_title(code), "1")
            office.add_station(code, session.place.name)
            enrol(session, read_enrolment(office.enrolment_for(code)))
            stations.append(session)
        return office, stations[0], stations[1]

    def _set_up(self, folder: str, code: str, name: str, role: str) -> "Session":
        from mengzhan.store.session import Place
        from mengzhan.store.station import set_up

        place = Place(code, name)
        return set_up(self.folder / folder, place, _OPERATOR, role, SECRET, self.around)[0]

    # Logging -------------------------------------------------------------------------------

    def log(self, session: "Session") -> None:
        """Log people, employers, vacancies and two months of services, one by one."""
        draw = MadeUp(session.today(), STATION)
        self.records = draw.people(_PEOPLE)
        self.people = self._add(session, "person", self.records)
        local = self._add(session, "employer", draw.employers())
        for order, visit in enumerate(draw.visits(local)):
            yielded = [] if order else [draw.found_on_visit()]
            session.run(operations.log_visit(visit, yielded), "visit")
        real = madeup.real_employers(session.today())
        ids = dict(zip(real, self._add(session, "employer", [*real.values()]), strict=True))
        facts = madeup.real_vacancies(session.today(), ids)
        self.vacancies = self._add(session, "vacancy", facts)
        looking = [
            person
            for person, values in zip(self.people, self.records, strict=True)
            if values["employment_status"] == "1"
        ]
        self._add(session, "follow_up", draw.follow_ups(looking))
        self._add(session, "training_intent", draw.intents(self.people[:24]))
        self._add(session, "referral", draw.referrals(looking[:12], self.vacancies))
        self._add(session, "verification", draw.verifications(self.people[30:40]))
        self._add(session, "task", [draw.task(self.people[30:50])])

    def _add(
        self, session: "Session", kind: str, records: "Iterator[Record] | Sequence[Record]"
    ) -> list[str]:
        ids = []
        for values in records:
            record = session.new_id()
            session.run(operations.add(kind, values, record), f"add {kind}")
            ids.append(record)
        return ids

    def search(self, session: "Session") -> None:
        """Find a person by characters, by initials and by digits of the ID number."""
        from mengzhan.model.pinyin import initials

        name = str(self.records[0]["name"])
        digits = str(self.records[0]["id_number"])[-5:]
        for words, text in (
            ("汉字", name),
            ("拼音首字母", min(initials(name))),
            ("证件号后五位", digits),
        ):
            self.figures.found[words] = len(session.read().search(text, "person"))

    def import_and_undo(self, session: "Session") -> None:
        """Take in a small list as one action, take it back, bring it back."""
        draw = MadeUp(session.today(), STATION)
        more = draw.people(_PEOPLE + _IMPORTED)[-_IMPORTED:]
        together = operations.together(*(operations.add("person", values) for values in more))
        before = session.read().count("person")
        done = session.run(together, "import person")
        self.figures.imported = session.read().count("person") - before
        gone = session.run(undo(done.action), "undo")
        self.figures.taken_back = len(gone.records)
        self.figures.brought_back = len(session.run(undo(gone.action), "redo").records)

    def slip_of_the_hand(self, session: "Session") -> None:
        """Mistype one telephone; only the office, which called, can notice."""
        session.run(operations.edit(self.people[3], {"phone": _SLIP_PHONE}), "edit person")

    def neighbour(self, session: "Session") -> None:
        """At the second station: two people of its own, one whom the first one has too, and a
        vacancy that it shares."""
        draw = MadeUp(session.today(), OTHER)
        people = draw.people(_PEOPLE + 20)[-2:]
        for order, person in enumerate(people):
            born = session.today().replace(year=session.today().year - 30 - order, day=1)
            person["id_number"] = madeup.id_number(born, 900 + order)
            person["birth_date"] = born.isoformat()
        self._add(session, "person", [*people, {**self.records[7], "residence": OTHER}])
        cooperative = {**draw.employers()[0], "name": "查干奶食专业合作社"}
        (shop,) = self._add(session, "employer", [cooperative])
        self._add(session, "vacancy", [draw.shared_vacancy(shop)])

    # To and fro ----------------------------------------------------------------------------

    def send(self, session: "Session") -> Parcel:
        """Build the report, write it to the stick, read it back."""
        from mengzhan.package.delivery import send_to

        sent = send_to(session, self.stick)
        return _parcel(sent.packed, sent.written)

    def receive(self, office: "Office", parcel: Parcel) -> "Received":
        """Let the office read a package from the stick."""
        from mengzhan.office.inbox import Inbox

        received = Inbox(office).receive(parcel.file.read_bytes())
        self.figures.outcomes.append(str(received.outcome.title))
        return received

    def pin(self, office: "Office", session: "Session") -> "list[Received]":
        """Compare the key code over the telephone; what waits then goes in."""
        from mengzhan.office.inbox import Inbox
        from mengzhan.package.device import device_keys
        from mengzhan.package.devicekey import key_code

        digits = key_code(device_keys(session).public)
        self.figures.key_code = self.figures.key_code or digits
        pin_waiting(office, session.place.code, digits)
        followed = Inbox(office).advance(session.place.code)
        self.figures.outcomes += [str(done.outcome.title) for done in followed]
        return followed

    def receipt(self, office: "Office", session: "Session") -> Parcel:
        """Write the receipt for the station's device to the stick."""
        from mengzhan.office.receipts import Receipts, receipt_name
        from mengzhan.package.device import device_keys
        from mengzhan.package.media import put_package

        packed = Receipts(office).write_receipt(device_keys(session).public.device_id)
        written = put_package(packed.data, self.stick, receipt_name(packed))
        return _parcel(packed, written)

    def read(self, session: "Session", parcel: Parcel) -> "Read":
        """Let the station read its receipt."""
        from mengzhan.package.receiving import read_package

        done = read_package(session, parcel.file.read_bytes())
        words = [verdict.verdict for verdict in done.verdicts]
        self.figures.verdicts.append({name: words.count(name) for name in Ruling})
        told = session.read().with_excerpts().columns("vacancy", ("title", "station"))
        self.figures.shared = [row["title"] for row in told if row["station"] == OTHER]
        return done

    def fix(self, session: "Session", done: "Read") -> None:
        """Put right what the office asked for, with the value that it suggests."""
        for verdict in done.verdicts:
            title = session.read().title(verdict.kind, verdict.record)
            if verdict.verdict == Ruling.FIX:
                change = {verdict.field: verdict.suggestion}
                session.run(operations.edit(verdict.record, change), f"edit {verdict.kind}")
                answered(session, verdict.record, [verdict.field])
                self.figures.fixed = title
            elif verdict.verdict == Ruling.ELSEWHERE:
                self.figures.elsewhere = title


def _station_title(code: str) -> str:
    from mengzhan.model.divisions import division_tree

    division = division_tree().get(code)
    return station_title(division) if division else code


def _parcel(packed: "Packed", written: "WrittenFile") -> Parcel:
    ranges = packed.manifest.ranges
    return Parcel(
        written.path,
        len(packed.data),
        written.check_number,
        sum(span.last - span.first + 1 for span in ranges),
        packed.manifest.number,
        dict(packed.manifest.counts),
    )


def run(folder: Path, figures: Figures) -> None:
    """Tell the whole story in ``folder``; everything is closed at the end."""
    from mengzhan.store.station import Surroundings

    story = Story(folder, Surroundings(keystore=NoKeystore()), figures)
    with figures.timed("建立三处数据"):
        office, station, neighbour = story.open_places()
    try:
        _work(story, station)
        _exchange(story, office, station, neighbour)
        figures.station, figures.office = station.place.name, office.session.place.name
        figures.day = station.today().isoformat()
        figures.journal = station.read().journal.position()
        for kind in station.catalogue.by_hand.values():
            figures.counts[kind.label] = station.read().count(kind.name)
    finally:
        with figures.timed("备份和关闭"):
            for session in (neighbour, station, office.session):
                session.close()


def _work(story: Story, station: "Session") -> None:
    figures = story.figures
    with figures.timed("登记"):
        story.log(station)
    with figures.timed("查找"):
        story.search(station)
    with figures.timed("导入、撤销、重做"):
        story.import_and_undo(station)
    story.slip_of_the_hand(station)


def _exchange(story: Story, office: "Office", station: "Session", neighbour: "Session") -> None:
    from mengzhan.office.verdicts import give

    figures = story.figures
    story.neighbour(neighbour)
    story.receive(office, story.send(neighbour))
    story.pin(office, neighbour)
    figures.outcomes.clear()
    with figures.timed("报送"):
        figures.parcels.append(story.send(station))
    with figures.timed("上级收件、审核、回执"):
        story.receive(office, figures.parcels[0])
        story.pin(office, station)
        right = str(story.records[3]["phone"])
        give(office, story.people[3], "phone", "ASK_PERSON", right)
        figures.receipts.append(story.receipt(office, station))
    with figures.timed("读回执、改正"):
        story.fix(station, story.read(station, figures.receipts[0]))
    with figures.timed("再报送、再回执"):
        figures.parcels.append(story.send(station))
        story.receive(office, figures.parcels[1])
        figures.receipts.append(story.receipt(office, station))
        story.read(station, figures.receipts[1])
