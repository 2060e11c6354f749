"""Who hires."""

import pytest

from mengzhan.rules.ads.employers import ends_as_firm
from tests.rules.ads.conftest import Say


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("【老牛头火锅】招人啦\n服务员2名", "老牛头火锅"),
        ("乌海蓝盾矿业招聘：\n机修工2名", "乌海蓝盾矿业"),
        ("招聘\n塞野酒店因业务发展需要，现招聘：\n保安2名", "塞野酒店"),
        ("诚禾劳务为云岭铝材厂代招：普工50人", "云岭铝材厂"),
        ("我们这边是红柳滩砖厂的缺几个码砖的", "红柳滩砖厂"),
        ("招店员2名\n地址：人民路中段 茶叙时光", "茶叙时光"),
        ("招服务员2名，地址在二中对面老地方烧烤", "老地方烧烤"),
        ("施工单位为骆驼刺建筑公司，招普工5名", "骆驼刺建筑公司"),
        ("咱二道渠村老郭家葵花地雇人割盘子", "老郭家"),
        ("招保洁，三号小区锦园物业", "锦园物业"),
    ],
)
def test_names_of_firms(text: str, name: str, said: Say) -> None:
    assert said(text, "employer") == [name]


@pytest.mark.parametrize(
    "text",
    [
        "服装厂招缝纫工3名",
        "托县某砂石厂招司机2名",
        "牧区招工：接羔工两名",
        "【以工代赈项目用工通知】普工20人",
        "本店招收银员1名",
        "北京望京保安招聘，月薪5500",
    ],
)
def test_a_sort_of_firm_is_nobody(text: str, said: Say) -> None:
    assert said(text, "employer") == [None]


def test_endings() -> None:
    assert ends_as_firm("聚香缘饭店")
    assert not ends_as_firm("大饭店")
    assert not ends_as_firm("老汽车站对面")
