"""What was disclosed, where, and how letters reach the principal."""

from datetime import date

from affairs.enums import Category, ChannelKind, Interval, MailboxKind, Stage, Timing
from affairs.models import CatalogueItem, Channel, Mailbox
from affairs.services import save_channel, save_item, save_mailbox
from tests.affairs.acceptance.facts import COUNT, RECORDS, recorded
from tests.affairs.steps import published
from unionoffice.roles import Role

MATTERS = {
    "党建": "党组织工作计划与总结",
    "财务": "学校经费使用情况",
    "学校经费使用": "学校经费使用情况",
    "学校规划与建设": "学校发展规划",
    "基建": "基建与维修项目",
    "职评": "职称评聘方案与结果",
    "评先": "评优评先推荐与结果",
    "考核": "教职工年度考核结果",
    "培训": "教师培训安排",
    "福利": "教职工福利发放",
    "教学": "课程设置与作息安排",
    "后勤": "食堂管理与伙食账目",
}
"""Under which matter of our catalogue each of the schools' own words belongs."""

REGULAR = {
    "工作计划": Category.PLANNING,
    "重大活动": Category.EVENTS,
    "经费收支": Category.FINANCE,
    "教师晋职进级": Category.TITLES,
    "评优评先": Category.COMMENDATION,
}
PHONES = "校长 88001\n书记 88002\n工会主席 88003"
CATEGORIES, SCHOOLS = "affairs.disclosures.categories", "affairs.disclosures.sphere.school"
REGULARLY = "affairs.disclosures.timing.regular"


def in_each_category(office, fact):
    for month, category in enumerate(fact.others["categories"], start=2):
        day = date(2026, month, 9)
        published(office.publicity, office.principal, MATTERS[category], on=day, title=f"{category}公开")


recorded("a", "Disclosure in six categories", {CATEGORIES: COUNT, SCHOOLS: RECORDS})(in_each_category)
recorded("b", "Disclosure in nine categories incl. construction", {CATEGORIES: COUNT, SCHOOLS: RECORDS})(
    in_each_category
)


@recorded(
    "c",
    "Five regular disclosure contents",
    {CATEGORIES: COUNT, SCHOOLS: RECORDS, REGULARLY: COUNT},
)
def contents_of_the_schools_own_catalogue(office, fact):
    assert fact.others["timing"] == "定期"
    for month, content in enumerate(fact.others["categories"], start=2):
        matter = CatalogueItem(
            content=content,
            category=REGULAR[content],
            timing=Timing.REGULAR,
            interval=Interval.YEAR,
            stage=Stage.AFTER,
        )
        day = date(2026, month, 9)
        save_item(matter, by=office.secretary, on=day)
        published(office.publicity, office.principal, content, on=day, title=content, period_code="2026")


@recorded("b", "Two boards at named places; contents at any time", {"affairs.channels.board": COUNT})
def boards(office, fact):
    for place in fact.others["places"]:
        channel = Channel(kind=ChannelKind.BOARD, name=f"{place}公开栏", place=place, timing=Timing.ANYTIME)
        save_channel(channel, by=office.publicity)


def hang(office, name, place, phones=""):
    mailbox = Mailbox(
        name=name,
        kind=MailboxKind.HUNG,
        role=Role.PRINCIPAL,
        place=place,
        phones=phones,
        takes_letters_here=False,
        in_use_from=date(2026, 3, 1),
    )
    save_mailbox(mailbox, by=office.secretary)


@recorded(
    "b",
    "Headmaster's mailbox hung in the teaching building; leaders' phone numbers posted",
    {"affairs.mailbox": COUNT, "affairs.mailbox.kind.hung": RECORDS, "affairs.mailbox.phones": 3},
)
def mailbox_with_phones(office, fact):
    assert fact.others["phones"] is True
    hang(office, "校长信箱", fact.others["place"], PHONES)


@recorded("b", "Headmaster's opinion box", {"affairs.mailbox": COUNT, "affairs.mailbox.kind.hung": RECORDS})
def opinion_box(office, fact):
    hang(office, "校长意见箱", "办公楼")


@recorded(
    "c",
    "State of proposal implementation publicised",
    {SCHOOLS: RECORDS},
    beside={REGULARLY: 1},
)
def proposals_told_to_all(office, fact):
    """The matter is one of 发展规划, as the work plans are; how many proposals there were, the text says."""
    published(
        office.publicity,
        office.principal,
        "教职工代表大会提案办理情况",
        on=date(2026, 10, 12),
        title="教代会提案办理情况",
        body=f"本年度{fact.count}件提案已全部答复。",
    )


@recorded(
    "c",
    "Cadre rating tallied and results publicised",
    {SCHOOLS: COUNT},
    beside={CATEGORIES: 1, REGULARLY: 1},
)
def results_of_the_appraisal(office, fact):
    assert fact.others["published"] is True
    published(
        office.publicity,
        office.principal,
        "领导干部述职和民主评议",
        on=date(2026, 11, 2),
        title="民主评议干部结果",
        period_code="2026",
    )
