"""Who hires: firms, shops and households that an advertisement names."""

import re
from collections.abc import Iterator, Sequence

from mengzhan.rules.ads.adtext import TAKEN, AdText, Fact, Span
from mengzhan.rules.ads.labels import Labelled

_HAN = "[\u4e00-\u9fff]"

_FIRMS = (
    "有限责任公司|股份有限公司|有限公司|分公司|公司|集团|工厂|总厂|厂|矿业|煤业|煤矿|牧业|农业|乳业|肉业|农牧|农牧业|建筑|建设|建材|路桥|"
    "合作社|超市|便利店|商店|商行|饭店|饭馆|大酒店|酒店|宾馆|酒楼|餐厅|餐馆|食府|火锅店?|烧烤店?|烤肉店?|面馆|羊肉馆|羊汤馆?|包子铺|早餐店|小吃店?|"
    "奶茶店?|奶茶铺|茶楼|茶饮|咖啡馆?|蛋糕店?|烘焙|饮品店?|饺子馆|菜馆|馆子|串店|专卖店|旗舰店|分店|总店|门店|店铺|店|铺|馆|幼儿园|托育园|托育中心|学校|小学|中学|"
    "培训中心|培训学校|医院|卫生院|诊所|药店|药房|大药房|养老院|敬老院|养老中心|康养中心|护理院|物业|物业公司|家政|家政公司|家政中心|商场|商贸|商城|"
    "百货|广场|项目部|牧场|农场|林场|奶牛场|养殖场|养鸡场|猪场|养殖基地|基地|加油站|机场|驿站|物流|物流园|快递|快递站|网点|网吧|KTV|ktv|会所|足浴|美容院|美容|"
    "造型|理发店|美发|服饰|服装|食品|电子|科技|洗车行|洗车|修理厂|汽修厂?|汽修|汽配|车行|洗衣店|旅行社|景区|度假村|滑雪场|传媒|门窗|装饰|装修公司|砖厂|"
    "搅拌站|车间|工坊|作坊|农家乐|牧家乐|蒙古大营|俱乐部|健身房?|影楼|摄影|超商|菜鸟驿站|服务社|服务站|服务部|营业部|运输队|车队|施工队|劳务|劳务公司|"
    "纺织|羊绒|制衣|制衣厂|绒业|光伏|新能源|风电|电力|化工|冶金|铝业|钢铁|制药|生物|种业|粮油|米业|面业|屠宰|冷库|冷链|肉联厂|水站|气站|热力|环卫|环保|保安|"
    "公寓|民宿|客栈|书店|花店|眼镜|手机店|数码|家具|家居|家电|商会|协会|中心|之家|乳品|奶业|酒业|饲料|种苗|苗圃|生态|园林|菌业|果业|蔬菜|大棚|社区工厂|帮扶车间|"
    "会馆|串吧|酒吧|小馆|小厨|大院|人家|庄园|山庄|食堂|餐饮|酸菜鱼|麻辣烫|米线|拉面|炸鸡|汉堡|披萨|烧麦馆?|奶食店|涮肉|铁锅炖|铜锅"
)
_GENERIC = re.compile(
    "^(?:某|一家|一个|本地|本|我们?|咱们?|各|连锁|大型|小型|新开|知名|家|这|自家|一|正规|国营|私人|县城|镇上|旗里|市里|城里|工业园区?|园区|乡镇|个体|"
    "服装|奶茶|美发|电子|制衣|奶牛|养牛|养羊|养猪|养鸡|养殖|家政|火锅|烧烤|饭|餐饮|物业|物流|快递|砖|水泥|食品|肉|牛肉干|纺织|羊绒|建筑|工地|小区|大|"
    "小|酒|宾|超|面|早餐|小吃|理发|洗车|汽车|汽修|修理|加油|幼儿|托育|药|医|学|商|百货|手机|蛋糕|奶|乳品|农|林|牧|果|菜|蔬菜|大棚|煤|矿|化工|钢|电|"
    "热力|保洁|保安|环卫|搬家|装修|门窗|家具|木材|饲料|种子|粮食|屠宰|冷|社区|街道|村|嘎查|苏木|旗|县|镇|市|培训|美容|足浴|健身|影|摄影|旅游|景区|牧家|农家|"
    "夜|门|新|老|本店|分|总|包子|羊肉|奶食|乡村|草原|职业|技工|中|高|初|住院部?|施工|服务|公司|工|厂|店|餐|馆)*"
    f"(?:{_FIRMS})?$"
)
_NAME_BODY = rf"[\u4e00-\u9fffA-Za-z0-9·&]{{1,22}}?"
_FIRM = re.compile(rf"(?P<firm>{_NAME_BODY}(?:{_FIRMS})(?:\([^()\n\0]{{2,12}}\))?)(?=[^\u4e00-\u9fff]|$)")
_FIRM_THAT = re.compile(
    rf"(?:.{{0,6}}(?:我们(?:这[边里儿])?是?|咱们?(?:这[边里儿])?是?|我(?:这[边里儿])?是|这[边里儿]是)|{_HAN}{{0,4}}在)?(?P<firm>{_NAME_BODY}(?:{_FIRMS}))(?=招|找|聘|急|现|要|需|诚|的|上班)"
)
_FOR = re.compile(rf"(?:为|给|替|帮)(?P<firm>{_NAME_BODY}(?:{_FIRMS}))(?:代招|招|急招|直招)")
_ANNOUNCES = re.compile(
    r"^[\s\-*#·•★☆【\[《“\"]*(?P<name>[\u4e00-\u9fffA-Za-z0-9·&()]{2,30}?)[】\]》”\"]?[ ,:]*(?:现?因[^\n]{0,12}?)?(?:现|特|急|诚|长期|高薪|大量|面向社会|火热|春季|秋季|夏季|冬季|对外|公开|常年|最新|又|开始|要)*"
    r"(?:招聘|招工|招人|诚聘|急聘|急招|招募|招收|聘|招|用工|找人|找|要人)"
)
_LEADS = re.compile(r"^(?:(?:施工|用工|用人|招聘)单位[为是]|就|我们?|咱们?|这里是|我是|本单位|我家|位于|地址|在|到|去|为|给|帮|替|代|转发?|现|因|由于|受|应|是|有|，)+")
ADDRESS_LEAD = re.compile(
    rf"^(?P<place>{_HAN}{{1,10}}?(?:小区|大街|街道?|路|巷|园区|开发区|对面|旁边?|附近|门口|口|楼下?|院内|市场|商场|广场|[东西南北]侧))(?={_HAN}{{3}})"
)
_NOT_FIRMS = re.compile(
    "招|聘|岗位|务工|项目(?!部)|以工代赈|牧区|信息|通知|公告|大集|就业|群|兼职|日结|秋收|春耕|转发|帮忙|以上|工资|员工|宿舍|包吃|集体"
)
_HOUSEHOLD = re.compile(rf"牧户[ :]?{_HAN}{{2,4}}|{_HAN}{{2,4}}家庭牧场|养殖户{_HAN}{{2,4}}")


