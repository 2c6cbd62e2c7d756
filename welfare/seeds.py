"""The usual standards of visits. Every province differs: each names its source and can be changed."""

from datetime import date
from decimal import Decimal

from finance.enums import SubjectCode
from finance.models import Subject
from finance.seeds import seed as seed_finance
from welfare.enums import Condition, Occasion, Relation
from welfare.models import Standard

SOURCE = "基层工会经费收支管理办法及省级实施细则的常见标准；请以本省现行规定为准。"
VALID_FROM = date(2018, 1, 1)

SERVICE, WARMTH = SubjectCode.SERVICE, SubjectCode.WARMTH
SICK = "住院证明"
DEATH = "死亡证明"

STANDARDS: tuple[tuple[str, Occasion, Relation, Condition, int, int | None, bool, str, SubjectCode], ...] = (
    ("住院慰问", Occasion.ILLNESS, Relation.SELF, Condition.NONE, 1000, 2, True, SICK, WARMTH),
    ("住院手术慰问", Occasion.ILLNESS, Relation.SELF, Condition.SURGERY, 2000, 2, True, SICK, WARMTH),
    ("工伤、意外受伤慰问", Occasion.INJURY, Relation.SELF, Condition.NONE, 1000, 2, True, SICK, WARMTH),
    ("生育慰问", Occasion.CHILDBIRTH, Relation.SELF, Condition.NONE, 1000, 1, False, "出生证明", SERVICE),
    ("结婚慰问", Occasion.WEDDING, Relation.SELF, Condition.NONE, 1000, 1, False, "结婚证", SERVICE),
    ("会员去世慰问", Occasion.BEREAVEMENT, Relation.SELF, Condition.NONE, 2000, 1, True, DEATH, WARMTH),
    (
        "配偶去世慰问",
        Occasion.BEREAVEMENT,
        Relation.SPOUSE,
        Condition.NONE,
        1000,
        None,
        True,
        DEATH,
        SubjectCode.WARMTH,
    ),
    (
        "父母去世慰问",
        Occasion.BEREAVEMENT,
        Relation.PARENT,
        Condition.NONE,
        1000,
        None,
        True,
        DEATH,
        SubjectCode.WARMTH,
    ),
    (
        "子女去世慰问",
        Occasion.BEREAVEMENT,
        Relation.CHILD,
        Condition.NONE,
        1000,
        None,
        True,
        DEATH,
        SubjectCode.WARMTH,
    ),
    ("退休慰问", Occasion.RETIREMENT, Relation.SELF, Condition.NONE, 1000, 1, False, "", SERVICE),
)


def seed() -> None:
    """Put the standards in place; safe to repeat. Needs the subjects, which may not have been seeded yet."""
    seed_finance()
    subjects = {subject.code: subject for subject in Subject.objects.filter(code__in=SubjectCode)}
    for name, occasion, relation, condition, cap, times, cash, evidence, subject in STANDARDS:
        Standard.objects.get_or_create(
            occasion=occasion,
            relation=relation,
            condition=condition,
            valid_from=VALID_FROM,
            defaults={
                "name": name,
                "cap": Decimal(cap),
                "times_per_year": times,
                "cash_allowed": cash,
                "evidence": evidence,
                "subject": subjects[subject],
                "source": SOURCE,
            },
        )
