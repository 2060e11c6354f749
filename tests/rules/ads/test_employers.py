"""Who hires."""

import pytest

from mengzhan.rules.ads.employers import ends_as_firm
from mengzhan.rules.ads.parse import UNSURE_BELOW, parse_ad
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
        ("喜羊羊炖羊肉（乌海人民路店）\n招服务员5名", "喜羊羊炖羊肉"),
        ("快递站（五原县胜丰镇）招派件员1名", "快递站"),
        ("牙克石市恒顺木业 招聘 看窑工 两名", "牙克石市恒顺木业"),
        ("大杨树镇那家黑豆收购点招小工1名", "黑豆收购点"),
        ("宁城老哈河·龙凤酒业招灌装工2名", "龙凤酒业"),
        ("铁沟煤矿综采队缺人：支架工两个", "铁沟煤矿综采队"),
        ("招收银员1名，赤峰学院北门蜜可，13800000101", "蜜可"),
        ("招保洁，三号小区锦园物业", "锦园物业"),
        ("新华街一家书店「雁来」找店员1名", "雁来"),
        ("【川井二期风场】急缺：\n普工10人", "川井二期风场"),
        ("宝子们～花间小筑招人啦 美甲师1名", "花间小筑"),
        ("我家金玉面包房要裱花师一个，13800000101", "金玉面包房"),
        ("青山托管暑假找辅导老师2名", "青山托管"),
        ("新城区望湖酒店三楼，招服务员2名", "新城区望湖酒店"),
        ("和林格尔县 牧源牛场\n招挤奶工2名", "牧源牛场"),
        ("旗二中食堂招人 面点师1名", "旗二中食堂"),
        ("我们公司（内蒙古鼎远物流）招司机5名", "内蒙古鼎远物流"),
        ("东胜区铁西友谊大街欢欢宠物医院招前台1名", "欢欢宠物医院"),
        ("朋友开了个烤串店，缺个穿串的", "烤串店"),
        ("二连浩特市国门社区卫生服务站现需护士2人", "二连浩特市国门社区卫生服务站"),
    ],
)
def test_names_of_firms(text: str, name: str, said: Say) -> None:
    assert said(text, "employer") == [name]


@pytest.mark.parametrize(
    "text",
    [
        "托县某砂石厂招司机2名",
        "牧区招工：接羔工两名",
        "【以工代赈项目用工通知】普工20人",
        "本店招收银员1名",
        "北京望京保安招聘，月薪5500",
        "咱二道渠村老郭家葵花地雇人割盘子",
        "6月8号进场，招保安1名",
        "【用工快报】保安1名",
        "盖冷库，招保安1名",
        "近三天去过别的猪场的别来，招保安1名",
        "招保安1名，临河金川小区，快点",
    ],
)
def test_what_is_no_firm_is_nobody(text: str, said: Say) -> None:
    assert said(text, "employer") == [None]


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        ("服装厂招缝纫工3名", "服装厂"),
        ("小时工急招！火锅店，25一小时", "火锅店"),
        ("新开的面馆，洗碗工一名2700", "面馆"),
    ],
)
def test_a_sort_of_firm_is_only_a_guess(text: str, sort: str) -> None:
    (vacancy,) = parse_ad(text).vacancies
    assert vacancy.value("employer") == sort
    assert vacancy.fields["employer"].sure < UNSURE_BELOW


def test_an_address_behind_a_name_is_no_part_of_it(said: Say) -> None:
    text = "童乐园幼儿园(宝力格街32号)招保育员1名"
    assert said(text, "employer") == ["童乐园幼儿园"]


def test_endings() -> None:
    assert ends_as_firm("聚香缘饭店")
    assert not ends_as_firm("大饭店")
    assert not ends_as_firm("老汽车站对面")


def test_in_a_list_of_several_firms_each_has_its_own(said: Say) -> None:
    text = (
        "招工信息\n①工业街铁艺厂焊工 2人 日结350\n②风水梁镇獭兔厂剥皮工 5人 每张1.8元\n13800000101"
    )
    assert said(text, "employer") == ["铁艺厂", "风水梁镇獭兔厂"]
