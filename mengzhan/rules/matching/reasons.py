"""What matching says, as data: a code, its parameters, and the sentence made of them.

Nothing is said that cannot be worked out again from the records: a claim keeps codes, days and
sums as they stand there; words are put in when it is shown.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from mengzhan.model.codes import code_table
from mengzhan.model.divisions import place_name
from mengzhan.model.entry import Value
from mengzhan.model.fieldtypes import Money
from mengzhan.model.occupations import occupations
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message
from mengzhan.rules.wage import DAY, HOUR, MONTH, YEAR

Tone = Literal["for", "against", "ask"]
"""What a claim is: a reason, something that speaks against it, or a question to be asked."""

Param = str | int | tuple[str, ...]


@dataclass(frozen=True)
class Claim:
    """One thing said of a person and a vacancy."""

    code: str
    params: Mapping[str, Param] = field(default_factory=dict)

    @property
    def tone(self) -> Tone:
        """Whether it speaks for the pair, against it, or has to be asked."""
        return _TONES.get(self.code, "for")

    def message(self) -> Message:
        """The sentence."""
        words = {name: _words(name, one) for name, one in self.params.items()}
        unit = self.params.get("unit", MONTH)
        if unit == MONTH:
            return Message(SENTENCES[self.code], words)
        return Message(_CONVERTED[self.code], {**words, "basis": Message(_BASIS[str(unit)])})


@dataclass(frozen=True)
class Closing:
    """What would close a gap: another value in a field of the person or the vacancy.

    ``None`` stands for a value that only asking can tell (a date of birth, until when to search).
    """

    side: Literal["person", "vacancy"]
    field: str
    value: Value


@dataclass(frozen=True)
class Missing:
    """The one thing that is missing, and what would close it."""

    claim: Claim
    closing: Closing

    def message(self) -> Message:
        """What is missing."""
        return self.claim.message()

    def short(self) -> Message:
        """The same in two or three words."""
        return self._say(_SHORT)

    def close(self) -> Message:
        """What would make it fit."""
        return self._say(_CLOSE)

    def _say(self, sentences: Mapping[str, str]) -> Message:
        params = self.claim.params
        words = {name: _words(name, one) for name, one in params.items()}
        return Message(sentences[self.claim.code], words)


SENTENCES: dict[str, str] = {
    # missing
    "place_out_of_range": QT_TRANSLATE_NOOP("model", "岗位在{place}，超出可去范围（{range}）"),
    "starts_too_early": QT_TRANSLATE_NOOP(
        "model", "{needed_by} 就要到岗，本人 {available} 才能上岗，晚 {days} 天"
    ),
    "closes_too_early": QT_TRANSLATE_NOOP(
        "model", "岗位招到 {until}，本人 {available} 才能上岗，晚 {days} 天"
    ),
    "licence_missing": QT_TRANSLATE_NOOP("model", "岗位要{licence}，本人没有登记"),
    "too_young": QT_TRANSLATE_NOOP(
        "model", "要满 {age} 周岁（{because}），本人 {months} 个月后才满"
    ),
    "age_not_known": QT_TRANSLATE_NOOP(
        "model", "要满 {age} 周岁（{because}），本人没有登记出生日期"
    ),
    "places_full": QT_TRANSLATE_NOOP("model", "招 {headcount} 人，已到岗 {arrived} 人，名额满了"),
    "expired": QT_TRANSLATE_NOOP("model", "岗位有效期到 {until}，已经过了"),
    # occupation
    "occupation_same": QT_TRANSLATE_NOOP("model", "想做的就是{occupation}"),
    "occupation_small_group": QT_TRANSLATE_NOOP(
        "model", "想做{wanted}，和{occupation}同是{group}（小类）"
    ),
    "occupation_middle_group": QT_TRANSLATE_NOOP(
        "model", "想做{wanted}，和{occupation}同属{group}（中类）"
    ),
    "occupation_major_group": QT_TRANSLATE_NOOP(
        "model", "想做{wanted}，和{occupation}只同属{group}（大类）"
    ),
    "wish_not_stated": QT_TRANSLATE_NOOP("model", "没写想做什么工种"),
    "occupation_not_stated": QT_TRANSLATE_NOOP("model", "岗位没写工种"),
    "title_read_as": QT_TRANSLATE_NOOP("model", "岗位没写工种，岗位名“{title}”按{occupation}算"),
    # wage
    "wage_all_reaches": QT_TRANSLATE_NOOP("model", "期望每月 {wish} 元，岗位 {pay} 元起"),
    "wage_top_reaches": QT_TRANSLATE_NOOP("model", "期望每月 {wish} 元，岗位最高 {pay} 元"),
    "wage_short": QT_TRANSLATE_NOOP("model", "期望每月 {wish} 元，岗位最高 {pay} 元，差 {gap} 元"),
    "wage_wish_not_stated": QT_TRANSLATE_NOOP("model", "没写期望月薪"),
    "wage_not_stated": QT_TRANSLATE_NOOP("model", "岗位没写明工资"),
    "wage_piece": QT_TRANSLATE_NOOP("model", "岗位计件，和期望月薪没法比"),
    "wage_open": QT_TRANSLATE_NOOP("model", "岗位工资面议，和期望月薪没法比"),
    "wage_casual": QT_TRANSLATE_NOOP("model", "零工做几天算几天，和期望月薪没法比"),
    # distance
    "near_village": QT_TRANSLATE_NOOP("model", "家和岗位都在{place}"),
    "near_township": QT_TRANSLATE_NOOP("model", "家和岗位同在{place}"),
    "near_banner": QT_TRANSLATE_NOOP("model", "家和岗位同在{place}"),
    "near_league": QT_TRANSLATE_NOOP("model", "家和岗位同在{place}"),
    "near_region": QT_TRANSLATE_NOOP("model", "家和岗位同在{place}"),
    "elsewhere": QT_TRANSLATE_NOOP("model", "家和岗位不在一个省区"),
    # season
    "season_free": QT_TRANSLATE_NOOP("model", "零工在 {month} 月，本人走得开"),
    "season_clash": QT_TRANSLATE_NOOP("model", "岗位 {month} 月开始，本人{limit}（{months} 月）"),
    "season_leave": QT_TRANSLATE_NOOP("model", "长期岗位，本人{limit}（{months} 月）要请假"),
    "season_ask": QT_TRANSLATE_NOOP("model", "本人{limit}（{months} 月），岗位做到几月没写"),
    # family and health
    "limit_shift_met": QT_TRANSLATE_NOOP("model", "本人{limit}，岗位是{shift}"),
    "limit_shift_clash": QT_TRANSLATE_NOOP("model", "本人{limit}，岗位却是{shift}"),
    "limit_board_met": QT_TRANSLATE_NOOP("model", "本人{limit}，岗位{board}"),
    "limit_board_clash": QT_TRANSLATE_NOOP("model", "本人{limit}，岗位却是{board}"),
    "transport_near": QT_TRANSLATE_NOOP("model", "本人没有交通工具，岗位就在{place}"),
    "transport_lodging": QT_TRANSLATE_NOOP("model", "本人没有交通工具，岗位{board}"),
    "transport_clash": QT_TRANSLATE_NOOP("model", "本人没有交通工具，岗位在{place}，不管住"),
    "heavy_clash": QT_TRANSLATE_NOOP("model", "本人不能干重体力活，岗位写着“{word}”"),
    "limit_ask": QT_TRANSLATE_NOOP("model", "本人{limit}，岗位合不合适没写"),
    # language
    "language_shared": QT_TRANSLATE_NOOP("model", "岗位需蒙古语沟通，本人能说"),
    "mongolian_not_registered": QT_TRANSLATE_NOOP("model", "岗位需蒙古语沟通，本人没有登记会不会"),
    "mongolian_needed": QT_TRANSLATE_NOOP("model", "本人需蒙古语沟通，岗位没写能不能"),
    # skills, training, experience
    "skills_shared": QT_TRANSLATE_NOOP("model", "岗位要的{words}，本人会"),
    "skills_not_shared": QT_TRANSLATE_NOOP("model", "岗位要{words}，本人登记的技能里没有"),
    "skills_not_stated": QT_TRANSLATE_NOOP("model", "岗位要{words}，本人没有登记技能"),
    "trained": QT_TRANSLATE_NOOP("model", "参加过{trade}培训，已结业"),
    "training_wished": QT_TRANSLATE_NOOP("model", "{day} 说过想学{trade}"),
    "experience": QT_TRANSLATE_NOOP("model", "相关工作做过 {years} 年"),
    "skill_level": QT_TRANSLATE_NOOP("model", "技能等级：{level}"),
    # what follows from limits that hold, or cannot be told
    "within_range": QT_TRANSLATE_NOOP("model", "岗位在{place}，在可去范围内（{range}）"),
    "range_not_stated": QT_TRANSLATE_NOOP("model", "没写最远能去哪儿"),
    "place_not_stated": QT_TRANSLATE_NOOP("model", "岗位没写在哪个地区"),
    "range_not_sure": QT_TRANSLATE_NOOP(
        "model", "岗位在{place}，家或岗位写得不细，在不在可去范围内（{range}）说不准"
    ),
    "licences_held": QT_TRANSLATE_NOOP("model", "岗位要的证照都有：{licences}"),
    "licence_other": QT_TRANSLATE_NOOP("model", "岗位还要别的证照，看岗位条件"),
    "in_time": QT_TRANSLATE_NOOP("model", "{needed_by} 到岗，本人 {available} 起就能上岗"),
    "places_left": QT_TRANSLATE_NOOP("model", "还缺 {left} 人"),
    "headcount_not_stated": QT_TRANSLATE_NOOP("model", "岗位没写招几人"),
    "nothing_missing": QT_TRANSLATE_NOOP("model", "地方、时间、证照、年龄没有查出不够的"),
    "foreign_places": QT_TRANSLATE_NOOP("model", "{station}报来的岗位，还缺不缺人先问一声"),
}
"""Code -> sentence."""

_CONVERTED: dict[str, str] = {
    "wage_all_reaches": QT_TRANSLATE_NOOP(
        "model", "期望每月 {wish} 元，岗位每{unit} {amount} 元起，{basis}合每月 {pay} 元"
    ),
    "wage_top_reaches": QT_TRANSLATE_NOOP(
        "model", "期望每月 {wish} 元，岗位每{unit}最高 {amount} 元，{basis}合每月 {pay} 元"
    ),
    "wage_short": QT_TRANSLATE_NOOP(
        "model",
        "期望每月 {wish} 元，岗位每{unit}最高 {amount} 元，{basis}合每月 {pay} 元，差 {gap} 元",
    ),
}
"""The same for pay that is not by the month, with what it was worked out by."""

_BASIS: dict[str, str] = {
    DAY: QT_TRANSLATE_NOOP("model", "按一个月 21.75 天"),
    HOUR: QT_TRANSLATE_NOOP("model", "按一个月 21.75 天、一天 8 小时"),
    YEAR: QT_TRANSLATE_NOOP("model", "按 12 个月"),
}
"""The rule of ``pay`` in words."""

_SHORT: dict[str, str] = {
    "place_out_of_range": QT_TRANSLATE_NOOP("model", "远了"),
    "starts_too_early": QT_TRANSLATE_NOOP("model", "晚 {days} 天"),
    "closes_too_early": QT_TRANSLATE_NOOP("model", "晚 {days} 天"),
    "licence_missing": QT_TRANSLATE_NOOP("model", "差{licence}"),
    "too_young": QT_TRANSLATE_NOOP("model", "不满 {age} 周岁"),
    "age_not_known": QT_TRANSLATE_NOOP("model", "差出生日期"),
    "places_full": QT_TRANSLATE_NOOP("model", "名额满"),
    "expired": QT_TRANSLATE_NOOP("model", "过期待核"),
}

_CLOSE: dict[str, str] = {
    "place_out_of_range": QT_TRANSLATE_NOOP("model", "愿意去到{needed}就合适"),
    "starts_too_early": QT_TRANSLATE_NOOP("model", "单位能等到 {available} 就合适"),
    "closes_too_early": QT_TRANSLATE_NOOP("model", "单位能等到 {available} 就合适"),
    "licence_missing": QT_TRANSLATE_NOOP("model", "办到{licence}就合适"),
    "too_young": QT_TRANSLATE_NOOP("model", "满 {age} 周岁再来，那时还在招就合适"),
    "age_not_known": QT_TRANSLATE_NOOP("model", "补上出生日期，满了 {age} 周岁就合适"),
    "places_full": QT_TRANSLATE_NOOP("model", "单位把人数加到 {needed} 人就合适"),
    "expired": QT_TRANSLATE_NOOP("model", "问单位，还在招、改了有效期就合适"),
}

_TONES: dict[str, Tone] = {
    **dict.fromkeys(
        (
            "wage_short",
            "near_league",
            "near_region",
            "elsewhere",
            "season_clash",
            "season_leave",
            "limit_shift_clash",
            "limit_board_clash",
            "transport_clash",
            "heavy_clash",
            "skills_not_shared",
        ),
        "against",
    ),
    **dict.fromkeys(
        (
            "wish_not_stated",
            "occupation_not_stated",
            "title_read_as",
            "wage_wish_not_stated",
            "wage_not_stated",
            "wage_piece",
            "wage_open",
            "wage_casual",
            "season_ask",
            "limit_ask",
            "mongolian_not_registered",
            "mongolian_needed",
            "skills_not_stated",
            "range_not_stated",
            "place_not_stated",
            "range_not_sure",
            "licence_other",
            "headcount_not_stated",
            "foreign_places",
        ),
        "ask",
    ),
}
"""Codes that are no reason for a pair."""


# Words for parameters ---------------------------------------------------------------------------

_LEGAL_AGE = QT_TRANSLATE_NOOP("model", "法律规定")
_WRITTEN = QT_TRANSLATE_NOOP("model", "岗位写着“{word}”")
_TABLES = {
    "range": "travel_range",
    "needed": "travel_range",
    "licence": "license_type",
    "licences": "license_type",
    "limit": "limits",
    "shift": "shift",
    "board": "board",
    "unit": "wage_unit",
    "level": "skill_level",
}
_MONEY = ("wish", "pay", "amount", "gap")


def _words(name: str, value: Param) -> object:
    """How a parameter reads."""
    writer = _WRITERS.get(name)
    if writer is not None:
        return writer(value)
    if name in _TABLES and not isinstance(value, int):
        codes = (value,) if isinstance(value, str) else value
        return "、".join(map(code_table(_TABLES[name]).label, codes))
    return "、".join(value) if isinstance(value, tuple) else value


def _place(value: Param) -> str:
    return place_name(str(value))


def _trade(value: Param) -> str:
    return occupations().label(str(value))


def _money(value: Param) -> str:
    return Money().show(value if isinstance(value, int) else None)


def _months(value: Param) -> object:
    """Months by number; how many months there are is a number already."""
    if isinstance(value, int):
        return value
    codes = (value,) if isinstance(value, str) else value
    return "、".join(str(int(code)) for code in codes)


def _because(value: Param) -> object:
    """What in a vacancy asks for an age, in words."""
    field_name, _, found = str(value).partition(":")
    if field_name == "text":
        return Message(_WRITTEN, {"word": found})
    table = {"shift": "shift", "licences": "license_type"}.get(field_name)
    return code_table(table).label(found) if table else Message(_LEGAL_AGE)


_WRITERS: dict[str, Callable[[Param], object]] = {
    **dict.fromkeys(("place", "station"), _place),
    **dict.fromkeys(("occupation", "wanted", "group", "trade"), _trade),
    **dict.fromkeys(_MONEY, _money),
    **dict.fromkeys(("month", "months"), _months),
    "because": _because,
}
