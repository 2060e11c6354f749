"""Made-up postings for tests of what goes out: usual ones, long ones, ones that say little."""

from dataclasses import replace

from mengzhan.rules.postings import Outlet, Posting

OUTLET = Outlet("勿布林嘎查就业服务站", "0482-8399000")
LONG_OUTLET = Outlet("乌兰毛都苏木巴彦敖包嘎查退役军人与就业创业综合服务站", "0482-8399000")
LONGEST_OUTLET = Outlet("站" * 60, "0482-8399000")
LONG_NAME = "阿拉坦其其格图雅·乌兰巴特尔额尔敦"

_TITLES = (
    "羊倌（接羔季）",
    "挤奶工",
    "收银员",
    "养老护理员",
    "保安员",
    "焊工",
    "餐厅服务员",
    "嘎查草管员",
    "货车司机（B2）",
    "民宿管家",
)
_AREAS = (
    ("152221201", "科尔沁右翼前旗乌兰毛都苏木"),
    ("152221100", "科尔沁右翼前旗科尔沁镇"),
    ("", "其他"),
)
_TRADES = (("5-03", "畜牧业生产人员"), ("4-10", "居民服务人员"))


def posting(number: int = 0) -> Posting:
    """Return a posting as a careful clerk writes it; ten differ in their titles."""
    return Posting(
        title=_TITLES[number % len(_TITLES)],
        places=number % 4 + 1,
        pay="每月4500元至5500元",
        valid_until="2026年12月23日",
        employer="白音牧业专业合作社",
        workplace="乌兰毛都苏木勿布林嘎查",
        duties="接羔、放牧、喂料，夜里轮班看护",
        hours="随季节、随工期",
        board="管吃住",
        asked="能吃苦，有放牧经验；驾驶证C1、C2；会蒙古语",
        insurance="意外险、雇主责任险",
        term="季节",
        starts_on="2027年2月1日",
        contact="白先生",
        phone=f"1990000{1000 + number}",
        source="企业走访，2026年11月20日登记",
        occupation="家畜饲养员",
        area=_AREAS[number % len(_AREAS)],
        trade=_TRADES[number % len(_TRADES)],
    )


def long_posting() -> Posting:
    """Return one in which every text is as long as its field allows."""
    return replace(
        posting(),
        title="生态家庭牧场接羔与冬季补饲综合饲养管理员含夜间值守及兼职记账统计"[:30] * 2,
        employer="科尔沁右翼前旗乌兰毛都草原文化旅游与畜牧产品综合开发有限责任公司（筹）" * 2,
        workplace="科尔沁右翼前旗乌兰毛都苏木勿布林嘎查巴音浩特北十二公里冬营地" * 3,
        duties=("负责母羊接羔、羔羊护理、每日补饲和圈舍消毒；" * 14)[:300],
        asked=("身体健康，能够适应野外和夜间轮班，熟悉牲畜常见病；" * 25)[:600],
        contact=LONG_NAME,
        pay="每月4500元至5500元",
    )


def longest_posting() -> Posting:
    """Return one whose every text is as long as its field allows, of characters all alike."""
    return replace(
        long_posting(),
        title="牧" * 60,
        employer="兴" * 100,
        workplace="浩" * 100,
        contact="孟" * 30,
        insurance="险" * 60,
    )


def bare_posting() -> Posting:
    """Return one of which only what must be there is known."""
    return Posting("挤奶工", 2, "面议（单位没有写明）", "2026年12月23日")
