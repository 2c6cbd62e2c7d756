"""Accounts: who may sign in, and with which roles from when to when."""

from datetime import date, datetime
from typing import Any, Self

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from members.models.people import Member
from members.models.sign_ins import FailedSignIn
from unionoffice.dated import covering, ends_after_start
from unionoffice.roles import Role


class AccountManager(BaseUserManager["Account"]):
    """Makes accounts. The employee number is what people sign in with."""

    def create_user(self, employee_no: str, name: str, password: str | None = None, **fields: Any) -> "Account":
        """An account with a hashed password; None can't be signed in with until one is set."""
        account = self.model(employee_no=employee_no, name=name, **fields)
        account.set_password(password)
        account.save(using=self._db)
        return account


class Account(AbstractBaseUser):
    """Somebody who may sign in. Most are members; an operator of the system need not be one."""

    AUDITED = ("employee_no", "name", "member", "is_active")
    SENSITIVE = ("password",)

    employee_no = models.CharField(_("工号"), max_length=20, unique=True)
    name = models.CharField(_("姓名"), max_length=60)
    member = models.OneToOneField(
        Member, on_delete=models.PROTECT, null=True, blank=True, related_name="account", verbose_name=_("教职工")
    )
    is_active = models.BooleanField(_("可以登录"), default=True)
    must_change_password = models.BooleanField(_("须先修改密码"), default=False)

    objects = AccountManager()

    USERNAME_FIELD = "employee_no"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        verbose_name = _("账号")
        verbose_name_plural = verbose_name
        ordering = ["employee_no"]

    def __str__(self) -> str:
        return self.name

    def is_locked_at(self, moment: datetime) -> bool:
        """Whether too many wrong passwords in a row keep even the right one out."""
        count = FailedSignIn.objects.under(self.employee_no).first()
        return count is not None and count.is_locked_at(moment)


class RoleGrantQuerySet(models.QuerySet["RoleGrant"]):
    """Questions asked of given roles."""

    def held_on(self, on: date) -> Self:
        """Grants in force on a day."""
        return self.filter(covering(on))

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