def find_employer(ad: AdText, labels: Sequence[Labelled]) -> list[Fact]:
    """Return who hires: named by a label, in a heading, or by a word such as 公司 at its end."""
    found = [fact for label in labels if label.what == "employer" for fact in _labelled_firm(ad, label)]
    found = found or list(_hiring_for(ad)) or list(_announced(ad)) or list(_by_ending(ad)) or list(_household(ad))
    for fact in found[:1]:
        ad.take(fact.span)
    return found[:1]


def _labelled_firm(ad: AdText, label: Labelled) -> Iterator[Fact]:
    text = re.split(rf"[,;。!\n{TAKEN}]", ad.free[label.value.start : label.value.end].lstrip(" "))[0]
    start = ad.free.find(text, label.value.start) if text.strip() else -1
    if start >= 0:
        span = ad.trimmed(Span(start, start + len(text)))
        yield Fact("employer", ad.words(span), span, 0.95)


def _hiring_for(ad: AdText) -> Iterator[Fact]:
    """The firm for which an agent hires: 某劳务为云岭铝材厂代招."""
    for match in _FOR.finditer(ad.free):
        yield from _firm(ad, Span(*match.span("firm")), 0.8, need_ending=True)


def _announced(ad: AdText) -> Iterator[Fact]:
    for line in ad.lines:
        match = _ANNOUNCES.match(ad.free, line.start, line.end)
        if match:
            yield from _firm(ad, Span(*match.span("name")), 0.85, need_ending="【" not in match[0])


def _by_ending(ad: AdText) -> Iterator[Fact]:
    for pattern, sure in ((_FIRM, 0.7), (_FIRM_THAT, 0.6)):
        for span in ad.clauses(brackets=False):
            match = pattern.match(ad.folded, *span)
            if match and (pattern is _FIRM_THAT or match.end() == span.end):
                firm = Span(*match.span("firm"))
                yield from _firm(ad, firm, sure, need_ending=True)


def _firm(ad: AdText, span: Span, sure: float, *, need_ending: bool) -> Iterator[Fact]:
    """Yield a name unless it only says what sort of firm it is (服装厂)."""
    start, end = ad.trimmed(span, "【】[]《》“”\"")
    lead = _LEADS.match(ad.folded[start:end])
    start += lead.end() if lead else 0
    address = ADDRESS_LEAD.match(ad.folded[start:end])
    if address and ends_as_firm(ad.folded[start + address.end() : end]):
        start += address.end()
    words = ad.folded[start:end]
    if len(words) < 3 or "某" in words or _GENERIC.match(words):
        return
    if need_ending and not ends_as_firm(words):
        return
    if _NOT_FIRMS.search(words):
        return
    yield Fact("employer", ad.words(Span(start, end)), Span(start, end), sure)


def ends_as_firm(words: str) -> bool:
    """Return whether words end as names of firms do, and are not only a sort of firm."""
    return bool(re.search(rf"(?:{_FIRMS})(?:\([^()]*\))?$", words)) and not _GENERIC.match(words)


def _household(ad: AdText) -> Iterator[Fact]:
    for match in _HOUSEHOLD.finditer(ad.folded):
        span = Span(*match.span())
        yield Fact("employer", ad.words(span), span, 0.6)


