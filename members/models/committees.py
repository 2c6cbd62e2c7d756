"""Committees, their terms, and who held which office when."""

from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.db.models import Case, F, Prefetch, Q, Value, When
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from members.enums import HEAD_POSTS, CommitteeKind, CommitteePost, HowChosen, OfficeEnd, ServiceStatus, UnionStatus
from members.models.people import Member
from members.permissions import keeps_committees, sees_all_members
from unionoffice.attachments import AttachmentRules
from unionoffice.dated import DatedQuerySet, ends_after_start
from unionoffice.numbering import ordinal
from unionoffice.roles import User
from unionoffice.versions import Versioned


class CommitteeQuerySet(models.QuerySet["Committee"]):
    """Questions asked of committees."""

    def visible_to(self, user: User) -> Self:
        """All for those who see all members."""
        return self if sees_all_members.test(user) else self.none()

    def in_order_of_kind(self) -> Self:
        """The union's own committee first."""
        places = [When(kind=kind, then=Value(place)) for place, kind in enumerate(CommitteeKind)]
        return self.order_by(Case(*places), "name")

    def with_terms(self) -> Self:
        """Each with its terms, the latest first, and their offices, in a few queries for all."""
        offices = OfficeHolding.objects.in_order_of_post().select_related("member")
        offices = offices.defer(*Member.secrets_of("member"))
        return self.prefetch_related(Prefetch("terms__offices", offices))


class Committee(Versioned):
    """委员会."""

    AUDITED = ("kind", "name")

    kind = models.CharField(_("类型"), max_length=20, choices=CommitteeKind)
    name = models.CharField(_("名称"), max_length=60, unique=True)

    objects = CommitteeQuerySet.as_manager()

    class Meta:
        verbose_name = _("委员会")
        verbose_name_plural = verbose_name
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The committee's page."""
        return reverse("members:committee-detail", args=[self.pk])

    def term_on(self, on: date) -> "CommitteeTerm | None":
        """The last term that had begun by a day: a committee serves on until the next one is elected (工会法)."""
        return next((term for term in self.terms.all() if term.from_on <= on), None)


class CommitteeTermQuerySet(models.QuerySet["CommitteeTerm"]):
    """Questions asked of terms."""

    def visible_to(self, user: User) -> Self:
        """All for those who see all members."""
        return self if sees_all_members.test(user) else self.none()


class CommitteeTerm(Versioned):
    """届 of a committee, with its file: asked for, approved, elected, reported upward and answered."""

    AUDITED = (
        "committee",
        "number",
        "from_on",
        "to_on",
        "years",
        "size_approved",
        "request_no",
        "requested_on",
        "approval_no",
        "approved_on",
        "guided_by",
        "elected_on",
        "elected_how",
        "report_no",
        "reported_on",
        "reply_no",
        "replied_on",
        "end_moved_by",
        "note",
    )
    ATTACHMENTS: ClassVar[AttachmentRules] = AttachmentRules(may_add=keeps_committees, title=_("换届材料"))

    committee = models.ForeignKey(Committee, on_delete=models.PROTECT, related_name="terms", verbose_name=_("委员会"))
    number = models.PositiveSmallIntegerField(_("届次"))
    from_on = models.DateField(_("自何日起"))
    to_on = models.DateField(_("至何日止"))
    years = models.PositiveSmallIntegerField(_("任期（年）"), default=5)
    size_approved = models.PositiveSmallIntegerField(_("批准的委员名额"), null=True, blank=True)
    request_no = models.CharField(_("请示文号"), max_length=60, blank=True)
    requested_on = models.DateField(_("请示日期"), null=True, blank=True)
    approval_no = models.CharField(_("批复文号"), max_length=60, blank=True)
    approved_on = models.DateField(_("批复日期"), null=True, blank=True)
    guided_by = models.CharField(_("现场指导人"), max_length=60, blank=True)
    elected_on = models.DateField(_("选举日期"), null=True, blank=True)
    elected_how = models.CharField(_("选举方式和地点"), max_length=120, blank=True)
    report_no = models.CharField(_("选举结果报告文号"), max_length=60, blank=True)
    reported_on = models.DateField(_("上报日期"), null=True, blank=True)
    reply_no = models.CharField(_("复函文号"), max_length=60, blank=True)
    replied_on = models.DateField(_("复函日期"), null=True, blank=True)
    end_moved_by = models.CharField(_("调整届满日期的依据"), max_length=120, blank=True)
    note = models.TextField(_("备注"), max_length=1000, blank=True)

    objects = CommitteeTermQuerySet.as_manager()

    class Meta:
        verbose_name = _("届次")
        verbose_name_plural = verbose_name
        ordering = ["committee", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["committee", "number"], name="one_term_of_a_number"),
            models.CheckConstraint(condition=Q(to_on__gt=F("from_on")), name="term_ends_after_start"),
        ]

    def __str__(self) -> str:
        return f"第{ordinal(self.number)}届{self.committee}"

    def get_absolute_url(self) -> str:
        """The term's page."""
        return reverse("members:term-detail", args=[self.pk])

    def day_within(self, on: date) -> date:
        """`on` while the term lasts, else its first or its last day: on which it is looked at."""
        return max(self.from_on, min(on, self.to_on))


