"""The audiences that every office needs from its first day. What the office changes in them stays."""

from typing import Any

from members.enums import (
    AudienceKey,
    Gender,
    PoliticalStatus,
    PostCategory,
    ServiceStatus,
    UnionStatus,
)
from members.models import Audience, AudienceRule

IN_SERVICE = (ServiceStatus.IN_SERVICE,)

AUDIENCES: dict[AudienceKey, AudienceRule] = {
    AudienceKey.STAFF: AudienceRule(service=IN_SERVICE),
    AudienceKey.UNION_MEMBERS: AudienceRule(service=IN_SERVICE, union=(UnionStatus.MEMBER,)),
    AudienceKey.WOMEN: AudienceRule(service=IN_SERVICE, gender=(Gender.FEMALE,)),
    AudienceKey.RETIRED: AudienceRule(service=(ServiceStatus.RETIRED, ServiceStatus.RETIRED_CADRE)),
    AudienceKey.NEW_TEACHERS: AudienceRule(service=IN_SERVICE, posts=(PostCategory.TEACHER,), hired_within=12),
    AudienceKey.PARTY_MEMBERS: AudienceRule(
        service=IN_SERVICE, political=(PoliticalStatus.PARTY_MEMBER, PoliticalStatus.PROBATIONARY)
    ),
}


def seed(**_kwargs: Any) -> None:
    """Put the audiences in place; safe to repeat. One that the office made itself under such a name becomes it."""
    for key, rule in AUDIENCES.items():
        if Audience.objects.filter(key=key).exists():
            continue
        name = str(key.label)
        audience = Audience.objects.filter(name=name).first() or Audience(name=name, rule=rule.stored())
        audience.key = key
        audience.save()
