"""What is known of two records of one person before they are merged: where they differ, and what clashes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from members.enums import AttendanceState
from members.models import (
    Attendance,
    Audience,
    Child,
    CorrectionRequest,
    DepartmentPlace,
    GroupPlace,
    Handover,
    JoinApplication,
    Member,
    MergedMember,
    OfficeHolding,
    SignOffLine,
)
from members.selectors.histories import combined_history, in_words
from unionoffice.areas import Foreseen, areas
from unionoffice.merging import hanging_on, twins

FOLLOWS = ("joined_on",)
"""Fields that nobody chooses: the history of both says it."""

IDENTITY = ("employee_no", "name", "id_number")
"""What says who somebody is: where two records differ in it, whoever merges them must choose."""

COUNTS_MORE = (AttendanceState.PRESENT, AttendanceState.ON_LEAVE, AttendanceState.ABSENT)
"""Of two findings about one person, the earlier in this order is believed."""


@dataclass(frozen=True)
class Compared:
    """One field of two records, in words; secrets masked. Empty text where a record says nothing."""

    name: str
    label: str | Promise
    kept: str
    dropped: str
    differs: bool

    @property
    def must_be_chosen(self) -> bool:
        """Whether no value goes without saying."""
        return self.differs and self.name in IDENTITY and bool(self.kept and self.dropped)


def compared(kept: Member, dropped: Member) -> list[Compared]:
    """Every field that people fill in, identity first. Statuses aren't among them: they follow from the changes."""
    fields: list[Any] = [
        field
        for field in Member._meta.concrete_fields
        if field.editable and not field.primary_key and field.name not in FOLLOWS
    ]
    fields.sort(key=lambda field: field.name not in IDENTITY)
    return [
        Compared(
            field.name,
            field.verbose_name,
            _in_words(field, kept),
            _in_words(field, dropped),
            differs=field.value_from_object(kept) != field.value_from_object(dropped),
        )
        for field in fields
    ]


def _in_words(field: Any, member: Member) -> str:
    value = field.value_from_object(member)
    if not value:
        return ""
    if field.name in Member.MASKS:
        return Member.MASKS[field.name](value)
    if field.choices:
        return str(getattr(member, f"get_{field.name}_display")())
    return _("是") if value is True else str(value)


def belongings(member: Member) -> list[tuple[str, int]]:
    """What hangs on somebody's record, by what such rows are called: ("慰问", 3). What everybody has isn't named."""
    return [
        (str(model._meta.verbose_name), count)
        for model, count in hanging_on(member)
        if model._meta.label not in ("members.StatusChange", "members.Account", "members.DistinctPair")
    ]


def foreseen(kept: Member, dropped: Member, *, by: Any) -> list[Foreseen]:
    """What every area says to a merge, and whether `by` may do this one; what forbids it stands first."""
    told = [one for area in areas() if area.before_merge for one in area.before_merge.foresee(kept, dropped)]
    if by is not None and by.member_id == dropped.pk and _has_account(kept):
        told.append(Foreseen(_("您自己的账号会因此停用，请由另一位秘书合并，或改为保留另一份档案。"), forbids=True))
    return sorted(told, key=lambda one: not one.forbids)


def foresee_merge(kept: Member, dropped: Member) -> Iterator[Foreseen]:
    """What clashes among the records of this app."""
    yield from _history(kept, dropped)
    yield from _accounts(kept, dropped)
    yield from _waiting(kept, dropped)
    yield from _places(kept, dropped)
    if count := len(twins(OfficeHolding.objects.all(), kept, dropped, "term_id", "post", "from_on")):
        yield Foreseen(_("%(n)d项任职两份档案都有，只留一项。") % {"n": count})
    if count := len(twins(Child.objects.all(), kept, dropped, "birth_date", "name")):
        yield Foreseen(_("%(n)d名子女两份档案都登记了，只留一次。") % {"n": count})
    if hasattr(kept, "portrait") and hasattr(dropped, "portrait"):
        yield Foreseen(_("照片留用保留的档案的一张，另一张删除。"))
    if count := len(twins(Attendance.objects.all(), kept, dropped, "gathering_id")):
        yield Foreseen(_("%(n)d次签到两份档案都有登记，每次只留一条，出席的优先。") % {"n": count})
    yield from _sign_offs(kept, dropped)
    yield from _audiences(kept, dropped)


def _history(kept: Member, dropped: Member) -> Iterator[Foreseen]:
    history = combined_history(kept, dropped)
    if history.problem:
        advice = _("请先更正其中一份的变动记录，或改为保留另一份档案。")
        yield Foreseen(f"{history.problem}{advice}", forbids=True)
    elif history.standing is not None:
        yield Foreseen(_("合并后的状态是“%(standing)s”。") % {"standing": in_words(history.standing)})


def _has_account(member: Member) -> bool:
    return hasattr(member, "account")


