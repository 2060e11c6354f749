"""Sums of money as advertisements write them, in digits: 3千5, 一块五, 四五千, 5分."""

import re

from mengzhan.rules.ads.numerals import SPOKEN, number, spoken_number

MONEY = r"(?:元|块钱?|圆|角|毛钱?|分(?:钱|(?=[^\u4e00-\u9fff]|[一每按起到至]|$)))"
EACH_UNIT = r"(?:/|每)(?P<each>个?月|天|日|小时|件|年)"

_SMALL = "[一两二三四五六七八九]"
_COUNTS = "个|天|月|日|年|小?时|顿|宿|件|[块毛]|班|餐|险|人|斤|晚|只|头|袋|箱|捆|棵|吨|亩|筐|盘|张"
"""What a digit behind a sum counts: 三千四一个月 is 3,400 for one month."""

_SUM = "|".join(
    (
        r"\d{1,3}(?:,\d{3})+(?!\d)",
        r"\d[千万]\d(?!\d)",
        rf"\d{{1,3}}块[\d一二三四五六七八九半](?!\d|{_COUNTS})",
        r"[\d一二两三四五六七八九]毛[\d一二三四五六七八九](?!\d)",
        r"\d{1,7}(?:\.\d{1,4})?(?!\d)",
        rf"(?:{_SMALL}{{1,2}}[万千百十])+(?:零?{_SMALL}(?!{_COUNTS}))?(?!班|餐|顿|险|休)",
        rf"十{_SMALL}?[万千百]?",
        "[百千万](?=元|块)",
        rf"{_SMALL}块[一二三四五六七八九半](?!{_COUNTS})",
        rf"(?:{_SMALL}|十)(?=块(?!\d+(?:\.\d+)?[元块毛角]|[吃住干来去儿过板砖地布])|元|毛|分(?:钱|(?=[,;。 ]|$)))",
    )
)
AMOUNT = re.compile(
    rf"(?<![\d.])(?<![A-Za-z](?=\d))(?P<low>{_SUM})(?P<low_factor>[万千kKwW])?{MONEY}?(?:{EACH_UNIT})?"
    rf"(?:[-~—–至到、](?=[\d{SPOKEN[1:-1]}])[-~—–]?(?P<high>{_SUM})(?P<high_factor>[万千kKwW])?{MONEY}?)?"
)
"""A sum, or a range of two."""

_FACTORS = {"万": 10_000, "w": 10_000, "千": 1000, "k": 1000}
_COINS = {"角": 10, "毛": 10, "分": 100}
_COIN = re.compile("[角毛分]")
_BROKEN = re.compile("(?P<whole>.+)(?P<coin>[块毛])(?P<tenth>.)")
_MIXED = re.compile(r"\d[千万]\d")
_SAID = str.maketrans("0123456789", "零一二三四五六七八九")
_TWO_DIGITS = re.compile(rf"(?P<first>{_SMALL})(?P<second>{_SMALL})(?P<step>[百千万])")


def written(match: re.Match[str]) -> str:
    """Return a match of `AMOUNT` in digits and factors, a range with a hyphen."""
    low, high = match["low"], match["high"]
    two = _TWO_DIGITS.fullmatch(low)
    if two and not high:
        first, second = (spoken_number(two[name] + two["step"]) for name in ("first", "second"))
        return f"{first}-{second}"
    coin = _COIN.search(match[0][len(low) :])
    return "-".join(
        format(float(end) / _COINS[coin[0]], "g") if coin else end + factor
        for end, factor in _ends(match)
    )


def _ends(match: re.Match[str]) -> list[tuple[str, str]]:
    """Both ends of a range, or the one sum, in digits, with 万, 千 and the like behind it."""
    ends = [(match[name], match[f"{name}_factor"] or "") for name in ("low", "high")]
    read = [(_digits(end), factor) for end, factor in ends if end]
    step = match["high"] and match["high"][-1]
    if step in ("万", "千") and not read[0][1] and float(read[0][0]) < _FACTORS["千"]:
        read[0] = (read[0][0], step)
    return read


def in_yuan(match: re.Match[str]) -> float:
    """Return the lower end of a match in yuan."""
    factor = match["low_factor"] or match["high_factor"] or ""
    return float(_digits(match["low"])) * _FACTORS.get(factor.lower(), 1)


def _digits(text: str) -> str:
    broken = _BROKEN.fullmatch(text)
    if broken:
        tenths = 10 * (number(broken["whole"]) or 0) + (number(broken["tenth"]) or 5)
        return format(tenths / (10 * _COINS.get(broken["coin"], 1)), "g")
    said = text.translate(_SAID) if _MIXED.fullmatch(text) else text
    spoken = spoken_number(said)
    if spoken is None:
        return text.replace(",", "") if text[0].isdigit() else "0"
    return str(spoken)
