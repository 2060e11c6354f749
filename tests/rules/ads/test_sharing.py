"""What stands in one line, in several, before the first and behind the last."""

from mengzhan.rules.wage import DAY, MONTH, Wage
from tests.rules.ads.conftest import Say


def test_a_number_goes_to_the_name_that_it_touches(said: Say) -> None:
    assert said("招2名服务员3名厨师", "headcount") == [2, 3]
    assert said("服务员2名，厨师3名", "headcount") == [2, 3]


def test_lines_below_a_name_are_its_own(said: Say) -> None:
    text = (
        "一、保洁\n人数：6人\n二、保安\n人数：2人\n要求：有证\n三、厨师\n人数：1人\n要求：三年经验"
    )
    assert said(text, "headcount") == [6, 2, 1]
    assert said(text, "requirements") == [None, "有证", "三年经验"]


def test_what_says_all_holds_for_all(said: Say) -> None:
    text = "招放马的1人，看井的1人，工资都是4000，13800000101"
    assert len(set(said(text, "wage"))) == 1
    assert None not in said(text, "wage")


def test_a_condition_within_the_last_item_is_its_own(said: Say) -> None:
    text = "钢筋工6个380/天，木工8个400/天，塔吊司机1个持证月薪9000，工地有宿舍"
    assert said(text, "requirements") == [None, None, "持证"]
    assert said(text, "lodging") == [True, True, True]


def test_blanks_part_like_commas(said: Say) -> None:
    text = "招综采工 30人 10000-14000 皮带工 8人 6500 食宿全免 13800000101"
    assert said(text, "board") == [True, True]
    assert [one.low for one in said(text, "wage") if isinstance(one, Wage)] == [1_000_000, 650_000]


def test_pay_behind_several_names_is_for_those_that_have_none(said: Say) -> None:
    text = "招铲车司机2名，装载机司机1名，工资7000-8000"
    assert len(set(said(text, "wage"))) == 1


def test_the_number_at_the_name_or_the_call_comes_first(said: Say) -> None:
    assert said("货场卸车的活，四个人干，一车三百六，现在差俩人，13800000101", "headcount") == [2]
    assert said("后厨走了俩人，现招：切配1，4200；凉菜1，5000", "headcount") == [1, 1]


def test_who_is_one_of_two_is_one(said: Say) -> None:
    text = "找两个人，一个放牛一个做饭，放牛的5000做饭的4500，13800000101"
    assert said(text, "headcount") == [1, 1]


def test_a_number_behind_a_name_and_a_call_is_of_that_name(said: Say) -> None:
    text = "物业缺人，保安要两个 保洁要三个 水工要一个，13800000101"
    assert said(text, "headcount") == [2, 3, 1]


def test_the_same_end_with_people_of_its_own_is_another_vacancy(said: Say) -> None:
    text = "1 银行保安3人 2900\n2 工地保安5人 3300\n3 学校保安2人 2700\n13800000101"
    assert said(text, "headcount") == [3, 5, 2]


def test_pay_goes_to_whom_the_words_before_it_name_in_short(said: Say) -> None:
    text = (
        "幼儿园招主班教师2名、配班教师2名、保育员1名\n主班3200，配班2800，保育员2500\n13800000101"
    )
    sums = [wage.low for wage in said(text, "wage") if isinstance(wage, Wage)]
    assert sums == [320_000, 280_000, 250_000]


def test_the_others_are_those_without_pay_of_their_own(said: Say) -> None:
    text = "医院招电梯工1名，锅炉工2名，护工5名。锅炉工4000，其他3000，13800000101"
    sums = [wage.low for wage in said(text, "wage") if isinstance(wage, Wage)]
    assert sums == [300_000, 400_000, 300_000]


def test_each_of_those_above_is_one(said: Say) -> None:
    text = "施工员 8000-10000\n资料员 5000-6000\n库管 4000\n以上各1人，食宿免费\n13800000101"
    assert said(text, "headcount") == [1, 1, 1]


def test_bare_numbers_behind_names_that_no_rule_knows(said: Say) -> None:
    text = "招穿线的2 300 打眼的1 260，乌兰花镇，13800000101"
    assert said(text, "title") == ["穿线", "打眼"]
    assert said(text, "headcount") == [2, 1]
    sums = [wage for wage in said(text, "wage") if isinstance(wage, Wage)]
    assert sums == [Wage(30_000, 30_000, DAY), Wage(26_000, 26_000, DAY)]


