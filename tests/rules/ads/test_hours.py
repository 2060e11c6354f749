"""Hours of work."""

import pytest

from mengzhan.rules.ads.adtext import AdText
from mengzhan.rules.ads.hours import find_hours


@pytest.mark.parametrize(
    "text",
    [
        "早8:00-晚8:00，上一天休一天",
        "早去晚回",
        "随叫随到",
        "早7点出车晚6点回",
        "后半夜两点起来做豆腐到上午九点",
        "白班9-17夜班17-24，对倒",
        "周六周日来",
        "三个月一休",
        "上一天休半天",
        "上午9点干到收完房",
        "全月无休",
        "每周二四六",
        "10:00-14:00 16:30-21:30",
        "早上7点上班下午5点下班中午休两小时",
        "两班倒，12小时",
        "下午4点到半夜1点",
        "早9:30晚7:00",
        "天不亮上山天黑下山",
        "每周来两次",
        "下午四点上班到凌晨一点",
        "做24小时休24小时",
        "前晌7点到后晌6点",
        "三班倒，月休4天",
        "早晚两班倒，每班7小时",
        "周末双休",
        "早8晚6",
        "每天8小时不加夜班",
        "干到下午5点左右",
        "长白班",
        "上20天歇10天",
        "干二十歇八",
        "上一宿歇两宿",
        "上午九点到晚八点中间歇俩钟头",
        "早上八点来晚上六点走",
        "周一到周五7:30-17:00",
        "一天八个点",
        "逢五歇",
        "早六点半到晚六点半中午歇两小时",
        "早上6点村口坐车",
        "早班晚班倒着来",
        "下午四点收工",
        "两班倒10.5小时",
        "时间灵活",
        "早7点干到完活",
        "每月集中休6天",
        "周日不跑",
        "跑22天休8天",
    ],
)
def test_neighbouring_phrases_are_one(text: str) -> None:
    ad = AdText(f"招工，{text}，电话")
    assert [fact.value for fact in find_hours(ad)] == [text]


@pytest.mark.parametrize(
    "text", ["三年以上经验", "夜班补贴多", "18-45岁", "3500-4000元", "2026年3月"]
)
def test_what_is_no_hour(text: str) -> None:
    assert not find_hours(AdText(text))


def test_when_people_meet_tells_the_hours_only_without_others() -> None:
    alone, beside = AdText("打草，早上6点村口上车"), AdText("打草，八个钟头，7点15集合上车")
    assert [fact.value for fact in find_hours(alone)] == ["早上6点村口上车"]
    assert [fact.value for fact in find_hours(beside)] == ["八个钟头"]
