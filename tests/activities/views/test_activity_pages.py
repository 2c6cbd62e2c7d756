"""The list of activities and the page of one: who reads what, and that neither asks more for more rows."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from activities.enums import ActivityKind, ActivityStatus, Occasion, SignUpStatus
from finance.enums import Fund
from members.enums import AudienceKey
from tests.activities.factories import ActivityFactory, DraftFactory, HeldFactory, SignUpFactory, audience
from tests.activities.steps import come
from tests.members.factories import AccountFactory, MemberFactory
from unionoffice.audit import trail_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

URL = reverse("activities:activity-list")


def titles(client, **query):
    return [row.cells[0].text for row in client.get(URL, query).context["rows"]]


def facts(client, activity):
    return {fact.label: fact.value for fact in client.get(activity.get_absolute_url()).context["facts"]}


def buttons(client, activity):
    return [str(action.label) for action in client.get(activity.get_absolute_url()).context["actions"]]


class TestList:
    @pytest.mark.parametrize(
        ("query", "found"),
        [
            ({}, ["登山", "健步走", "春游"]),
            ({"q": "健步"}, ["健步走"]),
            ({"q": "云台"}, ["登山"]),
            ({"kind": "trip"}, ["春游"]),
            ({"occasion": "womens_day"}, ["健步走"]),
            ({"status": "announced"}, ["登山"]),
            ({"held_from": "2026-03-08"}, ["登山", "健步走"]),
            ({"held_to": "2026-03-08"}, ["健步走", "春游"]),
            ({"fund": "administration"}, ["春游"]),
            ({"held": "true", "sort": "starts_on"}, ["春游", "健步走"]),
        ],
    )
    def test_is_narrowed(self, teacher, signed_in, query, found):
        ActivityFactory(title="登山", place="云台山")
        HeldFactory(title="健步走", occasion=Occasion.WOMENS_DAY, starts_on=date(2026, 3, 8))
        HeldFactory(title="春游", kind=ActivityKind.TRIP, starts_on=date(2026, 3, 7), fund=Fund.ADMINISTRATION)
        assert titles(signed_in(teacher), **query) == found

    @pytest.mark.parametrize(
        ("viewer", "shown"), [("teacher", False), ("cashier", False), ("treasurer", True), ("sports_officer", True)]
    )
    def test_money_is_for_those_who_work_with_it(self, viewer, shown, request, signed_in):
        HeldFactory(actual_cost=Decimal("123.45"))
        response = signed_in(request.getfixturevalue(viewer)).get(URL)
        assert ("123.45" in response.content.decode()) is shown
        assert ("支出" in dict(response.context["measures"])) is shown

    def test_money_is_not_exported_to_others_either(self, teacher, signed_in):
        HeldFactory(actual_cost=Decimal("123.45"))
        client = signed_in(teacher)
        assert client.get(URL, {"export": "xlsx"}).status_code == 200
        assert "实际支出（元）" not in [column.label for column in client.get(URL).context["columns"]]

    def test_says_how_full_it_is(self, teacher, signed_in):
        activity = ActivityFactory(capacity=2)
        for status in (SignUpStatus.SIGNED_UP, SignUpStatus.SIGNED_UP, SignUpStatus.WAITING, SignUpStatus.WITHDRAWN):
            SignUpFactory(activity=activity, status=status)
        (row,) = signed_in(teacher).get(URL).context["rows"]
        assert [cell.text for cell in row.cells if cell.label == "报名"] == ["2/2，候补1"]

    @pytest.mark.parametrize(("viewer", "queries"), [("teacher", 12), ("sports_officer", 12)])
    def test_queries_do_not_grow_with_the_rows(self, viewer, queries, request, signed_in, django_assert_num_queries):
        client = signed_in(request.getfixturevalue(viewer))
        for count in (3, 20):
            HeldFactory.create_batch(count)
            client.get(URL)
            with django_assert_num_queries(queries):
                client.get(URL)


class TestDetail:
    def test_staff_read_neither_money_nor_names_nor_history(self, teacher, signed_in):
        activity = ActivityFactory(budget=Decimal(900), plan="方案全文")
        SignUpFactory(activity=activity, member__name="欧阳玥")
        response = signed_in(teacher).get(activity.get_absolute_url())
        page = response.content.decode()
        assert ("欧阳玥" in page, "900" in page, "方案全文" in page, "<h2>经过" in page) == (False,) * 4
        assert (facts(signed_in(teacher), activity)["已报名"], list(response.context["trail"])) == ("1人", [])

    @pytest.mark.parametrize(
        ("viewer", "names"), [("sports_officer", True), ("auditor", False), ("treasurer", False)]
    )
    def test_money_readers_see_the_budget_and_only_organisers_the_names(self, viewer, names, request, signed_in):
        activity = ActivityFactory(budget=Decimal(900))
        SignUpFactory(activity=activity, member__name="欧阳玥")
        client = signed_in(request.getfixturevalue(viewer))
        assert facts(client, activity)["预算"] == "900.00元"
        assert ("欧阳玥" in client.get(activity.get_absolute_url()).content.decode()) is names

    def test_who_leads_it_sees_names_and_takes_attendance_without_the_money(self, teacher, signed_in):
        activity = ActivityFactory(budget=Decimal(900), leader=teacher.member)
        SignUpFactory(activity=activity, member__name="欧阳玥")
        client = signed_in(teacher)
        assert "欧阳玥" in client.get(activity.get_absolute_url()).content.decode()
        assert ("预算" in facts(client, activity), buttons(client, activity)) == (
            False,
            ["签到", "代为报名", "活动通知"],
        )

    @pytest.mark.parametrize(
        ("fields", "expected"),
        [
            ({"status": ActivityStatus.DRAFT, "number": None}, ["发布", "修改", "删除草稿"]),
            (
                {"status": ActivityStatus.DRAFT, "number": None, "budget": Decimal(9)},
                ["送审", "修改", "删除草稿"],
            ),
            ({"status": ActivityStatus.SUBMITTED, "budget": Decimal(9)}, ["修改", "退回修改", "取消活动"]),
            ({}, ["签到", "截止报名", "代为报名", "修改", "取消活动", "活动通知"]),
            (
                {"starts_on": date(2026, 11, 22), "sign_up_until": None},
                ["登记举办", "签到", "修改", "取消活动", "活动通知"],
            ),
            ({"status": ActivityStatus.HELD}, ["登记结果和支出", "签到", "活动通知"]),
            ({"status": ActivityStatus.SETTLED}, ["活动通知"]),
            ({"status": ActivityStatus.CANCELLED}, []),
        ],
    )
    def test_organiser_is_offered_what_comes_next(self, sports_officer, signed_in, fields, expected):
        assert buttons(signed_in(sports_officer), ActivityFactory(**fields)) == expected

    def test_history_is_the_organisers(self, sports_officer, signed_in):
        activity = ActivityFactory()
        context = signed_in(sports_officer).get(activity.get_absolute_url()).context
        assert list(context["trail"]) == list(trail_of(activity))

    def test_queries_do_not_grow_with_those_who_signed_up(self, sports_officer, signed_in, django_assert_num_queries):
        activity, client = ActivityFactory(), signed_in(sports_officer)
        for count in (3, 20):
            SignUpFactory.create_batch(count, activity=activity)
            client.get(activity.get_absolute_url())
            with django_assert_num_queries(17):
                client.get(activity.get_absolute_url())


class TestOwnPlace:
    def place(self, client, activity):
        context = client.get(activity.get_absolute_url()).context
        return context["may_sign_up"], bool(context["mine"]), context["queue"], context["may_withdraw"]

    def test_open_sign_up_is_offered(self, teacher, signed_in):
        assert self.place(signed_in(teacher), ActivityFactory()) == (True, False, 0, False)

    def test_place_in_the_queue_is_shown(self, teacher, signed_in):
        activity = ActivityFactory(capacity=1)
        waiting = SignUpStatus.WAITING
        for status in (SignUpStatus.SIGNED_UP, waiting, waiting):
            SignUpFactory(activity=activity, status=status)
        SignUpFactory(activity=activity, member=teacher.member, status=waiting, place=99_999)
        client = signed_in(teacher)
        assert self.place(client, activity) == (False, True, 3, True)
        assert "候补第3位" in client.get(activity.get_absolute_url()).content.decode()

    def test_place_stays_shown_when_sign_up_is_over(self, teacher, signed_in):
        row = SignUpFactory(activity=ActivityFactory(status=ActivityStatus.CLOSED), member=teacher.member)
        assert self.place(signed_in(teacher), row.activity) == (False, True, 0, False)

    def test_nothing_is_offered_to_who_is_not_meant(self, sports_officer, signed_in):
        activity = ActivityFactory(audience=audience(AudienceKey.RETIRED))
        assert self.place(signed_in(sports_officer), activity) == (False, False, 0, False)


class TestPanel:
    def rows(self, client, member):
        url = reverse("activities:member-activities", args=[member.pk])
        return [str(activity) for activity, _state in client.get(url).context["rows"]]

    def test_is_for_oneself_and_for_those_who_see_all_names(
        self, teacher, sports_officer, welfare_officer, signed_in
    ):
        activity = HeldFactory(title="登山", headcount=None)
        come(activity, [teacher.member], by=sports_officer)
        HeldFactory(title="别人的", headcount=None)
        shown = [self.rows(signed_in(user), teacher.member) for user in (teacher, sports_officer, welfare_officer)]
        assert shown == [["登山"], ["登山"], []]

    def test_is_empty_for_a_person_who_is_not_there(self, sports_officer, signed_in):
        MemberFactory()
        url = reverse("activities:member-activities", args=[0])
        assert signed_in(sports_officer).get(url).content.strip() == b""


def test_notice_is_handed_out_as_a_paper(teacher, signed_in):
    activity = ActivityFactory()
    response = signed_in(teacher).get(reverse("activities:activity-notice", args=[activity.pk]))
    assert (response.status_code, response["Content-Type"]) == (200, "application/pdf")


def test_draft_has_no_notice_yet(sports_officer, signed_in):
    url = reverse("activities:activity-notice", args=[DraftFactory().pk])
    assert signed_in(sports_officer).get(url).status_code == 403


def test_operator_finds_an_empty_list(signed_in):
    ActivityFactory()
    operator = AccountFactory(member=None, employee_no="ops", name="运维")
    assert titles(signed_in(operator)) == []
