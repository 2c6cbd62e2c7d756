"""Changes of status that are entered late, corrected or withdrawn; `test_people` has those entered on their day."""

from datetime import date, timedelta

import pytest
from django.core.files.base import ContentFile

from members.enums import ApplicationStatus, ChangeKind
from members.models import JoinApplication, Member, StatusChange
from members.services import (
    apply_to_join,
    approve_application,
    change_status,
    correct_change,
    register_member,
    update_member,
    withdraw_change,
)
from tests.members.factories import AccountFactory, MemberFactory, RoleGrantFactory
from tests.members.trails import last_changes, trail
from unionoffice.attachments import Attachment, attach
from unionoffice.refusal import Refused

pytestmark = pytest.mark.django_db
START = date(2010, 9, 1)
"""When people of the factory came here."""


@pytest.fixture
def entered(secretary, on):
    """Enters a change: `entered(member, "retired", date(2026, 3, 1))`."""

    def enter(member, kind, day=on, **told):
        return change_status(member, ChangeKind(kind), on=day, today=on, by=secretary, **told)

    return enter


def _history(member) -> list[tuple]:
    rows = member.status_changes.order_by("on", "pk")
    return list(rows.values_list("kind", "on", "service_status", "union_status"))


# --- Entered late ------------------------------------------------------------------------------------------


def test_change_entered_between_others_changes_how_later_ones_stand(entered):
    member = MemberFactory(union_status="non_member", joined_on=None)
    entered(member, "retired", date(2026, 6, 30))
    entered(member, "joined", date(2020, 5, 1))
    assert _history(member)[1:] == [
        ("joined", date(2020, 5, 1), "in_service", "member"),
        ("retired", date(2026, 6, 30), "retired", "retained"),
    ]
    member.refresh_from_db()
    assert (member.service_status, member.union_status, member.joined_on) == (
        "retired",
        "retained",
        date(2020, 5, 1),
    )


def test_late_change_that_a_later_one_rules_out_is_refused(entered):
    member = MemberFactory(name="林芳")
    entered(member, "left", date(2026, 6, 30))
    with pytest.raises(Refused) as refusal:
        entered(member, "retired", date(2026, 3, 1))
    assert str(refusal.value) == "这样一来，林芳在2026年6月30日的“调离”就不能成立。请先更正或撤销那一次变动。"
    assert len(_history(member)) == 2


def test_late_change_that_wasnt_open_on_its_day_is_refused(entered):
    member = MemberFactory(name="林芳")
    entered(member, "resigned", date(2026, 6, 30))
    with pytest.raises(Refused) as refusal:
        entered(member, "joined", date(2026, 3, 1))
    assert str(refusal.value) == "林芳在2026年3月1日是“在职、会员”，不能登记“入会”。"


def test_what_a_roster_told_otherwise_stays(entered):
    """A roster may tell both statuses at once: who returned is a member again, by its word."""
    member = MemberFactory()
    entered(member, "left", date(2024, 7, 1))
    StatusChange.objects.create(
        member=member, kind="returned", on=date(2025, 8, 1), service_status="in_service", union_status="member"
    )
    entered(member, "resigned", date(2023, 5, 1))
    assert _history(member)[-1] == ("returned", date(2025, 8, 1), "in_service", "member")


def test_account_stays_open_where_the_person_had_returned(entered):
    account = AccountFactory()
    entered(account.member, "retired", date(2025, 7, 1))
    entered(account.member, "returned", date(2026, 2, 1))
    entered(account.member, "resigned", date(2024, 7, 1))
    account.refresh_from_db()
    assert account.is_active


def test_joining_before_being_born_is_refused(entered):
    member = MemberFactory(union_status="non_member", joined_on=None, birth_date=date(2012, 1, 1), hired_on=START)
    with pytest.raises(Refused, match="入会日期应晚于出生日期"):
        entered(member, "joined", date(2011, 1, 1))


# --- Membership that is kept or not, letters, cards ----------------------------------------------------------


@pytest.mark.parametrize("kind", ["retired", "retired_cadre"])
def test_membership_is_retained_unless_told(kind, entered):
    kept = entered(MemberFactory(), kind)
    ended = entered(MemberFactory(), kind, keeps_membership=False)
    outside = entered(MemberFactory(union_status="non_member", joined_on=None), kind)
    assert [row.standing for row in (kept, ended, outside)] == [
        (kind, "retained"),
        (kind, "non_member"),
        (kind, "non_member"),
    ]


