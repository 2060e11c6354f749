"""Vacancies that stations share: told by the office, looked after by one station alone."""

import random
from collections.abc import Callable, Sequence

import pytest

from mengzhan.model.entry import EXCERPT, Value
from mengzhan.model.fieldtypes import Phone
from mengzhan.office.closings import Closings
from mengzhan.office.excerpts import FIELDS, replica_of
from mengzhan.package.outcome import Outcome
from mengzhan.package.receiving import add_peer
from mengzhan.package.sending import build_share, outgoing
from mengzhan.rules.agenda.reading import read_agenda
from mengzhan.rules.closing.operation import close_month
from mengzhan.rules.erasure import erase
from mengzhan.rules.figures import Period, figures
from mengzhan.rules.filters import Compare
from mengzhan.rules.matching.gathering import VACANCY_FIELDS
from mengzhan.rules.operations import ForeignRecord, edit, merge, move, remove
from mengzhan.rules.postings import NotOwnVacancy, postings_of
from mengzhan.rules.reader import Change, Operation
from mengzhan.rules.redaction import FORGOTTEN
from mengzhan.rules.referral_letter import referral_letter
from mengzhan.rules.referrals import record_arrival, record_left, refer
from mengzhan.rules.state import OPEN, PARTLY, VacancyOn, state_on, still_offered
from mengzhan.rules.two_lists import read_two_lists
from mengzhan.store.session import Place
from tests.computers import TickingClock
from tests.office.world import FIRST, SECOND, Laptop, World, texts_in
from tests.people import employer_values, vacancy_values

THIRD = Place("150102001003", "满达社区就业服务站")


def offer(laptop: Laptop, number: int = 1, **more: Value) -> tuple[str, str]:
    """Register a shop and a shared vacancy there; return both."""
    shop = laptop.add(
        "employer", employer_values(number, note="店主的弟弟在住院", address="店主家东边第二间")
    )
    values = vacancy_values(shop, shared=True, note="王娜仁来看过") | more
    return shop, laptop.add("vacancy", values)


def told(laptop: Laptop, kind: str = "vacancy") -> dict[str, dict[str, Value]]:
    """What a station knows of others' records, by their ids."""
    reader = laptop.session.read().with_excerpts()
    return {str(row["id"]): row for row in reader.matching(kind, Compare("excerpt", "eq", True))}


def to_be_had(laptop: Laptop) -> set[str]:
    reader, today = laptop.session.read().with_excerpts(), laptop.session.today()
    return {str(row["id"]) for row in reader.columns("vacancy", (), still_offered(today))}


def report_all(world: World, *laptops: Laptop) -> None:
    for laptop in laptops:
        if not laptop.session.read().count("person"):
            laptop.add_person(int(laptop.session.place.code[-1]))
    world.exchange(*laptops)


def a_third(world: World) -> Laptop:
    world.office.add_station(THIRD.code, THIRD.name)
    return world.laptop("third", THIRD)


def introduce(laptop: Laptop, person: str, vacancy: str) -> str:
    today = laptop.session.today()
    change = laptop.session.run(refer([person], vacancy, today), "refer")
    ((_, referral),) = change.records
    return referral


def test_a_shared_vacancy_is_told_with_its_employer(
    world: World, first: Laptop, second: Laptop
) -> None:
    shop, vacancy = offer(first)
    report_all(world, first, second)
    row = told(second)[vacancy]
    assert (row["title"], row["station"], row["employer"]) == ("挤奶工", FIRST.code, shop)
    assert told(second, "employer")[shop]["contact"] == employer_values(1)["contact"]
    assert told(first) == told(first, "employer") == {}, "its own it knows itself"


