"""收发文: the register of incoming and outgoing documents, and who has read them."""

import re
from datetime import date
from typing import Any, ClassVar, Self

import rules
from django.conf import settings
from django.db import models
from django.db.models import Count, Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from affairs.enums import DOCUMENT_MOVES, Direction, DocumentStatus, Secrecy, Urgency
from affairs.permissions import knows_internal_documents, may_attach_to_document, reads_register, sees_receipts
from members.models import Department, Member
from unionoffice.attachments import AttachmentRules
from unionoffice.titles import Titled, titled
from unionoffice.versions import Versioned

NUMBER = re.compile(r"(收|发)?([1-9][0-9]{3})-([0-9]{3,6})")
"""A number as the register prints it: 收2026-003."""

MARKS = {"收": Direction.INCOMING, "发": Direction.OUTGOING}


class OfficialDocumentQuerySet(models.QuerySet["OfficialDocument"]):
    """Questions asked of documents."""

    def visible_to(self, user: Any) -> Self:
        """All for those who must know; what isn't internal for those who read the register; else what they got."""
        if not user.is_authenticated:
            return self.none()
        if knows_internal_documents.test(user):
            return self
        seen = Q(pk__in=[])
        if user.member_id is not None:
            seen |= Q(Exists(DocumentForward.objects.filter(document=OuterRef("pk"), member=user.member_id)))
        if reads_register.test(user):
            seen |= Q(secrecy=Secrecy.NONE)
        return self.filter(seen)

    def valid(self) -> Self:
        """Without numbers that were given by mistake."""
        return self.exclude(status=DocumentStatus.VOID)

    def handled_between(self, start: date, end: date) -> Self:
        """Received or sent within some days, both included."""
        return self.filter(handled_on__range=(start, end))

    def forwarded(self) -> Self:
        """Those that somebody was to read."""
        return self.filter(Exists(DocumentForward.objects.filter(document=OuterRef("pk"))))

    def overdue_on(self, on: date) -> Self:
        """What should have been done before that day."""
        return self.filter(status=DocumentStatus.PENDING, due_on__lt=on)

    def with_receipts(self) -> Self:
        """Each with how many were to read it (`readers`) and how many did (`readers_done`)."""
        return self.annotate(
            readers=Count("forwards"), readers_done=Count("forwards", filter=Q(forwards__read_on__isnull=False))
        )

    def matching(self, text: str) -> Self:
        """Words of the title or its sound, 文号, whom it came from or went to, or its number in the register."""
        wanted = titled(text) | Q(document_no__icontains=text.strip()) | Q(party__icontains=text.strip())
        if printed := NUMBER.fullmatch(text.strip()):
            number = Q(year=int(printed[2]), number=int(printed[3]))
            wanted |= number & Q(direction=MARKS[printed[1]]) if printed[1] else number
        return self.filter(wanted)


