"""Reads about joining the union."""

from typing import Any

from django.db.models import Count, Max, QuerySet
from django.db.models.functions import Length

from members.models import JoinApplication, Member


def next_card_no() -> str:
    """The number after the greatest one among cards as long as most; empty where no card has a number of digits."""
    cards = Member.objects.filter(card_no__regex=r"^[0-9]+$").annotate(length=Length("card_no")).order_by()
    usual = cards.values("length").annotate(cards=Count("pk"), last=Max("card_no")).order_by("-cards", "-length")
    found = usual.first()
    return str(int(found["last"]) + 1).zfill(found["length"]) if found else ""


def applications_waiting_for(user: Any) -> QuerySet[JoinApplication]:
    """Applications that wait for a decision which `user`, who keeps the roster, may take: not their own."""
    waiting = JoinApplication.objects.filed().exclude(member=user.member_id).select_related("member")
    return waiting.defer(*Member.secrets_of("member")).order_by("applied_on", "pk")
