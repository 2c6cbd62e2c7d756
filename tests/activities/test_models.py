"""Activities as rows: what the database refuses, and who knows of which."""

from datetime import date
from decimal import Decimal

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError, models, transaction

from activities.enums import PLANNED, ActivityStatus, SignUpStatus
from activities.models import Activity, SignUp
from finance.enums import Fund
from members.enums import AudienceKey
from tests.activities.factories import ActivityFactory, DraftFactory, HeldFactory, SignUpFactory, audience
from tests.activities.steps import come
from tests.conftest import TODAY, make_actor
from tests.finance.factories import EntryFactory
from tests.members.factories import AccountFactory, MemberFactory
from unionoffice.precision import Precision
from unionoffice.roles import Role

pytestmark = pytest.mark.django_db


def save_past_every_check(activity, **fields):
    """Changes a row as if no service and no form existed."""
    with transaction.atomic():
        models.QuerySet(Activity).filter(pk=activity.pk).update(**fields)


class TestConstraints:
    @pytest.mark.parametrize(
        ("fields", "name"),
        [
            ({"ends_on": date(2026, 12, 5)}, "activity_ends_after_start"),
            ({"number": None}, "only_drafts_lack_a_number"),
            ({"precision": Precision.MONTH}, "vague_days_lie_in_the_past"),
            ({"announced_on": None}, "announced_has_its_day"),
            ({"budget": Decimal(1)}, "union_money_planned_with_approval"),
            ({"capacity": 0}, "capacity_above_zero"),
            ({"sign_up_until": date(2026, 12, 7)}, "sign_up_ends_before_it_begins"),
            ({"headcount": 0}, "headcount_above_zero"),
            ({"status": ActivityStatus.SETTLED}, "settled_with_its_cost"),
            (
                {"status": ActivityStatus.SETTLED, "actual_cost": Decimal(1)},
                "union_money_spent_through_an_entry",
            ),
            ({"status": ActivityStatus.PAYABLE, "actual_cost": Decimal(0)}, "payable_through_an_entry"),
            ({"status": ActivityStatus.CANCELLED}, "cancelled_with_a_reason"),
            ({"cancelled_because": "天气不好"}, "cancelled_with_a_reason"),
        ],
    )
    def test_refuses(self, fields, name):
        activity = ActivityFactory()
        with pytest.raises(IntegrityError, match=name):
            save_past_every_check(activity, **fields)

    def test_other_money_needs_neither_approval_nor_entry(self):
        activity = ActivityFactory()
        save_past_every_check(activity, fund=Fund.ADMINISTRATION, budget=Decimal(1))
        save_past_every_check(activity, status=ActivityStatus.SETTLED, actual_cost=Decimal(1))

    def test_every_saving_counts(self):
        activity = ActivityFactory()
        activity.save()
        assert Activity.objects.get().version == 2


def seen_by(user):
    return set(Activity.objects.visible_to(user).values_list("title", flat=True))