class OfficialDocument(Titled, Versioned):
    """One document of the register. `party` is who sent it to us, or whom we sent it to."""

    READS_TRAIL: ClassVar[rules.Predicate] = sees_receipts
    MOVES = DOCUMENT_MOVES
    ATTACHMENTS: ClassVar[AttachmentRules] = AttachmentRules(may_add=may_attach_to_document)
    AUDITED = (
        "status",
        "document_no",
        "party",
        "title",
        "dated_on",
        "handled_on",
        "urgency",
        "secrecy",
        "summary",
        "asks_for",
        "department",
        "due_on",
        "done_on",
        "outcome",
        "void_reason",
        "year",
        "number",
    )

    direction = models.CharField(_("收发"), max_length=10, choices=Direction, editable=False)
    status = models.CharField(
        _("状态"), max_length=10, choices=DocumentStatus, default=DocumentStatus.FILED, editable=False
    )
    year = models.PositiveSmallIntegerField(_("年度"), editable=False)
    number = models.PositiveIntegerField(_("登记号"), editable=False)
    document_no = models.CharField(_("文号"), max_length=60, blank=True)
    party = models.CharField(_("来文或主送单位"), max_length=200)
    title = models.CharField(_("标题"), max_length=150)
    dated_on = models.DateField(_("成文日期"), null=True, blank=True)
    handled_on = models.DateField(_("收到或发出日期"))
    urgency = models.CharField(_("紧急程度"), max_length=10, choices=Urgency, default=Urgency.PLAIN)
    secrecy = models.CharField(_("密级"), max_length=10, choices=Secrecy, default=Secrecy.NONE)
    summary = models.TextField(_("内容摘要"), max_length=1000, blank=True)
    asks_for = models.CharField(_("办理要求"), max_length=300, blank=True)
    department = models.ForeignKey(
        Department, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("承办部门")
    )
    due_on = models.DateField(_("办理期限"), null=True, blank=True)
    done_on = models.DateField(_("办结日期"), null=True, editable=False)
    outcome = models.CharField(_("办理结果"), max_length=300, blank=True, editable=False)
    void_reason = models.CharField(_("作废原因"), max_length=200, blank=True, editable=False)
    registered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("登记人"), editable=False
    )

    objects = OfficialDocumentQuerySet.as_manager()

    class Meta:
        verbose_name = _("收发文")
        verbose_name_plural = verbose_name
        ordering = ["-handled_on", "-pk"]
        indexes = [models.Index(fields=["direction", "handled_on"], name="documents_by_day")]
        constraints = [
            models.UniqueConstraint(fields=["direction", "year", "number"], name="one_document_of_a_number"),
            models.CheckConstraint(
                condition=(Q(status=DocumentStatus.DONE, done_on__isnull=False) & ~Q(outcome=""))
                | Q(status=DocumentStatus.VOID)
                | (
                    Q(status__in=[DocumentStatus.FILED, DocumentStatus.PENDING]) & Q(done_on__isnull=True, outcome="")
                ),
                name="document_done_on_a_day_with_an_outcome",
            ),
            models.CheckConstraint(
                condition=(Q(status=DocumentStatus.VOID) & ~Q(void_reason=""))
                | (~Q(status=DocumentStatus.VOID) & Q(void_reason="")),
                name="document_void_for_a_reason",
            ),
            models.CheckConstraint(
                condition=~Q(status=DocumentStatus.PENDING) | ~Q(asks_for=""),
                name="pending_document_asks_for_something",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The document's page; on a phone the place to read it and say so."""
        return reverse("affairs:document-detail", args=[self.pk])

    @property
    def short_number(self) -> str:
        """收2026-003."""
        mark = "收" if self.direction == Direction.INCOMING else "发"
        return f"{mark}{self.year}-{self.number:03}"

    @property
    def public_number(self) -> str:
        """All that is said of it to those who may not see it."""
        return f"{Direction(self.direction).label} {self.short_number}"


class DocumentForwardQuerySet(models.QuerySet["DocumentForward"]):
    """Questions asked of who was to read what."""

    def unread_by(self, member_id: int | None) -> Self:
        """What waits to be read by somebody; nothing for who is nobody's colleague."""
        if member_id is None:
            return self.none()
        return self.filter(member=member_id, read_on__isnull=True).exclude(document__status=DocumentStatus.VOID)


class DocumentForward(Versioned):
    """传阅: one person who was to read a document, and the day on which they said that they had.

    A document that goes to a department goes to each of its people: reading is done by people.
    """

    AUDITED = ("document", "member", "department", "due_on", "read_on", "remark")

    document = models.ForeignKey(
        OfficialDocument, on_delete=models.PROTECT, related_name="forwards", verbose_name=_("文件")
    )
    member = models.ForeignKey(
        Member, on_delete=models.PROTECT, related_name="document_forwards", verbose_name=_("传阅对象")
    )
    department = models.ForeignKey(
        Department, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("按部门传阅")
    )
    forwarded_on = models.DateField(_("传阅日期"))
    forwarded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("传阅人")
    )
    due_on = models.DateField(_("请于何日前阅"), null=True)
    read_on = models.DateField(_("阅读日期"), null=True)
    remark = models.CharField(_("阅后意见"), max_length=300, blank=True)

    objects = DocumentForwardQuerySet.as_manager()

    class Meta:
        verbose_name = _("传阅")
        verbose_name_plural = verbose_name
        ordering = ["document", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["document", "member"], name="forward_to_a_person_once"),
            models.CheckConstraint(condition=Q(remark="") | Q(read_on__isnull=False), name="remark_by_who_has_read"),
        ]

    def __str__(self) -> str:
        return f"{self.document} {self.member}"
