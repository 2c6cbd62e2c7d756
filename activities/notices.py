"""What people are told of activities, and under which key: each happening reaches an account once."""

from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from activities.models import Activity, SignUp
from activities.selectors import accounts_of, people_meant
from activities.wording import named, when
from members.models import Account, Member
from unionoffice.days import in_short
from unionoffice.inbox import notify


def announced(activity: Activity) -> None:
    """To the audience on the activity's day."""
    sentence = _("活动%(title)s已发布，%(when)s举行。")
    words = {"title": named(activity), "when": when(activity)}
    if activity.sign_up_until is not None:
        sentence = _("活动%(title)s开始报名，%(when)s举行，%(until)s截止。")
        words["until"] = in_short(activity.sign_up_until)
    _tell(accounts_of(people_meant(activity)), activity, sentence % words, "announced")


def changed(activity: Activity) -> None:
    """To whom the new time or place concerns."""
    sentence = _("活动%(title)s的安排有变动：%(when)s，%(place)s。")
    words = {"title": named(activity), "when": when(activity), "place": activity.place or _("地点待定")}
    _tell(_concerned(activity), activity, sentence % words, f"changed-{activity.version}")


def cancelled(activity: Activity) -> None:
    """To those who would have come, with the reason."""
    words = {"title": named(activity), "reason": activity.cancelled_because.rstrip("。")}
    _tell(_concerned(activity), activity, _("活动%(title)s已取消：%(reason)s。") % words, "cancelled")


def moved_up(sign_up: SignUp, *, on: date) -> None:
    """To whoever has a place now."""
    activity = sign_up.activity
    sentence = _("您候补的活动%(title)s有了名额，您已报上名，%(when)s举行。")
    if activity.is_open_for_sign_up(on):
        sentence += _("不能参加的，请在报名截止前取消。")
    words = {"title": named(activity), "when": when(activity)}
    _tell(_account_of(sign_up), activity, sentence % words, f"moved-up-{sign_up.pk}")


def withdrawn(sign_up: SignUp) -> None:
    """To whom somebody else took off the list."""
    sentence = _("活动%(title)s的负责人取消了您的报名。如有疑问，请与负责人联系。")
    activity = sign_up.activity
    _tell(_account_of(sign_up), activity, sentence % {"title": named(activity)}, f"withdrawn-{sign_up.pk}")


def _concerned(activity: Activity) -> QuerySet[Account]:
    """Whoever signed up or waits; where nobody signs up, everybody who was meant."""
    if activity.sign_up_until is None:
        return accounts_of(people_meant(activity))
    return accounts_of(Member.objects.filter(pk__in=activity.sign_ups.standing().values("member")))


def _account_of(sign_up: SignUp) -> QuerySet[Account]:
    return accounts_of(Member.objects.filter(pk=sign_up.member_id))


def _tell(accounts: QuerySet[Account], activity: Activity, sentence: str, what: str) -> None:
    notify(accounts, sentence, url=activity.get_absolute_url(), key=f"activity-{activity.pk}-{what}")