def test_what_several_names_end_in_means_all_of_them(said: Say) -> None:
    text = "招蒙语主播2位，汉语主播1位\n主播底薪4000\n电话13800000101"
    assert said(text, "title") == ["蒙语主播", "汉语主播"]
    assert said(text, "wage") == [Wage(400_000, None, MONTH, "底薪")] * 2


def test_a_name_in_short_beside_pay_means_the_full_one(said: Say) -> None:
    text = "煤矿招瓦斯检查员6人，皮带司机10人\n瓦检8000，皮带6000\n电话13800000101"
    assert said(text, "title") == ["瓦斯检查员", "皮带司机"]
    assert said(text, "wage") == [Wage(800_000, 800_000, MONTH), Wage(600_000, 600_000, MONTH)]


def test_a_shorter_occupation_is_not_a_longer_one_in_short(said: Say) -> None:
    text = "招电焊工2名，5000，电工4500，电话13800000101"
    assert said(text, "title") == ["电焊工", "电工"]


def test_each_behind_names_with_pay_between_is_for_all(said: Say) -> None:
    text = "采沙场：挖机司机9000 铲车司机8000 地磅员4500 各一名，13800000101"
    assert said(text, "headcount") == [1, 1, 1]


def test_sums_told_in_the_order_of_names(said: Say) -> None:
    text = "招挡车工、检验员、机修，分别5000、4000、6500，13800000101"
    assert [wage.low for wage in said(text, "wage") if isinstance(wage, Wage)] == [
        500_000,
        400_000,
        650_000,
    ]


def test_a_heading_holds_for_the_vacancies_behind_it(said: Say) -> None:
    text = (
        "佳美人力\n【包头】\n电焊工10名 9000\n【乌海】\n皮带工3名 5500\n操作工5名 6000\n13800000101"
    )
    assert said(text, "place") == ["包头", "乌海", "乌海"]


def test_a_firm_before_its_vacancies_in_one_line_is_theirs(said: Say) -> None:
    text = (
        "1、老灶火锅店：服务员2名3200，洗碗工1名2800\n2、阿牛手机店：维修师傅1名5000\n13800000101"
    )
    assert said(text, "employer") == ["老灶火锅店", "老灶火锅店", "阿牛手机店"]


def test_a_firm_of_one_entry_is_not_that_of_the_others(said: Say) -> None:
    text = "明天活：\n① 西瓜装车6人 每人260\n② 倒土豆10人 150\n③ 家具城抬沙发3人 100\n13800000101"
    assert said(text, "employer")[:2] == [None, None]


def test_what_ends_an_entry_is_asked_of_its_last_vacancy_and_given_to_all_of_it(said: Say) -> None:
    text = (
        "◆砖厂 出窑工6名 8000\n◆快递站 分拣2名 3500，派件员4名 6000 自带车，管吃住\n"
        "◆车站 清扫员3名 2300\n13800000101"
    )
    assert said(text, "requirements") == [None, None, "自带车", None]
    assert said(text, "lodging") == [None, True, True, None]


def test_a_firm_right_before_whom_it_looks_for_is_theirs_wherever_that_is_said(said: Say) -> None:
    text = "帮忙扩散一下 鑫源宾馆要前台 倒班 2800；隔壁老街饭店要面案一个 4500。13800000101"
    assert said(text, "employer") == ["鑫源宾馆", "老街饭店"]
    text = "单位：阳光医院\n护工2名：3200元\n电梯员1名：2300元\n单位：诚信开锁店\n学徒1名：2000元\n13800000101"
    assert said(text, "employer") == ["阳光医院", "阳光医院", "诚信开锁店"]


def test_where_a_household_lives_is_told_of_no_other(said: Say) -> None:
    text = "家政招聘\n住家保姆，照顾一位老人，4500\n雇主家在东胜区铁西\n同城育儿嫂一名，5000"
    assert said(text, "place") == ["东胜区铁西", None]


def test_a_name_that_only_heads_a_list_is_no_vacancy(said: Say) -> None:
    text = "康宁大药房招店员：药师1名，营业员3名，13800000101"
    assert said(text, "title") == ["药师", "营业员"]


def test_what_all_of_one_entry_have_the_others_do_not(said: Say) -> None:
    text = "1.某酒店：前台2人，4000元\n2.某火锅店：传菜生3人，3800元；洗碗工2人，3300元，均包吃住\n13800000101"
    assert said(text, "board") == [None, True, True]
