"""Accounts: who may sign in, and with which roles from when to when."""

import json
from datetime import date, datetime, timedelta
from typing import Any, Self

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from members.models.people import Member
from members.models.sign_ins import FailedSignIn
from members.permissions import sees_account_trail
from unionoffice import audit
from unionoffice.dated import DatedQuerySet, ends_after_start
from unionoffice.privacy import SecretField
from unionoffice.roles import Role


class AccountManager(BaseUserManager["Account"]):
    """Makes accounts. The employee number is what people sign in with."""

    def visible_to(self, user: Any) -> models.QuerySet["Account"]:
        """All for those who answer for them."""
        return self.all() if sees_account_trail.test(user) else self.none()

    def create_user(self, employee_no: str, name: str, password: str | None = None, **fields: Any) -> "Account":
        """An account with a hashed password; None can't be signed in with until one is set."""
        account = self.model(employee_no=employee_no, name=name, **fields)
        account.set_password(password)
        account.save(using=self._db)
        return account


class Account(AbstractBaseUser):
    """Somebody who may sign in. Most are members; an operator of the system need not be one."""

    AUDITED = ("employee_no", "name", "member", "is_active", "blocked_on")
    SENSITIVE = ("password",)

    employee_no = models.CharField(_("工号"), max_length=20, unique=True)
    name = models.CharField(_("姓名"), max_length=60)
    member = models.OneToOneField(
        Member, on_delete=models.PROTECT, null=True, blank=True, related_name="account", verbose_name=_("教职工")
    )
    is_active = models.BooleanField(_("可以登录"), default=True)
    blocked_on = models.DateField(_("停用日期"), null=True, blank=True)
    must_change_password = models.BooleanField(_("须先修改密码"), default=False)

    objects = AccountManager()

    USERNAME_FIELD = "employee_no"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        verbose_name = _("账号")
        verbose_name_plural = verbose_name
        ordering = ["employee_no"]
        constraints = [
            models.CheckConstraint(condition=Q(blocked_on=None) | Q(is_active=False), name="blocked_is_not_active"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The page of the person; an operator of the system, who is nobody's colleague, stands in the list alone."""
        if self.member_id is not None:
            return reverse("members:member-detail", args=[self.member_id])
        return f"{reverse('members:account-list')}?q={self.employee_no}"

    def check_password(self, raw_password: str | None) -> bool:
        """Whether it is the password; one that was kept more lightly is kept anew, which isn't a change of it."""
        with audit.deed(_t("改用更强的方式保存密码"), by=None):
            return super().check_password(raw_password)

    def is_locked_at(self, moment: datetime) -> bool:
        """Whether too many wrong passwords in a row keep even the right one out."""
        count = FailedSignIn.objects.under(self.employee_no).first()
        return count is not None and count.is_locked_at(moment)


class RoleGrantQuerySet(DatedQuerySet["RoleGrant"]):
    """Questions asked of given roles."""

    def held_from(self, on: date) -> Self:
        """Grants in force on a day or on a later one."""
        return self.filter(Q(to_on__isnull=True) | Q(to_on__gte=on))


class RoleGrant(models.Model):
    """A role given to an account from a day on, until a day or until further notice."""

    AUDITED = ("account", "role", "from_on", "to_on")

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="grants", verbose_name=_("账号"))
    role = models.CharField(_("角色"), max_length=30, choices=Role)
    from_on = models.DateField(_("自何日起"))
    to_on = models.DateField(_("至何日止"), null=True, blank=True)

    objects = RoleGrantQuerySet.as_manager()

    class Meta:
        verbose_name = _("角色授予")
        verbose_name_plural = verbose_name
        ordering = ["account", "role"]
        constraints = [
            models.UniqueConstraint(fields=["account", "role", "from_on"], name="one_grant_a_day"),
            ends_after_start("grant_in_order"),
        ]

    def __str__(self) -> str:
        return f"{self.account} {self.get_role_display()}"


class FirstPasswordSheetQuerySet(models.QuerySet["FirstPasswordSheet"]):
    """Questions asked of sheets of first passwords."""

    def visible_to(self, user: Any) -> Self:
        """Only who opened the accounts hands out their passwords."""
        return self.filter(made_by=user.pk) if user.is_authenticated else self.none()


class FirstPasswordSheet(models.Model):
    """初始密码单: the first passwords of accounts opened together, to be printed, cut apart and handed out.

    They are kept encrypted until the sheet is destroyed, at the latest for `KEPT_HOURS`; every one of them is changed
    at the first sign-in.
    """

    AUDITED = ("made_by", "count", "destroyed_at")
    SENSITIVE = ("content",)
    KEPT_HOURS = 24

    made_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+", verbose_name=_("开通人"))
    made_at = models.DateTimeField(_("开通时间"), default=timezone.now)
    count = models.PositiveIntegerField(_("账号数"))
    content = SecretField(_("初始密码"))
    destroyed_at = models.DateTimeField(_("销毁时间"), null=True, blank=True)

    objects = FirstPasswordSheetQuerySet.as_manager()

    class Meta:
        verbose_name = _("初始密码单")
        verbose_name_plural = verbose_name
        ordering = ["-made_at", "-pk"]

    def __str__(self) -> str:
        return f"{_('初始密码单')} {timezone.localtime(self.made_at):%Y-%m-%d %H:%M}"

    def get_absolute_url(self) -> str:
        """Where it is printed and destroyed."""
        return reverse("members:first-passwords", args=[self.pk])

    @property
    def is_open(self) -> bool:
        """Whether the passwords can still be printed."""
        fresh = self.made_at >= timezone.now() - timedelta(hours=self.KEPT_HOURS)
        return self.destroyed_at is None and fresh and bool(self.content)

    @property
    def lines(self) -> list[tuple[str, str, str]]:
        """Name, login and first password of each; none once it is destroyed or too old."""
        return [tuple(line) for line in json.loads(self.content)] if self.is_open else []