def _accounts(kept: Member, dropped: Member) -> Iterator[Foreseen]:
    if not _has_account(dropped):
        return
    if not _has_account(kept):
        yield Foreseen(_("账号和角色转到保留的档案，以后用保留的工号登录，密码不变。"))
        return
    sentence = _("两份档案都有账号：%(closed)s的账号停用，角色收回，用它办过的事仍记在它名下。以后用保留的工号登录。")
    yield Foreseen(sentence % {"closed": dropped.account.employee_no})


def _waiting(kept: Member, dropped: Member) -> Iterator[Foreseen]:
    """What somebody must decide first, and what no one person can have done."""
    if twins(JoinApplication.objects.filed(), kept, dropped):
        yield Foreseen(_("两份档案各有一份入会申请待审批，请先办理其中一份，再合并。"), forbids=True)
    for request, _other in twins(CorrectionRequest.objects.undecided(), kept, dropped, "field"):
        sentence = _("两份档案都在申请更正“%(what)s”，请先办理其中一份，再合并。")
        yield Foreseen(sentence % {"what": request.what}, forbids=True)
    if Handover.objects.filter(Q(giver=kept, taker=dropped) | Q(giver=dropped, taker=kept)).exists():
        yield Foreseen(_("两份档案之间办过职务交接，一个人不会交给自己，请核对是不是同一人。"), forbids=True)


def _places(kept: Member, dropped: Member) -> Iterator[Foreseen]:
    main, other = current_main(kept), current_main(dropped)
    if main and other and main.department_id != other.department_id:
        sentence = _("主要部门是%(main)s，%(other)s改为兼任部门。")
        yield Foreseen(sentence % {"main": main.department, "other": other.department})
    group, left = current_group(kept), current_group(dropped)
    if group and left and group.group_id != left.group_id:
        sentence = _("工会小组是%(group)s，在%(left)s的归属到此为止。")
        yield Foreseen(sentence % {"group": group.group, "left": left.group})


def current_main(member: Member) -> DepartmentPlace | None:
    """The department that counts now."""
    return member.department_places.current().filter(is_main=True).select_related("department").first()


def current_group(member: Member) -> GroupPlace | None:
    """The union group that somebody belongs to now."""
    return member.group_places.current().select_related("group").first()


def taken_for_oneself(kept: Member, dropped: Member) -> Any:
    """Lines that one of the two took along for the other: signed for in person, as it turns out."""
    return SignOffLine.objects.filter(Q(member=kept, taken_by=dropped) | Q(member=dropped, taken_by=kept))


def _sign_offs(kept: Member, dropped: Member) -> Iterator[Foreseen]:
    pairs = twins(SignOffLine.objects.select_related("sheet"), kept, dropped, "sheet_id")
    for mine, other in pairs:
        if mine.is_signed and other.is_signed:
            sentence = _("签领表“%(sheet)s”上两份档案都已签领，请先核对实发几份，撤销其中一次签领，再合并。")
            yield Foreseen(sentence % {"sheet": mine.sheet}, forbids=True)
    if count := sum(not (mine.is_signed and other.is_signed) for mine, other in pairs):
        yield Foreseen(_("%(n)d张签领表上两份档案都有，每张只留一行，已签领的优先。") % {"n": count})
    if count := taken_for_oneself(kept, dropped).count():
        yield Foreseen(_("%(n)d份由另一份档案代领的，改记为本人纸质签领。") % {"n": count})


def naming_both_ways(kept: Member, dropped: Member) -> list[Audience]:
    """Audiences that name one of the two as belonging and the other as left out."""
    pair = {kept.pk, dropped.pk}
    return [one for one in Audience.objects.all() if pair & {*one.asks.included} and pair & {*one.asks.excluded}]


def _audiences(kept: Member, dropped: Member) -> Iterator[Foreseen]:
    for audience in naming_both_ways(kept, dropped):
        sentence = _("范围“%(name)s”点名列入一份、除外另一份，请先修改这个范围。")
        yield Foreseen(sentence % {"name": audience}, forbids=True)


def member_of_number(number: str) -> Member | None:
    """Whose employee number it is, or was until their records were merged."""
    holder = Member.objects.filter(employee_no=number).first()
    if holder is not None:
        return holder
    merged = MergedMember.objects.filter(given_up_no=number).select_related("kept").first()
    return merged.kept if merged else None


def who_gave_up(numbers: Iterable[str]) -> dict[str, Member]:
    """Whose record is found now under each of these numbers that a merge gave up."""
    wanted = set(numbers)
    given_up = MergedMember.objects.exclude(given_up_no="").select_related("kept").defer(*Member.secrets_of("kept"))
    return {merged.given_up_no: merged.kept for merged in given_up if merged.given_up_no in wanted}


def why_gone(key: int) -> str:
    """The sentence for whoever looks for a record that isn't there any more."""
    merged = MergedMember.objects.filter(former_key=key).select_related("kept", "merged_by").first()
    if merged is None:
        return _("其中一份档案已经不在了，请在查重页面重新查看。")
    sentence = _("%(dropped)s 的档案已由%(who)s并入 %(no)s %(kept)s，不用再合并。")
    kept, who = merged.kept, merged.merged_by or _("系统")
    return sentence % {"dropped": merged, "who": who, "no": kept.employee_no, "kept": kept}
