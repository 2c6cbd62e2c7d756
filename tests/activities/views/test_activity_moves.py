"""The pages that plan an activity and lead it on: each asks, acts once, and leads to what follows."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from activities.enums import ActivityStatus, SignUpStatus
from activities.models import Activity, SignUp
from finance.enums import EntryStatus
from members.models import Gathering
from tests.activities.factories import ActivityFactory, DraftFactory, HeldFactory, SignUpFactory, audience
from tests.activities.steps import stored, unsaved
from tests.conftest import TODAY
from tests.finance.factories import bank
from tests.members.factories import MemberFactory
from tests.members.views.forms import errors, fill, told

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


def url(page, record):
    return reverse(f"activities:{page}", args=[record.pk])


def send(client, address, **typed):
    return client.post(address, fill(client, address, **typed))


def plan(**changes):
    told = {"title": "登山", "kind": "culture", "audience": audience().pk, "starts_on": "2026-12-06", **changes}
    return {**told, "fund": "union"}


class TestPlan:
    URL = reverse("activities:activity-plan")

    def test_keeps_a_draft_with_few_fields(self, sports_officer, signed_in):
        response = send(signed_in(sports_officer), self.URL, **plan())
        made = Activity.objects.get()
        assert (response.url, made.status, made.ends_on, made.budget) == (
            made.get_absolute_url(),
            "draft",
            date(2026, 12, 6),
            Decimal(0),
        )

    @pytest.mark.parametrize(
        ("typed", "expected"),
        [
            ({"title": ""}, {"title": ["这一项必须填写。"]}),
            ({"ends_on": "2026-12-05"}, {"": ["结束日期不能早于开始日期。"]}),
            ({"sign_up_until": "2026-12-07"}, {"": ["报名截止日期不能晚于活动日期。"]}),
            ({"capacity": "0", "sign_up_until": "2026-12-01"}, {"": ["名额至少为1人；不限名额的留空。"]}),
            ({"capacity": "9"}, {"": ["填写了名额，请同时填写报名截止日期；不用报名的活动两项都留空。"]}),
        ],
    )
    def test_says_what_is_wrong(self, sports_officer, signed_in, typed, expected):
        response = send(signed_in(sports_officer), self.URL, **plan(**typed))
        assert (response.status_code, errors(response)) == (422, expected)

    def test_shows_the_rule_beside_the_field(self, sports_officer, signed_in):
        page = signed_in(sports_officer).get(self.URL).content.decode()
        assert "春游、秋游等参观活动每人每天费用上限（元）：200.00。依据：基层工会经费收支管理办法" in page

    def test_group_leader_finds_the_own_group_chosen(self, group_leader, signed_in):
        client = signed_in(group_leader)
        send(client, self.URL, **plan())
        assert Activity.objects.get().group == group_leader.member.group_places.get().group

    def test_amends_what_the_chair_was_not_asked_for(self, sports_officer, signed_in):
        activity = ActivityFactory(budget=Decimal(900))
        client = signed_in(sports_officer)
        form = client.get(url("activity-amend", activity)).context["form"]
        assert {"kind", "fund", "budget", "cost_per_head"} & form.fields.keys() == set()
        send(client, url("activity-amend", activity), place="体育馆")
        assert (stored(activity).place, stored(activity).budget) == ("体育馆", Decimal(900))

    def test_second_editor_is_told_and_loses_nothing(self, sports_officer, chair, signed_in):
        activity, address = DraftFactory(), None
        address = url("activity-amend", activity)
        first, second = signed_in(sports_officer), signed_in(chair)
        late = fill(second, address, place="礼堂")
        send(first, address, place="体育馆")
        response = second.post(address, late)
        assert (response.status_code, stored(activity).place) == (422, "体育馆")
        assert response.context["form"]["place"].value() == "礼堂"


class TestRecord:
    def test_past_activity_is_entered_in_one_page(self, sports_officer, signed_in):
        address = reverse("activities:activity-record")
        send(signed_in(sports_officer), address, **plan(starts_on="2026-05-20", precision="month", headcount="60"))
        made = Activity.objects.get()
        assert (made.status, made.starts_on, made.ends_on) == ("held", date(2026, 5, 1), date(2026, 5, 31))


class TestWay:
    def test_from_draft_to_settled(self, sports_officer, chair, cashier, signed_in):
        officer, boss, till = (signed_in(user) for user in (sports_officer, chair, cashier))
        activity = unsaved(
            planned_by=sports_officer, starts_on=TODAY, ends_on=TODAY, sign_up_until=None, capacity=None
        )
        activity.save()
        send(officer, url("activity-submit", activity))
        send(boss, url("activity-approve", activity))
        send(officer, url("activity-announce", activity))
        send(officer, url("activity-hold", activity), headcount="30", report="很成功")
        send(officer, url("activity-outcome", activity), actual_cost="5900", payee="畅行客运公司")
        send(boss, url("activity-approve-cost", activity))
        assert stored(activity).status == "payable"
        entry = stored(activity).entry
        response = send(till, url("activity-pay", activity), account=bank().pk)
        assert (response.url, stored(activity).status) == (entry.get_absolute_url(), "settled")
        assert stored(entry).status == EntryStatus.PAID

    def test_reason_is_asked_for_only_over_the_budget(self, chair, signed_in):
        within = HeldFactory(budget=Decimal(900), actual_cost=Decimal(900), payee="商店")
        over = HeldFactory(budget=Decimal(900), actual_cost=Decimal(901), payee="商店")
        asked = [
            "over_reason" in signed_in(chair).get(url("activity-approve-cost", one)).context["form"].fields
            for one in (within, over)
        ]
        assert asked == [False, True]

    def test_refusal_stands_over_the_form(self, sports_officer, signed_in):
        activity = DraftFactory(budget=Decimal(900))
        response = send(signed_in(sports_officer), url("activity-submit", activity))
        assert errors(response) == {"": ["请先填写方案与安全预案，再送审。"]}

    def test_deleted_draft_leads_to_the_list(self, sports_officer, signed_in):
        response = send(signed_in(sports_officer), url("activity-delete", DraftFactory()))
        assert (response.url, Activity.objects.count()) == (reverse("activities:activity-list"), 0)

    def test_settles_what_cost_nothing(self, sports_officer, signed_in):
        activity = HeldFactory(actual_cost=Decimal(0))
        send(signed_in(sports_officer), url("activity-settle", activity))
        assert stored(activity).status == "settled"

    @pytest.mark.parametrize(
        ("page", "status", "typed", "to"),
        [
            ("activity-close", ActivityStatus.ANNOUNCED, {}, "closed"),
            ("activity-reopen", ActivityStatus.CLOSED, {"until": "2026-12-01"}, "announced"),
            ("activity-cancel", ActivityStatus.ANNOUNCED, {"reason": "天气不好"}, "cancelled"),
            ("activity-return", ActivityStatus.SUBMITTED, {"reason": "预算偏高"}, "draft"),
        ],
    )
    def test_other_moves(self, sports_officer, signed_in, page, status, typed, to):
        activity = ActivityFactory(status=status)
        send(signed_in(sports_officer), url(page, activity), **typed)
        assert stored(activity).status == to


class TestAttendance:
    def test_begins_once_and_leads_there(self, sports_officer, signed_in):
        activity, client = ActivityFactory(), signed_in(sports_officer)
        response = send(client, url("activity-attendance", activity))
        gathering = Gathering.objects.get()
        again = client.get(url("activity-attendance", activity))
        assert response.url == again.url == gathering.get_absolute_url()

    def test_its_roll_is_closed_to_who_took_part(self, sports_officer, teacher, signed_in):
        activity = ActivityFactory()
        SignUpFactory(activity=activity, member=teacher.member)
        send(signed_in(sports_officer), url("activity-attendance", activity))
        roll = Gathering.objects.get().get_absolute_url()
        assert [signed_in(user).get(roll).status_code for user in (sports_officer, teacher)] == [200, 403]


class TestSignUp:
    def test_one_page_one_button_and_one_s_place(self, teacher, signed_in):
        activity, client = ActivityFactory(capacity=1), signed_in(teacher)
        SignUpFactory(activity=activity)
        address = url("activity-sign-up", activity)
        assert "已满，报名后候补第1位" in client.get(address).content.decode()
        response = send(client, address)
        assert response.url == activity.get_absolute_url()
        assert SignUp.objects.get(member=teacher.member).status == SignUpStatus.WAITING

    def test_double_click_signs_up_once(self, teacher, signed_in):
        activity, client = ActivityFactory(), signed_in(teacher)
        filled = fill(client, url("activity-sign-up", activity))
        first, second = (client.post(url("activity-sign-up", activity), filled, follow=True) for _ in range(2))
        assert (SignUp.objects.count(), told(second)) == (1, ["这份表单已经提交过，没有重复办理。"])
        assert first.redirect_chain == second.redirect_chain

    def test_withdraws_the_own_place(self, teacher, signed_in):
        row = SignUpFactory(member=teacher.member)
        response = send(signed_in(teacher), url("sign-up-withdraw", row))
        assert (response.url, stored(row).status) == (row.activity.get_absolute_url(), "withdrawn")

    def test_organiser_signs_up_somebody_of_the_audience(self, sports_officer, signed_in):
        activity, member = ActivityFactory(), MemberFactory(name="古丽")
        retired = MemberFactory(service_status="retired")
        client = signed_in(sports_officer)
        choices = client.get(url("activity-enrol", activity)).context["form"].fields["member"].queryset
        assert (member in choices, retired in choices) == (True, False)
        send(client, url("activity-enrol", activity), member=member.pk)
        assert activity.sign_ups.get().member == member
