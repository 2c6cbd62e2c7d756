"""The columns of a roster, and what offices call them.

A bare 编号 is no 工号 and a bare 职务 no 职称: what may mean two things isn't among the aliases, it is asked about.
"""

from dataclasses import replace

from django.utils.translation import gettext_lazy as _

from members.enums import (
    ContractKind,
    Gender,
    PoliticalStatus,
    PostCategory,
    PostRank,
    ServiceStatus,
    UnionStatus,
)
from members.importers import cells, words
from members.models import Department, Member, UnionGroup
from unionoffice.sheets import VOID, Choice, Column, code, day_or_month, limits_of, text


def _whose(*heads: str) -> tuple[str, ...]:
    """Heads that say whose they are: 教师姓名, 会员姓名."""
    people = ("教职工", "教职员工", "职工", "教师", "教工", "员工", "会员", "本人", "个人")
    return tuple(f"{who}{head}" for head in heads for who in people)


def _when(*events: str) -> tuple[str, ...]:
    """来校时间, 来校日期, 来校年月."""
    return tuple(f"{event}{word}" for event in events for word in ("时间", "日期", "年月", "年月日"))


_DECLARED: tuple[Column, ...] = (
    Column(
        "employee_no",
        _("工号"),
        (
            *("职工号", "教工号", "教职工号", "员工号", "职工编号", "教工编号", "教职工编号", "员工编号", "教师编号"),
            *("人员编号", "职员编号", "人员代码", "工作证号", *_whose("工号")),
        ),
        code,
        required=True,
    ),
    Column("name", _("姓名"), ("名字", *_whose("姓名")), cells.name, required=True),
    Column(
        "gender",
        _("性别"),
        _whose("性别"),
        Choice(Gender, unknown="unknown_gender", also=words.GENDER),
        required=True,
        may_lack=True,
    ),
    Column("birth_date", _("出生日期"), (*_when("出生"), "生日", "出生", "出生日"), day_or_month),
    Column("ethnicity", _("民族"), ("族别",), cells.ethnicity, spreads=True),
    Column(
        "political_status",
        _("政治面貌"),
        ("政治面目", "政治身份", "党派", "所属党派"),
        Choice(PoliticalStatus, unknown="unknown_political_status", also=words.POLITICAL_STATUS),
        spreads=True,
    ),
    Column(
        "department",
        _("部门"),
        (
            *(
                "所在部门",
                "所属部门",
                "部门名称",
                "工作部门",
                "科室",
                "所在科室",
                "处室",
                "所在处室",
                "教研组",
                "所在教研组",
            ),
            *("所属教研组", "学科组", "所在学科组", "年级组", "所在年级组", "组别"),
        ),
        text,
        spreads=True,
    ),
    Column(
        "post_category",
        _("岗位类别"),
        ("岗位类型", "岗位性质", "岗位分类"),
        Choice(PostCategory, unknown="unknown_post_category", also=words.POST_CATEGORY),
        spreads=True,
    ),
    Column(
        "post_rank",
        _("岗位层级"),
        ("干部层级", "层级"),
        Choice(PostRank, unknown="unknown_post_rank", also=words.POST_RANK),
        spreads=True,
    ),
    Column(
        "title",
        _("职称"),
        (
            *("现任职称", "现有职称", "现聘职称", "专业技术职务", "专业技术职称", "技术职称", "职称名称", "任职资格"),
            *("专业技术职务任职资格", "专业技术资格", "职务(职称)", "职称(职务)", "职务职称", "职称职务"),
        ),
        cells.title,
        spreads=True,
    ),
    Column(
        "contract_kind",
        _("用工形式"),
        (
            *(
                "用工性质",
                "用工方式",
                "用工类型",
                "用工类别",
                "人员性质",
                "编制",
                "编制性质",
                "编制类型",
                "编制类别",
                "编制情况",
            ),
            *("编制状况", "聘用形式", "聘用方式", "聘用性质"),
        ),
        Choice(ContractKind, unknown="unknown_contract_kind", also=words.CONTRACT_KIND),
        spreads=True,
    ),
    Column(
        "first_job_on",
        _("参加工作时间"),
        (*_when("参加工作", "首次参加工作", "工作", "参工"), "参加工作"),
        day_or_month,
        spreads=True,
    ),
    Column(
        "hired_on",
        _("来校时间"),
        _when(
            *(
                "来校",
                "到校",
                "进校",
                "入校",
                "来本校",
                "到本校",
                "进本校",
                "进入本校",
                "调入本校",
                "调入",
                "来校工作",
            ),
            *("到校工作", "入职", "到岗", "到职", "入园", "到园", "来园"),
        ),
        day_or_month,
        spreads=True,
    ),
    Column(
        "service_status",
        _("在职状态"),
        ("在岗状态", "人员状态", "在职情况", "在职退休", "在职/退休", "职工状态", "教职工状态"),
        Choice(ServiceStatus, unknown="unknown_service_status", also=words.SERVICE_STATUS),
        spreads=True,
    ),
    Column("retired_on", _("退休时间"), _when("退休", "离退休", "离休", "办理退休", "批准退休"), day_or_month),
    Column(
        "union_status",
        _("会籍状态"),
        (
            "会籍",
            "会籍情况",
            "会员状态",
            "会员身份",
            "会员情况",
            "是否会员",
            "是否工会会员",
            "是否入会",
            "是否加入工会",
        ),
        Choice(UnionStatus, unknown="unknown_union_status", also=words.UNION_STATUS),
        spreads=True,
    ),
    Column(
        "joined_on",
        _("入会日期"),
        (*_when("入会", "加入工会", "参加工会", "入工会"), "入会"),
        day_or_month,
        spreads=True,
    ),
    Column(
        "card_no",
        _("会员证号"),
        (
            *(
                "会员证号码",
                "会员证编号",
                "会员编号",
                "会员号",
                "会员号码",
                "会员证",
                "工会证号",
                "工会证号码",
                "工会证编号",
                "工会证",
            ),
            *("工会会员证号", "工会会员证号码", "工会会员证编号", "工会会员证", "入会证号", "会员卡号"),
        ),
        code,
    ),
    Column(
        "group",
        _("工会小组"),
        (
            *(
                "所在工会小组",
                "所属工会小组",
                "工会小组名称",
                "工会组",
                "所在小组",
                "所属小组",
                "小组",
                "分工会",
                "所在分工会",
            ),
            *("所属分工会", "工会分会", "分会", "所在分会", "所属分会", "部门工会"),
        ),
        text,
        spreads=True,
    ),
    Column(
        "phone",
        _("手机号码"),
        (
            *(
                "手机号",
                "手机",
                "移动电话",
                "手机电话",
                "联系手机",
                "联系电话",
                "联系号码",
                "联系方式",
                "电话号码",
                "电话",
            ),
            *_whose("手机号码", "手机号", "手机", "联系电话", "电话"),
        ),
        cells.phone,
    ),
    Column(
        "id_number",
        _("身份证号"),
        (
            *(
                "身份证号码",
                "身份证",
                "公民身份号码",
                "公民身份证号",
                "公民身份证号码",
                "居民身份证号",
                "居民身份证号码",
                "身份号码",
            ),
            *("身份证件号", "身份证件号码", "证件号码", "证件号", *_whose("身份证号", "身份证号码")),
        ),
        cells.id_number,
    ),
    Column(
        "address",
        _("家庭住址"),
        (
            *(
                "住址",
                "现住址",
                "家庭地址",
                "家庭详细地址",
                "家庭详细住址",
                "现家庭住址",
                "现居住地址",
                "现居住地",
                "居住地址",
            ),
            *("居住地", "详细地址", "联系地址", "通讯地址", "地址"),
        ),
        text,
    ),
    Column("married_on", _("结婚日期"), (*_when("结婚", "结婚登记", "登记结婚"), "婚期", "结婚纪念日"), day_or_month),
    Column(
        "bank_card",
        _("银行卡号"),
        (
            *(
                "银行卡",
                "银行账号",
                "银行帐号",
                "银行卡账号",
                "银行账户",
                "工资卡号",
                "工资卡",
                "工资卡账号",
                "工资账号",
            ),
            *("个人银行账号", "卡号", "开户账号"),
        ),
        cells.bank_card,
    ),
)

COLUMNS: tuple[Column, ...] = tuple(
    replace(column, voids=VOID | {"无", "暂无", "没有", "空"}) for column in _DECLARED
)
"""A cell that is empty tells nothing: it never erases what is known."""

PLACES = ("department", "group")

UNKEPT = ("retired_on", *PLACES)
"""Columns that are no fields of a member: the day is that of a change, a place has rows of its own."""

LONGEST: dict[str, int | None] = {
    **limits_of(Member),
    "department": Department._meta.get_field("name").max_length,
    "group": UnionGroup._meta.get_field("name").max_length,
}
"""Characters that each column's field can hold."""
