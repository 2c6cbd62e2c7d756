"""The words and moves of the public-affairs board."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Sphere(TextChoices):
    """Whose affairs are disclosed, and so who approves: the principal the school's, the chair the union's own."""

    SCHOOL = "school", _("校务")
    UNION = "union", _("会务")


class Category(TextChoices):
    """公开类别, in the order in which a summary tells them."""

    PARTY = "party", _("党建")
    PLANNING = "planning", _("发展规划")
    EVENTS = "events", _("重大活动")
    FINANCE = "finance", _("财务")
    BUILDING = "building", _("基建与采购")
    TITLES = "titles", _("职称评聘")
    COMMENDATION = "commendation", _("评优评先")
    APPRAISAL = "appraisal", _("考核")
    WELFARE = "welfare", _("福利")
    ADMISSION = "admission", _("招生收费")
    TEACHING = "teaching", _("教学")
    TRAINING = "training", _("培训")
    LOGISTICS = "logistics", _("后勤")
    CADRES = "cadres", _("干部")
    ORGANISATION = "organisation", _("组织建设")
    OTHER = "other", _("其他")


class Timing(TextChoices):
    """公开时限: what stays on the board, what returns every so often, what comes up when it comes up."""

    LONG = "long", _("长期公开")
    REGULAR = "regular", _("定期公开")
    ANYTIME = "anytime", _("随时公开")


class Interval(TextChoices):
    """How often something regular is disclosed; the values are those of `PeriodKind`."""

    MONTH = "month", _("每月")
    QUARTER = "quarter", _("每季度")
    HALF = "half", _("每半年")
    TERM = "term", _("每学期")
    YEAR = "year", _("每年")
    SCHOOL_YEAR = "school_year", _("每学年")


class Stage(TextChoices):
    """Before the matter is decided, while it is done, or once it is over."""

    BEFORE = "before", _("事前公开")
    DURING = "during", _("事中公开")
    AFTER = "after", _("事后公开")


class Reach(TextChoices):
    """公开范围: who may read it on the board."""

    STAFF = "staff", _("全体教职工")
    PUBLIC = "public", _("社会")


class DisclosureStatus(TextChoices):
    """Where a disclosure stands on its way to the board and off it."""

    DRAFT = "draft", _("草稿")
    SUBMITTED = "submitted", _("待审批")
    ENDORSED = "endorsed", _("待会签")
    RETURNED = "returned", _("已退回")
    APPROVED = "approved", _("待公开")
    PUBLISHED = "published", _("公开中")
    CORRECTED = "corrected", _("已更正")
    TAKEN_DOWN = "taken_down", _("已撤下")
    ARCHIVED = "archived", _("已归档")
    DISCARDED = "discarded", _("已作废")


DISCLOSURE_MOVES: dict[DisclosureStatus, frozenset[DisclosureStatus]] = {
    DisclosureStatus.DRAFT: frozenset({DisclosureStatus.SUBMITTED, DisclosureStatus.DISCARDED}),
    DisclosureStatus.SUBMITTED: frozenset(
        {
            DisclosureStatus.DRAFT,
            DisclosureStatus.RETURNED,
            DisclosureStatus.ENDORSED,
            DisclosureStatus.APPROVED,
            DisclosureStatus.PUBLISHED,
        }
    ),
    DisclosureStatus.ENDORSED: frozenset(
        {DisclosureStatus.RETURNED, DisclosureStatus.APPROVED, DisclosureStatus.PUBLISHED}
    ),
    DisclosureStatus.RETURNED: frozenset({DisclosureStatus.SUBMITTED, DisclosureStatus.DISCARDED}),
    DisclosureStatus.APPROVED: frozenset({DisclosureStatus.PUBLISHED, DisclosureStatus.RETURNED}),
    DisclosureStatus.PUBLISHED: frozenset({DisclosureStatus.CORRECTED, DisclosureStatus.TAKEN_DOWN}),
    DisclosureStatus.CORRECTED: frozenset({DisclosureStatus.TAKEN_DOWN}),
    DisclosureStatus.TAKEN_DOWN: frozenset({DisclosureStatus.ARCHIVED}),
    DisclosureStatus.ARCHIVED: frozenset(),
    DisclosureStatus.DISCARDED: frozenset(),
}
"""Approved without a day of its own, a disclosure goes from submitted straight to published; where a second approver
is set, it is endorsed in between.
"""

HANDED_IN = (DisclosureStatus.SUBMITTED, DisclosureStatus.ENDORSED)
"""States in which an approver has the text."""

WRITABLE = (DisclosureStatus.DRAFT, DisclosureStatus.RETURNED)
"""States in which the text is still its writer's."""

ON_BOARD = (DisclosureStatus.PUBLISHED, DisclosureStatus.CORRECTED)
"""States that are read on the board: a corrected text stays, and says so."""

OFF_BOARD = (DisclosureStatus.TAKEN_DOWN, DisclosureStatus.ARCHIVED)
"""States after the board."""

PUBLISHED_ONCE = (*ON_BOARD, *OFF_BOARD)
"""States in which something was disclosed: the ones that count, and whose text nobody changes any more."""

APPROVED_ONCE = (DisclosureStatus.APPROVED, *PUBLISHED_ONCE)
"""States that a disclosure reaches only with somebody's approval."""