def test_nothing_else_of_them_travels(world: World, first: Laptop, second: Laptop) -> None:
    first.add(
        "visit",
        {
            "employer": offer(first)[0],
            "day": "2026-11-20",
            "visitor": "走访的人",
            "visitor_role": "1",
        },
    )
    report_all(world, first, second)
    told_words = texts_in(second.session)
    for secret in ("住院", "王娜仁", "走访的人", "店主家"):
        assert secret.encode() not in told_words, secret
        assert secret.encode() in texts_in(first.session)
    entries = [e for e in second.session.read().journal.all() if e.words == EXCERPT]
    assert {entry.kind for entry in entries} == {"vacancy", "employer"}
    allowed = {kind: {"station", *names} for kind, names in FIELDS.items()}
    assert all(set(entry.set or {}) <= allowed[entry.kind] for entry in entries)


def test_what_may_be_told_is_declared_and_holds_no_secret_but_the_telephone(first: Laptop) -> None:
    for kind, names in FIELDS.items():
        fields = [first.session.catalogue[kind][name] for name in names]
        assert [f.name for f in fields if f.sensitive] == ["phone"]
        assert [f.name for f in fields if isinstance(f.type, Phone)] == ["phone"]


def test_whatever_matching_reads_of_a_vacancy_is_told() -> None:
    assert {*VACANCY_FIELDS} <= {"station", *FIELDS["vacancy"]}


@pytest.mark.parametrize("said", [None, False])
def test_what_was_not_said_to_be_shared_is_not(
    said: bool | None, world: World, first: Laptop, second: Laptop
) -> None:
    offer(first, shared=said)
    report_all(world, first, second)
    assert told(second) == told(second, "employer") == {}


def test_the_office_may_share_in_the_stations_place(
    world: World, first: Laptop, second: Laptop
) -> None:
    _, vacancy = offer(first, shared=None)
    report_all(world, first, second)
    world.seat.session.run(edit(vacancy, {"shared": True}), "edit")
    report_all(world, first, second)
    assert vacancy in told(second)
    assert first.value(vacancy, "shared") is True


@pytest.mark.parametrize(
    "values",
    [
        {"valid_until": "2026-11-21"},
        {"closed_on": "2026-11-21", "close_reason": "4"},
        {"duties": "先交押金五百元办理入职认证，到岗返还；刷单返利日结"},
    ],
    ids=["over", "closed", "a fraud"],
)
def test_what_is_not_to_be_had_is_never_told(
    values: dict[str, Value], world: World, first: Laptop, second: Laptop
) -> None:
    _, vacancy = offer(first)
    change = Change("vacancy", vacancy, values)  # a form would refuse the fraud
    first.session.run(lambda _reader, _desk: [change], "edit")
    report_all(world, first, second)
    assert told(second) == told(second, "employer") == {}


def test_it_counts_nowhere_at_the_other_station(
    world: World, first: Laptop, second: Laptop
) -> None:
    shop, vacancy = offer(first, valid_until="2026-11-28")
    report_all(world, first, second)
    reader, today = second.session.read(), second.session.today()
    assert reader.count("vacancy") == reader.count("employer") == 0
    assert list(reader.states("vacancy")) == []
    assert list(reader.with_residues().columns("vacancy", ())) == []
    assert reader.search("挤奶工", "vacancy") == reader.search("奶食店", "employer") == []
    # whoever looks for anything finds it, as a record of another station
    assert ("vacancy", vacancy) in reader.search("挤奶工")
    assert [due for due in reader.due(today) if due.record == vacancy] == []
    assert reader.due_of("vacancy", vacancy, today) == []
    positions = reader.positions()
    assert replica_of(world.seat.session.replica) not in positions.ends
    assert not {shop, vacancy} & positions.elsewhere.keys()


