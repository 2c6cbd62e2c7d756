"""The rules of delegates, each with its source; a school changes them in the settings."""

from congress.seeds.sources import STAFF_LAW, UNION_LAW
from unionoffice.rules import RuleKind, seed_rule

DELEGATES_FROM = ((100, 30), (201, 40), (1001, 60), (5001, 90))
"""From how many members on a members' congress has at least how many delegates."""

OWN = "国家规定未定数额，由学校按本地实施办法和实际情况确定。"


def seed_delegate_rules() -> None:
    """Who meets, how many are delegates, and how they are elected; safe to repeat."""
    seed_rule(
        "congress.delegates_from",
        label="召开教职工代表大会的教职工人数",
        value=80,
        unit="人",
        source=f"{STAFF_LAW}：教职工80人以上的，建立教职工代表大会制度；不足80人的，建立由全体教职工直接参加的教职工大会制度。",
    )
    seed_rule(
        "congress.delegate_share",
        label="代表占教职工总数的比例",
        value=20,
        kind=RuleKind.PERCENT,
        source=f"{STAFF_LAW}：代表占全体教职工的比例由省级教育等部门确定，没有确定的由学校自主确定。",
    )
    seed_rule(
        "congress.election_quorum",
        label="选举代表的会议需到会三分之二以上",
        value=True,
        source="各地教代会实施办法：选举单位全体教职工三分之二以上到会，应到人数过半数赞成方为当选。",
    )


def seed_composition_rules() -> None:
    """Which shares of the delegates the law or the school lays down; safe to repeat."""
    percent = RuleKind.PERCENT
    seed_rule(
        "congress.teacher_share",
        label="代表中教师的最低比例",
        value=60,
        kind=percent,
        source=f"{STAFF_LAW}：教师代表不得低于代表总数的60%。",
    )
    seed_rule(
        "congress.women_share",
        label="代表中女教职工的最低比例",
        value=0,
        kind=percent,
        source=f"{STAFF_LAW}：保证一定比例的女教师代表。{OWN}0表示学校未定比例。",
    )
    seed_rule(
        "congress.young_share",
        label="代表中青年教师的最低比例",
        value=0,
        kind=percent,
        source=f"{STAFF_LAW}：保证一定比例的青年教师代表。{OWN}0表示学校未定比例。",
    )
    seed_rule("congress.young_age", label="青年教师的年龄上限", value=40, unit="周岁", source=OWN)
    seed_rule(
        "congress.leader_share",
        label="代表中学校和中层领导干部的最高比例",
        value=20,
        kind=percent,
        source="各地教代会实施办法：学校和中层领导干部代表一般不超过代表总数的20%。",
    )


def seed_members_rules() -> None:
    """When delegates of the union's members meet, how many, and what they are made up of; safe to repeat."""
    seed_rule(
        "congress.members_delegates_from",
        label="可以召开会员代表大会的会员人数",
        value=100,
        unit="人",
        source=f"{UNION_LAW}：会员不足100人的，召开会员大会；100人以上的，召开会员大会或者会员代表大会。",
    )
    for people, delegates in DELEGATES_FROM:
        seed_rule(
            f"congress.members_seats.{people}",
            label=f"会员{people}人起，会员代表的最少名额",
            value=delegates,
            unit="名",
            source=f"{UNION_LAW}：会员代表名额按会员人数分档确定。",
        )
    for name, label, value, asked in (
        ("women", "会员代表中女会员的最低比例", 0, f"女职工代表应占一定比例。{OWN}0表示学校未定比例。"),
        ("young", "会员代表中青年会员的最低比例", 0, f"青年职工代表应占一定比例。{OWN}0表示学校未定比例。"),
        ("leader", "会员代表中领导干部的最高比例", 20, "中层正职以上管理人员和领导人员一般不超过代表总数的20%。"),
    ):
        seed_rule(
            f"congress.members_{name}_share",
            label=label,
            value=value,
            kind=RuleKind.PERCENT,
            source=f"{UNION_LAW}：{asked}",
        )
