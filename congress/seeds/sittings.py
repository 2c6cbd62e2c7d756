"""The rules of sittings: how many of those due have to be there."""

from django.utils.translation import gettext_lazy as _

from congress.seeds.sources import STAFF_LAW
from unionoffice.rules import RuleKind, seed_rule

SHARES = (
    ("2/3", _("应到人数的三分之二以上")),
    ("3/4", _("应到人数的四分之三以上")),
    ("4/5", _("应到人数的五分之四以上")),
)
"""What the law asks at the least, and more where a school asks more."""

HALF = ("1/2", _("应到人数的半数以上"))


def seed_sitting_rules() -> None:
    """Put the defaults in place; safe to repeat."""
    shares = [(key, str(label)) for key, label in SHARES]
    seed_rule(
        "congress.session_quorum",
        label="教代会的法定到会人数",
        value="2/3",
        kind=RuleKind.CHOICE,
        choices=shares,
        source=f"{STAFF_LAW}：教职工代表大会须有三分之二以上教职工代表大会代表出席。",
    )
    seed_rule(
        "congress.members_quorum",
        label="工会会员（代表）大会的法定到会人数",
        value="2/3",
        kind=RuleKind.CHOICE,
        choices=shares,
        source="《工会基层组织选举工作条例》：会员大会或会员代表大会选举，参加人数须为应到会人数的三分之二以上。",
    )
    seed_rule(
        "congress.sitting_quorum",
        label="选举单位、委员会和全体教职工会议的到会人数",
        value="2/3",
        kind=RuleKind.CHOICE,
        choices=[*shares, (HALF[0], str(HALF[1]))],
        source="参照教职工代表大会的到会人数，由学校教职工代表大会实施办法规定。",
    )
