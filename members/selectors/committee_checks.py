"""How a committee's term keeps to the rules. They warn and refuse nothing: what happened is recorded as it was."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Q
from django.utils.translation import gettext as _

from members.enums import CommitteeKind, CommitteePost, Gender
from members.models import CommitteeTerm, Member, OfficeHolding, RoleGrant
from members.selectors.committees import rules_of_committees
from unionoffice.days import in_full
from unionoffice.figures import percentage
from unionoffice.roles import Role
from unionoffice.rules import RuleSetting
from unionoffice.tones import Tone

SIZE_BANDS = (24, 200, 1000, 5000, 10000)
"""Up to how many members each rule on a committee's size reaches; the last also stands for every larger union."""

HANDLES_MONEY = (Role.CHAIR, Role.TREASURER, Role.CASHIER)


@dataclass(frozen=True)
class Check:
    """What one rule says of a term: how things stand, and on what it rests. `tone` WAITS asks to look into it."""

    label: str
    text: str
    tone: Tone
    source: str = ""

    @property
    def is_fine(self) -> bool:
        """Whether nothing is to be done."""
        return self.tone is not Tone.WAITS


def term_checks(term: CommitteeTerm, on: date) -> list[Check]:
    """How a term stands on `on`, or stood on its last day."""
    day = term.day_within(on)
    rules = rules_of_committees(day)
    offices = list(term.offices.held_on(day).select_related("member").only("term", "post", "duty", "member__gender"))
    people = {office.member_id: office.member for office in offices}
    checks = [_years(term, rules), _approved_size(term, len(people))]
    kind = term.committee.kind
    if kind == CommitteeKind.UNION:
        members = _members(day)
        checks += [
            _size(len(people), members["all"], rules),
            _women_share(people, members),
            _women_committee(offices, members["women"], rules, day),
        ]
    if kind == CommitteeKind.AUDIT:
        checks.append(_apart(people, rules, day))
    return [check for check in checks if check is not None]


def _members(on: date) -> dict[str, int]:
    women = Count("pk", filter=Q(gender=Gender.FEMALE))
    return Member.objects.union_members_on(on).aggregate(all=Count("pk"), women=women)


def _years(term: CommitteeTerm, rules: dict[str, RuleSetting]) -> Check:
    allowed = (rules["years_short"].typed, rules["years_long"].typed)
    last = years_after(term.from_on, term.years)
    text = _("任期%(n)d年，%(start)s至%(end)s") % {
        "n": term.years,
        "start": in_full(term.from_on),
        "end": in_full(term.to_on),
    }
    if term.years not in allowed:
        text += _("；规定每届%(short)d年或者%(long)d年") % {"short": allowed[0], "long": allowed[1]}
    elif term.to_on > last and not term.end_moved_by:
        text += _("；比%(n)d年长，没有登记延期换届的批复") % {"n": term.years}
    else:
        return Check(_("任期"), text, Tone.DONE, rules["years_long"].source)
    return Check(_("任期"), text, Tone.WAITS, rules["years_long"].source)


def years_after(start: date, years: int) -> date:
    """The last day of a term of whole years: the eve of the same day that many years later."""
    leap_day = start.month == 2 and start.day == 29  # noqa: PLR2004 -- the calendar's
    return (start.replace(year=start.year + years, day=28 if leap_day else start.day)) - timedelta(days=not leap_day)


def _approved_size(term: CommitteeTerm, filled: int) -> Check | None:
    if not term.size_approved:
        return None
    text = _("批准委员%(wanted)d名，实有%(n)d名") % {"wanted": term.size_approved, "n": filled}
    if filled < term.size_approved:
        text += _("，缺额%(n)d名，可以增补") % {"n": term.size_approved - filled}
    elif filled > term.size_approved:
        text += _("，超出%(n)d名") % {"n": filled - term.size_approved}
    return Check(_("批准的名额"), text, Tone.DONE if filled == term.size_approved else Tone.WAITS, term.approval_no)


def _size(filled: int, members: int, rules: dict[str, RuleSetting]) -> Check:
    band = next((band for band in SIZE_BANDS if members <= band), SIZE_BANDS[-1])
    least, most = rules[f"size_{band}_min"], rules[f"size_{band}_max"]
    text = _("会员%(members)d名，委员应为%(least)d至%(most)d名，实有%(n)d名") % {
        "members": members,
        "least": least.typed,
        "most": most.typed,
        "n": filled,
    }
    fits = least.typed <= filled <= most.typed
    if not fits and members <= SIZE_BANDS[0]:
        text += _("；不足25名会员的，也可以只设主席或者组织员1名")
        fits = filled == 1
    return Check(_("委员人数"), text, Tone.DONE if fits else Tone.WAITS, least.source)


def _women_share(people: dict[int, Member], members: dict[str, int]) -> Check:
    """Told, not judged: the law asks for a suitable share and names no number."""
    women = sum(member.gender == Gender.FEMALE for member in people.values())
    share, whole = percentage(women, len(people)), percentage(members["women"], members["all"])
    text = _("女委员%(n)d名，占%(share)s%%；女会员占会员的%(whole)s%%") % {"n": women, "share": share, "whole": whole}
    return Check(
        _("女委员比例"), text, Tone.ACTIVE, _("《工会法》：女会员较多的，委员会成员中应有适当比例的女会员。")
    )


def _women_committee(offices: list[OfficeHolding], women: int, rules: dict[str, RuleSetting], on: date) -> Check:
    least = rules["women_from"]
    has_committee = CommitteeTerm.objects.filter(committee__kind=CommitteeKind.WOMEN, from_on__lte=on).exists()
    has_officer = any("女" in office.duty for office in offices)
    text = _("女会员%(n)d名") % {"n": women}
    if women >= least.typed:
        text += _("，达到%(least)d名，应建立女职工委员会：") % {"least": least.typed}
        fits = has_committee
    else:
        text += _("，不足%(least)d名，应设女职工委员：") % {"least": least.typed}
        fits = has_committee or has_officer
    text += _("已设立") if fits else _("尚未设立")
    return Check(_("女职工组织"), text, Tone.DONE if fits else Tone.WAITS, least.source)


def _apart(people: dict[int, Member], rules: dict[str, RuleSetting], on: date) -> Check | None:
    """Who checks the money neither leads the union nor handles it."""
    apart = rules["audit_apart"]
    if not apart.typed:
        return None
    leading = OfficeHolding.objects.held_on(on).filter(
        term__committee__kind=CommitteeKind.UNION, post__in=(CommitteePost.CHAIR, CommitteePost.VICE_CHAIR)
    )
    names = set(leading.filter(member__in=people).values_list("member__name", flat=True))
    grants = RoleGrant.objects.held_on(on).filter(account__member__in=people, role__in=HANDLES_MONEY)
    names |= set(grants.values_list("account__name", flat=True))
    text = (
        _("%(names)s同时负责工会或者经手工会经费，不宜担任经审委员") % {"names": "、".join(sorted(names))}
        if names
        else _("没有工会主席、副主席、会计或者出纳兼任")
    )
    return Check(_("经审回避"), text, Tone.WAITS if names else Tone.DONE, apart.source)
