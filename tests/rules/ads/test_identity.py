"""Whether an ad says who employs."""

import pytest

from mengzhan.rules.ads.rulebook import rules_in_force
from mengzhan.rules.ads.wording import Wording


def names(text: str) -> bool:
    book = rules_in_force()
    return book.employers.named(Wording(text, book.spellings))


@pytest.mark.parametrize(
    "text",
    [
        "林西县惠民超市招收银员2名",
        "河套酒业招包装工",
        "嘉和酒店洗碗工，3000",
        "万和五金招店员",
        "招挤奶工，找牧户巴特尔",
        "老孙家雇羊倌一名",
        "双合屯粮食收购点 招过秤员一个",
        "要求敬业，地址维多利商厦",
        "太仆寺旗公安机关招辅警",
        "普工200人，厂名：宏宇达，22元/小时",
    ],
)
def test_an_employer_is_named(text: str) -> None:
    assert names(text)


@pytest.mark.parametrize(
    "text",
    [
        "招普工十名，月薪4500元，有意加微信zhaogong",
        "某大型工厂直招普工",
        "急招日结小时工，今天下午两点到六点",
        "饭店招服务员，电话19900000000",
        "药店招店员，处方审核",
        "收银行卡，来聚源宾馆208面谈",
    ],
)
def test_nobody_is_named(text: str) -> None:
    assert not names(text)
