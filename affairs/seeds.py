"""The catalogue that a school usually discloses by. Each school sets its own in order."""

from typing import Any

from affairs.enums import Category, Interval, Reach, Sphere, Stage, Timing
from affairs.models import CatalogueItem

MONTH, QUARTER, TERM, YEAR = Interval.MONTH, Interval.QUARTER, Interval.TERM, Interval.YEAR
LONG, ANYTIME = Timing.LONG, Timing.ANYTIME
BEFORE, DURING, AFTER = Stage.BEFORE, Stage.DURING, Stage.AFTER
STAFF, PUBLIC = Reach.STAFF, Reach.PUBLIC

SCHOOL: tuple[tuple[Category, str, Timing | Interval, Stage, Reach], ...] = (
    (Category.PARTY, "党组织工作计划与总结", YEAR, AFTER, STAFF),
    (Category.PARTY, "党费收缴与使用", YEAR, AFTER, STAFF),
    (Category.PLANNING, "学校发展规划", LONG, BEFORE, PUBLIC),
    (Category.PLANNING, "年度工作计划", YEAR, BEFORE, STAFF),
    (Category.EVENTS, "重大活动安排", ANYTIME, BEFORE, PUBLIC),
    (Category.FINANCE, "年度预算与决算", YEAR, AFTER, STAFF),
    (Category.FINANCE, "学校经费使用情况", QUARTER, AFTER, STAFF),
    (Category.BUILDING, "基建与维修项目", ANYTIME, DURING, STAFF),
    (Category.BUILDING, "大宗物资采购与招标", ANYTIME, DURING, PUBLIC),
    (Category.TITLES, "职称评聘方案与结果", YEAR, DURING, STAFF),
    (Category.TITLES, "岗位设置与晋级", ANYTIME, DURING, STAFF),
    (Category.COMMENDATION, "评优评先推荐与结果", ANYTIME, DURING, STAFF),
    (Category.APPRAISAL, "教职工年度考核结果", YEAR, AFTER, STAFF),
    (Category.APPRAISAL, "绩效工资分配方案", YEAR, BEFORE, STAFF),
    (Category.WELFARE, "教职工福利发放", ANYTIME, AFTER, STAFF),
    (Category.ADMISSION, "招生政策与录取结果", YEAR, DURING, PUBLIC),
    (Category.ADMISSION, "收费项目与标准", TERM, BEFORE, PUBLIC),
    (Category.TEACHING, "课程设置与作息安排", TERM, BEFORE, PUBLIC),
    (Category.TRAINING, "教师培训安排", TERM, BEFORE, STAFF),
    (Category.LOGISTICS, "食堂管理与伙食账目", MONTH, AFTER, PUBLIC),
    (Category.CADRES, "干部选拔任用", ANYTIME, DURING, STAFF),
    (Category.OTHER, "其他应当公开的校务", ANYTIME, AFTER, STAFF),
)
"""Category, content, how often (a timing, or the interval of what is regular), stage and reach."""

UNION: tuple[tuple[Category, str, Timing | Interval, Stage, Reach], ...] = (
    (Category.PLANNING, "工会工作计划与总结", YEAR, AFTER, STAFF),
    (Category.FINANCE, "工会经费收支情况", QUARTER, AFTER, STAFF),
    (Category.FINANCE, "工会经费审查结果", YEAR, AFTER, STAFF),
    (Category.WELFARE, "会员福利与慰问", ANYTIME, AFTER, STAFF),
    (Category.WELFARE, "困难职工帮扶", ANYTIME, DURING, STAFF),
    (Category.EVENTS, "工会活动安排", ANYTIME, BEFORE, STAFF),
    (Category.COMMENDATION, "工会评先推荐", ANYTIME, DURING, STAFF),
    (Category.ORGANISATION, "工会换届与会员发展", ANYTIME, AFTER, STAFF),
    (Category.OTHER, "其他应当公开的会务", ANYTIME, AFTER, STAFF),
)


def seed(**_kwargs: Any) -> None:
    """Put the catalogue in place, once: a school that has one of its own gets nothing added."""
    if CatalogueItem.objects.exists():
        return
    CatalogueItem.objects.bulk_create(
        _item(sphere, *row) for sphere, rows in ((Sphere.SCHOOL, SCHOOL), (Sphere.UNION, UNION)) for row in rows
    )


def _item(
    sphere: Sphere, category: Category, content: str, often: Timing | Interval, stage: Stage, reach: Reach
) -> CatalogueItem:
    regular = isinstance(often, Interval)
    return CatalogueItem(
        sphere=sphere,
        category=category,
        content=content,
        timing=Timing.REGULAR if regular else often,
        interval=often if regular else "",
        stage=stage,
        reach=reach,
    )