def test_what_no_form_would_take_goes_to_nobody(
    world: World, first: Laptop, second: Laptop
) -> None:
    """One station's program may be broken, or somebody's own."""
    _, vacancy = offer(first)
    odd: dict[str, Value] = {
        "title": "挤奶工\u202e\n急招",
        "duties": "长" * 100_000,
        "phone": "1" * 5000,
        "licences": [str(number) for number in range(5000)],
    }
    first.session.run(lambda _reader, _desk: [Change("vacancy", vacancy, odd)], "edit")
    report_all(world, first, second)
    row = told(second)[vacancy]
    assert row["title"] == "挤奶工 急招"
    assert row["duties"] is row["phone"] is row["licences"] is None
    assert world.receipts.write_all() == [], "nothing new is nothing to say"


def test_nobody_changes_it_there(world: World, first: Laptop, second: Laptop) -> None:
    _, vacancy = offer(first)
    report_all(world, first, second)
    before = second.session.read().journal.position()
    for operation in (
        edit(vacancy, {"headcount": 9}),
        remove(vacancy),
        erase(vacancy),
        move(vacancy, SECOND.code),
    ):
        with pytest.raises(ForeignRecord):
            second.session.run(operation, "edit")
    assert second.session.read().journal.position() == before


def test_a_referral_there_goes_its_whole_way(
    world: World, clock: TickingClock, first: Laptop, second: Laptop
) -> None:
    _, vacancy = offer(first)
    report_all(world, first, second)
    person = second.add_person(3)
    referral = introduce(second, person, vacancy)
    letter = referral_letter(second.session.read(), referral, "其其格", second.session.today())
    shops = employer_values(1)
    assert (letter.employer, letter.title) == (shops["name"], "挤奶工")
    assert (letter.contact, letter.phone) == (shops["contact"], shops["phone"])
    clock.move(days=10)
    reader, today = second.session.read(), second.session.today()
    (line,) = [line for line in read_agenda(reader, today).lines if line.kind == "referral"]
    told_of = str([*map(str, line.notes), line.title, str(line.reason)])
    assert "挤奶工" in told_of, "whoever waits for an answer knows from whom"
    assert all(line.kind not in ("vacancy", "visit") for line in read_agenda(reader, today).lines)
    second.session.run(record_arrival(referral, today), "edit")
    lists = read_two_lists(reader, today)
    assert lists.vacancies.spells == ()
    (left,) = lists.people.left(today, today)
    assert left.spell.record == person
    counted = figures(reader, Period.parse("2026-12"))
    assert counted["M20"].evidence, "the person is this station's"
    for code in ("M01", "M02", "M03", "M27", "M29"):
        assert counted[code].evidence == (), "the vacancy is not"


def test_it_is_put_on_no_wall_here(world: World, first: Laptop, second: Laptop) -> None:
    _, vacancy = offer(first)
    report_all(world, first, second)
    assert postings_of(first.session.read(), [vacancy], first.session.today())
    with pytest.raises(NotOwnVacancy):
        postings_of(second.session.read(), [vacancy], second.session.today())


def test_a_month_is_closed_without_it(world: World, first: Laptop, second: Laptop) -> None:
    _, vacancy = offer(first)
    report_all(world, first, second)
    introduce(second, second.add_person(3), vacancy)
    second.session.run(close_month("2026-11"), "close 2026-11")
    first.edit(vacancy, workplace="后来的牛场")
    report_all(world, first, second)
    check = Closings(world.office).check(SECOND.code, "2026-11")
    assert check.close is not None
    assert (list(check.missing), list(check.disagreements)) == ([], [])
    assert check.corrections == []


def test_forgetting_a_namesake_leaves_it_alone(world: World, first: Laptop, second: Laptop) -> None:
    person = second.add_person(7)
    name = second.value(person, "name")
    _, vacancy = offer(first, contact=name)
    report_all(world, first, second)
    second.session.run(erase(person), "erase person")
    assert told(second)[vacancy]["contact"] == name
    assert world.deliver(second).outcome is Outcome.ACCEPTED