def test_letters_are_numbered_unbroken_by_year(entered, on):
    days = (date(2025, 12, 31), date(2026, 3, 1), date(2026, 2, 1))
    numbers = [entered(MemberFactory(), "transferred_out", day).letter_no for day in days]
    assert numbers == ["2025-001", "2026-001", "2026-002"]


def test_refused_transfer_uses_no_number(entered, on):
    with pytest.raises(Refused):
        entered(MemberFactory(), "transferred_out", on + timedelta(days=1))
    assert entered(MemberFactory(), "transferred_out").letter_no == "2026-001"


def test_number_of_a_withdrawn_letter_isnt_given_again(entered, secretary, on):
    change = entered(MemberFactory(), "transferred_out")
    withdraw_change(change, reason="误登", by=secretary, today=on)
    assert entered(MemberFactory(), "transferred_out").letter_no == "2026-002"


def test_transfer_in_keeps_the_letter_of_the_other_union(entered):
    member = MemberFactory(union_status="non_member", joined_on=None)
    change = entered(member, "transferred_in", other_union="江城市实验小学工会", letter_no="8")
    assert (change.letter_no, change.other_union, change.standing) == (
        "8",
        "江城市实验小学工会",
        ("in_service", "member"),
    )


def test_card_of_somebody_else_is_refused(entered):
    MemberFactory(card_no="3201")
    member = MemberFactory(union_status="non_member", joined_on=None)
    with pytest.raises(Refused, match="会员证号 3201 已经有人使用"):
        entered(member, "joined", card_no="3201")
    entered(member, "joined", card_no="3202")
    assert Member.objects.get(pk=member.pk).card_no == "3202"


# --- Corrected ---------------------------------------------------------------------------------------------


def test_correction_moves_the_change_and_what_follows_from_it(entered, secretary, on):
    member = MemberFactory(union_status="non_member", joined_on=None)
    change = entered(member, "joined", date(2026, 3, 1))
    correct_change(change, told={"on": date(2026, 2, 1), "reason": "补登"}, why="看错日期", by=secretary, today=on)
    assert _history(member)[-1][:2] == ("joined", date(2026, 2, 1))
    assert Member.objects.get(pk=member.pk).joined_on == date(2026, 2, 1)
    assert trail(change)[-1] == ("更正变动", "陈静", "看错日期")
    assert last_changes(change) == {"on": ["2026-03-01", "2026-02-01"], "reason": ["", "补登"]}


def test_correction_of_whether_the_membership_was_kept(entered, secretary, on):
    change = entered(MemberFactory(), "retired")
    correct_change(change, told={"keeps_membership": False}, why="本人不保留", by=secretary, today=on)
    change.member.refresh_from_db()
    assert change.member.union_status == "non_member"


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        (date(2026, 11, 23), "变动日期不能晚于今天"),
        (date(2010, 8, 31), "档案从2010年9月1日开始"),
        (date(2026, 7, 1), "这样一来，林芳在2026年6月1日的“复职”就不能成立"),
    ],
)
def test_correction_to_a_day_that_cannot_be_is_refused(day, sentence, entered, secretary, on):
    member = MemberFactory(name="林芳")
    change = entered(member, "retired", date(2026, 3, 1))
    entered(member, "returned", date(2026, 6, 1))
    with pytest.raises(Refused, match=sentence):
        correct_change(change, told={"on": day}, why="更正", by=secretary, today=on)
    assert _history(member)[1][1] == date(2026, 3, 1)


def test_first_record_can_begin_earlier(secretary, on):
    member = MemberFactory()
    first = member.status_changes.get()
    correct_change(first, told={"on": date(2009, 9, 1)}, why="来校时间有误", by=secretary, today=on)
    assert Member.objects.as_of(date(2009, 9, 1)).get(pk=member.pk).service_on == "in_service"


# --- Withdrawn ---------------------------------------------------------------------------------------------


def test_withdrawn_change_leaves_the_person_as_before(entered, secretary, on):
    member = MemberFactory()
    change = entered(member, "retired", date(2026, 3, 1), reason="到龄")
    attach(change, ContentFile(b"%PDF-1.4 ...", name="退休证.pdf"), by=secretary)
    withdraw_change(change, reason="尚未批准", by=secretary, today=on)
    member.refresh_from_db()
    assert (len(_history(member)), member.service_status, member.union_status) == (1, "in_service", "member")
    assert Attachment.objects.count() == 0
    assert trail(member)[-1] == ("撤销变动", "陈静", "2026年3月1日退休：尚未批准")


