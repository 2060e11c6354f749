"""What a message is about: work for others, work that somebody seeks, or something else."""

import re
from collections.abc import Sequence

from mengzhan.rules.ads.adtext import AdText, Fact
from mengzhan.rules.ads.wages import Pay

_SEEKS_WORK = re.compile(
    r"求职|求(?:一份|个)工作|能出去干活|谁有门路|不是招[工人聘]|招到了|招满|人满|(?:招|已经|都)[^,。\n]{0,6}满了|(?:[我俺]|本人|媳妇|老公|夫妻俩?|两口子)[^,。\n]{0,6}找活(?!儿?[的人])|有活儿?的?就?(?:叫|找|喊|联系)[我俺]|(?<![\d一二两三四五六七八九十]个)(?<![\d一二两三四五六七八九十])人够了(?!就)|(?<!就)不招了|已招"
    r"|本人[^。\n]{0,40}(?:求|找(?:个|份|一份)?[^,。\n]{0,8}(?:工作|活|差事|营生|班)(?!的|人))|[想要帮求]\w{0,14}找(?:个|份|点|一个|一份)?\w{0,14}(?<!干)(?:活儿?|工作|差事|营生)(?!的|人)"
    r"|想[^,。\n]{0,10}找个?[^,。\n]{0,6}班(?![的车主长])|想[^,。\n]{0,12}找个?(?:医院|诊所|单位|厂子)"
    r"|(?:有没有|谁知道|谁家|哪[里儿家]|哪有)[^,。\n]{0,12}(?:招[人工]|要人|用人|缺人|雇人|招[^,。]{1,8}的?)"
    r"[^,。\n]{0,4}(?:[吗呢么啊没]|[?]|$|[,。!])"
    r"|谁家[^,。\n]{0,6}(?:要|用|缺)人[^,。\n]{0,3}(?:说一声|吱一?声|告诉)"
    r"|谁家[招要缺雇用][^,。\n]{1,8}[,。 ][我俺咱][^,。\n]{0,6}(?:能|想|会)"
)
"""Somebody looks for work or asks about it, or the place is taken."""

_ONE_TAKEN = re.compile("(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{2,6}(?:招满|不招)了?")
"""One place of several is taken: 炸鸡工1 收银1，店长招满了."""

_OFFERS = re.compile(
    r"还[招差缺](?!人?[吗么不没?])|诚聘|急招|急聘|现招|急需|招聘[^吗?]{0,20}\d|招[^,。吗?\n]{1,8}(?:\d|[一两三])[名个人]"
)
_RECRUITS = re.compile(
    r"名额|招|聘|雇|零工|用工|干活|工钱|日结|工资|帮[我忙俺]|少个|[找要缺用](?:人|[\d一二两三四五六七八九十几])"
)
_CALLS = re.compile(
    r"招(?!生|学[员生]|手|待|牌)|聘|雇(?!主)|急[需缺]|用工|少个|[找要缺用](?:人|[\d一二两三四五六七八九十几])"
)
_WARNS = re.compile(
    "(?:是|就是|全是|都是|净是|遇到|碰上)(?:个|些)?骗(?:子|人)|骗押金|被骗|上当|一律(?:删|踢)|群规|别信|(?:都|谁也)别打那"
)
"""A warning about others' advertisements."""

_OTHER = re.compile(
    "出租(?!车)|出售|转让|求租|求购|收购|低价|甩卖|打折|团购|拼车|顺风车|捎人|丢了|捡到|寻物|走丢|认领|来认|跑(?:到|丢)|谁家的?[羊牛马驼狗车]"
)
"""What a message without the name of any work may be about instead."""

_TRADES = re.compile("求购|转租|出售|转让|出租(?!车)|求租|便宜卖|甩卖")
_SERVES = re.compile(
    "承接|承揽|活好价低|上门(?:服务|维修|安装|疏通)|(?:雇主|业主|货主|房东)们?请?联系|疏通|学费\\d|招生|招学员"
    "|有[^,。\n]{1,3}的(?:牧户|农户|人家|客户)请?联系|谁用车?(?:联系|找)"
    "|(?:拉货|搬家|用车|打车|修车)(?:请)?(?:找|叫|联系)我|(?:有|提供)[^,。\n]{2,12}有需要的"
    r"|(?:代驾|保洁|家政|搬家|开锁)服务(?=[,。 ]|$)"
)
"""Work that is offered to customers, or lessons."""

_TEACHES = re.compile("培训班|(?:技能|职业|创业|就业)培训|培训(?:开班|报名|通知|学员)")
"""A notice of lessons names occupations, too; one that hires calls people."""

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
    listed = bool(pay) and len(titles) > 1
    if _is_about_else(text, phones, headcounts, listed=listed):
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


def _is_about_else(
    text: str, phones: Sequence[Fact], headcounts: Sequence[Fact], *, listed: bool
) -> bool:
    """Whether a message seeks work, warns of others, trades, or offers services to customers.

    What lists several names with pay looks for people: 饭店转让后需全套人员：炒菜师傅6500、面案4500.
    """
    calls = listed or _CALLS.search(text)
    about = _ONE_TAKEN.sub("", text) if headcounts else text
    return bool(
        (_SEEKS_WORK.search(about) and not _OFFERS.search(text))
        or (_WARNS.search(text) and not phones)
        or (_TRADES.search(text) and not calls)
        or (_SERVES.search(text) and not (headcounts or calls))
        or (_TEACHES.search(text) and not _CALLS.search(text) and "岗位" not in text)
    )
