"""Signing in: where somebody is signed in now, and how often it failed."""

from datetime import datetime, timedelta
from typing import Self

from django.conf import settings
from django.db import models
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _


class SignInQuerySet(models.QuerySet["SignIn"]):
    """Questions asked of sign-ins."""

    def visible_to(self, user: models.Model) -> Self:
        """One's own: nobody else is told where somebody sits."""
        return self.filter(account=user.pk)

    def open_at(self, moment: datetime) -> Self:
        """Those that haven't run out: their session ends as long after the last sign of life."""
        return self.filter(last_seen_at__gt=moment - timedelta(seconds=settings.SESSION_COOKIE_AGE))


class SignIn(models.Model):
    """An account in one browser, from signing in until signing out, being ended or running out."""

    UNAUDITED = "Comes and goes with every browser that is opened; what is done there is in the trail of its records."

    AGENT_LENGTH = 300
    """Characters kept of what a browser says of itself: its name stands well before that."""

    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="sign_ins", verbose_name=_("账号")
    )
    session_key = models.CharField(_("会话"), max_length=40, unique=True)
    address = models.GenericIPAddressField(_("网络地址"), null=True)
    agent = models.CharField(_("浏览器"), max_length=AGENT_LENGTH, blank=True)
    started_at = models.DateTimeField(_("登录时间"))
    last_seen_at = models.DateTimeField(_("最近使用"), db_index=True)

    objects = SignInQuerySet.as_manager()

    class Meta:
        verbose_name = _("登录")
        verbose_name_plural = verbose_name
        ordering = ["-last_seen_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.account} {self.address}"


class FailedSignInQuerySet(models.QuerySet["FailedSignIn"]):
    """Questions asked of failed sign-ins."""

    def under(self, login: str) -> Self:
        """The row of one number, however it was typed."""
        return self.filter(pk=FailedSignIn.digest_of(login))


class FailedSignIn(models.Model):
    """How many times in a row a sign-in under one number failed, whether or not such an account exists.

    The number is kept as a digest: people type all sorts of things into the wrong field, passwords too.
    """

    UNAUDITED = "Counts what anybody may type; the lock of an account is written into the account's own trail."

    login_digest = models.CharField(_("工号摘要"), max_length=64, primary_key=True)
    times = models.PositiveSmallIntegerField(_("连续失败次数"))
    last_at = models.DateTimeField(_("最近一次"), db_index=True)

    objects = FailedSignInQuerySet.as_manager()

    class Meta:
        verbose_name = _("登录失败")
        verbose_name_plural = verbose_name

    def __str__(self) -> str:
        return f"{self.times}"

    @staticmethod
    def digest_of(login: str) -> str:
        """What failures are counted under; large and small letters are one, as they are for signing in."""
        return salted_hmac("members.FailedSignIn", login.casefold(), algorithm="sha256").hexdigest()

    def is_locked_at(self, moment: datetime) -> bool:
        """Whether the number takes no password at this moment."""
        until = self.last_at + timedelta(minutes=settings.SIGN_IN_LOCK_MINUTES)
        return self.times >= settings.SIGN_IN_FAILURES and moment < until
