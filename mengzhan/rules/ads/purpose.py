"""What a message is about: work for others, work that somebody seeks, or something else."""

import re
from collections.abc import Sequence

from mengzhan.rules.ads.adtext import AdText, Fact
from mengzhan.rules.ads.wages import Pay

_SEEKS_WORK = re.compile(
    r"求职|求(?:一份|个)工作|能出去干活|谁有门路|不是招[工人聘]|招到了|招满|人满|(?<![\d一二两三四五六七八九十]个)(?<![\d一二两三四五六七八九十])人够了(?!就)|(?<!就)不招了|已招"
    r"|本人[^。\n]{0,40}(?:求|找(?:个|份|一份)?[^,。\n]{0,8}(?:工作|活|差事|营生|班)(?!的|人))|[想要帮求]\w{0,14}找(?:个|份|点|一个|一份)?\w{0,14}(?<!干)(?:活儿?|工作|差事|营生)(?!的|人)"
    r"|想[^,。\n]{0,12}找个?(?:医院|诊所|单位|厂子)"
    r"|(?:有没有|谁知道|谁家|哪[里儿家]|哪有)[^,。\n]{0,12}(?:招[人工]|要人|用人|缺人|雇人|招[^,。]{1,8}的?)"
    r"[^,。\n]{0,4}(?:[吗呢么啊]|[?]|$|[,。!])"
)
"""Somebody looks for work or asks about it, or the place is taken."""

_OFFERS = re.compile(
    r"还[招差缺](?!人?[吗么不没?])|诚聘|急招|急聘|现招|急需|招聘[^吗?]{0,20}\d|招[^,。吗?\n]{1,8}(?:\d|[一两三])[名个人]"
)
_RECRUITS = re.compile(
    r"名额|招|聘|雇|零工|用工|干活|工钱|日结|工资|帮[我忙俺]|少个|[找要缺用](?:人|[\d一二两三四五六七八九十几])"
)
_CALLS = re.compile(r"招|聘|雇|用工|少个|[找要缺用](?:人|[\d一二两三四五六七八九十几])")
_WARNS = re.compile(
    "(?:是|就是|全是|都是|净是|遇到|碰上)(?:个|些)?骗(?:子|人)|骗押金|被骗|上当|一律(?:删|踢)|群规|别信|(?:都|谁也)别打那"
)
"""A warning about others' advertisements."""

_OTHER = re.compile(
    "出租(?!车)|出售|转让|求租|求购|收购|低价|甩卖|打折|团购|拼车|顺风车|捎人|丢了|捡到|寻物|走丢|认领|来认|跑(?:到|丢)|谁家的?[羊牛马驼狗车]"
)
"""What a message without the name of any work may be about instead."""

_TRADES = re.compile("求购|转租|出售|转让|出租(?!车)|求租|便宜卖|甩卖")
_TELLING = 4
"""So many sorts of facts, pay among them, make a message an advertisement without any call."""

_GUESSED = 0.45
"""A name less sure than this makes a vacancy only of a message with a telephone number."""


def offers_work(
    ad: AdText,
    titles: Sequence[Fact],
    pay: Sequence[Pay],
    headcounts: Sequence[Fact],
    phones: Sequence[Fact],
    others: Sequence[Sequence[Fact]],
) -> bool:
    """Return whether a message looks for people, by its words and by what was found in it.

    Args:
        others: what else advertisements say: where, when, for whom, with what meals.
    """
    text = ad.folded
    if _SEEKS_WORK.search(text) and not _OFFERS.search(text):
        return False
    if _WARNS.search(text) and not phones:
        return False
    if _TRADES.search(text) and not _CALLS.search(text):
        return False
    kinds = sum(map(bool, (pay, headcounts, phones, *others)))
    if pay and kinds >= _TELLING and not _OTHER.search(text):
        return True
    if titles:
        guessed = max(title.sure for title in titles) < _GUESSED
        numbers = pay or headcounts or phones
        if not (pay or headcounts or _RECRUITS.search(text)) and _OTHER.search(text):
            return False
        if guessed:
            return bool(phones or (pay and (headcounts or _CALLS.search(text))))
        return bool(numbers or _RECRUITS.search(text))
    calls = (pay and phones) or _CALLS.search(text)
    return bool((pay or headcounts) and calls and not _OTHER.search(text))
