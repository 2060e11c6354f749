"""What no pattern can find in an ad's text: amounts, hours, and what is not there at all.

Each check is named in the column ``check`` of the table and yields where it hits, with what the
message needs to be filled.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from mengzhan.model.minwage import MinWage
from mengzhan.rules.ads.identity import EmployerNames
from mengzhan.rules.ads.numerals import number
from mengzhan.rules.ads.pay import Pay, below_minimum, find_pay
from mengzhan.rules.ads.wording import Wording
from mengzhan.rules.ads.worktime import Stretch, daily_hours, too_long
from mengzhan.rules.wage import HOUR, MONTH

WIDEST = 3
"""How many times the lower end the upper end of a range may be."""

PROBATION_SHARE = 0.8
"""Least share of the full wage that is paid on probation (劳动合同法第二十条)."""

_PROBATION = re.compile("试用")
_N = "[0-9]{1,2}|[一二两三四五六七八九十仨俩半]{1,2}"
_MONTHS_OR_YEARS = f"(?P<number>{_N})个?(?P<unit>年|月)"
_CONTRACT_LENGTH = re.compile(
    f"(?:合同(?:期|先签|签|是|为|期限|一律|都|：)*|(?<!续)签(?:订|个|了|的|的是)?(?=[^，\n]{{1,4}}(?:合同|，)))"
    f"{_MONTHS_OR_YEARS}(?!以上|内|后|，?到期)"
)
_TRIAL_LENGTH = re.compile(
    f"试用期?(?:也|亦|是|为|要|先|从入职|从进厂|起|算|满|定|长|得|统一|：)*{_MONTHS_OR_YEARS}"
    f"|(?:头|前|最初)(?:的)?(?P<first>{_N})个?(?P<of>年|月)(?:都|也|全)?(?:算|当|是|为|属)(?:是)?试用"
)


@dataclass(frozen=True)
class Found:
    """Where a check hits (places in the plain form; equal ones: nowhere), and what it tells."""

    start: int
    end: int
    params: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Measured:
    """An ad with what is measured in it, worked out once for all checks."""

    ad: Wording
    least: MinWage
    names: EmployerNames

    @cached_property
    def pays(self) -> list[Pay]:
        """Every amount that is stated as pay."""
        return list(find_pay(self.ad))

    @cached_property
    def days(self) -> list[Stretch]:
        """How long a day's work is."""
        return list(daily_hours(self.ad))


Check = Callable[[Measured], Iterator[Found]]


def yuan(amount: float) -> str:
    """Write an amount in yuan: 2270, 22.4."""
    return f"{amount:.2f}".rstrip("0").rstrip(".")


def standard(least: MinWage, unit: str) -> str:
    """Write the minimum wage that something is held against."""
    if unit == HOUR:
        return f"{yuan(least.hourly / 100)}元/小时"
    return f"{yuan(least.monthly / 100)}元/月"


def _min_wage(it: Measured) -> Iterator[Found]:
    for pay, unit in below_minimum(it.ad, it.pays, it.days, it.least):
        yield Found(pay.start, pay.end, {"standard": standard(it.least, unit)})


def _hours(it: Measured) -> Iterator[Found]:
    for stretch in too_long(it.ad, it.days):
        yield Found(stretch.start, stretch.end)


def _range(it: Measured) -> Iterator[Found]:
    for pay in it.pays:
        if pay.high > WIDEST * pay.low:
            yield Found(pay.start, pay.end, {"range": f"{yuan(pay.low)}-{yuan(pay.high)}"})


def _probation(it: Measured) -> Iterator[Found]:
    monthly = [pay for pay in it.pays if pay.unit == MONTH]
    trial = [pay for pay in monthly if _on_probation(it.ad, pay)]
    full = max((pay.low for pay in monthly if pay not in trial), default=0.0)
    for pay in trial:
        if pay.low < max(full * PROBATION_SHARE, it.least.monthly / 100):
            yield Found(pay.start, pay.end)


def _on_probation(ad: Wording, pay: Pay) -> bool:
    first, _ = ad.clause(pay.start, pay.end)
    return _PROBATION.search(ad.text[first : pay.end]) is not None


def _trial(it: Measured) -> Iterator[Found]:
    """A probation longer than the length of the contract allows (劳动合同法第十九条)."""
    contract = _CONTRACT_LENGTH.search(it.ad.text)
    trial = _TRIAL_LENGTH.search(it.ad.text)
    if contract and trial and _months(trial) > longest_trial(_months(contract)):
        start, end = min(contract.start(), trial.start()), max(contract.end(), trial.end())
        yield Found(start, end)


def longest_trial(contract: float) -> int:
    """Return how many months of probation a contract of so many months may have."""
    if contract < 3:
        return 0
    if contract < 12:
        return 1
    return 2 if contract < 36 else 6


def _months(found: re.Match[str]) -> float:
    told = found.groupdict()
    digits = told["number"] or told["first"]
    amount = {"半": 0.5, "仨": 3.0, "俩": 2.0}.get(digits) or number(digits) or 0
    return amount * 12 if "年" in (told["unit"], told.get("of")) else amount


def _elements(it: Measured) -> Iterator[Found]:
    if not it.names.named(it.ad):
        yield Found(0, 0, {"element": "单位名称"})


CHECKS: Mapping[str, Check] = {
    "min_wage": _min_wage,
    "hours": _hours,
    "range": _range,
    "probation": _probation,
    "trial": _trial,
    "elements": _elements,
}
"""By the name that the table gives them."""
