"""The draft of a typical case (典型案例) from what was done for a person, every sentence a record.

Nobody can be told from it: of the name only the surname stands there, no number, no telephone, no
address, no employer's name, no group that tells of illness, poverty or punishment, and nothing
that somebody wrote in words of their own. It is for Chinese offices and stays Chinese.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from mengzhan.model.codes import code_table
from mengzhan.model.entry import Values, date_of, is_day, text_of, texts_of
from mengzhan.model.fold import State
from mengzhan.model.idnumber import age_on
from mengzhan.model.occupations import occupations
from mengzhan.rules.answers import UNREACHED
from mengzhan.rules.linked import linked
from mengzhan.rules.operations import kept, present
from mengzhan.rules.postings import day_words
from mengzhan.rules.reader import Reader
from mengzhan.rules.reporting.draft import Draft

_SERVICES = ("follow_up", "training_intent", "enrolment", "referral")

_TOLD_GROUPS = ("K01", "K02", "K04")
"""Graduates, veterans, farmers and herders; what else a group tells is nobody's business."""

_TWO_CHARACTERS = ("欧阳", "司马", "上官", "诸葛", "皇甫", "尉迟", "公孙", "慕容", "令狐", "司徒")
_DIGITS = re.compile(r"\d{5,}")
_YES = "1"
_FINISHED = ("3", "4")
"""Codes of ``enrolment_result`` of who went to the end of a course."""

_REMARK = "（本稿由服务记录生成，姓名已隐去；发布前请核实，并征得本人同意。）"

_Event = tuple[str, str]
"""A day, and the sentence about it; without a day none is told."""


def typical_case(reader: Reader, person: str, station: str, today: date) -> Draft:
    """Write the draft for a person.

    Raises:
        NoSuchRecord: nobody is there.
    """
    values = present(reader, kept(reader, person)).values
    services = linked(reader, person, _SERVICES)
    told = [*_own(values), *_told(reader, services)]
    events = sorted(event for event in told if is_day(event[0]))
    hidden = Hidden(text_of(values, "name"))
    paragraphs = [_who(values, hidden.name, today), "".join(told for _, told in events)]
    written = tuple(hidden.without(text) for text in paragraphs if text)
    return Draft(f"{station}服务{hidden.name}就业典型案例", written, _REMARK)


class Hidden:
    """A name of which only the surname is told; a Mongolian one gives its first character."""

    def __init__(self, name: str) -> None:
        self._whole = name
        surname = name[:2] if name.startswith(_TWO_CHARACTERS) else name[:1]
        self.name = f"{surname}某"

    def without(self, text: str) -> str:
        """Return a text without the name and without whatever might be a number of somebody."""
        return _DIGITS.sub("…", text.replace(self._whole, self.name) if self._whole else text)


def _who(values: Values, name: str, today: date) -> str:
    parts = [name]
    sex = code_table("sex").get(text_of(values, "sex"))
    if sex is not None:
        parts.append(sex.label)
    born = date_of(values, "birth_date")
    if born is not None:
        parts.append(f"{age_on(born, today)}岁")
    codes = texts_of(values, "key_groups")
    known = (code_table("key_group").get(code) for code in _TOLD_GROUPS if code in codes)
    parts += [group.label for group in known if group is not None]
    return "，".join(parts) + "。"


def _own(values: Values) -> Iterator[_Event]:
    for field, words in (("graduated_on", "毕业"), ("unemployed_on", "登记失业")):
        day = text_of(values, field)
        yield day, f"{day_words(day)}{words}。"


def _told(reader: Reader, services: Sequence[State]) -> Iterator[_Event]:
    spoken = sorted(
        text_of(one.values, "day")
        for one in services
        if one.kind == "follow_up" and text_of(one.values, "outcome") not in ("", *UNREACHED)
    )
    if spoken:
        first = f"{day_words(spoken[0])}起，站里先后回访{len(spoken)}次。"
        yield spoken[0], first if len(spoken) > 1 else f"{day_words(spoken[0])}，站里回访1次。"
    for one in services:
        if one.kind == "training_intent":
            yield from _asked(one.values)
        elif one.kind == "enrolment":
            yield from _trained(one.values)
        elif one.kind == "referral":
            yield from _introduced(reader, one.values)


def _asked(values: Values) -> Iterator[_Event]:
    if text_of(values, "willing") != _YES:
        return
    day, wanted = text_of(values, "day"), "、".join(map(_trade, texts_of(values, "trades")))
    yield day, f"{day_words(day)}摸排时，表示愿意参加培训{f'，想学{wanted}' if wanted else ''}。"


def _trained(values: Values) -> Iterator[_Event]:
    day, trade = text_of(values, "started_on"), text_of(values, "trade")
    yield day, f"{day_words(day)}参加{_trade(trade) if trade else '职业'}培训。"
    ended = text_of(values, "ended_on")
    if ended and text_of(values, "result") in _FINISHED:
        got = "，取得证书" if text_of(values, "result") == _FINISHED[0] else ""
        yield ended, f"{day_words(ended)}结业{got}。"


def _introduced(reader: Reader, values: Values) -> Iterator[_Event]:
    day = text_of(values, "day")
    yield day, f"{day_words(day)}，站里推荐到{_place(reader, text_of(values, 'vacancy'))}。"
    for field, words in (
        ("arrived_on", "到岗"),
        ("stay_1_on", "满1个月核对，仍在岗"),
        ("stay_3_on", "满3个月核对，仍在岗"),
        ("stay_6_on", "满6个月核对，仍在岗"),
        ("left_on", "离职"),
    ):
        then = text_of(values, field)
        yield then, f"{day_words(then)}{words}。"


def _place(reader: Reader, vacancy: str) -> str:
    """Return what work at what sort of employer; who it is stays unsaid."""
    state = reader.state(kept(reader, vacancy)) if vacancy else None
    offered = state.values if state is not None else {}
    shop = text_of(offered, "employer")
    of = reader.state(kept(reader, shop)) if shop else None
    sort = code_table("entity_type").get(text_of(of.values, "entity_type")) if of else None
    where = f"一家{sort.label.partition('（')[0]}" if sort is not None else "一家用人单位"
    work = text_of(offered, "occupation")
    return f"{where}做{_trade(work)}" if work else f"{where}上班"


def _trade(code: str) -> str:
    known = occupations().get(code)
    return known.name if known is not None else code
