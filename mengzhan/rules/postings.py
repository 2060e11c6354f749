"""What of a vacancy goes out to the public: its facts and its text in plain official Chinese.

Every form in which vacancies leave (WeChat text, long picture, poster, booklet, card) is made
from ``Posting``. It is read from the vacancy and its employer alone, so that nothing of a
job-seeker can reach paper. The words are Chinese whatever language the screen speaks.

Facts and their order: 招用人员简章, and the notice of five departments of January 2026 (employer,
headcount, conditions, duties, workplace, pay, valid until, and the source of what is passed on).
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from mengzhan.model.clock import chinese_day
from mengzhan.model.codes import code_table
from mengzhan.model.divisions import division_tree
from mengzhan.model.entry import Value, Values, is_day, text_of, texts_of
from mengzhan.model.fieldtypes import Money
from mengzhan.model.occupations import occupations
from mengzhan.model.problem import UserError
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message
from mengzhan.rules.ads.lint import breaches
from mengzhan.rules.operations import kept, present
from mengzhan.rules.reader import Reader
from mengzhan.rules.state import OPEN as STILL_OPEN
from mengzhan.rules.state import PARTLY, VacancyOn, state_on
from mengzhan.rules.wage import DAY, HOUR, MONTH, PIECE, YEAR

FREE_OF_CHARGE = "公共就业服务不收费。遇到收押金、扣证件的，请打站里电话。"
"""What stands below everything that goes out (劳动力市场管理规定: no fee, no deposit, no papers)."""

ELSEWHERE = "其他"
_NOT_STATED = {("insurance", "9"), ("shift", "9")}  # codes that tell a reader nothing
_LONGEST_IN_CODE = 24
_MOST_TOLD = 5
_AGAINST_THE_LAW = ("block", "error")  # of the severities of rules for ads
_ASIDE = re.compile(r"（[^（）]*）")
_BREAKS = re.compile(r"[；;。,，]*\s*\n\s*")
_PER = {MONTH: "每月", DAY: "每天", HOUR: "每小时", PIECE: "计件，每件", YEAR: "每年"}


class NotClean(UserError):
    """Vacancies whose words or facts break a rule for ads; nothing of them goes out.

    ``findings`` are pairs of a title and what was found, the first finding of each vacancy.
    """

    def __init__(self, findings: Sequence[tuple[str, str]]) -> None:
        words = QT_TRANSLATE_NOOP(
            "model", "没有发布，招聘信息检查没有通过。{findings}请打开岗位，按提示改好再发布。"
        )
        told = "".join(f"“{title}”：{finding}" for title, finding in findings[:_MOST_TOLD])
        super().__init__("POSTING_UNCLEAN", Message(words, {"findings": told}))


class NotOwnVacancy(UserError):
    """What goes on the wall of a station, or to its groups, is what it looks after itself."""

    def __init__(self, title: str) -> None:
        words = QT_TRANSLATE_NOOP(
            "model", "“{title}”是别的站的岗位，海报和图文由那边发；这里可以推荐人去。"
        )
        super().__init__("POSTING_FOREIGN", Message(words, {"title": title}))


class NotOpen(UserError):
    """Vacancies that nobody can apply for any more: run out, filled or withdrawn."""

    def __init__(self, titles: Sequence[str]) -> None:
        words = QT_TRANSLATE_NOOP(
            "model", "没有发布：{titles}已过期、招满、撤下或没填人数。还在招的，请先核实、改好。"
        )
        super().__init__("POSTING_CLOSED", Message(words, {"titles": _quoted(titles)}))


def _quoted(titles: Sequence[str]) -> str:
    return "、".join(f"“{title}”" for title in titles)


@dataclass(frozen=True)
class Outlet:
    """The station as it stands on paper: its name, and the telephone that people call."""

    name: str
    phone: str = ""


@dataclass(frozen=True)
class Posting:
    """What the public may read of one vacancy. Empty texts are facts that nobody gave.

    ``places`` is how many are still wanted; ``area`` and ``trade`` are (code, name) pairs by which
    a booklet is put in order; ``findings`` are what the check of ads has against it.
    """

    title: str
    places: int
    pay: str
    valid_until: str
    employer: str = ""
    workplace: str = ""
    duties: str = ""
    hours: str = ""
    board: str = ""
    asked: str = ""
    insurance: str = ""
    term: str = ""
    starts_on: str = ""
    contact: str = ""
    phone: str = ""
    source: str = ""
    occupation: str = ""
    area: tuple[str, str] = ("", ELSEWHERE)
    trade: tuple[str, str] = ("", ELSEWHERE)
    findings: tuple[str, ...] = ()

    @property
    def living(self) -> str:
        """Hours, and board and lodging."""
        return "，".join(filter(None, (self.hours, self.board)))


def postings_of(
    reader: Reader, vacancies: Iterable[str], day: date, division: str = ""
) -> list[Posting]:
    """Return what goes out of some vacancies on a day, in their order.

    Args:
        vacancies: their records.
        division: where the station is, whose minimum wage counts where a vacancy names no place.

    Raises:
        NoSuchRecord: one is not there.
        NotOwnVacancy: another station shares one; that station answers for its ad and puts it out.
        NotOpen: one is not to be had on that day.
    """
    found = [_posting(reader, record, day, division) for record in vacancies]
    closed = [_named(posting) for posting, is_open in found if not is_open]
    if closed:
        raise NotOpen(closed)
    return [posting for posting, _ in found]


def require_clean(postings: Sequence[Posting]) -> None:
    """Let nothing out that breaks a rule for ads. Everything that prints postings calls this.

    Raises:
        NotClean: with what was found.
    """
    unclean = [(_named(posting), posting.findings[0]) for posting in postings if posting.findings]
    if unclean:
        raise NotClean(unclean)


def _named(posting: Posting) -> str:
    """Title and employer: several employers look for a shepherd."""
    return f"{posting.title}（{posting.employer}）" if posting.employer else posting.title


def open_findings(values: Values, day: date, division: str = "") -> tuple[str, ...]:
    """Return what in a vacancy is fraud or against the law, and is kept without a lawful reason."""
    hits = breaches(values, _AGAINST_THE_LAW, division=division, day=day)
    return tuple(hit.message for hit in hits if not hit.reason)


def _posting(reader: Reader, record: str, day: date, division: str) -> tuple[Posting, bool]:
    state = present(reader, record)
    values = state.values
    if state.excerpt:
        raise NotOwnVacancy(text_of(values, "title"))
    on = state_on(reader, record, day)
    is_open = isinstance(on, VacancyOn) and on.status in (STILL_OPEN, PARTLY)
    employer = reader.state(kept(reader, text_of(values, "employer")))
    place = text_of(values, "place")
    if not place and employer is not None:
        place = text_of(employer.values, "place")
    posting = Posting(
        title=text_of(values, "title"),
        places=on.places_left if isinstance(on, VacancyOn) else 0,
        pay=pay_words(values.get("wage_min"), values.get("wage_max"), text_of(values, "wage_unit")),
        valid_until=day_words(values.get("valid_until")),
        employer=text_of(employer.values, "name") if employer is not None else "",
        workplace=text_of(values, "workplace"),
        duties=_flowing(text_of(values, "duties")),
        hours=_label("shift", values),
        board=_label("board", values),
        asked=_asked(values),
        insurance=_label("insurance", values),
        term=_label("vacancy_term", values, "term"),
        starts_on=day_words(values.get("start_on")),
        contact=text_of(values, "contact"),
        phone=text_of(values, "phone"),
        source=_source(values),
        occupation=occupations().label(text_of(values, "occupation")),
        area=_area(place),
        trade=_trade(text_of(values, "occupation")),
        findings=open_findings(values, day, division),
    )
    return posting, is_open


def _flowing(text: str) -> str:
    """Several lines as one sentence."""
    return _BREAKS.sub("；", text)


def _label(table: str, values: Values, name: str = "") -> str:
    """Return the Chinese label of a code without what it says in brackets."""
    code = code_table(table).get(text_of(values, name or table))
    told = code is not None and (table, code.code) not in _NOT_STATED
    return _ASIDE.sub("", code.label) if code is not None and told else ""


def _asked(values: Values) -> str:
    named = [code_table("license_type").get(code) for code in texts_of(values, "licences")]
    parts = [
        _flowing(text_of(values, "conditions")),
        "、".join(_ASIDE.sub("", code.label) for code in named if code is not None),
        text_of(values, "skills"),
        "会蒙古语" if values.get("needs_mongolian") is True else "",
    ]
    return "；".join(part.strip("；。 ") for part in parts if part)


def _source(values: Values) -> str:
    told = [_label("source_channel", values, "source"), day_words(values.get("registered_on"))]
    return "，".join([*filter(None, told[:1]), *(f"{day}登记" for day in told[1:] if day)])


def _area(code: str) -> tuple[str, str]:
    """Return the township that a place lies in, or the larger place that it is."""
    path = [place for place in division_tree().path(code) if len(place.code) <= _TOWNSHIP]
    if not path:
        return "", ELSEWHERE
    return path[-1].code, "".join(place.name for place in path[2:]) or path[-1].name


_TOWNSHIP = 9  # digits
_MIDDLE = 2  # of the four levels of the classification


def _trade(code: str) -> tuple[str, str]:
    """Return the middle group (中类) of an occupation."""
    path = occupations().path(code)[:_MIDDLE]
    return (path[-1].code, path[-1].name) if path else ("", ELSEWHERE)


def day_words(value: Value) -> str:
    """Write a day as official papers do; nothing for no day."""
    if not isinstance(value, str) or not is_day(value):
        return ""
    return chinese_day(date.fromisoformat(value))


def pay_words(low: Value, high: Value, unit: str) -> str:
    """Write a wage as an advertisement should: amounts in yuan, and for what time or piece."""
    amounts = [
        f"{Money().show(value)}元" if isinstance(value, int) else "" for value in (low, high)
    ]
    per = _PER.get(unit, "")
    if not any(amounts):
        return "计件" if unit == PIECE else "面议（单位没有写明）"
    if not amounts[0]:
        return f"{per}最高{amounts[1]}"
    if not amounts[1]:
        return f"{per}{amounts[0]}以上"
    if amounts[0] == amounts[1]:
        return f"{per}{amounts[0]}"
    return f"{per}{amounts[0]}至{amounts[1]}"


# Text ------------------------------------------------------------------------------------------


def headline(posting: Posting) -> str:
    """Return the title and how many are wanted."""
    return f"{posting.title}，招{posting.places}人"


def caller(posting: Posting, outlet: Outlet) -> tuple[str, str]:
    """Return the telephone and whom to ask for: the vacancy's own contact, else the station."""
    if posting.phone:
        return posting.phone, posting.contact
    return outlet.phone, "站里" if outlet.phone else outlet.name