def test_changes_follow_and_former_words_go(world: World, first: Laptop, second: Laptop) -> None:
    shop, vacancy = offer(first, workplace="头一个牛场")
    report_all(world, first, second)
    first.edit(vacancy, workplace="第二个牛场")
    first.edit(shop, contact="新来的店长")
    report_all(world, first, second)
    assert told(second)[vacancy]["workplace"] == "第二个牛场"
    assert told(second, "employer")[shop]["contact"] == "新来的店长"
    assert "头一个牛场".encode() not in texts_in(second.session)
    first.edit(vacancy, workplace="第三个牛场", note="别的话")
    report_all(world, first, second)
    assert told(second)[vacancy]["workplace"] == "第三个牛场"
    assert "第二个牛场".encode() not in texts_in(second.session)
    assert second.session.read().conflicts() == []


def test_nothing_new_is_nothing_to_say(world: World, first: Laptop, second: Laptop) -> None:
    shop, vacancy = offer(first)
    report_all(world, first, second)
    world.receipts.write_all()
    first.edit(vacancy, note="只有本站看的话")
    first.edit(shop, staff_count=8)
    world.deliver(first)
    (only,) = world.receipts.write_all()
    assert only.manifest.station.code == FIRST.code


CLOSINGS: dict[str, Callable[[str], Operation]] = {
    "unshared": lambda vacancy: edit(vacancy, {"shared": False}),
    "withdrawn": lambda vacancy: edit(vacancy, {"closed_on": "2026-11-23", "close_reason": "4"}),
    "filled": lambda vacancy: edit(vacancy, {"closed_on": "2026-11-23", "close_reason": "3"}),
    "taken away": remove,
    "over": lambda vacancy: edit(vacancy, {"valid_until": "2026-11-21"}),
}


@pytest.mark.parametrize("how", CLOSINGS)
def test_what_is_over_leaves_the_other_lists(
    how: str, world: World, first: Laptop, second: Laptop
) -> None:
    _, vacancy = offer(first)
    report_all(world, first, second)
    assert to_be_had(second) == {vacancy}
    referral = introduce(second, second.add_person(3), vacancy)
    first.session.run(CLOSINGS[how](vacancy), "edit")
    report_all(world, first, second)
    assert to_be_had(second) == set()
    reader = second.session.read()
    assert reader.title("vacancy", vacancy) == "挤奶工", "what a letter names can still be read"
    assert second.value(referral, "vacancy") == vacancy
    late = a_third(world)
    report_all(world, late)
    assert told(late) == {}, "whoever has not heard of it is told nothing"
    late.close()


def test_nobody_is_sent_to_what_a_closed_station_offered(
    world: World, first: Laptop, second: Laptop
) -> None:
    _, vacancy = offer(first)
    report_all(world, first, second)
    world.office.close_station(FIRST.code)
    world.answer(second)
    assert vacancy in told(second)
    assert to_be_had(second) == set(), "nobody looks after it any more"
    late = a_third(world)
    report_all(world, late)
    assert told(late) == {}
    late.close()


def test_what_is_shared_again_comes_back(world: World, first: Laptop, second: Laptop) -> None:
    _, vacancy = offer(first)
    for shared in (True, False, True):
        first.edit(vacancy, shared=shared)
        report_all(world, first, second)
        assert (vacancy in to_be_had(second)) is shared


def test_a_duplicate_is_told_of_no_more(world: World, first: Laptop, second: Laptop) -> None:
    _, kept = offer(first, 1)
    _, double = offer(first, 2)
    report_all(world, first, second)
    first.session.run(merge(double, kept), "merge")
    report_all(world, first, second)
    assert to_be_had(second) == {kept}


