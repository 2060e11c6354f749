"""单位 and 走访: who has work, and what a visit there found (domain A3; 一起益企)."""

from mengzhan.model.fieldtypes import (
    Choice,
    Choices,
    CreditCode,
    Date,
    Division,
    Flag,
    Integer,
    Occupations,
    Phone,
    Pictures,
    Reference,
    Text,
)
from mengzhan.model.kind import Field, Kind
from mengzhan.model.kinds.putting_off import check_put_off, put_off_fields
from mengzhan.model.words import QT_TRANSLATE_NOOP

_BASICS = QT_TRANSLATE_NOOP("model", "基本情况")
_MORE = QT_TRANSLATE_NOOP("model", "其他")
_NEEDS = QT_TRANSLATE_NOOP("model", "访企问需")


EMPLOYER = Kind(
    name="employer",
    label=QT_TRANSLATE_NOOP("model", "单位"),
    many=QT_TRANSLATE_NOOP("lists", "单位"),
    title=("name",),
    day="registered_on",
    checks=(check_put_off,),
    fields=(
        Field(
            "name",
            QT_TRANSLATE_NOOP("model", "名称"),
            Text(100, search="text"),
            required=True,
            listed=True,
            group=_BASICS,
        ),
        Field(
            "entity_type",
            QT_TRANSLATE_NOOP("model", "类型"),
            Choice("entity_type"),
            required=True,
            listed=True,
            group=_BASICS,
        ),
        Field(
            "place",
            QT_TRANSLATE_NOOP("model", "所在地"),
            Division(),
            required=True,
            listed=True,
            prefill="station",
            group=_BASICS,
        ),
        Field(
            "contact",
            QT_TRANSLATE_NOOP("model", "联系人"),
            Text(30, search="text"),
            required=True,
            listed=True,
            group=_BASICS,
        ),
        Field(
            "phone",
            QT_TRANSLATE_NOOP("model", "电话"),
            Phone(),
            required=True,
            sensitive=True,
            listed=True,
            group=_BASICS,
        ),
        Field(
            "address",
            QT_TRANSLATE_NOOP("model", "详细地址"),
            Text(100, search="text"),
            group=_BASICS,
        ),
        Field(
            "credit_code",
            QT_TRANSLATE_NOOP("model", "统一信用代码"),
            CreditCode(),
            listed=True,
            group=_BASICS,
            help=QT_TRANSLATE_NOOP("model", "个体户没有可先空着，以后补。"),
        ),
        Field(
            "owner",
            QT_TRANSLATE_NOOP("model", "法定代表人/经营者"),
            Text(30, search="text"),
            group=_BASICS,
        ),
        Field("industry", QT_TRANSLATE_NOOP("model", "行业"), Choice("industry"), group=_MORE),
        Field(
            "staff_count",
            QT_TRANSLATE_NOOP("model", "从业人数"),
            Integer(high=200_000),
            group=_MORE,
        ),
        Field(
            "insured_count",
            QT_TRANSLATE_NOOP("model", "参保人数"),
            Integer(high=200_000),
            group=_MORE,
        ),
        Field(
            "revenue_band",
            QT_TRANSLATE_NOOP("model", "营收档"),
            Choice("revenue_band"),
            group=_MORE,
        ),
        Field("short_of_staff", QT_TRANSLATE_NOOP("model", "是否缺工"), Flag(), group=_MORE),
        Field(
            "directions",
            QT_TRANSLATE_NOOP("model", "政策方向"),
            Choices("direction_tag"),
            group=_MORE,
        ),
        Field(
            "registered_on",
            QT_TRANSLATE_NOOP("model", "登记日期"),
            Date(future=False),
            prefill="today",
            group=_MORE,
        ),
        *put_off_fields(_MORE),
        Field(
            "note", QT_TRANSLATE_NOOP("model", "备注"), Text(500, long=True), soft=True, group=_MORE
        ),
    ),
)

VISIT = Kind(
    name="visit",
    label=QT_TRANSLATE_NOOP("model", "走访"),
    many=QT_TRANSLATE_NOOP("lists", "走访"),
    title=("employer", "day"),
    day="day",
    duty=QT_TRANSLATE_NOOP("model", "走访企业"),
    fields=(
        Field(
            "employer",
            QT_TRANSLATE_NOOP("model", "单位"),
            Reference("employer"),
            required=True,
            listed=True,
            group=_BASICS,
        ),
        Field(
            "day",
            QT_TRANSLATE_NOOP("model", "日期"),
            Date(future=False),
            required=True,
            listed=True,
            prefill="today",
            group=_BASICS,
        ),
        Field(
            "visitor",
            QT_TRANSLATE_NOOP("model", "走访人"),
            Text(30),
            required=True,
            listed=True,
            prefill="operator",
            group=_BASICS,
        ),
        Field(
            "visitor_role",
            QT_TRANSLATE_NOOP("model", "走访人身份"),
            Choice("operator_role"),
            required=True,
            prefill="operator_role",
            group=_BASICS,
        ),
        Field(
            "hiring_need",
            QT_TRANSLATE_NOOP("model", "摸排用工意向"),
            Text(200),
            listed=True,
            group=_NEEDS,
            help=QT_TRANSLATE_NOOP("model", "缺岗可直接在下面登记岗位。"),
        ),
        Field(
            "training_need",
            QT_TRANSLATE_NOOP("model", "了解培训需求"),
            Text(200),
            listed=True,
            group=_NEEDS,
        ),
        Field(
            "training_headcount",
            QT_TRANSLATE_NOOP("model", "培训人数"),
            Integer(high=100_000),
            group=_NEEDS,
        ),
        Field(
            "training_occupations",
            QT_TRANSLATE_NOOP("model", "培训工种"),
            Occupations(),
            group=_NEEDS,
        ),
        Field(
            "policies",
            QT_TRANSLATE_NOOP("model", "推送就业政策"),
            Choices("policy_item"),
            listed=True,
            group=_NEEDS,
        ),
        Field("demand", QT_TRANSLATE_NOOP("model", "企业诉求"), Text(300), group=_NEEDS),
        Field(
            "department",
            QT_TRANSLATE_NOOP("model", "转交部门"),
            Choice("transfer_department"),
            group=_NEEDS,
        ),
        Field(
            "closed_on",
            QT_TRANSLATE_NOOP("model", "销号日期"),
            Date(future=False),
            group=_NEEDS,
        ),
        Field("pictures", QT_TRANSLATE_NOOP("model", "照片"), Pictures(), group=_MORE),
        Field(
            "note", QT_TRANSLATE_NOOP("model", "备注"), Text(500, long=True), soft=True, group=_MORE
        ),
    ),
)
