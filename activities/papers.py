"""Papers of activities. The sign-in sheet comes from the attendance itself."""

from django.utils.translation import gettext as _

from activities.models import Activity
from activities.wording import named, when_in_full
from unionoffice.days import in_full
from unionoffice.documents import Document, Heading, Paragraph, Signature
from unionoffice.documents.tree import Block
from unionoffice.profiles import union


def notice(activity: Activity) -> Document:
    """The notice (通知) of an activity: when, where, for whom, how to sign up, and what is planned."""
    organisation = activity.group.name if activity.group else union().name
    blocks: list[Block] = [
        Paragraph(_("%(audience)s：") % {"audience": activity.audience}, indent=False),
        Paragraph(
            _("%(who)s定于%(when)s举办%(title)s。现将有关事项通知如下。")
            % {"who": organisation, "when": when_in_full(activity), "title": named(activity)}
        ),
    ]
    for heading, text in _parts(activity):
        if text:
            blocks.append(Heading(1, heading))
            blocks += [Paragraph(line) for line in text.splitlines() if line.strip()]
    day = activity.announced_on or activity.starts_on
    return Document(
        title=_("关于举办%(title)s的通知") % {"title": named(activity)},
        blocks=blocks,
        organisation=organisation,
        signature=Signature(organisation, day),
    )


def _parts(activity: Activity) -> tuple[tuple[str, str], ...]:
    """Headings with their text; those without a text are left out."""
    return (
        (_("活动时间"), f"{when_in_full(activity)}。"),
        (_("活动地点"), f"{activity.place}。" if activity.place else ""),
        (_("活动内容"), activity.description),
        (_("报名办法"), _how_to_sign_up(activity)),
        (_("负责人"), f"{activity.leader}。" if activity.leader else ""),
    )


def _how_to_sign_up(activity: Activity) -> str:
    if activity.sign_up_until is None:
        return _("不需要报名，请按时参加。")
    words = {"day": in_full(activity.sign_up_until), "capacity": activity.capacity}
    if activity.capacity is None:
        return _("请于%(day)s前在工会办公系统报名。") % words
    return _("请于%(day)s前在工会办公系统报名，名额%(capacity)s人，报满后自动排候补。") % words
