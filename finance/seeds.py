"""The tree of subjects and the rules that finance starts with. What a school has changed is left alone."""

from finance.enums import Direction
from finance.models import BankAccount, Subject
from unionoffice.rules import seed_rule

SOURCE = "工会会计制度（财会〔2021〕7号）及基层工会经费收支管理办法；请以当地最新规定为准。"
VALID_FROM = 2022

SUBJECTS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("401", "会费收入", ()),
    ("402", "拨缴经费收入", ()),
    ("403", "上级补助收入", ()),
    ("404", "政府补助收入", ()),
    ("405", "行政补助收入", ()),
    ("406", "附属单位上缴收入", ()),
    ("407", "投资收益", ()),
    ("408", "其他收入", ()),
    ("501", "职工活动支出", ("职工教育", "文体活动", "宣传活动", "其他活动")),
    ("502", "职工服务支出", ()),
    ("503", "维权支出", ("劳动关系协调", "劳动保护", "法律援助", "困难职工帮扶", "送温暖")),
    ("504", "业务支出", ("培训", "会议", "专项业务")),
    ("505", "资本性支出", ()),
    ("506", "对附属单位的支出", ()),
    ("507", "其他支出", ()),
)


def seed() -> None:
    """Put subjects, the first account and the rules in place; safe to repeat."""
    for code, name, parts in SUBJECTS:
        direction = Direction.INCOME if code.startswith("4") else Direction.SPENDING
        parent = _subject(code, name, direction, None)
        for position, part in enumerate(parts, start=1):
            _subject(f"{code}{position:02}", part, direction, parent)
    if not BankAccount.objects.exists():
        BankAccount.objects.create(name="工会基本户")
        BankAccount.objects.create(name="备用金")
    seed_rule(
        "finance.three_people",
        label="申请、批准、记账由三人分别办理",
        value=True,
        source="内部控制的通行做法，各地要求不同，由学校工会决定。",
    )


def _subject(code: str, name: str, direction: Direction, parent: Subject | None) -> Subject:
    subject, _made = Subject.objects.get_or_create(
        code=code,
        defaults={
            "name": name,
            "direction": direction,
            "parent": parent,
            "valid_from": VALID_FROM,
            "source": SOURCE,
        },
    )
    return subject
