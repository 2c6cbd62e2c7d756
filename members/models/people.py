"""People: who they are, and how their status changed over time."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import F, OuterRef, Q, Subquery
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from members.enums import (
    ChangeKind,
    ContractKind,
    Gender,
    PoliticalStatus,
    PostCategory,
    PostRank,
    ServiceStatus,
    Standing,
    UnionStatus,
)
from members.models.units import UnionGroup
from members.permissions import (
    keeps_roster,
    member_id_of,
    reads_change_files,
    reads_files,
    sees_all_members,
    sees_union_file,
)
from unionoffice import names, privacy
from unionoffice.attachments import AttachmentRules
from unionoffice.dated import covering
from unionoffice.lookups import beginning_with
from unionoffice.privacy import SecretField
from unionoffice.rules import rule
from unionoffice.strokes import own_orders
from unionoffice.versions import Versioned


class MemberQuerySet(models.QuerySet["Member"]):
    """Questions asked of people."""

    def visible_to(self, user: Any) -> Self:
        """All for those who keep the records; a group leader's group and those below it; everyone else themselves."""
        if not user.is_authenticated:
            return self.none()
        if sees_all_members.test(user):
            return self
        groups = UnionGroup.objects.led_by(member_id_of(user))
        led = self.model.objects.filter(group_places__to_on=None, group_places__group__in=groups)
        return self.filter(Q(account=user) | Q(pk__in=led.values("pk")))

    def matching(self, text: str) -> Self:
        """Name in Chinese, full pinyin, initials, or the beginning of an employee number; a given-up one in full."""
        typed = "".join(text.split())
        if not typed.isascii():
            return self.filter(name__contains=names.clean_name(text))
        merged = self.model.objects.filter(merges__given_up_no__iexact=typed)
        found = Q(pk__in=merged.values("pk"))
        for number in {typed, typed.upper(), typed.lower()}:
            found |= beginning_with("employee_no", number)
        if not typed.isdecimal():
            found |= beginning_with("pinyin", typed.lower()) | beginning_with("initials", typed.lower())
        return self.filter(found)

    def in_stroke_order(self, on: date) -> Self:
        """按姓氏笔画, with single given names where the rule of that day puts them."""
        first = rule("names.single_given_first", on=on)
        return self.order_by("single_first_key" if first else "stroke_key", "employee_no")

    def in_service(self) -> Self:
        """Who works here now."""
        return self.filter(service_status=ServiceStatus.IN_SERVICE)

    def as_of(self, on: date) -> Any:
        """Annotates `service_on` and `union_on`: the status of each person at the end of that day.

        Both are NULL for somebody who wasn't yet here. The annotations are why the type says nothing.
        """
        last = StatusChange.objects.filter(member=OuterRef("pk"), on__lte=on).order_by("-on", "-pk")
        return self.annotate(
            service_on=Subquery(last.values("service_status")[:1]),
            union_on=Subquery(last.values("union_status")[:1]),
        )

    def staff_on(self, on: date) -> Any:
        """Who worked here on that day."""
        return self.as_of(on).filter(service_on=ServiceStatus.IN_SERVICE)

    def counted_in_rate_on(self, on: date) -> Any:
        """Staff that the membership rate counts: temporary staff are left out (local rule)."""
        return self.staff_on(on).exclude(contract_kind=ContractKind.TEMPORARY)

    def union_members_on(self, on: date) -> Any:
        """Full members in service on that day."""
        return self.staff_on(on).filter(union_on=UnionStatus.MEMBER)

    def in_group_on(self, group_id: int | None, on: date) -> Self:
        """Who belonged to a union group, or to one below it, on that day; everyone where no group is asked for."""
        if group_id is None:
            return self
        held = UnionGroup.objects.of_or_below([group_id]).filter(covering(on, path="places__"))
        return self.filter(pk__in=held.values("places__member"))