class TestVisibility:
    @pytest.fixture
    def activities(self, group_leader):
        """One at each step, one of a group, one for retired colleagues only."""
        for status in ActivityStatus:
            entry = EntryFactory() if status == ActivityStatus.PAYABLE else None
            ActivityFactory(title=status.value, status=status, entry=entry)
        ActivityFactory(
            title="never announced", status=ActivityStatus.CANCELLED, announced_on=None, budget=Decimal(9)
        )
        group = group_leader.member.group_places.get().group
        DraftFactory(title="of the group", group=group)
        HeldFactory(title="for others", audience=audience(AudienceKey.RETIRED), recorded_late=True)
        HeldFactory(title="recorded late", announced_on=None, recorded_late=True)

    KNOWN = frozenset(set(ActivityStatus.values) - {*PLANNED} | {"recorded late"})
    MORE = frozenset({"for others", "never announced"})

    @pytest.mark.parametrize("role", [Role.CHAIR, Role.SECRETARY, Role.SPORTS_OFFICER, Role.WOMEN_OFFICER])
    def test_organisers_see_all(self, activities, role):
        assert Activity.objects.visible_to(make_actor(role, "某")).count() == Activity.objects.count()

    @pytest.mark.parametrize("role", [Role.TREASURER, Role.AUDITOR])
    def test_who_follows_the_money_sees_what_was_planned_to_the_end(self, activities, role):
        assert seen_by(make_actor(role, "某")) == self.KNOWN | self.MORE

    @pytest.mark.parametrize("role", [None, Role.CASHIER, Role.PRINCIPAL, Role.WELFARE_OFFICER])
    def test_others_know_of_what_was_announced_to_them(self, activities, role):
        assert seen_by(make_actor(role, "某")) == self.KNOWN

    def test_group_leader_sees_the_drafts_of_the_own_group(self, activities, group_leader):
        assert seen_by(group_leader) == self.KNOWN | {"of the group"}

    def test_operator_and_stranger_see_nothing(self, activities):
        assert seen_by(AccountFactory(member=None, employee_no="ops", name="运维")) == set()
        assert seen_by(AnonymousUser()) == set()

    def test_who_plans_or_leads_it_sees_the_draft(self, teacher):
        DraftFactory(title="planned", planned_by=teacher)
        DraftFactory(title="led", leader=teacher.member)
        DraftFactory(title="other")
        assert seen_by(teacher) == {"planned", "led"}

    def test_who_signed_up_or_came_still_knows_after_leaving_the_audience(self, sports_officer):
        retired = AccountFactory(member__service_status="retired")
        signed, went = ActivityFactory(title="signed up"), HeldFactory(title="came", headcount=None)
        SignUpFactory(activity=signed, member=retired.member)
        come(went, [retired.member], by=sports_officer)
        ActivityFactory(title="other")
        assert seen_by(retired) == {"signed up", "came"}

    def test_of_sign_ups_everybody_sees_the_own_and_organisers_all(self, teacher, sports_officer):
        own = SignUpFactory(member=teacher.member)
        SignUpFactory(activity=own.activity)
        assert list(SignUp.objects.visible_to(teacher)) == [own]
        assert SignUp.objects.visible_to(sports_officer).count() == 2
        assert SignUp.objects.visible_to(AnonymousUser()).count() == 0

    def test_who_leads_the_activity_sees_its_sign_ups(self, teacher):
        row = SignUpFactory(activity=ActivityFactory(leader=teacher.member))
        SignUpFactory()
        assert list(SignUp.objects.visible_to(teacher)) == [row]


class TestWords:
    def test_number_is_all_that_is_said_to_those_who_may_not_see_it(self):
        assert (ActivityFactory(number="2026-012").public_number, DraftFactory().public_number) == (
            "活动 2026-012",
            "活动 未编号",
        )

    @pytest.mark.parametrize("status", ActivityStatus)
    def test_payment_page_is_there_when_it_waits_for_payment(self, status):
        url = Activity(pk=7, status=status).get_payment_url()
        assert url == ("/activities/7/pay/" if status == ActivityStatus.PAYABLE else "")

    @pytest.mark.parametrize(
        ("fields", "is_open"),
        [
            ({}, True),
            ({"sign_up_until": TODAY}, True),
            ({"sign_up_until": date(2026, 11, 21)}, False),
            ({"sign_up_until": None}, False),
            ({"status": ActivityStatus.CLOSED}, False),
        ],
    )
    def test_sign_up_is_open(self, fields, is_open):
        assert ActivityFactory(**fields).is_open_for_sign_up(TODAY) is is_open

    def test_waiting_list_has_those_who_wait_in_their_order(self):
        activity = ActivityFactory()
        states = (SignUpStatus.WAITING, SignUpStatus.SIGNED_UP, SignUpStatus.WAITING, SignUpStatus.WITHDRAWN)
        rows = [SignUpFactory(activity=activity, status=state, place=9 - at) for at, state in enumerate(states)]
        assert list(activity.sign_ups.waiting()) == [rows[2], rows[0]]
        assert MemberFactory().sign_ups.count() == 0