def test_people_from_all_stations_fill_it(world: World, first: Laptop, second: Laptop) -> None:
    third = a_third(world)
    _, vacancy = offer(first, headcount=2)
    report_all(world, first, second, third)
    came = []
    for number, laptop in enumerate((second, third), 10):
        referral = introduce(laptop, laptop.add_person(number), vacancy)
        today = laptop.session.today()
        laptop.session.run(record_arrival(referral, today), "edit")
        came.append(referral)
    assert to_be_had(second) == {vacancy}, "one station alone does not know"
    report_all(world, first, second, third)
    assert to_be_had(second) == to_be_had(third) == set()
    second.session.run(record_left(came[0], second.session.today()), "edit")
    report_all(world, first, second, third)
    assert to_be_had(second) == to_be_had(third) == {vacancy}, "a place is free again"
    assert first.value(vacancy, "closed_on") is None, "the station itself closes it or not"
    third.close()


def test_what_was_erased_is_forgotten_everywhere(
    world: World, first: Laptop, second: Laptop
) -> None:
    shop, vacancy = offer(first, workplace="要忘掉的牛场")
    report_all(world, first, second)
    for record in (vacancy, shop):
        first.session.run(erase(record), "erase")
    world.deliver(first)
    assert "要忘掉的牛场".encode() not in texts_in(world.seat.session)
    report_all(world, first, second)
    assert told(second) == told(second, "employer") == {}
    assert "要忘掉的牛场".encode() not in texts_in(second.session)
    assert str(employer_values(1)["phone"]).encode() not in texts_in(second.session)


def test_a_person_named_in_an_ad_is_forgotten_everywhere(
    world: World, first: Laptop, second: Laptop
) -> None:
    person = first.add_person(9)
    name = str(first.value(person, "name"))
    _, vacancy = offer(first, duties=f"接替{name}挤奶")
    report_all(world, first, second)
    assert name.encode() in texts_in(second.session)
    first.session.run(erase(person), "erase person")
    world.deliver(first)
    assert name.encode() not in texts_in(world.seat.session)
    report_all(world, second)
    assert name.encode() not in texts_in(second.session)
    assert told(second)[vacancy]["duties"] == f"接替{FORGOTTEN}挤奶"


def test_nor_does_a_name_stay_in_what_is_shared_no_longer(
    world: World, first: Laptop, second: Laptop
) -> None:
    person = first.add_person(9)
    name = str(first.value(person, "name"))
    shop, vacancy = offer(first, duties=f"接替{name}挤奶", workplace="从前的牛场")
    first.edit(shop, contact=f"{name}的姐姐")
    report_all(world, first, second)
    first.edit(vacancy, shared=False)
    first.edit(vacancy, workplace="只有本站知道的牛场")
    report_all(world, first, second)
    assert name.encode() in texts_in(second.session)
    first.session.run(erase(person), "erase person")
    report_all(world, first, second)
    kept = texts_in(second.session)
    assert name.encode() not in kept
    assert "只有本站知道的牛场".encode() not in kept, "it is shared no longer"
    reader = second.session.read()
    assert reader.title("vacancy", vacancy) == "挤奶工"
    assert reader.title("employer", shop) == employer_values(1)["name"]
    assert to_be_had(second) == set()


def test_the_other_laptop_of_a_station_hears_of_it_too(
    world: World, first: Laptop, second: Laptop
) -> None:
    _, vacancy = offer(first)
    report_all(world, first, second)
    beside = world.laptop("beside", SECOND)
    add_peer(beside.session, second.public)
    beside.read(build_share(second.session, beside.public).data)
    assert to_be_had(beside) == {vacancy}
    first.edit(vacancy, shared=False)
    report_all(world, first, beside)
    assert to_be_had(beside) == set()
    assert not outgoing(beside.session).entries or world.deliver(beside).outcome.applies
    beside.close()


def test_who_takes_a_vacancy_over_has_it_whole(world: World, first: Laptop, second: Laptop) -> None:
    _, vacancy = offer(first)
    report_all(world, first, second)
    first.edit(vacancy, headcount=5)
    first.session.run(move(vacancy, SECOND.code), "move")
    report_all(world, first, second)
    assert told(second) == {}
    assert second.value(vacancy, "note") == "王娜仁来看过"
    assert second.session.read().conflicts() == []
    second.edit(vacancy, headcount=6)
    report_all(world, first, second)
    assert world.seat.value(vacancy, "headcount") == 6
    assert second.value(vacancy, "headcount") == 6