class Member(Versioned):
    """A person on the school's staff, serving or retired, whether in the union or not.

    `service_status` and `union_status` are those of today; the dated history is in `StatusChange`.
    """

    AUDITED = (
        "employee_no",
        "name",
        "gender",
        "birth_date",
        "ethnicity",
        "political_status",
        "post_category",
        "post_rank",
        "title",
        "contract_kind",
        "first_job_on",
        "hired_on",
        "service_status",
        "union_status",
        "joined_on",
        "card_no",
        "married_on",
        "keeps_lunar_birthday",
    )
    MASKS: ClassVar[Mapping[str, Callable[[str], str]]] = {
        "phone": privacy.mask_phone,
        "address": privacy.mask_address,
        "id_number": privacy.mask_id_number,
        "bank_card": privacy.mask_bank_card,
    }
    """What is encrypted, each with how a page shows it."""
    SENSITIVE = tuple(MASKS)
    READS_TRAIL = sees_union_file
    ATTACHMENTS = AttachmentRules(
        may_add=keeps_roster, reads_sensitive=reads_files, all_sensitive=True, title=_("档案材料")
    )
    MADE_KEYS = ("pinyin", "initials", "stroke_key", "single_first_key", "id_digest")

    employee_no = models.CharField(_("工号"), max_length=20, unique=True)
    name = models.CharField(_("姓名"), max_length=60)
    pinyin = models.CharField(_("拼音"), max_length=400, editable=False, db_index=True)
    initials = models.CharField(_("拼音首字母"), max_length=60, editable=False, db_index=True)
    stroke_key = models.TextField(_("笔画排序"), default="", editable=False)
    single_first_key = models.TextField(_("笔画排序（单名在前）"), default="", editable=False)
    gender = models.CharField(_("性别"), max_length=10, choices=Gender)
    birth_date = models.DateField(_("出生日期"), null=True, blank=True)
    keeps_lunar_birthday = models.BooleanField(_("过农历生日"), default=False)
    ethnicity = models.CharField(_("民族"), max_length=20, blank=True)
    political_status = models.CharField(_("政治面貌"), max_length=20, choices=PoliticalStatus, blank=True)
    post_category = models.CharField(_("岗位类别"), max_length=20, choices=PostCategory, blank=True)
    post_rank = models.CharField(_("岗位层级"), max_length=20, choices=PostRank, blank=True)
    title = models.CharField(_("职称"), max_length=60, blank=True)
    contract_kind = models.CharField(
        _("用工形式"), max_length=20, choices=ContractKind, default=ContractKind.ESTABLISHED
    )
    first_job_on = models.DateField(_("参加工作时间"), null=True, blank=True)
    hired_on = models.DateField(_("来校时间"), null=True, blank=True)
    service_status = models.CharField(
        _("在职状态"), max_length=20, choices=ServiceStatus, default=ServiceStatus.IN_SERVICE, editable=False
    )
    union_status = models.CharField(
        _("会籍状态"), max_length=20, choices=UnionStatus, default=UnionStatus.NON_MEMBER, editable=False
    )
    joined_on = models.DateField(_("入会日期"), null=True, blank=True)
    card_no = models.CharField(_("会员证号"), max_length=40, blank=True)
    phone = SecretField(_("手机号码"), max_length=20)
    address = SecretField(_("家庭住址"), max_length=200)
    id_number = SecretField(_("身份证号"), max_length=18)
    id_digest = models.CharField(_("身份证号摘要"), max_length=64, blank=True, editable=False, db_index=True)
    bank_card = SecretField(_("银行卡号"), max_length=30)
    married_on = models.DateField(_("结婚日期"), null=True, blank=True)
    came_with = models.ForeignKey(
        "members.RosterImport",
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="people",
        verbose_name=_("随哪次导入登记"),
    )

    objects = MemberQuerySet.as_manager()

    class Meta:
        verbose_name = _("教职工")
        verbose_name_plural = verbose_name
        ordering = ["pinyin", "employee_no"]
        indexes = [models.Index(fields=["service_status", "pinyin", "employee_no"], name="roster_order")]
        constraints = [
            models.CheckConstraint(
                condition=Q(joined_on__isnull=True) | Q(birth_date__isnull=True) | Q(joined_on__gt=F("birth_date")),
                name="joined_after_birth",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the search keys with what they are made of."""
        self.make_keys()
        super().save(*args, **kwargs)

    def make_keys(self, own: Mapping[str, str] | None = None) -> None:
        """Set what search and order need from the name and the ID number; bulk writes call it themselves.

        They hand in the strokes that the office entered, which are otherwise read for each name.
        """
        own = own_orders() if own is None else own
        self.pinyin, self.initials = names.pinyin(self.name), names.initials(self.name)
        self.stroke_key = names.stroke_key(self.name, own=own, single_first=False)
        self.single_first_key = names.stroke_key(self.name, own=own, single_first=True)
        self.id_digest = privacy.digest(self.id_number)

    def get_absolute_url(self) -> str:
        """The member's page."""
        return reverse("members:member-detail", args=[self.pk])

    @classmethod
    def secrets_of(cls, *paths: str) -> list[str]:
        """The encrypted fields of the people to whom these relations lead, for `defer`: lists show none of them."""
        return [f"{path}__{name}" for path in paths for name in cls.SENSITIVE]

    @property
    def standing(self) -> Standing:
        """How the person stands today."""
        return Standing(self.service_status, self.union_status)

    @property
    def former_keys(self) -> models.QuerySet[Any, Any]:
        """The keys of records that were merged into this one."""
        return self.merges.values("former_key")

    @property
    def public_number(self) -> str:
        """What may be shown to anyone who is referred here: no name."""
        return str(_("教职工档案"))


class StatusChangeQuerySet(models.QuerySet["StatusChange"]):
    """Questions asked of changes."""

    def visible_to(self, user: Any) -> Self:
        """All for those who work with everybody's records; everyone else sees their own. A group leader, who sees the
        group's people, doesn't see what became of them.
        """
        if not user.is_authenticated:
            return self.none()
        return self if sees_all_members.test(user) else self.filter(member__account=user)


class StatusChange(Versioned):
    """A change of somebody's service or union status on a day, and how both stood after it.

    Of two changes on one day the one entered later stands. `letter_no` is the number of the letter of introduction:
    ours of a transfer out, where it is given once and never again, and the other union's of a transfer in.
    """

    AUDITED = (
        "member",
        "kind",
        "on",
        "service_status",
        "union_status",
        "keeps_membership",
        "reason",
        "document_no",
        "other_union",
        "letter_no",
    )
    ATTACHMENTS = AttachmentRules(may_add=keeps_roster, reads_sensitive=reads_change_files, all_sensitive=True)
    """Letters, certificates, applications: all bear what only the office and the person need to know."""

    member = models.ForeignKey(
        Member, on_delete=models.PROTECT, related_name="status_changes", verbose_name=_("教职工")
    )
    kind = models.CharField(_("变动"), max_length=20, choices=ChangeKind)
    on = models.DateField(_("日期"))
    service_status = models.CharField(_("变动后在职状态"), max_length=20, choices=ServiceStatus)
    union_status = models.CharField(_("变动后会籍状态"), max_length=20, choices=UnionStatus)
    keeps_membership = models.BooleanField(_("保留会籍"), default=True)
    reason = models.CharField(_("原因"), max_length=200, blank=True)
    document_no = models.CharField(_("文号"), max_length=60, blank=True)
    other_union = models.CharField(_("对方单位工会"), max_length=100, blank=True)
    letter_no = models.CharField(_("介绍信编号"), max_length=40, blank=True)

    objects = StatusChangeQuerySet.as_manager()

    class Meta:
        verbose_name = _("人员变动")
        verbose_name_plural = verbose_name
        ordering = ["-on", "-pk"]
        indexes = [models.Index(fields=["member", "-on", "-id"], name="status_as_of")]
        constraints = [
            models.UniqueConstraint(
                fields=["letter_no"],
                condition=Q(kind=ChangeKind.TRANSFERRED_OUT) & ~Q(letter_no=""),
                name="one_letter_a_number",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.member} {self.get_kind_display()} {self.on}"

    def get_absolute_url(self) -> str:
        """The page of the change, with its papers."""
        return reverse("members:change-detail", args=[self.pk])

    @property
    def standing(self) -> Standing:
        """How the person stands after it."""
        return Standing(self.service_status, self.union_status)

    @standing.setter
    def standing(self, standing: Standing) -> None:
        self.service_status, self.union_status = standing