def call(posting: Posting, outlet: Outlet) -> str:
    """Return whom to call, in one line."""
    phone, who = caller(posting, outlet)
    if not phone:
        return f"请到{who}问"
    return f"{phone}（{who}）" if who else phone


def facts(posting: Posting, outlet: Outlet) -> list[tuple[str, str]]:
    """Return label and value of everything that is known, most wanted first."""
    found = [
        ("工资", posting.pay),
        ("单位", posting.employer),
        ("地点", posting.workplace),
        ("内容", posting.duties),
        ("时间食宿", posting.living),
        ("要求", posting.asked),
        ("社会保险", posting.insurance),
        ("期限", "，".join(filter(None, (posting.term, _starting(posting))))),
        ("电话", call(posting, outlet)),
        ("有效期至", posting.valid_until),
        ("信息来源", posting.source),
    ]
    return [(label, value) for label, value in found if value]


def _starting(posting: Posting) -> str:
    return f"{posting.starts_on}开工" if posting.starts_on else ""


def contact_text(posting: Posting, outlet: Outlet) -> str:
    """Return what a telephone's camera reads from the square code: enough to call, no more."""
    lines = [
        f"{_short(posting.title)}，招{posting.places}人",
        posting.pay,
        _short(posting.workplace),
        f"电话 {call(posting, outlet)}",
        f"有效期至{posting.valid_until}",
        signature(outlet) if posting.phone else "",
    ]
    return "\n".join(filter(None, lines))


def _short(text: str) -> str:
    """A code of many characters becomes too fine for a camera."""
    return text if len(text) <= _LONGEST_IN_CODE else f"{text[: _LONGEST_IN_CODE - 1]}…"


def signature(outlet: Outlet) -> str:
    """Return the station and its telephone."""
    return f"{outlet.name} {outlet.phone}".strip()


def announcement(postings: Sequence[Posting], outlet: Outlet, day: date) -> str:
    """Return the text to copy into a WeChat group.

    Raises:
        NotClean: a vacancy breaks a rule for ads.
    """
    require_clean(postings)
    dated = f"{day.month}月{day.day}日"
    several = len(postings) > 1
    wanted = sum(posting.places for posting in postings)
    opening = f"【招聘】{dated}，{len(postings)}个岗位，共招{wanted}人" if several else ""
    blocks = [opening] if opening else []
    for number, posting in enumerate(postings, 1):
        mark = f"{number}. " if several else "【招聘】"
        lines = [f"{label}：{value}" for label, value in facts(posting, outlet)]
        blocks.append("\n".join([mark + headline(posting), *lines]))
    blocks.append("\n".join([f"{signature(outlet)}（{dated}发布）", FREE_OF_CHARGE]))
    return "\n\n".join(blocks)