def test_withdrawal_that_changes_nothing_of_today_is_told_too(entered, secretary, on):
    member = MemberFactory()
    change = entered(member, "retired", date(2026, 3, 1))
    entered(member, "returned", date(2026, 6, 1))
    change = entered(member, "resigned", date(2025, 6, 1))
    entered(member, "joined", date(2025, 6, 2))
    with pytest.raises(Refused, match="就不能成立"):
        withdraw_change(change, reason="误登", by=secretary, today=on)
    assert len(_history(member)) == 5


def test_account_opens_again_without_its_roles(entered, secretary, on):
    grant = RoleGrantFactory(role="auditor")
    account = grant.account
    change = entered(account.member, "left")
    account.refresh_from_db()
    assert not account.is_active
    withdraw_change(change, reason="误登", by=secretary, today=on)
    account.refresh_from_db()
    assert (account.is_active, account.grants.held_on(on).count()) == (True, 0)


def test_how_somebody_came_cannot_be_withdrawn(secretary, on):
    first = MemberFactory().status_changes.get()
    with pytest.raises(Refused, match="这是建档时的情况，不能撤销"):
        withdraw_change(first, reason="误登", by=secretary, today=on)


def test_change_withdrawn_twice_is_refused(entered, secretary, on):
    change = entered(MemberFactory(), "retired")
    withdraw_change(StatusChange.objects.get(pk=change.pk), reason="误登", by=secretary, today=on)
    with pytest.raises(Refused, match="这次变动已经撤销"):
        withdraw_change(change, reason="误登", by=secretary, today=on)


def test_application_waits_again_when_the_joining_is_withdrawn(secretary, on):
    account = AccountFactory(member__union_status="non_member", member__joined_on=None)
    application = apply_to_join(account.member, statement="我自愿加入工会。", by=account, on=on)
    approve_application(application, joined=on, card_no="", opinion="同意", decision="同意入会", by=secretary, on=on)
    withdraw_change(application.change, reason="误批", by=secretary, today=on)
    again = JoinApplication.objects.get()
    assert (again.status, again.change, again.decided_on, again.decision) == (ApplicationStatus.FILED, None, None, "")
    assert Member.objects.get(pk=account.member_id).joined_on is None


# --- The day of joining, corrected in the record --------------------------------------------------------------


def _joined_here(secretary, on, joined=date(2011, 3, 1)):
    return register_member(
        Member(
            employee_no="2026001",
            name="林芳",
            gender="female",
            birth_date=date(1985, 3, 12),
            hired_on=START,
            joined_on=joined,
            union_status="member",
        ),
        by=secretary,
        on=on,
    )


@pytest.mark.parametrize(
    ("before", "after", "history"),
    [
        (date(2011, 3, 1), date(2012, 3, 1), [(START, "non_member"), (date(2012, 3, 1), "member")]),
        (date(2011, 3, 1), START, [(START, "non_member"), (START, "member")]),
        (date(2011, 3, 1), date(2008, 3, 1), [(START, "member")]),
        (date(2011, 3, 1), None, [(START, "member")]),
        (date(2008, 3, 1), date(2011, 3, 1), [(START, "non_member"), (date(2011, 3, 1), "member")]),
        (None, date(2011, 3, 1), [(START, "non_member"), (date(2011, 3, 1), "member")]),
        (date(2008, 3, 1), date(2007, 3, 1), [(START, "member")]),
    ],
)
def test_history_follows_a_corrected_day_of_joining(before, after, history, secretary, on):
    member = _joined_here(secretary, on, before)
    update_member(member, changes={"joined_on": after}, by=secretary, on=on)
    member.refresh_from_db()
    assert [(day, union) for _kind, day, _service, union in _history(member)] == history
    assert (member.joined_on, member.union_status) == (after, "member")


def test_day_of_joining_after_leaving_is_refused(entered, secretary, on):
    member = _joined_here(secretary, on)
    entered(member, "left", date(2020, 7, 1))
    with pytest.raises(Refused, match="就不能成立"):
        update_member(member, changes={"joined_on": date(2021, 1, 1)}, by=secretary, on=on)
    assert Member.objects.get(pk=member.pk).joined_on == date(2011, 3, 1)
