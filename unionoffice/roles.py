"""Who somebody is in the office at this moment, and predicates on it for `permissions.py` of each app."""

from typing import TypeAlias

import rules
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from unionoffice.areas import areas

User: TypeAlias = AbstractBaseUser | AnonymousUser


CACHE = "_roles_today"
"""Where the roles are kept with the user object, for the length of a request."""


class Role(models.TextChoices):
    """The office's roles: some are given with dates, the last ones follow from records."""

    CHAIR = "chair", _("工会主席")
    SECRETARY = "secretary", _("工会秘书")
    TREASURER = "treasurer", _("会计")
    CASHIER = "cashier", _("出纳")
    AUDITOR = "auditor", _("经审委员")
    WELFARE_OFFICER = "welfare_officer", _("生活委员")
    SPORTS_OFFICER = "sports_officer", _("文体委员")
    WOMEN_OFFICER = "women_officer", _("女工委员")
    ORGANISATION_OFFICER = "organisation_officer", _("组织委员")
    PUBLICITY_OFFICER = "publicity_officer", _("宣传委员")
    PRINCIPAL = "principal", _("校长")
    PARTY_SECRETARY = "party_secretary", _("书记")
    VICE_PRINCIPAL = "vice_principal", _("分管校领导")
    DEPARTMENT_HEAD = "department_head", _("部门负责人")
    GROUP_LEADER = "group_leader", _("小组长")
    DELEGATE = "delegate", _("教代会代表")
    STAFF = "staff", _("教职工")


FOLLOWS_FROM_RECORDS = (Role.GROUP_LEADER, Role.DELEGATE, Role.STAFF)
"""Roles that nobody gives: an area derives them from its own records."""


def roles_of(user: User) -> frozenset[Role]:
    """The roles that `user` holds today: what was given, and what every area derives from its records.

    Asked once for each user object, so once a request: rights are those of the moment, whatever date the
    business at hand bears.
    """
    if not user.is_authenticated:
        return frozenset()
    known: frozenset[Role] | None = getattr(user, CACHE, None)
    if known is None:
        on = timezone.localdate()
        known = frozenset(Role(role) for area in areas() if area.roles for role in area.roles(user, on))
        setattr(user, CACHE, known)
    return known


def holds(*roles: Role) -> rules.Predicate:
    """A predicate: the user holds at least one of `roles`."""
    wanted = frozenset(roles)
    return rules.Predicate(lambda user: not wanted.isdisjoint(roles_of(user)), name=" | ".join(roles))


anyone = rules.always_allow
"""Also a stranger: the sign-in page and the public board."""

signed_in = rules.predicates.is_authenticated
"""Everyone with an account that isn't blocked."""
