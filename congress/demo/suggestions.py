"""Suggestions and drives of the demo school. All is invented."""

from dataclasses import dataclass
from datetime import date, timedelta

from congress import services
from congress.enums import TAKEN, Adoption, Category
from congress.models import Suggestion, SuggestionDrive
from congress.selectors import suggestion_due
from members.models import Account, Audience, Department
from members.selectors import holder_of
from unionoffice.demo import as_of
from unionoffice.roles import Role


@dataclass(frozen=True)
class Said:
    """One suggestion: by whom, how many days ago, and how far it has come; -1 for the drive means none."""

    days: int
    author: str
    category: Category
    title: str
    text: str
    drive: int = -1
    department: str = ""
    adoption: str = ""
    answer: str = ""
    fulfilment: str = ""
    is_outstanding: bool = False
    show_name: bool = True
    may_publish: bool = True


DRIVES: tuple[tuple[str, str, int, int, str], ...] = (
    (
        "“金点子”合理化建议征集",
        "围绕节约用水用电、教学管理和教职工生活，每人至少提一条建议。采纳的由承办部门落实，学期末评选优秀建议。",
        150,
        120,
        "征集期内收到建议并逐条答复，采纳的已由承办部门落实，优秀建议在教职工大会上表扬。",
    ),
    (
        "“我为学校发展献一策”合理化建议征集",
        "围绕新学年教学质量、校园安全和后勤服务提出建议，一事一议，写明现状和办法。",
        10,
        -12,
        "",
    ),
)
"""Title, theme, first and last day as days ago, and what came of it where it is over."""

SUGGESTIONS: tuple[Said, ...] = (
    Said(
        145,
        "1016",
        Category.LOGISTICS,
        "办公室和教室下班后统一断电",
        "下班后饮水机、投影仪常年待机，既费电又不安全。建议分楼层装定时开关，值班教师最后巡查。",
        drive=0,
        department="总务处",
        adoption=Adoption.ADOPTED,
        answer="采纳。总务处在暑假前给三栋教学楼装定时断电开关，值班表增加断电检查一项。",
        fulfilment="三栋教学楼已装好定时开关，首月用电比上年同期少用一成。",
        is_outstanding=True,
    ),
    Said(
        140,
        "1015",
        Category.TEACHING,
        "建立跨年级试题共享库",
        "各备课组试题分散保存，重复命题。建议由教务处建一个共享库，按学科和章节存放。",
        drive=0,
        department="教务处",
        adoption=Adoption.PARTLY,
        answer="部分采纳。先在语文、数学、英语三科试行，其余学科明年再定。",
    ),
    Said(
        138,
        "1007",
        Category.WELFARE,
        "食堂增加清真窗口",
        "有几位教职工因饮食习惯只能自带午餐，建议开设清真窗口。",
        drive=0,
        department="总务处",
        adoption=Adoption.NOTED,
        answer="目前用餐人数少，单设窗口条件不够，留作参考；可以先由食堂代订套餐。",
        show_name=False,
    ),
    Said(
        45,
        "1016",
        Category.MANAGEMENT,
        "会议通知提前两天发布",
        "临时会议多，调课来不及。建议除紧急情况外，会议通知至少提前两天。",
        department="校长办公室",
        adoption=Adoption.ADOPTED,
        answer="采纳。从下周起，除上级临时要求外，会议提前两个工作日通知。",
    ),
    Said(
        20,
        "1009",
        Category.LOGISTICS,
        "教学楼增设饮水点",
        "北教学楼三层以上没有饮水点，课间下楼打水来不及。",
        department="总务处",
        may_publish=False,
    ),
    Said(
        6,
        "1016",
        Category.TEACHING,
        "公开课录像供全校教师回看",
        "公开课时间常和自己的课冲突，建议录像后放在校内网上回看。",
        drive=1,
        department="教务处",
    ),
    Said(
        4,
        "1010",
        Category.MANAGEMENT,
        "校门口设置接送时段提示牌",
        "家长不清楚各年级放学时间，校门口拥堵。建议设置分年级的时间提示牌。",
        drive=1,
    ),
    Said(
        2,
        "1014",
        Category.STAFF,
        "为新教师安排一年期的心理辅导",
        "新教师第一年压力大，建议由心理教师每月安排一次小组辅导。",
        drive=1,
        show_name=False,
    ),
)


def suggest(on: date) -> None:
    """Two drives, one over and one running, and suggestions at every step."""
    secretary = holder_of(Role.SECRETARY, on)
    drives = [_announce(told, on, secretary) for told in DRIVES]
    made = [(said, _hand_in(said, drives, on, secretary)) for said in SUGGESTIONS]
    ended = on - timedelta(days=DRIVES[0][3] - 25)
    with as_of(ended):
        best = [suggestion for said, suggestion in made if said.is_outstanding]
        services.conclude_drive(drives[0], outcome=DRIVES[0][4], outstanding=best, by=secretary, on=ended)


def _announce(told: tuple[str, str, int, int, str], on: date, secretary: Account) -> SuggestionDrive:
    title, theme, first, last, _outcome = told
    day = on - timedelta(days=first)
    drive = SuggestionDrive(
        title=title,
        theme=theme,
        from_on=day,
        to_on=on - timedelta(days=last),
        audience=Audience.objects.order_by("pk")[0],
    )
    with as_of(day):
        services.plan_drive(drive, by=secretary)
        return services.open_drive(drive, by=secretary, on=day)


def _hand_in(said: Said, drives: list[SuggestionDrive], on: date, secretary: Account) -> Suggestion:
    author, day = Account.objects.get(employee_no=said.author), on - timedelta(days=said.days)
    suggestion = Suggestion(
        drive=drives[said.drive] if said.drive >= 0 else None,
        category=said.category,
        title=said.title,
        text=said.text,
        show_name=said.show_name,
        may_publish=said.may_publish,
    )
    with as_of(day):
        services.hand_in_suggestion(suggestion, by=author, on=day)
        if not said.department:
            return suggestion
        department = Department.objects.get(name=said.department)
        services.assign_suggestion(suggestion, department, due_on=suggestion_due(day), by=secretary, on=day)
    if said.adoption:
        _answer(said, suggestion, day + timedelta(days=12))
    return suggestion


def _answer(said: Said, suggestion: Suggestion, day: date) -> None:
    assert suggestion.department is not None and suggestion.department.head is not None  # noqa: S101, PT018 -- given above
    head = suggestion.department.head.account
    with as_of(day):
        services.answer_suggestion(suggestion, adoption=said.adoption, text=said.answer, by=head, on=day)
    if said.fulfilment and said.adoption in TAKEN:
        later = day + timedelta(days=30)
        with as_of(later):
            services.finish_suggestion(suggestion, fulfilment=said.fulfilment, by=head, on=later)
