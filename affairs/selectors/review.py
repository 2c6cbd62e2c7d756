"""The approver's one queue, and what they read before they answer."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from affairs import permissions
from affairs.enums import DisclosureStatus, RoundStatus
from affairs.models import Disclosure, DisclosureQuerySet, Opened, PassageComment, Submission
from affairs.selectors.disclosures import handed_in
from affairs.selectors.public_notices import notices_waiting
from affairs.selectors.waiting import Waiting
from unionoffice.attachments import Attachment
from unionoffice.roles import roles_of


def waiting_in_sphere(*spheres: str) -> DisclosureQuerySet:
    """Disclosures of some spheres that nobody has answered yet."""
    return handed_in().filter(sphere__in=spheres)


def waiting_for_approval(user: Any) -> DisclosureQuerySet:
    """What waits for this approver, the oldest first; not what they wrote or handed in themselves."""
    waiting = waiting_in_sphere(*permissions.spheres_approved_by(user))
    return (
        waiting.exclude(drafted_by=user)
        .exclude(submitted_by=user)
        .select_related("item__department", "drafted_by", "corrects")
        .order_by("submitted_on", "pk")
    )


def waiting_for_countersigning(user: Any) -> DisclosureQuerySet:
    """What was endorsed and waits for a role of this user as second approver, the oldest first."""
    waiting = Disclosure.objects.filter(status=DisclosureStatus.ENDORSED, second_role__in=roles_of(user))
    own = Q(drafted_by=user) | Q(submitted_by=user) | Q(endorsed_by=user)
    return waiting.exclude(own).order_by("endorsed_on", "pk")


def with_rounds(disclosures: DisclosureQuerySet, user: Any) -> DisclosureQuerySet:
    """With how often each came back (`returns`), and whether this approver has opened it as it stands (`opened`)."""
    openings = Opened.objects.filter(
        submission__disclosure=OuterRef("pk"), submission__status=RoundStatus.WAITING, account=user
    )
    given_back = Submission.objects.given_back().filter(disclosure=OuterRef("pk")).order_by().values("disclosure")
    returns = given_back.annotate(count=Count("pk")).values("count")
    return disclosures.annotate(opened=Exists(openings), returns=returns)


def disclosures_waiting(user: Any) -> Iterator[Waiting]:
    """Disclosures of the spheres that this user approves."""
    waiting: Any = with_rounds(waiting_for_approval(user), user).without_text()
    for disclosure in waiting:
        yield Waiting(
            kind=_("%(sphere)s公开") % {"sphere": disclosure.get_sphere_display()},
            title=disclosure.title,
            url=disclosure.get_review_url(),
            writer=str(disclosure.drafted_by),
            department=str(disclosure.item.department or ""),
            submitted_on=disclosure.submitted_on,
            is_change=disclosure.edition > 1,
            publish_on=disclosure.publish_on,
            disclosure_id=disclosure.pk,
            round_no=(disclosure.returns or 0) + 1,
            opened=disclosure.opened,
        )


QUEUES: tuple[Callable[[Any], Iterable[Waiting]], ...] = (disclosures_waiting, notices_waiting)
"""Who has something to approve. A family adds its source here; it takes `Waiting` from `selectors.waiting`, so that
neither module waits for the other.
"""


def waiting_for(user: Any) -> list[Waiting]:
    """All that waits for this approver, what was handed in first on top."""
    return sorted((waiting for queue in QUEUES for waiting in queue(user)), key=lambda waiting: waiting.submitted_on)


def last_given_back(disclosure: Disclosure) -> Submission | None:
    """The last round after which the writer was asked to mend something."""
    return disclosure.submissions.given_back().order_by("-round_no").first()


def comments_to_settle(disclosure: Disclosure) -> QuerySet[PassageComment]:
    """What the approver said of passages when it came back last, in the order of the text."""
    comments = PassageComment.objects.select_related("submission", "made_by").order_by("place", "pk")
    return comments.filter(submission=last_given_back(disclosure))


def comments_in_hand(disclosure: Disclosure) -> QuerySet[PassageComment]:
    """What was said of passages of the text that waits, and isn't sent yet."""
    comments = PassageComment.objects.in_open_rounds().filter(submission__disclosure=disclosure)
    return comments.select_related("made_by", "submission").order_by("place", "pk")


def rounds_of(disclosure_id: int, user: Any) -> QuerySet[Submission]:
    """All rounds of a disclosure that the user may see, the latest first."""
    rounds = Submission.objects.visible_to(user).filter(disclosure=disclosure_id)
    return rounds.select_related("disclosure", "submitted_by").order_by("-round_no")


def files_by_disclosure(disclosures: Iterable[Disclosure]) -> dict[int, list[Attachment]]:
    """The files that the board will show of each, in one query."""
    files: dict[int, list[Attachment]] = {disclosure.pk: [] for disclosure in disclosures}
    label = Disclosure._meta.label
    for file in Attachment.objects.filter(source_model=label, source_key__in=files, sensitive=False):
        files[file.source_key or 0].append(file)
    return files