def test_lost_and_repeated_receipts_change_nothing(
    world: World, first: Laptop, second: Laptop
) -> None:
    _, vacancy = offer(first)
    report_all(world, first, second)
    letters = [world.receipt(second).data]
    for workplace in ("甲场", "乙场", "丙场"):
        first.edit(vacancy, workplace=workplace)
        world.deliver(first)
        letters.append(world.receipt(second).data)
    assert second.read(letters[3]).outcome is Outcome.ACCEPTED
    for older in letters[:3]:
        assert second.read(older).outcome is Outcome.ALREADY_IN
    assert told(second)[vacancy]["workplace"] == "丙场"


def test_a_restored_office_tells_it_all_again(world: World, first: Laptop, second: Laptop) -> None:
    _, vacancy = offer(first)
    report_all(world, first, second)
    world.seat.copy(world.root / "old office")
    world.reopen()
    first.edit(vacancy, workplace="后来的牛场")
    report_all(world, first, second)
    world.seat.restore(world.root / "old office")
    world.reopen()
    first.edit(vacancy, workplace="又后来的牛场")
    second.add_person(8)  # its report says which receipt it has read
    report_all(world, first, second)
    report_all(world, first, second)  # now that the office has said how little it holds
    assert told(second)[vacancy]["workplace"] == "又后来的牛场"
    assert second.session.read().conflicts() == []


def test_a_restored_office_that_wrote_nothing_itself_tells_it_anew(
    world: World, first: Laptop, second: Laptop
) -> None:
    _, vacancy = offer(first)
    report_all(world, first)
    world.seat.copy(world.root / "old office")
    world.reopen()
    report_all(world, first, second)
    first.edit(vacancy, shared=False)
    report_all(world, first, second)
    assert to_be_had(second) == set()
    world.seat.restore(world.root / "old office")
    world.reopen()
    first.edit(vacancy, shared=True)
    second.add_person(8)
    report_all(world, first, second)
    report_all(world, first, second)
    assert to_be_had(second) == {vacancy}, "what it told and has forgotten says no more"
    told_by = {e.replica for e in second.session.read().entries(vacancy)}
    assert len(told_by) == 2, "no number was given twice"


def test_what_a_restored_office_has_forgotten_is_forgotten_by_all(
    world: World, first: Laptop, second: Laptop
) -> None:
    person = first.add_person(9)
    name = str(first.value(person, "name"))
    _, vacancy = offer(first)
    report_all(world, first, second)
    world.seat.copy(world.root / "old office")
    world.reopen()
    first.edit(vacancy, duties=f"接替{name}挤奶")
    report_all(world, first, second)
    assert name.encode() in texts_in(second.session)
    world.seat.restore(world.root / "old office")
    world.reopen()
    first.session.run(erase(person), "erase person")
    second.add_person(8)
    report_all(world, first, second)
    report_all(world, first, second)
    assert name.encode() not in texts_in(second.session)


def test_nobody_hears_whom_to_call_where_nothing_is_offered(
    world: World, first: Laptop, second: Laptop
) -> None:
    shop, vacancy = offer(first)
    report_all(world, first, second)
    first.edit(vacancy, shared=False)
    report_all(world, first, second)
    late = a_third(world)
    report_all(world, late)
    assert told(late, "employer") == {}
    another = first.add("vacancy", vacancy_values(shop, shared=True))
    report_all(world, first, late)
    assert to_be_had(late) == {another}
    assert told(late, "employer").keys() == {shop}, "now there is something to call about"
    late.close()


# Any order ----------------------------------------------------------------------------------------