class OfficeHoldingQuerySet(DatedQuerySet["OfficeHolding"]):
    """Questions asked of offices."""

    def visible_to(self, user: User) -> Self:
        """All for those who see all members."""
        return self if sees_all_members.test(user) else self.none()

    def taken_in(self, start: date, end: date) -> Self:
        """Offices that somebody took within some days, both included."""
        return self.filter(from_on__range=(start, end))

    def in_order_of_post(self) -> Self:
        """The chair first, and of one post who has been in it longest."""
        places = [When(post=post, then=Value(place)) for place, post in enumerate(CommitteePost)]
        return self.order_by(Case(*places), "from_on", "pk")

    def stranded(self) -> Self:
        """Offices that stand open still though their holder no longer serves, or has left the union."""
        left = ~Q(member__service_status=ServiceStatus.IN_SERVICE) | Q(member__union_status=UnionStatus.NON_MEMBER)
        return self.current().filter(left)


class OfficeHolding(models.Model):
    """任职: somebody in a post of a committee's term, from a day on."""

    AUDITED = ("term", "member", "post", "duty", "from_on", "to_on", "how_chosen", "document_no", "ended_because")

    term = models.ForeignKey(CommitteeTerm, on_delete=models.PROTECT, related_name="offices", verbose_name=_("届次"))
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="offices", verbose_name=_("教职工"))
    post = models.CharField(_("职务"), max_length=20, choices=CommitteePost)
    duty = models.CharField(_("分工"), max_length=30, blank=True)
    from_on = models.DateField(_("自何日起"))
    to_on = models.DateField(_("至何日止"), null=True, blank=True)
    how_chosen = models.CharField(_("产生方式"), max_length=20, choices=HowChosen, blank=True)
    document_no = models.CharField(_("任职文号"), max_length=60, blank=True)
    ended_because = models.CharField(_("卸任原因"), max_length=20, choices=OfficeEnd, blank=True)

    objects = OfficeHoldingQuerySet.as_manager()

    class Meta:
        verbose_name = _("任职")
        verbose_name_plural = verbose_name
        ordering = ["term", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["term", "member", "post", "from_on"], name="one_office_once"),
            models.UniqueConstraint(
                fields=["term", "post"], condition=Q(to_on=None, post__in=HEAD_POSTS), name="one_head_at_a_time"
            ),
            models.CheckConstraint(condition=Q(ended_because="") | Q(to_on__isnull=False), name="reason_of_an_end"),
            ends_after_start("office_in_order"),
        ]

    def __str__(self) -> str:
        return f"{self.term} {self.get_post_display()} {self.member}"

    def get_absolute_url(self) -> str:
        """The page of the person: an office is read there among all that they held."""
        return self.member.get_absolute_url()

    @property
    def title(self) -> str:
        """主席, or 委员（生活）."""
        return f"{self.get_post_display()}（{self.duty}）" if self.duty else self.get_post_display()