class Market:
    """Two stations that share, change and fill vacancies, while most sticks get lost."""

    def __init__(self, world: World, laptops: Sequence[Laptop], seed: int) -> None:
        self.world, self.laptops = world, laptops
        self.random = random.Random(seed)
        self.number = 0
        self.own: dict[str, list[tuple[str, str]]] = {one.folder.name: [] for one in laptops}
        self.letters: list[tuple[Laptop, bytes]] = []

    def step(self) -> None:
        laptop = self.random.choice(self.laptops)
        acts = (
            self.offer,
            self.change,
            self.change,
            self.introduce,
            self.report,
            self.answer,
            self.read,
        )
        self.random.choice(acts)(laptop)

    def offer(self, laptop: Laptop) -> None:
        self.number += 1
        shared = self.random.choice((True, True, None))
        self.own[laptop.folder.name].append(offer(laptop, self.number, shared=shared, headcount=1))

    def change(self, laptop: Laptop) -> None:
        known = self.own[laptop.folder.name]
        if not known:
            return
        self.number += 1
        shop, vacancy = self.random.choice(known)
        operation = self.random.choice(
            (
                edit(vacancy, {"workplace": f"{self.number}号场"}),
                edit(shop, {"contact": f"店长{self.number}"}),
                edit(vacancy, {"shared": self.random.choice((True, False))}),
                edit(vacancy, {"closed_on": "2026-11-23", "close_reason": "4"}),
                edit(vacancy, {"closed_on": None, "close_reason": None}),
                erase(self.random.choice((vacancy, shop))),
            )
        )
        state = laptop.session.read().state(vacancy)
        if state is not None and not state.erased and laptop.value(shop, "name"):
            laptop.session.run(operation, "edit")

    def introduce(self, laptop: Laptop) -> None:
        offered = sorted(to_be_had(laptop))
        if offered:
            self.number += 1
            person = laptop.add_person(self.number)
            referral = introduce(laptop, person, self.random.choice(offered))
            laptop.session.run(record_arrival(referral, laptop.session.today()), "edit")

    def report(self, laptop: Laptop) -> None:
        if outgoing(laptop.session).entries:
            self.world.deliver(laptop)

    def answer(self, laptop: Laptop) -> None:
        if self.random.random() < 0.5:
            self.letters.append((laptop, self.world.receipt(laptop).data))

    def read(self, laptop: Laptop) -> None:
        if self.letters:
            reader, data = self.random.choice(self.letters)
            reader.read(data)


def expected(world: World, laptop: Laptop) -> dict[str, dict[str, Value]]:
    """What an office's records say that a station may be offered of others'."""
    reader, today = world.seat.session.read(), world.seat.session.today()
    found = {}
    for state in reader.states("vacancy"):
        on = state_on(reader, state.record, today)
        assert isinstance(on, VacancyOn)
        values = state.values
        elsewhere = values["station"] != laptop.session.place.code
        if elsewhere and values.get("shared") and on.status in (OPEN, PARTLY):
            found[state.record] = {name: values.get(name) for name in FIELDS["vacancy"]}
    return found


@pytest.mark.parametrize("seed", range(4))
def test_whatever_happens_the_end_is_right(
    seed: int, world: World, first: Laptop, second: Laptop
) -> None:
    report_all(world, first, second)
    market = Market(world, (first, second), seed)
    for _ in range(60):
        market.step()
    for laptop in (first, second):
        laptop.add_person(900 + len(laptop.folder.name))
    world.exchange(first, second)
    world.exchange(first, second)
    for laptop, other in ((first, second), (second, first)):
        right, known = expected(world, laptop), told(laptop)
        offered = to_be_had(laptop) & known.keys()
        assert offered == right.keys()
        for record in offered:
            assert {name: known[record][name] for name in FIELDS["vacancy"]} == right[record]
        assert laptop.session.read().conflicts() == []
        assert to_be_had(laptop) - offered <= {v for _, v in market.own[laptop.folder.name]}
        assert market.own[other.folder.name], "something was offered at all"
